"""What every kind of question can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, ClassVar, NamedTuple

import msgspec

from game.story import rulebook
from game.story.beat import AnyBeat
from game.story.condition import Condition
from game.story.problems import Said
from game.story.state import NOTHING, Effects, State
from game.story.step import Id, Label, Step

Answer = Any
"""What a run's journal keeps of an answer: plain JSON, its shape told by the question's kind."""


class Settled(msgspec.Struct, frozen=True):
    """What an answer leads to.

    ``then`` is told before the story goes on. ``stays`` keeps the question on the table for another move;
    ``reveals`` says that something was seen that cannot be unseen, so going back stops here.
    """

    state: State
    then: tuple[AnyBeat, ...] = ()
    stays: bool = False
    reveals: bool = False


class Fault(NamedTuple):
    """A question that contradicts itself: where, as the keys that lead there, and what is wrong."""

    path: tuple[str | int, ...]
    said: Said


class Pick(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an answer can name.

    ``id`` is its own within the list and stays when the words change. ``was`` are the ids that it had in released
    versions: an answer under one of them is an answer under this.
    """

    id: Id
    was: tuple[Id, ...] = ()


class Way(NamedTuple):
    """One way of answering, as far as a story can tell it from another.

    It is open where all of ``met`` is met. ``effects`` happen one after another; ``kept`` are the names that are
    given numbers, each any of its own; ``then`` is told after it.
    """

    met: tuple[Condition, ...] = ()
    effects: tuple[Effects, ...] = ()
    kept: tuple[tuple[str, range], ...] = ()
    then: tuple[AnyBeat, ...] = ()


class Question(Step, frozen=True, kw_only=True):
    """A question. ``text`` is what is asked.

    ``was`` are the ids that it had in released versions: what a play answered under them is the answer to this.
    """

    is_door: ClassVar[bool] = False
    """Whether there is nothing to answer, only something to go through."""

    was: tuple[Id, ...] = ()

    @property
    def counts_as(self) -> Answer:
        """What plays count as having answered that had come further before this was asked; None when nothing."""
        return None

    @property
    def picks(self) -> list[Pick]:
        """Everything that an answer can name."""
        lists = (getattr(self, name) for name in self.__struct_fields__)
        return [each for value in lists if isinstance(value, tuple) for each in value if isinstance(each, Pick)]

    def as_now(self, answer: Answer) -> Answer:
        """An answer of an older version, in the ids of this one. What cannot be one is given as it is."""
        now = {old: pick.id for pick in self.picks for old in pick.was}
        return self.renamed(answer, now) if now else answer

    def renamed(self, answer: Answer, now: dict[str, str]) -> Answer:
        """An answer with its ids replaced. It may be anything that a journal can hold."""
        return now.get(answer, answer) if isinstance(answer, str) else answer

    def refusal(self, answer: Answer, state: State) -> str:
        """Why this answer cannot be given now, for the player; empty when it can."""
        raise NotImplementedError

    def takes(self, answer: Answer, state: State) -> bool:
        """Whether an answer can be one to this question at all, be it open in this state or not."""
        return not self.refusal(answer, state)

    def settle(self, answer: Answer, state: State) -> Settled:
        """What an answer that is not refused leads to."""
        raise NotImplementedError

    def sample(self, state: State, rng: Random) -> Answer:
        """Some answer that is not refused in this state."""
        raise NotImplementedError

    def said(self, answer: Answer) -> str:
        """An answer in the player's words, for the log."""
        raise NotImplementedError

    def ways(self) -> Iterator[Way]:
        """Every way of answering there is, whatever the state; some way is open in every state."""
        raise NotImplementedError

    def branches(self) -> Iterator[Way]:
        """The ways, but only one of those that differ in nothing but how far they move the gauges."""
        return self.ways()

    def recount(self, answers: Sequence[Answer], state: State) -> list[str]:  # noqa: ARG002
        """All that was said to it, line by line, for the log. ``state`` is the one in which it was asked."""
        return list(filter(None, map(self.said, answers)))

    def faults(self) -> Iterator[Fault]:
        """Where the question contradicts itself, for its writer."""
        yield from ()


class Offer(Pick, frozen=True, kw_only=True):
    """Something on the table.

    ``text`` are its words. ``when`` is a condition: unless it is met, this is not shown at all. ``needs`` is a
    condition: unless it is met, this is shown struck out. ``why`` is the reason shown then; a bound such as
    rest >= 5 can go without.
    """

    text: Label
    when: Condition | None = None
    needs: Condition | None = None
    why: Label | None = None

    def there(self, state: State) -> bool:
        """Whether the offer is shown at all."""
        return self.when is None or bool(self.when.met(state))

    def struck(self, state: State) -> str:
        """Why it is struck out, or nothing when it is open."""
        if self.needs is None or self.needs.met(state):
            return ""
        return self.why or self.needs.shortfall(state)

    def is_open(self, state: State) -> bool:
        """Whether the offer is shown, and not struck out."""
        return (self.when is None or bool(self.when.met(state))) and (
            self.needs is None or bool(self.needs.met(state))
        )

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What has to be met for the offer to be open."""
        return tuple(each for each in (self.when, self.needs) if each is not None)

    def faults(self) -> Iterator[Fault]:
        """An offer that can be struck out has to be able to say why."""
        if self.needs is not None and self.needs.bound is None and self.why is None:
            yield Fault(("needs",), rulebook.questions.STRUCK_WITHOUT_REASON())


def offers_of(question: Question) -> list[Offer]:
    """What a question puts on the table; nothing where its answers are of another make."""
    return [pick for pick in question.picks if isinstance(pick, Offer)]


class Outcome(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one way of answering leads to: ``effects`` is what it changes; ``then`` are the beats told after it."""

    effects: Effects = NOTHING
    then: tuple[AnyBeat, ...] = ()

    @property
    def way(self) -> Way:
        """The way of answering that leads here."""
        return Way(effects=(self.effects,), then=self.then)
