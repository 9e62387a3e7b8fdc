"""The lesson on the screen: a first night at the Annex, in the keys of every night, with a coach above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.app import ComposeResult

from game.screens import keys
from game.screens.keys import Group, Key
from game.screens.tower.coach import Aim, Coach, LessonTable, Taught
from game.screens.tower.keys import CARD, LEAVE, LOG, NIGHT
from game.screens.tower.night import NightScreen
from game.screens.widgets.bars import Footing
from game.tower.moves import Fill, Move

LESSON: Final = Group(
    "In the lesson",
    (Key("", "Any key", "that is not the next step is answered, and costs nothing"),),
)
FOOT: Final = (CARD, LOG, keys.KEYS, LEAVE)
NO_HINTS: Final = "On a night of your own, h gives a hint. Here the lines above the tower say what to do."


class LearnScreen(NightScreen):
    """The lesson. Dismissed with its sitting when the player wants a board of their own next, else with None."""

    DEFAULT_CSS = """
    LearnScreen #side, LearnScreen.-medium #side, LearnScreen.-large #side { padding: 1 2 0 0; }
    LearnScreen.-medium Coach { padding: 1 2 0 2; }
    LearnScreen.-large Coach { padding: 2 2 0 2; }
    """

    def __init__(self) -> None:
        self._lesson = LessonTable()
        super().__init__(self._lesson)
        self._seen = -1, 0

    def compose(self) -> ComposeResult:
        yield Coach(self._lesson)
        yield from super().compose()

    def _saying(self) -> Taught:
        return Taught(self._lesson, self.game.glyphs)

    def helps(self) -> Sequence[Group]:
        return [LESSON, NIGHT]

    def _show(self) -> None:
        self._come_along()
        super()._show()

    def _come_along(self) -> None:
        """Take the cursor to where the next step is done; to the water the player takes it, to use the arrows."""
        if self._lesson.over:
            return
        aim = Aim.of(self._lesson.lesson)
        now = self._lesson.lesson.at, aim.flats
        if now != self._seen and not isinstance(aim.move, Fill):
            self.board.cursor = aim.nearest(self.board.building, self.board.cursor)
        self._seen = now

    def _show_bar(self) -> None:
        super()._show_bar()
        if self._lesson.over:
            self._bar.show(())
        self.query_one(Footing).show(FOOT)
        self.query_one(Coach).show(self.board.cursor)

    def _point(self) -> None:
        if self._lesson.over:
            self.board.pointed = ()
        else:
            aim = Aim.of(self._lesson.lesson)
            self.board.pointed = aim.places(self.board.building, self.board.cursor)

    def _question(self, move: Move) -> str:  # noqa: ARG002
        """Nothing is asked: what is not the next step is answered at once, and the switch is sure to work."""
        return ""

    def on_key(self, event: events.Key) -> None:
        """Once the lesson is over, only Enter and Space go on; every other key does what it does."""
        if self._lesson.over:
            event.prevent_default()
            if event.key in ("enter", "space"):
                event.stop()
                self._go_on()

    def action_hint(self) -> None:
        """The coach says it all."""
        self._say(NO_HINTS)
