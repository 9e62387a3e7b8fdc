"""The view: how a class stands, for the front of the room and for the presenter."""

from __future__ import annotations

import msgspec

from game.classroom.board import Board
from game.classroom.forms import form_of
from game.classroom.notes import Noted, Notes
from game.classroom.poll import Poll
from game.run import Run
from game.story.fold import Moment


class View(msgspec.Struct, frozen=True, kw_only=True):
    """How the class stands, for the projector and the presenter. ``poll`` is None where nothing is to be voted on.

    ``before`` is the moment that led to this one. ``until`` is when the timer ends, in seconds since the epoch, 0
    where none runs; a ``paused`` timer has ``left`` seconds. ``blank`` means that the projector shows nothing.
    """

    moment: Moment
    before: Moment | None
    notes: Notes
    poll: Poll | None
    board: Board
    blank: bool = False
    until: float = 0
    left: float = 0

    @property
    def paused(self) -> bool:
        """Whether a timer waits to go on."""
        return self.left > 0


def viewed(run: Run, noted: Noted, board: Board, *, blank: bool = False, by_hand: bool = False) -> View:
    """How a class stands that has just come to where its run is."""
    moment, past = run.now(), run.past()
    notes = noted(moment)
    form = form_of(moment.question, moment.state, run.seed) if moment.question else None
    poll = None
    if form is not None and moment.question is not None:
        poll = Poll(question=moment.question, form=form, twice=bool(notes.prompt), by_hand=by_hand)
    before = past[-1][0] if past else None
    return View(moment=moment, before=before, notes=notes, poll=poll, board=board, blank=blank)
