"""Ear and voice: the two ends of the line face. Lines come in, lines go out, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from shutil import get_terminal_size
from textwrap import fill
from typing import Final, TextIO, TypeVar

T = TypeVar("T")

INTERRUPTED: Final = 130
"""The exit code of a program that was told to stop."""
LONGEST: Final = 500
"""Characters of a typed line that are heard. No answer comes near it."""
AS_ON_SCREEN: Final = {"?": "help", "q": "quit"}
"""Keys of the screens that somebody may try here, and the words they stand for."""
NARROWEST: Final = 20
"""Columns of a terminal below which no line is broken any shorter."""


class Silence(Exception):  # noqa: N818 - the input has ended, which is no error
    """No more lines will come."""


class Ear:
    """Where answers come from. ``terminal`` tells whether somebody types them just now."""

    def __init__(self, lines: Iterable[str]) -> None:
        isatty = getattr(lines, "isatty", None)
        self.terminal = bool(isatty and isatty())
        self._lines = iter(_lenient(lines))
        self._kept: str | None = None

    def line(self) -> str:
        """The next line, without its ends. Raises ``Silence`` when there is none."""
        if self._kept is not None:
            line, self._kept = self._kept, None
            return line
        for line in self._lines:
            heard = line[:LONGEST].strip()
            return AS_ON_SCREEN.get(heard.lower(), heard)
        raise Silence

    def keep(self, line: str) -> None:
        """Give a line back, to be heard again."""
        self._kept = line


class Voice:
    """Where lines go. Whatever is not a character that can be read is left out, control codes above all."""

    def __init__(self, out: TextIO) -> None:
        self._out = _lenient(out)
        self._terminal = out.isatty()

    def say(self, text: str) -> None:
        """Say one line, however long. Nothing to say is not said.

        A terminal would break it in the middle of a word, so there it is broken between words; in a pipe never.
        """
        if line := _readable(text):
            self._out.write((_wrapped(line) if self._terminal else line) + "\n")

    def pause(self) -> None:
        """Leave a line empty."""
        self._out.write("\n")

    def prompt(self) -> None:
        """Show that a line is waited for."""
        self._out.write("> ")

    def flush(self) -> None:
        """Let everything said so far be heard."""
        self._out.flush()


def _wrapped(line: str) -> str:
    """The line, broken between words at the terminal's width as it is now."""
    width = max(NARROWEST, get_terminal_size().columns)
    return fill(line, width, break_long_words=False, break_on_hyphens=False)


def _readable(text: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _lenient(stream: T) -> T:
    """The stream, made to replace what its encoding cannot hold; nothing is worth ending a play for."""
    if isinstance(stream, TextIOWrapper):
        with suppress(UnsupportedOperation):  # some of it has been read already
            stream.reconfigure(errors="replace")
    return stream
