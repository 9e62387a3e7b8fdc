"""Tell: how it seems to you, from 1 to 5. There is no right answer and the game never gives one."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Annotated

from msgspec import Meta, field

from game.story.questions.base import Answer, Question, Settled, Way
from game.story.state import State
from game.story.step import Label, Name

SCALE = range(1, 6)


class Tell(Question, frozen=True, kw_only=True, tag="tell"):
    """The answer is a number from 1 to 5.

    The two ``ends`` say what 1 and 5 mean; ``as`` is the name under which the number is kept, for conditions.
    """

    ends: Annotated[tuple[Label, ...], Meta(min_length=2, max_length=2)]
    keep: Name = field(name="as")

    def refusal(self, answer: Answer, state: State) -> str:  # noqa: ARG002
        return "" if type(answer) is int and answer in SCALE else "Tell it from 1 to 5."

    def settle(self, answer: Answer, state: State) -> Settled:
        return Settled(state.remembering(self.keep, answer))

    def sample(self, state: State, rng: Random) -> Answer:  # noqa: ARG002
        return rng.choice(SCALE)

    def ways(self) -> Iterator[Way]:
        yield Way(kept=((self.keep, SCALE),))

    def said(self, answer: Answer) -> str:
        return f"{answer} of 5"
