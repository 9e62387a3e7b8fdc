"""The page: the beats of a moment, coming in one by one at reading pace, each with its mark in the margin."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from time import monotonic
from typing import Final

from textual.message import Message
from textual.timer import Timer

from game.screens.widgets.drawn import EMPTY, MEASURE, Drawn, Lines, Paint, flowing, inked
from game.screens.widgets.envelope import YOURS, Whose, broken
from game.screens.widgets.terms import first_times, marked
from game.story.beat import PROVENANCE, AnyBeat
from game.story.glossary import Glossary, Span
from game.telling import Piece, SceneOpens, Told

SECONDS_A_WORD: Final = 0.25
LONGEST_WAIT: Final = 5.0
JUST_IN: Final = 0.3
"""Seconds after the last beat in which a key was still meant to bring it."""
MARGIN: Final = 2
"""Cells that a mark takes, in front of every line of text."""


def beat_lines(beat: AnyBeat, width: int, spans: Sequence[Span] = ()) -> Lines:
    """A beat with its mark in the margin, and with these of its terms marked."""
    lines = flowing(beat.text, width, first=inked(f"{PROVENANCE[beat.kind].mark} ", f"mark-{beat.kind}"))
    return marked(lines, beat.text, spans, MARGIN)


def indented(lines: Lines) -> Lines:
    """Lines that stand under a beat's text."""
    return [line.pad_left(MARGIN) if line else line for line in lines]


def on_page(piece: Piece) -> bool:
    """Whether the page tells this. Heading and tower show the rest: weeks, and scenes that are no day."""
    match piece:
        case SceneOpens(scene):
            return scene.day is not None
        case _:
            return isinstance(piece, Told)


class Page(Drawn):
    """Tells beats, and the titles of scenes between them. A term is marked where it first stands.

    While they are coming in, :meth:`hurry` brings the rest at once. When all are there, the page is ``Read``.
    ``whose`` are the envelopes that are opened on it.
    """

    class Read(Message):
        """Everything is on the page."""

    class Grew(Message):
        """Something has come in, and more is to come."""

    def __init__(self, whose: Whose = YOURS) -> None:
        super().__init__()
        self._whose = whose
        self._pieces: Sequence[Told | SceneOpens] = ()
        self._before: Paint | None = None
        self._glossary = Glossary()
        self._shown = 0
        self._wait: Timer | None = None
        self._came = -inf

    @property
    def arriving(self) -> bool:
        """Whether there is more to come."""
        return self._wait is not None

    @property
    def just_in(self) -> bool:
        """Whether the last beat came in by itself, and only this moment."""
        return monotonic() - self._came < JUST_IN

    @property
    def beats(self) -> list[AnyBeat]:
        """What has been told so far."""
        return [piece.beat for piece in self._pieces[: self._shown] if isinstance(piece, Told)]

    def fresh(self, text: str) -> list[Span]:
        """The terms in a text under the page that are not on the page."""
        seen = {span.term.id for beat in self.beats for span in self._glossary.terms_in(beat.text)}
        return first_times(text, self._glossary, seen)

    def tell(self, pieces: Sequence[Piece], before: Paint | None, glossary: Glossary, *, at_once: bool) -> None:
        """Tell this, under what the player has just said: ``before``."""
        self._rest()
        self._glossary = glossary
        self._pieces = [piece for piece in pieces if isinstance(piece, Told | SceneOpens)]
        self._before = before
        self._shown = 0
        if at_once:
            self.hurry()
        else:
            self._next()

    def hurry(self) -> None:
        """Let everything be there now."""
        self._rest()
        self._shown = len(self._pieces)
        self._grow()

    def _rest(self) -> None:
        if self._wait is not None:
            self._wait.stop()
            self._wait = None
        self._came = -inf

    def _next(self) -> None:
        """Bring the next beat, and the titles before it."""
        self._wait = None
        pieces = self._pieces
        while self._shown < len(pieces) and isinstance(pieces[self._shown], SceneOpens):
            self._shown += 1
        self._shown = min(self._shown + 1, len(pieces))
        if self._shown < len(pieces):
            self._wait = self.set_timer(_reading_time(pieces[self._shown - 1]), self._arrive)
        self._grow()

    def _arrive(self) -> None:
        """Bring the next beat at its time, and know when that was the last."""
        self._next()
        if not self.arriving:
            self._came = monotonic()

    def _grow(self) -> None:
        self.refresh(layout=True)
        self.post_message(self.Grew() if self.arriving else self.Read())

    def paint(self, width: int) -> Lines:
        width = min(width, MEASURE + MARGIN)
        lines = [*self._before(width), EMPTY] if self._before else []
        seen: set[str] = set()
        for piece in self._pieces[: self._shown]:
            spans = first_times(piece.beat.text, self._glossary, seen) if isinstance(piece, Told) else ()
            lines += [*_piece_lines(piece, width, spans, self._whose), EMPTY]
        return lines


def _reading_time(piece: Told | SceneOpens) -> float:
    text = piece.beat.text if isinstance(piece, Told) else piece.scene.title
    return min(LONGEST_WAIT, len(text.split()) * SECONDS_A_WORD)


def _piece_lines(piece: Told | SceneOpens, width: int, spans: Sequence[Span], whose: Whose) -> Lines:
    match piece:
        case SceneOpens(scene):
            return indented(flowing(scene.title, width - MARGIN, "muted"))
        case Told(beat, opened):
            envelope = [EMPTY, *indented(broken(opened, width - MARGIN, whose))] if opened else []
            return [*beat_lines(beat, width, spans), *envelope]
