"""The title: the tower at night, its windows coming on one after another, and the ways in."""

# ruff: noqa: PLC0415 - a screen is imported when it is opened

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten, wrap
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from game.screens import keys
from game.screens.glyphs import UNICODE, Glyphs
from game.screens.keys import Key
from game.screens.lettering import large
from game.screens.sheet import Sheet
from game.screens.skyline import ALL_ON, TICK, Abreast, draw_night, lights
from game.screens.widgets.building import LARGE, MEDIUM, SLIM
from game.screens.widgets.picture import Picture

Entry = tuple[str, str, str]
"""A way in: its id, its key, and its label."""

TITLE: Final = "SEVEN WEEKS"

_WORDS_WIDTH: Final = 33
_ABREAST: Final = Abreast(_WORDS_WIDTH, ((LARGE, 116, 36), (MEDIUM, 76, 22), (SLIM, 58, 14)))


class TitlePicture(Picture):
    """Everything on the title, as one picture. ``chosen`` is the place of the entry under the band."""

    DEFAULT_CSS = """
    TitlePicture { width: 1fr; height: 1fr; }
    """

    class Picked(Message):
        """An entry was clicked."""

    def __init__(self, entries: Sequence[Entry], title: str, tagline: str, glyphs: Glyphs) -> None:
        super().__init__(glyphs=glyphs)
        self._entries = entries
        self._title = title
        self._tagline = tagline
        self._chosen = 0
        self._tick = 0
        self._clock: Timer | None = None
        self._menu_at = (0, 0)

    @property
    def chosen(self) -> int:
        """The place of the chosen entry."""
        return self._chosen

    @chosen.setter
    def chosen(self, place: int) -> None:
        self._chosen = place % len(self._entries)
        self.redraw()

    def on_mount(self) -> None:
        """Let the windows come on, unless nothing may move."""
        if not self.still:
            self._clock = self.set_interval(TICK, self._next)

    def rest(self, resting: bool) -> None:
        """Stand still while another screen is in front."""
        if self._clock:
            (self._clock.pause if resting else self._clock.resume)()

    def draw(self, width: int, height: int) -> Sheet:
        """The night, and the words in front of it."""
        sheet = Sheet(width, height)
        margin, night = _ABREAST.arrange(width, height)
        shine = lights(self._tick, len(self.glyphs.warming)) if self._clock else ALL_ON
        draw_night(sheet, night, shine, self.glyphs)
        room = (night.left - 2 if night.tower else width - 1) - margin
        self._draw_words(sheet, margin, night.ground, room)
        return sheet

    def entry_at(self, x: int, y: int) -> int | None:
        """The place of the entry at a place of the picture, if there is one."""
        left, top = self._menu_at
        return y - top if x >= left and 0 <= y - top < len(self._entries) else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Let the band follow the mouse."""
        place = self.entry_at(event.x, event.y)
        if place is not None and place != self._chosen:
            self.chosen = place

    def on_click(self, event: events.Click) -> None:
        """Take the entry that was clicked."""
        place = self.entry_at(event.x, event.y)
        if place is not None:
            self.chosen = place
            self.post_message(self.Picked())

    def _next(self) -> None:
        self._tick += 1
        self.redraw()

    def _draw_words(self, sheet: Sheet, x: int, ground: int, room: int) -> None:
        tagline = _balanced(self._tagline, min(room, _WORDS_WIDTH + 4))
        rest = len(tagline) + len(self._entries) + 2
        title = _lettered(self._title, room, ground - rest - 1, self.glyphs)
        gap = 2 if ground - rest - len(title) >= 6 else 1
        height = len(title) + rest - 2 + 2 * gap
        y = max(0, (ground - height + 1) * 2 // 5)
        sheet.clear(x - 2, y - 1, min(room, _WORDS_WIDTH + 4) + 4, height + 2)
        for row, line in enumerate(title):
            sheet.write(x, y + row, line, "ink")
        y += len(title) + gap
        for row, line in enumerate(tagline):
            sheet.write(x, y + row, line, "muted")
        y += len(tagline) + gap
        self._menu_at = (x, y)
        self._draw_menu(sheet, x, y, room)

    def _draw_menu(self, sheet: Sheet, x: int, y: int, room: int) -> None:
        longest = max((len(label) for _, _, label in self._entries), default=0)
        band = min(room - 2, max(_WORDS_WIDTH - 2, longest + 2))
        for row, (_, key, label) in enumerate(self._entries, start=y):
            text = f" {shorten(label, band - 2, placeholder='...')}"
            sheet.write(x, row, key, "key")
            sheet.write(x + 2, row, text.ljust(band), "cursor" if row - y == self._chosen else "ink")


class TitleScreen(Screen[str]):
    """The title, dismissed with the id of the entry taken."""

    DEFAULT_CSS = """
    TitleScreen { background: $background; color: $ink; }
    """
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("up", "Up", "the line above", "move(-1)"),
        Key("down", "Down", "the line below", "move(1)"),
        Key("home", "Home", "the first line", "move_to(0)"),
        Key("end", "End", "the last line", "move_to(-1)"),
        Key("enter,space", "Enter", "take the marked line; the key before a line takes it at once", "take"),
        keys.KEYS,
        keys.COLOURS,
    )
    BINDINGS = keys.bindings(KEYS)

    def __init__(
        self, entries: Sequence[Entry], *, title: str = TITLE, tagline: str = "", glyphs: Glyphs = UNICODE
    ) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self._picture = TitlePicture(self._entries, title, tagline, glyphs)

    def compose(self) -> ComposeResult:
        """One picture."""
        yield self._picture

    def on_key(self, event: events.Key) -> None:
        """Take the entry whose key was pressed."""
        for place, (_, key, _) in enumerate(self._entries):
            if event.character and event.character.lower() == key.lower():
                event.stop()
                self._picture.chosen = place
                self.action_take()

    def on_screen_suspend(self) -> None:
        """Stand still while another screen is in front."""
        self._picture.rest(True)

    def on_screen_resume(self) -> None:
        """Go on where the windows were."""
        self._picture.rest(False)

    def on_title_picture_picked(self) -> None:
        """Take the entry that was clicked."""
        self.action_take()

    def action_keys(self) -> None:
        """Show every key that counts here."""
        from game.screens.help import KeysScreen

        self.app.push_screen(KeysScreen([keys.Group("On the title", self.KEYS)]))

    def action_move(self, by: int) -> None:
        """Move the band up or down; from the last entry it comes to the first."""
        self._picture.chosen += by

    def action_move_to(self, place: int) -> None:
        """Move the band to an entry, counted from the end when below zero."""
        self._picture.chosen = place

    def action_take(self) -> None:
        """Leave with the chosen entry."""
        self.dismiss(self._entries[self._picture.chosen][0])


def _lettered(title: str, columns: int, rows: int, glyphs: Glyphs) -> list[str]:
    """The title in large letters, a word under another, or letterspaced where those do not fit."""
    words = [large(word, glyphs) for word in title.split()]
    lines = [line for word in words for line in ("", *word)][1:]
    if all(words) and len(lines) <= rows and max(map(len, lines)) <= columns:
        return lines
    spaced = " ".join(title)
    return [spaced if len(spaced) <= columns else title]


def _balanced(text: str, columns: int) -> list[str]:
    """The text wrapped into as few lines as fit, none of them much shorter than the others."""
    lines = wrap(text, columns)
    for narrower in range(columns - 1, columns // 2, -1):
        tighter = wrap(text, narrower)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines
