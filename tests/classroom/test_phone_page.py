"""A pupil's page in a real browser: from the door to the reveal."""

import asyncio
import re
from time import time

import pytest

from game.classroom import hub
from game.classroom.conductor import Conductor
from game.classroom.memory import MemoryStore
from game.classroom.pictures import NAMES
from game.classroom.poll import Asking
from game.classroom.room import Room
from tests import stories
from tests.classroom.answers import BY_KEYS, EVERY_FORM, FILLED_IN, KEYS, TIRED, twice
from tests.classroom.browsers import LAPTOP, PHONE, expect, last_vote, others_vote
from tests.classroom.rooms import QUESTION, asking, open_room

pytestmark = [pytest.mark.prove, pytest.mark.asyncio(loop_scope="session")]

HOSTILE = stories.choose("tea", stories.option("<img src=x onerror=alert(1)>"), stories.option("black"))


@pytest.mark.parametrize("size", [PHONE, LAPTOP])
async def test_votes_in_every_form(tmp_path, visitor, size):
    async with open_room(tmp_path, asking(*EVERY_FORM)) as room:
        pupil = await visitor(room, size)
        await pupil.comes_in()
        for fill_in, vote in FILLED_IN:
            await room.conductor.next()
            await expect(pupil.page.get_by_role("button", name="Send")).to_be_visible()
            await pupil.can_be_used()
            await fill_in(pupil.page)
            await pupil.sends(vote)
            await room.conductor.next()
            await pupil.hears("This is what the room says.")
            await room.conductor.next()
        pupil.has_nothing_to_complain_of()


async def test_sees_how_the_room_has_changed_its_mind(tmp_path, visitor):
    async with open_room(tmp_path, asking(QUESTION), noted=twice) as room:
        pupil = await visitor(room)
        await pupil.page.clock.install(time=0)  # a phone whose clock is years behind
        await pupil.comes_in()
        await room.conductor.next()
        await pupil.page.get_by_label("Do green").check()
        await pupil.sends("green")
        await others_vote(room, *[b'"green"'] * 4)
        await room.conductor.next()
        await pupil.reads("Which tea, and why?")
        await expect(pupil.page.get_by_text("You said Do green")).to_be_visible()
        await expect(pupil.page.get_by_role("timer")).to_have_text(re.compile("1:2."))
        await room.conductor.next()
        await pupil.hears("Your earlier answer is filled in.")
        await expect(pupil.page.get_by_label("Do green")).to_be_checked()
        await pupil.page.get_by_label("Do black").check()
        await pupil.sends("black")
        await others_vote(room, *[b'"green"'] * 5)
        await room.conductor.next()
        rows = pupil.page.get_by_role("listitem")
        await expect(rows).to_have_text(["Do greenFirst5Second5", "Do blackFirst0Second1"])
        widths = "(fills) => fills.map((fill) => Math.round(parseFloat(fill.style.width)))"
        assert await pupil.page.locator(".fill").evaluate_all(widths) == [100, 83, 0, 17]
        await expect(pupil.page.get_by_text("The room says Do green")).to_be_visible()
        await room.close()
        await pupil.reads("That was it")
        pupil.has_nothing_to_complain_of()


async def test_is_told_what_the_bars_of_an_order_count(tmp_path, visitor):
    async with open_room(tmp_path, asking(stories.arrange("order"))) as room:
        pupil = await visitor(room)
        await pupil.comes_in()
        await room.conductor.next()
        await others_vote(room, *[b'["merge","branch","review"]'] * 5)
        await room.conductor.next()
        await expect(pupil.page.get_by_text("Counted is who put it just there.")).to_be_visible()
        pupil.has_nothing_to_complain_of()


async def test_takes_home_what_the_class_has_built_and_shows_it_again(tmp_path, visitor):
    async with open_room(tmp_path, asking()) as room:
        pupil = await visitor(room)
        await pupil.comes_in()
        await room.conductor.next()
        await pupil.hears("The story is over.")
        await pupil.page.reload()
        await pupil.reads("That was it")
        await expect(pupil.page.get_by_text("Days built: 1 of 49")).to_be_visible()
        await pupil.can_be_used_by_everybody()
        await room.conductor.over()
        await pupil.hears("The class is over.")
        await pupil.page.reload()
        await pupil.reads("That was it")
        await expect(pupil.page.get_by_text("The class is over, and nothing of you is kept.")).to_be_visible()
        await pupil.can_be_used()
        await pupil.presses("Come into another class")
        await pupil.reads("Come in")
        pupil.has_nothing_to_complain_of()


async def test_in_another_class_is_told_that_it_is_another_and_asked_in(tmp_path, visitor):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        pupil = await visitor(room, script="localStorage.setItem('seven-weeks-seat', 'a.b.c')")
        await pupil.page.goto(room.address.link)
        await pupil.hears("This is another class than the one you were in before. Come in.")


async def test_a_class_that_stays_away_may_be_over(tmp_path, visitor):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        pupil = await visitor(room)
        await pupil.page.clock.install()
        await pupil.comes_in()
        await pupil.page.context.set_offline(True)
        await pupil.page.clock.run_for(31_000)
        await pupil.hears("If it is over, you can close this page.")


async def test_comes_back_after_a_reload_to_the_seat_and_the_answer(tmp_path, visitor):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        pupil = await visitor(room)
        await pupil.comes_in()
        name = await pupil.page.locator("#name").text_content()
        await room.conductor.next()
        await pupil.page.get_by_label("Do green").check()
        await pupil.sends("green")
        await pupil.page.reload()
        await pupil.hears("Counted.")
        await expect(pupil.page.locator("#name")).to_have_text(name)
        await pupil.page.get_by_label("Do black").check()
        await pupil.presses("Send the change")
        await pupil.hears("Counted.")
        assert len(await room.conductor.store.seats()) == 1
        await room.conductor.next()
        assert room.conductor.view.poll.rounds == (("black",),)
        await expect(pupil.page.get_by_text("1 vote, too few to break down.")).to_be_visible()
        pupil.has_nothing_to_complain_of()


async def test_loses_the_network_and_comes_back_without_losing_a_word(tmp_path, visitor):
    """Where nothing may be kept, the page itself remembers the seat."""
    forbid = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })"
    async with open_room(tmp_path, asking(QUESTION)) as room:
        pupil = await visitor(room, script=forbid)
        await pupil.comes_in()
        await room.conductor.next()
        await pupil.page.get_by_label("Do green").check()
        await pupil.page.context.set_offline(True)
        await pupil.hears("Connecting…")
        await pupil.presses("Send")
        await pupil.hears("It is sent as soon as the class can be reached.")
        await expect(pupil.page.get_by_label("Do green")).to_be_checked()
        await pupil.page.context.set_offline(False)
        await pupil.hears("Counted.")
        assert len(await room.conductor.store.seats()) == 1


async def test_notices_that_nobody_is_there_any_more(tmp_path, visitor, monkeypatch):
    """A line that breaks without a word is missed by what it does not say."""
    monkeypatch.setattr(hub, "AGAIN", 3600)
    async with open_room(tmp_path, asking(QUESTION)) as room:
        pupil = await visitor(room)
        await pupil.page.clock.install()
        await pupil.comes_in()
        async with pupil.page.expect_websocket():
            await pupil.page.clock.fast_forward(36_000)
            await pupil.page.clock.fast_forward(3_000)
        await room.conductor.next()
        await pupil.reads("What now?")
        assert len(await room.conductor.store.seats()) == 1


async def test_waits_longer_each_time_for_a_class_that_has_its_hands_full(tmp_path, visitor):
    """When a whole hall comes back at once, to hang up and try again only makes it longer."""
    async with open_room(tmp_path, asking(QUESTION)) as room:
        pupil, heard = await visitor(room), asyncio.Queue()

        def silent(line):
            line.on_message(heard.put_nowait)
            line.on_close(lambda *_: heard.put_nowait("hung up"))

        await pupil.comes_in()
        await pupil.page.clock.install()
        await pupil.page.route_web_socket(re.compile("/ws$"), silent)
        await pupil.page.reload()
        for seconds in (5, 10, 20, 20):
            assert "return" in await asyncio.wait_for(heard.get(), 5)
            await pupil.page.clock.fast_forward(seconds * 1000 - 1000)
            await asyncio.sleep(0.1)
            assert heard.empty()
            await pupil.page.clock.fast_forward(1_000)
            assert await asyncio.wait_for(heard.get(), 5) == "hung up"
            await pupil.page.clock.fast_forward(3_000)


async def test_is_asked_anew_when_the_class_was_started_again(tmp_path, visitor):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        pupil = await visitor(room)
        await pupil.comes_in()
        await room.conductor.next()
        await pupil.page.get_by_label("Do green").check()
        await pupil.sends("green")
        await room.server.stop()
        store = MemoryStore()
        again = Room(
            Conductor(asking(QUESTION), store, left=Asking("tea", 0, ("gone",), open=True)),
            store,
            room.desk,
            tmp_path,
        )
        await again.open()
        await pupil.reads("Look at the front")
        await again.conductor.next()
        await expect(pupil.page.get_by_text("The last votes were lost. Please answer again.")).to_be_visible()
        pupil.room = again
        await pupil.sends("green")
        await again.close()


async def test_needs_nothing_but_the_keyboard(tmp_path, visitor):
    asked = asking(TIRED, stories.number("hour"), stories.spend("hours"), stories.arrange("order"))
    async with open_room(tmp_path, asked) as room:
        pupil = await visitor(room)
        keys = pupil.page.keyboard
        await pupil.page.goto(f"{room.address.base}/")
        await pupil.tabs_to("The code")
        await keys.type(room.desk.code.lower())
        for name in sorted(room.door.pair(time()), key=NAMES.index):
            await pupil.tabs_to(name)
            await keys.press("Space")
        await pupil.tabs_to("Come in")
        await keys.press("Enter")
        await pupil.reads("Look at the front")
        for way, vote in BY_KEYS:
            await room.conductor.next()
            await expect(pupil.page.get_by_role("button", name="Send")).to_be_visible()
            for step in way:
                await (keys.press(step) if step in KEYS else pupil.tabs_to(step))
            await pupil.hears("Counted.")
            assert await last_vote(room) == vote
            await room.conductor.next()
            await expect(pupil.page.get_by_role("heading", level=1)).to_be_focused()
            await room.conductor.next()
        pupil.has_nothing_to_complain_of()


async def test_is_not_disturbed_while_making_up_their_mind(tmp_path, visitor):
    async with open_room(tmp_path, asking(stories.number("hour"))) as room:
        pupil = await visitor(room)
        await pupil.comes_in()
        await room.conductor.next()
        field = pupil.page.get_by_label("Your guess", exact=True)
        await field.type("1")
        await room.conductor.lock(locked=True)
        await room.conductor.timer(60)
        await expect(pupil.page.get_by_role("timer")).to_be_visible()
        await pupil.page.keyboard.type("2")
        await expect(field).to_be_focused()
        await expect(field).to_have_value("12")
        await pupil.presses("Send")
        await pupil.hears("Say how sure you are, from 1 to 5.")


async def test_is_told_what_is_wrong_at_the_door(tmp_path, visitor):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        pupil = await visitor(room)
        await pupil.page.goto(f"{room.address.base}/#AAAA")
        await pupil.presses("Come in")
        await pupil.hears("Pick the two pictures that stand at the front.")
        for name in ("cat", "kettle", "door"):  # the third puts the first back
            await pupil.presses(name)
        await expect(pupil.page.get_by_role("button", pressed=True)).to_have_text(["kettle", "door"])
        await pupil.presses("Come in")
        await pupil.hears("That is not what stands at the front.")
        pupil.has_nothing_to_complain_of()


async def test_sees_words_as_words_whatever_they_are(tmp_path, visitor):
    async with open_room(tmp_path, asking(HOSTILE)) as room:
        pupil = await visitor(room)
        await pupil.comes_in()
        await room.conductor.next()
        await expect(pupil.page.get_by_text("Do <img src=x onerror=alert(1)>")).to_be_visible()
        pupil.has_nothing_to_complain_of()
