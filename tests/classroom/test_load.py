"""A class at work, as large as a test can be: everybody comes in, votes, is cut off and comes back.

The measurements of it are in tests/bench/room.py. Here it counts that no vote is lost and none is counted twice.
"""

from __future__ import annotations

import asyncio

import msgspec
import pytest

from game.classroom.conductor import Conductor
from game.classroom.desk import Desk
from game.classroom.memory import MemoryStore
from game.classroom.room import Room
from tests.bench import phone as phones_of_bench
from tests.bench import room as bench
from tests.bench.phone import Phone
from tests.bench.room_server import CODE, KEY, SECRET
from tests.classroom import redis_server
from tests.classroom.rooms import QUESTION, asking

PHONES = 60


async def test_sixty_phones_vote_change_their_mind_lose_the_line_and_come_back(tmp_path, monkeypatch):
    monkeypatch.setattr(phones_of_bench, "SOONEST", 0.01)
    store, desk = MemoryStore(), Desk(run="load", port=0, key=KEY, secret=SECRET, code=CODE)
    room = Room(Conductor(asking(QUESTION), store), store, desk, tmp_path, most=PHONES)
    await room.open()
    phones = bench.crowd(Phone, PHONES, [room.server])
    await asyncio.gather(*(phone.enter() for phone in phones))
    await room.conductor.next()
    round = room.conductor.view.board.round
    await asyncio.gather(*(phone.vote(round, "black") for phone in phones))
    await asyncio.gather(*(phone.come_back() for phone in phones))
    await asyncio.gather(*(phone.vote(round, "green") for phone in phones[::3]))
    counted = {seat: msgspec.json.decode(vote) for seat, vote in (await store.votes(round)).items()}
    assert counted == {phone.seat: phone.last for phone in phones}
    await room.conductor.next()
    assert [bar.count for bar in room.conductor.view.board.results[0].bars] == [20, 40]
    for phone in phones:
        phone.leave()
    await room.close()


@pytest.fixture
def brisk(monkeypatch):
    """The same in seconds: it is not timed."""
    for name, seconds in (("ARRIVING", 1.0), ("ANSWERING", 1.0)):
        monkeypatch.setattr(bench, name, seconds)


async def assert_nothing_lost(phones: int, **more) -> None:
    """Every gate is kept to, and nine in ten are back in time."""
    rows = {row.what.rsplit(": ")[-1]: row async for row in bench.room_rows(phones, **more)}
    gates = [row for row in rows.values() if row.gate]
    assert {row.verdict for row in gates} == {"PASS"}
    assert len(gates) == 3
    assert rows["cut off, back in 10 s"].ours >= 90


@pytest.mark.parametrize(
    ("votes", "tally", "verdicts"),
    [
        ({"a": "green", "b": "black"}, {"green": 1, "black": 1}, ["PASS", "PASS"]),
        ({"a": "green"}, {"green": 1}, ["FAIL", "PASS"]),
        ({"a": "green", "b": "green"}, {"green": 2}, ["FAIL", "PASS"]),
        ({"a": "green", "b": "black", "c": "black"}, {"green": 1, "black": 2}, ["PASS", "FAIL"]),
        ({"a": "green", "b": "black"}, {"green": 2, "black": 1}, ["PASS", "FAIL"]),
    ],
)
def test_a_vote_that_is_lost_or_counted_twice_fails_the_bench(votes, tally, verdicts):
    wanted = {"a": "green", "b": "black"}
    rows = bench.vote_rows("", wanted, {"votes": votes, "tally": tally})
    assert [row.verdict for row in rows] == verdicts


@pytest.mark.prove
async def test_three_hundred_phones_lose_nothing(brisk):
    await assert_nothing_lost(300)


@pytest.mark.prove
async def test_a_hundred_and_twenty_through_two_doors_lose_nothing(brisk):
    with redis_server.running() as url:
        await assert_nothing_lost(120, doors=2, store=url)
