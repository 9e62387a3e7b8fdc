"""The store: what a room has to remember while it is open. A small interface with two makings.

In memory it serves one process (:mod:`game.classroom.memory`); in Redis several (:mod:`game.classroom.hall`). The
same tests run against both. Nothing in a store outlives the class.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from enum import StrEnum
from typing import NamedTuple, Protocol

import msgspec

from game.classroom.board import Board
from game.errors import ForPeople


class StoreGone(ForPeople):
    """The store cannot be reached. The message says which, and what to do."""


class Seat(msgspec.Struct, frozen=True):
    """Somebody who takes part: an ``id`` that nobody can guess, and a ``name`` that was drawn for them."""

    id: str
    name: str


class Sat(StrEnum):
    """What came of asking for a seat."""

    SEATED = "seated"
    FULL = "full"
    NAMED = "named"
    """Somebody else has this name."""
    REMOVED = "removed"
    """This seat was taken away for good."""


class Back(NamedTuple):
    """What came of coming back to a seat, and the ``vote`` that it has in a round; None where it has none."""

    sat: Sat
    vote: bytes | None


class Counted(msgspec.Struct, frozen=True):
    """How full the room is: ``seats`` taken, and how many have answered in the open round."""

    seats: int
    answered: int


class Glance(msgspec.Struct, frozen=True):
    """What whoever leads a class sees of it, and how often each vote stands in the open ``round``, if any."""

    round: str
    counted: Counted
    seats: list[Seat]
    tally: dict[bytes, int]


class Store(Protocol):
    """Any process that serves the room may call any method. Votes are JSON, and were judged before they came.

    Every method raises ``StoreGone`` when what lies behind it cannot be reached.
    """

    async def board(self) -> Board:
        """The board as it stands."""
        ...

    async def put(self, board: Board) -> None:
        """Put up another board. Its number is higher than that of the last one."""
        ...

    def boards(self) -> AsyncIterator[Board]:
        """Every board from now on, the standing one first; one that was replaced at once may be passed."""
        ...

    async def sit(self, seat: Seat, most: int) -> Sat:
        """Take a seat, unless ``most`` are taken. To take one's own again changes nothing."""
        ...

    async def back(self, seat: Seat, most: int, round: str) -> Back:
        """Take one's own seat again, and see what it has said in a round. A whole hall may ask at once."""
        ...

    async def seat(self, seat: str) -> Seat | None:
        """Who has this seat; None when nobody does."""
        ...

    async def seats(self, last: int = 100) -> list[Seat]:
        """The last so many who came and are there, in the order in which they came."""
        ...

    async def remove(self, seat: str) -> None:
        """Take a seat and its votes away for good: it cannot be taken again."""
        ...

    async def open(self, round: str) -> None:
        """Open a round, the only one that takes votes from now on."""
        ...

    async def shut(self) -> None:
        """Take no more votes. Those that were counted stay to be read."""
        ...

    async def vote(self, round: str, seat: str, vote: bytes) -> bool:
        """Count a vote in place of the seat's earlier one; false unless this round is open and the seat taken.

        True is a promise: the vote is in every later reading of the round.
        """
        ...

    async def votes(self, round: str) -> dict[str, bytes]:
        """The last vote of every seat in a round."""
        ...

    async def counted(self) -> Counted:
        """How many seats there are, and how many of them have answered in the open round."""
        ...

    async def glance(self, last: int = 100) -> Glance:
        """All of this at once, with the last so many who came. It is asked for many times a second."""
        ...

    async def close(self) -> None:
        """Forget everything: seats, votes, board."""
        ...
