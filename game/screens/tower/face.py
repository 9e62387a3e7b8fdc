"""A night as it lies on a screen: the board, and beside it clock, outlook, what was said, and the log."""

# ruff: noqa: PLC0415 - a page is imported when it is opened

from __future__ import annotations

from functools import cached_property
from typing import Final, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from game.screens.tower.board import BoardView
from game.screens.tower.inside import Inside
from game.screens.tower.side import ClockView, HintView, LogView, Outlook, Said
from game.screens.widgets.bars import Footing, Heading
from game.tower.sitting import Sitting

Result = TypeVar("Result")

FRESH: Final = 3
"""Moves up to which a small screen has room for the legend over its log."""


class Log(VerticalScroll, can_focus=False):
    """The log, as much of it as there is room for. Whatever is new comes into sight."""

    moves = 0

    def follow(self, moves: int) -> None:
        """Go to the newest line when there are other moves than before."""
        if moves != self.moves:
            self.moves = moves
            self.scroll_end(animate=False)

    def on_resize(self) -> None:
        """A hint that comes or goes must not hide the newest line."""
        self.scroll_end(animate=False)


class TowerFace(Inside[Result]):
    """A screen with a night on it, as it stands in ``opening`` to begin with."""

    DEFAULT_CSS = """
    TowerFace #night { height: 1fr; }
    TowerFace BoardView { width: auto; height: 1fr; margin: 0 2; }
    TowerFace #side { width: 1fr; padding: 1 2 0 0; }
    TowerFace Outlook, TowerFace Said, TowerFace HintView, TowerFace Log { margin-top: 1; }
    TowerFace Log { height: 1fr; scrollbar-size-vertical: 0; }
    TowerFace.-slim Legend { display: none; }
    TowerFace.-slim.-high.-fresh Legend { display: block; }
    TowerFace.-slim.-high.-fresh.-hinted Legend { display: none; }
    TowerFace.-slim BoardView { max-width: 42; }
    TowerFace.-low Outlook, TowerFace.-low Said, TowerFace.-low HintView { margin-top: 0; }
    TowerFace.-low.-hinted Said { display: none; }
    TowerFace.-medium #side { padding: 2 3 1 1; }
    TowerFace.-large #side { padding: 4 6 2 2; }
    TowerFace.-large Outlook, TowerFace.-large Said { margin-top: 2; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]  # noqa: RUF012 - as Textual has it

    def __init__(self, opening: Sitting) -> None:
        super().__init__()
        self._opening = opening

    def compose(self) -> ComposeResult:
        from game.screens.tower.legend import Legend

        glyphs = self.game.glyphs
        yield Heading()
        with Horizontal(id="night"):
            yield BoardView(self._opening, glyphs=glyphs)
            with Vertical(id="side"):
                yield ClockView(glyphs)
                yield Outlook(glyphs)
                yield self._saying()
                yield HintView(glyphs)
                yield Legend(glyphs)
                with Log():
                    yield LogView(glyphs)
        yield from self._below()
        yield Footing()

    def _saying(self) -> Said:
        """The part that says what the last move showed."""
        return Said(self.game.glyphs)

    def _below(self) -> ComposeResult:
        """What stands under the board."""
        yield from ()

    @cached_property
    def board(self) -> BoardView:
        """The board."""
        return self.query_one(BoardView)

    @cached_property
    def _log(self) -> Log:
        return self.query_one(Log)

    def show_side(self, sitting: Sitting, title: str, before: str = "") -> None:
        """Show a sitting beside the board, and in the heading."""
        from game.screens.tower.legend import Legend

        self.set_class(len(sitting.night.log) <= FRESH, "-fresh")
        for part in (ClockView, Outlook, Said, Legend, LogView):
            self.query_one(part).show(sitting)
        self._log.follow(len(sitting.night.log))
        self.query_one(Heading).show(title, f"{before}{sitting.timing.at(sitting.night.minute)}")

    def action_page_up(self) -> None:
        """Earlier lines of the log."""
        self._log.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """Later lines of the log."""
        self._log.scroll_page_down(animate=False)

    def action_keys(self) -> None:
        """The keys, and how to read the board."""
        from game.screens.tower.legend import NightKeys

        self.app.push_screen(NightKeys(self.helps()))
