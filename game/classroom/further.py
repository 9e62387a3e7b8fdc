"""A further door: another process that lets phones into a class which is led elsewhere. It shows no story.

All that it has to know it finds in the store: see :mod:`game.classroom.lead`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from game.classroom.board import Phase
from game.classroom.desk import NoClass
from game.classroom.door import Door
from game.classroom.hall import HALL, HallStore
from game.classroom.hub import Hub
from game.classroom.opening import usual_port
from game.classroom.phones import Phones
from game.classroom.room import LAST_WORD, url_of
from game.classroom.server import Server, own_hosts
from game.classroom.store import StoreGone

LOOK: Final = 1.0
"""Seconds between two looks at whether the class is still the same."""
OVER: Final = "The class is over."
ANOTHER: Final = "Another class has begun in this store. Begin this door again for it."


async def serve(url: str, *, port: int, lan: bool, say: Callable[[str], None]) -> None:
    """Let phones in until the class is over. Raises ``NoClass``, ``StoreGone`` or ``NoServer``."""
    store = HallStore(url, HALL)
    try:
        await _serve(store, port or usual_port(), lan=lan, say=say)
    finally:
        await store.leave()


async def _serve(store: HallStore, port: int, *, lan: bool, say: Callable[[str], None]) -> None:
    sign = await store.sign()
    if sign is None:
        raise NoClass(f"No class is led in the Redis at {store.url}. Begin it first: seven-weeks class --store …")
    hub = Hub(store)
    server = Server(hub, hosts=own_hosts(lan=lan), most=sign.most)
    server.add_socket("/ws", Phones(hub, Door(sign.code, sign.key), sign.key, sign.most).serve)
    await server.start(port, lan=lan)
    try:
        say(f"A further door of the class at {sign.front}: {url_of(server.port, lan=lan)}")
        say("Code and pictures are those at the front. Ctrl+C shuts this door; phones then come in by another.")
        if lan:
            say("Everybody on this network can reach it, and it is not encrypted.")
        say(await _until_over(hub, store, sign.key))
    finally:
        await asyncio.sleep(LAST_WORD)
        await server.stop()


async def _until_over(hub: Hub, store: HallStore, key: bytes) -> str:
    """Wait until there is nothing to let anybody into. Returns why."""
    while hub.board.phase is not Phase.OVER:
        await asyncio.sleep(LOOK)
        try:
            sign = await store.sign()
        except StoreGone:
            continue
        if sign is not None and sign.key != key:
            return ANOTHER
    return OVER
