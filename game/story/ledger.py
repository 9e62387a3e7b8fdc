"""The ledger: every claim the story may make about the sprint, and where each comes from."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from game.story.step import Id, Text

ArticleName = Literal["pt", "vi"]


class Article(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the two articles the story is drawn from."""

    name: str
    language: str
    address: str = ""


class Place(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where an article says it. Paragraph 0 is the headline or the page around the text."""

    article: ArticleName
    paragraph: Annotated[int, Meta(ge=0)]
    part: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every entry of the ledger has."""

    id: Id

    @property
    def support(self) -> str:
        """The words and figures that a line citing this entry may use."""
        raise NotImplementedError


class Fact(Entry, frozen=True, kw_only=True):
    """Something the articles say, in our own words.

    ``agreement`` is how the two stand to each other; ``quoted_phrase`` at most eight of the author's own words.
    """

    statement: Text
    kind: Literal["event", "figure", "schedule", "definition", "analogy", "background", "judgment"]
    said_by: str
    sources: Annotated[tuple[Place, ...], Meta(min_length=1)]
    agreement: Literal["same", "only-pt", "only-vi", "differs"]
    differs_how: str = ""
    quoted_phrase: str = ""
    figures: dict[str, str | tuple[str, ...]] = {}

    @property
    def support(self) -> str:
        figures = " ".join(value if isinstance(value, str) else " ".join(value) for value in self.figures.values())
        return f"{self.statement} {self.quoted_phrase} {figures}"


class Derived(Entry, frozen=True, kw_only=True):
    """A figure we worked out: the arithmetic, and the entries it rests on."""

    statement: Text
    formula: Text
    inputs: Annotated[tuple[Id, ...], Meta(min_length=1)]

    @property
    def support(self) -> str:
        return f"{self.statement} {self.formula}"


class Outside(Entry, frozen=True, kw_only=True):
    """Something known from beyond the two articles, and where it was found."""

    statement: Text
    sources: Annotated[tuple[Text, ...], Meta(min_length=1)]

    @property
    def support(self) -> str:
        return self.statement


class Retelling(Entry, frozen=True, kw_only=True):
    """How another telling went wrong, shown as a specimen and not with scorn."""

    address: Text
    it_says: Text
    evidence: Text
    error: Text

    @property
    def statement(self) -> str:
        """What that telling says."""
        return self.it_says

    @property
    def support(self) -> str:
        return f"{self.it_says} {self.evidence} {self.error}"


AnyEntry = Fact | Derived | Outside | Retelling


class Ledger(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """All entries, by kind, as ``assets/facts.yaml`` holds them."""

    articles: dict[ArticleName, Article]
    facts: tuple[Fact, ...]
    derived: tuple[Derived, ...] = ()
    outside: tuple[Outside, ...] = ()
    retellings: tuple[Retelling, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, AnyEntry]:
        """Every entry under its id."""
        entries: tuple[AnyEntry, ...] = (*self.facts, *self.derived, *self.outside, *self.retellings)
        return {entry.id: entry for entry in entries}

    def find(self, entry_id: str) -> AnyEntry | None:
        """The entry with this id, if there is one."""
        return self.by_id.get(entry_id)

    def behind(self, entry_id: str) -> tuple[AnyEntry, ...]:
        """An entry and, for a worked figure, every entry it rests on, however far down."""
        entry = self.find(entry_id)
        if entry is None:
            return ()
        inputs = entry.inputs if isinstance(entry, Derived) else ()
        return (entry, *(below for name in inputs for below in self.behind(name)))
