"""The presenter answers for the room, on the same panel on which a player would."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from game.screens.face import Face
from game.screens.keys import Key, bindings
from game.screens.questions import widget_for
from game.screens.questions.base import Asked
from game.screens.widgets.bars import Footing, Heading
from game.story.fold import Moment
from game.story.questions import Answer

TAKE = Key("enter,space", "Enter", "give the answer", "confirm", "answer")
LEAVE = Key("backspace,escape,q", "Backspace", "leave it", "back", "leave it")


class OwnScreen(Face[tuple[Answer] | None]):
    """One question. It is dismissed with the answer, in a tuple because an answer may be nothing."""

    DEFAULT_CSS = """
    OwnScreen VerticalScroll { padding: 2 4; }
    """
    BINDINGS = bindings([TAKE, LEAVE])

    def __init__(self, moment: Moment, seed: int) -> None:
        super().__init__()
        self._moment = moment
        self._seed = seed

    def compose(self) -> ComposeResult:
        question = self._moment.question
        assert question is not None, "there is something to answer"
        self._asked: Asked = widget_for(question)(question, self._moment, self._seed, self.game.glyphs)
        yield Heading()
        with VerticalScroll(can_focus=False):
            yield self._asked
        yield Footing()

    def on_mount(self) -> None:
        """Ask."""
        self.query_one(Heading).show("an answer for the room")
        self.query_one(Footing).show([TAKE, LEAVE])
        self._asked.focus()

    def on_asked_answered(self, message: Asked.Answered) -> None:
        """Leave with the answer."""
        self.dismiss((message.value,))

    def action_confirm(self) -> None:
        """Enter."""
        self._asked.confirm()

    def action_back(self) -> None:
        """Backspace: first within the question."""
        if not self._asked.take_back():
            self.dismiss(None)
