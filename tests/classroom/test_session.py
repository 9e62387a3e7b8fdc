"""A session: what it writes when it is over, where, and what is left of it."""

import asyncio

import pytest

from game.classroom import desk as desks
from game.classroom.desk import Desk
from game.classroom.opening import Opening
from game.classroom.remote import Ask, Next
from game.classroom.session import Session
from tests.classroom.rooms import QUESTION, asking


def session_of(folder, *, solo=True):
    run = asking(QUESTION)
    return Session(Opening(run, None if solo else Desk.new(run.name, 0)), folder, seats=9)


async def raised(session, *counts):
    await session.press(Ask())
    await session.raised(counts)


async def test_an_open_round_and_one_that_nobody_has_taken_yet_are_written_too(tmp_path):
    session = session_of(tmp_path)
    await session.open()
    await raised(session, 2, 4)
    for _ in range(2):
        said = await session.write(tmp_path)
        assert said.startswith(f"What the room said is in {tmp_path / 'brass-kettle-class.csv'}")
        assert "tea,1,Do black,4,What now?" in (tmp_path / "brass-kettle-class.csv").read_text()
        await session.press(Next())
    assert len(list(tmp_path.iterdir())) == 2


async def test_where_nobody_has_voted_nothing_is_written(tmp_path):
    session = session_of(tmp_path)
    await session.open()
    await session.press(Ask())
    assert await session.write(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []


async def test_where_a_folder_takes_nothing_the_results_go_to_the_plays(tmp_path):
    session = session_of(tmp_path)
    await session.open()
    await raised(session, 5, 0)
    assert str(tmp_path / "brass-kettle-class.html") in await session.write(tmp_path / "not-there")


async def test_a_class_with_raised_hands_has_the_results_of_any_other(tmp_path):
    session = session_of(tmp_path)
    await session.open()
    for counts in ((5, 3),):
        await raised(session, *counts)
        await session.press(Next())
        await session.press(Next())
    await session.write(tmp_path)
    page = (tmp_path / "brass-kettle-class.html").read_text()
    assert "8 votes" in page
    assert "Do green" in page
    assert "What now?" in page


async def test_a_store_that_is_silent_keeps_no_secret_on_the_disk(tmp_path, monkeypatch):
    session = session_of(tmp_path, solo=False)
    await session.open()
    assert desks.read(tmp_path)
    with monkeypatch.context() as silent:
        silent.setattr(session.conductor, "over", lambda: asyncio.sleep(60))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await session.close()
    assert desks.read(tmp_path) is None
    await session.room.server.stop()


async def test_a_class_that_was_never_opened_ends_no_other(tmp_path):
    desks.write(Desk.new("another", 7749), tmp_path)
    await session_of(tmp_path, solo=False).close()
    assert desks.read(tmp_path).run == "another"
