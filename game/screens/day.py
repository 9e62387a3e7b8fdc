"""The day: the screen on which the story is told and answered."""

# ruff: noqa: PLC0415 - a screen is imported when it is opened

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from game.run import Refused, Run
from game.screens import keys
from game.screens.ending import TheEnd
from game.screens.face import Face
from game.screens.keys import Group
from game.screens.questions import widget_for
from game.screens.questions.base import Asked
from game.screens.widgets.bars import Footing, Heading
from game.screens.widgets.drawn import Paint
from game.screens.widgets.gauges import GaugesView
from game.screens.widgets.notice import Notice
from game.screens.widgets.page import Page
from game.screens.widgets.tower import TowerView
from game.story.calendar import week_of, weekday_of
from game.story.fold import Moment
from game.story.glossary import Term
from game.story.problems import BrokenScript
from game.telling import Piece, SceneOpens, Told, telling
from game.terms import terms_shown
from game.words import minutes_left

if TYPE_CHECKING:
    from game.screens.app import SevenWeeks


class Column(VerticalScroll, can_focus=False):
    """Page and question. It scrolls when they are longer than the screen."""


class DayScreen(Face[None]):
    """One run, moment by moment.

    While beats are coming in, any key or click shows the rest at once and does nothing else.
    """

    BINDINGS = keys.bindings(keys.DAY.keys)

    def __init__(self, run: Run) -> None:
        super().__init__()
        self.run = run
        self.asked: Asked | None = None
        self._noted: set[str] = set()
        self._warned = False
        self._moment = run.now()

    def compose(self) -> ComposeResult:
        state, glyphs = self._moment.state, self.game.glyphs
        yield Heading()
        with Horizontal(id="house"):
            with Column(id="column"):
                yield Page()
            with Vertical(id="side"):
                yield TowerView(state, glyphs=glyphs)
                yield GaugesView(state.gauges, glyphs=glyphs)
        yield Notice()
        yield Footing()

    def on_mount(self) -> None:
        """Tell the moment at which the run stands: at once when it has been told before."""
        self._heading, self._footing = self.query_one(Heading), self.query_one(Footing)
        self._page, self._column = self.query_one(Page), self.query_one(Column)
        self._tower, self._gauges = self.query_one(TowerView), self.query_one(GaugesView)
        self._notice = self.query_one(Notice)
        self._gauges.display = not self.run.facts_only
        self._open(at_once=bool(self.run.past()) and not self._moment.begins)

    def take(self, run: Run, notice: str) -> None:
        """Go on with another run, and say so."""
        self.run = cast("SevenWeeks", self.app).played = run
        self._open(at_once=False)
        self._say(notice)

    def helps(self) -> Sequence[Group]:
        asked = self.asked
        own = [Group("For this question", asked.KEYS)] if asked and asked.KEYS else []
        return [*own, keys.DAY, keys.READING]

    # telling

    def _open(self, *, at_once: bool) -> None:
        """Tell the run's moment, with the gauges as they stand and no change beside them."""
        moment = self.run.now()
        self._gauges.show(moment.state.gauges, before=moment.state.gauges)
        self._show(moment, at_once=at_once)
        self._say("")

    def _show(self, moment: Moment, *, at_once: bool = False) -> None:
        """Put a moment on the screen: its beats as they come, and then its question."""
        self._moment = moment
        self._drop_question()
        self._head()
        self._tower.state = moment.state
        past = self.run.past()
        while past and moment.stays:
            moment = past.pop()[0]
        before = past[-1][0] if past else None
        still = at_once or self.game.still
        pieces = [piece for piece in telling(moment, before) if _on_page(piece)]
        self._page.tell(pieces, self._echo(past), self.run.story.glossary, at_once=still)
        self._column.scroll_home(animate=False)

    def _echo(self, past: list[tuple[Moment, object]]) -> Paint | None:
        """What the player said last, as it stands above the new page."""
        if not past:
            return None
        moment, answer = past[-1]
        question = moment.question
        if question is None or not question.said(answer):
            return None
        return partial(widget_for(question).echo, question, answer)

    def _head(self) -> None:
        moment, story = self._moment, self.run.story
        day = moment.scene.day
        if day is None:
            self._heading.show(moment.scene.title, moment.clock or "")
            return
        week = f"week {week_of(day)} · {story.week_title(week_of(day)).lower()}"
        when = f"day {day} · {weekday_of(day).lower()}"
        self._heading.show(week.removesuffix(" · "), f"{when} · {moment.clock}" if moment.clock else when)

    def _foot(self) -> None:
        if self.asked is None:
            self._footing.show([keys.HURRY])
            return
        enter = keys.CONFIRM._replace(word=self.asked.enter_word)
        back = [] if self.run.can_go_back else [keys.BACK]
        words = [keys.GLOSSARY] if self._terms() else []
        self._footing.show([enter, *back, keys.SOURCES, *words, keys.LOG, keys.TOWER, keys.KEYS, keys.QUIT])

    def on_page_grew(self) -> None:
        """Keep the newest beat in sight."""
        self._foot()
        self.call_after_refresh(self._column.scroll_end, animate=False)

    async def on_page_read(self) -> None:
        """Everything has been told: ask."""
        if self._page.arriving or self.asked is not None:
            return
        moment, glyphs = self._moment, self.game.glyphs
        if moment.question is None:
            asked: Asked = TheEnd(moment, self.run, glyphs)
        else:
            asked = widget_for(moment.question)(moment.question, moment, self.run.seed, glyphs)
        asked.spans = self._page.fresh(asked.prompt)
        self.asked = asked
        await self._column.mount(asked)
        self.watch(asked, "enter_word", self._foot)
        asked.focus(scroll_visible=False)
        self._gauges.show(moment.state.gauges)
        self.call_after_refresh(self._column.scroll_end, animate=False)

    def _drop_question(self) -> None:
        if self.asked is not None:
            self.asked.remove()
            self.asked = None

    def _say(self, text: str) -> None:
        """Say what there is to be said, and what must be known of the run, each thing once."""
        trouble = self.run.trouble and f"This play is not being saved just now: {self.run.trouble}."
        fresh = [note for note in (self.run.notice, trouble) if note and note not in self._noted]
        self._noted.update(fresh)
        self._notice.say(" ".join(filter(None, (text, *fresh))))

    # keys and clicks

    def on_key(self, event: events.Key) -> None:
        """While beats are coming in, any key shows the rest and is used up by that."""
        if self._page.arriving and event.key not in ("ctrl+c", "ctrl+q"):
            event.stop()
            self._page.hurry()

    def on_click(self, event: events.Click) -> None:
        """A click does the same as a key; on a term it opens the glossary there."""
        if self._page.arriving:
            self._page.hurry()
        elif term := event.style.meta.get("term"):
            self.action_glossary(term)

    def on_asked_answered(self, message: Asked.Answered) -> None:
        """Give the run an answer and tell what comes of it."""
        asked = self.asked
        if asked is None or message.asked is not asked:
            return
        try:
            moment = self.run.answer(message.value)
        except Refused as refused:
            asked.refuse(str(refused))
        except BrokenScript as broken:
            self.game.show_problems(str(broken))
        else:
            self._follow(moment)

    def _follow(self, moment: Moment) -> None:
        """Tell what has come of an answer; or let the question go on where it stays."""
        if moment.stays and self.asked is not None:
            self._moment = moment
            self.asked.renew(moment)
            self._foot()
        else:
            self._show(moment)
        self._say("")

    def on_asked_elsewhere(self, message: Asked.Elsewhere) -> None:
        """Open the screen on which a question is answered, and go on from wherever that has led."""
        if message.asked is self.asked and self.is_current:
            self.app.push_screen(message.screen(self.run), self._back_from_elsewhere)

    def _back_from_elsewhere(self, _: object) -> None:
        moment = self.run.now()
        if moment is not self._moment:
            self._follow(moment)

    def action_confirm(self) -> None:
        """Enter."""
        if self._page.arriving:
            self._page.hurry()
        elif self.asked is not None:
            self.asked.confirm()

    def action_back(self) -> None:
        """Backspace: first within the question, then to the one before."""
        if self.asked is not None and self.asked.take_back():
            return
        try:
            self.run.back()
        except Refused as refused:
            self._say(str(refused))
        else:
            self._open(at_once=True)

    def action_leave(self) -> None:
        """Leave; but say first when something of the play would be lost."""
        if self.run.trouble and not self._warned:
            self._warned = True
            self._say(
                f"This play is not being saved just now: {self.run.trouble}. Press q again to leave all the same."
            )
        else:
            super().action_leave()

    def action_page_up(self) -> None:
        """What has moved out of sight above."""
        self._column.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """And down again."""
        self._column.scroll_page_down(animate=False)

    # other pages

    def action_sources(self) -> None:
        """Where the lines on the screen come from."""
        self.show_sources(self.run.story, self._page.beats)

    def action_glossary(self, wanted: str = "") -> None:
        """What the words of the trade mean, one that was clicked before all others."""
        from game.screens.glossary import GlossaryScreen

        self.app.push_screen(GlossaryScreen(self.run.story.glossary, self._terms(), wanted))

    def _terms(self) -> list[Term]:
        """The terms on the screen."""
        question = self._moment.question if self.asked else None
        return terms_shown(self._page.beats, question, self.run.story.glossary)

    def action_card(self) -> None:
        """What the play has come to, once it is over."""
        from game.screens.after.screen import CardScreen

        self.app.push_screen(CardScreen(self.run))

    def action_log(self) -> None:
        """Everything said so far."""
        from game.screens.log import LogScreen

        self.app.push_screen(LogScreen(self.run))

    def action_tower(self) -> None:
        """The map; a day chosen there is played on from, in a run of its own."""
        from game.screens.map import MapScreen

        story = self.run.story
        titles = {day: story.titles[day] for day in self.run.days()}
        weeks = [week.title for week in story.spine.weeks]
        screen = MapScreen(
            self._moment.state,
            titles,
            weeks,
            note=minutes_left(self.run.minutes_left),
            minutes=self.run.minutes_of_weeks,
            legend=not self.run.facts_only,
            glyphs=self.game.glyphs,
        )
        self.app.push_screen(screen, self._go)

    def _go(self, day: int | None) -> None:
        here = day == self._moment.scene.day and self._moment.question is not None
        if day is None or here:
            return
        old = self.run.name
        try:
            run = self.run.go(day)
        except Refused as refused:
            self._say(str(refused))
        else:
            self.take(run, f"From here on you play {run.name}. {old} stays as it is.")


def _on_page(piece: Piece) -> bool:
    """Whether the page tells this. Heading and tower show the rest: weeks, and scenes that are no day."""
    match piece:
        case SceneOpens(scene):
            return scene.day is not None
        case _:
            return isinstance(piece, Told)
