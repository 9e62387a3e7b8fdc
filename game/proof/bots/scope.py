"""The scope of a cut: every line that some play of it can be told, every answer that some play can give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.proof.legs import UNCOUNTED, Legs
from game.story.beat import Beat
from game.story.calendar import Cut
from game.story.model import parts_of
from game.story.questions import AnyQuestion, Choose, Find, Spend
from game.story.story import Story


class Scope(NamedTuple):
    """The ids of lines, and answers as :func:`game.proof.bots.bot.names_of` calls them, in reading order."""

    lines: tuple[str, ...]
    answers: tuple[str, ...]


def scope_of(story: Story, cut: Cut) -> Scope:
    """All that plays of a cut can meet, as far as the script itself tells."""
    legs = Legs(story, cut)
    asked = [legs.question(at) for at in sorted(at for at in legs.at if at is not None)]
    reached = {line.id for found in legs.at.values() for leg in found for line in leg.lines}
    reached |= {beat.id for beat in _uncounted(story, cut)}
    weeks = filter(None, (story.week_line(week.number) for week in story.spine.weeks))
    lines = [beat.id for beat in (*_beats(story), *weeks) if beat.id in reached]
    return Scope(tuple(lines), tuple(name for question in asked for name in _answers(question)))


def _beats(story: Story) -> Iterator[Beat]:
    for index in range(len(story)):
        yield from (part for _, part in parts_of(story.scene(index)) if isinstance(part, Beat))


def _uncounted(story: Story, cut: Cut) -> Iterator[Beat]:
    """The lines of scenes that legs pass over in silence."""
    for index in range(len(story)):
        if story.has(index, cut) and story.scene(index).id in UNCOUNTED:
            steps = (step for step in story.scene(index).beats if not step.cuts or cut in step.cuts)
            yield from (part for step in steps for _, part in parts_of(step) if isinstance(part, Beat))


def _answers(question: AnyQuestion) -> Iterator[str]:
    match question:
        case Choose():
            names = [option.id for option in question.options]
        case Spend():
            names = [use.id for use in question.on]
        case Find():
            names = question.ids
        case _:
            names = []
    return (f"{question.id}: {name}" for name in names)
