"""What every form can do: say what it asks, refuse what is no vote, count votes, and make one answer of them.

A form is plain data: it travels to phones and to other server processes, and holds all that is needed to judge a
vote. So it never tells what the right answer is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec

from game.story.questions.base import Answer

Vote = Any
"""What a seat says, as it came out of JSON: of no known shape until a form has not refused it."""

NO: Final = "That is not one of the answers."
"""Why a vote is refused that no form of ours can have sent."""


class Choice(msgspec.Struct, frozen=True, omit_defaults=True):
    """One of the things to choose from. ``struck`` says why it is not open; it is shown all the same."""

    id: str
    text: str
    struck: str = ""


class Bar(msgspec.Struct, frozen=True):
    """A bar of the reveal: what it stands for, and how many votes (or units) went there."""

    text: str
    count: int


class Form(msgspec.Struct, frozen=True, kw_only=True, tag_field="form", omit_defaults=True):
    """A question as phones ask it. ``text`` is what is asked."""

    text: str

    def refusal(self, vote: Vote) -> str:
        """Why this is no vote, for whoever gave it; empty when it is one. Takes anything that JSON can hold."""
        raise NotImplementedError

    def bars(self, votes: Sequence[Vote]) -> tuple[Bar, ...]:
        """The votes, counted. None of them is one that would be refused."""
        raise NotImplementedError

    def together(self, votes: Sequence[Vote]) -> Answer:
        """The one answer that these votes come to, at least one of them, as a run takes it."""
        raise NotImplementedError


def is_open(vote: Vote, choices: Iterable[Choice]) -> bool:
    """Whether a vote is the id of a choice that is not struck out."""
    return isinstance(vote, str) and any(choice.id == vote and not choice.struck for choice in choices)


def counted(votes: Iterable[str], choices: Sequence[Choice]) -> tuple[Bar, ...]:
    """How many votes each choice has, in the order in which they are shown."""
    count = Counter(votes)
    return tuple(Bar(choice.text, count[choice.id]) for choice in choices)


def most_wanted(votes: Iterable[str], choices: Sequence[Choice]) -> str:
    """The id with the most votes; of several, the one shown first."""
    count = Counter(votes)
    return max((choice.id for choice in choices), key=lambda name: count[name])


def middle(numbers: Iterable[float]) -> float:
    """The median; of an even number, the lower of the two in the middle: so it is always somebody's own."""
    ordered = sorted(numbers)
    return ordered[(len(ordered) - 1) // 2]
