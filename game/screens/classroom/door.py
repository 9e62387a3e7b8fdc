"""The door: how to come in, for everybody to see: the code as letters and squares, and two pictures."""

from __future__ import annotations

from collections.abc import Sequence
from time import time
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from game.classroom.pictures import PICTURES
from game.classroom.remote import Lock
from game.classroom.room import Room
from game.screens.classroom import keys
from game.screens.classroom.status import counted_soon, here
from game.screens.face import Face
from game.screens.glyphs import Glyphs
from game.screens.keys import KEYS, Group, Key, bindings
from game.screens.lettering import blocks, large
from game.screens.widgets.bars import Footing, Heading
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing, inked

CLOSE: Final = Key(
    "enter,space,right,pagedown,d,backspace,left,pageup,escape,q",
    "Enter",
    "back to the class",
    "close",
    "to the class",
)
AT_THE_DOOR: Final = Group("At the door", (CLOSE, keys.LOCK._replace(word="lock", rank=2), KEYS))
LOOK: Final = 0.5
QUIET: Final = (4, 2, 1)
"""Squares of light around a code: as many as phones want, as they need, and as some make do with."""
GAP: Final = 4
TALL: Final = 30
"""Rows from which on the pictures are drawn a cell high for each block."""
AIRY: Final = 22
"""Rows from which on there is air between the three things that are needed."""
LETTERS: Final = 40
"""Columns in which four large letters stand."""
AROUND: Final = 8
BARS: Final = 4
"""Columns and rows that margins and bars take."""
ANYWHERE: Final = "On your phone or in a browser:"
HERE: Final = "In a browser on this machine. Phones get in where the class is begun with --lan."


class Squares(Drawn):
    """The link as a QR code, dark on light in every theme; nothing where there is no room for all of it."""

    def __init__(self, link: str, glyphs: Glyphs) -> None:
        super().__init__()
        import segno  # noqa: PLC0415 - only a class with phones has it

        self._code = segno.make(link, error="l", micro=False)
        self._quiet = QUIET[-1]
        self._glyphs = glyphs
        self._large = not glyphs.halves

    def fit(self, columns: int, rows: int) -> None:
        """Draw a cell or two for each square, as large as there is room; nothing where there is none."""
        sizes = [(large, quiet) for large in (True, False) for quiet in QUIET if large or self._glyphs.halves]
        fitting = (size for size in sizes if self._fits(*size, columns, rows))
        found = next(fitting, None)
        self.display = found is not None
        self._large, self._quiet = found or sizes[-1]
        self.styles.width = self._wide(large=self._large, quiet=self._quiet)
        self.refresh(layout=True)

    def _wide(self, *, large: bool, quiet: int) -> int:
        return (len(self._code.matrix) + 2 * quiet) * (2 if large else 1)

    def _fits(self, large: bool, quiet: int, columns: int, rows: int) -> bool:
        wide = self._wide(large=large, quiet=quiet)
        return wide <= columns and -(-wide // 2) <= rows

    def paint(self, width: int) -> Lines:  # noqa: ARG002
        """In a dark theme the light squares are drawn."""
        dots = "#." if self.app.current_theme.dark else ".#"
        drawn = ["".join(dots[square] for square in row) for row in self._code.matrix_iter(border=self._quiet)]
        block = self._glyphs.solid[0]
        if self._large:
            drawn = [row.replace("#", block * 2).replace(".", "  ") for row in drawn]
        else:
            drawn = blocks(drawn, self._glyphs)
        return [inked(line, "ink") for line in drawn]


class Entrance(Drawn):
    """Address, code and pictures, and how many have come in."""

    def __init__(self, room: Room, glyphs: Glyphs) -> None:
        super().__init__()
        self._room = room
        self._glyphs = glyphs
        self._pair = room.door.pair(time())
        self._seats, self._locked = 0, False

    def show(self, seats: int, *, locked: bool) -> None:
        """Show the pictures of this minute, and how many are in."""
        shown = self._pair, self._seats, self._locked
        self._pair, self._seats, self._locked = self._room.door.pair(time()), seats, locked
        if shown != (self._pair, seats, locked):
            self.refresh(layout=True)

    def paint(self, width: int) -> Lines:
        address, low = self._room.address, self.app.size.height < TALL
        code = large(address.code, self._glyphs) if width >= LETTERS else [" ".join(address.code)]
        air = (EMPTY,) if self.app.size.height >= AIRY else ()
        lines: list[Content] = [
            *flowing(ANYWHERE if self._room.desk.lan else HERE, width, "muted"),
            *flowing(address.base, width, "title"),
            *air,
            *flowing("The code:", width, "muted"),
            *(inked(line, "title") for line in code),
            *air,
            *flowing("These two pictures, others each minute:", width, "muted"),
            *_beside([self._drawn(name, low=low) for name in self._pair], self._pair),
            *air,
        ]
        return [*lines, *flowing(f"{here(self._seats, locked=self._locked)}.", width, "ink")]

    def _drawn(self, name: str, *, low: bool) -> list[str]:
        """A picture, each block two cells wide, or half as large where there are half blocks to draw it with."""
        if low and self._glyphs.halves:
            return blocks(PICTURES[name], self._glyphs)
        block = self._glyphs.solid[0] * 2
        return ["".join(block if dot == "#" else "  " for dot in row) for row in PICTURES[name]]


def _beside(drawings: Sequence[Sequence[str]], names: Sequence[str]) -> Lines:
    gap = " " * GAP
    rows = [inked(gap.join(row), "ink") for row in zip(*drawings, strict=True)]
    widths = [len(drawing[0]) for drawing in drawings]
    named = gap.join(name.center(width) for name, width in zip(names, widths, strict=True))
    return [*rows, inked(named, "muted")]


class DoorScreen(Face[None]):
    """Stands in front of the class until somebody goes on."""

    DEFAULT_CSS = """
    DoorScreen Horizontal { height: 1fr; padding: 0 2; align: center middle; }
    DoorScreen Entrance { width: 44; margin-left: 3; }
    DoorScreen.-large Entrance { margin-left: 6; }
    """
    BINDINGS = bindings(AT_THE_DOOR.keys)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room

    def compose(self) -> ComposeResult:
        """Squares at the left, words at the right."""
        yield Heading()
        with Horizontal():
            yield Squares(self._room.address.link, self.game.glyphs)
            yield Entrance(self._room, self.game.glyphs)
        yield Footing()

    async def on_mount(self) -> None:
        """Look now, and again and again."""
        self.query_one(Heading).show("come in")
        self.query_one(Footing).show(AT_THE_DOOR.keys)
        self.set_interval(LOOK, self._look)
        await self._look()

    def on_resize(self) -> None:
        """Leave the squares out where they would be cut off."""
        self.query_one(Squares).fit(self.size.width - LETTERS - AROUND, self.size.height - BARS)

    def helps(self) -> Sequence[Group]:
        return [AT_THE_DOOR]

    first = "To the class"

    def show_first(self) -> None:
        """On to the class."""
        self.action_close()

    async def _look(self) -> None:
        counted = await counted_soon(self._room.conductor)
        if counted is not None:
            self.query_one(Entrance).show(counted.seats, locked=self._room.conductor.view.board.locked)

    async def action_lock(self) -> None:
        """Lock the door, or open it."""
        await self._room.remote.press(Lock(locked=not self._room.conductor.view.board.locked))

    def action_close(self) -> None:
        """Back to the class."""
        self.dismiss(None)
