"""However a class ends, its results are written and its secrets are gone: real processes in real terminals."""

from __future__ import annotations

import asyncio
import os
import signal

import pytest

if os.name != "posix":
    pytest.skip("signals and terminals are a matter of POSIX", allow_module_level=True)

from game.classroom import desk as desks
from tests.classroom.projectors import SOON, Projector, enter_and_vote, hears, phone, words_of

TABLE = ["question,round,option,count,asked", "tea,1,all votes,1,Which tea?"]


def twice(key):
    async def press(projector):
        projector.press(key)
        await projector.shows("End this class?")
        projector.press(key)

    return press


def told(number):
    async def tell(projector):
        os.kill(projector.pid, number)

    return tell


async def is_closed(projector):
    projector.hang_up()


WAYS = {
    "q q": (twice("q"), 0),
    "Ctrl+C twice": (twice("\x03"), 0),
    "SIGTERM": (told(signal.SIGTERM), 128 + signal.SIGTERM),
    "SIGINT": (told(signal.SIGINT), 128 + signal.SIGINT),
    "the window is closed": (is_closed, 128 + signal.SIGHUP),
}


@pytest.mark.prove
@pytest.mark.parametrize("way", WAYS)
async def test_however_a_class_ends_its_results_are_written_and_its_secrets_are_gone(way, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    home, (end, code) = tmp_path / "home", WAYS[way]
    projector = Projector(words_of(tmp_path), home)
    try:
        await projector.shows("The code:")
        desk = desks.read(home)
        token = await enter_and_vote(desk, "b", projector)
        await projector.shows("1 of 1 have answered")
        async with phone(desk) as socket:
            await socket.send_json({"do": "return", "token": token})
            await hears(socket, "seat")
            await end(projector)
            async with asyncio.timeout(SOON):
                await hears(socket, "board", "over")
        assert await projector.ended() == code
        said = b"".join(chunk for _, chunk in projector.chunks).decode()
    finally:
        projector.close()
    assert (tmp_path / "lesson-class.csv").read_text().splitlines() == TABLE
    assert "Which tea?" in (tmp_path / "lesson-class.html").read_text()
    assert not (home / desks.NAME).exists()
    assert way == "the window is closed" or "lesson-class.html" in said.split("\x1b[?1049l")[-1]
