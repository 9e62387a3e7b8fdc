"""What is measured along the legs of a cut: how soon a key is pressed, and how much is told at a stretch.

Counted are lines and what is asked. What is said of the longest is true of every play: see ``legs``.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Final, NamedTuple

from game.proof.leg import Leg, Told
from game.proof.legs import Legs

_WORDS: Final = attrgetter("words")


class Opening(NamedTuple):
    """The words up to the first key press, and up to the first question."""

    key: Told
    question: Told


def opening(legs: Legs) -> Opening:
    """The longest beginning of a cut."""
    first = legs.at[None]
    key = max((leg.longest(leg.screens[0]) for leg in first), key=_WORDS)
    return Opening(key, max((leg.longest(leg.lines) for leg in first), key=_WORDS))


def longest_run(legs: Legs) -> int:
    """The most words from one question to the next, the beginning aside."""
    return max((told.words for told in runs(legs)), default=0)


def longest_screen(legs: Legs) -> int:
    """The most words on one screen."""
    return max((told.words for told in screens(legs)), default=0)


def runs(legs: Legs) -> Iterator[Told]:
    """What can be told from one question to the next, the beginning aside."""
    return (leg.longest(leg.lines) for at, found in legs.at.items() if at is not None for leg in found)


def screens(legs: Legs) -> Iterator[Told]:
    """What can be told on each screen."""
    return (leg.longest(screen) for leg in _all(legs) for screen in leg.screens)


def _all(legs: Legs) -> Iterator[Leg]:
    return (leg for found in legs.at.values() for leg in found)
