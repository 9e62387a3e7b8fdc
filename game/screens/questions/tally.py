"""Tally: the week's ledger, drawn line by line."""

from __future__ import annotations

from textual.app import ComposeResult

from game.screens.questions.base import Asked, row
from game.screens.widgets.drawn import MEASURE, Drawn, Lines, Paint, flowing
from game.screens.widgets.page import MARGIN
from game.screens.widgets.tally import TallyView
from game.story.calendar import week_of
from game.story.questions import AnyQuestion


class TallyWords(Drawn):
    """Lines above the ledger and below it."""

    DEFAULT_CSS = """
    TallyWords { margin-bottom: 1; }
    """

    def __init__(self, painted: Paint) -> None:
        super().__init__()
        self._painted = painted

    def paint(self, width: int) -> Lines:
        return self._painted(min(width, MEASURE))


class WeekTold(Asked):
    """Lines of the ledger come by themselves; Enter brings the next one, and after the last one it goes on."""

    DEFAULT_CSS = """
    WeekTold { layout: vertical; }
    WeekTold TallyView { width: 100%; max-width: 46; margin-bottom: 1; }
    """

    def ask(self, question: AnyQuestion) -> None:
        self.text = question.text
        self.enter_word = "go on"
        self.styles.padding = (0, 0, 0, MARGIN)

    def compose(self) -> ComposeResult:
        """What it is, the ledger, and the door."""
        state = self.moment.state
        self._ledger = TallyView(state, week_of(max(1, state.day)), glyphs=self.glyphs)
        yield TallyWords(lambda width: flowing(self.text, width, "title"))
        yield self._ledger
        yield TallyWords(lambda width: row("Enter", "Go on", width, chosen=True, name="confirm"))

    def paint(self, width: int) -> Lines:  # noqa: ARG002
        return ()

    def confirm(self) -> None:
        if not self._ledger.reveal_next():
            self.answer(None)
