"""The app: one run in front of the player, and the ways in and out of it."""

# ruff: noqa: PLC0415 - a screen is imported when it is opened

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import time
from typing import TYPE_CHECKING, Any, Final

from rich.text import Text
from textual.screen import Screen

from game.library import Library
from game.run import Refused, Run
from game.screens import themes
from game.screens.problems import KEPT
from game.screens.stage import Stage
from game.story.problems import BrokenScript, Problem

if TYPE_CHECKING:
    from game.watch import Watch

MOST_LISTED: Final = 9
"""Plays that the title lists: one for each digit."""


class SevenWeeks(Stage):
    """Seven Weeks on a terminal.

    With a ``run`` it opens on the day, without one on the title. ``recheck`` looks, behind the first screen, for
    problems of a script that somebody has changed since it was found sound. With a ``watch`` every change of the
    script is played as soon as it is saved.
    """

    TITLE = "Seven Weeks"
    CSS_PATH = "day.tcss"
    KEPT = KEPT
    RECHECK_AFTER = 1.0
    """Seconds left to the first screen before the script is looked at again."""

    def __init__(
        self,
        library: Library,
        run: Run | None = None,
        *,
        theme: str = themes.NIGHT.name,
        still: bool = False,
        ascii_only: bool = False,
        recheck: Callable[[], Sequence[Problem]] | None = None,
        watch: Watch | None = None,
    ) -> None:
        super().__init__(theme=theme, still=still, ascii_only=ascii_only)
        self.library = library
        self.played = run
        self._recheck = recheck
        self._watch = watch

    def get_default_screen(self) -> Screen[Any]:
        """The day itself where a run is at hand: one screen less to lay out before its first line can be read."""
        if self.played is None:
            return Screen()
        from game.screens.day import DayScreen

        return DayScreen(self.played)

    def on_mount(self) -> None:
        """Open on the title when no run is at hand."""
        if self.played is None:
            self._show_title()
        if self._watch is not None:
            from game.screens.rewriting import Rewriting

            Rewriting(self, self._watch).begin()
        if self._recheck is not None:
            self.set_timer(self.RECHECK_AFTER, lambda: self.run_worker(self._look_again, thread=True))

    # ways in

    def play(self, run: Run) -> None:
        """Put a run in front of the player."""
        from game.screens.day import DayScreen

        self.played = run
        self.push_screen(DayScreen(run))

    def _show_title(self) -> None:
        newest, others = self.library.glimpse(), self.library.names()[1:]
        entries = [
            ("new", "n", "A new play"),
            ("facts", "f", "A new play, facts only"),
            ("tower", "t", "The tower"),
            ("leave", "q", "Leave"),
        ]
        if others:
            entries.insert(2, ("others", "o", "Other plays"))
        if newest is not None:
            day = f", day {newest.day}" if newest.day else ""
            entries.insert(0, ("on", "g", f"Go on: {newest.name}{day}"))
        if self._recall_due():
            from game.after.recall import label_of

            entries.insert(-1, ("recall", "r", f"Recall: {label_of(self.library.story)}"))
        self._ask(entries, self._enter)

    def _recall_due(self) -> str:
        """The play whose recall is offered, if there is one."""
        if not self.library.story.has_recall or not self.library.names():
            return ""
        from game.after.recall import due

        return due(self.library, time())

    def _ask(self, entries: Sequence[tuple[str, str, str]], then: Callable[[str | None], None]) -> None:
        from game.screens.title import TitleScreen

        spine = self.library.story.spine
        self.push_screen(TitleScreen(entries, tagline=spine.tagline, glyphs=self.glyphs), then)

    def _enter(self, way: str | None) -> None:
        newest = self.library.glimpse()
        if way == "on" and newest is not None:
            self._begin(lambda: self.library.open(newest.name))
        elif way == "new":
            self._begin(self.library.new)
        elif way == "facts":
            self._begin(lambda: self.library.new(facts_only=True))
        elif way == "others":
            self._list()
        elif way == "recall":
            self._recall(self._recall_due())
        elif way == "tower":
            self.run_worker(self._visit())
        else:
            self.leave()

    def _recall(self, name: str) -> None:
        """The questions about a play, days later."""
        from game.screens.after.recall import RecallScreen

        self.push_screen(RecallScreen(self.library, name), lambda _: self._show_title())

    async def _visit(self) -> None:
        """Nights at the tower, outside the story."""
        from game.screens.tower.visit import Visit
        from game.tower_command.wanted import Wanted

        await Visit(self, leave="Back").go(Wanted("play"))
        self._show_title()

    def _list(self) -> None:
        """The plays there are, the newest first."""
        runs = [run for run in self.library.runs() if run.state is not None][:MOST_LISTED]
        entries = [
            (
                run.name,
                f"{place}",
                f"{run.name}{f', day {run.day}' if run.day else ''}{', over' if run.over else ''}",
            )
            for place, run in enumerate(runs, 1)
        ]
        self._ask([*entries, ("", "b", "Back")], self._pick)

    def _pick(self, name: str | None) -> None:
        if name:
            self._begin(lambda: self.library.open(name))
        else:
            self._show_title()

    def _begin(self, opened: Callable[[], Run]) -> None:
        try:
            run = opened()
        except (Refused, BrokenScript) as error:
            self.show_problems(error, then=self._show_title)
        else:
            self.play(run)

    # trouble

    def _look_again(self) -> None:
        try:
            problems = self._recheck() if self._recheck else ()
        except BrokenScript as broken:
            problems = broken.problems
        if problems:
            trouble = BrokenScript(problems)
            said = Text(str(trouble))
            self.call_from_thread(self.show_problems, trouble, lambda: self.exit(return_code=1, message=said))

    # ways out

    def farewell(self) -> str:
        run = self.played
        if run is None or not run.past():
            return ""
        if run.trouble:
            return f"{run.name} could not be saved to its end: {run.trouble}."
        if self.library.folder is None:
            return "Nothing of this play was kept."
        return f"{run.name} is saved. To go on: {self.library.command(f'--run {run.name}')}"
