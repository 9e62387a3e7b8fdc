"""Flats: whole numbers in flat order (1A, 1B, …, 2A, …), their names, and sets of them as the bits of an int."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import ascii_uppercase
from typing import Final

RISERS: Final = ascii_uppercase
"""The letters of the risers, from the left."""

_NAME: Final = re.compile(r"([1-9][0-9]?)([A-Z])")


def flats_in(mask: int) -> Iterator[int]:
    """The flats of a set, in flat order."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def mask_of(flats: Iterable[int]) -> int:
    """The set that holds these flats."""
    mask = 0
    for flat in flats:
        mask |= 1 << flat
    return mask


def lowest(mask: int) -> int:
    """The first flat of a set in flat order; in a riser, the lowest. The set must not be empty."""
    return (mask & -mask).bit_length() - 1


def name_of(flat: int, cols: int) -> str:
    """A flat's name: its floor, counted from 1, and the letter of its riser."""
    return f"{flat // cols + 1}{RISERS[flat % cols]}"


def flat_named(name: str, rows: int, cols: int) -> int:
    """The flat of that name, or a :class:`ValueError` that says which names there are."""
    found = _NAME.fullmatch(name)
    if found:
        row, col = int(found[1]) - 1, RISERS.index(found[2])
        if row < rows and col < cols:
            return row * cols + col
    raise ValueError(f"There is no flat {name!r}: flats here run from 1A to {name_of(rows * cols - 1, cols)}.")


def circuit_name(index: int) -> str:
    """A circuit's letter: a to z, then aa, ab and so on."""
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(ord("a") + letter) + name
    return name
