"""Windows of every size, the one too small among them."""

from __future__ import annotations

import pytest

from game.freeplay import FreePlay
from game.screens.day import DayScreen
from game.screens.size import TooSmall, fits
from game.screens.stage import Stage
from game.screens.tower.night import NightScreen
from game.screens.widgets.drawn import MEASURE
from game.screens.widgets.tower import TowerView
from game.tower.codes import read
from tests.screens.conftest import sitting
from tests.screens.stage import seen


@pytest.mark.parametrize("size", [(59, 24), (80, 19), (24, 9)])
async def test_a_small_window_says_what_it_needs_and_what_it_is(at, size):
    app = at("tired")
    async with sitting(app, size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TooSmall)
        said = " ".join(seen(app).split())
        assert f"{size[0]} columns" in said
        assert "needs 60 by 20" in said


async def test_it_goes_on_by_itself_and_nothing_is_lost(at):
    app = at("hour")
    async with sitting(app) as pilot:
        await pilot.press("1", "7", "enter", "4")
        await pilot.resize_terminal(50, 12)
        await pilot.pause()
        assert "It is 50 columns by 12 rows now." in seen(app)
        await pilot.press("5", "enter")
        await pilot.resize_terminal(58, 30)
        await pilot.pause()
        assert "It is 58 columns by 30 rows now." in seen(app)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert isinstance(app.screen, DayScreen)
        assert "17 hours" in seen(app)
        assert "▸4" in seen(app)
        await pilot.press("enter")
        assert app.played.past()[-1][1] == {"guess": 17, "sure": 4}


async def test_q_leaves_a_window_that_stays_small(at):
    app = at("tired")
    async with sitting(app, (40, 10)) as pilot:
        await pilot.pause()
        await pilot.press("q")
    assert app._exit


async def test_q_does_not_throw_a_night_of_free_play_away():
    app = Stage(still=True)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(NightScreen(FreePlay(read("1-4x3-M-Z2QCZ-T"))))
        await pilot.press("s")
        await pilot.resize_terminal(50, 12)
        await pilot.pause()
        said = " ".join(seen(app).split())
        assert "This night is not kept" in said
        assert "Everything is saved" not in said
        await pilot.press("q")
        assert not app._exit
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app._exit


@pytest.mark.parametrize(
    ("size", "tower"), [((60, 20), "slim"), ((80, 24), "slim"), ((100, 30), "medium"), ((140, 45), "large")]
)
async def test_the_room_is_used_and_no_line_is_too_wide_to_read(at, size, tower):
    app = at("tired")
    async with sitting(app, size):
        screen = app.screen
        assert screen.query_one(TowerView).plan.name == tower
        left = screen.query_one(TowerView).region.x
        beats = [line[:left].rstrip() for line in seen(app).splitlines()[1:-1]]
        assert max(len(line.strip()) for line in beats) <= MEASURE + 2
        assert fits(app.size)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_day_and_the_hour_stand_above_every_day(at, size):
    app = at("tired")
    async with sitting(app, size):
        assert seen(app).splitlines()[0].endswith("day 15 · friday · 23:40")
