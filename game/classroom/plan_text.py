"""The plan as text of eighty columns, for a terminal or a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from game.after.blocks import Entry, Heading, Listed, Said
from game.classroom.plan_page import PlanBlock

WIDTH: Final = 80
_WHEN: Final = 13
"""Columns of the clock."""
_WORD: Final = 9
"""Columns of the word that says what a line is."""


def text(blocks: Iterable[PlanBlock]) -> str:
    """The blocks, an empty line between two of them."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def _lines(block: PlanBlock) -> Iterator[str]:
    match block:
        case Heading(words, level):
            yield words
            yield ("=" if level == 1 else "-") * len(words)
        case Said(words):
            yield from wrap(words, WIDTH, break_on_hyphens=False)
        case Listed(items, numbered):
            for place, item in enumerate(items, 1):
                yield from _hung(item, f"{place}. " if numbered else "- ")
        case Entry(when, what, lines):
            yield from _hung(what, f"{when:{_WHEN}}")
            for word, words, strong in lines:
                yield from _hung(words, " " * _WHEN + f"{word.upper() if strong else word:{_WORD}}")


def _hung(words: str, first: str) -> list[str]:
    """A paragraph that hangs from its first words."""
    hang = " " * len(first)
    return wrap(words, WIDTH, initial_indent=first, subsequent_indent=hang, break_on_hyphens=False)
