"""The cockpit in a terminal: it finds the class by its desk, sees everything, and reaches it again by itself."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from time import time

import msgspec
import pytest

from game.classroom import desk, follower
from game.classroom.conductor import Conductor
from game.classroom.desk import Desk
from game.classroom.memory import MemoryStore
from game.classroom.notes import Notes
from game.classroom.room import Room
from game.classroom.slate import Slate
from game.classroom.stand import stand_of
from game.classroom.store import Seat
from game.screens.classroom.cockpit import CockpitApp
from game.screens.classroom.standing import Left, Right
from game.screens.glyphs import UNICODE
from tests import stories
from tests.screens.classroom.rooms import CABLES, PROMPT, asking
from tests.screens.stage import seen

NOTES = Notes(teaches="What a corner costs.", note="Let them argue.", slips=("Fast is careless.",), prompt=PROMPT)


@asynccontextmanager
async def class_in(folder, port=0):
    """A class with phones, without its projector."""
    store = MemoryStore()
    conductor = Conductor(asking(CABLES), store, notes=lambda _: NOTES)
    room = Room(conductor, store, Desk.new("lesson", port), folder)
    await room.open()
    conductor.changed = room.keep
    try:
        yield room, store
    finally:
        await room.close()


async def lines_of(conductor):
    """What the presenter reads at the left."""
    left = Left(UNICODE)
    left.stand = await stand_of(conductor, "ABCD", ("cat", "key"), time())
    return [line.plain for line in left.paint(60)]


async def until(app, text):
    """Wait until this is on the screen."""
    async with asyncio.timeout(20):
        while text not in seen(app):
            await asyncio.sleep(0.02)


async def test_the_presenter_sees_the_tally_and_presses_every_button(tmp_path):
    async with (
        class_in(tmp_path) as (room, store),
        CockpitApp(tmp_path, still=True).run_test(size=(100, 30)) as pilot,
    ):
        app = pilot.app
        await until(app, "Let them argue.")
        assert room.desk.code in seen(app)
        await pilot.press("enter")
        await until(app, "close the vote")
        await store.sit(Seat("one", "amber kettle"), 9)
        await store.vote(room.conductor.view.board.round, "one", msgspec.json.encode("close"))
        await until(app, "1 of 1 have answered; only you see this")
        await until(app, "amber kettle")
        await pilot.press("enter")
        await until(app, PROMPT)
        await pilot.press("r")
        await until(app, "the room: Do close")
        await pilot.press("x", "1")
        await until(app, "1   amber kettle")
        await pilot.press("enter")
        await until(app, "0 seats")
        await pilot.press("backspace")
        await until(app, "open the vote")


async def test_beside_a_class_with_hands_it_shows_and_presses_nothing(tmp_path):
    conductor = Conductor(asking(CABLES), MemoryStore(), notes=lambda _: NOTES)
    await conductor.begin()
    slate = Slate(conductor, tmp_path)
    await slate.write()
    async with CockpitApp(tmp_path, still=True).run_test(size=(100, 30)) as pilot:
        await until(pilot.app, "Let them argue.")
        assert "Open the vote" in seen(pilot.app)
        await pilot.press("enter")
        await until(pilot.app, follower.BY_HAND[:40])
        assert conductor.view.poll.step == "ready"
        await conductor.next()
        await slate.write()
        await until(pilot.app, "Hands are up.")
        assert "seats" not in seen(pilot.app)
        slate.clear()
        await until(pilot.app, "No class is under way any more")


@pytest.mark.prove
async def test_the_presenter_ends_the_class_and_is_told_where_its_results_are(tmp_path):
    async with (
        class_in(tmp_path) as (room, _),
        CockpitApp(tmp_path, still=True).run_test(size=(100, 30)) as pilot,
    ):
        ended = asyncio.Event()
        room.conductor.leaving = ended.set
        await until(pilot.app, "open the vote")
        await pilot.press("e", "enter")
        assert not ended.is_set()
        await pilot.press("e", "q")
        await asyncio.wait_for(ended.wait(), 5)
        await room.close("It is all in tea.csv.")
        await until(pilot.app, "It is all in tea.csv.")


async def test_a_vote_comes_first_and_the_notes_after_it():
    conductor = Conductor(asking(CABLES), MemoryStore(), notes=lambda _: NOTES)
    await conductor.begin()
    told = await lines_of(conductor)
    assert told.index("say: Let them argue.") < told.index("What now?") < told.index("slip  Fast is careless.")
    await conductor.next()
    asked = await lines_of(conductor)
    assert asked.index("What now?") < asked.index("say: Let them argue.") < asked.index("slip  Fast is careless.")


@pytest.mark.parametrize(
    ("question", "how"),
    [
        (stories.tell("worth", "worth"), "to 5,"),
        (stories.arrange("order"), "o at the front answers"),
        (stories.number("hour"), "o at the front answers"),
    ],
)
async def test_it_says_how_to_answer_what_is_no_list(question, how):
    conductor = Conductor(asking(question), MemoryStore())
    await conductor.begin()
    assert any(how in line for line in await lines_of(conductor))


async def test_a_round_in_which_nobody_voted_is_said_to_be_one():
    conductor = Conductor(asking(CABLES), MemoryStore(), notes=lambda _: Notes())
    await conductor.begin()
    await conductor.next()
    await conductor.next()
    assert "Nobody has voted." in await lines_of(conductor)


async def test_the_clock_against_the_plan_fits_beside_the_story():
    conductor = Conductor(asking(CABLES), MemoryStore(), notes=lambda _: NOTES._replace(planned=3600))
    right = Right()
    right.stand, right.heard = await stand_of(conductor, "ABCD", ("cat", "key"), time() - 60), time()
    assert right.paint(28)[0].plain == "1:00   59 min ahead"


async def test_after_a_jump_what_is_left_to_play_stands_beside_what_is_left_of_the_lesson():
    notes = NOTES._replace(planned=3600, rest=870, ends=4500)
    conductor = Conductor(asking(CABLES), MemoryStore(), notes=lambda _: notes)
    await conductor.begin()
    await conductor.go(1)
    right = Right()
    right.stand, right.heard = await stand_of(conductor, "ABCD", ("cat", "key"), time() - 60), time()
    assert [line.plain for line in right.paint(28)][:2] == ["1:00", "15 min to play, 74 left"]


@pytest.mark.prove
async def test_it_reaches_a_class_that_was_away(tmp_path, monkeypatch):
    monkeypatch.setattr(follower, "PAUSE", 0.01)
    async with CockpitApp(tmp_path, still=True).run_test(size=(100, 30)) as pilot:
        await until(pilot.app, "No class is under way any more")
        async with class_in(tmp_path) as (room, _):
            await until(pilot.app, "Let them argue.")
            port = room.server.port
        assert desk.read(tmp_path) is None
        await until(pilot.app, "No class is under way any more")
        async with class_in(tmp_path, port) as (room, _):
            await until(pilot.app, room.desk.code)


async def test_a_class_that_is_heard_while_the_cockpit_is_left_hurts_nobody(tmp_path, monkeypatch):
    """Leaving takes what is on the screen away before it stops listening."""
    heard = {}

    class Silent:
        def __init__(self, folder, stands, told):
            heard.update(stands=stands, told=told)

        async def follow(self):
            pass

    monkeypatch.setattr("game.screens.classroom.cockpit.Follower", Silent)
    async with CockpitApp(tmp_path, still=True).run_test(size=(100, 30)) as pilot:
        await pilot.app.screen.remove_children()
        heard["told"]("The class at this port is another one.")
        heard["stands"](None)
        await pilot.pause()
    assert pilot.app.return_code in (0, None)
