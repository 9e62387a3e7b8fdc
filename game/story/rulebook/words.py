"""Rules of the glossary: each word of the trade is explained once, and in words that need no trade."""

from __future__ import annotations

from typing import Final

from game.story.rulebook.example import WORDS, Example, small
from game.story.rulebook.rule import Slip


def _terms(text: str) -> Example:
    """An example with this glossary."""
    return small(others={WORDS: text})


FORM_TAKEN: Final = Slip(
    code="form-taken",
    says="'{form}' stands already under '{term}'; take one out",
    about="A word of the glossary belongs to one term.",
    why="The key that explains it leads to one place.",
    example=_terms(
        "terms:\n  - {id: merge, term: merge, forms: [join], means: To put a change in with all the others.}\n"
        "  - {id: join, term: join, means: To come along.}\n"
    ),
)
TRADE_EXPLAINED: Final = Slip(
    code="trade-explained",
    says="'{word}' is explained under '{term}'; take it out of 'trade'",
    about="A word of the trade that is explained is not listed as one to avoid.",
    why="Lines may use what is explained, and may not use what is under 'trade'.",
    example=_terms("terms:\n  - {id: merge, term: merge, means: To put a change in.}\ntrade: [merge]\n"),
)
TRADE_TWICE: Final = Slip(
    code="trade-twice",
    says="'{word}' stands here a second time",
    about="A word stands once under 'trade'.",
    why="The second says nothing.",
    example=_terms("terms:\n  - {id: merge, term: merge, means: To put a change in.}\ntrade: [commit, Commit]\n"),
)
EXPLAINED_BY_TRADE: Final = Slip(
    code="explained-by-trade",
    says="'{word}' is itself a word of the trade, and no term explains it; say it plainly",
    points_at="word",
    about="A term is explained in plain words, or in words that have a term of their own.",
    why="Whoever opens the glossary is not helped by another word of the trade.",
    example=_terms("terms:\n  - {id: merge, term: merge, means: To commit a change.}\ntrade: [commit]\n"),
)
SEES_ITSELF: Final = Slip(
    code="sees-itself",
    says="'{term}' points at itself",
    about="A term points at other terms.",
    why="The way would lead in a circle.",
    example=_terms("terms:\n  - {id: merge, term: merge, means: To put a change in., see: [merge]}\n"),
)
UNKNOWN_TERM: Final = Slip(
    code="unknown-term",
    says="unknown term '{name}'{advice}",
    about="Every term that another points at is there.",
    why="The way would lead nowhere.",
    example=_terms("terms:\n  - {id: merge, term: merge, means: To put a change in., see: [commit]}\n"),
)
