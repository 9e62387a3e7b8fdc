"""The front: what a room sees of its class, on a projector. Nothing on it is private."""

# ruff: noqa: PLC0415 - a page is imported when it is opened

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Any, Final, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from game.classroom.forms import Guess, Pick, Scale
from game.classroom.hands import SURE, hands_for
from game.classroom.poll import Poll, Step
from game.classroom.remote import AnyPress, Ask, Back, Blank, Crew, Go, Lock, Next, Pause, Show, Take, Timer
from game.classroom.results import NoResults
from game.classroom.session import Session
from game.classroom.stand import button
from game.classroom.store import Counted
from game.screens.classroom import keys
from game.screens.classroom.hands import HandsTable
from game.screens.classroom.panel import Panel, countdown
from game.screens.classroom.status import Status, said
from game.screens.face import Face
from game.screens.keys import KEYS, READING, Group, bindings
from game.screens.widgets.bars import Footing, Heading, where_and_when
from game.screens.widgets.drawn import Lines, Paint, flowing, inked
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
from game.words import stretches

if TYPE_CHECKING:
    from game.screens.classroom.app import ClassApp
    from game.screens.classroom.asks import Way
    from game.screens.classroom.tower import Night

LOOK: Final = 0.25
"""Seconds between two looks at the clock and at how many have answered."""
COUNTDOWN: Final = 60
SLOW: Final = 0.3
"""Seconds after which something that takes its time is said to."""
MOMENT: Final = "One moment."
NO_DIGIT: Final = "This is not answered with a digit. o answers it for the room."
MOVES: Final = "A digit takes one of these moves; m lets the crew choose."


class Column(VerticalScroll, can_focus=False):
    """Story and question. It scrolls when they are longer than the screen."""


class Front(Face[None]):
    """One class, as the whole room sees it. ``folder`` is where results are written; ``notice`` is said first."""

    BINDINGS = bindings(keys.FRONT.keys)

    def __init__(self, session: Session, folder: Path, notice: str = "") -> None:
        super().__init__()
        self._first_notice = notice
        self.session = session
        self._folder = folder
        self._moment: Moment | None = None
        self._answers = -1
        self._night: Night | None = None
        self._hands: HandsTable | None = None
        self._ledger: TallyView | None = None
        self._counted = Counted(0, 0)

    def compose(self) -> ComposeResult:
        glyphs = self.game.glyphs
        yield Heading()
        with Horizontal(id="house"):
            with Column(id="column"):
                yield Page()
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

    def helps(self) -> Sequence[Group]:
        return [keys.FRONT, Group("While hands are counted", keys.TALLY), READING]

    def say(self, text: str) -> None:
        """Say something that whoever leads the class must know."""
        self._notice.say(text)

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
        self.query_one(TowerView).state = moment.state
        past = run.past()
        while past and moment.stays:
            moment = past.pop()[0]
        pieces = [piece for piece in telling(moment, past[-1][0] if past else None) if on_page(piece)]
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
        poll = self._poll
        counting = self.session.solo and poll is not None and poll.open
        if counting and poll is not None and self._hands is None:
            self._hands = HandsTable(hands_for(poll.form))
            await self._column.mount(self._hands)
            self._hands.focus()
        elif not counting and self._hands is not None:
            await self._hands.remove()
            self._hands = None

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
        self._foot()
        self.call_after_refresh(self._column.scroll_end, animate=False)

    def _show_panel(self) -> None:
        conductor = self.session.conductor
        left = countdown(conductor.view, time())
        self._panel.show(conductor.view, conductor.run, left=left, hands=self._hands is not None)

    def _foot(self) -> None:
        conductor = self.session.conductor
        over = conductor.view.moment.question is None
        word = "" if over else button(self._poll, over=False).lower()
        if self._page.arriving:
            word = "show the rest"
        door = () if self.session.solo else (keys.DOOR,)
        self.query_one(Footing).show([keys.NEXT._replace(word=word), *door, keys.BACK, KEYS, keys.QUIT])

    async def _look(self) -> None:
        """Look at the clock, and at how many have answered."""
        view = self.session.conductor.view
        self._counted = await self.session.conductor.counted()
        left = countdown(view, time())
        self._status.show(said(view, self._counted, solo=self.session.solo), left)
        if view.poll is not None and view.poll.step is Step.TALK and not view.paused:
            self._show_panel()

    def on_page_grew(self) -> None:
        """Keep the newest line in sight."""
        self._arrange()

    def on_page_read(self) -> None:
        """Everything has been told: ask."""
        self._arrange()

    # the buttons

    def press(self, press: AnyPress) -> None:
        """Press a button. What takes its time does not keep the screen waiting."""
        self.run_worker(self._press(press))

    async def _press(self, press: AnyPress) -> None:
        slow = self.set_timer(SLOW, lambda: self._notice.say(MOMENT))
        why = await self.session.press(press)
        slow.stop()
        self._notice.say(why)

    @property
    def _number(self) -> int:
        return self.session.conductor.view.board.number

    async def action_next(self) -> None:
        """The big button."""
        if self._page.arriving:
            self._page.hurry()
        elif self._hands is not None:
            await self.session.raised(self._hands.counts)
            self.press(Next(saw=self._number))
        else:
            self.press(Next(saw=self._number))

    def action_back(self) -> None:
        """The last step back."""
        self.press(Back(saw=self._number))

    def on_hands_table_dropped(self) -> None:
        """The count of hands is given up."""
        self.action_back()

    def action_choose(self, number: int) -> None:
        """Choose a line for the room."""
        if self._page.arriving:
            self._page.hurry()
        elif (poll := self._poll) is not None and (poll.step in (Step.READY, Step.SHOWN) or self.session.solo):
            answer = answer_of(poll, number)
            if answer is None:
                self._notice.say(NO_DIGIT)
            else:
                self.press(Take(answer=answer, saw=self._number))

    def action_own(self) -> None:
        """Answer for the room as a player would."""
        poll, moment = self._poll, self.session.conductor.view.moment
        if poll is None or poll.open:
            return
        if isinstance(poll.question, Renovation):
            self._notice.say(MOVES)
            return
        from game.screens.classroom.own import OwnScreen

        self.app.push_screen(OwnScreen(moment, self.session.conductor.run.seed), self._take)

    def _take(self, answer: tuple[Answer] | None) -> None:
        if answer is not None:
            self.press(Take(answer=answer[0]))

    def action_crew(self) -> None:
        """Let the crew make the next move at a tower."""
        self.press(Crew(saw=self._number))

    def action_show(self) -> None:
        """Reveal early."""
        if self._poll is not None and self._poll.step is not Step.READY:
            self.press(Show(saw=self._number))

    def action_again(self) -> None:
        """Vote once more on what was shown."""
        if self._poll is not None and self._poll.step is Step.SHOWN:
            self.press(Ask(saw=self._number))

    def action_count(self) -> None:
        """Start a countdown, or stop it."""
        view = self.session.conductor.view
        self.press(Timer(seconds=0 if view.until or view.paused else COUNTDOWN))

    def action_pause(self) -> None:
        """Hold it, or let it go on."""
        self.press(Pause())

    def action_blank(self) -> None:
        """Darken the screen, or light it."""
        self.press(Blank(blank=not self.session.conductor.view.blank))

    def action_lock(self) -> None:
        """Lock the door, or open it."""
        if not self.session.solo:
            self.press(Lock(locked=not self.session.conductor.view.board.locked))

    def action_write(self) -> None:
        """Write down what the room has said."""
        try:
            self.say(self.session.write(self._folder))
        except NoResults as trouble:
            self.say(str(trouble))

    def action_scroll(self, by: int) -> None:
        """Up or down."""
        self._column.scroll_relative(y=3 * by, animate=False)

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
        places = (place for at, place in enumerate(run.story.places) if run.story.has(at, run.journal.header.cut))
        days = sorted(place.day for place in places if place.day is not None)
        told += [f"The days of this version: {stretches(days)}. What lies on the way is answered by chance."]
        self.app.push_screen(NumberScreen("Go to day", told), self._jump)

    def _jump(self, day: int | None) -> None:
        if day is not None:
            self.press(Go(day=day))

    def action_sources(self) -> None:
        """Where the lines on the screen come from."""
        self.show_sources(self.session.conductor.run.story, self._page.beats)

    def action_leave(self) -> None:
        """Ask, and leave."""
        from game.screens.classroom.asks import END, KEEP, STAY, AskScreen

        lost = "The phones are told that it is over, and seats and votes are gone."
        told = ["The story is kept as a play; the class is not."] + ([] if self.session.solo else [lost])
        self.app.push_screen(AskScreen("End this class?", told, [STAY, KEEP, END]), self._leave)

    def _leave(self, way: Way | None) -> None:
        from game.screens.classroom.asks import KEEP, STAY

        if way is None or way == STAY:
            return
        try:
            said = self.session.write(self._folder) if way == KEEP else ""
        except NoResults as trouble:  # the class goes on: what it has said is not lost
            self.say(str(trouble))
            return
        app = cast("ClassApp", self.app)
        app.run_worker(app.end(said))


def answer_of(poll: Poll, number: int) -> Any:
    """The answer that a digit stands for; None where it stands for none."""
    match poll.form:
        case Pick(choices=choices) if number <= len(choices):
            return choices[number - 1].id
        case Guess(choices=choices) if number <= len(choices):
            return {"guess": choices[number - 1].id, "sure": SURE}
        case Scale() if number <= 5:
            return number
    return None


def _goes_on(moment: Moment) -> bool:
    """Whether this is a further move in a question that has been seen. The board of a night is none."""
    question = moment.question
    return moment.stays and not (isinstance(question, Renovation) and not question.lines(moment.state))


def _said(answer: str, width: int) -> Lines:
    said_by = inked("The room: ", "muted")
    return indented(flowing(answer, width - MARGIN, "muted", first=said_by))
