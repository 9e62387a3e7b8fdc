"""What the weeks of a spine must keep to: the line of a week that is passed is short, made up, and has its id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.story.after_rules import SpineSheet
from game.story.beat import Beat, Imagined
from game.story.model import Week, parts_of
from game.story.problems import Problem, Said
from game.story.provenance import Provenance
from game.story.questions import Question
from game.story.rulebook import form, names
from game.story.rules import Sheet
from game.story.story import week_line_id

MOST_WORDS: Final = 8
"""Words of the longest line: seven weeks can pass on one screen, which holds sixty."""


def week_problems(spine: SpineSheet, sheets: list[Sheet], provenance: Provenance | None) -> Iterator[Problem]:
    """What is wrong with the lines of weeks, and steps that have the id of one."""
    for index, week in enumerate(spine.spine.weeks):
        for said in _wrong(week, provenance):
            yield spine.problem(("weeks", index, "montage"), said)
    kept = {week_line_id(week.number) for week in spine.spine.weeks if week.montage}
    for sheet in sheets:
        for path, part in parts_of(sheet.scene):
            if isinstance(part, Beat | Question) and part.id in kept:
                yield sheet.problem((*path, "id"), names.WEEK_LINE_ID(name=part.id))


def _wrong(week: Week, provenance: Provenance | None) -> Iterator[Said]:
    if not week.montage:
        return
    if (words := len(week.montage.split())) > MOST_WORDS:
        yield form.TOO_MANY_WORDS(words=words, what="a week passes in", most=MOST_WORDS)
    if provenance is not None:
        line = Imagined(id=week_line_id(week.number), text=week.montage)
        yield from (said for _, said in provenance.remarks(line))
