"""All rules of the reader, chapter by chapter: every ``Slip`` that a chapter holds."""

from __future__ import annotations

from typing import Final

from game.story import rulebook
from game.story.rulebook.rule import Slip


def _chapter(name: str) -> tuple[str, tuple[Slip, ...]]:
    module = getattr(rulebook, name)
    return module.__doc__.strip(), tuple(each for each in vars(module).values() if isinstance(each, Slip))


CHAPTERS: Final[dict[str, tuple[Slip, ...]]] = dict(map(_chapter, rulebook.CHAPTERS))
"""What a chapter is about, and its rules."""
SLIPS: Final[tuple[Slip, ...]] = tuple(slip for chapter in CHAPTERS.values() for slip in chapter)
