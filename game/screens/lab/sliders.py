"""Sliders: dials on tracks, turned with the arrows or the mouse; a dial of answers is a list instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.message import Message

from game.screens.questions.base import POINT
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, ends, inked
from game.tower.dials import Dial

ROWS: Final = 3
"""A dial has its name and value, its track, and, where the screen is high enough, a line below them."""
LOW: Final = 24
"""The rows of a screen under which there is none."""


class Sliders(Drawn):
    """A few dials one under another, the chosen one on a band."""

    DEFAULT_CSS = """
    Sliders { pointer: default; }
    """
    ALLOW_SELECT = False

    class Turned(Message):
        """A dial is to stand elsewhere."""

        def __init__(self, place: int, value: float) -> None:
            super().__init__()
            self.place = place
            self.value = value

    def __init__(self) -> None:
        super().__init__()
        self._dials: Sequence[tuple[Dial, float]] = ()
        self._chosen = 0
        self._dragged: int | None = None

    def show(self, dials: Sequence[tuple[Dial, float]], chosen: int) -> None:
        """Show dials as they stand."""
        self._dials = dials
        self._chosen = chosen
        self.refresh(layout=True)

    @property
    def _rows(self) -> int:
        return ROWS if self.app.size.height >= LOW else ROWS - 1

    def paint(self, width: int) -> Lines:
        return [
            line
            for place, (dial, value) in enumerate(self._dials)
            for line in (_answers(dial, value, width) if dial.answers else self._track(place, width))
        ]

    def _track(self, place: int, width: int) -> Lines:
        dial, value = self._dials[place]
        chosen = place == self._chosen
        point = POINT if chosen else " "
        name = inked(f"{point}{dial.sign} " if dial.sign else point, "key") + inked(dial.label, "muted")
        shown = inked(f" {dial.says(value)} ", "cursor" if chosen else "ink")
        full = round(dial.share(value) * (width - 1))
        track = inked("━" * full, "lit") + inked("█", "key" if chosen else "lit")
        lines = [ends(name, shown, width), track + inked("─" * (width - 1 - full), "faint"), EMPTY]
        return lines[: self._rows]

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a track, or pick an answer."""
        at = event.get_content_offset(self)
        if at is None or not self._dials:
            return
        dial, _ = self._dials[0]
        if dial.answers:
            if at.y < len(dial.answers):
                self.post_message(self.Turned(0, float(at.y)))
        elif at.y // self._rows < len(self._dials) and at.y % self._rows < ROWS - 1:
            self._dragged = at.y // self._rows
            self.capture_mouse()
            self._drag(at.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Let the dial follow the mouse while it is held."""
        if self._dragged is not None:
            self._drag(event.x - self.gutter.left)

    def on_mouse_up(self) -> None:
        """Let go."""
        if self._dragged is not None:
            self._dragged = None
            self.release_mouse()

    def _drag(self, x: int) -> None:
        assert self._dragged is not None
        dial, value = self._dials[self._dragged]
        there = dial.along(x / max(1, self.content_size.width - 1))
        if there != value or self._dragged != self._chosen:
            self.post_message(self.Turned(self._dragged, there))


def _answers(dial: Dial, value: float, width: int) -> Lines:
    return [
        inked(f"{POINT}{answer} ".ljust(width)[:width], "cursor") if place == value else inked(f" {answer}", "ink")
        for place, answer in enumerate(dial.answers)
    ]
