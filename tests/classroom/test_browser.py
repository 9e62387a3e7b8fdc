"""The pages in a real browser: what a class meets, from the door to the reveal."""

import re
from time import time

import pytest
import pytest_asyncio

from game.classroom import hub
from game.classroom.conductor import Conductor
from game.classroom.memory import MemoryStore
from game.classroom.notes import Notes
from game.classroom.phones import REMOVED
from game.classroom.pictures import NAMES
from game.classroom.room import Room
from game.story.questions import Predict
from game.story.questions.predict import Possible
from tests import stories
from tests.classroom.browsers import LAPTOP, PHONE, Visitor, chromium, expect, last_vote, others_vote
from tests.classroom.rooms import QUESTION, asking, open_room

pytestmark = [pytest.mark.prove, pytest.mark.asyncio(loop_scope="module")]

TIRED = stories.choose(
    "tea", stories.option("green"), stories.option("black"), stories.option("milk", needs="rest > 9")
)
AMONG = Predict(
    id="who", text="Who was it?", answers=(Possible(id="me", text="I"), Possible(id="you", text="You")), right="me"
)
HOSTILE = stories.choose("tea", stories.option("<img src=x onerror=alert(1)>"), stories.option("black"))
EVERY_FORM = (
    TIRED,
    stories.number("hour"),
    AMONG,
    stories.spend("hours"),
    stories.arrange("order"),
    stories.tell("worth", "worth"),
    stories.find("light"),
    stories.fix("annex"),
)


def twice(_) -> Notes:
    return Notes(teaches="Tea.", note="Pour.", slips=("Milk first.",), prompt="Which tea, and why?", seconds=90)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser():
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def visitor(browser):
    """Makes visitors, each with a browser of their own."""
    contexts = []

    async def visit(room, size=PHONE, script=""):
        context = await browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme="dark")
        contexts.append(context)
        if script:
            await context.add_init_script(script)
        return Visitor(await context.new_page(), room)

    yield visit
    for context in contexts:
        await context.close()


class TestAPupil:
    @pytest.mark.parametrize("size", [PHONE, LAPTOP])
    async def test_votes_in_every_form(self, tmp_path, visitor, size):
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

    async def test_sees_how_the_room_has_changed_its_mind(self, tmp_path, visitor):
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
            await expect(pupil.page.get_by_text("The room says Do green")).to_be_visible()
            await room.close()
            await pupil.reads("That was it")
            pupil.has_nothing_to_complain_of()

    async def test_comes_back_after_a_reload_to_the_seat_and_the_answer(self, tmp_path, visitor):
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
            assert len(await room.conductor.seats()) == 1
            await room.conductor.next()
            assert room.conductor.view.poll.rounds == (("black",),)
            await expect(pupil.page.get_by_text("1 voice, too few to break down.")).to_be_visible()
            pupil.has_nothing_to_complain_of()

    async def test_loses_the_network_and_comes_back_without_losing_a_word(self, tmp_path, visitor):
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
            assert len(await room.conductor.seats()) == 1

    async def test_notices_that_nobody_is_there_any_more(self, tmp_path, visitor, monkeypatch):
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
            assert len(await room.conductor.seats()) == 1

    async def test_is_asked_anew_when_the_class_was_started_again(self, tmp_path, visitor):
        async with open_room(tmp_path, asking(QUESTION)) as room:
            pupil = await visitor(room)
            await pupil.comes_in()
            await room.conductor.next()
            await pupil.page.get_by_label("Do green").check()
            await pupil.sends("green")
            await room.server.stop()
            store = MemoryStore()
            again = Room(Conductor(asking(QUESTION), store, lost="tea"), store, room.desk, tmp_path)
            await again.open()
            await pupil.reads("Look at the front")
            await again.conductor.next()
            await expect(pupil.page.get_by_text("The last votes were lost. Please answer again.")).to_be_visible()
            pupil.room = again
            await pupil.sends("green")
            await again.close()

    async def test_needs_nothing_but_the_keyboard(self, tmp_path, visitor):
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

    async def test_is_not_disturbed_while_making_up_their_mind(self, tmp_path, visitor):
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

    async def test_is_told_what_is_wrong_at_the_door(self, tmp_path, visitor):
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

    async def test_sees_words_as_words_whatever_they_are(self, tmp_path, visitor):
        async with open_room(tmp_path, asking(HOSTILE)) as room:
            pupil = await visitor(room)
            await pupil.comes_in()
            await room.conductor.next()
            await expect(pupil.page.get_by_text("Do <img src=x onerror=alert(1)>")).to_be_visible()
            pupil.has_nothing_to_complain_of()


class TestThePresenter:
    async def test_leads_a_whole_question_and_sees_what_no_phone_sees(self, tmp_path, visitor):
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
            await presenter.page.keyboard.press("s")
            await pupil.hears("This is what the room says.")
            await presenter.page.reload()
            await expect(presenter.page.get_by_text("The room says Do black")).to_be_visible()
            await presenter.presses("Take the answer")
            await expect(presenter.page.get_by_role("heading", name="Was it worth it?")).to_be_visible()
            for visited in (presenter, pupil):
                visited.has_nothing_to_complain_of()

    async def test_has_every_button_under_a_key(self, tmp_path, visitor):
        async with open_room(tmp_path, asking(QUESTION)) as room:
            presenter = await visitor(room, LAPTOP)
            await presenter.page.goto(room.address.cockpit)
            await expect(presenter.page.get_by_role("button", name="Open the vote")).to_be_visible()
            for key, button in UNDER_KEYS:
                await presenter.page.keyboard.press(key)
                await expect(presenter.page.get_by_role("button", name=button, exact=True)).to_be_enabled()
            await expect(presenter.page.get_by_role("timer")).to_have_text("2:00, held")
            await presenter.page.get_by_text("Keys", exact=True).click()
            await presenter.page.get_by_label("Single keys press the buttons").uncheck()
            await presenter.page.get_by_role("heading", level=2).first.click()
            await presenter.page.keyboard.press("n")
            await presenter.presses("Open the vote")
            await expect(presenter.page.get_by_role("button", name="Close the vote")).to_be_visible()

    async def test_answers_for_the_room_and_goes_back_to_a_day(self, tmp_path, visitor):
        run = stories.unkept(stories.evenings(3))
        async with open_room(tmp_path, run) as room:
            presenter = await visitor(room)
            await presenter.page.goto(room.address.cockpit)
            await presenter.page.get_by_label("Answer for the room").select_option("Do late")
            await presenter.presses("Answer")
            await expect(presenter.page.get_by_role("heading", level=1)).to_have_text(
                "Week 1, day 2, Saturday. Day-2."
            )
            await presenter.page.get_by_label("Go to a day").select_option("Day 1")
            await presenter.presses("Go")
            await expect(presenter.page.get_by_role("heading", level=1)).to_have_text(
                "Week 1, day 1, Friday. Day-1."
            )

    async def test_asks_somebody_to_leave(self, tmp_path, visitor):
        async with open_room(tmp_path, asking(QUESTION)) as room:
            presenter, pupil = await visitor(room), await visitor(room)
            await pupil.comes_in()
            await presenter.page.goto(room.address.cockpit)
            await presenter.page.get_by_text("One seat").click()
            presenter.page.once("dialog", lambda asked: asked.accept())
            await presenter.presses(f"Remove {(await room.conductor.seats())[0].name}")
            await pupil.reads(REMOVED)
            await expect(presenter.page.get_by_text("0 phones are here.")).to_be_visible()

    async def test_needs_the_secret(self, tmp_path, visitor):
        async with open_room(tmp_path, asking(QUESTION)) as room:
            stranger = await visitor(room)
            await stranger.page.goto(f"{room.address.base}/cockpit#guessed")
            await stranger.hears("This is not the link of this class’s cockpit.")
            await expect(stranger.page.get_by_role("button")).to_have_count(0)

    async def test_is_told_when_the_class_is_over(self, tmp_path, visitor):
        async with open_room(tmp_path, asking(QUESTION)) as room:
            presenter = await visitor(room)
            await presenter.page.goto(room.address.cockpit)
            await expect(presenter.page.get_by_role("button", name="Open the vote")).to_be_visible()
        await presenter.hears("The class is over.")


class TestEverybody:
    async def test_can_use_what_a_pupil_meets(self, tmp_path, visitor):
        async with open_room(tmp_path, asking(*EVERY_FORM), noted=twice) as room:
            pupil = await visitor(room)
            await pupil.page.goto(room.address.link)
            await pupil.reads("Come in")
            await pupil.can_be_used_by_everybody()
            await pupil.comes_in()
            await pupil.can_be_used_by_everybody()
            for fill_in, vote in FILLED_IN[:6]:
                await room.conductor.next()
                await expect(pupil.page.get_by_role("button", name="Send")).to_be_visible()
                await pupil.can_be_used_by_everybody()
                await fill_in(pupil.page)
                await pupil.sends(vote)
                if room.conductor.run.now().question is TIRED:
                    await pupil.can_be_used_by_everybody()
                    await others_vote(room, *[b'"green"'] * 4)
                    await room.conductor.next()
                    await pupil.reads("Which tea, and why?")
                    await pupil.can_be_used_by_everybody()
                    await room.conductor.next()
                    await pupil.hears("Your earlier answer is filled in.")
                    await others_vote(room, *[b'"black"'] * 5)
                    await room.conductor.next()
                    await pupil.hears("This is what the room says.")
                    await pupil.can_be_used_by_everybody()
                await room.conductor.show()
                await room.conductor.next()
            await room.conductor.over()
            await pupil.reads("That was it")
            await pupil.can_be_used_by_everybody()

    @pytest.mark.parametrize("size", [PHONE, LAPTOP])
    async def test_can_use_what_a_presenter_meets(self, tmp_path, visitor, size):
        async with open_room(tmp_path, asking(TIRED), noted=twice) as room:
            presenter = await visitor(room, size)
            await presenter.page.goto(room.address.cockpit)
            await presenter.presses("Open the vote")
            await expect(presenter.page.get_by_role("button", name="Close the vote")).to_be_visible()
            await others_vote(room, *[b'"green"'] * 5)
            await expect(presenter.page.get_by_text("5 of 5 have answered.")).to_be_visible()
            await presenter.presses("Close the vote")
            await presenter.presses("Show now")
            for closed in await presenter.page.locator("summary").all():
                await closed.click()
            await expect(presenter.page.get_by_text("The room says Do green")).to_be_visible()
            await presenter.can_be_used_by_everybody()


async def _pick(page):
    await expect(page.get_by_label("Do milk You are too tired.")).to_be_disabled()
    await page.get_by_label("Do black").check()


async def _number(page):
    await page.get_by_label("Your guess", exact=True).fill("7")
    await page.get_by_role("button", name="One more").click()
    await page.get_by_label("4", exact=True).check()


async def _among(page):
    await page.get_by_label("You", exact=True).check()
    await page.get_by_label("5, certain").check()


async def _share(page):
    for _ in range(3):
        await page.get_by_role("button", name="More for The sofa").click()
    await page.get_by_role("button", name="Less for The sofa").click()
    for _ in range(2):
        await page.get_by_role("button", name="More for Home").click()
    await expect(page.get_by_role("button", name="More for The desk")).to_be_disabled()


async def _order(page):
    first = page.get_by_role("listitem").first
    await first.get_by_role("button", name="Move down").click()


async def _scale(page):
    await page.get_by_label("5, yes").check()


async def _open_the_fuse(page):
    await page.get_by_label("The fuse").check()


async def _first(page):
    await page.get_by_role("radio").first.check()


FILLED_IN = (
    (_pick, "black"),
    (_number, {"guess": 8, "sure": 4}),
    (_among, {"guess": "you", "sure": 5}),
    (_share, {"sofa": 2, "home": 2}),
    (_order, ["branch", "merge", "review"]),
    (_scale, 5),
    (_open_the_fuse, "fuse"),
    (_first, "survey 1"),
)
KEYS = {"Enter", "Space", "ArrowDown", "ArrowRight", "7"}
BY_KEYS = (
    (("Do green", "Space", "ArrowDown", "Enter"), "black"),
    (
        ("Your guess", "7", "1, a coin toss", "Space", "ArrowRight", "Send", "Enter"),
        {"guess": 7, "sure": 2},
    ),
    (
        ("More for The sofa", "Space", "Enter", "More for Home", "Space", "Enter", "Send", "Enter"),
        {"sofa": 2, "home": 2},
    ),
    (("Move down: Merge", "Enter", "Enter", "Send", "Enter"), ["branch", "review", "merge"]),
)
UNDER_KEYS = (
    ("n", "Close the vote"),
    ("s", "Ask again"),
    ("a", "Close the vote"),
    ("b", "Open the vote"),
    ("d", "Light the front"),
    ("l", "Open the door"),
    ("2", "Stop"),
    ("p", "Go on"),
)
