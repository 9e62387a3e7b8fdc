"""Problems of a script, said so that its writer can act on them."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from difflib import get_close_matches
from typing import Final, Literal, NamedTuple

import msgspec

from game.errors import ForPeople
from game.story.excerpt import PLAIN, WIDTH, Inks, excerpt, on_one_line

LONGEST: Final = 400
"""Characters of the longest message; what a file holds may be echoed in it, and may be anything."""

Severity = Literal["error", "note"]
"""An error keeps a script from being played, or fails the check. A note is for its writer to judge."""


class Said(NamedTuple):
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

    def __str__(self) -> str:
        return self.headline()

    def headline(self, inks: Inks = PLAIN) -> str:
        """Where, how bad, by which rule, and what is wrong: one line, whatever a file may hold."""
        place = inks.place(on_one_line(f"{self.file}:{self.line}:{self.column}:"))
        kind = inks.error if self.severity == "error" else inks.note
        mark = f"{kind(f'{self.severity}[{self.rule}]')} " if self.rule else ""
        what = self.what if len(self.what) <= LONGEST else f"{self.what[:LONGEST]}…"
        return f"{place} {mark}{on_one_line(what)}"

    def told(self, width: int = WIDTH, inks: Inks = PLAIN) -> str:
        """The headline, and under it the line of the file with a caret below the place, in so many columns."""
        return "\n".join([self.headline(inks), *self.excerpt(width, inks)])

    def excerpt(self, width: int = WIDTH, inks: Inks = PLAIN) -> list[str]:
        """The line of the file with a caret below the place; nothing where it is the file as a whole."""
        return excerpt(self.source, self.line, self.column, width, inks) if self.source else []


class BrokenScript(ForPeople):
    """The script cannot be played. Carries every problem found, in reading order."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(report(self.problems))

    def told(self, width: int, inks: Inks) -> str:
        """The same for a terminal of this width, in these colours."""
        return report(self.problems, width, inks)


def report(problems: Iterable[Problem], width: int = WIDTH, inks: Inks = PLAIN) -> str:
    """All problems with their places in the files, and how many there are."""
    problems = tuple(problems)
    return "\n".join([*(problem.told(width, inks) for problem in problems), counted(problems)])


def counted(problems: Sized) -> str:
    """*3 problems in the script.*."""
    return f"{len(problems)} problem{'' if len(problems) == 1 else 's'} in the script."


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``" (did you mean 'x'?)"`` for the nearest known word, or nothing when none is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""
