"""The menu of the tower: which board, how hard, and the other ways to spend a night."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar, Final, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.message import Message

from game.freeplay import any_code
from game.screens import keys
from game.screens.glyphs import Glyphs
from game.screens.keys import Group, Key
from game.screens.sheet import Sheet
from game.screens.skyline import ALL_ON, TICK, Abreast, draw_night, lights
from game.screens.tower.code import CodeScreen
from game.screens.tower.inside import Inside
from game.screens.tower.keys import LEAVE
from game.screens.widgets.building import LARGE, MEDIUM, SLIM
from game.screens.widgets.picture import Picture
from game.tower.boards import SIZES, Size
from game.tower.codes import Code, daily
from game.tower.grades import Grade
from game.tower.longform import Drawing
from game.tower_command.wanted import Wanted, Wish

GRADES: Final = {Grade.EASY: "easy", Grade.MEDIUM: "medium", Grade.HARD: "hard"}

_HEADS: Final[dict[Wish, tuple[str, str]]] = {
    "play": ("THE TOWER", "One night, five people, one switch."),
    "apart": ("FLAT BY FLAT", "The same tower, a breaker for each flat. Which one?"),
}
_WIDTH: Final = 44
_ABREAST: Final = Abreast(_WIDTH, ((LARGE, 122, 36), (MEDIUM, 86, 24), (SLIM, 66, 14)))


class Line(NamedTuple):
    """A line of the menu: its key, what it says, and what taking it does."""

    key: str
    label: str
    take: Callable[[], None]


class MenuPicture(Picture):
    """The menu in front of the night. ``sizes`` are the lines about sizes; the grades stand under them."""

    DEFAULT_CSS = """
    MenuPicture { width: 1fr; height: 1fr; }
    """

    class Picked(Message):
        """A line, or a grade, was clicked."""

        def __init__(self, line: int | None, grade: Grade | None) -> None:
            super().__init__()
            self.line, self.grade = line, grade

    def __init__(self, lines: Sequence[Line], sizes: range, head: tuple[str, str], glyphs: Glyphs) -> None:
        super().__init__(glyphs=glyphs)
        self.lines, self.sizes, self.head = lines, sizes, head
        self.chosen = sizes.start
        self.grade = Grade.MEDIUM
        self._tick = 0
        self._at = (0, 0)

    def on_mount(self) -> None:
        """Let the windows come on, unless nothing may move."""
        if not self.still:
            self.set_interval(TICK, self._next)

    def _next(self) -> None:
        if self.screen.is_current:
            self._tick += 1
            self.redraw()

    def draw(self, width: int, height: int) -> Sheet:
        """Sky, tower, and the words."""
        sheet = Sheet(width, height)
        margin, night = _ABREAST.arrange(width, height)
        shine = ALL_ON if self.still else lights(self._tick, len(self.glyphs.warming))
        draw_night(sheet, night, shine, self.glyphs)
        rows = len(self.lines) + 7
        y = max(0, (night.ground - rows) // 2)
        sheet.clear(margin - 2, y, _WIDTH + 3, rows)
        self._at = (margin, y)
        self._draw_words(sheet.moved(margin, y))
        return sheet

    def _draw_words(self, sheet: Sheet) -> None:
        title, below = self.head
        sheet.write(0, 0, title, "title")
        sheet.write(0, 1, below, "muted")
        for place, line in enumerate(self.lines):
            y = self._row(place)
            sheet.write(0, y, line.key, "key")
            chosen = place == self.chosen
            sheet.write(2, y, f" {line.label}".ljust(_WIDTH - 3), "cursor" if chosen else "ink")
        y = self._grades_at
        for grade, x in self._grades():
            word = GRADES[grade]
            chosen = grade is self.grade
            ends = "[]" if chosen else "  "
            sheet.write(x, y, f"{ends[0]}{word}{ends[1]}", "today" if chosen else "muted")
        sheet.write(3, y, "left, right:", "faint")

    def _row(self, place: int) -> int:
        """The row of a line: up to the sizes, then the grades, then the rest."""
        return 3 + place + (3 if place >= self.sizes.stop else 0)

    @property
    def _grades_at(self) -> int:
        """The row of the grades."""
        return self._row(self.sizes.stop) - 2

    @staticmethod
    def _grades() -> Sequence[tuple[Grade, int]]:
        return tuple(zip(GRADES, (17, 25, 35), strict=True))

    def on_click(self, event: events.Click) -> None:
        """Say what was clicked."""
        x, y = event.x - self._at[0], event.y - self._at[1]
        if y == self._grades_at:
            grade = next((grade for grade, at in self._grades() if at <= x < at + len(GRADES[grade]) + 2), None)
            self.post_message(self.Picked(None, grade))
        line = next((place for place in range(len(self.lines)) if self._row(place) == y), None)
        if line is not None and 0 <= x < _WIDTH:
            self.post_message(self.Picked(line, None))


class MenuScreen(Inside[Wanted]):
    """Asks what to play. Dismissed with what is wanted, or with None to leave."""

    OTHERS: ClassVar[Sequence[tuple[str, str, Wish]]] = (
        ("a", "Flat by flat, a breaker for each", "apart"),
        ("x", "The lab: is one big step ever wise?", "lab"),
    )
    """The ways that are no board: key, label, and what is wanted."""
    KEYS: ClassVar = (
        Key("up", "Up", "the line above", "choose(-1)"),
        Key("down", "Down", "the line below", "choose(1)"),
        Key("left", "Left", "an easier board", "harder(-1)"),
        Key("right", "Right", "a harder board", "harder(1)"),
        Key("enter,space", "Enter", "take the marked line", "take", command="take the marked line"),
        keys.KEYS,
        keys.COLOURS,
        LEAVE,
    )
    BINDINGS = keys.bindings(KEYS)

    def __init__(self, wish: Wish = "play", *, leave: str = "Leave") -> None:
        super().__init__()
        self._wish: Wish = wish
        first = [Line("l", "Learn it, in a few minutes", self._other("learn"))] if wish == "play" else []
        lines = [
            *first,
            *(Line(str(number), _named(size), self._sized(size)) for number, size in enumerate(SIZES, 1)),
            Line("d", "The board of today", lambda: self._want(daily(date.today()))),
            Line("n", "A board by its code", self._ask_code),
            *(Line(key, label, self._other(to)) for key, label, to in self.OTHERS if wish == "play"),
            Line("q", leave, self.action_leave),
        ]
        sizes = range(len(first), len(first) + len(SIZES))
        self._picture = MenuPicture(lines, sizes, _HEADS[wish], self.game.glyphs)

    def compose(self) -> ComposeResult:
        yield self._picture

    def helps(self) -> Sequence[Group]:
        return [Group("On the menu", self.KEYS)]

    def on_key(self, event: events.Key) -> None:
        """Take the line whose key was pressed."""
        for place, line in enumerate(self._picture.lines):
            if event.character == line.key:
                event.stop()
                self._take(place)

    def on_menu_picture_picked(self, message: MenuPicture.Picked) -> None:
        """Take what was clicked."""
        if message.grade is not None:
            self._picture.grade = message.grade
            self._picture.redraw()
        elif message.line is not None:
            self._take(message.line)

    def action_choose(self, by: int) -> None:
        """Mark another line; from the last one comes to the first."""
        self._picture.chosen = (self._picture.chosen + by) % len(self._picture.lines)
        self._picture.redraw()

    def action_harder(self, by: int) -> None:
        """Mark another grade."""
        grades = list(GRADES)
        self._picture.grade = grades[max(0, min(len(grades) - 1, grades.index(self._picture.grade) + by))]
        self._picture.redraw()

    def action_take(self) -> None:
        """Take the marked line."""
        self._take(self._picture.chosen)

    def _take(self, place: int) -> None:
        self._picture.chosen = place
        self._picture.redraw()
        self._picture.lines[place].take()

    def _want(self, board: Code | Drawing | None) -> None:
        if board is not None:
            self.dismiss(Wanted(self._wish, board))

    def _sized(self, size: Size) -> Callable[[], None]:
        return lambda: self._want(any_code(size, self._picture.grade))

    def _other(self, wish: Wish) -> Callable[[], None]:
        def want() -> None:
            self.dismiss(Wanted(wish))

        return want

    def _ask_code(self) -> None:
        self.app.push_screen(CodeScreen(), self._want)


def _named(size: Size) -> str:
    return f"{size.title:<14} {size.rows:>2} floors of {size.cols} flats"
