"""Order: put a few things in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from game.classroom.forms.base import NO, Bar, Choice, Form, Vote
from game.story.questions.base import Answer


class Order(Form, frozen=True, kw_only=True, tag="order"):
    """The vote is the list of all ids, first to last. The ``choices`` come shuffled."""

    choices: tuple[Choice, ...]

    def refusal(self, vote: Vote) -> str:
        names = sorted(choice.id for choice in self.choices)
        if not isinstance(vote, list) or not all(isinstance(each, str) for each in vote) or sorted(vote) != names:
            return NO
        return ""

    def bars(self, votes: Sequence[Vote]) -> tuple[Bar, ...]:
        """For each thing, in the order of the class, how many have put it just there."""
        row = self.together(votes) if votes else [choice.id for choice in self.choices]
        texts = {choice.id: choice.text for choice in self.choices}
        return tuple(Bar(texts[name], sum(vote[at] == name for vote in votes)) for at, name in enumerate(row))

    def together(self, votes: Sequence[Vote]) -> Answer:
        """By mean place, the foremost first (Borda's count); those of one mean as they were dealt."""
        places: Counter[str] = Counter()
        for vote in votes:
            places.update({name: at for at, name in enumerate(vote)})
        return sorted((choice.id for choice in self.choices), key=lambda name: places[name])
