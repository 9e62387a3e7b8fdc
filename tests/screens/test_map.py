"""The map: looking around in the tower, and the way back to a day."""

from __future__ import annotations

import pytest

from game.screens.map import MapScreen, climbed
from game.story.minutes import Left
from game.words import minutes_left, minutes_of_week
from tests.screens.stage import CORNER, HOME, LATE, Stage, played

WEEKS = ["First line", "Half past five", "A finished piece of work"]
STATE = played(*[HOME] * 6, CORNER, *[LATE] * 5).dawn(13)
TITLES = {day: f"The title of day {day}" for day in range(1, 14)}


def at_the_map(titles: dict[int, str] = TITLES) -> Stage:
    note, week = minutes_left(Left(25, True)), minutes_of_week(Left(6, True))
    return Stage(MapScreen(STATE, titles, WEEKS, note=note, minutes={1: week, 2: week, 3: week}))


JOURNEYS: list[tuple[str, int | None]] = [
    ("enter", 13),
    ("left down right enter", 6),
    ("home left up enter", 8),
    ("backspace", None),
    ("t", None),
    ("q", None),
    ("escape", None),
]


async def test_arrows_move_over_the_days_played_and_enter_goes_there():
    stage = at_the_map()
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        for keys, _ in JOURNEYS:
            stage.push_screen(MapScreen(STATE, TITLES), stage.answers.append)
            await pilot.press(*keys.split())
    assert list(zip((keys for keys, _ in JOURNEYS), stage.answers[1:], strict=True)) == JOURNEYS


async def test_it_tells_how_long_a_week_takes_and_how_long_is_left():
    weeks = {1: "about 6 minutes", 2: "about 1 minute"}
    stage = Stage(MapScreen(STATE, TITLES, WEEKS, note="About 25 minutes left.", minutes=weeks))
    async with stage.run_test(size=(80, 24)) as pilot:
        assert "about 1 minute\n" in stage.seen
        assert "About 25 minutes left." in stage.seen
        await pilot.press("home")
        assert "about 6 minutes" in stage.seen


async def test_where_nothing_is_made_up_no_window_means_anything():
    stage = Stage(MapScreen(STATE, TITLES, WEEKS, legend=False))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("home")
        assert "worked late" not in stage.seen
        assert "window" not in stage.seen


def test_up_is_the_same_weekday_a_week_later_or_the_nearest_there_is():
    days = range(1, 14)
    assert [climbed(days, day, 1) for day in (1, 2, 7, 8, 13)] == [8, 9, 13, 8, 13]
    assert [climbed(days, day, -1) for day in (8, 13, 1)] == [1, 6, 1]
    assert climbed([1, 5, 30], 1, 1) == 30
    assert climbed([1, 5, 30], 30, -1) == 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (140, 45)])
async def test_it_tells_of_the_day_pointed_at(size: tuple[int, int]):
    stage = at_the_map()
    async with stage.run_test(size=size) as pilot:
        for words in (
            "Week 2: Half past five",
            "Day 13, Wednesday",
            "The title of day 13",
            "This is where you are.",
        ):
            assert words in stage.seen
        await pilot.press("home", "end", "down", "right")
        for words in ("Week 1: First line", "Day 7, Thursday", "The title of day 7", "a corner was"):
            assert words in stage.seen
        for words in (
            "worked late",
            "not late",
            "corner cut",
            "late and cut",
            "today",
            "not yet",
            "25 minutes",
            "t close",
            "Enter go back",
        ):
            assert words in stage.seen


async def test_days_that_the_story_passed_over_are_passed_over_here_too():
    stage = at_the_map({1: "One", 5: "Five", 13: "Thirteen"})
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("left")
        assert "Five" in stage.seen
        await pilot.press("left", "up", "down", "enter")
    assert stage.answers == [5]


async def test_a_day_clicked_twice_is_gone_to():
    screen = MapScreen(STATE, TITLES)
    stage = Stage(screen)
    async with stage.run_test(size=(80, 24)) as pilot:
        tower = screen._tower
        place = next((x, y) for y in range(24) for x in range(40) if tower.day_at(x, y) == 4)
        await pilot.click(tower, offset=place)
        assert "The title of day 4" in stage.seen
        await pilot.click(tower, offset=place)
    assert stage.answers == [4]


@pytest.mark.parametrize(("words", "answer"), [("t close", None), ("Enter go back", 3)])
async def test_what_its_keys_do_can_be_clicked(words: str, answer: int | None):
    stage = Stage(MapScreen(STATE, TITLES))
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("home", "right", "right")
        rows = stage.seen.splitlines()
        row = next(y for y, line in enumerate(rows) if words in line)
        await pilot.click(offset=(rows[row].index(words) + 1, row))
    assert stage.answers == [answer]


async def test_before_the_first_day_there_is_nowhere_to_go():
    stage = Stage(MapScreen(played(), {1: "One"}))
    async with stage.run_test(size=(80, 24)) as pilot:
        assert "No day has been played yet." in stage.seen
        await pilot.press("left", "up", "end", "enter")
    assert stage.answers == [None]
