"""Notes: what the presenter has before them at a moment, and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from game.story.fold import Moment


class Notes(NamedTuple):
    """What is known of a moment beforehand.

    ``teaches`` is what the scene is for; ``note`` is what to say or do; ``slips`` are what pupils are likely to
    get wrong. A ``prompt`` is what to talk about before the question is voted on a second time, for so many
    ``seconds``; without one it is voted on once. ``planned`` is the second of the class at which the moment was
    meant to begin; from there the story takes ``rest`` seconds more, and the lesson ``ends`` at this second.
    """

    teaches: str = ""
    note: str = ""
    slips: tuple[str, ...] = ()
    prompt: str = ""
    seconds: int = 0
    planned: int = 0
    rest: int = 0
    ends: int = 0


Noted: TypeAlias = Callable[[Moment], Notes]
"""Where notes come from."""


def unprepared(_: Moment) -> Notes:
    """No notes: every question is voted on once."""
    return Notes()
