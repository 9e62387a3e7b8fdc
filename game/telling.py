"""The telling: a moment taken apart into what is said, in order, for faces that show one thing after another.

What follows an answer is told before the next scene's heading, with what the answer changed.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from game.story.beat import AnyBeat
from game.story.calendar import week_of
from game.story.fold import Moment, Opened
from game.story.model import Scene
from game.story.questions import Answer
from game.story.state import Room
from game.story.story import Story
from game.words import closings, gauges


class WeekOpens(NamedTuple):
    """A week has begun."""

    week: int


class SceneOpens(NamedTuple):
    """A scene has begun. ``first`` when its week has begun with it."""

    scene: Scene
    clock: str | None
    first: bool


class Told(NamedTuple):
    """A line of the story, and the envelope that it has opened, if it has opened one."""

    beat: AnyBeat
    opened: Opened | None


class Aside(NamedTuple):
    """Something the screen would show beside the story: the gauges, the clock, a window."""

    text: str


Piece = WeekOpens | SceneOpens | Told | Aside


class Exchange(NamedTuple):
    """A question as it was first asked, and everything that was said to it: more than once where it stayed."""

    moment: Moment
    answers: list[Answer]


def exchanges(past: Iterable[tuple[Moment, Answer]]) -> list[Exchange]:
    """All that was asked and answered, question by question."""
    found: list[Exchange] = []
    for moment, answer in past:
        if moment.stays:
            found[-1].answers.append(answer)
        else:
            found.append(Exchange(moment, [answer]))
    return found


def telling(story: Story, moment: Moment, before: Moment | None) -> Iterator[Piece]:
    """Everything a moment of a story says, its question not included. ``before`` is the moment that led to it."""
    own = {step.id for step in moment.scene.beats}
    after = list(takewhile(lambda beat: beat.id not in own, moment.beats))
    clock = yield from _told(moment, after, before.clock if before else None)
    yield from _changed(story, moment, before)
    if moment.begins:
        yield from _opening(moment.scene, before)
        clock = moment.scene.clock
    clock = yield from _told(moment, moment.beats[len(after) :], clock)
    if moment.question and not moment.stays and moment.question.clock not in (None, clock):
        yield _hour(moment.question.clock)


def _told(moment: Moment, beats: Sequence[AnyBeat], clock: str | None) -> Generator[Piece, None, str | None]:
    """Beats, and the hour wherever it changes. Gives the hour at their end."""
    for beat in beats:
        if beat.clock and beat.clock != clock:
            clock = beat.clock
            yield _hour(clock)
        yield Told(beat, moment.opened.get(beat.id))
    return clock


def _hour(clock: str | None) -> Aside:
    return Aside(f"{clock} on your clock.")


def _changed(story: Story, moment: Moment, before: Moment | None) -> Iterator[Piece]:
    """The gauges, if the answer has moved them, and the days that have closed since."""
    if before and moment.state.gauges != before.state.gauges:
        yield Aside(gauges(moment.state.gauges, before.state.gauges))
    known = len(before.state.rooms) if before else 0
    rooms = [(day, Room(room)) for day, room in enumerate(moment.state.rooms, 1) if day > known]
    yield from map(Aside, closings(story, rooms))


def _opening(scene: Scene, before: Moment | None) -> Iterator[Piece]:
    week = week_of(scene.day) if scene.day is not None else 0
    first = week > (week_of(before.state.day) if before and before.state.day else 0)
    if first:
        yield WeekOpens(week)
    yield SceneOpens(scene, scene.clock, first)
