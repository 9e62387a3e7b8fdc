"""Choose: one of a few things to do."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Annotated

from msgspec import Meta

from game.story import rulebook
from game.story.beat import AnyBeat
from game.story.questions.base import Answer, Fault, Offer, Question, Settled, Way
from game.story.state import NOTHING, Effects, State
from game.story.step import Id


class Option(Offer, frozen=True, kw_only=True):
    """One thing to do: ``effects`` is what it changes; ``then`` are the beats told after it."""

    effects: Effects = NOTHING
    then: tuple[AnyBeat, ...] = ()


class Choose(Question, frozen=True, kw_only=True, tag="choose"):
    """The answer is the id of an option.

    The ``options`` are two to nine; one of them is always open. ``unasked`` is the option that counts as chosen in
    plays that had come further before this was asked; without it, they stop at the beginning of its day.
    """

    options: Annotated[tuple[Option, ...], Meta(min_length=2, max_length=9)]
    unasked: Id | None = None

    @property
    def counts_as(self) -> Answer:
        return self.unasked

    def shown(self, state: State) -> list[Option]:
        """The options on the table, open or struck out."""
        return [option for option in self.options if option.there(state)]

    def refusal(self, answer: Answer, state: State) -> str:
        for option in self.options:
            if option.id == answer and option.there(state):
                return option.struck(state)
        return "That is not on the list."

    def takes(self, answer: Answer, state: State) -> bool:  # noqa: ARG002
        return answer in [option.id for option in self.options]

    def settle(self, answer: Answer, state: State) -> Settled:
        for option in self.options:
            if option.id == answer:
                return Settled(state.after(option.effects), option.then)
        raise KeyError(answer)

    def sample(self, state: State, rng: Random) -> Answer:
        open_now = [o.id for o in self.options if o.is_open(state)]
        return open_now[int(rng.random() * len(open_now))]

    def ways(self) -> Iterator[Way]:
        for option in self.options:
            yield Way(option.conditions, (option.effects,), then=option.then)

    def said(self, answer: Answer) -> str:
        return next((option.text for option in self.options if option.id == answer), str(answer))

    def faults(self) -> Iterator[Fault]:
        if self.unasked is not None and self.unasked not in [option.id for option in self.options]:
            yield Fault(("unasked",), rulebook.questions.UNASKED_NOT_AN_OPTION(name=self.unasked))
        if all(option.when or option.needs for option in self.options):
            yield Fault(("options",), rulebook.questions.NO_OPEN_OPTION())
