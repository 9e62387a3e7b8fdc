"""The table that a night is played at: free play keeps its sitting by itself, a story keeps it in its journal."""

from __future__ import annotations

from typing import Protocol

from game.tower.sitting import Sitting


class Table(Protocol):
    """Who keeps a sitting, and takes its words."""

    @property
    def title(self) -> str:
        """What stands over the night."""

    @property
    def sitting(self) -> Sitting:
        """How the night stands."""

    @property
    def offers(self) -> int:
        """How much of a hint the crew says by itself just now: 0 nothing, 1 where, 2 why too, 3 what to do too."""

    @property
    def over(self) -> bool:
        """Whether nothing more is asked of the player: the tower is lit, or the crew has finished it."""

    @property
    def kept(self) -> bool:
        """Whether a night that is left half way can be gone on with later."""

    def do(self, words: str) -> Sitting:
        """Make a move, mark a flat, ask for a hint.

        Raises ``Unclear`` or ``Refused`` when it cannot be done; nothing has changed then.
        """
