"""What every kind of question can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, NamedTuple

import msgspec

from game.story.beat import AnyBeat
from game.story.condition import Condition
from game.story.state import NOTHING, Effects, State
from game.story.step import Id, Label, Step

Answer = Any
"""What a run's journal keeps of an answer: plain JSON, its shape told by the question's kind."""


class Settled(NamedTuple):
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
    what: str


class Way(NamedTuple):
    """One way of answering, as far as a story can tell it from another.

    It is open where all of ``met`` is met. ``effects`` happen one after another; ``kept`` are the names that are
    given numbers, each any of its own; ``until`` is the last of the days that are passed, however they are built;
    ``then`` is told after it.
    """

    met: tuple[Condition, ...] = ()
    effects: tuple[Effects, ...] = ()
    kept: tuple[tuple[str, range], ...] = ()
    until: int = 0
    then: tuple[AnyBeat, ...] = ()


class Question(Step, frozen=True, kw_only=True):
    """A question. ``text`` is what is asked."""

    def refusal(self, answer: Answer, state: State) -> str:
        """Why this answer cannot be given now, for the player; empty when it can."""
        raise NotImplementedError

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

    def recount(self, answers: Sequence[Answer], state: State) -> list[str]:  # noqa: ARG002
        """All that was said to it, line by line, for the log. ``state`` is the one in which it was asked."""
        return list(filter(None, map(self.said, answers)))

    def faults(self) -> Iterator[Fault]:
        """Where the question contradicts itself, for its writer."""
        yield from ()


class Offer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something on the table.

    ``id`` is its own within the list and stays when the words change. ``text`` are its words. ``when`` is a
    condition: unless it is met, this is not shown at all. ``needs`` is a condition: unless it is met, this is
    shown struck out. ``why`` is the reason shown then; a bound such as rest >= 5 can go without.
    """

    id: Id
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

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What has to be met for the offer to be open."""
        return tuple(each for each in (self.when, self.needs) if each is not None)

    def faults(self) -> Iterator[Fault]:
        """An offer that can be struck out has to be able to say why."""
        if self.needs is not None and self.needs.bound is None and self.why is None:
            yield Fault(
                ("needs",),
                "say why it is struck out: add 'why' (only a bound such as 'rest >= 5' speaks for itself)",
            )


class Outcome(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one way of answering leads to: ``effects`` is what it changes; ``then`` are the beats told after it."""

    effects: Effects = NOTHING
    then: tuple[AnyBeat, ...] = ()

    @property
    def way(self) -> Way:
        """The way of answering that leads here."""
        return Way(effects=(self.effects,), then=self.then)
