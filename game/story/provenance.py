"""Provenance: every line says where it comes from, and what it says is held against the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from game.story.beat import Beat, Explained, Imagined, Outside, Quoted, Reported, Worked
from game.story.figures import CALENDAR_NAMES, capitalised, figures, names
from game.story.ledger import AnyEntry, Derived, Fact, Ledger, Retelling
from game.story.ledger import Outside as OutsideEntry
from game.story.model import Path
from game.story.problems import Said, did_you_mean
from game.story.rulebook import sources

_QUOTATION: Final = re.compile(r"“([^”]*)”")
_STRAIGHT: Final = re.compile(r'"([^"]*)"')
"""What is typed as a quotation, and to be held against the ledger like one."""
_MAY_CITE: Final[dict[type[Beat], tuple[type, ...]]] = {
    Quoted: (Fact,),
    Reported: (Fact,),
    Worked: (Derived, Fact),
    Outside: (OutsideEntry, Retelling),
    Explained: (),
    Imagined: (),
}
_WORD_FOR: Final[dict[type, str]] = {
    Fact: "a fact of the articles",
    Derived: "a worked figure",
    OutsideEntry: "an outside fact",
    Retelling: "a retelling",
}

Remark = tuple[Path, Said]
"""Where in a beat, and what is wrong."""


class Provenance:
    """Holds beats against one ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    @cached_property
    def known_names(self) -> frozenset[str]:
        """Every name the ledger uses, and the months and weekdays."""
        found: set[str] = set(CALENDAR_NAMES)
        for entry in self.ledger.by_id.values():
            found |= names(entry.support, frozenset())
        return frozenset(found)

    @cached_property
    def people(self) -> frozenset[str]:
        """The real people the ledger names; no imagined line may."""
        author = self.ledger.find("author-calvin-french-owen")
        return frozenset(names(author.support, frozenset()) if author else ())

    def remarks(self, beat: Beat) -> Iterator[Remark]:
        """Everything a beat says that its citations do not carry."""
        entries = []
        for index, name in enumerate(beat.cites):
            entry = self.ledger.find(name)
            if entry is None:
                advice = did_you_mean(name, self.ledger.by_id)
                yield ("cites", index), sources.UNKNOWN_FACT(name=name, advice=advice)
                continue
            if not isinstance(entry, _MAY_CITE[type(beat)]):
                yield ("cites", index), self._may_not_cite(beat, entry)
            entries.append(entry)
        if len(entries) < len(beat.cites):
            return
        match beat:
            case Imagined():
                yield from self._no_people(beat)
            case Explained():
                pass
            case _:
                yield from self._carried(beat, entries)

    def _may_not_cite(self, beat: Beat, entry: AnyEntry) -> Said:
        allowed = [_WORD_FOR[kind] for kind in _MAY_CITE[type(beat)]]
        if not allowed:
            return sources.CITES_NOTHING(kind=beat.kind)
        return sources.CITES_WRONG_KIND(
            name=entry.id, what=_WORD_FOR[type(entry)], kind=beat.kind, allowed=" or ".join(allowed)
        )

    def _no_people(self, beat: Beat) -> Iterator[Remark]:
        for name in sorted(self.people.intersection(names(beat.text, self.people))):
            yield ("text",), sources.REAL_PERSON(name=name)

    def _carried(self, beat: Beat, entries: list[AnyEntry]) -> Iterator[Remark]:
        if not entries:
            yield ("text",), sources.NO_CITES(kind=beat.kind)
            return
        if isinstance(beat, Worked) and not any(isinstance(entry, Derived) for entry in entries):
            yield ("cites",), sources.WORKED_WITHOUT_FIGURE()
        support = " ".join(self._support(entries))
        for figure in figures(beat.text).lacking_in(figures(support)):
            yield ("text",), sources.FIGURE_NOT_CITED(figure=figure, written=_written(figure, beat.text))
        carried = capitalised(support)
        for name in sorted(names(beat.text, self.known_names) - carried):
            yield ("text",), sources.NAME_NOT_CITED(name=name)
        yield from self._quotations(beat, entries)

    def _support(self, entries: list[AnyEntry]) -> Iterator[str]:
        for entry in entries:
            for below in self.ledger.behind(entry.id):
                yield below.support

    def _quotations(self, beat: Beat, entries: list[AnyEntry]) -> Iterator[Remark]:
        phrases = {_plain(e.quoted_phrase) for e in entries if isinstance(e, Fact) and e.quoted_phrase}
        quotations = _QUOTATION.findall(beat.text)
        if isinstance(beat, Quoted) and not quotations:
            yield ("text",), sources.QUOTATION_MISSING()
        for quotation in (*quotations, *_STRAIGHT.findall(beat.text)):
            if _plain(quotation) not in phrases:
                yield ("text",), sources.QUOTATION_WRONG(quotation=quotation)


def _written(figure: str, text: str) -> str:
    """The words of a text that say a figure: *half past four* for 4:30."""
    words, nothing = text.split(), figures("")
    runs = (" ".join(words[at : at + count]) for count in range(1, 5) for at in range(len(words) + 1 - count))
    return next((run.strip(".,;:!?“”") for run in runs if figure in figures(run).lacking_in(nothing)), figure)


def _plain(phrase: str) -> str:
    return phrase.replace("’", "'").rstrip(".,")
