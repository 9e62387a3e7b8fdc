"""Signs of formulas, and what stands for them where only plain characters are wanted."""

from __future__ import annotations

from textual.app import App

from game.tower.lab_words import in_plain_signs


def written(text: str, app: App[object]) -> str:
    """The text as this app may write it."""
    return in_plain_signs(text) if getattr(app, "ascii_only", False) else text
