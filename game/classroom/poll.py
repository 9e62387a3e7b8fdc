"""A poll: one question put to the room. Asked once or twice, then shown, then taken into the run.

Pure: a poll only knows how it goes on. Opening rounds and counting votes is the conductor's.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec
from msgspec.structs import replace

from game.classroom.board import FEW, Result
from game.classroom.forms import AnyForm, Bar, Pick, Vote
from game.classroom.hands import hands_up
from game.story.questions import Answer, AnyQuestion


class Step(StrEnum):
    """How far a poll has come."""

    READY = "ready"
    """The question stands at the front, and no round is open yet."""
    FIRST = "first"
    TALK = "talk"
    SECOND = "second"
    SHOWN = "shown"


class Asking(msgspec.Struct, frozen=True):
    """A question that is put to a room, as a restart has to know it.

    The run has ``answered`` so many before. Its ``rounds`` are named as in the store; the last may be ``open``.
    """

    question: str
    answered: int
    rounds: tuple[str, ...]
    open: bool


class Poll(msgspec.Struct, frozen=True, kw_only=True):
    """``twice`` tells that the room talks and votes again. ``rounds`` are the votes of the closed rounds.

    ``by_hand`` says that they are raised hands, which say less: what is shown is what hands were up for.
    """

    question: AnyQuestion
    form: AnyForm
    twice: bool = False
    by_hand: bool = False
    step: Step = Step.READY
    rounds: tuple[tuple[Vote, ...], ...] = ()

    @property
    def open(self) -> bool:
        """Whether votes are taken."""
        return self.step in (Step.FIRST, Step.SECOND)

    @property
    def second(self) -> bool:
        """Whether the round that is open, or would be opened next, is the second one."""
        return self.step in (Step.TALK, Step.SECOND)

    def opened(self) -> Poll:
        """The next round is open."""
        return replace(self, step=Step.SECOND if self.step is Step.TALK else Step.FIRST)

    def shut(self, votes: tuple[Vote, ...]) -> Poll:
        """The open round is closed, with these votes: now the room talks, or sees what it has said."""
        talks = self.twice and self.step is Step.FIRST
        return replace(self, step=Step.TALK if talks else Step.SHOWN, rounds=(*self.rounds, votes))

    def shown(self) -> Poll:
        """No further round: what has been said so far is shown."""
        return replace(self, step=Step.SHOWN)

    def answer(self) -> Answer | None:
        """What the room has come to: its last round with any votes; None where nobody has voted."""
        votes = next((votes for votes in reversed(self.rounds) if votes), ())
        return self.form.together(votes) if votes else None

    def said(self, answer: Answer) -> str:
        """An answer in words, and nothing of what it will lead to: it is not taken yet."""
        if isinstance(self.form, Pick):
            return next((choice.text for choice in self.form.choices if choice.id == answer), "")
        return self.question.said(answer)

    def bars(self, votes: tuple[Vote, ...] = ()) -> tuple[Bar, ...]:
        """A bar for everything that can be said, however few the votes."""
        return hands_up(self.form, votes) if self.by_hand else self.form.bars(votes)

    def results(self) -> tuple[Result, ...]:
        """The closed rounds, to be shown. Groups of fewer than five are not broken down."""
        return tuple(self._result(votes) for votes in self.rounds)

    def _result(self, votes: tuple[Vote, ...]) -> Result:
        answer = self.said(self.form.together(votes)) if votes else ""
        return Result(len(votes), self.bars(votes) if len(votes) >= FEW else (), answer)
