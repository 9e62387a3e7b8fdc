"""Find: what is broken? Readings cost minutes, and so does taking apart what is sound."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Annotated

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from game.story import rulebook
from game.story.questions.base import Answer, Fault, Outcome, Pick, Question, Settled, Way
from game.story.state import State
from game.story.step import Id, Label

Minutes = Annotated[int, Meta(ge=1, le=120)]


class Part(Pick, frozen=True, kw_only=True):
    """Something that may be the fault, by its id in ``fault`` and in readings: ``text`` are its words."""

    text: Label


class Reading(Pick, frozen=True, kw_only=True):
    """A test that looks at several parts at once and tells whether the fault is among them.

    ``text`` are its words; ``covers`` are the ids of the parts it looks at; ``minutes`` is what it costs. ``bad``
    is said when the fault is among them; ``good`` is said when it is not.
    """

    text: Label
    covers: Annotated[tuple[Id, ...], Meta(min_length=1)]
    minutes: Minutes
    bad: Label = "Bad: the fault is among them."
    good: Label = "Good: it is none of them."


class Move(msgspec.Struct, frozen=True):
    """A move already made: what was done, what it showed, and the minutes it took."""

    id: str
    text: str
    shows: str
    minutes: int


class Find(Question, frozen=True, kw_only=True, tag="find"):
    """Each answer is one move, the id of a reading or of a part; the question stays until the fault is found.

    The ``parts``, two to five, are what may be at fault; the ``fault`` is the id of the one that is. The
    ``readings`` are tests that look at several parts at once. ``minutes`` is what opening a part
    costs, faulty or not; ``within`` is how long finding the fault may take; ``quick`` is the outcome when it took
    no longer; ``slow`` is the outcome when it did. ``readings_title`` is what stands above the readings;
    ``parts_title`` is what stands above the parts; ``found`` is said of the part that is at fault; ``sound`` is
    said of any other.
    """

    parts: Annotated[tuple[Part, ...], Meta(min_length=2, max_length=5)]
    readings: Annotated[tuple[Reading, ...], Meta(min_length=1, max_length=4)]
    fault: Id
    minutes: Minutes = 20
    within: Minutes = 60
    quick: Outcome = Outcome()
    slow: Outcome = Outcome()
    readings_title: Label = "Take a reading"
    parts_title: Label = "Open and look"
    found: Label = "Found."
    sound: Label = "Sound."

    @property
    def ids(self) -> list[str]:
        """Every move there is."""
        return [*(reading.id for reading in self.readings), *(part.id for part in self.parts)]

    def moves(self, state: State) -> list[Move]:
        """The moves made so far."""
        return [self._move(name) for name in state.table]

    def spent(self, state: State) -> int:
        """The minutes the moves have taken so far."""
        return sum(move.minutes for move in self.moves(state))

    def _move(self, name: str) -> Move:
        for reading in self.readings:
            if reading.id == name:
                shows = reading.bad if self.fault in reading.covers else reading.good
                return Move(name, reading.text, shows, reading.minutes)
        part = next(part for part in self.parts if part.id == name)
        return Move(name, part.text, self.found if name == self.fault else self.sound, self.minutes)

    def refusal(self, answer: Answer, state: State) -> str:
        if answer not in self.ids:
            return "That is not on the list."
        return "You know that already." if answer in state.table else ""

    def takes(self, answer: Answer, state: State) -> bool:  # noqa: ARG002
        return answer in self.ids

    def settle(self, answer: Answer, state: State) -> Settled:
        table = (*state.table, answer)
        if answer != self.fault:
            return Settled(replace(state, table=table), stays=True, reveals=True)
        spent = self.spent(replace(state, table=table))
        outcome = self.quick if spent <= self.within else self.slow
        return Settled(replace(state, table=()).after(outcome.effects), outcome.then, reveals=True)

    def sample(self, state: State, rng: Random) -> Answer:
        return rng.choice([name for name in self.ids if name not in state.table])

    def ways(self) -> Iterator[Way]:
        if self.minutes <= self.within:
            yield self.quick.way
        if sum(self._move(name).minutes for name in self.ids) > self.within:
            yield self.slow.way

    def said(self, answer: Answer) -> str:
        move = self._move(answer)
        return f"{move.text}: {move.shows}"

    def faults(self) -> Iterator[Fault]:
        parts = [part.id for part in self.parts]
        if self.fault not in parts:
            yield Fault(("fault",), rulebook.questions.NO_SUCH_PART(name=self.fault))
        for index, reading in enumerate(self.readings):
            if reading.id in parts:
                yield Fault(("readings", index, "id"), rulebook.questions.READING_IS_PART(name=reading.id))
            for at, name in enumerate(reading.covers):
                if name not in parts:
                    yield Fault(("readings", index, "covers", at), rulebook.questions.NO_SUCH_PART(name=name))
