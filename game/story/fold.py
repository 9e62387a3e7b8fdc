"""The fold: from a place in the story to the next moment at which a face has to ask.

Pure. Given the same story, state and answers it always comes to the same moments.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from game.story.beat import AnyBeat, Beat, Imagined, Lights
from game.story.calendar import Cut
from game.story.model import Scene
from game.story.montage import montage
from game.story.questions import Answer, AnyQuestion, Predict
from game.story.state import Guess, State
from game.story.story import Story


class Opened(NamedTuple):
    """A broken seal: the envelope, what was guessed, and whether that was close."""

    question: Predict
    guess: Guess
    close: bool


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """What a face shows: beats, then a question. Without a question the story is over.

    ``scene`` is where we are, ``index`` its place in the story and ``step`` the question's place in the scene.
    ``sealed`` says that something here, once seen, cannot be unseen: going back stops here. ``stays`` marks a
    further move in the question of the moment before.
    """

    scene: Scene
    index: int
    step: int
    clock: str | None
    begins: bool
    beats: tuple[AnyBeat, ...]
    question: AnyQuestion | None
    state: State
    opened: dict[str, Opened]
    sealed: bool = False
    stays: bool = False

    @property
    def lights(self) -> Lights | None:
        """The windows that what is told here lights; the last line that lights any counts."""
        lit = [beat.lights for beat in self.beats if isinstance(beat, Imagined) and beat.lights]
        return lit[-1] if lit else None


def first_moment(
    story: Story, cut: Cut, firsts: tuple[tuple[str, Guess], ...] = (), flags: frozenset[str] = frozenset()
) -> Moment:
    """The moment a play begins with, its ``flags`` up.

    ``firsts`` are guesses whose seals an earlier play has broken already.
    """
    start = story.spine.start
    state = State(rest=start.rest, home=start.home, craft=start.craft, flags=flags, guesses=firsts)
    return _Reel(story, cut).enter(0, state)


def next_moment(story: Story, cut: Cut, moment: Moment, answer: Answer) -> Moment:
    """The moment that an answer leads to. The answer must be one that the question does not refuse."""
    assert moment.question is not None, "the story is over"
    settled = moment.question.settle(answer, moment.state)
    if settled.stays:
        return replace(moment, state=settled.state, beats=(), opened={}, begins=False, sealed=True, stays=True)
    reel = _Reel(story, cut)
    reel.clock = moment.clock
    reel.sealed = settled.reveals
    reel.state = settled.state
    for beat in settled.then:
        reel.tell(beat)
    return reel.play(moment.scene, moment.index, moment.step + 1)


class _Reel:
    """Gathers beats until something is asked."""

    __slots__ = ("beats", "begins", "clock", "cut", "opened", "sealed", "state", "story")

    def __init__(self, story: Story, cut: Cut) -> None:
        self.story = story
        self.cut = cut
        self.beats: list[AnyBeat] = []
        self.opened: dict[str, Opened] = {}
        self.clock: str | None = None
        self.begins = False
        self.sealed = False
        self.state: State

    def tell(self, beat: AnyBeat) -> None:
        """Take in a beat if it is told at all."""
        if beat.when is None or beat.when.met(self.state):
            self._take_in(beat)

    def _take_in(self, beat: AnyBeat) -> None:
        """Take in a beat, and break the seal of the envelope it opens."""
        self.beats.append(beat)
        if beat.clock is not None:
            self.clock = beat.clock
        # A cut may tell what an envelope holds that it has never handed out.
        if beat.opens is not None and (guess := self.state.guess(beat.opens)) is not None:
            envelope = self.story.envelope(beat.opens)
            self.opened[beat.id] = Opened(envelope, guess, envelope.close(guess.guess))
            self.state = replace(self.state, opened=self.state.opened | {beat.opens})
            self.sealed = True

    def enter(self, index: int, state: State) -> Moment:
        """Begin the scene at this index, or the next one that is played, passing what lies between as montage."""
        self.state = state
        first, end = index, len(self.story)
        while index < end and self._passes(index):
            index += 1
        if index > first:
            self._pass(range(first, index))
        if index == end:
            # The end is headed by what was told last, not by what was passed.
            told = self.story.scene(first - 1 if first else end - 1)
            return self._moment(told, end - 1, len(self.story.scene(end - 1).beats), None)
        scene = self.story.scene(index)
        if scene.day is not None:
            self.state = self.state.dawn(scene.day)
        self.begins = True
        self.clock = scene.clock
        return self.play(scene, index, 0)

    def play(self, scene: Scene, index: int, step: int) -> Moment:
        """Play a scene on from a step."""
        cut, steps = self.cut, scene.beats
        for at in range(step, len(steps)):
            part = steps[at]
            if (not part.cuts or cut in part.cuts) and (part.when is None or part.when.met(self.state)):
                if not isinstance(part, Beat):
                    if part.clock is not None:
                        self.clock = part.clock
                    return self._moment(scene, index, at, part)
                self._take_in(part)
        if scene.day is not None:
            self.state = self.state.dusk()
        if index + 1 == len(self.story):
            return self._moment(scene, index, len(steps), None)
        return self.enter(index + 1, self.state)

    def _passes(self, index: int) -> bool:
        """Whether the scene at this index is passed: the cut is without it, its condition, or all of its steps."""
        if not self.story.has(index, self.cut):
            return True
        scene = self.story.scene(index)
        return not scene.beats or (scene.when is not None and not scene.when.met(self.state))

    def _pass(self, stretch: range) -> None:
        """Let scenes go by: their days build their rooms, and a few lines are told."""
        for day, lines in montage(self.story, stretch):
            if day is not None:
                self.state = self.state.dawn(day)
            for beat in lines:
                self.tell(beat)
            if day is not None:
                self.state = self.state.dusk()

    def _moment(self, scene: Scene, index: int, step: int, question: AnyQuestion | None) -> Moment:
        return Moment(
            scene=scene,
            index=index,
            step=step,
            clock=self.clock,
            begins=self.begins,
            beats=tuple(self.beats),
            question=question,
            state=self.state,
            opened=self.opened,
            sealed=self.sealed,
        )
