"""The conductor: a class plays a run. It opens rounds, counts them, and gives the run the room's answers.

Every button of the projector, the cockpit and the remote control is one of its methods. What they lead to is the
:class:`View` for the front of the room and for the presenter, and the board for the phones.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from time import time
from types import MappingProxyType

import msgspec
from msgspec.structs import replace

from game.classroom.board import Board, Phase
from game.classroom.forms import Vote
from game.classroom.forms.crew import next_move
from game.classroom.lectern import Lectern
from game.classroom.notes import Noted, unprepared
from game.classroom.passing import pass_to
from game.classroom.poll import Asking, Poll, Step
from game.classroom.results import Taken
from game.classroom.store import Store
from game.classroom.view import viewed
from game.run import Refused, Run
from game.story.questions import Answer, Night, Renovation


class Conductor(Lectern):
    """One class. ``leaving`` is called when it is to be over; ``by_hand`` says that hands are raised.

    ``left`` is what an earlier process was asking. A store that still has its rounds goes on with them; else a
    round that was open is lost, and says so when it is asked again. ``taken`` are the votes behind the run's
    answers, by how many answers came before. Once it has ``jumped`` to another day, a class is not where its plan
    has it.
    """

    def __init__(
        self,
        run: Run,
        store: Store,
        *,
        notes: Noted = unprepared,
        clock: Callable[[], float] = time,
        left: Asking | None = None,
        locked: bool = False,
        taken: Mapping[int, Taken] = MappingProxyType({}),
        jumped: bool = False,
        by_hand: bool = False,
    ) -> None:
        view = viewed(run, notes, Board(number=int(clock() * 1000)), by_hand=by_hand)
        super().__init__(run, view, store, clock, locked=locked)
        self.taken = dict(taken)
        self.jumped = jumped
        self.leaving: Callable[[], None] = lambda: None
        self._noted = notes
        self._left = left
        self._by_hand = by_hand
        self._rounds: tuple[str, ...] = ()

    @property
    def asking(self) -> Asking | None:
        """What a restart has to know of the question that is put to the room; None while none is."""
        poll = self._view.poll
        if poll is None or not self._rounds:
            return None
        return Asking(poll.question.id, len(self.run.past()), self._rounds, poll.open)

    @property
    def results(self) -> list[Taken]:
        """The votes behind the run's answers, in its order; those that were taken back are not among them."""
        answered = len(self.run.past())
        return [taken for before, taken in sorted(self.taken.items()) if before < answered]

    async def begin(self) -> None:
        """Put up the first board."""
        standing, left = await self.store.board(), self._left
        self._view = replace(self._view, board=Board(number=max(standing.number, self._view.board.number)))
        still_there = left is not None and left.rounds[-1:] == (standing.round,)
        if left is None or not still_there or left.answered != len(self.run.past()):
            await self._arrive()
        else:
            await self._go_on(left.rounds, standing)

    async def _go_on(self, rounds: tuple[str, ...], standing: Board) -> None:
        """Go on with rounds that are still in the store, the last of them on the standing board."""
        poll = self._needed_poll()
        for round in rounds:
            poll = poll.opened()
            if round != standing.round or standing.phase is not Phase.VOTE:
                poll = poll.shut(await self._votes(round))
        self._rounds, self._left = rounds, None
        self._view = replace(self._view, until=standing.until)
        await self._put(poll.shown() if standing.phase is Phase.SHOWN else poll, round=standing.round)

    async def mend(self) -> None:
        """Put up again what the store has lost, or was not told, while it was gone."""
        number, board, poll = (await self.store.board()).number, self._view.board, self._view.poll
        if number == board.number:
            return
        lost = number == 0 and poll is not None and poll.open
        for seat in self.removed if number == 0 else ():
            await self.store.remove(seat)
        if lost:
            await self.store.open(board.round)
        await self._put(poll, round=board.round, again=board.again or lost)

    # the big button

    async def next(self) -> None:
        """Do what comes next: ask, close, ask again, show, take the answer, or go on in the story.

        What the front has not shown yet comes before that. Where nobody has voted there is no answer to take: it
        is asked again.
        """
        poll = self._view.poll
        if self._view.blank:
            self.blank(blank=False)
        elif self.projector.first:
            self.projector.show()
        elif self._view.moment.question is None:
            return
        elif poll is None:
            await self._answer(None)
        elif poll.open:
            await self.shut()
        elif poll.step is Step.SHOWN and poll.answer() is not None:
            await self.take()
        else:
            await self.ask()

    async def ask(self) -> None:
        """Open the next round."""
        poll = self._needed_poll()
        if poll.open:
            raise Refused("A round is open already.")
        name = f"{self._view.board.number}-{len(self._rounds) + 1}"
        await self.store.open(name)
        self._rounds += (name,)
        left, self._left = self._left, None
        lost = left is not None and left.open and left.question == poll.question.id
        self._view = replace(self._view, until=0, left=0)
        await self._put(poll.opened(), round=name, again=lost)

    async def shut(self) -> None:
        """Close the open round."""
        poll = self._needed_poll()
        if not poll.open:
            raise Refused("No round is open.")
        await self.store.shut()
        self._view = replace(self._view, until=0, left=0)
        await self._put(poll.shut(await self._votes(self._view.board.round)))
        if self._view.poll and self._view.poll.step is Step.TALK and self._view.notes.seconds:
            await self.timer(self._view.notes.seconds)

    async def show(self) -> None:
        """Show what the room has said so far, without a further round."""
        poll = self._needed_poll()
        if poll.open:
            await self.store.shut()
            poll = poll.shut(await self._votes(self._view.board.round))
        self._view = replace(self._view, until=0, left=0)
        await self._put(poll.shown())

    async def take(self, answer: Answer | None = None) -> None:
        """Give the run the room's answer, or the presenter's own where one is given."""
        poll = self._needed_poll()
        if answer is None:
            answer = poll.answer()
        if answer is None:
            raise Refused("Nobody has voted. Ask again, or choose for the room.")
        if refusal := poll.question.refusal(answer, self._view.moment.state):
            raise Refused(refusal)
        await self.store.shut()
        rounds = poll.results()
        await self._answer(answer, Taken(poll.question.id, poll.question.text, rounds) if rounds else None)

    async def crew(self) -> None:
        """At a tower: let the crew make the next move."""
        question, state = self._view.moment.question, self._view.moment.state
        if not isinstance(question, Renovation):
            raise Refused("There is no tower here for a crew to work at.")
        await self.take(next_move(question.sitting(state)))

    async def back(self) -> None:
        """Take the last step back: an open poll first, then the last answer."""
        poll = self._view.poll
        if poll is not None and poll.step is not Step.READY:
            await self.store.shut()
            self._rounds = ()
            await self._put(replace(poll, step=Step.READY, rounds=()))
            return
        self.run.back()
        await self._arrive()

    async def go(self, day: int) -> None:
        """Go to a day: one that was played in a play of its own from there, a later one in strides."""
        answered = len(self.run.past())
        if day in self.run.days():
            self.run = self.run.go(day)
        else:
            pass_to(self.run, day)
        self.jumped = True
        kept = min(answered, len(self.run.past()))
        self.taken = {before: taken for before, taken in self.taken.items() if before < kept}
        await self.store.shut()
        await self._arrive()

    # within

    def _needed_poll(self) -> Poll:
        if self._view.poll is None:
            raise Refused("There is nothing to vote on here.")
        return self._view.poll

    async def _votes(self, round: str) -> tuple[Vote, ...]:
        votes = await self.store.votes(round)
        return tuple(msgspec.json.decode(vote) for vote in votes.values())

    async def _answer(self, answer: Answer, taken: Taken | None = None) -> None:
        before = len(self.run.past())
        self.run.answer(answer)
        self.taken.pop(before, None)
        if taken is not None:
            self.taken[before] = taken
        await self._arrive()

    async def _arrive(self) -> None:
        """Come to the run's moment. A night gets its board first, as everywhere."""
        moment = self.run.now()
        if isinstance(moment.question, Night) and not moment.question.begun(moment.state):
            # To draw a good board takes up to some seconds, and the phones are served by this very loop.
            self.run.answer(await asyncio.to_thread(moment.question.drawn, moment.state, self.run.seed))
        self._rounds = ()
        board, blank = self._view.board, self._view.blank
        self._view = viewed(self.run, self._noted, board, blank=blank, by_hand=self._by_hand)
        await self._put(self._view.poll)
