"""How a reason is said: numbers in words, lists, the names of flats, floors and breakers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.tower.building import Building

_NUMBERS: Final = "no one two three four five six seven eight nine ten eleven twelve".split()
FEW: Final = 6
"""So many flats are named one by one; of more only the number is said."""


def number(count: int) -> str:
    """*no*, *one*, *two* … and figures above twelve."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def be(count: int) -> str:
    """*one is*, *two are*."""
    return f"{number(count)} {'is' if count == 1 else 'are'}"


def counted(count: int, thing: str) -> str:
    """*no fault*, *one fault*, *three faults*."""
    return f"{number(count)} {thing}{'s' if count > 1 else ''}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """*5A, 5D and 6A*."""
    return f" {last} ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def any_of(building: Building, flats: int) -> str:
    """*5A, 5D or 6A*."""
    return listed(building.names(flats), "or")


def all_of(building: Building, flats: int) -> str:
    """*5A, 5D and 6A*."""
    return listed(building.names(flats))


def some(building: Building, flats: int) -> str:
    """*5A and 5D*, or how many they are."""
    return all_of(building, flats) if flats.bit_count() <= FEW else counted(flats.bit_count(), "flat")


def are(building: Building, flats: int, what: str) -> str:
    """*5A is sound*, *5A and 5D are sound*."""
    return f"{all_of(building, flats)} {'is' if flats.bit_count() == 1 else 'are'} {what}"


def which(building: Building, flats: int) -> str:
    """In brackets, which flats are meant by *the rest*: *(5A, 5D)*, or how many where they are many."""
    names = building.names(flats)
    return f"({', '.join(names)})" if len(names) <= FEW else f"({len(names)} flats)"


def all_are(count: int) -> str:
    """*it is*, *both are*, *all are*."""
    return ("it is", "both are")[count - 1] if count <= 2 else "all are"


def it_is(building: Building, flats: int) -> str:
    """The end of a reason that leaves no other flats: *it is 5A*, *both are faulty*, *all are faulty*."""
    if flats.bit_count() == 1:
        return f"it is {all_of(building, flats)}"
    return f"{all_are(flats.bit_count())} faulty"
