"""A class in a Redis: it has more than one door, and neither a front nor a store that is lost ends it."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from contextlib import asynccontextmanager
from signal import SIGINT
from time import time

import aiohttp
import pytest

from game.classroom import further
from game.classroom.conductor import Conductor
from game.classroom.desk import Desk, NoClass
from game.classroom.door import Door
from game.classroom.hall import HALL, HallStore
from game.classroom.lead import Lead
from game.classroom.memory import MemoryStore
from game.classroom.notes import Notes
from game.classroom.opening import Opening
from game.classroom.poll import Asking, Step
from game.classroom.remote import Shut
from game.classroom.session import Session
from game.classroom.store import Seat, StoreGone
from tests.classroom import redis_server
from tests.classroom.rooms import QUESTION, Caller, asking, calling


@pytest.fixture(scope="module")
def shared():
    with redis_server.server() as redis:
        yield redis


@pytest.fixture
async def redis(shared):
    yield shared
    shared.stop()
    shared.start()


@asynccontextmanager
async def led(redis, folder, desk=None):
    """A class that is led in this Redis."""
    desk = desk or Desk.new("lesson", 0, store=redis.url)
    session = Session(Opening(asking(QUESTION), desk), folder, seats=9)
    await session.open()
    try:
        yield session
    finally:
        await session.close()


@asynccontextmanager
async def further_door(redis):
    """Another process's door, in this one. Gives its address, and the task that ends with the class."""
    said: asyncio.Queue[str] = asyncio.Queue()
    door = asyncio.create_task(further.serve(redis.url, port=0, lan=False, say=said.put_nowait))
    yield (await said.get()).rsplit(" ", 1)[1], door, said
    door.cancel()
    await asyncio.wait([door])


@asynccontextmanager
async def at(base):
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{base}/ws", origin=base) as socket:
        yield Caller(socket)


class TestAFrontThatIsKilled:
    """The store outlives it, and its desk knows what was asked."""

    async def begun_again(self, first: Conductor, **more) -> Conductor:
        again = Conductor(asking(QUESTION), first.store, left=first.asking, **more)
        await again.begin()
        return again

    async def asked(self, *votes: str, **more) -> Conductor:
        conductor = Conductor(asking(QUESTION), MemoryStore(), **more)
        await conductor.begin()
        for name in "ab":
            await conductor.store.sit(Seat(name, name), 9)
        await conductor.next()
        for seat, vote in zip("ab", votes, strict=False):
            assert await conductor.store.vote(conductor.view.board.round, seat, f'"{vote}"'.encode())
        return conductor

    async def test_goes_on_with_the_round_that_is_open_and_no_vote_is_lost(self):
        first = await self.asked("green")
        again = await self.begun_again(first)
        assert not again.view.board.again
        assert await again.store.vote(first.view.board.round, "b", b'"green"')
        await again.next()
        assert again.view.poll.rounds == (("green", "green"),)

    async def test_goes_on_with_the_talk_between_two_rounds(self):
        def talk(_):
            return Notes(prompt="Why?")

        first = await self.asked("green", "green", notes=talk)
        await first.next()
        again = await self.begun_again(first, notes=talk)
        assert again.view.poll.step is Step.TALK
        await again.next()
        await again.next()
        assert [result.votes for result in again.view.board.results] == [2, 0]

    async def test_a_round_of_an_earlier_move_is_not_taken_for_this_one(self):
        first = await self.asked("green")
        stale = Asking("tea", 1, (first.view.board.round,), open=True)
        again = Conductor(asking(QUESTION), first.store, left=stale)
        await again.begin()
        assert again.view.poll.step is Step.READY

    async def test_its_boards_are_newer_than_those_that_phones_have_seen(self):
        first = await self.asked("green")
        again = await self.begun_again(first, clock=lambda: 0.0)
        assert again.view.board.number > first.view.board.number


async def test_a_phone_votes_at_a_further_door_and_is_sent_home_with_the_class(redis, tmp_path, monkeypatch):
    monkeypatch.setattr(further, "LOOK", 0.05)
    async with led(redis, tmp_path) as session, further_door(redis) as (base, door, said), at(base) as phone:
        pair = Door(session.room.desk.code, session.room.desk.key).pair(time())
        await phone.says(do="enter", code=session.room.desk.code, pictures=[*pair])
        assert (await phone.hears())["is"] == "seat"
        await session.conductor.next()
        assert (await phone.votes(await phone.sees("vote"), "green"))["is"] == "counted"
        assert await session.conductor.store.votes(session.conductor.view.board.round)
        await session.close()
        await phone.sees("over")
        await phone.socket.close()
        await asyncio.wait_for(door, 5)
        assert [said.get_nowait() for _ in range(said.qsize())][-1] == further.OVER


async def test_without_a_class_there_is_no_further_door(redis):
    with pytest.raises(NoClass, match="Begin it first"):
        await further.serve(redis.url, port=0, lan=False, say=print)


async def test_two_classes_in_one_store_are_one_too_many(redis, tmp_path):
    async with led(redis, tmp_path):
        with pytest.raises(NoClass, match="Another class is led in this Redis"):
            await Lead(HallStore(redis.url, HALL)).claim(b"another key")


async def test_what_another_class_has_left_is_forgotten_and_what_this_one_has_is_kept(redis):
    store = HallStore(redis.url, HALL)
    await Lead(store).claim(b"a key")
    await store.sit(Seat("a", "brass kettle"), 9)
    await Lead(store).claim(b"a key")
    assert len(await store.seats()) == 1
    await Lead(store).claim(b"another key")
    assert await store.seats() == []
    await store.leave()


async def test_a_store_that_is_not_there_is_said_before_anybody_can_come_in(tmp_path):
    desk = Desk.new("lesson", 0, store="unix:///nowhere/redis.sock")
    session = Session(Opening(asking(QUESTION), desk), tmp_path, seats=9)
    with pytest.raises(StoreGone, match="Start it, or leave --store out"):
        await session.open()
    assert session.room.server.port == 0
    assert not [*tmp_path.iterdir()]


async def test_a_store_that_goes_and_comes_back_empty_does_not_end_the_class(redis, tmp_path, monkeypatch):
    monkeypatch.setattr("game.classroom.lead.LOOK", 0.02)
    monkeypatch.setattr("game.classroom.hub.RETRY", 0.02)
    async with led(redis, tmp_path) as session:
        room, conductor = session.room, session.conductor
        async with calling(room) as phone:
            await phone.enters(room)
            await conductor.next()
            board = await phone.sees("vote")
            redis.stop()
            assert (await phone.hears("away"))["why"].startswith("The class cannot be reached")
        assert "does not answer" in await room.remote.press(Shut())
        redis.start()
        async with coming_back(room, phone.token) as (again, mended):
            assert mended["again"]
            assert mended["number"] > board["number"]
            assert (await again.votes(mended, "green"))["is"] == "counted"


@asynccontextmanager
async def coming_back(room, token):
    """A phone that tries until it has its seat and something to vote on, as the page does."""
    while True:
        async with calling(room) as phone:
            await phone.says(do="return", token=token)
            said = await phone.hears("board")
            while said["is"] == "board":
                if said["board"].get("phase") == "vote":
                    yield phone, said["board"]
                    return
                said = await phone.hears("board")
        await asyncio.sleep(0.02)


@pytest.mark.parametrize("url", ["redis://:hush@127.0.0.1:1/0", "carrier://me:hush@pigeon"])
async def test_no_password_is_ever_said(url):
    with pytest.raises(StoreGone) as said:
        await HallStore(url, HALL).board()
    assert "hush" not in str(said.value)


@pytest.mark.prove
@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt is sent otherwise there")
async def test_a_further_door_is_a_process_that_ctrl_c_shuts(redis, tmp_path):
    words = (sys.executable, "-m", "game", "class", "--door", "--store", redis.url)
    async with led(redis, tmp_path) as session:
        process = await asyncio.create_subprocess_exec(*words, stdout=PIPE, stderr=PIPE)
        said = (await process.stdout.readline()).decode()
        assert session.room.address.base in said
        desk = session.room.desk
        async with at(said.split()[-1]) as phone:
            await phone.says(do="enter", code=desk.code, pictures=[*Door(desk.code, desk.key).pair(time())])
            assert (await phone.hears())["is"] == "seat"
            process.send_signal(SIGINT)
            assert (await phone.hears("closed", within=10))["is"] == "closed"
        _, errors = await process.communicate()
        assert (process.returncode, errors) == (0, b"")
        assert len(await session.conductor.store.seats()) == 1
