"""Drawing: what is asked and what was said, as lines for the back row. It knows no widget."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from textual.content import Content

from game.classroom.forms import AnyForm, Bar, Choice, Guess, Order, Pick, Scale, Share
from game.screens.glyphs import Glyphs
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.words import counted

GAP: Final = 3
NARROWEST: Final = 12
LONGEST_BAR: Final = 30
SHORT: Final = 16
"""Signs up to which an option stands beside its bars."""


class Column(NamedTuple):
    """A column of bars: whose they are, how many have voted, and what they come to."""

    title: str
    votes: int
    bars: tuple[Bar, ...]


def asked(form: AnyForm, width: int, *, airy: bool) -> Lines:
    """What can be answered, line by line; with air between them where there is room."""
    rows = [flowing(text, width, ink, first=inked(first, "key")) for first, text, ink in _rows(form)]
    lines: list[Content] = []
    for row in rows:
        lines += [*row, EMPTY] if airy else row
    return lines


def _rows(form: AnyForm) -> list[tuple[str, str, str]]:
    match form:
        case Pick(choices=choices):
            return [_choice(number, choice) for number, choice in enumerate(choices, 1)]
        case Guess(choices=()):
            span = f"A whole number from {form.lowest:,} to {form.highest:,}"
            return [("", f"{span} {form.unit}".strip() + ", and how sure you are.", "ink")]
        case Guess(choices=choices):
            return [_choice(number, choice) for number, choice in enumerate(choices, 1)]
        case Scale(ends=(least, most)):
            return [("1  ", least, "ink"), ("5  ", most, "ink")]
        case Order(choices=choices):
            return [("·  ", choice.text, "ink") for choice in choices]
        case Share(places=places):
            total = ("", f"{counted(form.total, form.unit)} to share out:", "ink")
            return [total, *(("·  ", place.text, "struck" if place.struck else "ink") for place in places)]
    return []


def _choice(number: int, choice: Choice) -> tuple[str, str, str]:
    text = f"{choice.text} ({choice.struck})" if choice.struck else choice.text
    return f"{number}  ", text, "struck" if choice.struck else "ink"


def bars(columns: Sequence[Column], width: int, glyphs: Glyphs, *, airy: bool = False) -> Lines:
    """Rounds beside one another, an option under the other. A round of few votes has no bars.

    Options of a word or two stand beside their bars, others above them; with air between them where there is room.
    """
    broken = [column for column in columns if column.bars]
    few = [
        f"{column.title}: {_votes(column.votes)}, too few to break down." for column in columns if not column.bars
    ]
    lines: list[Content] = []
    if broken:
        texts = [next(bar.text for bar in row if bar) for row in zip_longest(*(column.bars for column in broken))]
        left = max(map(len, texts)) + GAP if max(map(len, texts)) <= SHORT else 0
        room = min(LONGEST_BAR + 6, (width - left - GAP * (len(broken) - 1)) // len(broken))
        margin = Content(" " * left)
        heads = [column.title for column in broken], [_votes(column.votes) for column in broken]
        lines += [margin + _beside([inked(f"{head:<{room}.{room}}", "muted") for head in row]) for row in heads]
        for text, row in zip(texts, zip_longest(*(column.bars for column in broken)), strict=True):
            drawn = _beside([_bar(bar, column, room, glyphs) for bar, column in zip(row, broken, strict=True)])
            lines += [EMPTY] if airy else []
            lines += [inked(text.ljust(left), "ink") + drawn] if left else [*flowing(text, width, "ink"), drawn]
    for text in few:
        lines += flowing(text, width, "muted")
    return lines


def _beside(cells: Sequence[Content]) -> Content:
    return Content(" " * GAP).join(cells)


def _bar(bar: Bar | None, column: Column, room: int, glyphs: Glyphs) -> Content:
    """A bar as long as its share of what was given, so that large classes and small ones can be compared."""
    if bar is None:
        return Content(" " * room)
    whole = max(sum(each.count for each in column.bars), 1)
    track = max(NARROWEST, room) - 6
    full = round(bar.count * track / whole)
    drawn = inked(glyphs.solid[0] * full, "lit") + inked(glyphs.track * (track - full), "track")
    return drawn + inked(f"{bar.count:>5} ", "ink")


def _votes(votes: int) -> str:
    return f"{votes} vote{'' if votes == 1 else 's'}"


def minutes(seconds: float) -> str:
    """*1:05*, as a countdown shows it; never below 0:00."""
    left = max(0, -int(-seconds // 1))
    return f"{left // 60}:{left % 60:02}"
