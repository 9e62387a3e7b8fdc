"""What a walk came to, in words and figures: the regions themselves are let go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from game.proof.leg import At
from game.proof.walk.nearest import described, nearest
from game.proof.walk.walk import Thing, Walk
from game.story.calendar import CUTS, Cut
from game.story.condition import GAUGE_NAMES, PLAYED_BEFORE
from game.story.story import Story

Progress = Callable[[str], None]
"""Is told where a walk is."""


class Stuck(NamedTuple):
    """A question to which some state, said in words, has no answer."""

    question: str
    state: str


class Walked(NamedTuple):
    """One cut, walked through, perhaps with nothing but facts.

    ``states`` are those in which something is asked, ``transitions`` the ways of answering that are open in them,
    ``questions`` how many are asked. ``reached`` is all that some play comes to; ``barred`` is what none does,
    though some come by it, and why. ``beyond`` is the question at which the walk was given up; empty where it was
    not. ``gauges`` are the least and the most of each that an ending reads, as a play is over.
    """

    cut: Cut
    facts_only: bool
    states: int
    transitions: int
    questions: int
    reached: frozenset[Thing]
    barred: dict[Thing, str]
    stuck: tuple[Stuck, ...]
    beyond: str
    gauges: dict[str, tuple[int, int]]


def walked(story: Story, cut: Cut, progress: Progress | None = None) -> Walked:
    """Walk through one cut of a story."""
    called = f"{cut}, facts only" if story.facts_only else cut

    def tell(at: At, _region: object) -> None:
        if progress is not None:
            progress(f"{called}: {story.places[at.scene].id}")

    walk = Walk(story, cut).go(tell)
    space, flags = walk.space, {PLAYED_BEFORE, *(flag.name for flag in story.spine.flags)}

    def question(at: At) -> str:
        return story.scene(at.scene).beats[at.step].id

    return Walked(
        cut,
        story.facts_only,
        walk.states,
        walk.transitions,
        walk.questions,
        frozenset(walk.reached),
        {thing: nearest(space, *each, flags) for thing, each in walk.barred.items()},
        tuple(Stuck(question(at), described(space, region)) for at, region in walk.stuck),
        question(walk.beyond) if walk.beyond else "",
        {} if walk.beyond else dict(_gauges(walk)),
    )


def _gauges(walk: Walk) -> Iterator[tuple[str, tuple[int, int]]]:
    endings = walk.story.spine.endings
    for name in GAUGE_NAMES:
        if any(name in ending.when.names for ending in endings if ending.when is not None):
            numbers = walk.space.numbers(walk.over, name)
            yield name, (numbers[0], numbers[-1])


def all_walked(story: Story, progress: Progress | None = None) -> Iterator[Walked]:
    """Every cut, with and without what is made up."""
    for cut in CUTS:
        yield walked(story, cut, progress)
        yield walked(story.without_fiction(cut), cut, progress)
