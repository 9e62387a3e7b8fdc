"""Legs: a story cut up at its questions.

A leg runs from one question (more than a ``go``), or the beginning, to the next, or the end, along one way of
answering and past the doors between. The same steps as in the fold are taken, for every state at once: a condition
on a question or a scene parts the leg in two; one on a line leaves the line open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from game.proof.branches import branches_of
from game.proof.leg import At, Leg, Road
from game.proof.memory import Memory
from game.proof.worlds import possible
from game.story.beat import Beat
from game.story.calendar import Cut
from game.story.montage import montage
from game.story.questions import AnyQuestion, Go
from game.story.story import Story

UNCOUNTED: Final = frozenset({"gallery"})
"""Scenes in which the words are not counted: one walks through them as long as one likes."""


class Legs:
    """The legs of a story in one cut."""

    def __init__(self, story: Story, cut: Cut) -> None:
        self.story = story
        self.cut = cut
        self._memory = Memory(story, cut)
        self._days = list(_days(story))
        self.at: dict[At | None, tuple[Leg, ...]] = {}
        """The legs that begin at a question, or, under None, at the beginning."""
        self._walk()

    def _walk(self) -> None:
        """Walk every leg there is, from the beginning on."""
        self.at[None] = tuple(self._sure(None, self._enter(0, Road(((),), ()))))
        waiting = [leg.to for leg in self.at[None]]
        while waiting:
            at = waiting.pop()
            if at is not None and at not in self.at:
                self.at[at] = tuple(self._sure(at, self._from(at)))
                waiting += [leg.to for leg in self.at[at]]

    def _sure(self, at: At | None, legs: Iterator[Leg]) -> Iterator[Leg]:
        """Those legs that can be walked, each with all that is known of a play that comes to it."""
        for leg in legs:
            asked = [line.asked for line in leg.lines if line.asked] + [each.asked for each in leg.known]
            names = {name for each in asked for name in each.names}
            known = (*leg.known, *self._memory.known(names, at, leg.known))
            if possible(known):
                yield leg._replace(known=known)

    def _from(self, at: At) -> Iterator[Leg]:
        question, day = self.question(at), self._days[at.scene]
        for branch in branches_of(question, day, self._memory.names):
            if not possible(branch.known):
                continue
            road = Road(((),), branch.known)
            for beat in branch.then if self._counted(at.scene) else ():
                road = road.tell(beat, day)
            yield from self._play(at.scene, at.step + 1, road)

    def _counted(self, index: int) -> bool:
        return self.story.scene(index).id not in UNCOUNTED

    def question(self, at: At) -> AnyQuestion:
        """The question at a place."""
        found = self.story.scene(at.scene).beats[at.step]
        assert not isinstance(found, Beat)
        return found

    def _enter(self, first: int, road: Road) -> Iterator[Leg]:
        """Begin the scene at an index or a later one, passing what lies between."""
        for index in range(first, len(self.story)):
            scene = self.story.scene(index)
            if not self.story.has(index, self.cut) or not scene.beats:
                continue
            day = self._days[index - 1] if index else 0
            begun = road if scene.when is None else road.met(scene.when, day, met=True)
            if begun is not None:
                yield from self._play(index, 0, self._pass(range(first, index), begun))
            passed = road.met(scene.when, day, met=False) if scene.when is not None else None
            if passed is None:
                return
            road = passed
        over = self._pass(range(first, len(self.story)), road)
        yield Leg(over.screens, over.known, None)

    def _pass(self, stretch: range, road: Road) -> Road:
        for index, (_, lines) in zip(stretch, montage(self.story, stretch), strict=True):
            for beat in lines:
                road = road.tell(beat, self._days[index])
        return road

    def _play(self, index: int, step: int, road: Road) -> Iterator[Leg]:
        """Play a scene on from a step."""
        steps, day = self.story.scene(index).beats, self._days[index]
        for at in range(step, len(steps)):
            part = steps[at]
            if not part.is_in(self.cut):
                continue
            if isinstance(part, Beat):
                road = road.tell(part, day) if self._counted(index) else road
                continue
            asked = road if part.when is None else road.met(part.when, day, met=True)
            if asked is not None:
                yield from self._ask(part, At(index, at), asked)
            passed = road.met(part.when, day, met=False) if part.when is not None else None
            if passed is None:
                return
            road = passed
        yield from self._enter(index + 1, road)

    def _ask(self, question: AnyQuestion, at: At, road: Road) -> Iterator[Leg]:
        """A question ends the leg; at a door it goes on, on another screen."""
        road = road.ask(question) if self._counted(at.scene) else road
        if isinstance(question, Go):
            yield from self._play(at.scene, at.step + 1, road._replace(screens=(*road.screens, ())))
        else:
            yield Leg(road.screens, road.known, at)


def _days(story: Story) -> Iterator[int]:
    """The day on which each scene is played; outside the days that of the last one before it."""
    day = 0
    for index in range(len(story)):
        scene = story.scene(index)
        day = scene.day or day
        yield day


class Span(NamedTuple):
    """The least and the most that any play comes to."""

    least: float
    most: float


def span_of(legs: Legs, *, of_seconds: bool = False) -> Span:
    """The words, or the seconds, of the shortest and of the longest play.

    Each leg is taken in the state that suits it. So a play may reach neither, but none is outside.
    """
    ends: dict[At | None, Span] = {}
    for at in sorted((at for at in legs.at if at is not None), reverse=True):
        ends[at] = _from_here(legs.at[at], ends, of_seconds)
    return _from_here(legs.at[None], ends, of_seconds)


def _from_here(legs: tuple[Leg, ...], ends: dict[At | None, Span], of_seconds: bool) -> Span:
    over = Span(0, 0)
    spans = [
        (leg.least(of_seconds=of_seconds), leg.most(of_seconds=of_seconds), ends.get(leg.to, over)) for leg in legs
    ]
    return Span(
        min(least + after.least for least, _, after in spans), max(most + after.most for _, most, after in spans)
    )
