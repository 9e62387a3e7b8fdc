"""Problems of a script, said so that its writer can act on them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

import msgspec

from game.errors import ForPeople

LONGEST: Final = 400
"""Characters of the longest message; what a file holds may be echoed in it, and may be anything."""


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing that is wrong in one place.

    Lines and columns count from 1; 0 means the file as a whole.
    """

    file: str
    line: int
    column: int
    what: str

    def __str__(self) -> str:
        what = self.what if len(self.what) <= LONGEST else f"{self.what[:LONGEST]}…"
        said = f"{self.file}:{self.line}:{self.column}: {what}"
        return "".join(character if character.isprintable() else " " for character in said)


class BrokenScript(ForPeople):
    """The script cannot be played. Carries every problem found, in reading order."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(report(self.problems))


def report(problems: Iterable[Problem]) -> str:
    """All problems, one a line, and how many there are."""
    lines = [str(problem) for problem in problems]
    count = len(lines)
    return "\n".join([*lines, f"{count} problem{'' if count == 1 else 's'} in the script."])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``" (did you mean 'x'?)"`` for the nearest known word, or nothing when none is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""
