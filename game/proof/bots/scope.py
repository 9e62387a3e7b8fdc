"""The scope of a cut: every line that some play of it can be told, every answer that some play can give.

As far as the script itself tells, that is. What is in it may still be met by nobody; what is not, cannot be met.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.proof.leg import At, Leg, Line
from game.proof.legs import UNCOUNTED, Legs
from game.proof.memory import Memory
from game.proof.worlds import Asked, Known, possible
from game.story.beat import Beat
from game.story.calendar import Cut
from game.story.model import parts_of
from game.story.questions import AnyQuestion, Find
from game.story.questions.base import Offer, offers_of
from game.story.story import Story


class Scope(NamedTuple):
    """The ids of lines, and answers as :func:`game.proof.bots.bot.names_of` calls them, in reading order."""

    lines: tuple[str, ...]
    answers: tuple[str, ...]


def scope_of(story: Story, cut: Cut) -> Scope:
    """All that plays of a cut can meet."""
    legs, memory = Legs(story, cut), Memory(story, cut)
    asked = [(at, legs.question(at)) for at in sorted(at for at in legs.at if at is not None)]
    closed = [offer for at, question in asked for offer in offers_of(question) if not _can_open(offer, at, memory)]
    reached = {
        line.id for found in legs.at.values() for leg in found for line in leg.lines if _can_tell(line, leg)
    }
    reached |= {beat.id for beat in _uncounted(story, cut)}
    reached -= {beat.id for offer in closed for _, beat in parts_of(offer) if isinstance(beat, Beat)}
    weeks = filter(None, (story.week_line(week.number) for week in story.spine.weeks))
    answers = (name for _, question in asked for name in _answers(question, closed))
    return Scope(tuple(beat.id for beat in (*_beats(story), *weeks) if beat.id in reached), tuple(answers))


def _beats(story: Story) -> Iterator[Beat]:
    for index in range(len(story)):
        yield from (part for _, part in parts_of(story.scene(index)) if isinstance(part, Beat))


def _uncounted(story: Story, cut: Cut) -> Iterator[Beat]:
    """The lines of scenes that legs pass over in silence."""
    for index in range(len(story)):
        if story.has(index, cut) and story.scene(index).id in UNCOUNTED:
            steps = (step for step in story.scene(index).beats if step.is_in(cut))
            yield from (part for step in steps for _, part in parts_of(step) if isinstance(part, Beat))


def _can_tell(line: Line, leg: Leg) -> bool:
    """Whether the line can be told on this leg."""
    return line.asked is None or possible((*leg.known, Known(line.asked, met=True)))


def _can_open(offer: Offer, at: At, memory: Memory) -> bool:
    """Whether what the offer asks for can be so at this place."""
    met = tuple(Known(Asked(each, 0), met=True) for each in (offer.when, offer.needs) if each is not None)
    names = {name for each in met for name in each.asked.names}
    before = At(at.scene, at.step - 1)  # what the answer itself puts up comes too late
    return possible((*met, *memory.known(names, before, ())))


def _answers(question: AnyQuestion, closed: list[Offer]) -> Iterator[str]:
    names = (
        question.ids
        if isinstance(question, Find)
        else [each.id for each in offers_of(question) if each not in closed]
    )
    return (f"{question.id}: {name}" for name in names)
