"""A pupil's phone: it comes in, votes, and when its line is cut comes back exactly as the page does."""

from __future__ import annotations

import asyncio
import re
from random import Random
from time import perf_counter, time
from typing import Any, Final

import msgspec

from game.classroom.door import Door
from game.classroom.pages import folder
from tests.bench.line import Line
from tests.bench.room_server import CODE, KEY

_PAGE: Final = (folder() / "shared.js").read_text("utf-8")


def _on_the_page(name: str) -> int:
    """A number that the page keeps to."""
    found = re.search(rf"^const {name} = (\d+);", _PAGE, re.M)
    assert found, f"shared.js has no {name} any more"
    return int(found[1])


SOONEST: Final = _on_the_page("SOONEST") / 1000
SLOWEST: Final = _on_the_page("SLOWEST") / 1000
ANSWER: Final = _on_the_page("ANSWER") / 1000
LONGER: Final = _on_the_page("LONGER")
PATIENCE: Final = 30.0
"""Seconds after which whoever comes in or votes has waited for too long."""


class Away(ConnectionError):  # noqa: N818 - what the class says
    """The class has said that it is worth trying again."""


class Phone:
    """One pupil. ``last`` is the last vote that was said to be counted."""

    def __init__(self, port: int, rng: Random, turn: asyncio.Semaphore) -> None:
        self._port = port
        self._turn = turn
        self._rng = rng
        self._line: Line | None = None
        self.token = ""
        self.last = ""

    @property
    def seat(self) -> str:
        return self.token.split(".")[0]

    async def enter(self) -> float:
        """Come in; the milliseconds from the first byte to the seat."""
        began = perf_counter()
        await self.connect()
        self._says(do="enter", code=CODE, pictures=[*Door(CODE, KEY).pair(time())])
        async with asyncio.timeout(PATIENCE):
            self.token = (await self._hears("seat"))["token"]
        return (perf_counter() - began) * 1000

    async def connect(self) -> None:
        """Open a line."""
        self._line = await Line.to(self._port, self._turn)

    async def come_back(self) -> None:
        """Lose the network, and take the seat again."""
        tries = 0
        while True:
            self.leave()
            await asyncio.sleep(SOONEST + self._rng.random() * min(SLOWEST - SOONEST, SOONEST * 2**tries))
            tries += 1
            patience = ANSWER * 2 ** min(tries, LONGER)
            try:
                async with asyncio.timeout(patience):
                    await self.connect()
                async with asyncio.timeout(patience):
                    await self.take_seat()
            except Away:
                tries = 0
            except OSError:  # of which a timeout is one
                continue
            else:
                return

    async def take_seat(self) -> None:
        """Say who this is, and be known."""
        self._says(do="return", token=self.token)
        await self._hears("seat")

    async def sees(self, round: str) -> float:
        """Wait for the question of a round; when it was there."""
        async with asyncio.timeout(PATIENCE):
            while (await self._hears("board"))["board"].get("round") != round:
                pass
        return perf_counter()

    async def vote(self, round: str, vote: str) -> tuple[float, float]:
        """Vote, and be told that it counts: when it was sent, and when that was heard."""
        sent = perf_counter()
        async with asyncio.timeout(PATIENCE):
            while self.last != vote:
                try:
                    await self._vote(round, vote)
                except OSError:
                    await self.come_back()
        return sent, perf_counter()

    async def _vote(self, round: str, vote: str) -> None:
        self._says(do="vote", round=round, vote=vote)
        while (await self._hears("counted"))["vote"] != vote:
            pass
        self.last = vote

    def leave(self) -> None:
        """Lose the line for good."""
        if self._line is not None:
            self._line.cut()

    def _says(self, **words: Any) -> None:
        assert self._line is not None
        self._line.say(msgspec.json.encode(words))

    async def _hears(self, what: str) -> dict[str, Any]:
        assert self._line is not None
        while True:
            said: dict[str, Any] = msgspec.json.decode(await self._line.hear())
            if said["is"] == what:
                return said
            if said["is"] == "away":
                raise Away(said["why"])
            assert said["is"] in ("board", "counted"), said


class Echo(Phone):
    """The same phone at a bare server: whatever it says comes back."""

    async def enter(self) -> float:
        began = perf_counter()
        await self.connect()
        await self._echoed(do="enter", code=CODE, pictures=[*Door(CODE, KEY).pair(time())])
        return (perf_counter() - began) * 1000

    async def take_seat(self) -> None:
        await self._echoed(do="return", token=f"{'s' * 16}.brass_kettle.{'f' * 32}")

    async def vote(self, round: str, vote: str) -> tuple[float, float]:
        sent = perf_counter()
        await self._echoed(do="vote", round=round, vote=vote)
        return sent, perf_counter()

    async def _echoed(self, **words: Any) -> None:
        assert self._line is not None
        self._says(**words)
        await self._line.hear()
