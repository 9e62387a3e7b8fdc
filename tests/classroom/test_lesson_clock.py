"""The lesson's clock, beside the plan's."""

from game.classroom.conductor import Conductor
from game.classroom.lesson_clock import LessonClock
from game.classroom.memory import MemoryStore
from game.classroom.notes import Notes
from tests.classroom.rooms import QUESTION, asking

DOOR = 120


class Wall:
    """A clock on the wall, in seconds."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


async def test_it_waits_at_the_door_for_the_story_and_then_goes_on_from_where_the_plan_has_it():
    wall = Wall()
    conductor = Conductor(asking(QUESTION), MemoryStore(), notes=lambda _: Notes(planned=DOOR))
    await conductor.begin()
    clock = LessonClock(conductor, 0, wall)
    read = []
    for minute in (0, 1, 2, 10):
        wall.now = 1000 + 60 * minute
        clock.look()
        read.append(wall.now - clock.began)
    assert read == [0, 60, DOOR, DOOR]
    assert clock.kept == 0
    await conductor.next()
    clock.look()
    wall.now += 30
    assert wall.now - clock.began == DOOR + 30


async def test_it_goes_on_after_a_restart():
    wall = Wall()
    conductor = Conductor(asking(QUESTION), MemoryStore(), notes=lambda _: Notes(planned=DOOR))
    await conductor.begin()
    assert LessonClock(conductor, 400.0, wall).began == 400
