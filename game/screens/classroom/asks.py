"""What is asked of whoever leads the class: whether to open to the network, where to go, how to leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen

from game.screens.keys import Key, bindings
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing, inked
from game.story.calendar import DAYS

WIDEST: Final = 64


class Way(NamedTuple):
    """A way on: the keys that take it, as Textual names them, what stands on them, and what it means."""

    press: tuple[str, ...]
    shown: str
    means: str


STAY: Final = Way(("enter", "escape", "backspace"), "Enter", "stay")
END: Final = Way(("q",), "q", "end the class")
OPEN: Final = Way(("enter",), "Enter", "open it to this network")
NOT: Final = Way(("q", "escape"), "q", "do not; nothing has been opened")

LAN: Final = (
    "Everybody on this network can then reach one page on this machine, at {port}: the page on which a class "
    "votes. Nobody gets in without the code and the two pictures that stand at the front.",
    "It is not encrypted: whoever listens on the network can read the votes. No name, account or address is asked "
    "for, and nothing is kept when the class is over.",
    "Without --lan only this machine itself can reach the page.",
)


WRITTEN: Final = (
    "The story is kept as a play, and what the room has said is written down, counted, as a table and a page, "
    "into {folder}."
)
LOST: Final = "The phones are told that it is over, and seats and votes are gone."


INTERRUPT: Final = Key("ctrl+c", "Ctrl+C", "leave, as everywhere", "app.help_quit")
"""What is asked stands in front of everything, the app's own keys too."""


class Words(Drawn):
    """A title, a few paragraphs, and the ways on."""

    def __init__(self, title: str, paragraphs: Sequence[str], ways: Sequence[Way]) -> None:
        super().__init__()
        self._title, self._paragraphs, self._ways = title, paragraphs, ways

    def paint(self, width: int) -> Lines:
        lines: list[Content] = [*flowing(self._title, width, "title"), EMPTY]
        for paragraph in self._paragraphs:
            lines += [*flowing(paragraph, width), EMPTY]
        for way in self._ways:
            lines += flowing(way.means, width, first=inked(f"{way.shown:<6} ", "key"))
        return lines


class AskScreen(ModalScreen[Way]):
    """Asks until one of the ways is taken."""

    DEFAULT_CSS = """
    AskScreen { background: $background; color: $ink; align: center middle; }
    AskScreen Words { width: 90%; max-width: 64; }
    """
    BINDINGS = bindings([INTERRUPT])

    def __init__(self, title: str, paragraphs: Sequence[str], ways: Sequence[Way]) -> None:
        super().__init__()
        self._words = Words(title, paragraphs, ways)
        self._ways = ways

    def compose(self) -> ComposeResult:
        """A few words."""
        yield self._words

    def on_key(self, event: events.Key) -> None:
        """Take the way of this key."""
        for way in self._ways:
            if event.key in way.press:
                event.stop()
                self.dismiss(way)


class NumberScreen(ModalScreen[int | None]):
    """Asks for a number, from 1 on. It is dismissed with it, or with nothing.

    ``does`` says what Enter does with it. Where numbers are ``named``, that of the one written is shown.
    """

    DEFAULT_CSS = """
    NumberScreen { background: $background; color: $ink; align: center middle; }
    NumberScreen Written { width: 90%; max-width: 64; }
    """
    BINDINGS = bindings(
        [
            Key("enter", "Enter", "go there", "take"),
            Key("backspace", "Backspace", "take a digit back, or leave it", "drop"),
            Key("escape,q", "q", "leave it", "close"),
            INTERRUPT,
        ]
    )

    def __init__(
        self,
        title: str,
        told: Sequence[str],
        most: int = DAYS,
        *,
        does: str = "goes there",
        named: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._written = Written(title, told, does, named)
        self._most = most

    def compose(self) -> ComposeResult:
        """What is asked, and what is written so far."""
        yield self._written

    def on_key(self, event: events.Key) -> None:
        """A digit."""
        if event.key.isdecimal() and int(f"{self._written.number}{event.key}") <= self._most:
            event.stop()
            self._written.write(f"{int(f'{self._written.number}{event.key}')}")

    def action_take(self) -> None:
        """Go there."""
        self.dismiss(int(self._written.number or 0) or None)

    def action_drop(self) -> None:
        """Take a digit back."""
        if self._written.number:
            self._written.write(self._written.number[:-1])
        else:
            self.dismiss(None)

    def action_close(self) -> None:
        """Leave it."""
        self.dismiss(None)


class Written(Drawn):
    """A number being written, and what can be written."""

    def __init__(self, title: str, told: Sequence[str], does: str, named: Sequence[str]) -> None:
        super().__init__()
        self._title, self._told, self._does, self._named = title, told, does, named
        self.number = ""

    def write(self, number: str) -> None:
        """Show another number."""
        self.number = number
        self.refresh()

    def paint(self, width: int) -> Lines:
        box = inked(f" {self.number or '?':>2} ", "cursor")
        name = self._named[int(self.number) - 1] if self._named and self.number else ""
        lines: list[Content] = [inked(f"{self._title}  ", "title") + box + inked(f"  {name}", "ink"), EMPTY]
        for told in self._told:
            lines += flowing(told, width, "muted")
        return [*lines, EMPTY, inked(f"Enter {self._does}; q leaves it.", "muted")]
