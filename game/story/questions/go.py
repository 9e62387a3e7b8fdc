"""Go: a breath. Nothing is asked but to go on."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import ClassVar

from game.story.questions.base import Answer, Question, Settled, Way
from game.story.state import State


class Go(Question, frozen=True, kw_only=True, tag="go"):
    """``text`` is the word on the door: *Go up*. The answer is null."""

    is_door: ClassVar[bool] = True

    def refusal(self, answer: Answer, state: State) -> str:  # noqa: ARG002
        return "" if answer is None else "There is nothing to choose here; go on."

    def takes(self, answer: Answer, state: State) -> bool:  # noqa: ARG002
        return False

    def settle(self, answer: Answer, state: State) -> Settled:  # noqa: ARG002
        return Settled(state)

    def sample(self, state: State, rng: Random) -> Answer:  # noqa: ARG002
        return None

    def ways(self) -> Iterator[Way]:
        yield Way()

    def said(self, answer: Answer) -> str:  # noqa: ARG002
        return ""


class Tally(Go, frozen=True, kw_only=True, tag="tally"):
    """The week's ledger, drawn, one thing subtracted at a time. Asked on a week's last evening."""
