"""The bars: where we are on top, the keys that matter now at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import Final

from textual.content import Content
from textual.style import Style

from game.screens.keys import Key
from game.screens.widgets.drawn import Drawn, Lines, ends
from game.story.calendar import week_of, weekday_of
from game.story.fold import Moment
from game.story.story import Story

GAP: Final = "  "
CUT: Final = "..."


class Bar(Drawn):
    """One line across the screen."""

    DEFAULT_CSS = """
    Bar { dock: top; height: 1; padding: 0 2; background: $bar; color: $bar-text; }
    """


class Heading(Bar):
    """The name of the game, what is on the screen, and when it is. The name gives way first, then words."""

    def __init__(self) -> None:
        super().__init__()
        self._what = self._when = ""

    def show(self, what: str, when: str = "") -> None:
        """Say what is on the screen and when."""
        self._what, self._when = what, when
        self.refresh()

    def paint(self, width: int) -> Lines:
        when, room = Content(self._when), width - len(GAP) - len(self._when)
        named = Content.assemble(("SEVEN WEEKS", "title"), GAP, " ", (self._what, "ink"))
        if named.cell_length <= room:
            return [ends(named, when, width)]
        what = shorten(self._what, max(room, len(CUT)), placeholder=CUT)
        return [ends(Content.assemble((what, "ink")), when, width)]


def where_and_when(moment: Moment, story: Story) -> tuple[str, str]:
    """What a heading says of a moment: where in the story it is, and when that is."""
    day = moment.scene.day
    if day is None:
        return moment.scene.title, moment.clock or ""
    week = f"week {week_of(day)} · {story.week_title(week_of(day)).lower()}"
    when = f"day {day} · {weekday_of(day).lower()}"
    return week.removesuffix(" · "), f"{when} · {moment.clock}" if moment.clock else when


class Footing(Bar):
    """The keys that matter now. Each can be clicked."""

    DEFAULT_CSS = """
    Footing { dock: bottom; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: Sequence[Key] = ()

    def show(self, keys: Sequence[Key]) -> None:
        """Show these keys, as many as there is room for."""
        self._keys = [key for key in keys if key.word]
        self.refresh()

    def paint(self, width: int) -> Lines:
        keys = list(self._keys)
        while keys and sum(len(f"{key.shown} {key.word}{GAP}") for key in keys) - len(GAP) > width:
            keys.remove(max(keys, key=lambda key: key.rank))
        return [Content(GAP).join(self._link(key) for key in keys)]

    def _link(self, key: Key) -> Content:
        link = Content.assemble((key.shown, "key"), " ", key.word)
        return link.stylize(Style.from_meta({"@click": f"screen.{key.action}"}))
