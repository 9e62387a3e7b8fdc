"""The card in sentences: the weeks subtracted line by line, the record, the night, the envelopes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.after.calibration import Sealed, calibration_in_words, levels
from game.after.card import Card, Worth
from game.after.reckoning import NightFigures, Reckoning, WeekRow
from game.story.week import NAMES
from game.words import bare, capital, counted, gauges, listed, sentence

ALL_THERE_IS: Final = "That is all there is."


def ending_in_words(card: Card) -> Iterator[str]:
    """How it ends."""
    if card.ending:
        yield sentence(card.ending.title)
        yield f"[imagined] {card.ending.text}" if card.reckoning else card.ending.text


def card_in_words(card: Card) -> Iterator[str]:
    """Everything on the card but its ending, a line each, to be heard."""
    if card.reckoning:
        yield from reckoning_in_words(card.reckoning)
    if card.record:
        yield "On record."
        yield from (f"[{beat.kind}] {beat.text}" for beat in card.record)
    if card.night:
        yield from night_in_words(card.night)
    if card.worth:
        yield worth_in_words(card.worth)
    if card.sealed:
        yield "Your envelopes."
        yield from map(sealed_in_words, card.sealed)
        yield from calibration_in_words(levels(card.sealed))
    yield card.provenance


def reckoning_in_words(sums: Reckoning) -> Iterator[str]:
    """The evenings, subtracted week by week."""
    if not sums.weeks:
        return
    yield f"{capital(counted(sums.evenings, 'evening'))} to begin with. {gauges(sums.began)}"
    yield from map(week_in_words, sums.weeks)
    yield f"What is left: {counted(sums.own, 'evening')} of your own. {gauges(sums.now)}"


def week_in_words(row: WeekRow) -> str:
    """A week, subtracted: *Week 2, Half past five: less 3 worked late, 43 left. 1 corner cut. Rest less 2*."""
    name = ", ".join(filter(None, (f"Week {row.week}", row.title)))
    late = f"less {row.late} worked late, {row.left} left" if row.late else f"none worked late, {row.left} left"
    cut = f" {capital(counted(row.corners, 'corner'))} cut." if row.corners else ""
    moved = [f"{gauge} {_moved(change)}" for gauge, change in zip(NAMES, row.changes, strict=True) if change]
    return f"{name}: {late}.{cut} {sentence(listed(moved)) if moved else 'No gauge has moved.'}"


def _moved(change: int) -> str:
    return f"{'plus' if change > 0 else 'less'} {abs(change)}"


def night_in_words(night: NightFigures, whose: str = "Your") -> Iterator[str]:
    """The last night in figures."""
    by = "the crew finished it" if night.crew else "the tower was lit"
    yield f"{whose} night: {by} at {night.clock}, {counted(night.minutes, 'minute')} after 23:00."
    if night.throws:
        dark = f"That cost {night.dark:,} flat-minutes of darkness: dark flats times minutes."
        times = "once" if night.throws == 1 else f"{night.throws} times"
        yield f"The switch was thrown {times} in vain. {dark}"
    else:
        yield "The switch was never thrown in vain."
    if night.hints:
        yield f"{capital(counted(night.hints, 'hint'))} asked for."


def worth_in_words(worth: Worth) -> str:
    """Both answers side by side. Nothing is said of them."""
    low, high = worth.ends
    both = worth.before and worth.after
    told = [
        f"{value} of 5{f' {when}' if both else ''}"
        for when, value in (("before", worth.before), ("after", worth.after))
        if value
    ]
    return f"Was it worth it? You said {listed(told) or 'nothing'}, where 1 is {bare(low)} and 5 is {bare(high)}."


def sealed_in_words(each: Sealed) -> str:
    """An envelope: what was asked, guessed and found."""
    guess = f"You said {each.said}{each.guess.how_sure}."
    if not each.opened:
        return f"{each.question.text} {guess} Still sealed."
    return f"{each.question.text} {guess} The record: {each.record}. {capital(each.verdict)}."
