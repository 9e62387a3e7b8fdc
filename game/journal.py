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
from typing import Any, Final

import msgspec

from game.story.calendar import Cut
from game.story.state import Guess

FORMAT: Final = 1
LARGEST: Final = 16 * 1024 * 1024
"""Bytes of the largest journal that is read. A whole play has about twenty thousand."""
ENDING: Final = ".jsonl"
NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Header(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The first line: everything but the answers that a replay needs.

    ``firsts`` are guesses whose seals were broken before this run was forked from ``forked_from``: they stay the
    record.
    """

    format: int = msgspec.field(name="seven-weeks")
    name: str
    seed: int
    cut: Cut
    story: str
    firsts: tuple[tuple[str, Guess], ...] = ()
    forked_from: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One answer under the ids of its scene and question; or ``back``, which takes so many answers back."""

    scene: str = ""
    question: str = ""
    answer: Any = None
    back: int = 0


class BrokenRun(Exception):  # noqa: N818 - it is the run that is broken
    """Nothing of a run can be played. The message says why; the file is kept as it is."""


class Loaded(msgspec.Struct, frozen=True):
    """A journal as it was read: ``trouble`` says what stands after the last good entry, if anything does."""

    header: Header
    entries: tuple[Entry, ...]
    trouble: str = ""


def load(path: Path) -> Loaded:
    """Read a journal up to the first line that cannot be read. A torn last line is no trouble.

    Raises ``BrokenRun`` when there is no header to begin with.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise BrokenRun(f"{path.name} is too large to be a run")
        raw = path.read_bytes()
    except OSError as error:
        raise BrokenRun(f"{path.name} cannot be read: {error.strerror}") from None
    *lines, _torn = raw.split(b"\n")
    if not lines:
        raise BrokenRun(f"{path.name} is empty")
    header = _header(lines[0], path.name)
    entries: list[Entry] = []
    for number, line in enumerate(lines[1:], 2):
        try:
            entries.append(msgspec.json.decode(line, type=Entry))
        except msgspec.DecodeError:
            return Loaded(header, tuple(entries), f"line {number} of {path.name} cannot be read")
    return Loaded(header, tuple(entries))


def _header(line: bytes, name: str) -> Header:
    try:
        found = msgspec.json.decode(line, type=dict[str, Any]).get("seven-weeks")
    except msgspec.DecodeError:
        raise BrokenRun(f"{name} does not begin like a run") from None
    if isinstance(found, int) and found > FORMAT:
        raise BrokenRun(f"{name} was written by a newer version of the game; update the game to play it")
    try:
        return msgspec.json.decode(line, type=Header)
    except msgspec.DecodeError:
        raise BrokenRun(f"{name} does not begin like a run") from None


def answers_of(entries: Iterable[Entry]) -> list[Entry]:
    """The answers that stand, once every going back has taken its own away."""
    standing: list[Entry] = []
    for entry in entries:
        if entry.back:
            del standing[max(0, len(standing) - entry.back) :]
        else:
            standing.append(entry)
    return standing


class Journal:
    """Appends to a run's file, or to nothing when ``path`` is None.

    When the disk refuses, ``trouble`` says why, what could not be written is kept in memory, and every later
    append tries again. The file appears with the first append.
    """

    def __init__(self, path: Path | None, header: Header, *, size: int = 0) -> None:
        self.path = path
        self.header = header
        self.trouble = ""
        self._size = size
        self._waiting = b"" if size else _line(header)

    @classmethod
    def reopen(cls, path: Path, header: Header) -> Journal:
        """Go on with a journal just loaded: a torn last line is cut off before the next append."""
        raw = path.read_bytes()
        size = raw.rfind(b"\n") + 1
        journal = cls(path, header, size=size)
        if size < len(raw):
            try:
                os.truncate(path, size)
            except OSError as error:
                journal.trouble = _why(error)
        return journal

    def fork(self, header: Header, entries: Iterable[Entry]) -> Journal:
        """A new journal beside this one, beginning with these entries, under the name in the header."""
        path = self.path.with_name(header.name + ENDING) if self.path else None
        journal = Journal(path, header)
        journal.append(*entries)
        return journal

    def free_name(self) -> str:
        """A name that no run beside this one has: *brass-kettle-2* after *brass-kettle*."""
        stem = re.sub(r"-[0-9]+$", "", self.header.name)
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
            self.trouble = _why(error)
        else:
            self.trouble = ""

    def _write(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | (0 if self._size else os.O_EXCL)
        file = os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600)
        try:
            if os.fstat(file).st_size != self._size:
                raise OSError(0, "another window is playing this run; start a new one there or here")
            written = os.write(file, self._waiting)
            if written < len(self._waiting):
                os.ftruncate(file, self._size)
                raise OSError(0, "the disk is full")
            self._size += written
            self._waiting = b""
        finally:
            os.close(file)


def _line(struct: msgspec.Struct) -> bytes:
    return msgspec.json.encode(struct) + b"\n"


def _why(error: OSError) -> str:
    return error.strerror or str(error)
