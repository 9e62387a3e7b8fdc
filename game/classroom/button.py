"""The big button: what it does now. It shows what the front has not shown yet before it goes on with the class."""

from __future__ import annotations

from typing import Final, Protocol

from game.classroom.poll import Poll, Step
from game.classroom.view import View

OVER: Final = "The story is over"


class Projector(Protocol):
    """What stands at the front."""

    @property
    def first(self) -> str:
        """What is done at the front before the class goes on, as the button says it; empty where all is shown."""
        ...

    def show(self) -> None:
        """Do that."""
        ...


class Unseen:
    """No front: there is nothing to wait for."""

    first = ""

    def show(self) -> None:
        """Show nothing."""


def button(view: View, first: str = "") -> str:
    """What the big button does, in words, where the front would ``first`` do this."""
    if view.blank:
        return "Light the front"
    if first:
        return first
    return OVER if view.moment.question is None else _asking(view.poll)


def _asking(poll: Poll | None) -> str:
    if poll is None:
        return "Go on"
    if poll.open:
        return "Close the vote"
    if poll.step is Step.SHOWN and poll.answer() is not None:
        return "Take the answer"
    if poll.step in (Step.TALK, Step.SHOWN):
        return "Vote again"
    return "Open the vote"
