"""What is on the screen of a night, as text."""

from __future__ import annotations

from textual.app import App

from tests.screens.stage import seen


def words(app: App[object]) -> str:
    """What is on the screen, without its line breaks; of the middle only what stands beside the board."""
    rows = seen(app).splitlines()
    for side in app.screen.query("#side"):
        left, top, _, high = side.region
        rows[top : top + high] = [row[left:] for row in rows[top : top + high]]
    return " ".join(" ".join(rows).split())
