"""A class whose process is killed in the middle of a vote is there again, with its phones, within seconds."""

from __future__ import annotations

import json
import os
import time

import pytest

if os.name != "posix":
    pytest.skip("signals and terminals are a matter of POSIX", allow_module_level=True)

from game.classroom import desk as desks
from tests.classroom import redis_server
from tests.classroom.projectors import SOON, Projector, enter_and_vote, hears, phone, words_of


@pytest.fixture
def words(tmp_path, monkeypatch) -> list[str]:
    """The command, with a story of two questions."""
    monkeypatch.chdir(tmp_path)
    return words_of(tmp_path)


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
