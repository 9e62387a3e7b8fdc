"""Scale: how it seems, from 1 to 5."""

from __future__ import annotations

from collections.abc import Sequence

from game.classroom.forms.base import NO, Bar, Form, Vote, middle
from game.story.questions.base import Answer
from game.story.questions.tell import SCALE


class Scale(Form, frozen=True, kw_only=True, tag="scale"):
    """The vote is a number from 1 to 5. The ``ends`` say what 1 and 5 mean."""

    ends: tuple[str, ...]

    def refusal(self, vote: Vote) -> str:
        return "" if type(vote) is int and vote in SCALE else NO

    def bars(self, votes: Sequence[Vote]) -> tuple[Bar, ...]:
        means = {SCALE[0]: self.ends[0], SCALE[-1]: self.ends[-1]}
        return tuple(
            Bar(f"{step} {means[step]}" if step in means else f"{step}", sum(vote == step for vote in votes))
            for step in SCALE
        )

    def together(self, votes: Sequence[Vote]) -> Answer:
        return middle(votes)
