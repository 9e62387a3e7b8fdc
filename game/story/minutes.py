"""Minutes: how long what is left takes, reckoned from words and from what is asked.

The seconds are a first estimate, to be corrected when people have been timed.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import TYPE_CHECKING, Final

from game.story.beat import Beat
from game.story.calendar import CUTS, Cut, week_of
from game.story.facts import only_facts
from game.story.model import AnyStep, Scene, parts_of

if TYPE_CHECKING:
    from game.story.story import Story

WORDS: Final = 200
"""Words that are read in a minute. Counted are lines and what is asked, not options."""
SECONDS: Final = {
    "go": 2,
    "choose": 8,
    "tell": 8,
    "tally": 10,
    "predict": 15,
    "spend": 20,
    "arrange": 25,
    "find": 60,
    "fix": 240,
    "night": 900,
}
"""What a question of each kind takes besides its words."""


def reading(words: float) -> float:
    """The seconds in which so many words are read."""
    return words * 60 / WORDS


def seconds_of(steps: Iterable[AnyStep], cut: Cut) -> float:
    """The seconds that steps take in a cut, if all that can be is told; after an answer, the longest way."""
    return sum(_seconds(step) for step in steps if step.is_in(cut))


def _seconds(step: AnyStep) -> float:
    words = _words(step.text)
    if isinstance(step, Beat):
        return reading(words)
    ways = (getattr(part, "then", ()) for _, part in parts_of(step))
    words += max(sum(_words(beat.text) for beat in way) for way in ways)
    return SECONDS[step.kind] + reading(words)


def _words(text: str) -> int:
    return len(text.split())


def reckoned(scene: Scene) -> tuple[int, ...]:
    """The whole seconds that a scene takes in each cut, and then in each when only facts are told."""
    whole = (scene.beats if cut in scene.cuts else () for cut in CUTS)
    facts = (only_facts(scene, cut).beats if cut in scene.cuts else () for cut in CUTS)
    return tuple(
        round(seconds_of(steps, cut)) for way in (whole, facts) for steps, cut in zip(way, CUTS, strict=True)
    )


def minutes_left(story: Story, cut: Cut, index: int, step: int) -> int:
    """The minutes from a step of a scene to the end, rounded up: 0 only when nothing is left."""
    here = seconds_of(story.scene(index).beats[step:], cut)
    slot = _slot(story, cut)
    return ceil((here + sum(place.seconds[slot] for place in story.places[index + 1 :])) / 60)


def minutes_of_weeks(story: Story, cut: Cut) -> dict[int, int]:
    """The minutes of every week of which the cut plays something, rounded up."""
    slot = _slot(story, cut)
    seconds: dict[int, int] = {}
    for place in story.places:
        if place.day is not None and place.seconds[slot]:
            week = week_of(place.day)
            seconds[week] = seconds.get(week, 0) + place.seconds[slot]
    return {week: ceil(each / 60) for week, each in seconds.items()}


def _slot(story: Story, cut: Cut) -> int:
    """Where a place keeps the seconds of a cut."""
    return CUTS.index(cut) + len(CUTS) * story.facts_only
