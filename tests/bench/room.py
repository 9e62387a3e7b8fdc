"""A room full of phones, over real sockets: join, vote, change one's mind, lose the network and come back.

Run by ``make bench-class``. Times are aims, printed beside a bare echo under the same phones. A vote that is lost
or counted twice is a failure, whatever the machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from random import Random
from statistics import quantiles
from time import perf_counter, process_time, time
from typing import Any, Final, NamedTuple

import aiohttp

from game.classroom.door import Door
from tests.bench.room_server import CODE, KEY, SECRET
from tests.bench.table import Row, as_text
from tests.classroom import redis_server

ARRIVING: Final = 5.0
"""Seconds in which everybody comes in."""
ANSWERING: Final = 10.0
"""Seconds in which everybody answers, and then changes their mind."""
LINES: Final = 64
"""Lines that are opened at a time after everybody was cut off: one process is not thousands of phones."""
RETURNING: Final = 10.0
"""Seconds in which whoever was cut off should be back."""
JOIN: Final = 1000.0
TALLY: Final = 250.0
"""The aims: milliseconds for nineteen in twenty."""


class Process:
    """A server in a process of its own."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self._process = process
        self.port = port

    async def asked(self, word: str) -> Any:
        """Tell it a word, and hear what it says."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n".encode())
        await self._process.stdin.drain()
        return await _line(self._process)


async def _line(process: asyncio.subprocess.Process) -> Any:
    assert process.stdout is not None
    return json.loads(await process.stdout.readline())


@asynccontextmanager
async def serving(*words: str) -> AsyncIterator[Process]:
    """A server until it is not needed any more."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.bench.room_server",
        *words,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=2**24,
    )
    try:
        yield Process(process, (await _line(process))["port"])
    finally:
        process.kill()
        await process.wait()


class Phone:
    """One pupil. ``last`` is the last vote that was said to be counted."""

    AWAY = (0.3, 2.0)
    """Between so many seconds the page waits before it comes back."""

    def __init__(self, session: aiohttp.ClientSession, port: int, rng: Random) -> None:
        self._session = session
        self._base = f"http://127.0.0.1:{port}"
        self._rng = rng
        self.socket: aiohttp.ClientWebSocketResponse | None = None
        self.token = ""
        self.last = ""

    @property
    def seat(self) -> str:
        return self.token.split(".")[0]

    async def connect(self) -> None:
        self.socket = await self._session.ws_connect(f"{self._base}/ws", origin=self._base)

    async def enter(self) -> float:
        """Come in; the milliseconds from the first byte to the seat."""
        began = perf_counter()
        await self.connect()
        await self._says(do="enter", code=CODE, pictures=[*Door(CODE, KEY).pair(time())])
        self.token = (await self._hears("seat"))["token"]
        return (perf_counter() - began) * 1000

    async def come_back(self, lines: asyncio.Semaphore) -> None:
        """Lose the network and take the seat again, as the page does: after a while that is not everybody's."""
        assert self.socket is not None
        connection = self.socket._conn
        if connection is not None and connection.transport is not None:
            connection.transport.abort()
        while True:
            await asyncio.sleep(self._rng.uniform(*self.AWAY))
            with suppress(aiohttp.ClientError, ConnectionError, TimeoutError):
                async with lines:
                    await self.connect()
                    await self._says(do="return", token=self.token)
                    await self._hears("seat")
                return

    async def vote(self, round: str, vote: str) -> tuple[float, float]:
        """Vote, and be told that it counts: when it was sent, and when that was heard."""
        sent = perf_counter()
        await self._says(do="vote", round=round, vote=vote)
        while (await self._hears("counted"))["vote"] != vote:
            pass
        self.last = vote
        return sent, perf_counter()

    async def echo(self) -> float:
        """A word to a bare server and back, in milliseconds."""
        assert self.socket is not None
        began = perf_counter()
        await self.socket.send_str('{"do":"vote","round":"1795905659192-1","vote":"black"}')
        await self.socket.receive_str()
        return (perf_counter() - began) * 1000

    async def _says(self, **words: Any) -> None:
        assert self.socket is not None
        await self.socket.send_json(words)

    async def _hears(self, what: str) -> dict[str, Any]:
        assert self.socket is not None
        while True:
            said: dict[str, Any] = await self.socket.receive_json(timeout=30)
            if said["is"] == what:
                return said
            assert said["is"] in ("board", "counted"), said


async def spread(count: int, seconds: float, act: Callable[[int], Awaitable[Any]]) -> list[Any]:
    """Everybody does something, evenly spread over some seconds."""

    async def one(at: int) -> Any:
        await asyncio.sleep(seconds * at / count)
        return await act(at)

    return await asyncio.gather(*(one(at) for at in range(count)))


class Tally(NamedTuple):
    """What a cockpit saw: at which second how many had answered."""

    seen: list[tuple[float, int]]

    def late(self, votes: Sequence[tuple[float, float]]) -> list[float]:
        """For each first vote, the milliseconds from its sending until the cockpit counted as many."""
        by_counting = sorted(votes, key=lambda vote: vote[1])
        found, at = [], 0
        for number, (sent, _) in enumerate(by_counting, 1):
            while at < len(self.seen) and self.seen[at][1] < number:
                at += 1
            if at < len(self.seen):
                found.append((self.seen[at][0] - sent) * 1000)
        return found


async def watch(session: aiohttp.ClientSession, port: int, tally: Tally) -> None:
    """A cockpit that looks at nothing but the tally."""
    base = f"http://127.0.0.1:{port}"
    async with session.ws_connect(f"{base}/cockpit/ws", origin=base, max_msg_size=0) as cockpit:
        await cockpit.send_json({"do": "open", "secret": SECRET})
        async for message in cockpit:
            tally.seen.append((perf_counter(), json.loads(message.data)["stand"]["answered"]))


async def room_rows(seats: int, doors: int = 1, store: str = "") -> AsyncIterator[Row]:
    """A class of so many, through so many server processes. Raises ``AssertionError`` where a vote goes wrong."""
    more = ("--seats", str(seats), *(("--store", store) if store else ()))
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)))
        front = await stack.enter_async_context(serving(*more))
        others = [await stack.enter_async_context(serving(*more, "--door")) for _ in range(doors - 1)]
        processes = [front, *others]
        phones = [Phone(session, processes[at % doors].port, Random(at)) for at in range(seats)]
        what = f"{seats:,} phones" + (f", {doors} processes" if doors > 1 else "")
        own, served = process_time(), await worked(processes)
        empty = [(await each.asked("memory"))["memory"] for each in processes]

        joins = await spread(seats, ARRIVING * max(1, seats // 1000), lambda at: phones[at].enter())
        yield Row(f"{what}: a seat, p95", p95(joins), "ms", JOIN, "the aim", most=1)

        round = (await front.asked("next"))["round"]
        tally = Tally([])
        watching = asyncio.create_task(watch(session, front.port, tally))
        await asyncio.sleep(0.5)
        votes = await spread(seats, ANSWERING, lambda at: phones[at].vote(round, "black"))
        await spread(seats, ANSWERING / 2, lambda at: phones[at].vote(round, "green" if at % 3 else "black"))
        await asyncio.sleep(1)
        watching.cancel()
        late = tally.late(votes)
        assert len(late) == seats, f"the cockpit saw {len(late)} of {seats} votes"
        yield Row(f"{what}: from vote to the cockpit's tally, p95", p95(late), "ms", TALLY, "the aim", most=1)
        there = [(heard - sent) * 1000 for sent, heard in votes]
        yield Row(f"{what}: a vote there and back, p95", p95(there), "ms", await floor(seats), "a bare echo")

        full = [(await each.asked("memory"))["memory"] for each in processes]
        own, served = process_time() - own, await worked(processes) - served
        yield Row(f"{what}: the phones' own share of the work", own / (own + served) * 100, "%")
        grown = sum(full) - sum(empty)
        yield Row(f"{what}: memory for each", grown / seats / 1024, "KiB")

        began = perf_counter()
        back: list[float] = []
        lines = asyncio.Semaphore(LINES)

        async def come_back(phone: Phone) -> None:
            await phone.come_back(lines)
            back.append(perf_counter() - began)

        returning = [asyncio.create_task(come_back(phone)) for phone in phones]
        _, late = await asyncio.wait(returning, timeout=RETURNING * 3)
        for each in late:
            each.cancel()
        share = sum(each <= RETURNING for each in back) / seats
        yield Row(f"{what}: cut off, back in 10 s", share * 100, "%", 99, "the aim", least=1)

        counted = (await front.asked("votes"))["votes"]
        wanted = {phone.seat: phone.last for phone in phones}
        lost = sum(counted.get(seat) != vote for seat, vote in wanted.items())
        strange = len(counted.keys() - wanted.keys())
        yield Row(f"{what}: votes lost or counted twice", lost + strange, "votes")
        assert not lost, f"{lost} votes were lost"
        assert not strange, f"{strange} votes came from nowhere"


async def worked(processes: Sequence[Process]) -> float:
    """Seconds that all of them have had a core to themselves."""
    return float(sum([(await each.asked("cpu"))["cpu"] for each in processes]))


async def floor(seats: int) -> float:
    """A bare echo under as many phones in the same rhythm: milliseconds there and back, p95."""
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)))
        server = await stack.enter_async_context(serving("--echo"))
        phones = [Phone(session, server.port, Random(at)) for at in range(seats)]
        await spread(seats, ARRIVING, lambda at: phones[at].connect())
        return p95(await spread(seats, ANSWERING, lambda at: phones[at].echo()))


def p95(values: Sequence[float]) -> float:
    """What nineteen in twenty keep to."""
    return quantiles(values, n=20)[-1]


async def measured(seats: int, hall: int) -> list[Row]:
    rows = []
    async for row in room_rows(seats):
        print(*filter(None, row.cells), sep=", ", file=sys.stderr)
        rows.append(row)
    if hall:
        with redis_server.running() as url:
            async for row in room_rows(hall, doors=4, store=url):
                print(*filter(None, row.cells), sep=", ", file=sys.stderr)
                rows.append(row)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.room", description=__doc__)
    parser.add_argument("--seats", type=int, default=500)
    parser.add_argument("--hall", type=int, default=5000, help="seats for four processes and a Redis; 0: none")
    args = parser.parse_args()
    print(as_text(asyncio.run(measured(args.seats, args.hall))))


if __name__ == "__main__":
    main()
