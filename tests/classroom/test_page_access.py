"""The pages for everybody: small and large, by night and by day, and what axe has to say."""

import pytest

from tests.classroom.answers import EVERY_FORM, FILLED_IN, TIRED, twice
from tests.classroom.browsers import LAPTOP, PHONE, expect, others_vote
from tests.classroom.rooms import asking, open_room

pytestmark = [pytest.mark.prove, pytest.mark.asyncio(loop_scope="session")]


async def test_can_use_what_a_pupil_meets(tmp_path, visitor):
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
async def test_can_use_what_a_presenter_meets(tmp_path, visitor, size):
    async with open_room(tmp_path, asking(TIRED), noted=twice) as room:
        presenter = await visitor(room, size)
        await presenter.page.goto(room.address.cockpit)
        await presenter.presses("Open the vote")
        await expect(presenter.page.get_by_role("button", name="Close the vote")).to_be_visible()
        await others_vote(room, *[b'"green"'] * 5)
        await expect(presenter.page.get_by_text("5 of 5 have answered.")).to_be_visible()
        await presenter.presses("Close the vote")
        await expect(presenter.page.get_by_role("button", name="Vote again")).to_be_visible()
        await presenter.presses("Reveal now")
        await expect(presenter.page.get_by_text("The room says Do green")).to_be_visible()
        for closed in await presenter.page.locator("summary").all():
            await closed.click()
        await presenter.can_be_used_by_everybody()
