"""Sources: for every line on the screen its kind, and what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from game.screens.keys import Key, bindings
from game.screens.reading import ReadingScreen
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.screens.widgets.page import MARGIN, beat_lines, indented
from game.sources import SourceNote, articles_of, sources_of
from game.story.beat import PROVENANCE, AnyBeat
from game.story.ledger import Ledger

LABELS: Final = 16
"""Cells in which a label stands, before what it labels."""
BESIDE: Final = 50
"""The width from which on labels stand beside their text and not above it."""


class SourcesScreen(ReadingScreen):
    """The lines just told, each with the ledger's entries that it rests on."""

    TITLE = "where these lines come from"
    BINDINGS = bindings([Key("s", "s", "back to the day", "close")])

    def __init__(self, beats: Sequence[AnyBeat], ledger: Ledger) -> None:
        super().__init__()
        self._beats = beats
        self._ledger = ledger

    def paint(self, width: int) -> Lines:
        lines: list[Content] = []
        for beat in self._beats:
            lines += [*beat_lines(beat, width), *indented(self._behind(beat, width - MARGIN)), EMPTY]
        if not self._beats:
            lines += [inked("Nothing has been told on this screen.", "muted"), EMPTY]
        lines += [inked("The two articles", "title")]
        for article in articles_of(self._ledger):
            lines += flowing(article, width, "muted")
        return lines

    def _behind(self, beat: AnyBeat, width: int) -> Lines:
        kind = inked(beat.kind, f"mark-{beat.kind}") + inked(f": {PROVENANCE[beat.kind].meaning}", "muted")
        lines = [kind]
        for note in sources_of(beat, self._ledger):
            lines += [EMPTY, *_noted(note, width)]
        return lines


def _noted(note: SourceNote, width: int) -> Lines:
    """An entry of the ledger, a label in front of each thing to know."""
    lines: list[Content] = []
    for label, text in note.lines:
        if width >= BESIDE:
            lines += flowing(text, width, "ink", first=inked(f"{label:>{LABELS - 2}}  ", "muted"))
        else:
            lines += [inked(label, "muted"), *indented(flowing(text, width - MARGIN))]
    return lines
