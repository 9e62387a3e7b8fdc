"""The rulebook: every rule that the reader holds a script against, as data.

A rule stands here once, with its code, its words, its reason and an example that breaks it. What applies it fills
in its words, and nothing else has to know of it. A chapter is opened when a rule of it is first broken, so that
nobody who plays a sound script waits for it: ``rulebook.form.EMPTY(…)``.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.story.rulebook import after, files, form, lessons, names, order, questions, sources, words, writing

__all__ = ["after", "files", "form", "lessons", "names", "order", "questions", "sources", "words", "writing"]
CHAPTERS: Final = (
    "files",
    "writing",
    "form",
    "names",
    "order",
    "questions",
    "lessons",
    "sources",
    "after",
    "words",
)
"""In the order in which they are explained."""


def __getattr__(name: str) -> ModuleType:
    if name in CHAPTERS:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"{__name__} has no chapter {name}")
