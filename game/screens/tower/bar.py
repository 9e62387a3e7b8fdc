"""The bar under the board: what each key would do for the marked flat, and its minutes. Each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.content import Content
from textual.style import Style

from game.screens.tower.keys import WORKS, Work
from game.screens.widgets.drawn import Drawn, Lines, flowing
from game.tower.foreseen import foreseen
from game.tower.moves import Move
from game.tower.sitting import Sitting

GAPS: Final = (3, 2)
_ROW: Final = 3
"""Works in a row where one row does not hold them all."""


class Offer(NamedTuple):
    """A work at a flat: what it is called, its minutes, and whether what it would show is known."""

    work: Work
    label: str
    minutes: int
    known: bool

    @property
    def text(self) -> str:
        """As in *s floor 4 · 10*."""
        return f"{self.work.key} {self.label} · {self.minutes}"


def offers(sitting: Sitting, flat: int) -> tuple[Offer, ...]:
    """What can be done for a flat."""
    building, costs = sitting.night.building, sitting.night.costs
    found = []
    for work in WORKS:
        move: Move = work.move(building, flat)
        known = bool(foreseen(sitting.known, move))
        found.append(Offer(work, work.label(building, flat), costs.of(move), known))
    return tuple(found)


class WorkBar(Drawn):
    """Two lines: the works at the marked flat, or in their place what has to be said or asked."""

    DEFAULT_CSS = """
    WorkBar { dock: bottom; height: 2; margin-bottom: 1; padding: 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._offers: Sequence[Offer] = ()
        self._note, self._asks = "", False

    def show(self, offered: Sequence[Offer], note: str = "", *, asks: bool = False) -> None:
        """Show what can be done, and a note. One that asks is answered before anything else."""
        self._offers, self._note, self._asks = offered, note, asks
        self.refresh()

    def paint(self, width: int) -> Lines:
        note = flowing(self._note, width, "title" if self._asks else "muted") if self._note else []
        for gap in GAPS:
            row = Content(" " * gap).join(map(_link, self._offers))
            if row.cell_length <= width:
                return [*note[:1], row] if len(note) < 2 else note[:2]
        return note[:2] if note else self._in_columns(width)

    def _in_columns(self, width: int) -> Lines:
        column = width // _ROW
        rows = [self._offers[:_ROW], self._offers[_ROW:]]
        return [
            Content.assemble(*(_link(offer).pad_right(max(0, column - len(offer.text))) for offer in row))
            for row in rows
        ]


def _link(offer: Offer) -> Content:
    ink = "faint" if offer.known else "ink"
    text = Content.assemble(
        (f"{offer.work.key} ", "key"),
        (offer.label, ink),
        (f" · {offer.minutes}", "faint" if offer.known else "muted"),
    )
    return text.stylize(Style.from_meta({"@click": f"screen.work('{offer.work.key}')"}))
