"""Phones and a class, over real sockets."""

import asyncio
import contextlib
import socket
from itertools import pairwise

from aiohttp import WSCloseCode

from game.classroom import server
from game.classroom.memory import MemoryStore
from game.classroom.phones import REMOVED
from tests import stories
from tests.classroom.rooms import QUESTION, Caller, asking, calling, open_room


async def test_somebody_comes_in_votes_changes_their_mind_and_sees_what_the_room_says(tmp_path):
    async with open_room(tmp_path, asking(QUESTION)) as room, calling(room) as phone:
        assert (await phone.enters(room))["is"] == "seat"
        await room.conductor.next()
        board = await phone.sees("vote")
        assert board["form"]["text"] == QUESTION.text
        for vote in ("green", "black"):
            assert await phone.votes(board, vote) == {"is": "counted", "round": board["round"], "vote": vote}
        await room.conductor.next()
        assert (await phone.sees("shown"))["results"] == [{"votes": 1, "bars": [], "answer": "Do black"}]


async def test_nothing_of_a_tally_reaches_a_phone_before_it_is_shown(tmp_path):
    heard = []
    async with open_room(tmp_path, asking(QUESTION)) as room, calling(room) as phone, calling(room) as other:
        await phone.enters(room)
        await other.enters(room)
        await room.conductor.next()
        await other.votes(await other.sees("vote"), "black")
        heard.append(await phone.sees("vote"))
        assert "black" not in str(heard[0].get("results", ""))
        assert "answered" not in str(heard)


async def test_a_reload_comes_back_to_the_seat_and_to_the_answer(tmp_path):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        async with calling(room) as phone:
            await phone.enters(room)
            await room.conductor.next()
            await phone.votes(await phone.sees("vote"), "black")
        async with calling(room) as again:
            await again.says(do="return", token=phone.token)
            assert (await again.hears())["name"] == phone.name
            assert (await again.hears())["vote"] == "black"
            await again.sees("vote")
        assert len(await room.conductor.store.seats()) == 1


async def test_a_class_that_was_started_again_knows_its_seats(tmp_path):
    async with open_room(tmp_path, asking(QUESTION)) as room, calling(room) as phone:
        await phone.enters(room)
        await room._store.close()  # as a killed process leaves it
        async with calling(room) as again:
            await again.says(do="return", token=phone.token)
            assert (await again.hears())["name"] == phone.name
            await room.conductor.next()
            assert (await again.votes(await again.sees("vote"), "green"))["is"] == "counted"


async def test_whoever_is_asked_to_leave_is_told_at_once_and_cannot_come_back(tmp_path):
    async with open_room(tmp_path, asking(QUESTION)) as room, calling(room) as phone:
        await phone.enters(room)
        await room.conductor.remove((await room.conductor.store.seats())[0].id)
        assert (await phone.hears("out"))["why"] == REMOVED
        async with calling(room) as again:
            await again.says(do="return", token=phone.token)
            assert (await again.hears())["why"] == REMOVED


async def test_a_locked_door_lets_nobody_new_in_and_everybody_back(tmp_path):
    async with open_room(tmp_path, asking(QUESTION)) as room, calling(room) as phone, calling(room) as late:
        await phone.enters(room)
        await room.conductor.lock(locked=True)
        await asyncio.sleep(0.05)
        assert "locked" in (await late.enters(room))["why"]
        async with calling(room) as again:
            await again.says(do="return", token=phone.token)
            assert (await again.hears())["is"] == "seat"


async def test_whoever_comes_when_the_class_is_over_is_told_that_it_is(tmp_path):
    async with open_room(tmp_path, asking(QUESTION)) as room, calling(room) as phone:
        await room.conductor.over()
        await asyncio.sleep(0.05)
        assert (await phone.enters(room))["why"] == "This class is over."


async def test_every_seat_can_be_taken(tmp_path):
    async with open_room(tmp_path, asking(QUESTION), most=1) as room, calling(room) as one, calling(room) as two:
        await one.enters(room)
        assert (await two.enters(room))["why"] == "Every seat is taken."


async def test_every_kind_of_question_is_asked_and_answered_by_phone(tmp_path):
    run = stories.unkept(stories.every_kind())
    votes = {
        "pick": lambda form: form["choices"][0]["id"],
        "guess": lambda _: {"guess": 5, "sure": 2},
        "share": lambda _: {"sofa": 4},
        "order": lambda form: [choice["id"] for choice in form["choices"]],
        "scale": lambda _: 4,
    }
    asked = set()
    async with open_room(tmp_path, run) as room, calling(room) as phone:
        await phone.enters(room)
        while run.now().question is not None:
            if room.conductor.view.poll is None:
                await room.conductor.next()
                continue
            await room.conductor.next()
            board = await phone.sees("vote")
            form = board["form"]
            asked.add(form["form"])
            free = [each for each in form.get("choices", []) if not each.get("struck")]
            vote = free[0]["id"] if form["form"] == "pick" else votes[form["form"]](form)
            assert (await phone.votes(board, vote))["is"] == "counted"
            await room.conductor.next()
            await room.conductor.next()
    assert asked == {*votes}


async def test_thirty_phones_answer_and_every_last_word_counts(tmp_path):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        await asyncio.gather(*(self_willed(room, at) for at in range(30)), presenter(room))
        assert room.conductor.view.board.results[0].votes == 30
        assert [bar.count for bar in room.conductor.view.board.results[0].bars] == [10, 20]


async def self_willed(room, at: int) -> None:
    async with calling(room) as phone:
        await phone.enters(room)
        board = await phone.sees("vote")
        for vote in ("black", "green" if at % 3 == 0 else "black"):
            assert (await phone.votes(board, vote))["is"] == "counted"
        await phone.sees("shown")


async def presenter(room) -> None:
    while len(await room.conductor.store.seats()) < 30:
        await asyncio.sleep(0.01)
    await room.conductor.next()
    last = {}
    while len(last) < 30 or [*last.values()].count(b'"green"') != 10:
        await asyncio.sleep(0.02)
        last = await room.conductor.store.votes(room.conductor.view.board.round)
    await asyncio.sleep(0.05)
    await room.conductor.next()


async def test_a_hall_may_come_back_while_the_class_is_busy_and_is_let_in_a_few_at_a_time(tmp_path):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        with contextlib.ExitStack() as back:
            for _ in range(6 * server.AT_A_TIME):  # nothing is taken meanwhile, and nobody is turned away
                back.enter_context(socket.create_connection(("127.0.0.1", room.server.port), timeout=1))
            taken = [0]
            while taken[-1] < 6 * server.AT_A_TIME:
                await asyncio.sleep(0)
                taken.append(len(room.server._held))
        assert max(after - before for before, after in pairwise(taken)) <= server.AT_A_TIME


class TestCockpit:
    async def test_it_shows_what_no_phone_sees_and_holds_the_remote(self, tmp_path):
        async with open_room(tmp_path, asking(QUESTION)) as room, calling(room) as phone:
            await phone.enters(room)
            async with calling(room, "/cockpit/ws") as cockpit:
                await cockpit.says(do="open", secret=room.desk.secret)
                stand = (await cockpit.hears("stand"))["stand"]
                assert (stand["button"], stand["code"]) == ("Open the vote", room.desk.code)
                await cockpit.says(do="next", saw=stand["number"])
                await phone.votes(await phone.sees("vote"), "green")
                stand = await tallied(cockpit)
                assert stand["tally"] == [{"text": "Do green", "count": 1}, {"text": "Do black", "count": 0}]

    async def test_what_cannot_be_done_is_said(self, tmp_path):
        async with open_room(tmp_path, asking(QUESTION)) as room, calling(room, "/cockpit/ws") as cockpit:
            await cockpit.says(do="open", secret=room.desk.secret)
            await cockpit.says(do="take")
            assert (await cockpit.hears("no"))["why"].startswith("Nobody has voted")


async def tallied(cockpit: Caller):
    while True:
        stand = (await cockpit.hears("stand"))["stand"]
        if stand["answered"]:
            return stand


async def test_everybody_is_told_that_the_class_is_over(tmp_path, monkeypatch):
    monkeypatch.setattr(server, "GOODBYE", 0.05)
    async with (
        open_room(tmp_path, asking(QUESTION)) as room,
        calling(room) as phone,
        calling(room, "/cockpit/ws") as cockpit,
    ):
        await phone.enters(room)
        await cockpit.says(do="open", secret=room.desk.secret)
        await cockpit.hears("stand")
        closing = asyncio.create_task(room.close("It is in tea.csv."))
        await phone.sees("over")
        await phone.socket.close()
        assert (await cockpit.hears("over"))["told"] == "It is in tea.csv."
        assert await cockpit.hears("closed") == {"is": "closed", "code": WSCloseCode.GOING_AWAY}
        await closing


async def test_a_store_may_be_any_store(tmp_path):
    store = MemoryStore()
    async with open_room(tmp_path, asking(QUESTION), store=store) as room, calling(room) as phone:
        await phone.enters(room)
        assert [seat.name for seat in await store.seats()] == [phone.name]
