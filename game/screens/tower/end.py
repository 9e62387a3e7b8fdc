"""The end card: what the night came to, and what to do next."""

# ruff: noqa: PLC0415 - a page is imported when it is opened

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.crowd import Crowd
from game.screens import keys
from game.screens.keys import Group, Key
from game.screens.tower.card import BothWays, Crews, Figures, Shared
from game.screens.tower.inside import Inside
from game.screens.tower.keys import BREAKS, LEAVE
from game.screens.widgets.bars import Footing, Heading
from game.tower.report import Report
from game.tower.share import share_text
from game.tower.sitting import Sitting

LOOK_EVERY: Final = 0.5
"""Seconds between two looks at the crews."""


class Next(StrEnum):
    """What the player wants next."""

    AGAIN = "again"
    ANOTHER = "another"
    APART = "apart"


class Side(VerticalScroll, can_focus=False):
    """Half of the card. Where there is no room for both, they take turns."""


class EndScreen(Inside[Next]):
    """The end card. Dismissed with what comes next; with None to leave for where one came from."""

    DEFAULT_CSS = """
    EndScreen #card { height: 1fr; }
    EndScreen Side { width: 1fr; padding: 1 2 0 3; scrollbar-size-vertical: 1; scrollbar-color: $faint; }
    EndScreen.-medium Side { padding: 1 2 0 3; }
    EndScreen.-large Side { padding: 3 4 0 8; }
    EndScreen.-slim #both { display: none; }
    EndScreen.-slim.-turned #both { display: block; }
    EndScreen.-slim.-turned #night { display: none; }
    """
    KEYS: ClassVar = (
        Key("a", "a", "the same board again, from 23:00", "next('again')", "again", 1, "again"),
        Key("n", "n", "another board of this size", "next('another')", "another", 2, "another board"),
        Key("r", "r", "the night once more, move by move", "replay", "replay", 0, "replay"),
        Key(
            "f",
            "f",
            "this tower once more, flat by flat",
            "next('apart')",
            "flat by flat",
            6,
            "flat by flat",
        ),
        Key("c", "c", "copy a few lines to send to somebody", "share", "copy", 0, "copy"),
        BREAKS._replace(rank=7),
        Key("space,left,right", "Space", "turn the card over", "turn", "turn over", 3, "turn over"),
        Key("up", "Up", "a line up", "scroll(-1)"),
        Key("down", "Down", "a line down", "scroll(1)"),
        LEAVE._replace(press="q,backspace,escape,m", rank=0),
        keys.KEYS,
    )
    BINDINGS = keys.bindings(KEYS)

    def __init__(self, title: str, sitting: Sitting, report: Report, crowd: Crowd) -> None:
        super().__init__()
        self._title, self._sitting, self._report, self._crowd = title, sitting, report, crowd
        self._text = share_text(report, ascii_only=self.game.ascii_only)

    def compose(self) -> ComposeResult:
        glyphs = self.game.glyphs
        yield Heading()
        with Horizontal(id="card"):
            with Side(id="night"):
                yield Figures(self._report, glyphs)
                yield Crews(self._report, glyphs)
            with Side(id="both"):
                yield BothWays(self._report.contrast)
                yield Shared(self._text)
        yield Footing()

    def on_mount(self) -> None:
        """Show the card, and look at the crews now and then."""
        self.query_one(Heading).show(self._title, self._report.code)
        self._looking = self.set_interval(LOOK_EVERY, self._look)
        self._look()

    def on_resize(self) -> None:
        """Offer to turn the card over only where it has a second page."""
        two_pages = self.has_class("-slim")
        self.query_one(Footing).show([key for key in self.KEYS if two_pages or key.action != "turn"])

    def helps(self) -> Sequence[Group]:
        return [Group("On the end card", self.KEYS), keys.READING]

    def _look(self) -> None:
        self.query_one(Crews).show(self._crowd.poll())
        if self._crowd.done:
            self._looking.stop()

    def action_next(self, what: str) -> None:
        """Go on with something else."""
        self.dismiss(Next(what))

    def action_turn(self) -> None:
        """Show the other side of the card, where there is no room for both."""
        self.toggle_class("-turned")

    def action_scroll(self, by: int) -> None:
        """Scroll both sides."""
        for side in self.query(Side):
            side.scroll_relative(y=by, animate=False)

    def action_share(self) -> None:
        """Copy the share text, and show it to be marked by hand where copying does not reach."""
        from game.screens.tower.endpages import ShareScreen

        self.app.copy_to_clipboard(self._text)
        self.app.push_screen(ShareScreen(self._text))

    def action_breaks(self) -> None:
        """Where the analogy breaks."""
        from game.screens.tower.endpages import BreaksScreen

        self.app.push_screen(BreaksScreen())

    def action_replay(self) -> None:
        """The night once more."""
        from game.screens.tower.replay import ReplayScreen

        self.app.push_screen(ReplayScreen(self._title, self._sitting))
