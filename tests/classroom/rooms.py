"""Rooms to try things in: real sockets on loopback, and phones that talk to them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import time
from typing import Any

import aiohttp
from aiohttp import WSMsgType

from game.classroom.conductor import Conductor
from game.classroom.desk import Desk
from game.classroom.memory import MemoryStore
from game.classroom.notes import Noted, unprepared
from game.classroom.poll import Asking
from game.classroom.room import Room
from game.classroom.store import Store
from game.run import Run
from tests import stories

QUESTION = stories.choose("tea", stories.option("green"), stories.option("black"))


def asking(*questions: Any) -> Run:
    """A play of a story that asks these."""
    return stories.unkept(stories.story(stories.scene("day-1", *questions, stories.go("off"), day=1)))


@asynccontextmanager
async def open_room(
    folder: Path,
    run: Run,
    *,
    most: int = 60,
    noted: Noted = unprepared,
    store: Store | None = None,
    left: Asking | None = None,
) -> AsyncIterator[Room]:
    """A room with its door open, on a port of its own."""
    store = store or MemoryStore()
    room = Room(Conductor(run, store, notes=noted, left=left), store, Desk.new(run.name, 0), folder, most=most)
    await room.open()
    try:
        yield room
    finally:
        await room.close()


class Caller:
    """Somebody at the other end of a socket."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.token = ""
        self.name = ""

    async def says(self, **words: Any) -> None:
        await self.socket.send_json(words)

    async def hears(self, what: str = "", within: float = 2) -> dict[str, Any]:
        """The next message of a kind, passing those of others; at the end of the line it is *closed*."""
        while True:
            message = await self.socket.receive(within)
            if message.type is not WSMsgType.TEXT:
                return {"is": "closed", "code": self.socket.close_code}
            said: dict[str, Any] = message.json()
            if not what or said["is"] == what:
                return said

    async def enters(self, room: Room, **other: Any) -> dict[str, Any]:
        """Come in by the door as it stands, or as told otherwise."""
        pair = room.door.pair(time())
        await self.says(**{"do": "enter", "code": room.desk.code, "pictures": [*pair], **other})
        answer = await self.hears()
        self.token, self.name = answer.get("token", ""), answer.get("name", "")
        return answer

    async def sees(self, phase: str) -> dict[str, Any]:
        """The next board of this phase."""
        while True:
            said = await self.hears("board")
            if said["board"].get("phase", "wait") == phase:
                board: dict[str, Any] = said["board"]
                return board

    async def votes(self, board: dict[str, Any], vote: Any) -> dict[str, Any]:
        await self.says(do="vote", round=board["round"], vote=vote)
        while True:
            said = await self.hears()
            if said["is"] != "board":
                return said


@asynccontextmanager
async def calling(room: Room, path: str = "/ws", origin: str | None = None) -> AsyncIterator[Caller]:
    """A connection to a room, as a page of its own would open it."""
    base = room.address.base
    origin = base if origin is None else origin
    async with aiohttp.ClientSession() as session, session.ws_connect(base + path, origin=origin) as socket:
        yield Caller(socket)
