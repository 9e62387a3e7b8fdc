"""A room, or a bare echo, in a process of its own for phones that are simulated in another.

It says on one line of JSON where it is, and then does what it is told line by line: *next*,
*votes*, *memory*, *cpu*.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from aiohttp import WSMsgType, web

from game.classroom.conductor import Conductor
from game.classroom.desk import Desk
from game.classroom.hall import HallStore
from game.classroom.memory import MemoryStore
from game.classroom.room import Room
from game.classroom.store import Store
from game.collector import resting, seldom
from tests.classroom.rooms import QUESTION, asking

CODE, KEY, SECRET = "BNCH", b"the key of the benchmark, for all", "the secret of the benchmark"


def resident() -> int:
    """The bytes that this process holds in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def say(**what: Any) -> None:
    print(json.dumps(what), flush=True)


async def words() -> Any:
    """Lines from standard input, without holding anything up."""
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        yield line.strip()


async def room(seats: int, store: Store, *, front: bool) -> None:
    """Serve a room. Only the front has a run and leads it; other doors follow the store."""
    desk = Desk(run="bench", port=0, key=KEY, secret=SECRET, code=CODE)
    conductor = Conductor(asking(QUESTION), store)
    with tempfile.TemporaryDirectory() as folder:
        there = Room(conductor, store, desk, Path(folder), most=seats)
        if front:
            await there.open()
        else:
            await there.server.start(0)
        say(port=there.server.port)
        async for word in words():
            if word == "next":
                await there.remote.conductor.next()
                say(round=conductor.view.board.round)
            elif word == "votes":
                votes = await store.votes(conductor.view.board.round)
                tally = (await store.glance()).tally
                say(
                    votes={seat: json.loads(vote) for seat, vote in votes.items()},
                    tally={json.loads(vote): count for vote, count in tally.items()},
                )
            elif word == "memory":
                say(memory=resident())
            elif word == "cpu":
                say(cpu=time.process_time())
        await there.server.stop()


async def echo() -> None:
    """Nothing but sockets: what comes in goes out."""

    async def serve(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await socket.send_str(message.data)
        return socket

    app = web.Application()
    app.router.add_get("/ws", serve)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
    await site.start()
    say(port=runner.addresses[0][1])
    async for word in words():
        if word == "memory":
            say(memory=resident())
        elif word == "cpu":
            say(cpu=time.process_time())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--echo", action="store_true")
    parser.add_argument("--door", action="store_true", help="no front: another process leads the room")
    parser.add_argument("--seats", type=int, default=60)
    parser.add_argument("--store", default="", help="the address of a Redis")
    args = parser.parse_args()
    if args.echo:
        asyncio.run(echo())
        return
    with resting():  # as the program does, which has loaded everything by now
        store: Store = HallStore(args.store, "bench") if args.store else MemoryStore()
    with seldom():
        asyncio.run(room(args.seats, store, front=not args.door))


if __name__ == "__main__":
    main()
