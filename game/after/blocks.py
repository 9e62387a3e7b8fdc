"""Blocks: what a printed page is made of, before it is Markdown or HTML."""

from __future__ import annotations

from typing import NamedTuple


class Heading(NamedTuple):
    """A heading; ``level`` 1 is the page's own."""

    text: str
    level: int = 2


class Said(NamedTuple):
    """A paragraph. ``faint`` is a remark beside what matters."""

    text: str
    faint: bool = False


class Marked(NamedTuple):
    """Lines with their marks in the margin: each a mark and a text."""

    lines: tuple[tuple[str, str], ...]


class Table(NamedTuple):
    """A table: its head, its rows, and the columns of figures, which are set to the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[int, ...] = ()


class Listed(NamedTuple):
    """A list, numbered or not."""

    items: tuple[str, ...]
    numbered: bool = False


class Asking(NamedTuple):
    """A numbered question, what there is to choose from, and room for an answer."""

    number: int
    text: str
    answers: tuple[str, ...]


class Drawing(NamedTuple):
    """Lines to be shown as they are, sign for sign, and the same as a picture where there can be one."""

    text: str
    picture: str


class Labelled(NamedTuple):
    """A line with a word for what it is. ``strong`` lines are found at a glance."""

    word: str
    text: str
    strong: bool = False


class Entry(NamedTuple):
    """An entry of a timetable: when, what, and the lines that belong to it."""

    when: str
    what: str
    lines: tuple[Labelled, ...]


class Tally(NamedTuple):
    """What was asked, how many have voted round by round, and an option a row with its count in every round.

    A round that is not broken down has no counts. ``said`` is what it came to, and what else there is to say.
    """

    asked: str
    votes: tuple[int, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    said: tuple[Labelled, ...]


class Tallies(NamedTuple):
    """Tallies beside one another."""

    tallies: tuple[Tally, ...]


class NewPage(NamedTuple):
    """What follows stands on a page of its own."""


class Turned(NamedTuple):
    """What follows is for later: it stands upside down, or apart."""


Block = Heading | Said | Marked | Table | Listed | Asking | Drawing | Entry | Tallies | NewPage | Turned
