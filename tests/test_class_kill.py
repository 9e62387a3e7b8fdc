"""A class whose process is killed in the middle of a vote is there again, with its phones, within seconds."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
import time
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from random import choice

import pytest

if os.name != "posix":
    pytest.skip("signals and terminals are a matter of POSIX", allow_module_level=True)

import aiohttp

from game.classroom import desk as desks
from game.classroom.door import Door
from tests.bench.coldstart import Terminal
from tests.classroom import redis_server

ROOT = Path(__file__).parent.parent
SOON = 30.0
OUR_PORTS = range(20000, 30000)
WORDS = ("class", "--still", "--new", "lesson")


@pytest.fixture
def words(tmp_path) -> list[str]:
    """The command, with a story of two questions."""
    scenes = tmp_path / "scenes"
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


@pytest.mark.prove
async def test_with_a_redis_a_killed_class_goes_on_with_the_votes_it_had(words, tmp_path):
    home = tmp_path / "home"
    with redis_server.running() as url:
        words = [*words, "--store", url]
        first = Projector(words, home)
        try:
            await first.shows("The code:")
            await enter_and_vote(desks.read(home), "b", first)
            await first.shows("1 of 1 have answered")
        finally:
            first.close()
        second = Projector(words, home)
        try:
            await second.shows("1 of 1 have answered")
            assert "once more" not in second.shown()
            second.press("\r")
            await second.shows("take the answer")
            second.press("q")
            await second.shows("End this class?")
            second.press("q")
            await second.shows("is saved as lesson")
        finally:
            second.close()


@pytest.mark.prove
async def test_a_killed_class_asks_again_and_knows_its_phones(words, tmp_path):
    home = tmp_path / "home"
    first = Projector(words, home)
    try:
        await first.shows("The code:")
        before = desks.read(home)
        assert (home / desks.NAME).stat().st_mode & 0o777 == 0o600
        token = await enter_and_vote(before, "b", first)
        await first.shows("1 of 1 have answered")
    finally:
        first.close()
    killed, second = time.monotonic(), Projector(words, home)
    try:
        await second.shows("Please vote once more.")
        assert time.monotonic() - killed < SOON
        after = desks.read(home)
        assert (after.port, after.code, after.key, after.secret) == (
            before.port,
            before.code,
            before.key,
            before.secret,
        )
        async with phone(after) as socket:
            await socket.send_json({"do": "return", "token": token})
            assert (await hears(socket, "seat"))["token"] == token
            board = (await hears(socket, "board", "vote"))["board"]
            assert board["again"]
            await socket.send_json({"do": "vote", "round": board["round"], "vote": "b"})
            await second.shows("1 of 1 have answered")
            second.press("\r")
            await second.shows("take the answer")
            second.press("\r")
            await second.shows("Which cup?")
            second.press("q")
            await second.shows("End this class?")
            second.press("q")
            assert (await hears(socket, "board", "over"))["board"]["locked"]
        await second.shows("is saved as lesson")
    finally:
        second.close()
    assert not (home / desks.NAME).exists()
    answers = [json.loads(line) for line in (home / "runs" / "lesson.jsonl").read_text().splitlines()]
    assert [line["answer"] for line in answers if "answer" in line] == ["b"]
