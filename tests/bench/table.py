"""The table: what was measured, beside what, and whether that is well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

HEADINGS = ("what", "ours", "beside", "ratio", "bound", "verdict")


class Row(NamedTuple):
    """One measurement. ``ours`` and ``beside`` are in ``unit``; what is beside is named in ``beside_what``.

    The ratio is ours to the other. It keeps to ``most`` or ``least``, or ours ``itself`` does, in its unit;
    without either the row is for information. A ``gate`` that is not kept to is a failure, whatever the machine.
    A row that could not be measured says ``why``.
    """

    what: str
    ours: float = 0.0
    unit: str = ""
    beside: float = 0.0
    beside_what: str = ""
    most: float | None = None
    least: float | None = None
    why: str = ""
    itself: bool = False
    gate: bool = False

    @property
    def ratio(self) -> float | None:
        """Ours to the other, if there is another."""
        return self.ours / self.beside if self.beside else None

    @property
    def bound(self) -> str:
        """What the ratio, or ours itself, should keep to."""
        unit = f" {self.unit}" if self.itself else ""
        if self.most is not None:
            return f"at most {self.most:,g}{unit}"
        return f"at least {self.least:,g}{unit}" if self.least is not None else ""

    @property
    def verdict(self) -> str:
        """PASS, or how it misses."""
        if self.why:
            return f"not measured: {self.why}"
        value = self.ours if self.itself else self.ratio
        if value is None or not self.bound:
            return "for information"
        if self.most is not None and value > self.most:
            return "FAIL" if self.gate else "over"
        if self.least is not None and value < self.least:
            return "FAIL" if self.gate else "under"
        return "PASS"

    @property
    def cells(self) -> tuple[str, ...]:
        """The row in words."""
        if self.why:
            return self.what, "", "", "", self.bound, self.verdict
        beside = f"{_figure(self.beside)} {self.unit}, {self.beside_what}" if self.beside else ""
        ratio = f"{self.ratio:.2f}" if self.ratio is not None else ""
        return self.what, f"{_figure(self.ours)} {self.unit}", beside, ratio, self.bound, self.verdict


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or not value else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def as_text(rows: Sequence[Row]) -> str:
    """The table for a terminal."""
    cells = [HEADINGS, *(row.cells for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells
    ]
    return "\n".join([lines[0], "  ".join("─" * width for width in widths), *lines[1:]])


def as_markdown(rows: Sequence[Row]) -> str:
    """The table for a page."""
    lines = [HEADINGS, ("---", "---:", "---:", "---:", "---", "---"), *(row.cells for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
