"""The follower: a cockpit in another terminal finds the class that is under way here, and follows it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.classroom import desk as desks
from game.classroom import slate as slates
from game.classroom.desk import Desk
from game.classroom.remote import AnyPress
from game.classroom.stand import Stand

if TYPE_CHECKING:
    from game.classroom.client import Client

PAUSE: Final = 0.5
"""Seconds between two tries to find the class."""
NO_CLASS: Final = "No class is under way any more. This screen waits for the next one; q leaves it."
AWAY: Final = "The class cannot be reached. It is tried again until it is there."
BY_HAND: Final = "This class raises its hands. It is led on its own screen; this one shows, and presses nothing."


class Follower:
    """Follows a class with phones by the presenter's wire, one with hands by its slate; and the next one after it.

    ``heard`` is called with every stand, and with None when there is no class any more; ``told`` with whatever is
    to be said to the presenter.
    """

    def __init__(self, folder: Path, heard: Callable[[Stand | None], None], told: Callable[[str], None]) -> None:
        self._folder = folder
        self._heard = heard
        self._told = told
        self._client: Client | None = None
        self._last_word = ""
        self._reads = False

    async def follow(self) -> None:
        """Follow until cancelled. The folder is looked at anew each time: the next class may be elsewhere."""
        while True:
            stand, desk = slates.read(self._folder), desks.read(self._folder)
            if stand is not None:
                self._read(stand)
            elif desk is not None:
                await self._talk(desk)
            else:
                self._heard(None)
                self._told(f"{self._last_word} {NO_CLASS}".strip())
            self._reads = stand is not None
            await asyncio.sleep(slates.LOOK if self._reads else PAUSE)

    def _read(self, stand: Stand) -> None:
        if not self._reads:
            self._told("")
        self._heard(stand)

    async def _talk(self, desk: Desk) -> None:
        from game.classroom.client import Client  # noqa: PLC0415 - a class with hands needs no web client

        self._client = Client(desk, self._heard, self._told)
        await self._client.talk()
        self._last_word = self._client.last_word
        self._client = None
        if desks.read(self._folder):
            self._told(AWAY)

    async def press(self, press: AnyPress) -> None:
        """Press a button; nothing happens while the class is away."""
        if self._client is not None:
            await self._client.press(press)
        elif self._reads:
            self._told(BY_HAND)
