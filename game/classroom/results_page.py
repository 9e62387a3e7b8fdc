"""The results on a page for a wall or a colleague: the class's tower, every question with its bars, the record.

It holds counts and nothing of anybody: what is not broken down at the front is not broken down here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from game.after.blocks import Block, Drawing, Heading, Labelled, Listed, Marked, Said, Tallies, Tally
from game.after.card import Card, card_of
from game.after.elevation import elevation
from game.after.share import heading, share_text
from game.after.spoken import night_in_words
from game.classroom.board import FEW
from game.classroom.results import Taken, answer_above
from game.run import Run
from game.story.beat import PROVENANCE, Beat
from game.words import capital, counted

MANY: Final = 6
"""Options up to which those that nobody took are shown as well."""
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
KEY: Final = "Where a class has voted twice, the open bars are the first vote and the solid ones the second. "
FEW_VOTES: Final = (
    f"Rounds of fewer than {FEW} votes are not broken down, nor is there anything here of any one person."
)
LEFT_OUT: Final = f" Of more than {MANY} answers, those that nobody gave are left out."


def page(run: Run, results: Sequence[Taken], on: dt.date) -> Iterator[Block]:
    """The page of a class that was held on this day."""
    card, records = card_of(run), _records(run)
    asked = [list(moves) for _, moves in groupby(results, key=lambda taken: taken.question)]
    yield Heading(f"{card.title}, played by a class", 1)
    yield Said(f"{run.name}, {on.day} {on:%B %Y}. {_voted(results, len(asked))}", faint=True)
    yield from _tower(card)
    if run.story.spine.discussion:
        yield Heading("To ask at home")
        yield Listed(run.story.spine.discussion)
    if asked:
        yield Heading("What the room said")
        yield Tallies(tuple(_tally(moves, records) for moves in asked))
    if card.over and card.record:
        yield Heading("On record")
        yield Marked(tuple((PROVENANCE[beat.kind].mark, beat.text) for beat in card.record))
    twice = any(len(_cast(taken)) > 1 for taken in results)
    left_out = any(len(result.bars) > MANY for taken in results for result in taken.rounds)
    yield Said(f"{KEY if twice else ''}{FEW_VOTES}{LEFT_OUT if left_out else ''} {card.provenance}", faint=True)


def _voted(results: Sequence[Taken], questions: int) -> str:
    most = max((result.votes for taken in results for result in taken.rounds), default=0)
    if not most:
        return "Nothing was voted on."
    return f"{capital(counted(questions, 'question'))} put to the vote, up to {counted(most, 'vote')} each."


def _tower(card: Card) -> Iterator[Block]:
    """How it ended, beside the tower that the class has built."""
    made_up = PROVENANCE["imagined"].mark
    yield Drawing(share_text(card), elevation(card.state, keyed=card.reckoning is not None))
    yield Heading(capital(heading(card)))
    if card.ending:
        yield Marked(((made_up if card.reckoning else PROVENANCE["explained"].mark, card.ending.text),))
    figures = (f"{capital(figure.label)}: {figure.value}".replace(" ", NO_BREAK) for figure in card.figures)
    yield Said(" · ".join(figures))
    if card.night:
        yield Marked(tuple((made_up, line) for line in night_in_words(card.night, "The class’s")))


def _records(run: Run) -> dict[str, str]:
    """What was found in every envelope that was opened, by its id, in the words of the story."""
    told = [beat for moment in (*(moment for moment, _ in run.past()), run.now()) for beat in moment.beats]
    opened = (beat for beat in told if isinstance(beat, Beat) and beat.opens)
    return {beat.opens: f"{PROVENANCE[beat.kind].mark} {beat.text}" for beat in opened if beat.opens}


def _cast(taken: Taken) -> list[int]:
    return [result.votes for result in taken.rounds if result.votes]


def _tally(moves: Sequence[Taken], records: dict[str, str]) -> Tally:
    """A question, or all moves in a question that stays until something is found or lit."""
    first, *others = moves
    if others:
        made = (Labelled(f"{number}", _move(taken)) for number, taken in enumerate(moves, 1))
        return Tally(first.text, (), (), tuple(made))
    rounds = [result for result in first.rounds if result.votes]
    broken = [result for result in rounds if result.bars]
    bars = broken[-1].bars if broken else ()
    counts = [{bar.text: bar.count for bar in result.bars} for result in broken]
    rows = [(bar.text, tuple(each.get(bar.text, 0) for each in counts)) for bar in bars]
    shown = rows if len(rows) <= MANY else [row for row in rows if any(row[1])]
    answer = answer_above(rounds[-1]) if rounds else ""
    said = [Labelled("The room", answer)] if answer else []
    if first.question in records:
        said.append(Labelled("The record", records[first.question]))
    return Tally(first.text, tuple(result.votes for result in rounds), tuple(shown), tuple(said))


def _move(taken: Taken) -> str:
    """One move, and how many were for it."""
    last = taken.rounds[-1]
    for_it = next((bar.count for bar in last.bars if bar.text == last.answer), 0)
    return f"{last.answer}: {for_it} of {counted(last.votes, 'vote')}" if for_it else last.answer
