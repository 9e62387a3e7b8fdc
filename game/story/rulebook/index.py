"""All rules of the reader, in the order in which they are explained: every ``Slip`` of its modules."""

from __future__ import annotations

from types import ModuleType
from typing import Final

from game.story.rulebook import after, files, form, names, order, questions, sources, words, writing
from game.story.rulebook.rule import Slip


def slips_in(module: ModuleType) -> tuple[Slip, ...]:
    """The rules of one module, in their order there."""
    return tuple(each for each in vars(module).values() if isinstance(each, Slip))


CHAPTERS: Final[dict[str, tuple[Slip, ...]]] = {
    (module.__doc__ or "").strip(): slips_in(module)
    for module in (files, writing, form, names, order, questions, sources, after, words)
}
"""The rules by what they are about."""
SLIPS: Final[tuple[Slip, ...]] = tuple(slip for chapter in CHAPTERS.values() for slip in chapter)
