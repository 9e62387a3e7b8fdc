"""Fix: a small tower, with its board in the script."""

from __future__ import annotations

from game.screens.questions.renovation import Renovate


class FixTheTower(Renovate):
    """The board is at hand, so there is nothing to wait for."""
