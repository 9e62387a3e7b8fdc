"""The front: the screen on the projector, and what its keys do."""

# ruff: noqa: PLC0415 - a page is imported when it is opened

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from game.classroom.digits import answer_under
from game.classroom.passing import days_of
from game.classroom.poll import Step
from game.classroom.remote import Next, Take
from game.classroom.results import NoResults
from game.classroom.session import Session
from game.screens.classroom import keys
from game.screens.classroom.led import NOT_NOW
from game.screens.classroom.showing import Showing
from game.screens.keys import READING, Group, bindings
from game.story.questions import Answer, Renovation
from game.words import stretches

if TYPE_CHECKING:
    from game.screens.classroom.app import ClassApp
    from game.screens.classroom.asks import Way

NO_DIGIT: Final = "This is not answered with a digit. o answers it for the room."
NO_VOTES: Final = "Nobody has voted yet, so there is nothing to write down."
MOVES: Final = "A digit takes one of these moves; m lets the crew choose."


class Front(Showing):
    """One class in front of its room. Results are written into ``folder``."""

    BINDINGS = bindings(keys.FRONT.keys)

    def __init__(self, session: Session, folder: Path, notice: str = "") -> None:
        super().__init__(session, notice)
        self._folder = folder

    def helps(self) -> Sequence[Group]:
        return [keys.FRONT, Group("While hands are counted", keys.TALLY), READING]

    def action_next(self) -> None:
        if self.lamps.blank:
            self.action_blank()
        elif self.first:
            self.show_first()
        elif self._hands is not None:
            self.run_worker(self._close(self._hands.counts))
        else:
            super().action_next()

    async def _close(self, counts: Sequence[int]) -> None:
        """Close a vote by hand: so many were up for each line."""
        number = self.lamps.number
        await self.session.raised(counts)
        await self._press(Next(saw=number))

    async def raise_what_is_counted(self) -> None:
        """Take in the hands that are counted so far, as if the vote were closed now."""
        if self._hands is not None and any(self._hands.counts):
            await self.session.raised(self._hands.counts)

    def on_hands_table_dropped(self) -> None:
        """The count of hands is given up."""
        self.action_back()

    def action_choose(self, number: int) -> None:
        """Choose a line for the room."""
        if self._page.arriving:
            self._page.hurry()
        elif (poll := self._poll) is None:
            return
        elif poll.step not in (Step.READY, Step.SHOWN) and not self.session.solo:
            self._notice.say(NOT_NOW)
        elif (answer := answer_under(poll.form, number)) is None:
            self._notice.say(NO_DIGIT)
        else:
            self.press(Take(answer=answer, saw=self.lamps.number))

    def action_own(self) -> None:
        """Answer for the room as a player would."""
        poll, moment = self._poll, self.session.conductor.view.moment
        if poll is None:
            return
        if poll.open:
            self._notice.say(NOT_NOW)
            return
        if isinstance(poll.question, Renovation):
            self._notice.say(MOVES)
            return
        from game.screens.classroom.own import OwnScreen

        self.app.push_screen(OwnScreen(moment, self.session.conductor.run.seed), self._take)

    def _take(self, answer: tuple[Answer] | None) -> None:
        if answer is not None:
            self.press(Take(answer=answer[0]))

    def action_lock(self) -> None:
        if not self.session.solo:
            super().action_lock()

    async def action_write(self) -> None:
        """Write down what the room has said."""
        try:
            self.say(await self.session.write(self._folder) or NO_VOTES)
        except NoResults as trouble:
            self.say(str(trouble))

    def action_scroll(self, by: int) -> None:
        """Up or down."""
        self.move(3 * by)

    # other screens

    def action_door(self) -> None:
        """The door."""
        if self.session.room is not None:
            from game.screens.classroom.door import DoorScreen

            self.app.push_screen(DoorScreen(self.session.room))

    def action_jump(self) -> None:
        """Ask for a day."""
        from game.screens.classroom.asks import NumberScreen

        run = self.session.conductor.run
        told = [f"Played so far: {stretches(run.days()) or 'none'}. A day played before begins a play of its own."]
        days = stretches(days_of(run))
        told += [f"The days of this version: {days}. What lies on the way is answered by chance."]
        self.app.push_screen(NumberScreen("Go to day", told), self.go)

    def action_sources(self) -> None:
        """Where the lines on the screen come from."""
        self.show_sources(self.session.conductor.run.story, self._page.beats)

    def action_leave(self) -> None:
        """Ask, and leave."""
        from game.screens.classroom.asks import END, LOST, STAY, WRITTEN, AskScreen

        told = [WRITTEN.format(folder=self._folder), *([] if self.session.solo else [LOST])]
        self.app.push_screen(AskScreen("End this class?", told, [STAY, END]), self._leave)

    def _leave(self, way: Way | None) -> None:
        from game.screens.classroom.asks import END

        if way == END:
            app = cast("ClassApp", self.app)
            app.run_worker(app.end(unwritten=False))
