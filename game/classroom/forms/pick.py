"""Pick: one of a few. It serves whatever is answered by one of a list: options, tests, moves of the crew."""

from __future__ import annotations

from collections.abc import Sequence

from game.classroom.forms.base import NO, Bar, Choice, Form, Vote, counted, is_open, most_wanted
from game.story.questions.base import Answer


class Pick(Form, frozen=True, kw_only=True, tag="pick"):
    """The vote is the id of a choice."""

    choices: tuple[Choice, ...]

    def refusal(self, vote: Vote) -> str:
        return "" if is_open(vote, self.choices) else NO

    def bars(self, votes: Sequence[Vote]) -> tuple[Bar, ...]:
        return counted(votes, self.choices)

    def together(self, votes: Sequence[Vote]) -> Answer:
        return most_wanted(votes, self.choices)
