"""The closing: what everybody takes home, while the story is over and when the class is."""

from game.classroom.board import Phase
from game.classroom.closing import closing_of
from game.classroom.conductor import Conductor
from game.classroom.memory import MemoryStore
from tests import stories
from tests.classroom.rooms import asking, calling, open_room

KINDS = (stories.option("late", late=True), stories.option("corner", corner=True))
BOTH = stories.option("both", late=True, corner=True)


def played(*answers):
    """A play with a day for every answer."""
    days = [
        stories.scene(f"day-{day}", stories.choose(f"q-{day}", *KINDS, BOTH, stories.option("home")), day=day)
        for day in range(1, len(answers) + 1)
    ]
    run = stories.unkept(stories.story(*days, stories.scene("end", stories.told("over"))))
    for answer in answers:
        run.answer(answer)
    return run


def test_it_shows_the_tower_that_the_class_has_built():
    closing = closing_of(played("late", "corner", "both", "home"))
    assert closing.tower == (".......",) * 6 + ("#x*+...",)
    assert "Nights worked late: 2" in closing.figures


async def test_phones_have_it_as_soon_as_the_story_is_over_and_not_before(tmp_path):
    async with open_room(tmp_path, asking()) as room, calling(room) as phone:
        await phone.enters(room)
        assert "closing" not in await phone.sees("wait")
        await room.conductor.next()
        assert (await phone.sees("wait"))["closing"]["tower"][-1] == "+......"


async def test_a_class_that_is_ended_in_the_middle_has_one_too():
    conductor = Conductor(asking(), MemoryStore())
    await conductor.begin()
    await conductor.over()
    board = await conductor.store.board()
    assert board.phase is Phase.OVER
    assert board.closing.title == "As far as day 1"
