"""The share card as text: the tower with its windows, how it ended, five figures. It gives no envelope away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from game.after.card import Card
from game.story.calendar import WEEK, WEEKDAYS, days_of
from game.story.state import Room, State

MOST_LINES: Final = 12


class Signs(NamedTuple):
    """A window by how its day went, and the ground."""

    empty: str
    dark: str
    lit: str
    corner: str
    both: str
    ground: str


BLOCKS: Final = Signs("·", "░", "█", "▚", "▓", "─")
ASCII: Final = Signs(".", "_", "#", "/", "%", "-")


def share_text(card: Card, *, ascii_only: bool = False) -> str:
    """The card in at most twelve lines."""
    signs = ASCII if ascii_only else BLOCKS
    figures = [f"{figure.label}: {figure.value}" for figure in card.figures]
    beside = [heading(card), "", *figures, *(["", _legend(signs)] if card.reckoning else [])]
    tower = [*_floors(card.state, signs), signs.ground * (2 * WEEK - 1), " ".join(day[0] for day in WEEKDAYS)]
    beside += [""] * (len(tower) - len(beside))
    lines = [f"{card.title.upper()}", ""]
    lines += [f"{row}   {words}".rstrip() for row, words in zip(tower, beside, strict=True)]
    text = "\n".join(lines) + "\n"
    return text if not ascii_only else text.translate(_PLAIN)


_PLAIN: Final = str.maketrans("“”‘’–·×→½é", "\"\"''-.x>~e")


def heading(card: Card) -> str:
    """How it ended, or how far it has come."""
    if card.ending:
        return card.ending.title
    if card.over:
        return "played to its end"
    return f"as far as day {card.state.day}" if card.state.day else "before day 1"


def _floors(state: State, signs: Signs) -> Iterator[str]:
    for week in range(WEEK, 0, -1):
        yield " ".join(_window(state.room(day), signs) for day in days_of(week))


def _window(room: Room, signs: Signs) -> str:
    if not room:
        return signs.empty
    if room & Room.CORNER:
        return signs.both if room & Room.LATE else signs.corner
    return signs.lit if room & Room.LATE else signs.dark


def _legend(signs: Signs) -> str:
    return f"{signs.lit} late  {signs.corner} corner  {signs.both} both"
