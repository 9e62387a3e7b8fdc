"""A plan: a play of the story that is meant to stay as it is, in the few lines that matter."""

from __future__ import annotations

from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta

from game.story.calendar import Cut
from game.story.condition import Condition
from game.story.step import Id, Label

FOLDER: Final = "plans"
"""The folder beside the scenes that plans lie in."""

LISTS: Final = frozenset({"sees", "misses", "open", "struck"})
"""The keys under which a list may stand."""

Ids = Id | Annotated[tuple[Id, ...], Meta(min_length=1)]
"""One id, or a list of them."""


class PlanStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is looked for next, further on in the play. Of several keys it is looked for in the order given here.

    ``at`` is the id of the scene that begins; what follows has to happen in it, up to the next such step.
    ``misses`` is the id of a line that is not told from here to the end of the scene, or a list of them; ``sees``
    is the id of a line that is told, or a list of them. ``asks`` is the id of the question that is asked;
    ``open`` is the id of an option that can be taken, or a list of them; ``struck`` is the id of an option that
    is shown struck out, or a list of them. ``holds`` is a condition on what the play has come to. ``select`` is
    what is answered: an option, a number, whatever the kind of question takes. ``ending`` is the id of the ending
    to which the rest of the play comes.
    """

    at: Id | None = None
    misses: Ids | None = None
    sees: Ids | None = None
    asks: Id | None = None
    open: Ids | None = None
    struck: Ids | None = None
    holds: Condition | None = None
    select: Any = None
    ending: Id | None = None

    @property
    def keys(self) -> list[str]:
        """The keys that stand in it, in their order."""
        return [name for name in self.__struct_fields__ if getattr(self, name) is not None]


class Plan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A plan, a file of its own.

    ``plan`` is what it is about; ``cut`` is the version of the story that is played; ``facts_only`` is true where
    what is made up is left out; ``seed`` is what random draws come from; ``otherwise`` is the bot that answers
    what no step does; ``steps`` are what has to happen, in this order.
    """

    plan: Label
    cut: Cut = "full"
    facts_only: bool = False
    seed: int = 1
    otherwise: Id = "careful"
    steps: Annotated[tuple[PlanStep, ...], Meta(min_length=1)]


def ids_of(ids: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """One id or several, as several."""
    return (ids,) if isinstance(ids, str) else ids or ()
