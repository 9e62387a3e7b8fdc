"""The card: everything that a play has come to, gathered once, for every face and every page."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from game.after.calibration import Sealed, sealed_of
from game.after.reckoning import NightFigures, Reckoning, night_of, reckoning
from game.run import Run
from game.story.beat import PROVENANCE, AnyBeat
from game.story.calendar import DAYS
from game.story.endings import ending_of
from game.story.model import Ending
from game.story.questions import Tell
from game.story.state import State
from game.words import counted, listed

WORTH: Final = ("worth_before", "worth_after")
"""The names under which a story keeps the two answers to whether it was worth it."""
THE_RECORD: Final = Ending(
    id="the-record",
    title="The record",
    text="You asked for facts only. What became of you is made up, so it is not here. What is known is.",
)
"""The one ending of a play in which nothing is made up."""


class Figure(NamedTuple):
    """One of the figures on a card: ``26``, and ``evenings of your own``."""

    value: str
    label: str


class Worth(NamedTuple):
    """Was it worth it: an answer from 1 to 5 before and one after, and what 1 and 5 mean. 0 was not asked."""

    before: int
    after: int
    ends: tuple[str, ...]


class Card(NamedTuple):
    """What a play has come to. ``ending`` is None while it is not over, and in a story without endings.

    ``kinds`` counts the lines that were told of every kind. ``reckoning`` is None where nothing is made up.
    """

    name: str
    title: str
    over: bool
    ending: Ending | None
    state: State
    reckoning: Reckoning | None
    night: NightFigures | None
    worth: Worth | None
    record: tuple[AnyBeat, ...]
    sealed: tuple[Sealed, ...]
    kinds: Counter[str]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that are shared, five at most. Of envelopes nothing is said until one is opened."""
        hits, opened = sum(each.hit for each in self.sealed), sum(each.opened for each in self.sealed)
        built = sum(1 for room in self.state.rooms if room)
        guesses = (Figure(f"{hits} of {opened}", "envelopes close"),) if opened else ()
        days = Figure(f"{built} of {DAYS}", "days built")
        sums = self.reckoning
        if sums is None:
            told = (_figure(self.kinds[kind], f"line {kind}", f"lines {kind}") for kind in _ON_RECORD)
            return (days, *guesses, *told)
        return (
            _figure(sums.own, "evening of your own", "evenings of your own"),
            _figure(sums.late, "night worked late", "nights worked late"),
            _figure(sums.corners, "corner cut", "corners cut"),
            *guesses,
            Figure(self.night.clock, "the tower was lit") if self.night else days,
        )

    @property
    def provenance(self) -> str:
        """How many lines of every kind this play has told, counted."""
        told = [f"{self.kinds[kind]} {kind}" for kind in PROVENANCE if self.kinds[kind]]
        return f"This play told you {counted(sum(self.kinds.values()), 'line')}: {listed(told)}."


_ON_RECORD: Final = ("reported", "quoted", "worked")


def _figure(number: int, one: str, many: str) -> Figure:
    return Figure(f"{number}", one if number == 1 else many)


def ending_of_run(run: Run) -> Ending | None:
    """How a play has ended; None while it is not over, and in a story without endings."""
    moment = run.now()
    if moment.question is not None or not run.story.spine.endings:
        return None
    return THE_RECORD if run.facts_only else ending_of(run.story, moment.state)


def card_of(run: Run) -> Card:
    """The card of a play, over or not."""
    story, moment = run.story, run.now()
    facts = run.facts_only
    return Card(
        name=run.name,
        title=story.spine.title,
        over=moment.question is None,
        ending=ending_of_run(run),
        state=moment.state,
        reckoning=None if facts else reckoning(story, moment.state),
        night=None if facts else night_of(moment.state),
        worth=_worth(run),
        record=story.spine.record,
        sealed=sealed_of(story, moment.state),
        kinds=Counter(beat.kind for each in (*(m for m, _ in run.past()), moment) for beat in each.beats),
    )


def _worth(run: Run) -> Worth | None:
    before, after = (run.now().state.value(name) for name in WORTH)
    asked = [moment.question for moment, _ in run.past()]
    ends = [each.ends for each in asked if isinstance(each, Tell) and each.keep in WORTH]
    return Worth(before, after, tuple(ends[-1])) if ends else None
