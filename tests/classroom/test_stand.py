"""How a class stands, for whoever leads it."""

from time import time

from game.classroom import desk
from game.classroom.button import OVER
from game.classroom.conductor import Conductor
from game.classroom.memory import MemoryStore
from game.classroom.stand import AFTER, Day, stand_of
from tests import stories
from tests.classroom.rooms import QUESTION, asking, open_room


async def standing(run, **how):
    conductor = Conductor(run, MemoryStore())
    await conductor.begin()
    return await stand_of(conductor, "ABCD", (), time(), **how)


async def test_it_can_go_to_the_days_played_and_to_those_still_to_come():
    run = stories.unkept(stories.evenings(3))
    run.answer("late")
    stand = await standing(run)
    assert stand.days == (Day(1, "Day-1", True), Day(2, "Day-2", True), Day(3, "Day-3", False))


async def test_it_has_the_form_on_which_every_phone_would_answer():
    stand = await standing(asking(stories.arrange("order")))
    assert stand.form.text == stand.question


async def test_where_nothing_is_asked_there_is_no_form():
    stand = await standing(asking(stories.go("on"), QUESTION))
    assert (stand.form, stand.button) == (None, "Go on")


async def test_a_class_without_a_door_raises_its_hands():
    conductor = Conductor(asking(QUESTION), MemoryStore())
    assert (await stand_of(conductor, "", (), time())).by_hand
    assert not (await standing(asking(QUESTION))).by_hand


async def test_once_the_story_is_over_it_says_what_there_is_to_do():
    stand = await standing(stories.unkept(stories.story(stories.scene("end", stories.told("over")))))
    assert (stand.question, stand.button, stand.note) == (OVER, OVER, AFTER)


async def test_that_a_class_has_gone_to_another_day_is_kept_for_a_restart(tmp_path):
    async with open_room(tmp_path, asking(QUESTION)) as room:
        await room.conductor.go(1)
        room.keep()
        assert desk.read(tmp_path).jumped
