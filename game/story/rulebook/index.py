"""All rules of the reader, in the order in which they are explained: every ``Slip`` of its modules."""

from __future__ import annotations

from typing import Final

from game.story.rulebook import after, files, form, names, order, questions, sources, words, writing
from game.story.rulebook.rule import Slip

SLIPS: Final[tuple[Slip, ...]] = tuple(
    rule
    for module in (files, writing, form, names, order, questions, sources, after, words)
    for rule in vars(module).values()
    if isinstance(rule, Slip)
)
