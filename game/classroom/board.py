"""The board: what every phone sees at one time. It is the same for all of them and holds nothing private.

As JSON it is what goes over the wire and into the store; its keys keep their names and meanings.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec

from game.classroom.forms import AnyForm, Bar

FEW: Final = 5
"""Of fewer votes than this nothing is broken down: a bar could be somebody."""


class Phase(StrEnum):
    """What is going on in the room."""

    WAIT = "wait"
    """The story goes on at the front; nothing is asked."""
    VOTE = "vote"
    """A round is open."""
    TALK = "talk"
    """The round is closed and nothing of it is shown: the room talks before it votes again."""
    SHOWN = "shown"
    """The rounds are shown."""
    OVER = "over"
    """The class is over; nothing will be asked any more."""


class Result(msgspec.Struct, frozen=True):
    """A closed round.

    It had so many ``votes``; its ``bars`` are left out where these are few. ``answer`` is what they come to, in
    words.
    """

    votes: int
    bars: tuple[Bar, ...]
    answer: str


class Closing(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a phone shows once nothing more is asked: how it ended, what the class has built, what to ask at home.

    The ``tower`` has a row a floor, the top one first, and a sign a window: see ``game.classroom.closing``.
    """

    title: str
    text: str
    tower: tuple[str, ...]
    figures: tuple[str, ...]
    ask: str = ""


class Board(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is asked, talked about, or shown.

    ``number`` goes up with every change. ``round`` names the round of the ``form``, the open one or the last;
    ``second`` tells that it is the second about one question, ``again`` that votes were lost and it is asked
    anew. ``prompt`` is what to talk about. ``until`` is when a timer ends, in seconds since the epoch, and 0 where
    none runs. ``results`` are there once they are shown. ``locked`` says that the door lets nobody new in;
    ``gone`` counts the seats that were taken away. ``closing`` is there once the story or the class is over.
    """

    number: int = 0
    phase: Phase = Phase.WAIT
    title: str = ""
    round: str = ""
    second: bool = False
    again: bool = False
    form: AnyForm | None = None
    prompt: str = ""
    until: float = 0
    results: tuple[Result, ...] = ()
    locked: bool = False
    gone: int = 0
    closing: Closing | None = None
