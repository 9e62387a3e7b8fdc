"""The numbers behind the plot: what the formula says, what dice say, and whether they agree."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from game.screens.lab.bench import Bench
from game.screens.lab.signs import written
from game.screens.lab.view import ink_of
from game.screens.widgets.drawn import Drawn, Lines, flowing, inked
from game.tower.curves import Curve
from game.tower.lab_words import agreement, beside, estimated, figure
from game.tower.odds import Estimate

NAME: Final = 24
PAPER: Final = 8
PLAYED: Final = 14
BAR: Final = 20
GAP: Final = "   "


class Table(Drawn):
    """A line a curve, under what its columns mean, and what to read off."""

    def __init__(self) -> None:
        super().__init__()
        self._bench: Bench | None = None

    def show(self, bench: Bench) -> None:
        """Show what is known by now."""
        self._bench = bench
        self.refresh(layout=True)

    def paint(self, width: int) -> Lines:
        bench = self._bench
        if bench is None:
            return ()
        room = width - NAME - PAPER - PLAYED - len(GAP)
        rows = [_row(bench, curve, written(" ± ", self.app), room) for curve in bench.experiment.curves]
        note = bench.experiment.note(bench.setting)
        return [
            _head(bench, written("± its standard error", self.app), room),
            *rows,
            *flowing(note, width, first=inked("  ", "key")),
        ]


def _head(bench: Bench, last: str, room: int) -> Content:
    """What the columns mean; while dice roll, how far they are."""
    experiment = bench.experiment
    runs = f"{experiment.curves[0].runs:,} {experiment.curves[0].played}"
    head = inked(f"  {experiment.unit:<{NAME - 2}}{'formula':>{PAPER}}{runs:>{PLAYED}}{GAP}", "muted")
    if bench.done >= 1:
        return head + inked(last if len(last) <= room else "", "muted")
    full = round(bench.done * BAR)
    return head + inked("━" * full, "lit") + inked("─" * (BAR - full), "faint")


def _row(bench: Bench, curve: Curve, between: str, room: int) -> Content:
    """A curve's numbers; what they say of each other only where there is room for it."""
    times, paper, estimate = bench.experiment.times, curve.on_paper(bench.setting), bench.estimate(curve)
    known = "none" if paper is None else figure(paper * times)
    played = between.join(estimated(estimate, times)) if estimate else ""
    said = _said(bench, curve, estimate) if estimate else ""
    return Content.assemble(
        (f"{curve.sign} ", ink_of(bench.experiment, curve)),
        (f"{curve.name:<{NAME - 2}}", "ink"),
        (f"{known:>{PAPER}}", "muted" if paper is None else "title"),
        (f"{played:>{PLAYED}}{GAP}", "ink"),
        (said if len(said) <= room else "", "muted"),
    )


def _said(bench: Bench, curve: Curve, estimate: Estimate) -> str:
    if estimate.runs < curve.runs:
        return f"{estimate.runs:,} of {curve.runs:,} {curve.played}"
    paper = curve.on_paper(bench.setting)
    if paper is not None:
        return agreement(paper, estimate)
    known = [(other.sign, other.on_paper(bench.setting)) for other in bench.experiment.curves]
    sign, minutes = [(sign, value) for sign, value in known if value is not None][-1]
    return f"{beside(estimate, minutes, sign)}; {curve.runs} {curve.played}"
