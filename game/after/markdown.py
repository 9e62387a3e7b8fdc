"""Blocks as Markdown. Whatever a story or a name holds is shown as it is and never read as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.after.blocks import (
    Asking,
    Block,
    Drawing,
    Entry,
    Heading,
    Listed,
    Marked,
    NewPage,
    Said,
    Table,
    Tallies,
    Tally,
    Turned,
)
from game.transcript import escaped, linked

ROOM = "\\_" * 40
"""A line to write on."""


def markdown(blocks: Iterable[Block]) -> str:
    """The blocks, an empty line between two of them."""
    return "\n\n".join(part for block in blocks for part in _parts(block)) + "\n"


def _parts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * level} {escaped(text)}"
        case Said(text, faint):
            yield f"*{escaped(text)}*" if faint else escaped(text)
        case Marked(lines):
            yield "\n".join(f"- {escaped(mark)} {escaped(text)}" for mark, text in lines)
        case Table(head, rows, figures):
            rule = ["---:" if place in figures else "---" for place in range(len(head))]
            yield "\n".join(map(_row, (map(escaped, head), rule, *(map(escaped, row) for row in rows))))
        case Listed(items, numbered):
            marks = (f"{place}." if numbered else "-" for place in range(1, len(items) + 1))
            yield "\n".join(f"{mark} {linked(item)}" for mark, item in zip(marks, items, strict=True))
        case Asking(number, text, answers):
            yield f"**{number}\\. {escaped(text)}**"
            yield " · ".join(map(escaped, answers)) if answers else ROOM
        case Drawing(text):
            yield "\n".join(f"    {line}".rstrip() for line in text.splitlines())
        case Entry(when, what, lines):
            yield f"### {escaped(' '.join(filter(None, (when, what))))}"
            labels = (("**" if strong else "*", escaped(word), escaped(text)) for word, text, strong in lines)
            yield "\n".join(f"- {mark}{word}:{mark} {text}" for mark, word, text in labels)
        case Tallies(tallies):
            yield from (part for tally in tallies for part in _tally(tally))
        case NewPage() | Turned():
            yield "---"


def _tally(tally: Tally) -> Iterator[str]:
    yield f"### {escaped(tally.asked)}"
    if tally.rows:
        head = ("", *(f"{votes} votes" for votes in tally.votes))
        rows = [(escaped(option), *map(str, counts)) for option, counts in tally.rows]
        yield "\n".join(map(_row, (head, ("---", *["---:"] * len(tally.votes)), *rows)))
    yield "\n".join(f"- *{escaped(word)}:* {escaped(text)}" for word, text, _ in tally.said)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
