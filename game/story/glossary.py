"""The glossary: the words of the trade, each in words that need no trade.

A term is found by looking words up, the longest run of them first. No pattern is made of all terms: compiling one
would keep the first screen waiting, and looking up is quick enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Annotated, Final, NamedTuple

import msgspec
from msgspec import Meta

from game.story.step import Id, Text

Form = Annotated[str, Meta(pattern=r"^[A-Za-z]+([ -][A-Za-z]+)*$", max_length=40)]

_WORD: Final = re.compile(r"“[^”]*”?|[^\W_]+(?:-[^\W_]+)*")
_QUOTE: Final = "“"


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word of the trade that players are told the meaning of.

    ``id`` is what other terms call it, and stays when the words change. ``term`` is the word, or the few words, as
    the glossary lists it. ``forms`` are other forms that count as the term, such as *deploys* and *deployed*.
    ``means`` is what it is, in at most forty plain words, with a picture that anybody has seen. ``see`` are the
    ids of terms that belong to it.
    """

    id: Id
    term: Form
    forms: tuple[Form, ...] = ()
    means: Text
    see: tuple[Id, ...] = ()


class Span(NamedTuple):
    """A term in a text, from the character ``start`` up to but not including ``end``."""

    start: int
    end: int
    term: Term


class Glossary(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """All terms, as glossary.yaml holds them.

    ``terms`` are the words that are explained. ``trade`` is every other word of the trade we could think of: a
    line uses none of them, or it becomes a term.
    """

    terms: tuple[Term, ...] = ()
    trade: tuple[Form, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Term]:
        """Every term under its id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def listed(self) -> tuple[Term, ...]:
        """All terms in alphabetical order."""
        return tuple(sorted(self.terms, key=lambda term: term.term.lower()))

    @cached_property
    def _forms(self) -> dict[str, Term]:
        return {form.lower(): term for term in self.terms for form in (term.term, *term.forms)}

    @cached_property
    def _trade(self) -> dict[str, str]:
        return {word.lower(): word for word in self.trade}

    def find(self, typed: str) -> Term | None:
        """The term that somebody means by a word, in whatever form and letters."""
        return self._forms.get(_plain(typed)) or self.by_id.get(_plain(typed))

    def terms_in(self, text: str) -> list[Span]:
        """Every term in a text, from its beginning.

        Whole words only, the longest run of them, in small letters or large. What stands between “ and ” is
        somebody else's and is left alone.
        """
        return [Span(start, end, self._forms[key]) for start, end, key in _found(text, self._forms)]

    def unglossed(self, text: str) -> list[str]:
        """The words of the trade in a text that no term explains, as they stand there; quoted ones too."""
        known = {**self._trade, **self._forms}
        text = text.replace(_QUOTE, " ")
        return [text[start:end] for start, end, key in _found(text, known) if key in self._trade]


def terms_of(texts: Iterable[str], glossary: Glossary) -> list[Term]:
    """The terms that texts use, each once, in the order in which they come."""
    found = {span.term.id: span.term for text in texts for span in glossary.terms_in(text)}
    return list(found.values())


def _found(text: str, known: Mapping[str, object]) -> Iterator[tuple[int, int, str]]:
    """Where the longest runs of words stand that are keys of ``known``, and which keys they are."""
    words = [each.span() for each in _WORD.finditer(text) if each[0][0] != _QUOTE]
    longest = max((key.count(" ") for key in known), default=0) + 1
    at = 0
    while at < len(words):
        start = words[at][0]
        for count in range(min(longest, len(words) - at), 0, -1):
            end = words[at + count - 1][1]
            key = _plain(text[start:end])
            if key in known:
                yield start, end, key
                at += count - 1
                break
        at += 1


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
