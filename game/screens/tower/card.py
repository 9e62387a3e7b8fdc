"""The end card, drawn: the figures of a night, the crowd with you in it, and the same tower flat by flat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from game.screens.glyphs import Glyphs
from game.screens.lettering import large
from game.screens.widgets.drawn import EMPTY, MEASURE, Drawn, Lines, flowing, inked
from game.tower.contrast import Contrast
from game.tower.crowd import CREWS, WHO
from game.tower.histogram import Histogram
from game.tower.night import clock
from game.tower.report import STARS, STARS_RULE, Report, Row

ELSEWHERE: Final = frozenset({"Stars", "Failed throws", "Dark flat-minutes", "Light before 8:00"})
"""Rows that the card does not list: they are drawn, among the minutes lost, or beside flat by flat."""
HIGH, LOW = 8, 4
"""Rows of the histogram, and where the screen is low."""
_TALL: Final = 36
"""Rows of a screen that is not low."""
_ROOMY: Final = 44
"""Rows of a screen on which everything is on the card."""
_LABEL: Final = 19
_WIDEST: Final = 64


class Figures(Drawn):
    """The clock at which the tower was lit, the stars, the minutes that bought nothing, and every figure."""

    def __init__(self, report: Report, glyphs: Glyphs) -> None:
        super().__init__()
        self.report, self.glyphs = report, glyphs

    def paint(self, width: int) -> Lines:
        report = self.report
        tower, *rows = report.rows()
        figures = large(clock(report.minutes), self.glyphs, gap=1)
        if not self.glyphs.halves:
            figures = ["", clock(report.minutes), ""]
        clock_wide = max(map(len, figures)) + 3
        words = flowing(tower.value, width - clock_wide, "title")
        beside = [*words[:2], self._stars(), EMPTY][: len(figures)]
        lines = [
            inked(figure.ljust(clock_wide), "lit") + (beside[row] if row < len(beside) else EMPTY)
            for row, figure in enumerate(figures)
        ]
        if report.lost:
            lines += [EMPTY, *flowing(report.lost, min(width, MEASURE), "today")]
        else:
            lines.append(EMPTY)
        return [*lines, *_two_by_two([row for row in rows if row.label not in ELSEWHERE], width)]

    def _stars(self) -> Content:
        """The stars as signs that every terminal has, and in words."""
        stars = self.report.stars
        if stars is None:
            return EMPTY
        signs = [inked(*(("*", "lit") if star < stars else ("-", "faint"))) for star in range(STARS)]
        return Content(" ").join(signs) + inked(f"   {stars} of {STARS} stars", "muted")


def _two_by_two(rows: Sequence[Row], width: int) -> Lines:
    """Rows under one another; where there is room, two short ones side by side."""
    lines, column = list[Content](), 34 if width >= _WIDEST else 0
    for row in rows:
        first, *more = flowing(row.value, width, "ink", first=inked(f"{row.label:<{_LABEL}}", "muted"))
        if lines and lines[-1].cell_length < column > first.cell_length:
            lines[-1] = lines[-1].pad_right(column - lines[-1].cell_length) + first
        else:
            lines += [first, *more]
    return lines


class Crews(Drawn):
    """The histogram of the crews, and where you and par stand in it."""

    DEFAULT_CSS = """
    Crews { margin-top: 1; }
    """

    def __init__(self, report: Report, glyphs: Glyphs) -> None:
        super().__init__()
        self.report, self.glyphs = report, glyphs
        self.minutes: tuple[int, ...] = ()

    def show(self, minutes: Sequence[int]) -> None:
        """Show what has come in."""
        if len(minutes) != len(self.minutes):
            self.minutes = tuple(minutes)
            self.refresh(layout=True)

    def paint(self, width: int) -> Lines:
        report = self.report
        width = min(width, _WIDEST)
        if report.par is None:
            return ()
        found = report.among(self.minutes)
        waiting = "" if len(self.minutes) >= CREWS else f" More are still at work: {len(self.minutes)} of {CREWS}."
        return [
            *self._bars(found, width),
            *flowing(f"{found.in_words}{waiting}", width, "ink"),
            *flowing(WHO, width, "faint"),
        ]

    def _bars(self, found: Histogram, width: int) -> Lines:
        bins = found.bins
        wide = max(1, min(3, width // len(bins)))
        tallest = max(1, *(each.crews for each in bins))
        steps = 2 if self.glyphs.halves else 1
        high = HIGH if self.app.size.height >= _TALL else LOW
        heights = [-(-each.crews * high * steps // tallest) for each in bins]
        lines = []
        for row in reversed(range(high)):
            pieces = []
            for place, height in enumerate(heights):
                sign = self._cell(height - row * steps, steps)
                ink = "lit" if place == found.your_bin else "unlit"
                pieces.append(inked((sign * max(1, wide - (wide > 1))).ljust(wide), ink))
            lines.append(Content("").join(pieces))
        return [*lines, *self._under(found, wide)]

    def _cell(self, filled: int, steps: int) -> str:
        if filled <= 0:
            return " "
        return self.glyphs.halves[2] if filled < steps else self.glyphs.solid[0]

    def _under(self, found: Histogram, wide: int) -> Lines:
        """The ground under the bars, the minutes at both ends, and who stands where."""
        bins, span = found.bins, len(found.bins) * wide
        marks = [(found.par_bin, "par", "muted")]
        if found.your_bin is not None:
            marks.append((found.your_bin, "you", "lit"))
        first, last = bins[0].start or bins[0].end or 0, bins[-1].end or bins[-1].start or 0
        ground = inked(self.glyphs.rule * span, "faint")
        ends = inked(f"{first} min".ljust(span - len(f"{last}")) + f"{last}", "faint")
        return [ground, *_names(marks, wide, span), ends]


def _names(marks: Sequence[tuple[int, str, str]], wide: int, span: int) -> Lines:
    """Names under their bins, in one line where they do not meet."""
    lines: list[list[tuple[int, str, str]]] = []
    for place, name, ink in sorted(marks):
        at = max(0, min(place * wide - (len(name) - wide) // 2, span - len(name)))
        row = next((row for row in lines if row[-1][0] + len(row[-1][1]) < at), None)
        if row is None:
            lines.append([(at, name, ink)])
        else:
            row.append((at, name, ink))
    return [_placed(row) for row in lines]


def _placed(row: Sequence[tuple[int, str, str]]) -> Content:
    line = EMPTY
    for at, name, ink in row:
        line += inked(" " * (at - line.cell_length), "ink") + inked(name, ink)
    return line


class BothWays(Drawn):
    """The whole tower at once beside flat by flat."""

    def __init__(self, contrast: Contrast) -> None:
        super().__init__()
        self.contrast = contrast

    def paint(self, width: int) -> Lines:
        width = min(width, _WIDEST)
        column = 14
        label = width - 2 * column
        lines = [
            inked("AT ONCE, OR FLAT BY FLAT", "title"),
            EMPTY,
            inked(f"{'':<{label}}{'at once':>{column}}{'flat by flat':>{column}}", "muted"),
        ]
        for row in self.contrast.rows():
            first, *rest = flowing(row.label, label, "ink")
            lines.append(
                Content.assemble(
                    first.pad_right(label - first.cell_length),
                    (f"{row.whole:>{column}}", "lit"),
                    (f"{row.apart:>{column}}", "lit"),
                )
            )
            lines += rest
        for said in self.contrast.said():
            lines += [EMPTY, *flowing(said, width, "ink")]
        where = "b says where the tower stops being like software."
        return [*lines, EMPTY, *flowing(where, width, "muted"), EMPTY, *flowing(STARS_RULE, width, "faint")]


class Shared(Drawn):
    """The share text, where there is room for it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def paint(self, width: int) -> Lines:  # noqa: ARG002
        if self.app.size.height < _ROOMY:
            return ()
        return [
            EMPTY,
            EMPTY,
            inked("c COPIES THIS", "title"),
            EMPTY,
            *(inked(line, "ink") for line in self.text.splitlines()),
        ]
