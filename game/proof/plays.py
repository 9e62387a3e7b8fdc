"""Plays from beginning to end, and what they come to in words and time; a few at random say what is typical."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from random import Random
from statistics import mean, median
from typing import Final, NamedTuple

from game.proof.legs import UNCOUNTED
from game.story.calendar import Cut
from game.story.fold import Moment, first_moment, next_moment
from game.story.minutes import taken
from game.story.questions import Answer, Go
from game.story.story import Story

PLAYS: Final = 11
"""Of each cut. The seeds are 0 and up."""


class Play(NamedTuple):
    """The words of every screen of one play, and the words from each question to the next; its seconds in all."""

    screens: tuple[int, ...]
    runs: tuple[int, ...]
    seconds: float

    @property
    def words(self) -> int:
        """All that is told and asked."""
        return sum(self.screens)


class Typical(NamedTuple):
    """What plays of one cut come to: their median length, and the worst median screen and mean run among them."""

    words: int
    seconds: float
    screen: float
    run: float


def moments(
    story: Story, cut: Cut, answer: Callable[[Moment], Answer], flags: frozenset[str] = frozenset()
) -> Iterator[Moment]:
    """The moments of one play, from the first, its ``flags`` up, to the one that asks nothing more."""
    moment = first_moment(story, cut, flags=flags)
    yield moment
    while moment.question is not None:
        moment = next_moment(story, cut, moment, answer(moment))
        yield moment


def measured(story: Story, cut: Cut, of: Iterable[Moment]) -> Play:
    """What the moments of a play come to."""
    screens, runs, open_run, seconds = [], [], 0, 0.0
    for moment in of:
        question = moment.question
        if moment.stays or (moment.scene.id in UNCOUNTED and story.has(moment.index, cut)):
            continue
        texts = [*(beat.text for beat in moment.beats), *([question.text] if question else [])]
        words = sum(len(text.split()) for text in texts)
        screens += [words] if words else []
        open_run += words
        seconds += taken(words, question.kind if question else "")
        if question is not None and not isinstance(question, Go):
            runs.append(open_run)
            open_run = 0
    return Play(tuple(screens), tuple(runs), seconds)


def play(story: Story, cut: Cut, seed: int) -> Play:
    """One play, answered at random."""
    rng = Random(seed)

    def sampled(moment: Moment) -> Answer:
        return moment.question.sample(moment.state, rng) if moment.question else None

    return measured(story, cut, moments(story, cut, sampled))


def typical(story: Story, cut: Cut) -> Typical:
    """What the plays of a cut come to."""
    plays = [play(story, cut, seed) for seed in range(PLAYS)]
    return Typical(
        words=round(median(each.words for each in plays)),
        seconds=median(each.seconds for each in plays),
        screen=max((median(each.screens) for each in plays if each.screens), default=0),
        run=max((mean(each.runs) for each in plays if each.runs), default=0),
    )
