"""The tower, drawn from a state."""

from __future__ import annotations

import unicodedata

import pytest

from game.screens.glyphs import ASCII, UNICODE, Glyphs, Look
from game.screens.sheet import Sheet
from game.screens.widgets.building import LARGE, MEDIUM, PLANS, SLIM, Plan, Scene, draw_tower, plan_for, windows
from game.screens.widgets.gauges import GaugesView
from game.screens.widgets.tally import TallyView
from game.screens.widgets.tower import TowerView, day_under_way, looks
from game.story.state import Gauges, State
from tests.screens.stage import CORNER, HOME, LATE, LATE_CORNER, SETS, Stage, played

FIRST_WEEK = (LATE, CORNER, LATE, HOME, HOME, LATE, LATE_CORNER)


def drawn(state: State, plan: Plan, glyphs: Glyphs = UNICODE, pointer: int | None = None) -> list[str]:
    sheet = Sheet(plan.width, plan.height)
    draw_tower(sheet, Scene(looks(state), day_under_way(state), pointer), plan, glyphs)
    return sheet.text()


def test_the_slim_tower_is_a_row_a_floor_with_today_in_brackets():
    assert drawn(played(*FIRST_WEEK, LATE).dawn(9), SLIM) == [
        "         ╷",
        " ┏━━━━━━━┷━━━━━━━┓",
        *(f"{floor}┃ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ┃" for floor in (7, 6, 5, 4, 3)),
        "2┃ ▆[▃]∙ ∙ ∙ ∙ ∙ ┃",
        "1┃ ▆ ▚ ▆ ▃ ▃ ▆ ▙ ┃",
        " ┗━━━━━━━━━━━━━━━┛",
        "   F S S M T W T",
    ]


def test_in_ascii_it_says_the_same():
    lines = drawn(played(*FIRST_WEEK, LATE).dawn(9), SLIM, ASCII, pointer=3)
    assert lines[7:9] == ["2| #[_]. . . . . |", "1| # />#<_ _ # % |"]


def test_medium_windows_are_two_rows_high():
    lines = drawn(played(*FIRST_WEEK).dawn(8), MEDIUM)
    assert lines[14:18] == [
        "2 ┃ ┏▄▄┓ ∙   ∙   ∙   ∙   ∙   ∙   ┃",
        "  ┃ ┗▀▀┛                         ┃",
        "1 ┃  ██  ▞▞  ██  ▄▄  ▄▄  ██  ██  ┃",
        "  ┃  ▀▀  ▝▝  ▀▀  ▀▀  ▀▀  ▀▀  ▝▝  ┃",
    ]


@pytest.mark.parametrize("glyphs", SETS.values(), ids=SETS)
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_every_look_can_be_told_without_colour(plan: Plan, glyphs: Glyphs):
    shapes = windows(plan, glyphs)
    assert len({tuple(signs for signs, _ in shapes[look]) for look in Look}) == len(Look)
    closed, under_way, pointed = (
        drawn(state, plan, glyphs, pointer=pointer)
        for state, pointer in (
            (played(HOME), None),
            (State(rest=5, home=5, craft=5).dawn(1), None),
            (played(HOME), 1),
        )
    )
    assert len({tuple(closed), tuple(under_way), tuple(pointed)}) == 3


def test_nothing_is_drawn_whose_width_terminals_dispute():
    lines_and_blocks = range(0x2500, 0x25A0)
    for sign in {sign for field in UNICODE for sign in str(field)}:
        assert ord(sign) in lines_and_blocks or unicodedata.east_asian_width(sign) in ("N", "Na"), sign
    assert "".join(map(str, ASCII)).isascii()


@pytest.mark.parametrize(
    ("width", "height", "plan"),
    [(18, 11, SLIM), (34, 20, MEDIUM), (80, 22, MEDIUM), (49, 27, LARGE), (10, 5, SLIM)],
)
def test_the_largest_tower_that_fits_is_drawn(width: int, height: int, plan: Plan):
    assert plan_for(width, height) is plan


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_every_window_can_be_clicked_where_it_is_drawn(plan: Plan):
    for day in range(1, 50):
        x, y = plan.window_at(day)
        places = [(x + dx, y + dy) for dx in range(plan.window[0]) for dy in range(plan.window[1])]
        assert {plan.day_at(*place) for place in places} == {day}
    assert plan.day_at(0, plan.height - 1) is None


async def test_a_lamp_that_comes_on_warms_up_and_can_be_hurried():
    tower = TowerView(played(*FIRST_WEEK).dawn(8))
    stage = Stage(tower, moving=True)
    async with stage.run_test(size=(18, 11)) as pilot:
        tower.show(tower.state.after(LATE).dusk())
        await pilot.pause()
        assert "2┃ ░ " in stage.seen
        tower.settle()
        await pilot.pause()
        assert "2┃ ▆ " in stage.seen


async def test_where_nothing_may_move_the_lamp_is_just_on():
    tower = TowerView(played(HOME).dawn(2))
    stage = Stage(tower)
    async with stage.run_test(size=(18, 11)) as pilot:
        tower.show(tower.state.after(LATE).dusk())
        assert not tower.warming
        await pilot.pause()
        assert "1┃ ▃ ▆ ∙" in stage.seen


async def test_while_every_window_is_lit_it_is_no_history():
    tower = TowerView(played(HOME, LATE, CORNER).dawn(4))
    async with Stage(tower).run_test(size=(18, 11)) as pilot:
        tower.show(tower.state, "all")
        await pilot.pause()
        assert "1┃ ▆ ▆ ▆[▆]" in tower.app.seen
        tower.show(tower.state, "sound")
        await pilot.pause()
        assert "1┃ ▆ ▆ ▚[▆]" in tower.app.seen
        tower.show(tower.state)
        await pilot.pause()
        assert "1┃ ▃ ▆ ▚[▃]" in tower.app.seen


async def test_another_state_paints_only_the_lines_that_change():
    tower = TowerView(played(HOME).dawn(2))
    painted = []
    async with Stage(tower).run_test(size=(18, 11)):
        tower.refresh = lambda *regions, **_: painted.extend(regions)  # type: ignore[method-assign]
        tower.show(played(HOME, LATE).dawn(3))
    assert [(region.y, region.height) for region in painted] == [(8, 1)]


async def test_gauges_show_their_change_beside_them():
    gauges = GaugesView(Gauges(5, 6, 7))
    stage = Stage(gauges)
    async with stage.run_test(size=(40, 3)) as pilot:
        gauges.show(Gauges(4, 6, 8))
        await pilot.pause()
        assert stage.seen.splitlines() == [
            "Rest  ━━━━━━━━────────────  4 −1",
            "Home  ━━━━━━━━━━━━────────  6",
            "Craft ━━━━━━━━━━━━━━━━────  8 +1",
        ]


async def test_the_whole_week_is_added_up_where_there_is_little_room():
    stage = Stage(TallyView(played(*FIRST_WEEK), 1))
    async with stage.run_test(size=(31, 14)) as pilot:
        await pilot.pause()
        assert "7  evenings     F S S M T W T" in stage.seen
        assert "  2  corners cut    ▚         ▚" in stage.seen
        assert "8 to 5   −3" in stage.seen


async def test_the_week_is_added_up_a_line_at_a_time():
    tally = TallyView(played(*FIRST_WEEK), 1)
    stage = Stage(tally, moving=True)
    async with stage.run_test(size=(50, 14)) as pilot:
        await pilot.pause()
        assert "7  evenings" in stage.seen
        assert "worked late" not in stage.seen
        assert tally.reveal_next()
        await pilot.pause()
        assert "− 4  worked late      ▆   ▆     ▆ ▆" in stage.seen
        tally.reveal_all()
        await pilot.pause()
        assert tally.done
        assert not tally.reveal_next()
        assert "  3  your own           ▃   ▃ ▃" in stage.seen
        assert "  2  corners cut        ▚         ▚" in stage.seen
        assert "Rest   ━━━━━━━━━━╍╍╍╍╍╍────  8 to 5   −3" in stage.seen
