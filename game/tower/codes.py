"""Codes of boards, like ``1-7x7-M-K7Q2M-4``: version, size, grade, seed, check character.

Capitals, spaces and hyphens do not matter, nor whether one reads O or 0, I, L or 1. Any single wrong character is
noticed (see :mod:`game.tower.crockford`). A long code has the board itself in the place of grade and seed.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

import msgspec

from game.tower import crockford, longform
from game.tower.boards import BY_NAME, LAUNCH, SIZES, Size
from game.tower.crockford import ALPHABET
from game.tower.grades import Grade
from game.tower.longform import Drawing
from game.tower.rng import Rng

VERSION: Final = 1
"""Goes up when the same seed would lead to another board."""
SEED_BITS: Final = 25
EXAMPLE: Final = "1-7x7-M-K7Q2M-4"

_LONG: Final = "B"
"""B for board, in the place of the grade."""
_SEED_LENGTH: Final = SEED_BITS // 5
_PARTS: Final = re.compile(r"(?P<version>.)(?P<size>\d{1,2}X\d{1,2})(?P<grade>.)(?P<rest>.*)", re.DOTALL)


class BadCode(ValueError):  # noqa: N818 - it is the code that is bad
    """A code that is not one, and what is wrong with it."""


class Code(msgspec.Struct, frozen=True):
    """A board by its size, grade and seed."""

    size: Size
    grade: Grade
    seed: int

    def __post_init__(self) -> None:
        if not 0 <= self.seed < 1 << SEED_BITS:
            raise ValueError(f"A seed is a number from 0 to {(1 << SEED_BITS) - 1}, not {self.seed}.")

    def __str__(self) -> str:
        seed = crockford.written(self.seed, _SEED_LENGTH)
        return _assembled(self.size, self.grade, seed)


def read(text: str) -> Code | Drawing:
    """The board that a code stands for, by its seed or as it is drawn; else a :class:`BadCode` saying why not."""
    symbols = crockford.folded(text)
    if not symbols:
        raise BadCode(f"There is nothing to read. A code looks like {EXAMPLE}.")
    if strangers := crockford.strangers(symbols):
        raise BadCode(f"No code has {' or '.join(strangers)} in it. A code looks like {EXAMPLE}.")
    parts = _PARTS.fullmatch(symbols)
    if parts is None:
        raise BadCode(f"This is not a code: it should begin with version and size, as {EXAMPLE} does.")
    if parts["version"] != ALPHABET[VERSION]:
        raise BadCode(
            f"This code is of version {parts['version']}, and only version {VERSION} is known here."
            " If the first character is right, a newer game will know it."
        )
    size, rest = _size(parts["size"]), parts["rest"]
    long = parts["grade"] == _LONG
    _check_length(rest, longform.length(size) if long else _SEED_LENGTH, size)
    if crockford.check(symbols[:-1]) != symbols[-1]:
        raise BadCode("At least one character of this code is wrong: please compare it with where it came from.")
    if long:
        return _drawing(size, rest[:-1])
    return Code(size, _grade(parts["grade"]), crockford.value(rest[:-1]))


def long_code(drawing: Drawing) -> str:
    """The long code of a board: it needs no generator to be read again."""
    symbols = longform.written(drawing)
    groups = "-".join(symbols[start : start + 5] for start in range(0, len(symbols), 5))
    return _assembled(drawing.size, _LONG, groups)


def daily(day: date) -> Code:
    """The board of a day: a launch night of medium grade, the same for everybody."""
    return Code(LAUNCH, Grade.MEDIUM, Rng(VERSION, day.year, day.month, day.day).below(1 << SEED_BITS))


def _assembled(size: Size, kind: str, middle: str) -> str:
    code = f"{VERSION}-{size.name}-{kind}-{middle}"
    return f"{code}-{crockford.check(crockford.folded(code))}"


def _size(name: str) -> Size:
    size = BY_NAME.get(name.lower())
    if size is None:
        known = ", ".join(size.name for size in SIZES)
        raise BadCode(f"There is no tower of size {name.lower()}. The sizes are {known}.")
    return size


def _grade(letter: str) -> Grade:
    if letter not in [*Grade]:
        raise BadCode(f"There is no grade {letter}. The grades are E, easy; M, medium; H, hard.")
    return Grade(letter)


def _check_length(rest: str, right: int, size: Size) -> None:
    """The rest of a code is a seed or a drawing, and the check character."""
    if len(rest) != right + 1:
        off = len(rest) - right - 1
        amount = f"{abs(off)} character{'s' if abs(off) > 1 else ''} too {'many' if off > 0 else 'few'}"
        raise BadCode(
            f"This code has {amount}: after {VERSION}-{size.name} and the letter come {right}, then one to check."
        )


def _drawing(size: Size, symbols: str) -> Drawing:
    try:
        return longform.read(size, symbols)
    except ValueError as error:
        raise BadCode(f"This code has no slip in it, but its board cannot be: {error}") from None
