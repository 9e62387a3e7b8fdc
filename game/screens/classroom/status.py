"""The status: how many are there, how many have answered, and what the countdown says. Nobody's name, no tally."""

from __future__ import annotations

import asyncio
from typing import Final

from game.classroom.conductor import Conductor
from game.classroom.store import Counted, StoreGone
from game.classroom.view import View
from game.screens.widgets.drawn import Drawn, Lines, ends, inked

PATIENCE: Final = 1.0
"""Seconds for which a screen waits for the store."""
GONE: Final = "The store of this class cannot be reached. It is tried again; the phones come back by themselves."


class Status(Drawn):
    """One line above the keys."""

    DEFAULT_CSS = """
    Status { dock: bottom; height: 2; margin-bottom: 1; padding: 0 2; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._said, self._left = "", ""

    def show(self, said: str, left: str) -> None:
        """Say this, and what is left of a countdown."""
        if (said, left) != (self._said, self._left):
            self._said, self._left = said, left
            self.refresh()

    def paint(self, width: int) -> Lines:
        return [ends(inked(self._said, "ink"), inked(self._left, "title"), width)]


async def counted_soon(conductor: Conductor) -> Counted | None:
    """How many there are and have answered; None when that cannot be learnt just now."""
    asking = asyncio.create_task(conductor.counted())
    await asyncio.wait([asking], timeout=PATIENCE)
    try:
        return asking.result()
    except StoreGone:
        return None
    except asyncio.InvalidStateError:  # the keys are not to wait for a store that is silent
        asking.cancel()
        return None


def said(view: View, counted: Counted, *, solo: bool) -> str:
    """What the line says of a class."""
    asking = view.poll is not None and view.poll.open
    if solo:
        return "Hands up: count them, line by line." if asking else ""
    if asking:
        return f"{counted.answered} of {counted.seats} have answered"
    return here(counted.seats, locked=view.board.locked)


def here(seats: int, *, locked: bool) -> str:
    """How many have come in."""
    many = "Nobody is in yet" if not seats else f"{seats} {'is' if seats == 1 else 'are'} in"
    return f"{many}, and the door is locked" if locked else many
