"""Share: split something there is too little of."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import msgspec

from game.classroom.forms.base import NO, Bar, Form, Vote
from game.story.questions.base import Answer


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing to spend on: ``most`` is how many units it takes now; ``struck`` says why none."""

    id: str
    text: str
    most: int
    struck: str = ""


class Share(Form, frozen=True, kw_only=True, tag="share"):
    """The vote is ``{place id: units}``; a place left out gets none, and all of ``total`` goes somewhere."""

    total: int
    unit: str
    places: tuple[Place, ...]

    def refusal(self, vote: Vote) -> str:
        if not isinstance(vote, dict):
            return NO
        most = {place.id: place.most for place in self.places}
        for name, units in vote.items():
            if name not in most or type(units) is not int or not 0 <= units <= most[name]:
                return NO
        spent = sum(vote.values())
        return "" if spent == self.total else f"{spent} of {self.total} spent; all of it goes somewhere."

    def bars(self, votes: Sequence[Vote]) -> tuple[Bar, ...]:
        return tuple(Bar(place.text, sum(vote.get(place.id, 0) for vote in votes)) for place in self.places)

    def together(self, votes: Sequence[Vote]) -> Answer:
        """The mean of the votes in whole units; what is left goes to the largest fractions (Hamilton's rule)."""
        means = {p.id: Fraction(sum(vote.get(p.id, 0) for vote in votes), len(votes)) for p in self.places}
        given = {name: int(mean) for name, mean in means.items()}
        by_fraction = sorted(means, key=lambda name: given[name] - means[name])
        for name in by_fraction[: self.total - sum(given.values())]:
            given[name] += 1
        return {name: units for name, units in given.items() if units}
