"""The night on the screen: every key, the mouse, the hints, the switch, and the end."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from fractions import Fraction

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widget import Widget

from game.freeplay import FreePlay
from game.run import Refused
from game.screens.glyphs import ASCII, UNICODE
from game.screens.help import KeysScreen
from game.screens.reading import Scroll
from game.screens.size import NEEDS
from game.screens.stage import Stage
from game.screens.tower.asking import question
from game.screens.tower.bar import WorkBar
from game.screens.tower.board import BoardView
from game.screens.tower.keys import NIGHT
from game.screens.tower.legend import LOOKS
from game.screens.tower.measures import Place
from game.screens.tower.night import LOST, NightScreen
from game.screens.tower.pages import NightLog, RulesScreen
from game.screens.tower.pointing import places_of, places_of_move
from game.screens.tower.side import hint_lines, meter_bar
from game.screens.tower.table import Table
from game.tower.codes import read
from game.tower.deduction import Line, Voice
from game.tower.hints import Hint
from game.tower.known import Mark
from game.tower.moves import Switch
from game.tower.night import clock
from game.tower.saying import LATE, card, meter, says
from game.tower.sitting import Sitting
from game.tower.timing import EVENING
from game.tower.timing import NIGHT as BY_CLOCK
from tests.screens.evenings import words
from tests.screens.stage import seen

ANNEX = read("1-4x3-M-Z2QCZ-T")
"""Faults 1B and 3C. Breaker a has 1A 1B 1C 2B, breaker b 2A 3A 3B 4A, breaker c the rest. Two to four faults."""
LAUNCH = read("1-7x7-M-K7Q2M-4")
SIZES = {"80x24": (80, 24), "100x30": (100, 30), "140x45": (140, 45)}


class Offering(FreePlay):
    """Free play whose crew speaks up, as it does in a story from 4:00 on."""

    def __init__(self, offers: int) -> None:
        super().__init__(ANNEX)
        self.offers = offers


class Evening(Stage):
    """Nothing but one night."""

    def __init__(self, table: Table, *, card: bool = False, **how: bool) -> None:
        super().__init__(**{"still": True, **how})
        self.table, self.card = table, card
        self.answers: list[Sitting | None] = []

    def on_mount(self) -> None:
        self.push_screen(NightScreen(self.table, card=self.card), self.answers.append)

    @property
    def seen(self) -> str:
        return seen(self)

    @property
    def words(self) -> str:
        return words(self)

    @property
    def board(self) -> BoardView:
        return self.screen.query_one(BoardView)

    @property
    def done(self) -> list[str]:
        return [event.do for event in self.table.sitting.night.log]


@asynccontextmanager
async def sitting_at(
    table: Table | None = None, size: tuple[int, int] = (80, 24), **how: bool
) -> AsyncIterator[tuple[Evening, Pilot[object]]]:
    app = Evening(table or FreePlay(ANNEX), **how)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


async def go(app: Evening, name: str) -> None:
    """Put the cursor on a flat."""
    app.board.cursor = app.board.building.flat(name)


# keys


async def test_the_arrows_move_over_the_flats_and_stop_at_the_walls():
    async with sitting_at() as (app, pilot):
        await pilot.press("up", "up", "right", "left", "right", "right", "right", "down")
        assert app.board.building.name(app.board.cursor) == "2C"
        assert "s floor 2 · 10" in app.words


async def test_the_bar_says_what_each_key_would_do_for_the_marked_flat_and_its_minutes():
    async with sitting_at() as (app, pilot):
        await go(app, "3B")
        await pilot.press("right")
        for words in ("s floor 3 · 10", "w riser C · 20", "b breaker c · 5", "o open 3C · 10", "f fix 3C · 20"):
            assert words in app.words
        assert "t switch · 5" in app.words


@pytest.mark.parametrize(
    ("key", "move", "told"),
    [
        ("s", "survey", "Floor 1 has one faulty flat left."),
        ("w", "fill", "The water stops at 1B: 1B is faulty."),
        ("b", "breaker", "Breaker a trips."),
        ("o", "open", "1B is faulty."),
        ("f", "fix", "1B is fixed."),
    ],
)
async def test_a_key_does_its_work_at_the_marked_flat_and_what_it_showed_is_told(key, move, told):
    async with sitting_at() as (app, pilot):
        await go(app, "1B")
        await pilot.press(key)
        assert app.done == [move]
        assert told in app.words
        assert f"23:00 {move} " in app.words


async def test_space_marks_sound_then_faulty_then_not_at_all():
    async with sitting_at() as (app, pilot):
        looks = []
        for _ in range(3):
            await pilot.press("space")
            looks.append(app.table.sitting.looks(app.board.cursor))
        assert looks == [Mark.SOUND, Mark.FAULTY, Mark.UNKNOWN]
        await pilot.press("u", "u", "y")
        assert app.table.sitting.looks(app.board.cursor) is Mark.FAULTY


async def test_what_a_reading_says_is_no_mark_and_there_is_not_always_something_to_undo():
    async with sitting_at() as (app, pilot):
        await go(app, "1A")
        await pilot.press("o", "space")
        assert "1A is sound: that is no guess" in app.words
        await pilot.press("u")
        assert "There is no mark to take back." in app.words
        await pilot.press("right")
        assert "There is no mark" not in app.words


async def test_a_reading_that_is_known_already_is_said_to_be_before_minutes_are_wasted():
    async with sitting_at() as (app, pilot):
        await pilot.press("s", "s")
        assert app.done == ["survey"]
        assert "You know that: Floor 1 has one faulty flat left. s again does it all the same" in app.words
        await pilot.press("s")
        assert app.done == ["survey", "survey"]


async def test_any_other_key_lets_go_of_what_is_asked_and_does_its_own_thing():
    async with sitting_at() as (app, pilot):
        await pilot.press("s", "s", "b", "s")
        assert app.done == ["survey", "breaker"]
        assert "You know that" in app.words
        await pilot.press("f5")
        assert "You know that" not in app.words


# the switch


async def test_the_switch_asks_with_its_chance_and_its_price_and_lets_go():
    async with sitting_at() as (app, pilot):
        await pilot.press("t")
        asked = "Throw the switch? It cannot work yet: 1 h 5 min are lost in the dark. t or Enter does it."
        assert asked in app.words
        await pilot.press("n")
        assert "Throw the switch?" not in app.words
        assert app.done == []


@pytest.mark.parametrize("chance", ["0", "1/2", "9999/10000"])
def test_what_the_switch_asks_is_whole_in_the_smallest_window(chance, monkeypatch):
    monkeypatch.setattr(Sitting, "go", Fraction(chance))
    bar = WorkBar()
    bar.show((), question(FreePlay(ANNEX).sitting, Switch()), asks=True)
    assert bar.paint(NEEDS.width - 4)[-1].plain.endswith("t or Enter does it.")


@pytest.mark.parametrize("again", ["t", "enter"])
async def test_a_failed_throw_costs_an_hour_and_the_night_goes_on(again):
    async with sitting_at() as (app, pilot):
        await pilot.press("t", again)
        assert app.table.sitting.night.failed_throws == 1
        assert "the whole tower is dark for an hour" in app.words
        assert "0:05" in app.seen.splitlines()[0]
        assert app.answers == []


async def test_a_whole_night_by_keys_to_the_lit_tower_and_out():
    async with sitting_at() as (app, pilot):
        for name, key in (("1A", "b"), ("2A", "b"), ("1A", "s"), ("2A", "s"), ("4A", "s"), ("3C", "f")):
            await go(app, name)
            await pilot.press(key)
        await pilot.press("t")
        assert "It would work " not in app.words
        await go(app, "1B")
        await pilot.press("f")
        assert "the switch is sure to work" in app.words
        await pilot.press("t")
        assert "The tower is lit." in app.words
        assert "Any key goes on." in app.words
        assert app.answers == []
        await pilot.press("s")
        assert app.answers == [app.table.sitting]
        assert app.table.sitting.night.won


async def test_the_meter_in_words_and_as_a_bar_is_never_empty_or_full_unless_it_is_so():
    assert meter(Fraction(0)) == "the switch cannot work yet"
    assert meter(Fraction(1, 1000)) == "the switch would work: less than 1 in 100"
    assert meter(Fraction(12, 100)) == "the switch would work: 12 in 100"
    assert meter(Fraction(999, 1000)) == "the switch would work: more than 99 in 100"
    assert meter(Fraction(1)) == "the switch is sure to work"
    full = [meter_bar(Fraction(n, 1000), 10, UNICODE).plain.count("━") for n in (0, 1, 999, 1000)]
    assert full == [0, 1, 9, 10]


# hints


async def test_a_hint_tells_where_then_why_then_does_it():
    async with sitting_at() as (app, pilot):
        hint = app.table.sitting.hint
        await pilot.press("h")
        assert f"{says(hint.voice)}: {hint.where}." in app.words
        assert hint.why not in app.words
        assert app.board.pointed == places_of(hint)
        await pilot.press("h")
        assert hint.why[1:] in app.words
        assert any(place.flats(app.board.building) >> app.board.cursor & 1 for place in places_of_move(hint.move))
        assert f"h {hint.then}" in app.words
        await pilot.press("h")
        assert len(app.done) == 1
        assert app.table.sitting.hints == 1
        assert app.board.pointed == ()


async def test_the_second_press_takes_the_cursor_to_the_flat_that_is_to_be_fixed():
    table = FreePlay(ANNEX)
    for line in ("open 3C", "sound 1A 1B 1C 2A 2B 2C 3A 3B 4A 4B 4C"):
        table.do(line)
    async with sitting_at(table) as (app, pilot):
        await pilot.press("h")
        assert app.board.building.name(app.board.cursor) == "1A"
        await pilot.press("h")
        assert app.board.building.name(app.board.cursor) == "3C"
        assert "3C is faulty. Fix it: breaker and floor then speak of the rest." in app.words


async def test_the_third_press_marks_what_is_certain():
    table = FreePlay(ANNEX)
    for line in ("survey 1", "open 1B"):
        table.do(line)
    hint = table.sitting.hint
    assert hint.marks.sound == table.night.building.mask("1A 1C")
    async with sitting_at(table) as (app, pilot):
        await pilot.press("h", "h", "h")
        assert table.sitting.marks.sound == hint.marks.sound
        assert len(app.done) == 2


@pytest.mark.parametrize(("offers", "presses"), [(1, 2), (2, 1), (3, 1)])
async def test_the_crew_offers_its_hint_by_itself_and_h_goes_on_from_there(offers, presses):
    async with sitting_at(Offering(offers)) as (app, pilot):
        hint = app.table.sitting.hint
        assert hint.where in app.words
        assert (hint.why[1:] in app.words) == (offers > 1)
        await pilot.press(*"h" * presses)
        assert len(app.done) == 1
        assert app.table.sitting.hints == (1 if offers == 1 else 0)
        assert app.table.sitting.hint.where in app.words


async def test_no_hint_is_worked_out_before_it_is_asked_for(monkeypatch):
    asked = []
    monkeypatch.setattr("game.tower.sitting.hint", lambda *_: asked.append(1))
    async with sitting_at() as (_app, pilot):
        await pilot.press("s", "up", "b", "space")
    assert asked == []


# pages


async def test_the_card_lies_on_the_first_board_until_a_key_and_comes_back():
    app = Evening(FreePlay(ANNEX), card=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, RulesScreen)
        await pilot.press("s")
        assert app.done == []
        assert isinstance(app.screen, NightScreen)
        await pilot.press("k")
        assert isinstance(app.screen, RulesScreen)
        await pilot.click(offset=(2, 2))
        assert isinstance(app.screen, NightScreen)


def test_the_card_is_short():
    assert sum(len(line.split()) for line in card(BY_CLOCK)) <= 80


def test_the_card_names_no_hour_where_there_is_none_to_keep():
    assert card(BY_CLOCK)[0].endswith("throw the switch before 8:00.")
    assert card(EVENING)[0].endswith("throw the switch.")


async def test_the_log_is_a_page_too_with_what_was_given_for_nothing():
    easy = FreePlay(read("1-4x3-E-00005-5"))
    async with sitting_at(easy) as (app, pilot):
        assert "Counted for you beforehand: Floor" in app.words
        await pilot.press("l")
        assert isinstance(app.screen, NightLog)
        assert app.seen.count("given") == len(easy.free) > 0
        await pilot.press("l", "b", "l")
        assert "23:00 breaker a" in app.words
        await pilot.press("enter")
        assert isinstance(app.screen, NightScreen)


@pytest.mark.parametrize("page", ["l", "question_mark"])
async def test_q_closes_a_page_and_not_the_night(page):
    async with sitting_at() as (app, pilot):
        await pilot.press(page, "q")
        assert isinstance(app.screen, NightScreen)
        assert app.answers == []


async def test_the_page_of_keys_has_every_key_and_how_to_read_the_board():
    async with sitting_at(size=(100, 70)) as (app, pilot):
        await pilot.press("question_mark")
        assert isinstance(app.screen, KeysScreen)
        for key in NIGHT.keys:
            assert key.means.split(";")[0][:40] in app.words
        for words in LOOKS.values():
            assert words[1:] in app.words
        assert "quoted" not in app.words
        await pilot.press("question_mark")
        assert isinstance(app.screen, NightScreen)


async def test_a_page_with_a_scrollbar_needs_plain_characters_only():
    async with sitting_at(ascii_only=True) as (app, pilot):
        await pilot.press("question_mark")
        assert app.screen.query_one(Scroll).show_vertical_scrollbar
        for _ in range(6):
            assert app.seen.isascii()
            await pilot.press("down")


def test_a_reason_begins_large_but_a_circuit_keeps_its_small_letter():
    told = [Hint(Voice.PLUMBER, "look", why, "") for why in ("g needs 7C or 7D", "at most two", "2B is faulty")]
    lines = [[line.plain for line in hint_lines(each, 2, 60)] for each in told]
    assert [why for _, why, _ in lines] == ["g needs 7C or 7D.", "At most two.", "2B is faulty."]


def test_a_hint_points_at_every_line_that_it_looks_at():
    lines = Line("circuit", 3), Line("floor", 4), Line("total")
    told = Hint(Voice.PLUMBER, "look at breaker d and floor 5", "", "", level=3, lines=lines)
    assert places_of(told) == (Place("circuit", 3), Place("floor", 4))


async def test_m_shows_the_chances_and_hides_them():
    async with sitting_at() as (app, pilot):
        await pilot.press("m")
        assert app.board.show_chances
        assert "in 100, before any reading, knowing that 2 to 4 of 12 are faulty." in app.words
        await pilot.press("m")
        assert not app.board.show_chances


@pytest.mark.parametrize("key", ["q", "backspace"])
async def test_a_night_that_has_begun_is_left_with_a_second_press_because_it_is_not_kept(key):
    async with sitting_at() as (app, pilot):
        await pilot.press("s", key)
        assert LOST in app.words
        await pilot.press("up")
        assert LOST not in app.words
        await pilot.press(key)
        assert app.answers == []
        await pilot.press(key)
        assert app.answers == [None]


@pytest.mark.parametrize("key", ["q", "backspace"])
async def test_where_nothing_is_lost_one_press_leaves(key):
    async with sitting_at() as (app, pilot):
        await pilot.press(key)
        assert app.answers == [None]
    kept = FreePlay(ANNEX)
    kept.kept = True
    async with sitting_at(kept) as (app, pilot):
        await pilot.press("s", key)
        assert app.answers == [None]


@pytest.mark.prove
async def test_a_long_log_keeps_its_newest_line_in_sight_and_scrolls():
    async with sitting_at(FreePlay(LAUNCH)) as (app, pilot):
        await pilot.press(*["o"] * 41)
        await pilot.pause()
        assert "2:20 open 1A" in app.words
        assert "23:00 open 1A" not in app.words
        await pilot.press("pageup", "pageup")
        await pilot.pause()
        assert "23:00 open 1A" in app.words
        await pilot.press("pagedown", "pagedown")
        await pilot.pause()
        assert "2:20 open 1A" in app.words


@pytest.mark.prove
@pytest.mark.parametrize(
    ("size", "keys"),
    [((80, 24), ("space", "b", "up", "s", "pageup")), ((100, 30), ("pagedown", "pagedown", "up", "up"))],
)
async def test_an_empty_log_that_was_paged_follows_the_newest_line_all_the_same(size, keys):
    async with sitting_at(size=size) as (app, pilot):
        await pilot.press(*keys, *["o", "o"] * 12)
        await pilot.pause()
        assert f"{clock(app.table.sitting.night.starts[-1])} open" in app.words
        await pilot.press("pageup", "o", "o")
        await pilot.pause()
        assert f"{clock(app.table.sitting.night.starts[-1])} open" in app.words


# while the tower goes dark


async def test_a_key_typed_ahead_ends_the_darkness_and_does_nothing_else():
    async with sitting_at(still=False) as (app, pilot):
        await pilot.press("t", "t")
        assert app.board.moving
        await pilot.press("s")
        assert not app.board.moving
        assert app.done == ["switch"]
        await pilot.press("s")
        assert app.done == ["switch", "survey"]


# where some flats are likelier


async def test_cut_corners_are_on_the_board_while_nothing_is_known_of_them():
    building = FreePlay(ANNEX).night.building
    chances = ((1, 4),) + ((1, 12),) * (building.size - 1)
    table = FreePlay(ANNEX)
    table.night = replace(table.night, building=replace(building, chances=chances))
    table.sitting = Sitting.at(table.night)
    async with sitting_at(table) as (app, pilot):
        assert "a▚" in app.seen
        assert "a corner was cut" in app.words
        assert "m chances" in app.words
        await pilot.press("o")
        assert "a▚" not in app.seen
        assert "a corner was cut" not in app.words


async def test_where_all_flats_are_alike_no_corner_is_spoken_of():
    async with sitting_at() as (app, _pilot):
        assert "▚" not in app.seen
        assert "corner" not in app.words
        assert "m chances" not in app.words


# the mouse


async def press_board(app: Evening, pilot: Pilot[object], kind: str, index: int) -> None:
    """Click the first place of the board at which this stands."""
    board = app.board
    everywhere = ((x, y) for y in range(board.size.height) for x in range(board.size.width))
    places = ((x, y, board.place_at(x, y)) for x, y in everywhere)
    x, y = next((x, y) for x, y, place in places if place and (place.kind, place.index) == (kind, index))
    await pilot.click(BoardView, offset=(x, y))
    await pilot.pause()


async def test_a_click_goes_to_a_flat_and_another_marks_it():
    async with sitting_at() as (app, pilot):
        flat = app.board.building.flat("3B")
        await press_board(app, pilot, "flat", flat)
        assert app.board.cursor == flat
        assert app.table.sitting.looks(flat) is Mark.UNKNOWN
        await press_board(app, pilot, "flat", flat)
        assert app.table.sitting.looks(flat) is Mark.SOUND


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("floor", "Survey floor 2, 10 min?"),
        ("zone", "Fill riser B, 20 min?"),
        ("circuit", "Close breaker b, 5 min?"),
    ],
)
async def test_a_click_on_a_line_asks_and_another_does_it(kind, asked):
    async with sitting_at() as (app, pilot):
        await press_board(app, pilot, kind, 1)
        assert asked in app.words
        assert app.board.pointed == (Place(kind, 1),)
        assert app.done == []
        await press_board(app, pilot, kind, 1)
        assert len(app.done) == 1


async def test_enter_does_what_a_click_asked():
    async with sitting_at() as (app, pilot):
        await press_board(app, pilot, "floor", 3)
        await pilot.press("enter")
        assert "Floor 4 has no faulty flat." in app.words


async def test_the_works_in_the_bar_and_the_next_press_of_a_hint_can_be_clicked():
    async with sitting_at() as (app, pilot):
        rows = app.seen.splitlines()
        y = next(y for y, row in enumerate(rows) if "b breaker a" in row)
        await pilot.click(offset=(rows[y].index("b breaker a") + 3, y))
        assert app.done == ["breaker"]
        await pilot.press("h")
        await pilot.pause()
        rows = app.seen.splitlines()
        y = next(y for y, row in enumerate(rows) if "h why" in row)
        await pilot.click(offset=(rows[y].index("h why") + 2, y))
        assert app.table.sitting.pressed == 2


async def test_a_click_dismisses_the_lit_tower_too():
    table = FreePlay(ANNEX)
    for line in ("fix 1B", "fix 3C", "switch"):
        table.do(line)
    async with sitting_at(table) as (app, pilot):
        await pilot.click(BoardView, offset=(20, 5))
        assert app.answers == [table.sitting]


# what moves


async def test_a_key_during_a_move_settles_it_and_is_not_eaten():
    async with sitting_at(still=False) as (app, pilot):
        await pilot.press("w")
        assert app.board.moving
        await pilot.press("s")
        assert app.done == ["fill", "survey"]


async def test_the_first_key_at_the_lit_tower_only_lights_it():
    table = FreePlay(ANNEX)
    for line in ("fix 1B", "fix 3C"):
        table.do(line)
    async with sitting_at(table, still=False) as (app, pilot):
        await pilot.press("t", "t")
        assert app.board.moving
        await pilot.press("x")
        assert app.answers == []
        await pilot.press("x")
        assert app.answers == [table.sitting]


# late, refused, small


async def test_after_eight_it_is_said_once_that_the_night_is_not_won_any_more():
    async with sitting_at() as (app, pilot):
        for _ in range(9):
            await pilot.press("t", "t")
        assert LATE in app.words
        assert "past 8:00" in app.words
        await pilot.press("up")
        assert LATE not in app.words
        await pilot.press("s")
        assert LATE not in app.words


async def test_what_a_table_refuses_is_said():
    class Refusing(FreePlay):
        def do(self, words: str) -> Sitting:
            raise Refused("The crew is asleep.")

    async with sitting_at(Refusing(ANNEX)) as (app, pilot):
        await pilot.press("s")
        assert "The crew is asleep." in app.words


@pytest.mark.parametrize("size", [(60, 20), *SIZES.values()])
async def test_board_bar_clock_and_keys_are_whole_at_every_size(size):
    async with sitting_at(FreePlay(LAUNCH), size) as (app, pilot):
        await pilot.press("s", "h", "h")
        screen: Widget = app.screen
        for name in ("BoardView", "WorkBar", "ClockView", "Footing"):
            assert screen.region.contains_region(screen.query_one(name).region)
        for words in ("s floor 1 · 10", "t switch · 5", "until 8:00", "? keys"):
            assert words in app.words
        assert "3 to 7 faulty, 0" in app.words
        assert "the switch cannot" in app.words
        assert app.table.sitting.hint.why.split()[-1] in app.words


async def test_the_two_columns_of_the_legend_never_touch():
    async with sitting_at(FreePlay(read("1-4x3-B-YHS80-R-R"))) as (app, pilot):
        await pilot.press("s", "up")
        legend = next(line for line in app.seen.splitlines() if "nothing known" in line)
        assert re.search(r"nothing known +\S \S", legend) or legend.endswith("nothing known")


@pytest.mark.parametrize("ascii_only", [False, True])
async def test_the_clock_is_large_and_ascii_is_ascii(ascii_only):
    async with sitting_at(size=(100, 30), ascii_only=ascii_only) as (app, pilot):
        await pilot.press("s", "h")
        assert app.glyphs is (ASCII if ascii_only else UNICODE)
        assert app.seen.isascii() == ascii_only
        assert "####" in app.seen if ascii_only else "▀▀▀█" in app.seen


PLAYED = ("b", "up", "s", "right", "space", "up", "w", "space", "space", "h", "h")


@pytest.mark.parametrize("size", SIZES)
def test_a_night_looks_as_it_did(snap_compare, size):
    async def play(pilot: Pilot[object]) -> None:
        await pilot.pause()
        await pilot.press(*PLAYED)
        await pilot.pause()

    assert snap_compare(Evening(FreePlay(LAUNCH)), terminal_size=SIZES[size], run_before=play)
