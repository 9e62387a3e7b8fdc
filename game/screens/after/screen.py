"""The card of a play that is over: four leaves, one at a time where the screen is small, else two."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.after.card import card_of
from game.after.picture import write_beside
from game.after.share import share_text
from game.errors import ForPeople
from game.run import Run
from game.screens import keys
from game.screens.after.calibration import Calibration
from game.screens.after.leaves import Beside, Envelopes, Leaf, Shared, Subtracted
from game.screens.face import BREAKPOINTS, Face
from game.screens.keys import Group, Key
from game.screens.widgets.bars import Footing, Heading
from game.screens.widgets.notice import Notice

SIDES: Final[tuple[tuple[type[Leaf], ...], ...]] = (
    (Subtracted,),
    (Beside,),
    (Calibration, Envelopes),
    (Shared,),
)
"""What stands on each side of the card."""
BY_TWO: Final = BREAKPOINTS[-1][0]
"""Columns from which on two sides stand beside one another."""
COPIED: Final = "Copied. If your terminal does not let a program copy, mark the lines with the mouse."


class Side(VerticalScroll, can_focus=False):
    """One side of the card."""


class CardScreen(Face[None]):
    """The card. Dismissed to go back to the day."""

    DEFAULT_CSS = """
    CardScreen #card { height: 1fr; }
    CardScreen Side { width: 1fr; padding: 1 2 0 3; scrollbar-size-vertical: 1; scrollbar-color: $faint; }
    CardScreen.-medium Side { padding: 2 2 0 12; }
    CardScreen.-large Side { padding: 3 1 0 3; }
    """
    KEYS: ClassVar = (
        Key("enter", "Enter", "read on; after the last side, back to the end of the day", "read_on", "read on", 0),
        Key("space,right", "Space", "turn the card", "turn(1)", "turn", 2, "turn the card"),
        Key("left", "Left", "turn it back", "turn(-1)"),
        Key("up", "Up", "a line up", "scroll(-1)"),
        Key("down", "Down", "a line down", "scroll(1)"),
        Key("pageup", "PageUp", "a page up", "page(-1)"),
        Key("pagedown", "PageDown", "a page down", "page(1)"),
        Key("c", "c", "copy the card as text, to send to somebody", "copy", "copy", 3, "copy the card"),
        Key("w", "w", "write the card as a picture into this folder", "write", "write", 4, "write the card"),
        Key("s", "s", "where the lines on record come from", "sources", "sources", 5, "sources"),
        Key("backspace,escape,m,q", "Backspace", "back to the end of the day", "close", "back", 1, "back"),
        keys.KEYS,
    )
    BINDINGS = keys.bindings(KEYS)

    def __init__(self, run: Run) -> None:
        super().__init__()
        self.run = run
        self.card = card_of(run)
        self.at = 0
        self._sides = [side for side in SIDES if side != SIDES[2] or self.card.sealed]

    def compose(self) -> ComposeResult:
        glyphs = self.game.glyphs
        yield Heading()
        with Horizontal(id="card"):
            for leaves in self._sides:
                with Side():
                    for leaf in leaves:
                        yield leaf(self.card, glyphs)
        yield Notice()
        yield Footing()

    def on_mount(self) -> None:
        """Show the first side."""
        self.query_one(Footing).show(self.KEYS)
        self._show()

    def on_resize(self) -> None:
        """Show as many sides as there is room for."""
        self._show()

    def helps(self) -> Sequence[Group]:
        return [Group("On the card", self.KEYS)]

    def _show(self) -> None:
        wide = self.app.size.width >= BY_TWO
        self.at -= self.at % 2 if wide else 0
        shown = range(self.at, self.at + 2 if wide else self.at + 1)
        sides = list(self.query(Side))
        for place, side in enumerate(sides):
            side.display = place in shown
        last = min(len(sides), shown[-1] + 1)
        where = f"{self.at + 1} and {last}" if last > self.at + 1 else f"{self.at + 1}"
        self.query_one(Heading).show(self._sides[self.at][0].TITLE, f"{where} of {len(sides)}")

    def _turn_to(self, place: int) -> None:
        self.at = place
        self._show()
        for side in self.query(Side):
            side.scroll_home(animate=False)

    def action_turn(self, by: int) -> None:
        """Show the next side, or the one before; after the last comes the first."""
        step = 2 if self.app.size.width >= BY_TWO else 1
        count = len(self._sides)
        last = (count - 1) - (count - 1) % step
        place = self.at + by * step
        self._turn_to(0 if place > last else last if place < 0 else place)
        self.query_one(Notice).say("")

    def action_read_on(self) -> None:
        """A page down while there is more below, else the next side; after the last, back to the end."""
        shown = [side for side in self.query(Side) if side.display]
        if any(side.scroll_y < side.max_scroll_y for side in shown):
            self.action_page(1)
        elif shown[-1] is self.query(Side).last():
            self.action_close()
        else:
            self.action_turn(1)

    def action_page(self, by: int) -> None:
        """Scroll what is shown by a page."""
        for side in self.query(Side):
            if by > 0:
                side.scroll_page_down(animate=False)
            else:
                side.scroll_page_up(animate=False)

    def action_scroll(self, by: int) -> None:
        """Scroll what is shown."""
        for side in self.query(Side):
            side.scroll_relative(y=by, animate=False)

    def action_copy(self) -> None:
        """Copy the card, and show it to be marked by hand where copying does not reach."""
        self.app.copy_to_clipboard(share_text(self.card, ascii_only=self.game.ascii_only))
        self._turn_to(len(self._sides) - 1)
        self.query_one(Notice).say(COPIED)

    def action_write(self) -> None:
        """Write the card as a picture, and say where."""
        try:
            said = f"Written to {write_beside(self.card, Path.cwd())}."
        except ForPeople as refused:
            said = str(refused)
        self.query_one(Notice).say(said)

    def action_sources(self) -> None:
        """Where the lines on record come from."""
        self.show_sources(self.run.story, self.card.record)

    def action_close(self) -> None:
        """Back to the end."""
        self.dismiss(None)
