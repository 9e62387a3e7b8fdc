"""The app of the tower alone, for the commands: no story, no library."""

from __future__ import annotations

from game.screens import themes
from game.screens.stage import Stage
from game.screens.tower.visit import Visit
from game.tower_command.wanted import Wanted


class TowerApp(Stage):
    """Opens what is wanted, and ends when the player leaves the menu."""

    TITLE = "The tower"

    def __init__(
        self,
        wanted: Wanted | None = None,
        *,
        theme: str = themes.NIGHT.name,
        still: bool = False,
        ascii_only: bool = False,
    ) -> None:
        super().__init__(theme=theme, still=still, ascii_only=ascii_only)
        self._wanted = wanted or Wanted("play")
        self._visit = Visit(self)

    def on_mount(self) -> None:
        """Begin the visit."""
        self.run_worker(self._go())

    async def _go(self) -> None:
        await self._visit.go(self._wanted)
        self.leave()

    def farewell(self) -> str:
        return self._visit.last
