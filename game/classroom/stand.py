"""The stand: how the class stands, in plain data, for the presenter's cockpit and for nobody else.

As JSON its keys keep their names and meanings.
"""

from __future__ import annotations

from time import time

import msgspec

from game.classroom.board import Result
from game.classroom.conductor import Conductor
from game.classroom.forms import Bar, Choice, Pick
from game.classroom.poll import Poll, Step
from game.classroom.store import Glance, Seat
from game.classroom.view import View
from game.story.beat import PROVENANCE
from game.story.questions import Renovation
from game.words import scene_heading


class Line(msgspec.Struct, frozen=True):
    """A line that is told, and its mark."""

    mark: str
    text: str


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the presenter sees.

    ``number`` is the board's; ``button`` is what the big button does now. ``tally`` are the votes of the open
    round so far, ``results`` those of closed ones, ``comes_to`` the room's answer in words. ``moves`` are
    answers that the presenter can give for the room; at a tower a ``crew`` can make the next one. The class is
    ``ahead`` of its plan by so many seconds, below zero behind it. ``until`` is when the timer ends, in seconds
    since the epoch; ``left`` is what a held one has left. ``present`` is how many there are; ``seats`` are the
    last hundred who came.
    """

    number: int
    heading: str
    day: int | None
    lines: tuple[Line, ...]
    question: str
    button: str
    step: str
    second: bool
    teaches: str
    note: str
    slips: tuple[str, ...]
    prompt: str
    next_scene: str
    present: int
    seats: tuple[Seat, ...]
    answered: int
    tally: tuple[Bar, ...]
    results: tuple[Result, ...]
    comes_to: str
    moves: tuple[Choice, ...]
    crew: bool
    code: str
    pictures: tuple[str, ...]
    locked: bool
    blank: bool
    until: float
    left: float
    elapsed: int
    ahead: int
    days: tuple[int, ...]


async def stand_of(conductor: Conductor, code: str, pictures: tuple[str, ...], began: float) -> Stand:
    """How the class stands now. It ``began`` at this second since the epoch."""
    glance, view = await conductor.store.glance(), conductor.view
    moment, poll, notes = view.moment, view.poll, view.notes
    elapsed = int(time() - began)
    answer = poll.answer() if poll else None
    return Stand(
        number=view.board.number,
        heading=scene_heading(moment.scene, moment.clock),
        day=moment.scene.day,
        lines=tuple(Line(PROVENANCE[beat.kind].mark, beat.text) for beat in moment.beats),
        question=poll.form.text if poll else moment.question.text if moment.question else "",
        button=button(poll, over=moment.question is None),
        step=poll.step if poll else "",
        second=bool(poll and poll.second),
        teaches=notes.teaches,
        note=notes.note,
        slips=notes.slips,
        prompt=notes.prompt,
        next_scene=_next_scene(conductor),
        present=glance.counted.seats,
        seats=tuple(glance.seats),
        answered=glance.counted.answered,
        tally=_tally(glance, view),
        results=poll.results() if poll else (),
        comes_to=poll.said(answer) if poll and answer is not None else "",
        moves=_moves(poll),
        crew=poll is not None and isinstance(moment.question, Renovation),
        code=code,
        pictures=pictures,
        locked=view.board.locked,
        blank=view.blank,
        until=view.until,
        left=view.left,
        elapsed=elapsed,
        ahead=notes.planned - elapsed,
        days=tuple(conductor.run.days()),
    )


def button(poll: Poll | None, *, over: bool) -> str:
    """What the big button does."""
    if over:
        return "The story is over"
    if poll is None:
        return "Go on"
    if poll.open:
        return "Close the vote"
    if poll.step is Step.SHOWN and poll.answer() is not None:
        return "Take the answer"
    if poll.step in (Step.TALK, Step.SHOWN):
        return "Vote again"
    return "Open the vote"


def _tally(glance: Glance, view: View) -> tuple[Bar, ...]:
    """The bars of the open round."""
    poll = view.poll
    if poll is None or not poll.open or glance.round != view.board.round:
        return ()
    votes = [vote for each, count in glance.tally.items() for vote in [msgspec.json.decode(each)] * count]
    return poll.form.bars(votes)


def _moves(poll: Poll | None) -> tuple[Choice, ...]:
    return poll.form.choices if poll and isinstance(poll.form, Pick) else ()


def _next_scene(conductor: Conductor) -> str:
    run, index = conductor.run, conductor.view.moment.index
    story, cut = run.story, run.journal.header.cut
    following = (place for at, place in enumerate(story.places) if at > index and story.has(at, cut))
    place = next(following, None)
    if place is None:
        return ""
    return f"Day {place.day}: {place.title}" if place.day is not None else place.title
