"""The two forms of a story, whole and with nothing in it but facts: the legs and the random plays of every cut."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Final, NamedTuple

from game.proof.legs import Legs
from game.proof.plays import Typical, typical
from game.story.calendar import CUTS, Cut
from game.story.story import Story


class Bounds(NamedTuple):
    """The pace that a form is held to, in words. A mean and a median are those of the worst random play."""

    first_key: int
    first_question: int
    run: int
    mean_run: int
    screen: int
    median_screen: int


WHOLE: Final = Bounds(first_key=35, first_question=90, run=120, mean_run=60, screen=60, median_screen=30)
FACTS: Final = WHOLE._replace(run=240, mean_run=80)
"""Much of what is asked is made up, and goes with it. The doors stay: so the screens are no fuller."""


class Form:
    """One form of a story. ``said`` is what is said of a place where only this form breaks a rule."""

    def __init__(self, story_of: Callable[[Cut], Story], bounds: Bounds, said: str) -> None:
        self._story_of = story_of
        self.bounds = bounds
        self.said = said

    @cached_property
    def legs(self) -> dict[Cut, Legs]:
        """The legs of every cut."""
        return {cut: Legs(self._story_of(cut), cut) for cut in CUTS}

    @cached_property
    def typical(self) -> dict[Cut, Typical]:
        """What random plays of every cut come to."""
        return {cut: typical(self._story_of(cut), cut) for cut in CUTS}
