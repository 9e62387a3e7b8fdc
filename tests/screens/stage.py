"""A stage for what is drawn: plays to draw, and an app of nothing but our themes to draw them on."""

from __future__ import annotations

from typing import Any

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from game.screens import themes
from game.screens.glyphs import ASCII, UNICODE
from game.story.state import Effects, State

SETS = {"unicode": UNICODE, "ascii": ASCII}
HOME = Effects(home=1)
LATE = Effects(late=True, rest=-1)
CORNER = Effects(corner=True, craft=-1)
LATE_CORNER = Effects(late=True, corner=True)


def played(*days: Effects, start: State | None = None) -> State:
    """A play in which each day does one thing and ends."""
    state = start or State(rest=8, home=5, craft=5)
    for day, effects in enumerate(days, start=len(state.rooms) + 1):
        state = state.dawn(day).after(effects).dusk()
    return state


def seen(app: App[Any]) -> str:
    """What is on the screen of an app, as text."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


class Stage(App[Any]):
    """Shows one widget, or one screen, whose answer is kept in ``answers``."""

    def __init__(self, shown: Widget | Screen[Any], *, theme: str = "night", moving: bool = False) -> None:
        super().__init__(ansi_color=themes.ansi_color())
        themes.dress(self, theme)
        self.animation_level = "full" if moving else "none"
        self.answers: list[Any] = []
        self._shown = shown

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.DEFAULTS

    def compose(self) -> ComposeResult:
        if not isinstance(self._shown, Screen):
            yield self._shown

    def on_mount(self) -> None:
        if isinstance(self._shown, Screen):
            self.push_screen(self._shown, self.answers.append)

    @property
    def seen(self) -> str:
        """What is on the screen, as text."""
        return seen(self)
