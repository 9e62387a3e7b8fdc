"""What is on the screen of a night, as text."""

from __future__ import annotations

from textual.app import App


def seen(app: App[object]) -> str:
    """What is on the screen, as text."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


def words(app: App[object]) -> str:
    """What is on the screen, without its line breaks; of the middle only what stands beside the board."""
    rows = seen(app).splitlines()
    for side in app.screen.query("#side"):
        left, top, _, high = side.region
        rows[top : top + high] = [row[left:] for row in rows[top : top + high]]
    return " ".join(" ".join(rows).split())
