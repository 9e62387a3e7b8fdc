"""The stand: how the class stands, in plain data, for the presenter's cockpit and for nobody else.

As JSON it goes to cockpits, which come from the same version.
"""

from __future__ import annotations

from time import time
from typing import Final

import msgspec

from game.classroom.board import Result
from game.classroom.button import OVER
from game.classroom.conductor import Conductor
from game.classroom.forms import AnyForm, Bar
from game.classroom.passing import days_of
from game.classroom.store import Glance, Seat
from game.classroom.view import View
from game.run import Run
from game.story.beat import PROVENANCE
from game.story.questions import Renovation
from game.words import scene_heading

AFTER: Final = (
    "What is left is for talking about it. The card shows what it came to. When the class is ended, what the room "
    "has said is written down, counted."
)
"""What there is to do once the story is over."""


class Line(msgspec.Struct, frozen=True):
    """A line that is told, and its mark."""

    mark: str
    text: str


class Day(msgspec.Struct, frozen=True):
    """A day to go to, and whether it has been ``played``: if not, what lies on the way is answered by chance."""

    day: int
    title: str
    played: bool


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the presenter sees.

    ``number`` is the board's; ``button`` is what the big button does now, and ``first`` that it only shows what
    the front has not shown yet. ``tally`` are the votes of the open round so far, ``results`` those of closed
    ones, ``comes_to`` the room's answer in words. The presenter can answer for the room by a ``form``; at a tower
    a ``crew`` can make the next move. ``until`` is when the timer ends, in seconds since the epoch; ``left`` is
    what a held one has left. ``present`` is how many there are; ``seats`` are the last hundred who came. The class
    can go to these ``days``.

    The class ``waits`` for its story to begin; then it is ``ahead`` of its plan by so many seconds, below zero
    behind it. Once it has gone to another day, or is over, that says little, and what ``remains`` is told instead:
    the story takes ``rest`` seconds more, and the lesson has so many ``to_go``.
    """

    number: int
    heading: str
    day: int | None
    lines: tuple[Line, ...]
    question: str
    button: str
    first: bool
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
    form: AnyForm | None
    crew: bool
    code: str
    pictures: tuple[str, ...]
    locked: bool
    blank: bool
    until: float
    left: float
    elapsed: int
    waits: bool
    ahead: int
    remains: bool
    rest: int
    to_go: int
    days: tuple[Day, ...]

    @property
    def by_hand(self) -> bool:
        """Whether the room raises its hands, and is led from the front alone: such a class has no door."""
        return not self.code


async def stand_of(
    conductor: Conductor, code: str, pictures: tuple[str, ...], began: float, *, waits: bool = False
) -> Stand:
    """How the class stands now. It ``began`` at this second since the epoch, or still ``waits``."""
    glance, view = await conductor.store.glance(), conductor.view
    moment, poll, notes = view.moment, view.poll, view.notes
    elapsed, over = int(time() - began), moment.question is None
    answer = poll.answer() if poll else None
    return Stand(
        number=view.board.number,
        heading=scene_heading(moment.scene, moment.clock),
        day=moment.scene.day,
        lines=tuple(Line(PROVENANCE[beat.kind].mark, beat.text) for beat in moment.beats),
        question=poll.form.text if poll else moment.question.text if moment.question else OVER,
        button=conductor.button,
        first=bool(conductor.projector.first),
        step=poll.step if poll else "",
        second=bool(poll and poll.second),
        teaches=notes.teaches,
        note=AFTER if over else notes.note,
        slips=notes.slips,
        prompt=notes.prompt,
        next_scene=_next_scene(conductor),
        present=glance.counted.seats,
        seats=tuple(glance.seats),
        answered=glance.counted.answered,
        tally=_tally(glance, view),
        results=poll.results() if poll else (),
        comes_to=poll.said(answer) if poll and answer is not None else "",
        form=poll.form if poll else None,
        crew=poll is not None and isinstance(moment.question, Renovation),
        code=code,
        pictures=pictures,
        locked=view.board.locked,
        blank=view.blank,
        until=view.until,
        left=view.left,
        elapsed=elapsed,
        waits=waits,
        ahead=notes.planned - elapsed,
        remains=notes.ends > 0 and (conductor.jumped or over),
        rest=notes.rest,
        to_go=max(0, notes.ends - elapsed),
        days=_days(conductor.run),
    )


def _days(run: Run) -> tuple[Day, ...]:
    played = run.days()
    later = [day for day in days_of(run) if day > max(played, default=0)]
    return tuple(Day(day, run.story.titles[day], day in played) for day in (*played, *later))


def _tally(glance: Glance, view: View) -> tuple[Bar, ...]:
    """The bars of the open round."""
    poll = view.poll
    if poll is None or not poll.open or glance.round != view.board.round:
        return ()
    votes = [vote for each, count in glance.tally.items() for vote in [msgspec.json.decode(each)] * count]
    return poll.form.bars(votes)


def _next_scene(conductor: Conductor) -> str:
    run, index = conductor.run, conductor.view.moment.index
    story, cut = run.story, run.journal.header.cut
    following = (place for at, place in enumerate(story.places) if at > index and story.has(at, cut))
    place = next(following, None)
    if place is None:
        return ""
    return f"Day {place.day}: {place.title}" if place.day is not None else place.title
