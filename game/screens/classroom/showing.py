"""Showing: a class as the whole room sees it, on a projector. Nothing on it is private."""

# ruff: noqa: PLC0415 - the tower is imported when one is renovated

from __future__ import annotations

from functools import partial
from time import time
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from game.classroom.button import button
from game.classroom.hands import hands_for, sureness_for
from game.classroom.poll import Poll, Step
from game.classroom.remote import AnyPress
from game.classroom.session import Session
from game.classroom.store import Counted
from game.screens.classroom import keys
from game.screens.classroom.column import Column
from game.screens.classroom.hands import HandsTable
from game.screens.classroom.led import Lamps, LedScreen
from game.screens.classroom.panel import Panel, countdown
from game.screens.classroom.status import GONE, Status, counted_soon, said
from game.screens.keys import KEYS
from game.screens.widgets.bars import Footing, Heading, where_and_when
from game.screens.widgets.drawn import Lines, Paint, flowing, inked
from game.screens.widgets.envelope import Whose
from game.screens.widgets.notice import Notice
from game.screens.widgets.page import MARGIN, Page, indented, on_page
from game.screens.widgets.tally import TallyView
from game.screens.widgets.tower import TowerView
from game.story.calendar import week_of
from game.story.fold import Moment
from game.story.glossary import Glossary
from game.story.questions import Answer, Renovation
from game.story.questions.go import Tally
from game.telling import telling

if TYPE_CHECKING:
    from game.screens.classroom.tower import Night

LOOK: Final = 0.25
"""Seconds between two looks at the clock and at how many have answered."""
SLOW: Final = 0.3
"""Seconds after which something that takes its time is said to."""
THE_ROOMS: Final = Whose("the room’s envelope", "the room said")
MOMENT: Final = "One moment."


class Showing(LedScreen):
    """Shows how a class stands, one thing at a time. ``notice`` is said first."""

    def __init__(self, session: Session, notice: str = "") -> None:
        super().__init__()
        self.session = session
        self._first_notice = notice
        self._moment: Moment | None = None
        self._answers = -1
        self._night: Night | None = None
        self._hands: HandsTable | None = None
        self._ledger: TallyView | None = None
        self._counted = Counted(0, 0)
        self._left = ""
        self._gone = False

    def compose(self) -> ComposeResult:
        glyphs = self.game.glyphs
        yield Heading()
        with Horizontal(id="house"):
            with Column(id="column"):
                yield Page(THE_ROOMS)
                yield Panel(glyphs, self.session.earlier)
            with Vertical(id="side"):
                yield TowerView(self.session.conductor.view.moment.state, glyphs=glyphs)
        yield Status()
        yield Notice()
        yield Footing()

    async def on_mount(self) -> None:
        """Show where the class stands, and look at the clock from now on."""
        self._page, self._panel, self._column = self.query_one(Page), self.query_one(Panel), self.query_one(Column)
        self._status, self._notice = self.query_one(Status), self.query_one(Notice)
        self.set_interval(LOOK, self._look)
        await self.renew()
        self.say(self._first_notice)

    def say(self, text: str) -> None:
        """Say something that whoever leads the class must know."""
        self._notice.say(text)

    @property
    def _over(self) -> bool:
        return self.session.conductor.view.moment.question is None

    @property
    def _poll(self) -> Poll | None:
        return self.session.conductor.view.poll

    # showing

    async def renew(self) -> None:
        """Show how the class stands now."""
        view, run = self.session.conductor.view, self.session.conductor.run
        answers = len(run.past())
        if view.moment is not self._moment:
            seen = self._moment is None or _goes_on(view.moment) or answers <= self._answers
            self._moment, self._answers = view.moment, answers
            self._tell(view.moment, at_once=seen and answers > 0)
            await self._dress(view.moment)
        self.set_class(view.blank, "-blank")
        await self._count_hands()
        self._arrange()
        await self._look()

    def _tell(self, moment: Moment, *, at_once: bool) -> None:
        run = self.session.conductor.run
        self.query_one(Heading).show(*where_and_when(moment, run.story))
        self.query_one(TowerView).show(moment.state, moment.lights)
        past = run.past()
        while past and moment.stays:
            moment = past.pop()[0]
        pieces = [piece for piece in telling(run.story, moment, past[-1][0] if past else None) if on_page(piece)]
        self._column.scroll_home(animate=False)
        self._page.tell(pieces, self._echo(past), Glossary(), at_once=at_once or self.game.still)
        self._notice.say(run.trouble and f"This class is not being saved just now: {run.trouble}.")

    def _echo(self, past: list[tuple[Moment, Answer]]) -> Paint | None:
        """What the room answered last, above what came of it."""
        if not past or (question := past[-1][0].question) is None or isinstance(question, Renovation):
            return None
        answer = question.said(past[-1][1])
        return partial(_said, answer) if answer else None

    async def _dress(self, moment: Moment) -> None:
        """Put a week's ledger there, or the plan of a tower that is renovated, and take them away after."""
        question = moment.question
        if self._ledger is not None:
            await self._ledger.remove()
            self._ledger = None
        if isinstance(question, Tally):
            week = week_of(max(1, moment.state.day))
            self._ledger = TallyView(moment.state, week, glyphs=self.game.glyphs)
            await self._column.mount(self._ledger)
        if not isinstance(question, Renovation) or not question.begun(moment.state):
            if self._night is not None:
                await self._night.remove()
                self._night = None
            return
        sitting = question.sitting(moment.state)
        place, _ = where_and_when(moment, self.session.conductor.run.story)
        self.query_one(Heading).show(place, sitting.timing.at(sitting.night.minute))
        if self._night is not None:
            self._night.show(sitting)
            return
        from game.screens.classroom.tower import Night

        self._night = Night(sitting, self.game.glyphs)
        await self._night.put(self.query_one("#house"), self._column)

    async def _count_hands(self) -> None:
        """Lay out the count of hands while hands are up, and take it away after."""
        poll, round = self._poll, self.session.conductor.view.board.round
        form = poll.form if self.session.solo and poll is not None and poll.open else None
        if self._hands is not None and (form is None or self._hands.round != round):
            await self._hands.remove()
            self._hands = None
        if form is not None and self._hands is None:
            self._hands = HandsTable(hands_for(form), sureness_for(form), round)
            await self._column.mount(self._hands)
            self._hands.focus()

    def _arrange(self) -> None:
        """Show one thing at a time: the story, and then what is asked about it."""
        poll = self._poll
        asked = poll is not None and poll.step is not Step.READY
        if asked and self._page.arriving:
            self._page.hurry()
        self.set_class(self._night is not None, "-tower")
        moment = self.session.conductor.view.moment
        self._page.display = not asked and not (self._night is not None and _goes_on(moment))
        self._panel.display = not self._page.arriving
        if self._ledger is not None:
            self._ledger.display = not self._page.arriving
        self._show_panel()
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """The newest line while it is told. Then nothing moves that has not been read: Enter reads on."""
        if not self._read_in_screenfuls or self._column.fits:
            self._column.scroll_end(animate=False)
        self._foot()

    @property
    def _read_in_screenfuls(self) -> bool:
        return self._page.display and not self._page.arriving

    @property
    def _more_below(self) -> bool:
        """Whether some of what is told or asked is still out of sight."""
        return self._read_in_screenfuls and self._column.more_below

    @property
    def first(self) -> str:
        """What is done before the class goes on; empty where all is shown."""
        if self._moment is None:
            return ""
        if self._page.arriving:
            return "Show the rest"
        if self._more_below:
            return "Read on"
        return "See the card" if self._over else ""

    def show_first(self) -> None:
        """Do that."""
        if self._page.arriving:
            self._page.hurry()
        elif self._more_below:
            self.move(self._column.screenful)
        elif self._over:
            self._open_card()

    def _open_card(self) -> None:
        """What the class has come to, beside the record."""
        from game.screens.after.screen import CardScreen

        self.app.push_screen(CardScreen(self.session.conductor.run))

    def move(self, rows: int) -> None:
        """Move the column."""
        self._column.scroll_relative(y=rows, animate=False)
        self.call_after_refresh(self._foot)

    def _show_panel(self) -> None:
        conductor = self.session.conductor
        left = countdown(conductor.view, time())
        self._panel.show(conductor.view, conductor.run, left=left, hands=self._hands is not None)

    def _foot(self) -> None:
        word = button(self.session.conductor.view, self.first).lower()
        crew = (keys.CREWS_MOVE,) if isinstance(self.session.conductor.view.moment.question, Renovation) else ()
        door = () if self.session.solo else (keys.DOOR,)
        self.query_one(Footing).show([keys.NEXT._replace(word=word), *crew, *door, keys.BACK, KEYS, keys.QUIT])

    async def _look(self) -> None:
        """Look at the clock, and at how many have answered."""
        view = self.session.conductor.view
        counted = await counted_soon(self.session.conductor)
        if (counted is None) != self._gone:
            self._gone = counted is None
            self.say(GONE if self._gone else "")
        self._counted = counted or self._counted
        left = countdown(view, time())
        if left != self._left:
            self._left = left
            self._show_panel()
        small = "" if self._panel.counts_down else left
        self._status.show(said(view, self._counted, solo=self.session.solo), small)

    def on_page_grew(self) -> None:
        """Keep the newest line in sight."""
        self._arrange()

    def on_page_read(self) -> None:
        """Everything has been told: ask."""
        self._arrange()

    # the buttons

    @property
    def lamps(self) -> Lamps:
        view = self.session.conductor.view
        step, counting = view.poll.step if view.poll else "", bool(view.until or view.paused)
        return Lamps(view.board.number, step, counting, view.blank, view.board.locked)

    def press(self, press: AnyPress) -> None:
        """Press a button. What takes its time does not keep the screen waiting."""
        self.run_worker(self._press(press))

    async def _press(self, press: AnyPress) -> None:
        slow = self.set_timer(SLOW, lambda: self._notice.say(MOMENT))
        why = await self.session.press(press)
        slow.stop()
        self._notice.say(why)


def _goes_on(moment: Moment) -> bool:
    """Whether this is a further move in a question that has been seen. The board of a night is none."""
    question = moment.question
    return moment.stays and not (isinstance(question, Renovation) and not question.lines(moment.state))


def _said(answer: str, width: int) -> Lines:
    said_by = inked("The room: ", "muted")
    return indented(flowing(answer, width - MARGIN, "muted", first=said_by))
