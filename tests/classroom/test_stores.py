"""What every store does, in memory or elsewhere."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterator

import pytest

from game.classroom.board import Board, Phase
from game.classroom.forms import Choice, Pick
from game.classroom.hall import HallStore
from game.classroom.memory import MemoryStore
from game.classroom.store import Back, Counted, Glance, Sat, Seat, Store, StoreGone
from tests.classroom import redis_server

ANNA, BELA, CARL = Seat("a", "brass kettle"), Seat("b", "iron door"), Seat("c", "late lift")
PICK = Pick(text="Tea?", choices=(Choice("green", "Green"), Choice("black", "Black")))


@pytest.fixture(scope="module")
def redis() -> Iterator[str]:
    with redis_server.running() as url:
        yield url


@pytest.fixture(params=["memory", "redis"])
async def store(request) -> AsyncIterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    store = HallStore(request.getfixturevalue("redis"), secrets.token_hex(4))
    yield store
    await store.leave()


async def test_a_board_comes_back_as_it_was_put(store):
    board = Board(number=3, phase=Phase.VOTE, round="r", form=PICK)
    await store.put(board)
    assert await store.board() == board


async def test_who_follows_the_boards_sees_the_standing_one_and_then_the_next(store):
    await store.put(Board(number=1))
    boards = store.boards()
    assert (await anext(boards)).number == 1
    following = asyncio.ensure_future(anext(boards))
    await asyncio.sleep(0.01)
    await store.put(Board(number=2))
    assert (await asyncio.wait_for(following, 2)).number == 2


async def test_a_slow_follower_sees_the_newest(store):
    boards = store.boards()
    await anext(boards)
    for number in range(1, 9):
        await store.put(Board(number=number))
    seen = [(await asyncio.wait_for(anext(boards), 2)).number]
    while seen[-1] != 8:
        seen.append((await asyncio.wait_for(anext(boards), 2)).number)
    assert seen == sorted({*seen})


async def test_seats_are_given_in_turn_until_there_are_no_more(store):
    assert [await store.sit(seat, 2) for seat in (ANNA, BELA, CARL)] == [Sat.SEATED, Sat.SEATED, Sat.FULL]
    assert await store.seats() == [ANNA, BELA]


async def test_ones_own_seat_can_be_taken_again_even_in_a_full_room(store):
    await store.sit(ANNA, 1)
    assert await store.sit(ANNA, 1) is Sat.SEATED
    assert len(await store.seats()) == 1


async def test_whoever_comes_back_finds_seat_and_vote(store):
    assert await store.back(ANNA, 9, "") == Back(Sat.SEATED, None)
    await store.open("r")
    await store.vote("r", "a", b"1")
    assert await store.back(ANNA, 1, "r") == Back(Sat.SEATED, b"1")
    assert await store.back(BELA, 9, "r") == Back(Sat.SEATED, None)
    await store.remove("a")
    assert await store.back(ANNA, 9, "r") == Back(Sat.REMOVED, None)


async def test_no_two_have_one_name(store):
    await store.sit(ANNA, 9)
    assert await store.sit(Seat("z", ANNA.name), 9) is Sat.NAMED


async def test_a_seat_that_was_taken_away_is_gone_for_good_and_its_name_is_free(store):
    await store.sit(ANNA, 9)
    await store.remove("a")
    assert await store.seat("a") is None
    assert await store.sit(ANNA, 9) is Sat.REMOVED
    assert await store.sit(Seat("z", ANNA.name), 9) is Sat.SEATED


async def test_the_last_vote_of_a_seat_is_the_one_that_counts(store):
    await store.sit(ANNA, 9)
    await store.sit(BELA, 9)
    await store.open("r")
    for seat, vote in (("a", b"1"), ("b", b"2"), ("a", b"3")):
        assert await store.vote("r", seat, vote)
    assert await store.votes("r") == {"a": b"3", "b": b"2"}
    assert await store.glance() == Glance("r", Counted(2, 2), [ANNA, BELA], {b"3": 1, b"2": 1})
    assert (await store.glance(last=1)).seats == [BELA]
    assert await store.counted() == Counted(2, 2)


@pytest.mark.parametrize(("round", "seat"), [("old", "a"), ("", "a"), ("r", "stranger")])
async def test_a_vote_counts_in_the_open_round_and_from_a_seat_alone(store, round, seat):
    await store.sit(ANNA, 9)
    await store.open("r")
    assert await store.vote(round, seat, b"1") is False
    assert await store.votes("r") == {}


async def test_once_shut_nothing_counts_and_what_was_counted_stays(store):
    await store.sit(ANNA, 9)
    await store.open("r")
    await store.vote("r", "a", b"1")
    await store.shut()
    assert await store.vote("r", "a", b"2") is False
    assert await store.votes("r") == {"a": b"1"}


async def test_one_round_is_open_at_a_time(store):
    await store.sit(ANNA, 9)
    await store.open("one")
    await store.open("two")
    assert await store.vote("one", "a", b"1") is False
    assert await store.vote("two", "a", b"1") is True


async def test_a_seat_that_goes_takes_its_vote_along(store):
    await store.sit(ANNA, 9)
    await store.open("r")
    await store.vote("r", "a", b"1")
    await store.remove("a")
    assert await store.votes("r") == {}
    assert (await store.glance()).tally == {}


async def test_when_it_is_closed_nothing_is_left(store):
    await store.sit(ANNA, 9)
    await store.open("r")
    await store.vote("r", "a", b"1")
    await store.close()
    assert await store.seats() == []
    assert await store.votes("r") == {}
    assert (await store.glance()).tally == {}
    assert await store.counted() == Counted(0, 0)


class TestRedis:
    async def test_several_processes_serve_one_room(self, redis):
        here, there = HallStore(redis, "hall"), HallStore(redis, "hall")
        await here.sit(ANNA, 9)
        await here.open("r")
        assert await there.vote("r", "a", b"1")
        assert await here.votes("r") == {"a": b"1"}
        await here.close()
        for each in (here, there):
            await each.leave()

    async def test_two_rooms_know_nothing_of_each_other(self, redis):
        one, other = HallStore(redis, "one"), HallStore(redis, "other")
        await one.sit(ANNA, 9)
        assert await other.seats() == []
        for each in (one, other):
            await each.leave()

    async def test_a_class_that_nobody_closes_goes_by_itself(self, redis):
        store = HallStore(redis, "left")
        await store.put(Board(number=1))
        await store.sit(ANNA, 9)
        await store.open("r")
        await store.vote("r", "a", b"1")
        keys = await store._redis.keys("seven-weeks:left:*")
        assert len(keys) == 8
        assert all([0 < await store._redis.ttl(key) <= 6 * 3600 for key in keys])
        await store.leave()

    async def test_one_that_is_not_there_is_said_to_be_gone(self):
        store = HallStore("unix:///nowhere/redis.sock", "hall")
        with pytest.raises(StoreGone, match="does not answer"):
            await store.board()

    def test_what_is_no_address_is_said_to_be_none(self):
        with pytest.raises(StoreGone, match="no address of a Redis"):
            HallStore("carrier pigeon", "hall")
