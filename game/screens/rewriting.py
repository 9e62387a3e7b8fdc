"""Rewriting: a script that is changed while it is played. The play goes on where it was, told anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.screen import Screen

from game.screens.day import DayScreen
from game.screens.problems import ProblemsScreen
from game.story.problems import BrokenScript
from game.story.story import Story
from game.watch import Watch, told_anew

if TYPE_CHECKING:
    from game.screens.app import SevenWeeks

OFTEN: Final = 0.4
"""Seconds between two looks at the files."""
ANEW: Final = "The script was changed, and is told anew."


class Rewriting:
    """Shows every change of a script as soon as it is saved, and what is wrong with it."""

    def __init__(self, app: SevenWeeks, watch: Watch) -> None:
        self._app = app
        self._watch = watch
        self._waiting: Story | None = None

    def begin(self) -> None:
        """Look at the files from now on. They are read beside the play, and it never waits for them."""
        self._app.set_interval(OFTEN, self._look)

    def _look(self) -> None:
        self._app.run_worker(self._read, thread=True, exclusive=True, group="rewriting")
        if self._waiting is not None:
            self._tell(self._waiting)

    def _read(self) -> None:
        if not self._watch.changed():
            return
        try:
            story = self._watch.story()
        except BrokenScript as broken:
            self._app.call_from_thread(self._say, broken)
        else:
            self._app.call_from_thread(self._tell, story)

    def _say(self, broken: BrokenScript) -> None:
        self._waiting = None
        self._close_problems()
        self._app.show_problems(broken)

    def _tell(self, story: Story) -> None:
        """Tell the play anew, unless something stands in front of it just now: then once that is gone."""
        self._close_problems()
        screen: Screen[object] = self._app.screen
        if self._app.played is not None and not isinstance(screen, DayScreen):
            self._waiting = story
            return
        self._waiting = None
        if isinstance(screen, DayScreen):
            screen.take(told_anew(self._app.library, screen.run, story), ANEW)
        else:
            self._app.library.story = story

    def _close_problems(self) -> None:
        if isinstance(self._app.screen, ProblemsScreen):
            self._app.screen.dismiss(None)
