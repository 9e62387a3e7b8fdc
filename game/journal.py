"""The journal: a run on disk. A header, then one JSON line an answer, appended and never rewritten.

A line is written whole before the next moment is shown. A torn last line is dropped when the journal is opened;
nothing else is ever lost.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from game.errors import why
from game.files import content_of
from game.story.calendar import Cut
from game.story.state import Guess

FORMAT: Final = 1
LARGEST: Final = 16 * 1024 * 1024
"""Bytes of the largest journal that is read. A whole play has about twenty thousand."""
ENDING: Final = ".jsonl"
NAME: Final = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")
SEEDS: Final = range(-(2**63), 2**63)
"""The whole numbers that a line of JSON can hold everywhere."""

_UNREADABLE: Final = (ValueError, RecursionError)
"""What a line raises that is not JSON, not UTF-8, not of the right shape, or nested without end."""


class Header(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The first line: everything but the answers that a replay needs.

    ``firsts`` are guesses whose seals were broken before this run was forked from ``forked_from``: they stay the
    record. ``played_before`` says that another play was over when this one began, ``facts_only`` that what is made
    up is left out.
    """

    format: int = msgspec.field(name="seven-weeks")
    name: str
    seed: Annotated[int, Meta(ge=SEEDS.start, le=SEEDS.stop - 1)]
    cut: Cut
    story: str
    firsts: tuple[tuple[str, Guess], ...] = ()
    forked_from: str = ""
    played_before: bool = False
    facts_only: bool = False


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One answer under the ids of its scene and question.

    Or ``back``, which takes so many answers back; or ``retold``, which are all the answers that stand, as a script
    that has changed since now asks for them.
    """

    scene: str = ""
    question: str = ""
    answer: Any = None
    back: int = 0
    retold: tuple[Entry, ...] | None = None


class BrokenRun(Exception):  # noqa: N818 - it is the run that is broken
    """Nothing of a run can be played. The message says why; the file is kept as it is."""


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """A journal as it was read: ``trouble`` says what stands after the last good entry, if anything does.

    Of its ``size`` in bytes, ``whole`` come before a torn last line.
    """

    header: Header
    entries: tuple[Entry, ...]
    size: int
    whole: int
    trouble: str = ""


def load(path: Path) -> Loaded:
    """Read a journal up to the first line that cannot be read. A torn last line is no trouble.

    Raises ``BrokenRun`` when there is no header to begin with.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise BrokenRun(f"{path.name} is too large to be a run")
        raw = content_of(path, LARGEST)
    except OSError as error:
        raise BrokenRun(f"{path.name} cannot be read: {error.strerror}") from None
    *lines, torn = raw.split(b"\n")
    if not lines:
        raise BrokenRun(f"{path.name} {'does not begin like a run' if raw else 'is empty'}")
    header = _header(lines[0], path)
    entries: list[Entry] = []
    trouble = ""
    for number, line in enumerate(lines[1:], 2):
        try:
            entries.append(msgspec.json.decode(line, type=Entry))
        except _UNREADABLE:
            trouble = f"line {number} of {path.name} cannot be read"
            break
    size = len(raw)
    return Loaded(header=header, entries=tuple(entries), size=size, whole=size - len(torn), trouble=trouble)


def _header(line: bytes, path: Path) -> Header:
    try:
        found = msgspec.json.decode(line, type=dict[str, Any]).get("seven-weeks")
        if isinstance(found, int) and found > FORMAT:
            raise BrokenRun(f"{path.name} was written by a newer version of the game; update the game to play it")
        header = msgspec.json.decode(line, type=Header)
    except _UNREADABLE:
        raise BrokenRun(f"{path.name} does not begin like a run") from None
    return replace(header, name=path.stem)


def answers_of(entries: Iterable[Entry]) -> list[Entry]:
    """The answers that stand, once every going back has taken its own away."""
    standing: list[Entry] = []
    for entry in entries:
        if entry.retold is not None:
            standing = list(entry.retold)
        elif entry.back:
            del standing[max(0, len(standing) - entry.back) :]
        else:
            standing.append(entry)
    return standing


class Journal:
    """Appends to a run's file, or to nothing when ``path`` is None.

    When the disk refuses, ``trouble`` says why, what could not be written is kept in memory, and every later
    append tries again. The file appears with the first append, and nothing but an append ever touches it.
    """

    def __init__(self, path: Path | None, header: Header) -> None:
        self.path = path
        self.header = header
        self.trouble = ""
        self._waiting = _line(header)
        self._whole = 0
        self._size: int | None = None  # there is no file yet

    @classmethod
    def reopen(cls, path: Path, loaded: Loaded) -> Journal:
        """Go on with a journal just loaded. A torn last line is cut off by the next append."""
        journal = cls(path, loaded.header)
        journal._waiting = b""
        journal._whole, journal._size = loaded.whole, loaded.size
        return journal

    def retell(self, entries: Iterable[Entry]) -> None:
        """Let the next append begin with a line that puts these answers in the place of all that stand."""
        self._waiting = _line(Entry(retold=tuple(entries)))

    def fork(self, header: Header, entries: Iterable[Entry]) -> Journal:
        """A new journal beside this one, beginning with these entries, under the name in the header."""
        path = self.path.with_name(header.name + ENDING) if self.path else None
        journal = Journal(path, header)
        journal.append(*entries)
        return journal

    def free_name(self) -> str:
        """A name that no run beside this one has: *brass-kettle-2* after *brass-kettle*."""
        stem = re.sub(r"-[0-9]+$", "", self.header.name)[:50].rstrip("-")
        taken = {self.header.name}
        if self.path is not None and self.path.parent.exists():
            taken |= {path.stem for path in self.path.parent.glob(f"*{ENDING}")}
        return next(name for number in count(2) if (name := f"{stem}-{number}") not in taken)

    def append(self, *entries: Entry) -> None:
        """Write entries, each a whole line, before anything else happens."""
        if self.path is None:
            return
        self._waiting += b"".join(map(_line, entries))
        try:
            self._write(self.path)
        except OSError as error:
            self.trouble = why(error)
        else:
            self.trouble = ""

    def _write(self, path: Path) -> None:
        file = self._file(path)
        try:
            if os.fstat(file).st_size != self._size:
                raise OSError(0, "another window is playing this run; start a new one there or here")
            if self._size > self._whole:
                os.ftruncate(file, self._whole)
                self._size = self._whole
            self._size += os.write(file, self._waiting)
            if self._size < self._whole + len(self._waiting):
                raise OSError(0, "the disk is full")
            self._whole = self._size
            self._waiting = b""
        finally:
            os.close(file)

    def _file(self, path: Path) -> int:
        """The file, open for appending; made if this is the first append."""
        flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
        if self._size is not None:
            try:
                return os.open(path, flags)
            except FileNotFoundError:
                raise OSError(0, "this run was deleted meanwhile; start a new one") from None
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            file = os.open(path, flags | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            raise OSError(0, "another window took this name meanwhile; start a new run") from None
        self._size = 0
        return file


def _line(struct: msgspec.Struct) -> bytes:
    return msgspec.json.encode(struct) + b"\n"
