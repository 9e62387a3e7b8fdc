"""The rule of released ids: whatever a released play has kept an answer under is still known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.proof.galley import Galley
from game.proof.rule import rule
from game.story.lock import NAME, lock_of, lock_problems
from game.story.problems import Problem
from game.story.rulebook.example import small


@rule(
    code="released-id",
    about="Every scene, question and answer of a released version is there, was renamed, or is listed as removed.",
    why="Plays keep answers under these ids. One that is lost without a word stops every play that came to it.",
    example=small(others={f"scenes/{NAME}": "question kettle\n"}),
)
def released_ids(galley: Galley) -> Iterator[Problem]:
    """Ids of the lock that nothing accounts for."""
    yield from lock_problems(lock_of(galley.script), galley.script.shown(NAME), galley.read)


RULES: Final = (released_ids,)
