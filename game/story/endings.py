"""Endings: which of them a play has come to. There are endings, not scores, and no play is without one."""

from __future__ import annotations

from game.story.model import Ending
from game.story.state import State
from game.story.story import Story


def ending_of(story: Story, state: State) -> Ending | None:
    """The first ending whose condition is met; None in a story that has no endings."""
    for ending in story.spine.endings:
        if ending.when is None or ending.when.met(state):
            return ending
    return None
