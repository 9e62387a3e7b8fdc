"""A room full of phones, over real sockets: join, vote, change one's mind, lose the network and come back.

Run by ``make bench-class``. Beside each time is that of a bare echo under the same phones. A vote that is lost or
counted twice is a failure, whatever the machine: then it ends with 1.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from time import perf_counter, process_time
from typing import Any, Final, NamedTuple

import aiohttp

from game.collector import seldom
from tests.bench.crowd import RETURNING, Returned, crowd, cut_off, p95, spread
from tests.bench.page import CLASS, PAGE, machine, write
from tests.bench.phone import Echo, Phone
from tests.bench.processes import held, serving, worked
from tests.bench.room_server import SECRET
from tests.bench.table import Row, as_text
from tests.classroom import redis_server

ARRIVING: Final = 5.0
"""Seconds in which everybody comes in; of more than a thousand, in which each thousand does."""
ANSWERING: Final = 10.0
"""Seconds in which everybody answers, and then changes their mind."""
DOORS: Final = 4
"""Processes that serve a hall."""
JOIN: Final = 1000.0
TALLY: Final = 250.0
"""The aims: milliseconds for nineteen in twenty."""
BACK: Final = 99.0
"""The aim: how many in a hundred of those that were cut off are back in time."""
ECHO: Final = "a bare echo"


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


async def watch(port: int, tally: Tally) -> None:
    """A cockpit that looks at nothing but the tally."""
    base = f"http://127.0.0.1:{port}"
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{base}/cockpit/ws", origin=base, max_msg_size=0) as cockpit,
    ):
        await cockpit.send_json({"do": "open", "secret": SECRET})
        async for message in cockpit:
            tally.seen.append((perf_counter(), json.loads(message.data)["stand"]["answered"]))


class Floor(NamedTuple):
    """A bare echo under the same phones: milliseconds to come in and to vote (p95), bytes for each, the return."""

    join: float
    vote: float
    memory: float
    back: Returned


async def floor(seats: int, doors: int) -> Floor:
    """Measure what the machine can do at most."""
    async with AsyncExitStack() as stack:
        processes = [await stack.enter_async_context(serving("--echo")) for _ in range(doors)]
        phones, empty = crowd(Echo, seats, processes), await held(processes)
        joins = await spread(seats, _arriving(seats), lambda at: phones[at].enter())
        votes = await spread(seats, ANSWERING, lambda at: phones[at].vote("1795905659192-1", "black"))
        memory = (await held(processes) - empty) / seats
        there = [(heard - sent) * 1000 for sent, heard in votes]
        return Floor(p95(joins), p95(there), memory, await cut_off(phones, processes))


async def room_rows(seats: int, doors: int = 1, store: str = "") -> AsyncIterator[Row]:
    """A class of so many, through so many server processes."""
    what = f"{seats:,} phones" + (f", {doors} processes" if doors > 1 else "")
    more = ("--seats", str(seats), *(("--store", store) if store else ()))
    bare = await floor(seats, doors)
    async with AsyncExitStack() as stack:
        front = await stack.enter_async_context(serving(*more))
        others = [await stack.enter_async_context(serving(*more, "--door")) for _ in range(doors - 1)]
        processes = [front, *others]
        phones = crowd(Phone, seats, processes)
        own, served, empty = process_time(), await worked(processes), await held(processes)

        joins = await spread(seats, _arriving(seats), lambda at: phones[at].enter())
        yield Row(f"{what}: a seat, p95", p95(joins), "ms", bare.join, ECHO, most=JOIN, itself=True)

        asked, tally = perf_counter(), Tally([])
        round = (await front.asked("next"))["round"]
        seen = await asyncio.gather(*(phone.sees(round) for phone in phones))
        yield Row(f"{what}: a question on every phone, p95", p95([(each - asked) * 1000 for each in seen]), "ms")
        watching = asyncio.create_task(watch(front.port, tally))
        await asyncio.sleep(0.5)
        votes = await spread(seats, ANSWERING, lambda at: phones[at].vote(round, "black"))
        await spread(seats, ANSWERING / 2, lambda at: phones[at].vote(round, "green" if at % 3 else "black"))
        await asyncio.sleep(1)
        watching.cancel()
        late = tally.late(votes)
        if late:
            told = f"{what}: from vote to the cockpit's tally, p95"
            yield Row(told, p95(late), "ms", bare.vote, ECHO, most=TALLY, itself=True)
        yield _gate(f"{what}: votes that the cockpit never saw", seats - len(late))
        there = [(heard - sent) * 1000 for sent, heard in votes]
        yield Row(f"{what}: a vote there and back, p95", p95(there), "ms", bare.vote, ECHO)
        memory = (await held(processes) - empty) / seats
        yield Row(f"{what}: memory for each", memory / 1024, "KiB", bare.memory / 1024, ECHO)
        own, served = process_time() - own, await worked(processes) - served
        yield Row(f"{what}: the phones' own share of the work", own / (own + served) * 100, "%")

        for row in _return_rows(what, await cut_off(phones, processes), bare.back):
            yield row
        for row in vote_rows(what, {phone.seat: phone.last for phone in phones}, await front.asked("votes")):
            yield row


def _arriving(seats: int) -> float:
    return ARRIVING * max(1, seats / 1000)


def _return_rows(what: str, ours: Returned, bare: Returned) -> Iterator[Row]:
    """How those that were cut off came back."""
    back = f"{what}: cut off, back in {RETURNING:.0f} s"
    yield Row(back, ours.within(RETURNING), "%", bare.within(RETURNING), ECHO, least=BACK, itself=True)
    yield Row(f"{what}: cut off, until 99 in 100 are back", ours.until(99), "s", bare.until(99), ECHO)
    yield Row(f"{what}: cut off, the servers' work for each", ours.work, "ms", bare.work, ECHO)


def vote_rows(what: str, wanted: Mapping[str, str], found: Any) -> Iterator[Row]:
    """Whether every last word counts once: by seat, and in the tally that is kept beside."""
    votes, tally = found["votes"], found["tally"]
    lost = sum(votes.get(seat) != vote for seat, vote in wanted.items())
    strange, right = len(votes.keys() - wanted.keys()), Counter(votes.values())
    twice = sum(abs(tally.get(vote, 0) - right[vote]) for vote in {*tally, *right})
    yield _gate(f"{what}: votes lost", lost)
    yield _gate(f"{what}: votes counted twice, or from nowhere", strange + twice)


def _gate(what: str, votes: int) -> Row:
    return Row(what, votes, "votes", most=0, itself=True, gate=True)


async def measured(seats: int, hall: int) -> AsyncIterator[Row]:
    """A class in one process, and a hall; where not enough are back in time, half a hall, until they are."""
    async for row in room_rows(seats):
        yield row
    while hall:
        missed = False
        with redis_server.running() as url:
            async for row in room_rows(hall, DOORS, url):
                missed = missed or (row.bound.startswith("at least") and row.verdict == "under")
                yield row
        hall = hall // 2 if missed and hall > seats else 0


async def told(rows: AsyncIterator[Row]) -> list[Row]:
    """Say each row as soon as it is there."""
    found = []
    async for row in rows:
        print(*filter(None, row.cells), sep=", ", file=sys.stderr)
        found.append(row)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.room", description=__doc__)
    parser.add_argument("--seats", type=int, default=500, help="seats for one process")
    parser.add_argument("--hall", type=int, default=5000, help="seats for four processes and a Redis; 0: none")
    parser.add_argument("--write", action="store_true", help=f"put the table into {PAGE.name}, with its machine")
    args = parser.parse_args()
    on = machine()
    with seldom():
        rows = asyncio.run(told(measured(args.seats, args.hall)))
    print(as_text(rows))
    if args.write:
        write(CLASS, rows, on)
    sys.exit(any(row.verdict == "FAIL" for row in rows))


if __name__ == "__main__":
    main()
