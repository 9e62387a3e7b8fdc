"""The leaves of the card, drawn: the weeks subtracted, the record beside them, envelopes, the card to share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from game.after.calibration import Sealed
from game.after.card import Card, Worth
from game.after.reckoning import Reckoning, WeekRow
from game.after.share import share_text
from game.after.spoken import night_in_words
from game.screens.glyphs import Glyphs, Look
from game.screens.widgets.drawn import EMPTY, MEASURE, Drawn, Lines, flowing, inked
from game.screens.widgets.envelope import pips
from game.screens.widgets.gauges import signed
from game.screens.widgets.page import beat_lines
from game.story.beat import PROVENANCE, Explained, Imagined
from game.story.calendar import DAYS
from game.story.state import Gauges
from game.story.week import NAMES
from game.words import bare, counted

_NUMBER: Final = 6
_LEFT: Final = 5
_CORNERS: Final = 4
_GAUGE: Final = 6
"""Cells of the columns: what is subtracted, what is left, the corners, and each gauge."""
_ALL: Final = _NUMBER + _LEFT + _CORNERS + 3 * _GAUGE


class Leaf(Drawn):
    """One side of the card."""

    TITLE = ""

    def __init__(self, card: Card, glyphs: Glyphs) -> None:
        super().__init__()
        self.card, self.glyphs = card, glyphs

    MEASURE = MEASURE
    """The widest it gets."""

    def paint(self, width: int) -> Lines:
        return [*self.lines(min(width, self.MEASURE))]

    def lines(self, width: int) -> Iterator[Content]:
        """What stands on it."""
        raise NotImplementedError


class Subtracted(Leaf):
    """How it ended, and the evenings, subtracted week by week."""

    TITLE = "what is left"
    MEASURE = 74

    def lines(self, width: int) -> Iterator[Content]:
        ending, sums = self.card.ending, self.card.reckoning
        if ending:
            kind = Imagined if sums else Explained
            yield from flowing(ending.title, width, "title")
            yield from beat_lines(kind(id=ending.id, text=ending.text), min(width, MEASURE))
            yield EMPTY
        if sums and sums.weeks:
            yield from self._sums(sums, width)

    def _sums(self, sums: Reckoning, width: int) -> Iterator[Content]:
        room = width - _ALL
        corners = f"{'cut':>{_CORNERS}}"
        names = "".join(f"{name:>{_GAUGE}}" for name in NAMES)
        yield inked(f"{'':<{_NUMBER + room}}{'left':>{_LEFT}}{corners}{names}", "faint")
        yield self._ends(sums.evenings, "evenings to begin with", sums.began, "", width)
        for row in sums.weeks:
            yield self._week(row, room)
        yield inked(self.glyphs.rule * width, "faint")
        own = "evening of your own" if sums.own == 1 else "evenings of your own"
        yield self._ends(sums.own, own, sums.now, f"{sums.corners}", width)

    def _ends(self, evenings: int, words: str, gauges: Gauges, corners: str, width: int) -> Content:
        """The first line of the sum, or the last."""
        values = (gauges.rest, gauges.home, gauges.craft)
        room = width - _ALL + _LEFT
        return Content.assemble(
            (f"{evenings:>{_NUMBER - 2}}  ", "title"),
            (f"{words:<{room}}", "ink"),
            (f"{corners:>{_CORNERS}}", "corner"),
            *((f"{value:>{_GAUGE}}", name.lower()) for value, name in zip(values, NAMES, strict=True)),
        )

    def _week(self, row: WeekRow, room: int) -> Content:
        taken = f"{self.glyphs.minus if row.late else ' '} {row.late:>2}  "
        ((sign, ink),) = self.glyphs.slim[Look.CORNER]
        name = inked(f"{row.week}  {row.title}"[: room - 1].ljust(room), "muted")
        moved = [(f"{signed(change, self.glyphs) or '0':>{_GAUGE}}", _moved(change)) for change in row.changes]
        return Content.assemble(
            (taken, "ink" if row.late else "faint"),
            name,
            (f"{row.left:>{_LEFT}}", "lit"),
            (f"{sign * row.corners if row.corners < _CORNERS else row.corners:>{_CORNERS}}", ink),
            *moved,
        )


def _moved(change: int) -> str:
    return "gain" if change > 0 else "loss" if change < 0 else "faint"


class Beside(Leaf):
    """The record, the night, and the two answers to whether it was worth it."""

    TITLE = "beside the record"

    def lines(self, width: int) -> Iterator[Content]:
        card = self.card
        if card.record:
            yield inked("On record", "title")
            for beat in card.record:
                yield from beat_lines(beat, width)
            yield EMPTY
        if card.reckoning and card.reckoning.weeks:
            yield inked("Yours", "title")
            for said in self._yours(card.reckoning):
                yield from beat_lines(Imagined(id="yours", text=said), width)
            for said in night_in_words(card.night) if card.night else ():
                yield from beat_lines(Imagined(id="night", text=said), width)
            yield EMPTY
        if card.worth:
            yield from self._worth(card.worth, width)
        yield from flowing(card.provenance, width, "faint")

    def _yours(self, sums: Reckoning) -> Iterator[str]:
        yield f"{counted(sums.late, 'night')} of {sums.evenings} worked late."
        if sums.corners:
            yield f"{counted(sums.corners, 'corner')} cut, of {DAYS} flats."

    def _worth(self, worth: Worth, width: int) -> Iterator[Content]:
        yield inked("Was it worth it?", "title")
        both = worth.before and worth.after
        for when, value in (("before", worth.before), ("after", worth.after)):
            if value:
                yield inked(f"  {when:<8}" if both else "  ", "muted") + pips(value)
        low, high = map(bare, worth.ends)
        yield from flowing(f"1 is {low}, 5 is {high}.", width - 2, "faint", first=inked("  ", "faint"))
        yield EMPTY


class Envelopes(Leaf):
    """Every guess beside its record."""

    TITLE = "your envelopes"

    def lines(self, width: int) -> Iterator[Content]:
        for each in self.card.sealed:
            yield from flowing(each.question.text, width, "muted")
            yield from self._guess(each, width)
            yield EMPTY

    def _guess(self, each: Sealed, width: int) -> Iterator[Content]:
        verdict = inked(f"{each.verdict:<5}", "gain" if each.hit else "muted" if not each.opened else "loss")
        sure = f", sure {each.guess.sure}" if each.guess.sure else ""
        yield from flowing(f"you said {each.said}{sure}", width, "ink", first=verdict + inked("  ", "ink"))
        if each.opened:
            mark = f"{PROVENANCE['reported'].mark} "
            first = inked(f"{'':<7}", "ink") + inked(mark, "mark-reported")
            yield from flowing(each.record, width, "ink", first=first)


class Shared(Leaf):
    """The card to share, as text."""

    TITLE = "to send to somebody"

    def lines(self, width: int) -> Iterator[Content]:
        text = share_text(self.card, ascii_only=not self.glyphs.halves)
        yield from (inked(line, "ink") for line in text.splitlines())
        yield EMPTY
        how = "c copies these lines. w writes the card as a picture (SVG) into this folder."
        yield from flowing(how, width, "muted")
