"""Minutes: how long what is left takes, reckoned from words and from what is asked.

The seconds are a first estimate, to be corrected when people have been timed.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from game.story.beat import AnyBeat, Beat
from game.story.calendar import CUTS, Cut, week_of
from game.story.facts import only_facts
from game.story.model import AnyStep, Scene, parts_of

if TYPE_CHECKING:
    from game.story.story import Place, Story

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
APART: Final = "night"
"""The kind of question that is reckoned apart: a night takes as long as it takes."""
CHANCE: Final = 0.5
"""How much of a step counts that is told on a condition. Most of them come in twos that exclude each other."""


class Left(NamedTuple):
    """Minutes, rounded up, and whether the night, which is not among them, is still to come."""

    minutes: int
    night: bool


def reading(words: float) -> float:
    """The seconds in which so many words are read."""
    return words * 60 / WORDS


def taken(words: float, kind: str) -> float:
    """The seconds that the words of a step take, and what it asks; nothing for the moves of a night."""
    return reading(words) + (0 if kind == APART else SECONDS.get(kind, 0))


def seconds_of(steps: Iterable[AnyStep], cut: Cut) -> float:
    """The seconds that steps typically take in a cut."""
    return sum(share(step) * taken(words_of(step), step.kind) for step in steps if step.is_in(cut))


def share(step: AnyStep) -> float:
    """How much of a step counts."""
    return 1.0 if step.when is None else CHANCE


def words_of(step: AnyStep) -> float:
    """The words of a step, and of what follows an answer on average."""
    words = float(_words(step.text))
    if isinstance(step, Beat):
        return words
    ways: list[Iterable[AnyBeat]] = [part.then for _, part in parts_of(step) if hasattr(part, "then")]
    told = sum(share(beat) * _words(beat.text) for way in ways for beat in way)
    return words + told / max(1, len(ways))


def _words(text: str) -> int:
    return len(text.split())


def reckoned(scene: Scene) -> tuple[int, ...]:
    """The whole seconds that a scene takes in each cut, and then in each when only facts are told."""
    whole = (scene.beats if cut in scene.cuts else () for cut in CUTS)
    facts = (only_facts(scene, cut).beats if cut in scene.cuts else () for cut in CUTS)
    return tuple(
        round(seconds_of(steps, cut)) for way in (whole, facts) for steps, cut in zip(way, CUTS, strict=True)
    )


def nights_of(steps: Iterable[AnyStep]) -> tuple[Cut, ...]:
    """The cuts in which one of the steps is a night."""
    nights = [step for step in steps if step.kind == APART]
    return tuple(cut for cut in CUTS if any(night.is_in(cut) for night in nights))


def minutes_left(story: Story, cut: Cut, index: int, step: int) -> Left:
    """From a step of a scene to the end: 0 only when nothing is left."""
    here = story.scene(index).beats[step:]
    slot, later = _slot(story, cut), story.places[index + 1 :]
    seconds = seconds_of(here, cut) + sum(place.seconds[slot] for place in later)
    night = cut in nights_of(here) or any(_has_night(story, place, cut) for place in later)
    return Left(ceil(seconds / 60), night)


def minutes_of_weeks(story: Story, cut: Cut) -> dict[int, Left]:
    """What every week takes of which the cut plays something."""
    slot = _slot(story, cut)
    seconds: dict[int, int] = {}
    nights: set[int] = set()
    for place in story.places:
        if place.day is not None and place.seconds[slot]:
            week = week_of(place.day)
            seconds[week] = seconds.get(week, 0) + place.seconds[slot]
            if _has_night(story, place, cut):
                nights.add(week)
    return {week: Left(ceil(each / 60), week in nights) for week, each in seconds.items()}


def _has_night(story: Story, place: Place, cut: Cut) -> bool:
    return not story.facts_only and cut in place.nights


def _slot(story: Story, cut: Cut) -> int:
    """Where a place keeps the seconds of a cut."""
    return CUTS.index(cut) + len(CUTS) * story.facts_only
