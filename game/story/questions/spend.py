"""Spend: split something there is too little of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from random import Random
from typing import Annotated

from msgspec import Meta

from game.story import rulebook
from game.story.beat import AnyBeat
from game.story.questions.base import Answer, Fault, Offer, Question, Settled, Way
from game.story.state import NOTHING, Effects, State
from game.story.step import Label


class Use(Offer, frozen=True, kw_only=True):
    """One thing to spend on: ``each`` is what one unit of it changes.

    ``most`` is how many units it takes; ``then`` are the beats told after it, if any unit went there.
    """

    each: Effects = NOTHING
    most: Annotated[int, Meta(ge=1, le=24)] | None = None
    then: tuple[AnyBeat, ...] = ()


class Spend(Question, frozen=True, kw_only=True, tag="spend"):
    """All of ``total`` is spent; ``unit`` is what it counts; ``on`` are the two to six things it can go to.

    The answer is ``{use id: units}``; a use left out gets none.
    """

    total: Annotated[int, Meta(ge=1, le=24)]
    unit: Label
    on: Annotated[tuple[Use, ...], Meta(min_length=2, max_length=6)]

    def shown(self, state: State) -> list[Use]:
        """The uses on the table, open or struck out."""
        return [use for use in self.on if use.there(state)]

    def room(self, use: Use, state: State) -> int:
        """The most units this use can take now."""
        return 0 if use.struck(state) else min(self.total, use.most or self.total)

    def refusal(self, answer: Answer, state: State) -> str:
        if not isinstance(answer, dict):
            return "Say how much goes to what."
        shown = {use.id: use for use in self.shown(state)}
        for name, units in answer.items():
            if name not in shown:
                return "That is not on the list."
            if type(units) is not int or units < 0:
                return "Spend whole numbers."
            most = self.room(shown[name], state)
            if units > most:
                return shown[name].struck(state) or f"{shown[name].text}: at most {most}."
        spent = sum(answer.values())
        if spent != self.total:
            return f"{spent} of {self.total} spent; all of it goes somewhere."
        return ""

    def takes(self, answer: Answer, state: State) -> bool:  # noqa: ARG002
        return isinstance(answer, dict) and {*answer} <= {use.id for use in self.on}

    def settle(self, answer: Answer, state: State) -> Settled:
        then: tuple[AnyBeat, ...] = ()
        for use in self.on:
            units = answer.get(use.id, 0)
            if units:
                state = state.after(use.each.times(units))
                then += use.then
        return Settled(state, then)

    def renamed(self, answer: Answer, now: dict[str, str]) -> Answer:
        if not isinstance(answer, dict) or any(type(units) is not int for units in answer.values()):
            return answer
        found: dict[str, int] = {}
        for name, units in answer.items():
            use = now.get(str(name), str(name))
            found[use] = found.get(use, 0) + units
        return found

    def sample(self, state: State, rng: Random) -> Answer:
        room = {use.id: self.room(use, state) for use in self.shown(state)}
        answer = dict.fromkeys(room, 0)
        for _ in range(self.total):
            name = rng.choice([name for name in room if answer[name] < room[name]])
            answer[name] += 1
        return answer

    def ways(self) -> Iterator[Way]:
        for units in _shares(self.total, [min(self.total, use.most or self.total) for use in self.on]):
            yield _way([(use, count) for use, count in zip(self.on, units, strict=True) if count])

    def branches(self) -> Iterator[Way]:
        for count in range(1, min(self.total, len(self.on)) + 1):
            for uses in combinations(self.on, count):
                if sum(use.most or self.total for use in uses) >= self.total:
                    yield _way([(use, 1) for use in uses])

    def said(self, answer: Answer) -> str:
        parts = [f"{use.text} {answer[use.id]}" for use in self.on if answer.get(use.id)]
        return ", ".join(parts)

    def faults(self) -> Iterator[Fault]:
        always = sum(use.most or self.total for use in self.on if use.when is None and use.needs is None)
        if always < self.total:
            yield Fault(("on",), rulebook.questions.SPEND_TOO_TIRED(always=always, total=self.total))


def _way(spent: Sequence[tuple[Use, int]]) -> Way:
    return Way(
        tuple(each for use, _ in spent for each in use.conditions),
        tuple(use.each.times(count) for use, count in spent),
        then=tuple(beat for use, _ in spent for beat in use.then),
    )


def _shares(total: int, most: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every way to split all of a total, none taking more than its most."""
    if not most:
        yield from [()] if total == 0 else []
        return
    for first in range(min(total, most[0]) + 1):
        for others in _shares(total - first, most[1:]):
            yield first, *others
