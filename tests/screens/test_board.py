"""The floor plan of a night: what it shows, where it can be pressed, and how a move plays on it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from game.screens.glyphs import ASCII, UNICODE, Glyphs
from game.screens.inks import ink_style
from game.screens.sheet import Sheet
from game.screens.themes import THEMES
from game.screens.tower.board import BoardView
from game.screens.tower.films import DARKENING, MOMENT, film_of
from game.screens.tower.measures import MEASURES, Layout, Measure, Place, layout_for
from game.screens.tower.plan import draw_plan
from game.screens.tower.planglyphs import FlatLook
from game.screens.tower.readings import Breaking, Climb, Count, Readings, Throw
from game.screens.tower.views import View, chances_of
from game.tower.codes import read
from game.tower.longform import Drawing
from game.tower.night import Night
from game.tower.sitting import Sitting
from tests.screens.stage import SETS, Stage
from tests.screens.test_themes import contrast

BOARDS = {
    "4x3": "1-4x3-B-S5TSR-0-Z",  # faults 1C 2A 2B
    "6x4": "1-6x4-B-YCASS-94W24-GG0-Y",  # 2B 3B 4A 5B
    "7x7": "1-7x7-B-PEX4P-79RSS-W1QYR-ZTG00-G0G10-00-4",  # 1B 3C 4F 6A
    "12x5": "1-12x5-B-RYSM8-QQT7V-9F5HY-YWB25-W0000-00408-280-M",  # 7E 9D 11A 11D
}
NIGHTS = {
    "4x3": ("breaker c", "survey 2", "open 1C", "sound 1A"),
    "6x4": ("breaker c", "survey 3", "fill B", "fix 2B", "faulty 5B"),
    "7x7": (
        "survey 7", "survey 4", "breaker a", "breaker b", "breaker f", "fill B", "fix 1B", "fill D", "open 6A",
        "sound 4A 4B", "faulty 4F",
    ),
    "12x5": ("breaker f", "breaker i", "fill A2", "fill A1", "fix 11A", "survey 9", "open 9D", "sound 8A"),
}  # fmt: skip
"""A half-played night on each board."""

LAUNCH_SMALL = """\
     ┏━━━━━━━━━━━━━━━━━━━┳━━━━━━━┓
 7 0 ┃▄g▄ ▄g▄ ▄g▄ ▄g▄ ▄g▄┃▄f▄ ▄f▄┃
     ┃           ┏━━━━━━━┫       ┃
 6 ∙ ┃▞g▞ ░g░ ░g░┃▄d▄ ░d░┃░f░ ░f░┃
     ┣━━━━━━━┳━━━┫   ┏━━━┛       ┃
 5 ∙ ┃░c░ ░c░┃░e░┃▄d▄┃░f░ ░f░ ░f░┃
     ┃   ┏━━━┛   ┃   ┗━━━┓       ┃
 4 1 ┃─c─┃─e─ ░e░┃▄d▄ ░d░┃╲f╱ ░f░┃ 1?
     ┃   ┃       ┣━━━┓   ┗━━━━━━━┫
 3 ∙ ┃░c░┃░e░ ░e░┃▄b▄┃░d░ ░d░ ░d░┃
     ┃   ┣━━━┳━━━┛   ┃   ┏━━━━━━━┫
 2 ∙ ┃░c░┃░a░┃▄b▄ ▄b▄┃░d░┃▄b▄ ▄b▄┃
     ┣━━━┛   ┗━━━┓   ┗━━━┛       ┃
 1 ∙ ▐░a░▌▐a▌ ░a░┃▄b▄ ▄b▄ ▄b▄ ▄b▄┃
     ┗━A━━━B━━━C━┻━D━━━E━━━F━━━G━┛
water  ∙  1B~  ∙  top  ∙   ∙   ∙
a━╱~ b━━  c ∙  d ∙  e ∙  f━╱  g ∙"""

LAUNCH_ASCII = """\
     +-------------------+-------+
 7 0 |_g_ _g_ _g_ _g_ _g_|_f_ _f_|
     |           +-------+       |
 6 . |/g/ .g. .g.|_d_ .d.|.f. .f.|
     +-------+---+   +---+       |
 5 . |.c. .c.|.e.|_d_|.f. .f. .f.|
     |   +---+   |   +---+       |
 4 1 |-c-|-e- .e.|_d_ .d.|xfx .f.| 1?"""

HIGH_RISE_LOW = """\
     ┏11A~━━━━━━━━━━━━━━━━━━━━━━━━━┓
12 ∙ ┃ ░i░   ░i░   ░i░   ░i░   ░i░ ┃
11 ∙ ┃ ▐h▌ ┃ ░i░ ┃ ░g░ ┃ ░i░ ┃ ░g░ ┃
10 ∙ ┃ ▄h▄   ░h░ ┃ ░g░ ┃ ░i░ ┃ ░g░ ┃
 9 1 ┃ ▄h▄   ░h░ ┃ ░g░   ▞g▞   ░g░ ┃
 8 ∙ ┃ ▄h▄ ┃ ▄f▄   ▄f▄ ┃ ░g░   ░g░ ┃
 7 ∙ ┃ ▄f▄   ▄f▄   ▄f▄   ▄f▄ ┃ ░g░ ┃
     ┃╌╌A2╌╌╌╌B2╌╻╌╌C2╌╌╌╌D2╌╹╌╌E2╌┃
 6 ∙ ┃ ▄f▄   ▄f▄ ┃ ░e░   ░e░   ░e░ ┃"""


def sitting(name: str, *words: str) -> Sitting:
    drawing = read(BOARDS[name])
    assert isinstance(drawing, Drawing)
    return Sitting.at(drawing.night).through(words)


def half(name: str) -> Sitting:
    return sitting(name, *NIGHTS[name])


def drawn(view: View, measure: Measure, glyphs: Glyphs = UNICODE) -> list[str]:
    layout = Layout(view.building, measure)
    sheet = Sheet(layout.width, layout.height)
    draw_plan(sheet, view, layout, glyphs)
    return sheet.text()


SMALL = MEASURES[3]
LOW = MEASURES[4]


# what it shows


def test_the_small_plan_of_the_launch_night_shows_all_that_is_known():
    view = View.of(half("7x7"))._replace(cursor=0)
    assert drawn(view, SMALL) == LAUNCH_SMALL.splitlines()
    assert drawn(view, SMALL, ASCII)[:8] == LAUNCH_ASCII.splitlines()


def test_a_low_plan_has_a_row_a_floor_and_one_for_the_cut_of_the_risers():
    assert drawn(View.of(half("12x5")), LOW)[:9] == HIGH_RISE_LOW.splitlines()


@pytest.mark.parametrize("glyphs", SETS.values(), ids=SETS)
def test_every_look_can_be_told_without_colour(glyphs: Glyphs):
    shapes = [glyphs.plan.shapes[look] for look in FlatLook]
    assert len({shape.sides for shape in shapes}) == len(FlatLook)
    for high in range(3):
        assert len({shape.windows[high] for shape in shapes}) == len(FlatLook)
    assert len({glyphs.plan.holds, glyphs.plan.trips, glyphs.plan.unread}) == 3


@pytest.mark.parametrize("glyphs", SETS.values(), ids=SETS)
def test_windows_are_as_large_as_there_is_room_for_them(glyphs: Glyphs):
    for shape in glyphs.plan.shapes.values():
        assert [len(rows) for rows in shape.windows] == [1, 2, 3]
        assert all(len(row) in (0, 1 + 2 * high) for high, rows in enumerate(shape.windows, 1) for row in rows)
        assert len(shape.sides) == 2


@pytest.mark.parametrize("measure", [measure for measure in MEASURES if measure.lined])
@pytest.mark.parametrize("name", BOARDS)
def test_a_wall_stands_between_two_flats_when_their_circuits_differ(name: str, measure: Measure):
    view = View.of(sitting(name))
    building, layout, lines = view.building, Layout(view.building, measure), drawn(view, measure)
    for flat in range(building.size):
        x, y = layout.flat_at(flat)
        assert lines[y][x + measure.wide // 2] == chr(ord("a") + building.circuit_of[flat])
        if building.riser_of(flat):
            differ = building.circuit_of[flat] != building.circuit_of[flat - 1]
            assert {lines[y + row][x - 1] for row in range(measure.high)} == {"┃" if differ else " "}
        if building.floor_of(flat):
            differ = building.circuit_of[flat] != building.circuit_of[flat - building.cols]
            assert (lines[y + measure.high][x] == "━") is differ


def test_what_was_read_stands_beside_every_line_and_says_when_a_fix_made_it_old():
    seen = Readings.of(half("7x7"))
    assert seen.floors == (None, None, None, Count(1, 1, stale=False), None, None, Count(0, 0, stale=False))
    assert seen.zones == (None, Climb(1, stale=True), None, Climb(None, stale=False), None, None, None)
    trips, holds = Breaking("trips", stale=False), Breaking("holds", stale=False)
    assert seen.circuits == (trips._replace(stale=True), holds, None, None, None, trips, None)
    assert seen.switch is None


def test_a_count_goes_down_with_every_fix_and_is_marked_as_worked_out():
    before = sitting("6x4", "survey 3", "fill B")
    assert Readings.of(before).floors[2] == Count(1, 1, stale=False)
    found = before.after("open 3B")
    assert Readings.of(found).floors[2] == Count(1, 0, stale=False)
    assert Readings.of(found.after("fix 3B")).floors[2] == Count(0, 0, stale=True)
    assert Readings.of(found.through(["fix 3B", "survey 3"])).floors[2] == Count(0, 0, stale=False)


def test_counts_given_for_nothing_are_on_the_plan_too():
    start = sitting("7x7")
    surveyed = start.after("survey 4")
    given = Sitting.at(start.night, surveyed.night.log)  # type: ignore[arg-type]
    assert Readings.of(given).floors == Readings.of(surveyed).floors


def test_a_failed_switch_leaves_the_walls_dim_until_the_next_move():
    thrown = sitting("4x3", "switch")
    assert View.of(thrown).dark
    assert Readings.of(thrown).switch == Throw(lit=False, now=True)
    assert not View.of(thrown.after("fix 1C")).dark


def test_once_the_dark_hour_is_over_the_plan_does_not_call_the_tower_dark():
    thrown = sitting("4x3", "switch")
    for later in (thrown, thrown.after("fix 1C")):
        assert drawn(View.of(later), SMALL)[0].startswith("     ┏")


def test_a_lit_tower_shows_light_in_every_window():
    lit = sitting("4x3", "fix 1C", "fix 2A", "fix 2B", "switch")
    lines = drawn(View.of(lit), SMALL)
    assert lines[0].startswith("lit  ┏")
    assert "\n".join(lines).count("███") == 12


def test_what_is_pointed_at_stands_on_a_band_and_its_name_in_the_ink_of_keys():
    view, layout = View.of(sitting("4x3")), Layout(sitting("4x3").night.building, SMALL)
    for place, name in (
        (Place("floor", 1), " 2"),
        (Place("zone", 1), "B"),
        (Place("circuit", 2), "c"),
        (Place("flat", 4), ""),
    ):
        sheet = Sheet(layout.width, layout.height)
        draw_plan(sheet, view._replace(pointed=(place,)), layout, UNICODE)
        runs = [run for line in sheet.lines() for run in line]
        assert not name or (name, "key") in runs
        banded = sum(len(text) for text, ink in runs if ink.endswith("@band"))
        assert banded == place.flats(view.building).bit_count() * SMALL.wide


def test_more_than_one_line_can_be_pointed_at():
    view, layout = View.of(sitting("4x3")), Layout(sitting("4x3").night.building, SMALL)
    places = Place("floor", 1), Place("circuit", 2)
    sheet = Sheet(layout.width, layout.height)
    draw_plan(sheet, view._replace(pointed=places), layout, UNICODE)
    runs = [run for line in sheet.lines() for run in line]
    assert {(" 2", "key"), ("c", "key")} <= set(runs)
    both = places[0].flats(view.building) | places[1].flats(view.building)
    assert sum(len(text) for text, ink in runs if ink.endswith("@band")) == both.bit_count() * SMALL.wide


@pytest.mark.parametrize("theme", THEMES)
def test_a_band_changes_the_ground_under_an_ink_and_not_the_ink(theme: str):
    banded, band, ink = (ink_style(theme, name) for name in ("faulty@band", "band", "faulty"))
    assert (banded.foreground, banded.background) == (ink.foreground, band.background)
    assert banded.underline is band.underline
    assert banded.bold is ink.bold
    assert banded != ink


@pytest.mark.parametrize("theme", ["night", "day", "contrast"])
def test_the_words_of_a_plan_are_legible_on_the_ground_and_on_the_band(theme: str):
    inks = THEMES[theme].variables
    for ink in ("faulty", "fixed", "pencil", "water", "muted", "key", "ink"):
        assert contrast(inks[ink], THEMES[theme].background) >= 4.5, ink
    for ink in ("muted", "key", "ink"):
        assert contrast(inks[ink], inks["band"]) >= 4.5, ink


def test_chances_stand_in_the_flats_that_no_reading_settles():
    found = half("4x3")
    chances = chances_of(found)
    assert [bool(chance) for chance in chances] == [
        bool(found.known.unknown >> flat & 1) for flat in range(found.night.building.size)
    ]
    assert "23b" in "".join(drawn(View.of(found)._replace(chances=chances), SMALL))


def test_chances_are_those_of_23_00_whatever_the_readings_make_of_them():
    start = sitting("4x3")
    before, after = chances_of(start), chances_of(start.through(["survey 2", "open 2A", "open 2C"]))
    assert set(before) == {"23"}
    assert after[4] == "23"  # though 2B is certain by now: that is for the player to see
    assert [chance for chance in after if chance] == ["23"] * 10
    corner = replace(start.night.building, chances=((35, 100), *[(6, 100)] * 11))
    assert set(chances_of(Sitting.at(Night(corner, start.night.faults)))) == {"66", "15"}


@pytest.mark.parametrize(("chance", "words"), [((1, 5000), "<1"), ((1, 40), "2"), ((4999, 5000), "99")])
def test_no_chance_is_rounded_to_certainty(chance: tuple[int, int], words: str):
    building = sitting("4x3").night.building
    building = replace(building, chances=(chance,) * 12, kmin=0, kmax=12)
    assert set(chances_of(Sitting.at(Night(building, faults=1)))) == {words}


# where it stands, and where it can be pressed


@pytest.mark.parametrize(
    ("name", "width", "height", "wide", "lined"),
    [
        ("7x7", 38, 17, 3, True),
        ("7x7", 51, 25, 5, True),
        ("7x7", 72, 33, 7, True),
        ("7x7", 88, 40, 9, True),
        ("7x7", 37, 12, 3, False),
        ("12x5", 40, 19, 5, False),
        ("12x5", 84, 41, 5, True),
        ("4x3", 40, 19, 7, True),
        ("6x4", 38, 17, 3, True),
        ("12x5", 10, 5, 3, False),
    ],
)
def test_the_largest_plan_that_fits_is_drawn(name: str, width: int, height: int, wide: int, lined: bool):
    measure = layout_for(sitting(name).night.building, width, height).measure
    assert (measure.wide, measure.lined) == (wide, lined)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("name", BOARDS)
def test_all_that_has_a_name_can_be_pressed_where_it_is_drawn(name: str, measure: Measure):
    building = sitting(name).night.building
    layout, lines = Layout(building, measure), drawn(View.of(sitting(name)), measure)
    places = {layout.at(x, y) for y, line in enumerate(lines) for x, sign in enumerate(line) if sign != " "}
    counts = {
        kind: sum(place.kind == kind for place in places if place) for kind in ("flat", "floor", "zone", "circuit")
    }
    assert counts == {
        "flat": building.size,
        "floor": building.rows,
        "zone": len(building.zones),
        "circuit": len(building.circuits),
    }
    for flat in range(building.size):
        assert layout.at(*layout.flat_at(flat)) == Place("flat", flat)
    assert layout.at(0, 0) is None


# how a move plays


MOVES = ("survey 2", "fill A", "fill B", "breaker a", "breaker c", "open 1A", "fix 1C", "switch")


@pytest.mark.parametrize("words", MOVES)
def test_a_move_takes_a_moment_and_begins_with_what_was_there(words: str):
    before = sitting("4x3", "open 4A")
    film = film_of(before, before.after(words))
    assert film
    assert film.pause * len(film.frames) <= (DARKENING if words == "switch" else MOMENT) + 1e-9
    still = View.of(before).looks
    if words != "switch":
        assert any(old is new for old, new in zip(still, film.frames[0], strict=True))
    assert len(set(film.frames)) > 1


def test_water_climbs_to_where_it_stops():
    before = sitting("7x7")
    film = film_of(before, before.after("fill A"))
    assert film
    riser = [[frame[flat] for flat in range(0, 49, 7)] for frame in film.frames]
    water, unknown = FlatLook.WATER, FlatLook.UNKNOWN
    assert riser[0] == [water] + [unknown] * 6
    assert riser[3] == [water] * 4 + [unknown] * 3
    assert riser[-1] == [water] * 5 + [FlatLook.FAULTY, unknown]


def test_no_window_gives_away_why_the_switch_failed():
    before = half("7x7")
    film = film_of(before, before.after("switch"))
    assert film
    for frame in film.frames:
        assert all(len(set(frame[floor * 7 : floor * 7 + 7])) == 1 for floor in range(7))
    assert set(film.frames[-1]) == {FlatLook.DARK}


def test_marks_and_other_nights_play_nothing():
    before = half("7x7")
    assert film_of(before, before.after("sound 2A")) is None
    assert film_of(before, sitting("7x7")) is None
    assert film_of(before, half("4x3")) is None


# the widget


def on_stage(board: BoardView, **how: bool) -> Stage:
    board.styles.width = board.styles.height = "100%"
    return Stage(board, **how)


async def test_a_move_plays_and_any_key_may_settle_it():
    board = BoardView(sitting("7x7"))
    stage = on_stage(board, moving=True)
    async with stage.run_test(size=(40, 18)) as pilot:
        board.sitting = board.sitting.after("survey 4")
        assert board.moving
        await pilot.pause()
        assert " 4 1 " not in stage.seen
        board.settle()
        assert not board.moving
        await pilot.pause()
        assert " 4 1 " in stage.seen


async def test_what_plays_comes_to_its_end_by_itself():
    board = BoardView(sitting("7x7"))
    stage = on_stage(board, moving=True)
    async with stage.run_test(size=(40, 18)) as pilot:
        board.sitting = board.sitting.after("open 1B")
        while board.moving:
            await pilot.pause(0.05)
        assert "▞a▞" in stage.seen


async def test_where_nothing_may_move_the_end_is_there_at_once():
    board = BoardView(sitting("7x7"))
    stage = on_stage(board)
    async with stage.run_test(size=(40, 18)) as pilot:
        board.sitting = board.sitting.after("fill A")
        assert not board.moving
        await pilot.pause()
        assert "▞g▞" in stage.seen


async def test_the_cursor_stays_on_the_tower_and_paints_only_the_floors_it_leaves_and_reaches():
    board = BoardView(sitting("7x7"))
    painted = []
    async with on_stage(board).run_test(size=(37, 17)):
        board.move(-1, -1)
        assert board.cursor == 0
        board.refresh = lambda *regions, **_: painted.extend(regions)  # type: ignore[method-assign]
        board.move(1, 1)
        assert board.cursor == 8
        assert [(region.y, region.height) for region in painted] == [(11, 1), (13, 1)]
        board.move(9, 9)
        assert board.cursor == 48


class Listening(Stage):
    """Hears what was pressed."""

    def on_board_view_pressed(self, message: BoardView.Pressed) -> None:
        self.answers.append((message.kind, message.index))


async def test_a_click_tells_what_it_fell_on():
    board = BoardView(sitting("7x7"))
    board.styles.width = board.styles.height = "100%"
    stage = Listening(board)
    async with stage.run_test(size=(37, 17)) as pilot:
        for x, y in ((7, 13), (1, 7), (7, 14), (11, 15), (5, 16), (0, 0)):
            await pilot.click(offset=(x, y))
    assert stage.answers == [("flat", 0), ("floor", 3), ("zone", 0), ("zone", 1), ("circuit", 1)]


async def test_chances_can_be_laid_over_the_plan():
    board = BoardView(sitting("7x7"))
    stage = on_stage(board)
    async with stage.run_test(size=(37, 17)) as pilot:
        board.show_chances = True
        await pilot.pause()
        assert "10g 10g" in stage.seen
        board.sitting = board.sitting.after("breaker b")
        await pilot.pause()
        assert "▄b▄" in stage.seen
        board.show_chances = False
        await pilot.pause()
        assert "░g░ ░g░" in stage.seen


async def test_another_building_is_drawn_from_its_first_flat():
    board = BoardView(half("7x7"))
    stage = on_stage(board)
    async with stage.run_test(size=(40, 19)) as pilot:
        board.cursor = 48
        board.sitting = half("4x3")
        await pilot.pause()
        assert board.cursor == 0
        assert " 4 " in stage.seen
        assert " 7 " not in stage.seen


# pictures


PICTURES = {
    "small-night": ("7x7", (38, 17), "night"),
    "small-mono": ("7x7", (38, 17), "mono"),
    "middle-day": ("7x7", (56, 26), "day"),
    "big-night": ("7x7", (76, 35), "night"),
    "high-rise": ("12x5", (40, 19), "night"),
    "annex": ("4x3", (40, 19), "contrast"),
    "terrace": ("6x4", (40, 25), "day"),
}


@pytest.mark.parametrize("picture", PICTURES)
def test_a_board_looks_as_it_did(snap_compare, picture: str):
    name, size, theme = PICTURES[picture]
    board = BoardView(half(name))
    board.pointed = (Place("circuit", 1),)
    board.styles.width = board.styles.height = "100%"

    async def settle(pilot: Pilot[object]) -> None:
        board.move(1, 1)
        await pilot.pause()

    assert snap_compare(Stage(board, theme=theme), terminal_size=size, run_before=settle)
