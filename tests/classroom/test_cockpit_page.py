"""The presenter's page in a real browser."""

import asyncio

import pytest

from game.classroom.phones import REMOVED
from tests import stories
from tests.classroom.answers import twice
from tests.classroom.browsers import LAPTOP, expect
from tests.classroom.rooms import QUESTION, asking, open_room

pytestmark = [pytest.mark.prove, pytest.mark.asyncio(loop_scope="session")]

UNDER_KEYS = (
    ("Enter", "Close the vote"),
    ("r", "Ask again"),
    ("v", "Close the vote"),
    ("Backspace", "Open the vote"),
    ("b", "Light the front"),
    ("Enter", "Darken the front"),
    ("l", "Open the door"),
    ("c", "Stop"),
    ("p", "Go on"),
)


async def test_leads_a_whole_question_and_sees_what_no_phone_sees(tmp_path, visitor):
    async with open_room(tmp_path, asking(QUESTION, stories.tell("worth", "worth")), noted=twice) as room:
        presenter, pupil = await visitor(room, LAPTOP), await visitor(room)
        await presenter.page.goto(room.address.cockpit)
        await expect(presenter.page.get_by_text("0 phones are here.")).to_be_visible()
        assert presenter.page.url == f"{room.address.base}/cockpit"
        await pupil.comes_in()
        await presenter.presses("Open the vote")
        await pupil.page.get_by_label("Do black").check()
        await pupil.sends("black")
        await expect(presenter.page.get_by_text("1 of 1 have answered.")).to_be_visible()
        await expect(presenter.page.locator("#bars li")).to_have_text(["Do green0", "Do black1"])
        await presenter.presses("Close the vote")
        await pupil.reads("Which tea, and why?")
        await presenter.presses("Vote again")
        await pupil.reads("What now?")
        await expect(presenter.page.get_by_role("button", name="Close the vote")).to_be_visible()
        await presenter.page.keyboard.press("r")
        await pupil.hears("This is what the room says.")
        await presenter.page.reload()
        await expect(presenter.page.get_by_text("The room says Do black")).to_be_visible()
        await presenter.presses("Take the answer")
        await expect(presenter.page.get_by_role("heading", name="Was it worth it?")).to_be_visible()
        for visited in (presenter, pupil):
            visited.has_nothing_to_complain_of()


async def test_ends_the_class_and_is_told_where_its_results_are(tmp_path, visitor):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        ended = asyncio.Event()
        room.conductor.leaving = ended.set
        presenter = await visitor(room, LAPTOP)
        presenter.page.on("dialog", lambda dialog: asyncio.ensure_future(dialog.accept()))
        await presenter.page.goto(room.address.cockpit)
        await presenter.presses("End the class")
        await asyncio.wait_for(ended.wait(), 5)
        await room.close("It is all in tea.csv.")
        await presenter.hears("The class is over. It is all in tea.csv.")
        await expect(presenter.page.get_by_role("button")).to_have_count(0)
        presenter.has_nothing_to_complain_of()


async def test_has_every_button_under_a_key(tmp_path, visitor):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        presenter = await visitor(room, LAPTOP)
        await presenter.page.goto(room.address.cockpit)
        await expect(presenter.page.get_by_role("button", name="Open the vote")).to_be_visible()
        for key, button in UNDER_KEYS:
            await presenter.page.keyboard.press(key)
            await expect(presenter.page.get_by_role("button", name=button, exact=True)).to_be_enabled()
        await expect(presenter.page.get_by_role("timer")).to_have_text("1:00, held")
        await presenter.page.get_by_text("Keys", exact=True).click()
        await presenter.page.get_by_label("Single keys press the buttons").uncheck()
        await presenter.page.get_by_role("heading", level=2).first.click()
        await presenter.page.keyboard.press("PageDown")
        await presenter.presses("Open the vote")
        await expect(presenter.page.get_by_role("button", name="Close the vote")).to_be_visible()


async def test_answers_for_the_room_and_goes_back_to_a_day(tmp_path, visitor):
    run = stories.unkept(stories.evenings(3))
    async with open_room(tmp_path, run) as room:
        presenter = await visitor(room)
        await presenter.page.goto(room.address.cockpit)
        await presenter.page.get_by_text("Answer for the room").click()
        await presenter.page.get_by_label("Do late").check()
        await presenter.presses("Give this answer")
        await expect(presenter.page.get_by_role("heading", level=1)).to_have_text(
            "Week 1, day 2, Saturday. Day-2."
        )
        await presenter.page.get_by_label("Go to a day").select_option("Day 1: Day-1")
        await presenter.presses("Go")
        await expect(presenter.page.get_by_role("heading", level=1)).to_have_text("Week 1, day 1, Friday. Day-1.")


async def test_answers_every_kind_of_question_on_the_form_of_the_phones(tmp_path, visitor):
    questions = (
        stories.number("hour"),
        stories.spend("hours"),
        stories.arrange("order"),
        stories.tell("worth", "worth"),
    )
    async with open_room(tmp_path, asking(*questions)) as room:
        presenter = await visitor(room)
        await presenter.page.goto(room.address.cockpit)
        answers = presenter.page.locator("#own")
        for at, fill in enumerate((_guessed, _shared, _ordered, _told)):
            await answers.get_by_text("Answer for the room").click()
            await fill(answers)
            await presenter.can_be_used_by_everybody()
            await presenter.presses("Give this answer")
            await expect(answers.get_by_role("button", name="Give this answer")).to_be_hidden()
            assert len(room.conductor.run.past()) == at + 1
        presenter.has_nothing_to_complain_of()
        given = [answer for _, answer in room.conductor.run.past()]
        assert given[:2] == [{"guess": 7, "sure": 5}, {"desk": 4}]
        assert given[3] == 5


async def _guessed(form):
    await form.get_by_label("Your guess", exact=True).fill("7")
    await form.get_by_label("5, certain").check()


async def _shared(form):
    for _ in range(4):
        await form.get_by_role("button", name="More for").first.click()


async def _ordered(form):
    await form.get_by_role("button", name="Move down").first.click()


async def _told(form):
    await form.get_by_label("5,").check()


async def test_lets_the_crew_move_at_a_tower_and_takes_a_digit_for_the_room(tmp_path, visitor):
    async with open_room(tmp_path, asking(QUESTION, stories.fix("annex"))) as room:
        presenter = await visitor(room)
        await presenter.page.goto(room.address.cockpit)
        await expect(presenter.page.get_by_role("button", name="Open the vote")).to_be_visible()
        crew = presenter.page.get_by_role("button", name="The crew’s next move")
        await expect(crew).to_be_hidden()
        await presenter.page.keyboard.press("1")
        await expect(presenter.page.get_by_role("heading", name="Light the annex.")).to_be_visible()
        await crew.click()
        await expect(presenter.page.get_by_label("Go to a day")).to_be_visible()
        assert len(room.conductor.run.past()) == 2


async def test_asks_somebody_to_leave(tmp_path, visitor):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        presenter, pupil = await visitor(room), await visitor(room)
        await pupil.comes_in()
        await presenter.page.goto(room.address.cockpit)
        await presenter.page.get_by_text("One seat").click()
        presenter.page.once("dialog", lambda asked: asked.accept())
        await presenter.presses(f"Remove {(await room.conductor.store.seats())[0].name}")
        await pupil.reads(REMOVED)
        await expect(presenter.page.get_by_text("0 phones are here.")).to_be_visible()


async def test_needs_the_secret(tmp_path, visitor):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        stranger = await visitor(room)
        await stranger.page.goto(f"{room.address.base}/cockpit#guessed")
        await stranger.hears("This is not the link of this class’s cockpit.")
        await expect(stranger.page.get_by_role("button")).to_have_count(0)


async def test_is_told_when_the_class_is_over(tmp_path, visitor):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        presenter = await visitor(room)
        await presenter.page.goto(room.address.cockpit)
        await expect(presenter.page.get_by_role("button", name="Open the vote")).to_be_visible()
    await presenter.hears("The class is over.")
