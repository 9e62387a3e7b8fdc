"""The ledger: every claim the story may make about the sprint, and where each comes from."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from game.story.step import Id, Text

ArticleName = Literal["pt", "vi"]


class Article(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the two articles the story is drawn from.

    ``name`` is what the game calls it; ``language`` is the one it is written in; ``address`` is where it can be
    read.
    """

    name: str
    language: str
    address: str = ""


class Place(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where an article says it.

    ``article`` is which of the two; ``paragraph`` is counted from 1 in its body, and 0 is the headline or the
    page around the text. ``part`` is for saying more of the place, if need be.
    """

    article: ArticleName
    paragraph: Annotated[int, Meta(ge=0)]
    part: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every entry of the ledger has: ``id`` is what lines cite, and stays when the words change."""

    id: Id

    @property
    def support(self) -> str:
        """The words and figures that a line citing this entry may use."""
        raise NotImplementedError


class Fact(Entry, frozen=True, kw_only=True):
    """Something the articles say.

    ``statement`` is what they say, in our own words; ``kind`` is what sort of claim it is. ``said_by`` is whose
    claim it is; ``sources`` are the places where the articles make it. ``agreement`` is how the two stand to each
    other; ``differs_how`` is what each says where they differ. ``quoted_phrase`` is at most eight of the author's
    own words. ``figures`` are its numbers, times and dates in a plain form, each in quotes.
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
    """A figure we worked out.

    ``statement`` is that figure in a sentence; ``formula`` is the arithmetic; ``inputs`` are the ids of the
    entries it rests on.
    """

    statement: Text
    formula: Text
    inputs: Annotated[tuple[Id, ...], Meta(min_length=1)]

    @property
    def support(self) -> str:
        return f"{self.statement} {self.formula}"


class Outside(Entry, frozen=True, kw_only=True):
    """Something known from beyond the two articles.

    ``statement`` is what is known, in a sentence; ``sources`` are where it was found.
    """

    statement: Text
    sources: Annotated[tuple[Text, ...], Meta(min_length=1)]

    @property
    def support(self) -> str:
        return self.statement


class Retelling(Entry, frozen=True, kw_only=True):
    """How another telling went wrong, shown as a specimen and not with scorn.

    ``address`` is where it can be read; ``it_says`` is what it tells; ``evidence`` is what stands against
    that; ``error`` is what sort of slip it was.
    """

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
    """All entries, by kind, as facts.yaml holds them.

    ``articles`` are the two it is drawn from. ``facts`` is what they say. ``derived`` is what we worked out
    from that. ``outside`` is what is known from beyond them. ``retellings`` are other tellings that went
    wrong.
    """

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
        found: dict[str, AnyEntry] = {}
        waiting = [entry_id]
        while waiting:
            name = waiting.pop()
            entry = self.find(name)
            if entry is not None and name not in found:
                found[name] = entry
                waiting += reversed(entry.inputs if isinstance(entry, Derived) else ())
        return tuple(found.values())
