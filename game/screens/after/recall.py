"""The recall on the screen: a few questions, days later, one after another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from game.after import recall as recalling
from game.library import Library
from game.run import Refused
from game.screens import keys
from game.screens.face import Face
from game.screens.keys import Group
from game.screens.questions import widget_for
from game.screens.questions.base import Asked
from game.screens.widgets.bars import Footing, Heading
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing
from game.screens.widgets.envelope import broken
from game.screens.widgets.notice import Notice
from game.screens.widgets.page import MARGIN, beat_lines, indented
from game.telling import Told, telling

LEAVE = keys.QUIT._replace(means="leave; what is not answered to its end is not written down")


class Answered(Drawn):
    """What has come of the last answer, or of all of them."""

    DEFAULT_CSS = """
    Answered { margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._told: Sequence[Told] = ()
        self._said: Sequence[str] = ()

    def show(self, told: Sequence[Told], said: Sequence[str] = ()) -> None:
        """Show these lines of the recall, and these sentences under them."""
        self._told, self._said = told, said
        self.refresh(layout=True)

    def paint(self, width: int) -> Lines:
        width = min(width, 68)
        lines = []
        for beat, opened in self._told:
            lines += [*beat_lines(beat, width)]
            lines += [EMPTY, *indented(broken(opened, width - MARGIN))] if opened else []
            lines.append(EMPTY)
        for place, said in enumerate(self._said):
            lines += indented(flowing(said, width - MARGIN, "ink" if place else "title"))
        return lines


class RecallScreen(Face[None]):
    """Asks the recall of a play. Dismissed when it is over, or given up."""

    DEFAULT_CSS = """
    RecallScreen VerticalScroll { height: 1fr; padding: 1 2 0 2; }
    RecallScreen VerticalScroll { scrollbar-size-vertical: 1; scrollbar-color: $faint; }
    RecallScreen.-medium VerticalScroll { padding: 2 2 0 12; }
    RecallScreen.-large VerticalScroll { padding: 4 4 0 30; }
    """
    KEYS = (keys.CONFIRM, keys.BACK, keys.KEYS, LEAVE)
    BINDINGS = keys.bindings(KEYS)

    def __init__(self, library: Library, name: str, *, today: dt.date | None = None) -> None:
        super().__init__()
        self.run = recalling.recall_of(library.story)
        self.name_of_play = name
        self.asked: Asked | None = None
        self._path = library.recalls(name)
        self._before = recalling.sittings(self._path)
        self._today = today or dt.date.today()
        self._count = len(recalling.questions_of(self.run.now().scene))

    def compose(self) -> ComposeResult:
        yield Heading()
        with VerticalScroll(can_focus=False):
            yield Answered()
        yield Notice()
        yield Footing()

    async def on_mount(self) -> None:
        """Ask the first question."""
        await self._ask()

    def helps(self) -> Sequence[Group]:
        own = [Group("For this question", self.asked.KEYS)] if self.asked and self.asked.KEYS else []
        return [*own, Group("In the recall", self.KEYS)]

    async def _ask(self) -> None:
        """Show what came of the last answer, and ask the next question, if there is one."""
        moment, past = self.run.now(), self.run.past()
        told = [
            each
            for each in telling(self.run.story, moment, past[-1][0] if past else None)
            if isinstance(each, Told)
        ]
        if self.asked is not None:
            await self.asked.remove()
            self.asked = None
        column = self.query_one(VerticalScroll)
        if moment.question is None:
            said = recalling.summed_up(self.run, self._before)
            self.query_one(Answered).show(told, said)
            self.query_one(Notice).say(recalling.keep(self._path, self.run, self._today))
            self.query_one(Heading).show("the recall", "over")
        else:
            self.query_one(Answered).show(told)
            place = len(recalling.recalled(self.run)) + 1
            self.query_one(Heading).show(f"what you remember of {self.name_of_play}", f"{place} of {self._count}")
            self.asked = widget_for(moment.question)(moment.question, moment, self.run.seed, self.game.glyphs)
            await column.mount(self.asked)
            self.watch(self.asked, "enter_word", self._foot)
            self.asked.focus(scroll_visible=False)
        self._foot()
        self.call_after_refresh(column.scroll_end, animate=False)

    def _foot(self) -> None:
        word = self.asked.enter_word if self.asked else "leave"
        self.query_one(Footing).show([keys.CONFIRM._replace(word=word), keys.KEYS, LEAVE])

    async def on_asked_answered(self, message: Asked.Answered) -> None:
        """Take an answer, and go on."""
        if message.asked is not self.asked:
            return
        try:
            self.run.answer(message.value)
        except Refused as refused:
            message.asked.refuse(str(refused))
        else:
            await self._ask()

    def action_confirm(self) -> None:
        """Enter: answer, or leave when all is answered."""
        if self.asked is not None:
            self.asked.confirm()
        else:
            self.dismiss(None)

    def action_back(self) -> None:
        """Backspace: back within the question."""
        if self.asked is not None:
            self.asked.take_back()

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)
