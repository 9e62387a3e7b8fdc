"""The end of a night in lines: what it came to, the same tower flat by flat, other crews, the night again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from game.freeplay import FreePlay
from game.plain.tower.naming import flats_in_words
from game.plain.tower.words import log_in_words
from game.tower.contrast import Contrast
from game.tower.crowd import WHO
from game.tower.report import STARS_RULE
from game.tower.share import share_text


def ending_in_words(play: FreePlay, crews: Sequence[int]) -> Iterator[str]:
    """The end card. ``crews`` are the minutes of the simulated crews that are done; there may be none."""
    report = play.report(date.today())
    for row in report.rows():
        yield f"{row.label}: {row.value}."
    if report.lost:
        yield report.lost
    yield STARS_RULE
    if crews:
        yield f"{report.among(tuple(crews)).in_words} {WHO}"
    yield "The same tower, flat by flat:"
    yield from report.contrast.said()


def contrast_in_words(contrast: Contrast) -> Iterator[str]:
    """Both ways of lighting a tower, figure by figure."""
    for row in contrast.rows():
        yield f"{row.label}: {row.whole} at once, {row.apart} flat by flat."


def replay_in_words(play: FreePlay) -> Iterator[str]:
    """The night told once more, by somebody who knew."""
    building = play.night.building
    yield f"Faulty at 23:00: {flats_in_words(building, play.night.faults)}."
    yield from log_in_words(play.sitting)


def shared_in_words(play: FreePlay) -> Iterator[str]:
    """The share text, line by line."""
    yield from share_text(play.report(date.today()), ascii_only=True).splitlines()
