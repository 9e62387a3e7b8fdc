"""Posting: the board that belongs to a view, for all phones to see."""

from __future__ import annotations

from typing import Final

from game.classroom.board import Board, Phase
from game.classroom.poll import Poll, Step
from game.classroom.view import View

_PHASES: Final = {
    Step.READY: Phase.WAIT,
    Step.FIRST: Phase.VOTE,
    Step.TALK: Phase.TALK,
    Step.SECOND: Phase.VOTE,
    Step.SHOWN: Phase.SHOWN,
}


def board_of(view: View, poll: Poll | None, *, round: str, again: bool, locked: bool, gone: int) -> Board:
    """The board that follows on the view's, once its poll stands like this.

    ``round`` names a round that has just been opened, ``again`` because its votes were lost.
    """
    last = view.board
    step = poll.step if poll else Step.READY
    asked = poll is not None and step is not Step.READY
    return Board(
        number=last.number + 1,
        phase=_PHASES[step],
        title=view.moment.scene.title,
        round=round or (last.round if asked else ""),
        second=bool(poll and poll.second),
        again=again or (asked and last.again and not round),
        form=poll.form if poll and asked else None,
        prompt=view.notes.prompt if step is Step.TALK else "",
        until=view.until,
        results=poll.results() if poll and step is Step.SHOWN else (),
        locked=locked,
        gone=gone,
    )
