"""The plan of a lesson: what comes when, how it is asked, and what the conductor is told of it."""

from __future__ import annotations

import subprocess
import sys

from msgspec.structs import replace

from game.classroom.board import Phase
from game.classroom.conductor import Conductor
from game.classroom.memory import MemoryStore
from game.classroom.notes import Notes
from game.classroom.plan import Way, noted, plan_of
from game.story.lesson import Lesson, Slip, Talk
from game.story.lesson_minutes import CLOSE, DOOR
from game.story.story import Story
from tests.stories import choose, find, fix, go, number, option, scene, story, tell, told, unkept

TEA = choose("tea", option("green"), option("black"))
LESSON = Lesson(
    teaches="What is in a cup.",
    note="Pour first.",
    slips=(Slip(says="It is coffee.", answer="It is not."), Slip(says="Cold.", answer="Yes.", cuts=("demo",))),
    aloud=("tea",),
    talks=(Talk(about="cups", prompt="Count with your neighbour.", minutes=1.5, cuts=("class",)),),
)


def afternoon() -> Story:
    """A cup of tea, an annex, and something for another day."""
    first = scene("day-1", told("kettle"), TEA, go("pour"), number("cups"), tell("nice", "nice"), day=1)
    second = scene("day-2", told("dark"), fix("annex"), find("wire"), go("off"), day=2, cuts=("full", "class"))
    last = scene("hall", told("frames"), choose("frame", option("left"), option("right")), told("end"))
    apart = Lesson(teaches="Another day.", apart=True)
    return story(replace(first, lesson=LESSON), second, replace(last, lesson=apart))


def test_it_begins_at_the_door_and_one_scene_begins_where_the_last_one_ends():
    plan = plan_of(afternoon(), "class")
    assert [part.scene.id for part in plan.parts] == ["day-1", "day-2"]
    assert plan.parts[0].begins == DOOR
    assert plan.parts[0].ends == plan.parts[1].begins
    assert plan.parts[1].ends == plan.closes


def test_a_cut_plans_what_it_plays():
    assert [part.scene.id for part in plan_of(afternoon(), "demo").parts] == ["day-1"]


def test_a_lesson_lasts_as_long_as_its_lesson_and_another_cut_as_long_as_it_takes():
    assert [plan_of(afternoon(), cut).seconds for cut in ("demo", "short", "class")] == [12 * 60, 25 * 60, 45 * 60]
    full = plan_of(afternoon(), "full")
    assert full.seconds % 60 == 0
    assert CLOSE <= full.seconds - full.closes < CLOSE + 60


def test_what_is_apart_comes_after_the_bell():
    (hall,) = plan_of(afternoon(), "class").apart
    assert (hall.scene.id, hall.begins) == ("hall", 45 * 60)


def test_every_question_has_its_way():
    plan = plan_of(afternoon(), "class")
    assert {asked.question.id: asked.way for part in plan.parts for asked in part.asked} == {
        "tea": Way.ALOUD,
        "pour": Way.NONE,
        "cups": Way.TWICE,
        "nice": Way.VOTE,
        "annex": Way.CREW,
        "wire": Way.VOTE,
        "off": Way.NONE,
    }


def test_a_talk_of_another_cut_is_no_talk():
    plan = plan_of(afternoon(), "demo")
    assert [asked.way for asked in plan.parts[0].asked] == [Way.ALOUD, Way.NONE, Way.VOTE, Way.VOTE]


def notes(cut: str, *answers: object) -> Notes:
    """What is noted of the moment after these answers."""
    run = unkept(afternoon(), cut=cut)
    for answer in answers:
        run.answer(answer)
    return noted(run.story, run.cut)(run.now())


def test_the_conductor_is_told_what_it_is_for_and_what_to_press():
    plan = plan_of(afternoon(), "class")
    assert notes("class") == Notes(
        teaches="What is in a cup.",
        note="Ask it aloud, and press the digit of what you hear. Pour first.",
        slips=("It is coffee. → It is not.",),
        planned=DOOR,
        rest=int(plan.closes - DOOR),
        ends=plan.seconds,
    )


def test_a_talk_comes_with_its_prompt_and_its_seconds():
    cups = notes("class", "green", None)
    assert (cups.note, cups.prompt, cups.seconds) == ("Pour first.", "Count with your neighbour.", 90)
    assert notes("demo", "green", None).prompt == ""


async def test_a_conductor_with_a_plan_lets_the_room_talk_for_so_long():
    run = unkept(afternoon(), cut="class")
    conductor = Conductor(run, MemoryStore(), notes=noted(run.story, run.cut), clock=lambda: 1_000.0)
    await conductor.begin()
    await conductor.take("green")
    await conductor.next()
    await conductor.next()
    await conductor.shut()
    assert (conductor.view.board.phase, conductor.view.board.until) == (Phase.TALK, 1_090.0)
    assert conductor.view.board.prompt == "Count with your neighbour."


def test_the_plan_goes_on_with_every_question():
    first, second = notes("class"), notes("class", "green")
    assert first.planned < second.planned < notes("class", "green", None).planned


def test_at_a_tower_the_crew_is_named_and_a_scene_without_a_lesson_has_nothing_else():
    annex = notes("class", "green", None, {"guess": 4, "sure": 3}, 3)
    assert annex[:5] == Notes(note="m makes the crew’s next move.")[:5]


def test_of_a_moment_that_is_not_planned_nothing_is_known():
    run = unkept(afternoon(), cut="class")
    for answer in ("green", None, {"guess": 4, "sure": 3}, 3):
        run.answer(answer)
    assert noted(run.story, "demo")(run.now())[:5] == Notes()[:5]


def test_it_needs_no_server_and_no_screen():
    code = "import game.classroom.plan_errand, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"aiohttp", "segno", "textual", "rich"} & set(loaded)
