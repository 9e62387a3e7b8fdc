"""The stage: what every app of the game has, whatever is played: themes, characters, stillness, the way out."""

# ruff: noqa: PLC0415 - a screen is imported when it is opened

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import App
from textual.command import Provider
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.worker import WorkerFailed

from game.errors import ForPeople
from game.screens import keys, themes
from game.screens.glyphs import ASCII, UNICODE, Glyphs
from game.screens.size import TooSmall, fits


def _commands() -> type[Provider]:
    from game.screens.commands import Commands

    return Commands


class Squared(ScrollBarRender):
    """A scrollbar that ends where a cell does: it needs no blocks."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


class Stage(App[object]):
    """An app of the game. ``still`` lets nothing move, ``ascii_only`` draws with plain characters."""

    BINDINGS = keys.bindings([keys.COLOURS])
    COMMANDS: ClassVar = {_commands}
    KEPT: ClassVar[str] = ""
    """What becomes of the play when the program fails, in a sentence."""

    def __init__(self, *, theme: str = themes.NIGHT.name, still: bool = False, ascii_only: bool = False) -> None:
        super().__init__(ansi_color=themes.ansi_color())
        themes.dress(self, theme)
        self.ascii_only = ascii_only
        self.glyphs: Glyphs = ASCII if ascii_only else UNICODE
        ScrollBar.renderer = Squared if ascii_only else ScrollBarRender
        if still:
            self.animation_level = "none"

    @property
    def still(self) -> bool:
        """Whether nothing may move: asked for here, or of every Textual program."""
        return self.animation_level == "none"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.DEFAULTS

    def on_resize(self, event: events.Resize) -> None:
        """Wait for a larger window when this one is too small."""
        if not fits(event.size) and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())

    # trouble

    def show_problems(self, trouble: ForPeople, then: Callable[[], None] | None = None) -> None:
        """Tell the player what is wrong; ``then`` goes on once it has been read."""
        from game.screens.problems import ProblemsScreen

        self.push_screen(ProblemsScreen(trouble), lambda _: then() if then else None)

    def _fatal_error(self) -> None:
        """What a player sees of a fault of ours: where they stand and what to do, and no traceback."""
        from game.screens.problems import in_plain_words

        fault: BaseException | None = self._exception
        if fault is not None and not self._exit_renderables:
            fault = fault.error if isinstance(fault, WorkerFailed) else fault
            self.panic(Text(in_plain_words(fault, self.KEPT)))

    # ways out

    def leave(self) -> None:
        """Leave, and say what there is to be said."""
        self.exit(message=Text(farewell) if (farewell := self.farewell()) else None)

    def farewell(self) -> str:
        """What is left on the terminal when the player has gone."""
        return ""

    def action_help_quit(self) -> None:
        """Ctrl+C leaves, as it does everywhere."""
        self.leave()

    async def action_quit(self) -> None:
        """So does Ctrl+Q."""
        self.leave()

    def action_colours(self) -> None:
        """Put on the next theme."""
        names = list(themes.THEMES)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
