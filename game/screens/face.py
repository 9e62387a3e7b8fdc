"""Face: what every screen of the game has: its ground, and the keys that work everywhere."""

# ruff: noqa: PLC0415 - a screen is imported when it is opened

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeVar, cast

from textual.screen import Screen

from game.screens.keys import Group

if TYPE_CHECKING:
    from game.screens.stage import Stage
    from game.story.beat import AnyBeat
    from game.story.story import Story

Result = TypeVar("Result")

BREAKPOINTS: Final = [(0, "-slim"), (96, "-medium"), (132, "-large")]
"""The columns from which on a screen has the room of each size of tower."""


class Face(Screen[Result]):
    """A screen of the game."""

    DEFAULT_CSS = """
    Face { background: $background; color: $ink; }
    """
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    def __init__(self) -> None:
        super().__init__()
        # Textual sees to this at every resize; without it the first frame of all would have the slim layout.
        width = self.app.size.width
        self.add_class(next(name for least, name in reversed(BREAKPOINTS) if width >= least))

    @property
    def game(self) -> Stage:
        """The app, as what it is."""
        return cast("Stage", self.app)

    @property
    def kept(self) -> bool:
        """Whether nothing is lost when the game is left from here."""
        return True

    def helps(self) -> Sequence[Group]:
        """The keys that count on this screen, for the page of keys."""
        return ()

    def action_keys(self) -> None:
        """Show every key that counts here."""
        from game.screens.help import KeysScreen

        self.app.push_screen(KeysScreen(self.helps()))

    def show_sources(self, story: Story, beats: Sequence[AnyBeat]) -> None:
        """Show where lines come from, or what is wrong with the ledger, which is read only now."""
        from game.screens.sources import SourcesScreen
        from game.story.problems import BrokenScript

        try:
            ledger = story.ledger
        except BrokenScript as broken:
            self.game.show_problems(broken)
        else:
            self.app.push_screen(SourcesScreen(beats, ledger))

    def action_leave(self) -> None:
        """Leave the game."""
        self.game.leave()
