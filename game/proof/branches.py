"""Branches: what is told after an answer, and what is known of a play that gave it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from game.proof.worlds import Asked, Known
from game.story.beat import AnyBeat
from game.story.condition import COUNT_NAMES, GAUGE_NAMES, NIGHT_NAMES, Condition
from game.story.questions import AnyQuestion
from game.story.questions.base import Way

_UNSURE: Final = frozenset((*COUNT_NAMES, *NIGHT_NAMES))
"""What an answer may change without saying so."""


class Branch(NamedTuple):
    """One way on from a question: what is told first, and what is known of the state then."""

    then: tuple[AnyBeat, ...] = ()
    known: tuple[Known, ...] = ()


def branches_of(question: AnyQuestion, day: int, flags: frozenset[str]) -> tuple[Branch, ...]:
    """Every branch that leads elsewhere than another. ``flags`` are all that a play can remember."""
    asked = [question.when] if question.when else []
    ways = question.branches()
    return tuple(
        dict.fromkeys(Branch(way.then, (*_held(asked, way, day, flags), *_flown(way, day))) for way in ways)
    )


def _held(asked: list[Condition], way: Way, day: int, flags: frozenset[str]) -> Iterator[Known]:
    """What held when the answer was given, and holds still."""
    moved = {name for name in GAUGE_NAMES if any(getattr(each, name) for each in way.effects)}
    flown = {name for each in way.effects for name in each.flags}
    sure = (flags | {*GAUGE_NAMES}) - moved - flown - {name for name, _ in way.kept} - _UNSURE
    return (Known(Asked(each, day), met=True) for each in (*asked, *way.met) if each.names <= sure)


def _flown(way: Way, day: int) -> Iterator[Known]:
    """The flags that the answer put up or down."""
    flown: dict[str, bool] = {}
    for each in way.effects:
        flown |= dict.fromkeys(each.set, True) | dict.fromkeys(each.clear, False)
    return (Known(Asked(_flag(name), day), met=up) for name, up in flown.items())


@cache
def _flag(name: str) -> Condition:
    return Condition(name)
