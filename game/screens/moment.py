"""One moment of a run on the screen: told line by line beside the tower, and then asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from game.run import Run
from game.screens import keys
from game.screens.ending import TheEnd
from game.screens.face import Face
from game.screens.questions import widget_for
from game.screens.questions.base import Asked
from game.screens.widgets.bars import Footing, Heading, where_and_when
from game.screens.widgets.drawn import Paint
from game.screens.widgets.gauges import GaugesView
from game.screens.widgets.notice import Notice
from game.screens.widgets.page import Page, on_page
from game.screens.widgets.tower import TowerView
from game.story.fold import Moment
from game.story.glossary import Term
from game.telling import telling
from game.terms import terms_shown

if TYPE_CHECKING:
    from game.screens.app import SevenWeeks


class Column(VerticalScroll, can_focus=False):
    """Page and question. It scrolls when they are longer than the screen."""


class MomentScreen(Face[None]):
    """A run where it stands. Answering it, and all else that keys do, is up to those that come after this."""

    def __init__(self, run: Run) -> None:
        super().__init__()
        self.run = run
        self.asked: Asked | None = None
        self._noted: set[str] = set()
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
        self._open(at_once=False, said=notice)

    def _open(self, *, at_once: bool, said: str = "") -> None:
        """Tell the run's moment, with the gauges as they stand and no change beside them."""
        moment = self.run.now()
        self._gauges.show(moment.state.gauges, before=moment.state.gauges)
        self._show(moment, at_once=at_once)
        self._say(said)

    def _show(self, moment: Moment, *, at_once: bool = False) -> None:
        """Put a moment on the screen: its beats as they come, and then its question."""
        self._moment = moment
        self._drop_question()
        self._heading.show(*where_and_when(moment, self.run.story))
        self._tower.show(moment.state, moment.lights)
        past = self.run.past()
        while past and moment.stays:
            moment = past.pop()[0]
        before = past[-1][0] if past else None
        still = at_once or self.game.still
        pieces = [piece for piece in telling(self.run.story, moment, before) if on_page(piece)]
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

    def _terms(self) -> list[Term]:
        """The terms on the screen."""
        question = self._moment.question if self.asked else None
        return terms_shown(self._page.beats, question, self.run.story.glossary)
