"""A tower in the story, on the screen: the door in the day's column, the night behind it, and the way back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from game.run import Refused, Run
from game.screens.app import SevenWeeks
from game.screens.day import DayScreen
from game.screens.questions.renovation import StoryTable
from game.screens.tower.night import NightScreen
from game.story.problems import BrokenScript, Problem
from tests.screens.conftest import playing, sitting
from tests.screens.stage import seen
from tests.stories import fix, go, hasty, night, scene, story, told, unkept


def the_eve(*, seed: int = 3) -> Run:
    steps = told("before"), night("tonight"), told("after"), go("so")
    scenes = hasty(25), scene("day-49", *steps, day=49, clock="23:00")
    run = unkept(story(*scenes, scene("end", told("over"))), seed=seed)
    run.answer("cut")
    return run


def the_annex() -> Run:
    steps = told("before"), replace(fix("annex"), house="annex"), told("after"), go("so")
    return unkept(story(scene("day-1", *steps, day=1), scene("end", told("over"))))


async def settled(app: SevenWeeks, pilot: Pilot[object]) -> None:
    """Wait until the board is drawn and everything is shown."""
    await app.workers.wait_for_complete()
    for _ in range(3):
        await pilot.pause()


async def to_the_tower(app: SevenWeeks, pilot: Pilot[object]) -> None:
    await pilot.press("enter")
    await settled(app, pilot)
    await pilot.press("x")
    await pilot.pause()
    assert isinstance(app.screen, NightScreen)


async def test_a_door_leads_to_the_tower_and_back():
    run = the_annex()
    app = playing(run)
    async with sitting(app) as pilot:
        assert "All dark. Nobody knows yet which flats are faulty." in seen(app)
        assert "Enter to the annex" in seen(app)
        assert "To the annex" in seen(app)
        await to_the_tower(app, pilot)
        assert "Day-1" in seen(app).splitlines()[0]
        await pilot.press("s")
        assert run.past()[-1][1] == "survey 1"
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, DayScreen)
        assert "10 minutes have gone, after 1 move." in seen(app)
        assert "The before is told." in seen(app)


async def test_an_evening_at_the_annex_counts_minutes_and_has_no_deadline():
    app = playing(the_annex())
    async with sitting(app) as pilot:
        await to_the_tower(app, pilot)
        await pilot.press("s")
        assert "so far" in seen(app)
        assert "10 min" in seen(app)
        assert "until 8:00" not in seen(app)
        await pilot.press("k")
        assert "before" not in seen(app)


async def test_who_leaves_without_a_move_has_not_moved():
    run = the_annex()
    app = playing(run)
    async with sitting(app) as pilot:
        await to_the_tower(app, pilot)
        await pilot.press("q")
        await pilot.pause()
        assert (run.past(), run.now().stays) == ([], False)
        assert "All dark." in seen(app)


async def test_lit_the_day_goes_on():
    run = the_annex()
    for line in ("fix 3B", "fix 4C"):
        run.answer(line)
    app = playing(run)
    async with sitting(app) as pilot:
        assert "40 minutes have gone, after 2 moves." in seen(app)
        await pilot.press("enter")
        await settled(app, pilot)
        await pilot.press("t", "t")
        await pilot.pause()
        assert isinstance(app.screen, NightScreen)
        assert run.now().question.id == "so"
        await pilot.press("x", "x")
        await pilot.pause()
        assert isinstance(app.screen, DayScreen)
        assert "The annex-quick is told." in seen(app)
        assert "The after is told." in seen(app)
        assert "> switch" not in seen(app)
        await pilot.press("l")
        assert "> The annex is lit in 45 minutes, after 3 moves." in seen(app)
        assert "fix 3B" not in seen(app)


async def test_the_night_is_drawn_while_the_card_is_read():
    run = the_eve()
    app = playing(run)
    async with sitting(app) as pilot:
        await settled(app, pilot)
        assert len(run.past()) == 1
        await to_the_tower(app, pilot)
        assert run.past()[-1][1] == run.past()[-1][0].question.drawn(run.past()[-1][0].state, run.seed)
        assert run.now().stays


@pytest.mark.parametrize("still", [True, False])
async def test_who_is_quicker_than_the_plans_sees_a_sign_of_life_and_goes_in_with_them(monkeypatch, still):
    from threading import Event

    from game.story.questions import Night

    unrolled, drawn = Event(), Night.drawn
    monkeypatch.setattr(Night, "drawn", lambda *of: unrolled.wait(20) and drawn(*of))
    app = playing(the_eve(), still=still)
    async with sitting(app) as pilot:
        await pilot.press("x")
        await pilot.press("enter", "enter")
        assert "The plans of the building are being unrolled." in seen(app)
        unrolled.set()
        await settled(app, pilot)
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(app.screen, NightScreen)
        assert len(app.screen_stack) == 2


async def test_the_crew_finishes_and_the_morning_comes():
    run = the_eve()
    question = run.now().question
    run.answer(question.drawn(run.now().state, run.seed))
    for _ in range(7):
        run.answer("switch")
    for _ in range(5):
        run.answer("open 1A")
    app = playing(run)
    async with sitting(app) as pilot:
        assert "7:25" in seen(app)
        await pilot.press("enter")
        await settled(app, pilot)
        await pilot.press("b")
        await pilot.pause()
        assert "Any key goes on." in seen(app)
        await pilot.press("x")
        await pilot.pause()
        assert "The tonight-finished is told." in seen(app)
        assert "08:00" in seen(app).splitlines()[0]


def test_a_table_gives_every_line_to_the_run_and_refuses_what_the_run_refuses():
    run = the_eve()
    run.answer(run.now().question.drawn(run.now().state, run.seed))
    table = StoryTable(run, run.now().question)
    assert table.do("sound 1A").marks.sound == 1
    assert [answer for _, answer in run.past()][-1] == "sound 1A"
    with pytest.raises(ValueError, match="no floor 9"):
        table.do("survey 9")
    for _ in range(7):
        table.do("switch")
    assert (table.offers, table.over) == (3, False)
    table.do("survey 1"), table.do("survey 1")
    table.do("breaker a")
    with pytest.raises(Refused, match="The caller holds on to it"):
        table.do("switch")
    assert table.sitting == run.now().question.sitting(run.now().state)


def test_a_table_says_what_is_wrong_with_the_scene_that_follows(monkeypatch):
    run = the_annex()
    table = StoryTable(run, run.now().question)

    def broken(_: str) -> None:
        raise BrokenScript([Problem("scenes/day-02.yaml", 0, 0, "was changed")])

    monkeypatch.setattr(run, "answer", broken)
    with pytest.raises(Refused, match="was changed"):
        table.do("switch")
    assert table.sitting.night.log == ()


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 45)])
@pytest.mark.parametrize("theme", ["night", "day", "contrast"])
async def test_the_door_is_in_sight_in_every_size(size, theme):
    app = playing(the_eve(), theme=theme)
    async with sitting(app, size) as pilot:
        await settled(app, pilot)
        assert "To the tower" in seen(app)
        assert "All of it, by eight." in seen(app)


def test_every_question_of_a_tower_has_a_board_of_its_own():
    one, other = fix("one"), replace(fix("other"), board="1-4x3-B-NJCR9-0-P")
    run = the_annex()
    assert one.sitting(run.now().state) != other.sitting(run.now().state)
