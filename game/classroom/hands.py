"""Hands: a class without phones. Whoever leads it counts raised hands, and each becomes a vote like any other.

A hand that is raised for a guess does not say how sure it is. The room may be asked that once more, and the middle
of what it says is taken for all of its guesses. Where it is not asked, nothing is recorded of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from game.classroom.forms import AnyForm, Bar, Guess, Order, Pick, Scale, Share, Vote
from game.classroom.forms.base import middle
from game.classroom.store import Seat, Store
from game.story.questions.tell import SCALE

MOST: Final = 999
"""Hands that can be counted for one answer."""
SURE: Final = {1: "a coin toss", 3: "likely", 5: "certain"}
"""What hands are raised for to say how sure they are. Five such rounds would be too many for one question."""


class Hand(NamedTuple):
    """What hands are raised for, in words, and the vote that one such hand is."""

    text: str
    vote: Vote


_DEGREES: Final = tuple(Hand(text, degree) for degree, text in SURE.items())


def hands_for(form: AnyForm) -> tuple[Hand, ...]:
    """What a room can be asked to raise its hands for. Struck-out answers are left out."""
    return tuple(_hands(form))


def _hands(form: AnyForm) -> Iterator[Hand]:
    match form:
        case Pick(choices=choices):
            yield from (Hand(choice.text, choice.id) for choice in choices if not choice.struck)
        case Guess(choices=()):
            for span, bar in zip(form.spans, form.bars(()), strict=True):
                yield Hand(bar.text, {"guess": span[len(span) // 2]})
        case Guess(choices=choices):
            yield from (Hand(choice.text, {"guess": choice.id}) for choice in choices)
        case Scale():
            yield from (Hand(bar.text, step) for bar, step in zip(form.bars(()), SCALE, strict=True))
        case Order(choices=choices):
            names = [choice.id for choice in choices]
            for choice in choices:
                yield Hand(f"First: {choice.text}", [choice.id, *(name for name in names if name != choice.id)])
        case Share(places=places):
            for place in places:
                if place.most:
                    yield Hand(f"Most of it: {place.text}", _filled(form, place.id))


def _filled(form: Share, first: str) -> Vote:
    """All that one place takes, and what is left in the others as they come."""
    left, given = form.total, {}
    for place in sorted(form.places, key=lambda place: place.id != first):
        given[place.id] = min(place.most, left)
        left -= given[place.id]
    return {name: units for name, units in given.items() if units}


def hands_up(form: AnyForm, votes: Iterable[Vote]) -> tuple[Bar, ...]:
    """How many hands were up for each thing, out of the votes that they became."""
    raised = [_for_what(vote) for vote in votes]
    return tuple(Bar(hand.text, raised.count(hand.vote)) for hand in hands_for(form))


def _for_what(vote: Vote) -> Vote:
    """What a hand was raised for: how sure the room was is not of it."""
    return {"guess": vote["guess"]} if isinstance(vote, dict) and "sure" in vote else vote


def sureness_for(form: AnyForm) -> tuple[Hand, ...]:
    """What hands can be raised for besides, to say how sure they are; nothing where that is not asked."""
    return _DEGREES if isinstance(form, Guess) else ()


async def raise_hands(
    store: Store, round: str, hands: Sequence[Hand], counts: Iterable[int], sure: Sequence[int] = ()
) -> None:
    """Put so many hands of each kind into an open round. So many were ``sure`` to each degree, where asked."""
    votes = _raised(hands, counts)
    if any(sure):
        degrees = _raised(_DEGREES, sure)
        votes = [{**vote, "sure": middle(degrees)} for vote in votes]
    for number, vote in enumerate(votes, 1):
        seat = Seat(f"hand-{number}", f"hand {number}")
        await store.sit(seat, len(hands) * MOST)
        await store.vote(round, seat.id, msgspec.json.encode(vote))


def _raised(hands: Iterable[Hand], counts: Iterable[int]) -> list[Vote]:
    return [hand.vote for hand, count in zip(hands, counts, strict=True) for _ in range(count)]
