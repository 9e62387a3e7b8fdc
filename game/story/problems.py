"""Problems of a script, said so that its writer can act on them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final, Literal

import msgspec

from game.errors import ForPeople

LONGEST: Final = 400
"""Characters of the longest message; what a file holds may be echoed in it, and may be anything."""

Severity = Literal["error", "note"]
"""An error keeps a script from being played, or fails the check. A note is for its writer to judge."""


class Said(msgspec.Struct, frozen=True):
    """What a rule has to say: in words, with the code and the severity of the rule that says it.

    ``word`` is the word that it is about, where that stands in a longer text.
    """

    what: str
    rule: str = ""
    severity: Severity = "error"
    word: str = ""

    def at(self, file: str, line: int = 0, column: int = 0) -> Problem:
        """The problem that it is in this place."""
        return Problem(file, line, column, self.what, self.rule, self.severity)


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing that is wrong in one place.

    Lines and columns count from 1; 0 means the file as a whole. ``rule`` is the code of the rule that is broken,
    ``source`` the line of the file as it stands there, once it was looked up.
    """

    file: str
    line: int
    column: int
    what: str
    rule: str = ""
    severity: Severity = "error"
    source: str = ""

    @property
    def place(self) -> str:
        """File, line and column, as editors know them."""
        return on_one_line(f"{self.file}:{self.line}:{self.column}:")

    @property
    def mark(self) -> str:
        """How bad it is and by which rule, *error[unknown-fact]*; empty where no rule says so."""
        return f"{self.severity}[{self.rule}]" if self.rule else ""

    @property
    def message(self) -> str:
        """What is wrong, in one line of some length, whatever a file may hold."""
        return on_one_line(self.what if len(self.what) <= LONGEST else f"{self.what[:LONGEST]}…")

    def __str__(self) -> str:
        return " ".join(filter(None, (self.place, self.mark, self.message)))


class BrokenScript(ForPeople):
    """The script cannot be played. Carries every problem found, in reading order."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = tuple(sorted(problems))

    def __str__(self) -> str:
        from game.story.report import report  # noqa: PLC0415 - not before something is wrong

        return report(self.problems)


def on_one_line(text: str) -> str:
    """The text with a space for everything that cannot be printed."""
    return "".join(character if character.isprintable() else " " for character in text)


def as_utf8(text: str) -> str:
    r"""The text with all written out, as *\udcff*, that is none in UTF-8: the name of a file may be any bytes."""
    return text.encode("utf-8", "backslashreplace").decode()


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``" (did you mean 'x'?)"`` for the nearest known word, or nothing when none is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""
