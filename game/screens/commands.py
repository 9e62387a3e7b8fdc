"""The command palette: the keys of the screen in front, by their meaning, and every theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from game.screens import keys
from game.screens.face import Face
from game.screens.themes import THEMES

Command = tuple[str, str, IgnoreReturnCallbackType]
"""What it is called, what it means, what it does."""


class Commands(Provider):
    """Everything that a key does here."""

    def _commands(self) -> Iterator[Command]:
        screen = self.screen
        for group in screen.helps() if isinstance(screen, Face) else ():
            for key in group.keys:
                if key.command:
                    yield key.command, f"{key.means} ({key.shown})", partial(screen.run_action, key.action)
        if not isinstance(screen, Face):
            yield keys.QUIT.command, keys.QUIT.means, self.app.action_quit
        for name in THEMES:
            yield f"colours: {name}", f"put on the theme {name}", partial(setattr, self.app, "theme", name)

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for name, means, does in self._commands():
            yield DiscoveryHit(name, does, help=means)

    async def search(self, query: str) -> Hits:
        """Those that what is typed may mean."""
        matcher = self.matcher(query)
        for name, means, does in self._commands():
            score = max(matcher.match(name), matcher.match(means))
            if score > 0:
                yield Hit(score, matcher.highlight(name), does, help=means)
