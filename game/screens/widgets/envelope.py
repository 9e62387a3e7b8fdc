"""Envelopes, drawn: open while a guess is written, closed once it is sealed, broken beside the record."""

from __future__ import annotations

from typing import Final, NamedTuple

from textual.content import Content

from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.story.fold import Opened
from game.story.questions.predict import SURE, Predict
from game.story.state import Guess

GUESSED: Final = "◇"
RECORDED: Final = "■"
WIDEST: Final = 46
ROWS: Final = ("how sure", "the record")
SHORTEST: Final = 8
"""Cells below which a ruler tells nothing."""


class Whose(NamedTuple):
    """Whose an envelope is: what stands on it, and in front of the guess."""

    envelope: str
    said: str


YOURS: Final = Whose("your envelope", "you said")


def envelope(inside: Lines, width: int, *, label: str = "", closed: bool = True) -> Lines:
    """An envelope around a few lines. It is closed when its upper edge is whole."""
    width = min(width, WIDEST)
    across = width - 2
    if closed:
        top = f"┌─ {label} ".ljust(width - 1, "─") + "┐" if label else f"┌{'─' * across}┐"
    else:
        top = f"┌──{' ' * (across - 4)}──┐"
    side = inked("│", "wall")
    rows = [Content.assemble(side, line.pad_left(1).truncate(across, pad=True), side) for line in inside]
    return [inked(top, "wall"), *rows, inked(f"└{'─' * across}┘", "wall")]


def pips(sure: int) -> Content:
    """How sure, in five steps."""
    return inked("█" * sure, "key") + inked("·" * (len(SURE) - sure), "muted") + inked(f" {sure} of 5", "ink")


def unsealed(text: str, width: int) -> Lines:
    """A guess just written down, the envelope still open."""
    return envelope(flowing(text, _inner(width)), width, closed=False)


def sealed(text: str, sure: int, width: int) -> Lines:
    """A guess that is locked in. How ``sure`` it is is left out where nobody has said, at 0."""
    how_sure = [inked("sure ", "muted") + pips(sure)] if sure else []
    return envelope([*flowing(text, _inner(width)), *how_sure], width, label="sealed")


def broken(opened: Opened, width: int, whose: Whose = YOURS) -> Lines:
    """A seal broken: the guess, how sure, and whether it was close, beside the record."""
    question, guess, room = opened.question, opened.guess, _inner(width)
    column = max(map(len, (whose.said, *ROWS))) + 2
    said, sure, record = (row.ljust(column) for row in (whose.said, *ROWS))
    rows = flowing(question.in_words(guess.guess), room, first=inked(f"{GUESSED} {said}", "key"))
    rows += [inked(f"  {sure}", "muted") + pips(guess.sure)] if guess.sure else []
    rows += flowing(question.in_words(question.right), room, first=inked(f"{RECORDED} {record}", "mark-reported"))
    if not isinstance(guess.guess, str) and not isinstance(question.right, str):
        rows += _ruler(question, guess.guess, question.right, room)
    lines = list(envelope(rows, width, label=f"{whose.envelope}, opened"))
    lines[-1] = _stamped(lines[-1], _verdict(opened, guess))
    return lines


def _inner(width: int) -> int:
    return min(width, WIDEST) - 4


def _verdict(opened: Opened, guess: Guess) -> str:
    if guess.guess == opened.question.right:
        return "just so"
    if isinstance(guess.guess, str):
        return "not this one"
    return "close" if opened.close else "not close"


def _stamped(edge: Content, word: str) -> Content:
    """An edge of the envelope with a word set into it."""
    return Content.assemble(edge[:3], (f" {word} ", "title"), edge[len(word) + 5 :])


def _ruler(question: Predict, guess: float, record: float, width: int) -> Lines:
    """Guess and record on one line from the lowest to the highest, what counts as close drawn heavy."""
    low, high = question.lowest or 0, question.highest or 0
    left, right = f"{low:,.10g} ", f" {high:,.10g}"
    cells = width - len(left) - len(right)
    if cells < SHORTEST or low >= high:
        return []

    def place(value: float) -> int:
        return round((min(max(value, low), high) - low) / (high - low) * (cells - 1))

    line = ["─"] * cells
    if question.near:
        for at in range(place(record - question.near), place(record + question.near) + 1):
            line[at] = "━"
    line[place(guess)] = GUESSED
    line[place(record)] = RECORDED
    inks = {GUESSED: "key", RECORDED: "mark-reported", "━": "ink", "─": "track"}
    drawn = EMPTY.join(inked(sign, inks[sign]) for sign in line)
    return [Content.assemble((left, "muted"), drawn, (right, "muted"))]
