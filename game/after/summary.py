"""The summary: a play on one page for paper, and a second page with five questions and their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.after.blocks import Asking, Block, Drawing, Heading, Listed, Marked, NewPage, Said, Table, Turned
from game.after.calibration import Sealed, calibration_in_words, levels
from game.after.card import Card, card_of
from game.after.picture import picture
from game.after.recall import questions_of
from game.after.reckoning import Reckoning
from game.after.share import heading, share_text
from game.after.spoken import night_in_words, worth_in_words
from game.run import Run
from game.sources import articles_of
from game.story.beat import PROVENANCE, Beat
from game.story.ledger import AnyEntry, Outside, Retelling
from game.story.model import Scene
from game.story.story import Story
from game.story.week import NAMES
from game.words import bare, capital

_LETTERS: Final = "abcdefghi"
_HOST: Final = re.compile(r"https?://(?:www\.)?([^\s/,()]+)")


def summary(run: Run) -> Iterator[Block]:
    """The summary of a play, over or not, block by block."""
    card = card_of(run)
    yield Heading(f"{card.title}: {heading(card)}", 1)
    if card.ending:
        yield Marked(((PROVENANCE["imagined" if card.reckoning else "explained"].mark, card.ending.text),))
    yield Drawing(share_text(card), picture(card))
    yield from _beside(card)
    if card.reckoning and card.reckoning.weeks:
        yield from _weeks(card.reckoning)
    if card.sealed:
        yield from _envelopes(card.sealed)
    yield from _sources(run, card)
    if run.story.recall:
        yield from _recall(run.story, run.story.recall)


def _weeks(sums: Reckoning) -> Iterator[Block]:
    yield Heading("The weeks, subtracted")
    began, now = ((each.rest, each.home, each.craft) for each in (sums.began, sums.now))
    rows = [("", "to begin with", f"{sums.evenings}", "", *map(str, began))]
    for row in sums.weeks:
        late = f"−{row.late}" if row.late else "0"
        name = ", ".join(filter(None, (f"week {row.week}", row.title)))
        rows.append((late, name, f"{row.left}", f"{row.corners}", *map(_signed, row.changes)))
    rows.append(("", "what is left", f"{sums.own}", f"{sums.corners}", *map(str, now)))
    head = ("late", "", "evenings", "corners", *NAMES)
    yield Table(head, tuple(rows), figures=(0, 2, 3, 4, 5, 6))


def _signed(change: int) -> str:
    return f"+{change}" if change > 0 else f"−{-change}" if change else "0"


def _beside(card: Card) -> Iterator[Block]:
    if card.record:
        yield Heading("On record")
        yield Marked(tuple((PROVENANCE[beat.kind].mark, beat.text) for beat in card.record))
    made_up = PROVENANCE["imagined"].mark
    if card.night:
        yield Heading("Your night")
        yield Marked(tuple((made_up, line) for line in night_in_words(card.night)))
    if card.worth:
        yield Said(worth_in_words(card.worth))


def _envelopes(sealed: tuple[Sealed, ...]) -> Iterator[Block]:
    yield Heading("Your guesses beside the record")
    rows = [(e.question.text, e.said, f"{e.guess.sure or '–'}", e.record or "–", e.verdict) for e in sealed]
    yield Table(("asked", "you said", "sure", "on record", ""), tuple(rows), figures=(2,))
    first, *_ = [*calibration_in_words(levels(sealed)), ""]
    if first:
        yield Said(first)


def _sources(run: Run, card: Card) -> Iterator[Block]:
    ledger = run.story.ledger
    yield Heading("Where it comes from")
    rest = "Two articles retell one post. What is reported, quoted or worked out rests on them."
    both = rest if ledger.articles else ""
    yield Said(" ".join(filter(None, (card.provenance, both))))
    if articles := articles_of(ledger):
        yield Listed(tuple(articles))
    told = [beat for each in (*(moment for moment, _ in run.past()), run.now()) for beat in each.beats]
    cited = dict.fromkeys(name for beat in (*told, *card.record) for name in beat.cites)
    hosts = dict.fromkeys(host for name in cited for host in _hosts(ledger.find(name)))
    if hosts:
        yield Said(f"From beyond the two articles: {', '.join(hosts)}.", faint=True)
    yield Said(f"Every source in full, line by line: seven-weeks export {card.name}", faint=True)


def _hosts(entry: AnyEntry | None) -> Iterator[str]:
    """The sites at which an entry was found, if it comes from beyond the two articles."""
    match entry:
        case Outside(sources=sources):
            yield from (found[1] for source in sources for found in _HOST.finditer(source))
        case Retelling(address=address):
            yield from (found[1] for found in _HOST.finditer(address))


def _recall(story: Story, scene: Scene) -> Iterator[Block]:
    yield NewPage()
    yield Heading(f"{story.spine.title}: {scene.title}", 1)
    yield Said("Ask them in a few days, without looking anything up.", faint=True)
    questions = questions_of(scene)
    for number, question in enumerate(questions, 1):
        answers = tuple(f"{letter}) {each.text}" for letter, each in zip(_LETTERS, question.answers, strict=False))
        unit = question.unit and f" ({question.unit})"
        yield Asking(number, f"{question.text}{unit}", answers)
    yield Turned()
    yield Heading("The answers")
    told = {beat.opens: beat for beat in scene.beats if isinstance(beat, Beat) and beat.opens}
    items = []
    for question in questions:
        beat = told[question.id]
        right = capital(bare(question.in_words(question.right)))
        items.append(f"{right}. {PROVENANCE[beat.kind].mark} {beat.text}")
    yield Listed(tuple(items), numbered=True)
