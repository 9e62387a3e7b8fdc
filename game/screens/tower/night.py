"""The night on the screen: every key and click of the five people's work."""

# ruff: noqa: PLC0415 - a page is imported when it is opened

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from msgspec.structs import replace
from textual import events

from game.screens import keys
from game.screens.keys import Group
from game.screens.tower.asking import of_a_click
from game.screens.tower.board import BoardView
from game.screens.tower.keys import LEAVE, NIGHT, WORKS, work_of
from game.screens.tower.pointing import places_of_move
from game.screens.tower.table import Table
from game.screens.tower.work import WorkScreen
from game.tower.flats import lowest
from game.tower.known import Mark
from game.tower.moves import Breaker, Fill, Move, Survey, Thrown
from game.tower.saying import how_many
from game.tower.sitting import PRESSES

CHANCES: Final = (
    "In each flat: its chance of being faulty, in 100, before any reading, knowing that {} of {} are faulty."
)
LOST: Final = "This night is not kept. To leave it all the same, press the key once more."

_LINES: Final[dict[str, Callable[[int], Move]]] = {"floor": Survey, "zone": Fill, "circuit": Breaker}
_NEXT: Final = {Mark.UNKNOWN: "sound", Mark.SOUND: "faulty", Mark.FAULTY: "clear"}
_STAY: Final = ("ctrl+c", "ctrl+q", "ctrl+p")


class NightScreen(WorkScreen):
    """A night at a table. Dismissed with the sitting once the table is over, with None when the player leaves.

    With ``card`` the rules lie on the board when it opens.
    """

    BINDINGS = keys.bindings(NIGHT.keys)

    def __init__(self, table: Table, *, card: bool = False) -> None:
        super().__init__(table)
        self._card = card

    def on_mount(self) -> None:
        """Lay the rules on the board, where they are wanted."""
        if self._card:
            self.action_card()

    def helps(self) -> Sequence[Group]:
        return [NIGHT, keys.READING]

    def on_key(self, event: events.Key) -> None:
        """Any key settles what moves, lets go of what is asked unless it answers, and does its own thing.

        While the tower goes dark a key only ends that: whoever types ahead has not seen yet what happened.
        """
        if event.key in _STAY:
            return
        if self._going_dark():
            event.stop()
            self.board.settle()
            return
        if self.table.over:
            event.stop()
            self._go_on()
            return
        self.board.settle()
        if self.asking and event.key not in ("enter", work_of(self.asking.move).key):
            self._ask(None)
        if self._note == LOST and event.key not in LEAVE.press.split(","):
            self._say("")

    def _going_dark(self) -> bool:
        return self.board.moving and self.sitting.last == Thrown(False)

    def _go_on(self) -> None:
        """Once it is over: let the lit tower be seen, then leave with the sitting."""
        if self.board.moving:
            self.board.settle()
        else:
            self.dismiss(self.sitting)

    def action_move(self, across: int, up: int) -> None:
        """Move the cursor."""
        self.board.move(across, up)
        self._say("")

    def action_work(self, key: str) -> None:
        """Do this kind of work at the marked flat."""
        if self._going_dark():
            self.board.settle()
            return
        work = next(work for work in WORKS if work.key == key)
        self._make(work.move(self.sitting.night.building, self.board.cursor))

    def action_confirm(self) -> None:
        """Do what is asked once more."""
        if self.asking:
            self._make(self.asking.move)

    def action_mark(self) -> None:
        """Change the mark of the flat under the cursor."""
        flat, sitting = self.board.cursor, self.sitting
        name, looks = sitting.night.building.name(flat), sitting.looks(flat)
        if looks is Mark.UNKNOWN or sitting.is_own(flat):
            self._do(f"{_NEXT[looks]} {name}")
        else:
            self._say(f"{name} is {looks}: that is no guess, a reading says so.")

    def action_undo(self) -> None:
        """Take a mark back."""
        self._do("undo")

    def action_redo(self) -> None:
        """Bring a mark back."""
        self._do("redo")

    def action_hint(self) -> None:
        """The next press of the hint: where, why, do it."""
        depth = min(self.depth, PRESSES - 1)
        if depth == PRESSES - 1:
            self._do(*replace(self.sitting, pressed=depth).next_words())
        else:
            self._do(*["hint"] * (depth + 1 - self.sitting.pressed))
            if self.depth == PRESSES - 1:
                self.board.cursor = self._hinted()
                self._show_bar()

    def _hinted(self) -> int:
        """Where the hint on show would be done: there the cursor goes, unless it is there."""
        here, hint = self.board.cursor, self.sitting.hint
        flats = hint.marks.sound | hint.marks.faulty
        for place in places_of_move(hint.move) if hint.move else ():
            flats |= place.flats(self.board.building)
        return here if not flats or flats >> here & 1 else lowest(flats)

    def action_chances(self) -> None:
        """Show what each flat's chance of being faulty was to begin with, or hide it."""
        self.board.show_chances = not self.board.show_chances
        building = self.sitting.night.building
        words = CHANCES.format(how_many(building), building.size)
        self._say(words if self.board.show_chances else "")

    def action_log(self) -> None:
        """The whole log."""
        from game.screens.tower.pages import NightLog

        self.app.push_screen(NightLog(self.sitting))

    def action_card(self) -> None:
        """The rules."""
        from game.screens.tower.pages import RulesScreen

        self.app.push_screen(RulesScreen(self.sitting.timing))

    def action_leave(self) -> None:
        """Leave the night as it is. Where it would be lost, the key has to be pressed twice."""
        if self.kept or self._note == LOST:
            self.dismiss(None)
        else:
            self._say(LOST)

    # the mouse

    def on_board_view_pressed(self, message: BoardView.Pressed) -> None:
        """A flat: go there, and there already, mark it. A line: ask, and asked already, do it."""
        if self.table.over:
            self._go_on()
            return
        if self._going_dark():
            self.board.settle()
            return
        self.board.settle()
        if message.kind != "flat":
            self._arm(_LINES[message.kind](message.index))
        elif message.index == self.board.cursor:
            self.action_mark()
        else:
            self.board.cursor = message.index
            self._ask(None)

    def _arm(self, move: Move) -> None:
        if self.asking and self.asking.move == move:
            self._make(move)
        else:
            self._ask(of_a_click(self.sitting, move))
