"""The room: conductor, door, phones and cockpits of one class, put together and served."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from game.classroom import desk as desks
from game.classroom.cockpit import Cockpit
from game.classroom.conductor import Conductor
from game.classroom.desk import Desk
from game.classroom.door import Door
from game.classroom.hub import Hub
from game.classroom.lesson_clock import LessonClock
from game.classroom.phones import Phones
from game.classroom.remote import Remote
from game.classroom.server import LOOPBACK, Server, lan_addresses, own_hosts
from game.classroom.stand import Stand, stand_of
from game.classroom.store import Store, StoreGone

if TYPE_CHECKING:
    from game.classroom.lead import Lead

SEATS: Final = 60
"""As many as a presenter is likely to want, unless they say otherwise."""
LAST_WORD: Final = 0.3
"""Seconds in which the phones hear that the class is over."""


@dataclass
class Address:
    """Where the class is: what phones are given, and what the presenter opens."""

    base: str
    code: str
    secret: str

    @property
    def link(self) -> str:
        """The link behind the QR code. What comes after # never reaches a server or its logs."""
        return f"{self.base}/#{self.code}"

    @property
    def cockpit(self) -> str:
        """The presenter's link. It never stands on the projected screen."""
        return f"{self.base}/cockpit#{self.secret}"


def address_of(desk: Desk) -> Address:
    """Where the class of a desk is."""
    return Address(url_of(desk.port, lan=desk.lan), desk.code, desk.secret)


def url_of(port: int, *, lan: bool) -> str:
    """Where phones find what this machine serves on a port."""
    host = next(iter(lan_addresses()), LOOPBACK[0]) if lan else LOOPBACK[0]
    return f"http://{host}:{port}"


class Room:
    """A class with phones. What a restart needs is kept in ``folder`` until :meth:`close`.

    With a ``lead`` other processes let people into it as well.
    """

    def __init__(
        self,
        conductor: Conductor,
        store: Store,
        desk: Desk,
        folder: Path,
        *,
        most: int = SEATS,
        lead: Lead | None = None,
        clock: Callable[[], float] = time,
    ) -> None:
        self.conductor = conductor
        conductor.removed = desk.removed
        self._most = most
        self._lead = lead
        self.remote = Remote(conductor)
        self.door = Door(desk.code, desk.key)
        self.desk = desk
        self._store = store
        self._folder = folder
        self._clock = clock
        self._lesson = LessonClock(conductor, desk.began, clock)
        self.server = Server(Hub(store), hosts=own_hosts(lan=desk.lan), most=most)
        self.server.add_socket("/ws", Phones(self.server.hub, self.door, desk.key, most, clock).serve)
        self._cockpit = Cockpit(self.remote, desk.secret, self.stand)
        self.server.add_socket("/cockpit/ws", self._cockpit.serve)

    @property
    def address(self) -> Address:
        """Where phones and presenter find the class, once it is open."""
        return address_of(replace(self.desk, port=self.server.port))

    async def stand(self) -> Stand:
        """How the class stands, for the presenter."""
        code, pair, lesson = self.desk.code, self.door.pair(self._clock()), self._lesson
        return await stand_of(self.conductor, code, pair, lesson.began, waits=lesson.waits)

    async def open(self) -> None:
        """Let people in. Raises ``NoServer``, ``NoClass`` or ``StoreGone`` when that cannot be done."""
        if self._lead is not None:
            await self._lead.claim(self.desk.key)
        for seat in self.desk.removed:
            await self._store.remove(seat)
        await self.server.start(self.desk.port, lan=self.desk.lan)
        self.desk = replace(self.desk, port=self.server.port)
        desks.write(self.desk, self._folder)
        await self.conductor.begin()
        if self._lead is not None:
            self._lead.begin(self.desk, self._most, self.address.base, self.remote.mend)

    def keep(self) -> None:
        """Write down what a restart would need, if it has changed."""
        conductor = self.conductor
        self._lesson.look()
        now = replace(
            self.desk,
            run=conductor.run.name,
            asking=conductor.asking,
            locked=conductor.locked,
            removed=conductor.removed,
            taken=dict(conductor.taken),
            jumped=conductor.jumped,
            began=self._lesson.kept,
        )
        if now != self.desk:
            self.desk = now
            desks.write(now, self._folder)

    async def close(self, told: str = "") -> None:
        """The class is over: everybody is told, cockpits this as well, and its secrets and votes are gone."""
        self._cockpit.last_word = told
        try:
            if self._lead is not None:
                await self._lead.end()
            with suppress(StoreGone):
                await self.conductor.over()
                await asyncio.sleep(LAST_WORD)
            await self.server.stop()
            with suppress(StoreGone):
                await self._store.close()
            if self._lead is not None:
                await self._lead.leave()
        finally:  # whoever closes it may not wait for a store that is silent
            desks.clear(self._folder)
