"""Sources: what stands behind a line, in words that every face can show.

Pure. A note is the ledger's entry told to a player: what it states, where that stands, how the two articles
differ, the author's own words, the arithmetic, the addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Final, NamedTuple

from game.story.beat import AnyBeat
from game.story.ledger import AnyEntry, Derived, Entry, Fact, Ledger, Outside, Place, Retelling
from game.words import capital, listed, sentence

FOUND_AT: Final = "found at"
"""The label of an address."""
FORMULA: Final = "formula"
"""The label of arithmetic."""
_OWN_VOICE: Final = "article (its own voice)"


class Line(NamedTuple):
    """One thing to know of a source: what kind of thing it is, in a word or two, and the thing."""

    label: str
    text: str


class SourceNote(NamedTuple):
    """One entry of the ledger, told. ``lines`` has all of it, in the order in which it is best read."""

    id: str
    statement: str
    lines: tuple[Line, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where it can be looked up."""
        return tuple(line.text for line in self.lines if line.label == FOUND_AT)


def sources_of(beat: AnyBeat, ledger: Ledger) -> list[SourceNote]:
    """A note for every entry that a line rests on, in the order in which it cites them."""
    entries = (ledger.find(name) for name in beat.cites)
    return [note_of(entry, ledger) for entry in entries if entry is not None]


def note_of(entry: AnyEntry, ledger: Ledger) -> SourceNote:
    """An entry of the ledger, told."""
    return SourceNote(entry.id, spelt_out(entry.statement, ledger), tuple(_lines(entry, ledger)))


def articles_of(ledger: Ledger) -> list[str]:
    """The articles themselves, each with its address where it has one."""
    return [
        f"{capital(article.name)}: {article.address or 'no address of it is known'}"
        for article in ledger.articles.values()
    ]


def spelt_out(text: str, ledger: Ledger) -> str:
    """A text of the ledger as it is shown, in “ and ”, and with its short names for the articles written out.

    *PT* is the Portuguese article.
    """
    text = re.sub(r'"([^"]*)"', r"“\1”", text)
    articles = {code.upper(): article for code, article in ledger.articles.items()}
    if not articles:
        return text
    short = re.compile(rf"\b([Tt]he )?({'|'.join(articles)})\b( article| page)?")

    def name(found: re.Match[str]) -> str:
        the, code, noun = found.groups()
        starts = found.start() == 0 or text[: found.start()].endswith(". ")
        return f"{'The' if starts or the == 'The ' else 'the'} {articles[code].language}{noun or ' article'}"

    return short.sub(name, text)


def where(fact: Fact, ledger: Ledger) -> str:
    """Where a fact stands: *the Portuguese article, paragraphs 1 and 4; the Vietnamese article, paragraph 3*."""
    places: dict[str, list[Place]] = {}
    for place in fact.sources:
        places.setdefault(_name(place.article, ledger), []).append(place)
    return "; ".join(f"{name}, {_spots(found)}" for name, found in places.items())


def _name(code: str, ledger: Ledger) -> str:
    return next((article.name for known, article in ledger.articles.items() if known == code), code.upper())


def _spots(places: Iterable[Place]) -> str:
    special = [place for place in places if place.part or not place.paragraph]
    plain = [str(place.paragraph) for place in places if place not in special]
    spots = [f"paragraph{'s' if len(plain) > 1 else ''} {listed(plain)}"] if plain else []
    for place in special:
        part = place.part or "headline"
        spots.append(f"{part} paragraph {place.paragraph}" if place.paragraph else part)
    return listed(spots)


@singledispatch
def _lines(entry: Entry, ledger: Ledger) -> Iterator[Line]:
    raise NotImplementedError(type(entry))


@_lines.register
def _(entry: Fact, ledger: Ledger) -> Iterator[Line]:
    yield Line("ledger", sentence(spelt_out(entry.statement, ledger)))
    yield Line("where", sentence(capital(where(entry, ledger))))
    if entry.said_by not in (_OWN_VOICE, *(place.part for place in entry.sources)):
        yield Line("said by", sentence(entry.said_by))
    yield Line("compared", _compared(entry, ledger))
    if entry.quoted_phrase:
        yield Line("in his words", f"“{entry.quoted_phrase}”")
    for code in dict.fromkeys(place.article for place in entry.sources):
        article = ledger.articles.get(code)
        if article is not None and article.address:
            yield Line(FOUND_AT, article.address)


@_lines.register
def _(entry: Derived, ledger: Ledger) -> Iterator[Line]:
    yield Line("worked out", sentence(spelt_out(entry.statement, ledger)))
    yield Line(FORMULA, entry.formula)
    below = ledger.behind(entry.id)[1:]
    for other in dict.fromkeys(each.id for each in below):
        found = ledger.find(other)
        if found is not None:
            place = f" ({where(found, ledger)})" if isinstance(found, Fact) else ""
            statement = spelt_out(found.statement, ledger)
            yield Line("from", sentence(f"{statement.rstrip('.')}{place}" if place else statement))


@_lines.register
def _(entry: Outside, ledger: Ledger) -> Iterator[Line]:
    yield Line("from elsewhere", sentence(spelt_out(entry.statement, ledger)))
    for source in entry.sources:
        yield Line(FOUND_AT, source)


@_lines.register
def _(entry: Retelling, ledger: Ledger) -> Iterator[Line]:
    yield Line("a retelling", sentence(f"It {spelt_out(entry.it_says, ledger)}"))
    yield Line("against it", sentence(capital(spelt_out(entry.evidence, ledger))))
    yield Line("the slip", sentence(capital(entry.error)))
    yield Line(FOUND_AT, entry.address)


def _compared(fact: Fact, ledger: Ledger) -> str:
    match fact.agreement:
        case "same":
            return "Both articles have it."
        case "differs":
            return sentence(capital(spelt_out(fact.differs_how, ledger)))
        case alone:
            return f"Only {_name(alone.removeprefix('only-'), ledger)} has it."
