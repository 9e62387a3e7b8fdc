"""Many phones at once: they do things spread over some seconds, or are all cut off in the same moment."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from random import Random
from statistics import quantiles
from time import perf_counter
from typing import Any, Final, NamedTuple

from tests.bench.phone import Phone
from tests.bench.processes import Process, worked

AT_A_TIME: Final = 32
"""Lines that are begun at a time. This process does for thousands of phones what each would do by itself: were it
to begin all lines before it hears any answer, their times would be its own."""
RETURNING: Final = 10.0
"""Seconds in which whoever was cut off should be back."""
GIVEN_UP: Final = 3 * RETURNING
"""Seconds after which nobody is waited for any more."""


def crowd(kind: type[Phone], seats: int, processes: Sequence[Process]) -> list[Phone]:
    """So many phones, by turns at every process."""
    turn = asyncio.Semaphore(AT_A_TIME)
    return [kind(processes[at % len(processes)].port, Random(at), turn) for at in range(seats)]


async def spread(count: int, seconds: float, act: Callable[[int], Awaitable[Any]]) -> list[Any]:
    """Everybody does something, evenly spread over some seconds."""

    async def one(at: int) -> Any:
        await asyncio.sleep(seconds * at / count)
        return await act(at)

    return await asyncio.gather(*(one(at) for at in range(count)))


class Returned(NamedTuple):
    """How a crowd came back: after how many seconds each did, and the server's work for each, in milliseconds."""

    seats: int
    after: list[float]
    work: float

    def within(self, seconds: float) -> float:
        """How many in a hundred were back by then."""
        return 100 * sum(each <= seconds for each in self.after) / self.seats

    def until(self, percent: int) -> float:
        """Seconds until so many in a hundred were back; :data:`GIVEN_UP` when they never were."""
        needed = -(-self.seats * percent // 100)
        return sorted(self.after)[needed - 1] if needed <= len(self.after) else GIVEN_UP


async def cut_off(phones: Sequence[Phone], processes: Sequence[Process]) -> Returned:
    """Everybody loses the network at once, and comes back. Each phone has a clock of its own."""
    served = await worked(processes)
    after: list[float] = []

    async def come_back(phone: Phone) -> None:
        began = perf_counter()
        await phone.come_back()
        after.append(perf_counter() - began)

    there, late = await asyncio.wait([asyncio.create_task(come_back(phone)) for phone in phones], timeout=GIVEN_UP)
    for each in late:
        each.cancel()
    await asyncio.gather(*there)
    work = await worked(processes) - served
    return Returned(len(phones), after, 1000 * work / len(phones))


def p95(values: Sequence[float]) -> float:
    """What nineteen in twenty keep to."""
    return quantiles(values, n=20)[-1]
