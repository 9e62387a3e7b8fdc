"""The walk: all plays of one cut at once, one step of the story after another.

The same steps as in the fold are taken, for a whole region of states instead of one. Steps only ever go forward,
so each is come to once, with every state in which a play can come to it. Nothing is sampled: what the walk does
not come to, no play does. Only a puzzle is taken to end in any way that its clock allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Final, NamedTuple

from game.proof.leg import At
from game.proof.walk.diagram import EMPTY, Region, TooMany
from game.proof.walk.reads import ARRIVED, Reads
from game.proof.walk.space import Space
from game.story.beat import AnyBeat, Beat
from game.story.calendar import Cut
from game.story.condition import Condition
from game.story.model import parts_of
from game.story.montage import montage
from game.story.questions import AnyQuestion
from game.story.questions.base import Offer, Way
from game.story.story import Story

MOST_WAYS: Final = 5_000
"""Of answering one question."""
MOST_LEAVES: Final = 30_000
"""Sets of readings that differ, at one place of the story: some hundreds of megabytes."""

Thing = tuple[str, ...]
"""What can be come to: a scene, a line, a question, an option or use, or an ending, by its kind and ids."""
Watch = Callable[[At, Region], None]
"""Is shown every question, and the region in which it is asked."""


class Barred(NamedTuple):
    """Something that a region came by and not to: the region, and the conditions that were to be met in it."""

    region: Region
    conditions: tuple[Condition, ...]


class Stuck(NamedTuple):
    """A question to which there is no answer, and the region in which that is so."""

    at: At
    region: Region


class Walk:
    """A story walked through in one cut."""

    def __init__(self, story: Story, cut: Cut) -> None:
        self.story = story
        self.cut = cut
        self.reads = Reads(story, cut)
        self.space = Space(self.reads)
        self.states = 0
        """In how many states questions are asked; where a question differs, so does the state."""
        self.transitions = 0
        """How many ways of answering are open in them."""
        self.questions = 0
        """How many questions are asked in some state."""
        self.reached: set[Thing] = set()
        self.barred: dict[Thing, Barred] = {}
        self.stuck: list[Stuck] = []
        self.beyond: At | None = None
        """The question at which the walk was given up, if it was: what comes after it is not known."""
        self.over: Region = EMPTY
        """The states in which plays are over."""
        self._at: At | None = None
        """The question asked last. Before the first there is one state, or two, and nothing can be too many."""
        self._watch: Watch | None = None
        self._arrivals: dict[int, Region] = {}

    def go(self, watch: Watch | None = None) -> Walk:
        """Walk through all of it, or as far as can be done."""
        self._watch = watch
        try:
            self._walk()
        except TooMany:
            self.beyond = self._at
        return self

    def _walk(self) -> None:
        self._enter(0, self.space.start(self.story.spine.start))
        for index in range(len(self.story)):
            if index in self._arrivals:
                self._play(index, self._arrivals.pop(index))
        self._end(self._arrivals.pop(len(self.story), EMPTY))

    def _enter(self, first: int, region: Region) -> None:
        """Begin the scene at an index or a later one, passing what lies between as montage."""
        for index in range(first, len(self.story)):
            scene = self.story.scene(index)
            if not region or not self.story.has(index, self.cut) or not scene.beats:
                continue
            begun = self._met(("scene", scene.id), region, scene.when)
            if begun:
                self._arrive(index, self._pass(range(first, index), begun))
            region = self.space.met(region, scene.when, met=False) if scene.when is not None else EMPTY
        if region:
            self._arrive(len(self.story), self._pass(range(first, len(self.story)), region))

    def _arrive(self, index: int, region: Region) -> None:
        self._arrivals[index] = self.space.diagrams.union(self._arrivals.get(index, EMPTY), region)

    def _pass(self, stretch: range, region: Region) -> Region:
        for day, lines in montage(self.story, stretch):
            region = self.space.dawn(region, day) if day is not None else region
            for beat in lines:
                self._tell(beat, region)
            region = self.space.dusk(region) if day is not None else region
        return region

    def _play(self, index: int, region: Region) -> None:
        scene = self.story.scene(index)
        region = self.space.merged(region, self.reads.later[At(index, ARRIVED)])
        if scene.day is not None:
            region = self.space.dawn(region, scene.day)
        for number, step in enumerate(scene.beats):
            if not step.is_in(self.cut):
                continue
            if isinstance(step, Beat):
                self._tell(step, region)
            else:
                region = self._ask(step, At(index, number), region)
        if scene.day is not None:
            region = self.space.dusk(region)
        self._enter(index + 1, region)

    def _tell(self, beat: AnyBeat, region: Region) -> None:
        """A line changes nothing: once it has been told, it need not be looked at again."""
        if region and ("line", beat.id) not in self.reached:
            self._met(("line", beat.id), region, beat.when)

    def _met(self, thing: Thing, region: Region, *conditions: Condition | None) -> Region:
        """The part of a region in which all conditions of a thing are met, so that it is come to."""
        asked = tuple(each for each in conditions if each is not None)
        found = self._all_met(region, asked)
        if found:
            self.reached.add(thing)
            self.barred.pop(thing, None)
        elif thing not in self.reached and region:
            before = self.barred[thing].region if thing in self.barred else EMPTY
            self.barred[thing] = Barred(self.space.diagrams.union(before, region), asked)
        return found

    def _ask(self, question: AnyQuestion, at: At, region: Region) -> Region:
        """The region once a question has been answered in every way, by those of whom it is asked."""
        self._at = at
        region = self.space.kept(region, self.reads.by_step(question) | self.reads.later[at].names)
        asked = self._met(("line", question.id), region, question.when)
        passed = self.space.met(region, question.when, met=False) if question.when is not None else EMPTY
        if not asked:
            return passed
        if self._watch is not None:
            self._watch(at, asked)
        self.questions += 1
        self.states += asked.count
        for offer in (part for _, part in parts_of(question) if isinstance(part, Offer)):
            self._met(("offer", question.id, offer.id), asked, *offer.conditions)
        after = self.space.diagrams.union(passed, self._answered(self._ways(question), at, asked))
        held = (*self._arrivals.values(), *(each.region for each in self.barred.values()))
        if self.space.diagrams.sweep([after, *held]) > MOST_LEAVES:
            raise TooMany
        return after

    def _answered(self, ways: list[Way], at: At, asked: Region) -> Region:
        """What the states in which a question is asked lead to. Those that no way is open to are stuck."""
        diagrams, after = self.space.diagrams, EMPTY
        left = asked if all(way.met for way in ways) else EMPTY
        names = self.reads.later[at].names
        names = names.union(*(beat.when.names for way in ways for beat in way.then if beat.when))
        for way in ways:
            answering = self._all_met(asked, way.met)
            left = diagrams.minus(left, answering) if left else left
            after = diagrams.union(after, self._answer(answering, way, names))
        if left:
            self.stuck.append(Stuck(at, left))
        return after

    def _ways(self, question: AnyQuestion) -> list[Way]:
        ways = [*islice(question.ways(), MOST_WAYS + 1)]
        if len(ways) > MOST_WAYS:
            raise TooMany
        return [*dict.fromkeys(ways)]

    def _all_met(self, region: Region, conditions: Iterable[Condition]) -> Region:
        for condition in conditions:
            region = self.space.met(region, condition)
        return region

    def _answer(self, region: Region, way: Way, names: frozenset[str]) -> Region:
        """The region once everybody in it has answered in this way."""
        self.transitions += region.count * self.space.ways_in(way)
        region = self.space.after(self.space.kept(region, names), way, names)
        for beat in way.then:
            self._tell(beat, region)
        return region

    def _end(self, region: Region) -> None:
        """The first ending whose condition is met is the one that is shown."""
        self.over = region
        for ending in () if self.story.facts_only else self.story.spine.endings:
            self._met(("ending", ending.id), region, ending.when)
            region = self.space.met(region, ending.when, met=False) if ending.when is not None else EMPTY
