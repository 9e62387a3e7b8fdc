"""Arrange: put steps in order."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Annotated

from msgspec import Meta

from game.story.draw import shuffled
from game.story.questions.base import Answer, Outcome, Pick, Question, Settled, Way
from game.story.state import State
from game.story.step import Label


class Item(Pick, frozen=True, kw_only=True):
    """One of the things to put in order: ``text`` are its words."""

    text: Label


class Arrange(Question, frozen=True, kw_only=True, tag="arrange"):
    """The ``items`` are written in the right order and dealt out shuffled.

    ``right`` is the outcome of the right order; ``wrong`` is the outcome of any other. The answer is the list of
    ids as the player put them.
    """

    items: Annotated[tuple[Item, ...], Meta(min_length=2, max_length=8)]
    right: Outcome = Outcome()
    wrong: Outcome = Outcome()

    @property
    def order(self) -> tuple[str, ...]:
        """The ids in the right order."""
        return tuple(item.id for item in self.items)

    def dealt(self, seed: int) -> tuple[Item, ...]:
        """The items as they are dealt to a run with this seed; never in the right order."""
        by_id = {item.id: item for item in self.items}
        return tuple(by_id[name] for name in shuffled(self.order, seed, self.id))

    def refusal(self, answer: Answer, state: State) -> str:  # noqa: ARG002
        complete = isinstance(answer, list | tuple) and all(isinstance(each, str) for each in answer)
        if not complete or sorted(answer) != sorted(self.order):
            return "Put every one of them in the row once."
        return ""

    def takes(self, answer: Answer, state: State) -> bool:  # noqa: ARG002
        return isinstance(answer, list) and sorted(map(str, answer)) == sorted(self.order)

    def settle(self, answer: Answer, state: State) -> Settled:
        outcome = self.right if tuple(answer) == self.order else self.wrong
        return Settled(state.after(outcome.effects), outcome.then)

    def renamed(self, answer: Answer, now: dict[str, str]) -> Answer:
        if not isinstance(answer, list | tuple):
            return answer
        return [super(Arrange, self).renamed(each, now) for each in answer]

    def sample(self, state: State, rng: Random) -> Answer:  # noqa: ARG002
        return rng.sample(self.order, len(self.items))

    def ways(self) -> Iterator[Way]:
        yield from (self.right.way, self.wrong.way)

    def said(self, answer: Answer) -> str:
        by_id = {item.id: item.text for item in self.items}
        return " → ".join(by_id.get(name, name) for name in answer)
