"""What a room has to bear. Nothing crashes, nothing is counted that should not be, and the class goes on."""

import asyncio
import contextlib
from secrets import token_bytes

import aiohttp
import pytest

from game.classroom import server as serving
from game.classroom.cockpit import WRONG
from game.classroom.door import TRIES
from game.classroom.seats import token_of
from game.classroom.store import Seat
from tests.bench.room_server import resident
from tests.classroom.rooms import QUESTION, asking, calling, open_room

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
async def room(tmp_path):
    async with open_room(tmp_path, asking(QUESTION), most=5) as room:
        yield room
        await goes_on(room)


async def goes_on(room) -> None:
    """A pupil who does nothing wrong takes part."""
    for seat in await room.conductor.store.seats():
        await room.conductor.remove(seat.id)
    await room.conductor.lock(locked=False)
    await room.conductor.back() if room.conductor.view.poll.step != "ready" else None
    async with calling(room) as phone:
        await asyncio.sleep(0.02)
        assert (await phone.enters(room))["is"] == "seat"
        await room.conductor.next()
        board = await phone.sees("vote")
        assert (await phone.votes(board, "green"))["is"] == "counted"
        assert [*(await room.conductor.store.votes(board["round"])).values()] == [b'"green"']


async def fetched(room, path: str, **more) -> tuple[int, str, dict[str, str]]:
    base = room.address.base
    async with aiohttp.ClientSession() as session, session.get(base + path, **more) as answer:
        return answer.status, await answer.text(), dict(answer.headers)


class TestAtTheDoor:
    async def test_a_locked_door_lets_nobody_in_however_many_knock(self, room):
        await room.conductor.lock(locked=True)
        await asyncio.sleep(0.05)
        assert await knocks(room, 40) == 0

    async def test_a_crowd_at_an_open_door_takes_no_more_than_the_seats(self, room):
        assert await knocks(room, 40) == 5

    async def test_guessing_costs_tries_and_then_the_connection(self, room):
        async with calling(room) as phone:
            for _ in range(TRIES):
                assert (await phone.enters(room, code="AAAA"))["is"] == "no"
            assert (await phone.enters(room, code="AAAA"))["is"] == "out"
            assert (await phone.hears())["is"] == "closed"

    async def test_who_only_waits_at_a_locked_door_is_not_told_to_be_wrong(self, room):
        await room.conductor.lock(locked=True)
        await asyncio.sleep(0.05)
        async with calling(room) as phone:
            *_, last = [await phone.enters(room) for _ in range(TRIES + 1)]
        assert last == {"is": "out", "why": "That was tried too often. Load the page again."}

    async def test_the_code_alone_does_not_open_it(self, room):
        async with calling(room) as phone:
            assert (await phone.enters(room, pictures=["cat", "cat"]))["is"] == "no"

    async def test_one_connection_has_one_seat(self, room):
        async with calling(room) as phone:
            await phone.enters(room)
            await phone.says(do="enter", code=room.desk.code, pictures=[])
            assert len(await room.conductor.store.seats()) == 1

    @pytest.mark.prove
    @pytest.mark.parametrize("locked", [True, False], ids=["locked", "open"])
    async def test_a_thousand_bots_take_no_more_than_the_seats_and_leave_nothing_behind(self, room, locked):
        await room.conductor.lock(locked=locked)
        await asyncio.sleep(0.05)
        await knocks(room, 40)
        before = resident()
        came = await knocks(room, 1000)
        assert came == 0
        assert len(await room.conductor.store.seats()) == (0 if locked else 5)
        assert resident() - before < BOTS_LEAVE


BOTS_LEAVE = 40 * 2**20
"""Bytes by which a thousand bots, and the sockets that they come with, may have a process grow."""


async def knocks(room, count: int, at_once: int = 40) -> int:
    """How many of so many bots come in."""
    turn = asyncio.Semaphore(at_once)

    async def bot() -> bool:
        async with turn, calling(room) as phone:
            return (await phone.enters(room))["is"] == "seat"

    return sum(await asyncio.gather(*(bot() for _ in range(count))))


class TestOnTheWire:
    @pytest.mark.parametrize(
        "words",
        [
            "",
            "{",
            "[]",
            "null",
            '{"do":"vote"}',
            '{"do":"next"}',
            '{"do":"open","secret":"x"}',
            '{"do":"vote","round":7,"vote":1}',
            '{"do":"return","token":' + "[" * 900 + "]" * 900 + "}",
            '{"do":"enter","code":"' + SCRIPT + '"}',
        ],
        ids=range(10),
    )
    async def test_what_is_no_message_ends_the_connection(self, room, words):
        async with calling(room) as phone:
            await phone.socket.send_str(words)
            assert (await phone.hears())["is"] in ("out", "closed", "no")

    async def test_so_do_bytes(self, room):
        async with calling(room) as phone:
            await phone.socket.send_bytes(b"\x00\xff" * 100)
            assert (await phone.hears())["is"] == "closed"

    async def test_and_a_message_without_end(self, room):
        async with calling(room) as phone:
            with contextlib.suppress(ConnectionError):
                await phone.socket.send_str("x" * 1_000_000)
            assert (await phone.hears())["is"] == "closed"

    async def test_ten_thousand_votes_from_one_seat_are_one_vote_at_most(self, room):
        async with calling(room) as phone:
            await phone.enters(room)
            await room.conductor.next()
            board = await phone.sees("vote")
            with contextlib.suppress(ConnectionError):
                for _ in range(10_000):
                    await phone.says(do="vote", round=board["round"], vote="black")
            assert (await phone.hears("closed"))["is"] == "closed"
        assert len(await room.conductor.store.votes(board["round"])) <= 1

    async def test_nobody_votes_without_a_seat(self, room):
        await room.conductor.next()
        async with calling(room) as phone:
            await phone.says(do="vote", round=room.conductor.view.board.round, vote="black")
            assert (await phone.hears())["is"] == "out"
        assert (await room.conductor.counted()).answered == 0

    async def test_a_closed_question_takes_no_vote(self, room):
        async with calling(room) as phone:
            await phone.enters(room)
            await room.conductor.next()
            board = await phone.sees("vote")
            await room.conductor.next()
            assert (await phone.votes(board, "black"))["why"] == "This vote is closed."

    @pytest.mark.parametrize("vote", ["coffee", SCRIPT, 7, None, [], {"seat": "somebody else's"}, True])
    async def test_what_is_no_answer_is_not_counted(self, room, vote):
        async with calling(room) as phone:
            await phone.enters(room)
            await room.conductor.next()
            assert (await phone.votes(await phone.sees("vote"), vote))["is"] == "no"
        assert (await room.conductor.counted()).answered == 0

    async def test_nobody_takes_anothers_seat(self, room):
        async with calling(room) as phone, calling(room) as thief:
            await phone.enters(room)
            seat = (await room.conductor.store.seats())[0]
            for token in (
                token_of(seat, token_bytes(32)),
                f"{seat.id}.{seat.name}.",
                f"{seat.id}.{SCRIPT}.x",
                seat.id,
            ):
                await thief.says(do="return", token=token)
                assert (await thief.hears())["is"] == "no"

    async def test_a_token_used_twice_is_still_one_seat(self, room):
        async with calling(room) as phone, calling(room) as again:
            await phone.enters(room)
            await again.says(do="return", token=phone.token)
            await again.hears("seat")
            assert len(await room.conductor.store.seats()) == 1

    async def test_a_name_in_a_token_is_the_one_that_was_given(self, room):
        forged = token_of(Seat("x", SCRIPT), room.desk.key).replace("script", "b")
        async with calling(room) as phone:
            await phone.says(do="return", token=forged)
            assert (await phone.hears())["is"] == "no"


class TestTheCockpit:
    @pytest.mark.parametrize("secret", ["", "wrong", SCRIPT, "é"])
    async def test_a_wrong_secret_is_shown_the_door(self, room, secret):
        async with calling(room, "/cockpit/ws") as cockpit:
            await cockpit.says(do="open", secret=secret)
            assert await cockpit.hears() == {"is": "closed", "code": WRONG}

    async def test_and_so_is_whoever_presses_first(self, room):
        async with calling(room, "/cockpit/ws") as cockpit:
            await cockpit.says(do="next")
            assert (await cockpit.hears())["is"] == "closed"
        assert room.conductor.view.poll.step == "ready"

    @pytest.mark.parametrize("press", [{"do": "go", "day": 99}, {"do": "timer", "seconds": -1}, {"do": "sing"}])
    async def test_no_button_does_more_than_it_says(self, room, press):
        async with calling(room, "/cockpit/ws") as cockpit:
            await cockpit.says(do="open", secret=room.desk.secret)
            await cockpit.says(**press)
            assert "do not understand" in (await cockpit.hears("no"))["why"]


class TestOverHttp:
    @pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://[", "https://127.0.0.1"])
    async def test_a_page_from_elsewhere_gets_no_socket(self, room, origin):
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            async with calling(room, origin=origin):
                pass

    async def test_another_host_name_is_not_the_class(self, room):
        status, text, _ = await fetched(room, "/", headers={"Host": "evil.example"})
        assert (status, text) == (421, "This is not the address of the class.\n")

    @pytest.mark.parametrize(
        "path", ["/../desk.py", "/..%2f..%2fetc%2fpasswd", "/phone.html", "/%00", "/class.json", f"/{SCRIPT}"]
    )
    async def test_no_trick_of_a_path_finds_anything(self, room, path):
        status, text, _ = await fetched(room, path)
        assert status in (400, 404)
        assert "script" not in text
        assert "Traceback" not in text
        assert "/" not in text

    async def test_every_answer_comes_under_the_policy(self, room):
        for path in ("/nothing", "/ws"):
            _, _, headers = await fetched(room, path)
            assert "default-src 'none'" in headers["Content-Security-Policy"]
            assert headers["Server"] == "Seven Weeks"

    async def test_a_silent_connection_is_let_go(self, room, monkeypatch):
        monkeypatch.setattr(serving, "PATIENCE", 0.05)
        reader, writer = await asyncio.open_connection("127.0.0.1", room.server.port)
        writer.write(b"GET / HTTP/1.1\r\nHost: ")
        await writer.drain()
        with contextlib.suppress(ConnectionError):
            assert await asyncio.wait_for(reader.read(), 2) == b""

    async def test_more_connections_than_there_can_be_seats_are_not_kept(self, room):
        writers = []
        for _ in range(5 * serving.PER_SEAT + serving.SPARE + 20):
            _, writer = await asyncio.open_connection("127.0.0.1", room.server.port)
            writers.append(writer)
        await asyncio.sleep(serving.BIRTH + 0.1)
        kept = len(room.server._runner.server.connections)
        for writer in writers:
            writer.close()
        await asyncio.sleep(0.1)
        assert kept <= 5 * serving.PER_SEAT + serving.SPARE
