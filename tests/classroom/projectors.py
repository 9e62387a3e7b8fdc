"""Classes in terminals of their own, as real processes, and a phone that answers in them. POSIX alone."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import time
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from random import choice

import aiohttp

from game.classroom.door import Door
from tests.bench.coldstart import Terminal

ROOT = Path(__file__).parent.parent.parent
SOON = 30.0
OUR_PORTS = range(20000, 30000)
WORDS = ("class", "--still", "--new", "lesson")


def words_of(folder: Path) -> list[str]:
    """The command, with a story of two questions."""
    scenes = folder / "scenes"
    scenes.mkdir()
    (scenes / "story.yaml").write_text(
        "title: Tea\ntagline: Or coffee.\nparts: [tea]\nstart: {rest: 5, home: 5, craft: 5}\n"
    )
    question = (
        "  - id: {0}\n    choose: Which {0}?\n    options: [{{id: a, text: Green}}, {{id: b, text: Black}}]\n"
    )
    (scenes / "tea.yaml").write_text(
        "id: tea\ntitle: Tea\nbeats:\n" + question.format("tea") + question.format("cup")
    )
    return [sys.executable, "-m", "game", *WORDS, "--script", str(scenes), "--port", str(own_port())]


def own_port() -> int:
    """A port for this class alone, which nobody else takes while it is killed and begins again.

    The usual one is anybody's, and so is every one that a system gives away by itself.
    """
    while True:
        port = choice(OUR_PORTS)
        with suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port


class Projector(Terminal):
    """A class in a terminal, pumped while something else goes on."""

    def __init__(self, words: list[str], home: Path) -> None:
        super().__init__(words, {"SEVEN_WEEKS_HOME": str(home), "PYTHONPATH": str(ROOT)})

    async def shows(self, text: str) -> None:
        """Wait until this is on the screen."""
        end = time.monotonic() + SOON
        while text not in self.shown():
            assert time.monotonic() < end, f"'{text}' is not on the screen:\n{self.shown()}"
            over = self._take_in()
            assert not over or text in self.shown(), f"It has ended without '{text}':\n{self.shown()}"
            await asyncio.sleep(0.02)

    def _take_in(self) -> bool:
        """Work out whatever has been sent. Returns whether the class has ended: its last words count as well."""
        over = False
        try:
            while self.pump(0):
                pass
        except EOFError:
            over = True
        for _ in self.frames():
            pass
        return over

    async def ended(self) -> int:
        """Wait until the program has ended. Gives its exit code."""
        async with asyncio.timeout(SOON):
            while (over := os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG)) is None:
                with suppress(EOFError, OSError):
                    while self.pump(0):
                        pass
                await asyncio.sleep(0.02)
        with suppress(EOFError, OSError):
            while self.pump(0):
                pass
        return over.si_status

    def hang_up(self) -> None:
        """Close the terminal, as a window is closed."""
        gone, self._file = self._file, os.open(os.devnull, os.O_RDWR)
        os.close(gone)


@asynccontextmanager
async def phone(desk):
    base = f"http://127.0.0.1:{desk.port}"
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{base}/ws", origin=base) as socket:
        yield socket


async def hears(socket, what, phase=""):
    while True:
        said = await socket.receive_json(timeout=SOON)
        if said["is"] == what and (not phase or said["board"].get("phase") == phase):
            return said


async def enter_and_vote(desk, vote, projector):
    """Come in by the door, and answer the question that is asked next. Returns the seat's token."""
    async with phone(desk) as socket:
        pair = Door(desk.code, desk.key).pair(time.time())
        await socket.send_json({"do": "enter", "code": desk.code, "pictures": [*pair]})
        token = (await hears(socket, "seat"))["token"]
        await projector.shows("1 is in.")
        projector.press("\r")
        await projector.shows("open the vote")
        projector.press("\r")
        await projector.shows("close the vote")
        board = (await hears(socket, "board", "vote"))["board"]
        await socket.send_json({"do": "vote", "round": board["round"], "vote": vote})
        await hears(socket, "counted")
    return token
