"""Ways: what can follow an answer, whatever the answer was."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Final, NamedTuple

from game.proof.worlds import Asked, Known
from game.story.beat import AnyBeat
from game.story.condition import COUNT_NAMES, GAUGE_NAMES, NIGHT_NAMES, Condition
from game.story.model import parts_of
from game.story.questions import AnyQuestion, Choose, Spend
from game.story.questions.base import Offer
from game.story.state import Effects

_UNSURE: Final = frozenset((*COUNT_NAMES, *NIGHT_NAMES))
"""What an answer may change without saying so."""


class Way(NamedTuple):
    """One way of answering: what is told after it, and what is known of the state then."""

    then: tuple[AnyBeat, ...] = ()
    known: tuple[Known, ...] = ()


def ways_of(question: AnyQuestion, day: int, flags: frozenset[str]) -> tuple[Way, ...]:
    """Every way of answering that leads elsewhere than another. ``flags`` are all that a play can remember."""
    return tuple(dict.fromkeys(_ways(question, day, flags)))


def _ways(question: AnyQuestion, day: int, flags: frozenset[str]) -> Iterator[Way]:
    asked = [question.when] if question.when else []
    match question:
        case Choose():
            for option in question.options:
                yield Way(option.then, _known([*asked, *_conditions(option)], [option.effects], day, flags))
        case Spend():
            for count in range(1, min(question.total, len(question.on)) + 1):
                for uses in combinations(question.on, count):
                    if sum(use.most or question.total for use in uses) >= question.total:
                        met = [*asked, *(each for use in uses for each in _conditions(use))]
                        then = tuple(beat for use in uses for beat in use.then)
                        yield Way(then, _known(met, [use.each for use in uses], day, flags))
        case _:
            outcomes = [part for path, part in parts_of(question) if path and hasattr(part, "then")]
            for outcome in outcomes:
                yield Way(outcome.then, _known(asked, [outcome.effects], day, flags))
            if not outcomes:
                yield Way((), _known(asked, [], day, flags))


def _conditions(offer: Offer) -> list[Condition]:
    return [each for each in (offer.when, offer.needs) if each is not None]


def _known(met: list[Condition], effects: list[Effects], day: int, flags: frozenset[str]) -> tuple[Known, ...]:
    """What held when the answer was given and holds still, and the flags that the answer put up or down."""
    flown: dict[str, bool] = {}
    for each in effects:
        flown |= dict.fromkeys(each.set, True) | dict.fromkeys(each.clear, False)
    moved = {name for name in GAUGE_NAMES if any(getattr(each, name) for each in effects)}
    sure = (flags | {*GAUGE_NAMES}) - moved - flown.keys() - _UNSURE
    held = [Known(Asked(each, day), met=True) for each in met if each.names <= sure]
    return (*held, *(Known(Asked(_flag(name), day), met=up) for name, up in flown.items()))


@cache
def _flag(name: str) -> Condition:
    return Condition(name)
