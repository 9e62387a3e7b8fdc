"""Free play on the screen: the menu, a code, drawing a board, the end card, the replay, and the ways between."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from threading import Event
from time import sleep
from types import SimpleNamespace

import pytest
from textual.pilot import Pilot

from game.freeplay import FreePlay
from game.library import Library
from game.screens.app import SevenWeeks
from game.screens.lab.screen import LabScreen
from game.screens.stage import Stage
from game.screens.title import TitleScreen
from game.screens.tower.apart import ApartScreen
from game.screens.tower.app import TowerApp
from game.screens.tower.board import BoardView
from game.screens.tower.card import ELSEWHERE
from game.screens.tower.code import CodeScreen
from game.screens.tower.drawing import DrawingScreen
from game.screens.tower.end import EndScreen
from game.screens.tower.endpages import BreaksScreen, ShareScreen
from game.screens.tower.learn import LearnScreen
from game.screens.tower.menu import MenuScreen
from game.screens.tower.night import NightScreen
from game.screens.tower.pages import RulesScreen
from game.screens.tower.replay import ReplayScreen, steps_of
from game.tower.codes import Code, read
from game.tower.crowd import CREWS
from game.tower.grades import Grade
from game.tower.known import Mark
from game.tower_command.wanted import Wanted
from tests.screens.evenings import words
from tests.screens.stage import seen
from tests.stories import every_kind

ANNEX = "1-4x3-M-Z2QCZ-T"
"""Faults 1B and 3C."""
SIZES = {"80x24": (80, 24), "100x30": (100, 30), "140x45": (140, 45)}
WON = ("switch", "breaker a", "survey 3", "fix 3C", "fix 1A", "fill B", "fix 1B", "switch")
"""A night with a failed throw and a sound flat fixed, 205 minutes."""


async def come_to(pilot: Pilot[object], screen: type) -> None:
    """Wait until this screen is in front."""
    for _ in range(200):
        await pilot.pause(0.01)
        if isinstance(pilot.app.screen, screen):
            break
    assert isinstance(pilot.app.screen, screen)
    await pilot.pause()


@asynccontextmanager
async def opened(
    wanted: Wanted | None = None, size: tuple[int, int] = (80, 24), **how: bool
) -> AsyncIterator[tuple[TowerApp, Pilot[object]]]:
    app = TowerApp(wanted, **{"still": True, **how})
    async with app.run_test(size=size) as pilot:
        await come_to(pilot, MenuScreen if wanted is None else RulesScreen)
        if wanted is not None:
            await pilot.press("x")
        yield app, pilot


def at_annex() -> Wanted:
    return Wanted("play", read(ANNEX))


async def play(app: TowerApp, pilot: Pilot[object], lines: Sequence[str] = WON) -> None:
    """Play a night at the table in front, and go on to the end card."""
    for line in lines[:-1]:
        app.screen.table.do(line)
    await pilot.press("t", "t")
    await pilot.press("x")
    await come_to(pilot, EndScreen)


# the menu


@pytest.mark.parametrize(
    ("presses", "size", "grade"),
    [
        ("enter", "4x3", Grade.MEDIUM),
        ("down down left enter", "7x7", Grade.EASY),
        ("2", "6x4", Grade.MEDIUM),
        ("left right right right 1", "4x3", Grade.HARD),
    ],
)
async def test_the_menu_leads_to_a_board_of_that_size_and_grade(monkeypatch, presses, size, grade):
    asked = []
    monkeypatch.setattr(FreePlay, "in_attempts", lambda wanted: asked.append(wanted) or iter(()))
    async with opened() as (_app, pilot):
        await pilot.press(*presses.split())
        await pilot.pause(0.05)
    assert [(code.size.name, code.grade) for code in asked] == [(size, grade)]


async def test_the_board_of_today_is_everybody_s(monkeypatch):
    from game.tower.codes import daily

    asked = []
    monkeypatch.setattr(FreePlay, "in_attempts", lambda wanted: asked.append(wanted) or iter(()))
    async with opened() as (_app, pilot):
        await pilot.press("d")
        await pilot.pause(0.05)
    assert asked == [daily(date.today())]


async def test_the_menu_can_be_clicked_grades_too():
    async with opened() as (app, pilot):
        rows = seen(app).splitlines()
        y = next(y for y, row in enumerate(rows) if "[medium]" in row)
        await pilot.click(offset=(rows[y].index("hard") + 1, y))
        assert "[hard]" in seen(app)
        y = next(y for y, row in enumerate(rows) if "A board by its code" in row)
        await pilot.click(offset=(rows[y].index("board"), y))
        await come_to(pilot, CodeScreen)


@pytest.mark.parametrize(("key", "screen"), [("l", LearnScreen), ("x", LabScreen)])
async def test_the_menu_leads_to_the_lesson_and_the_lab_and_back(key, screen):
    async with opened() as (_app, pilot):
        await pilot.press(key)
        await come_to(pilot, screen)
        await pilot.press("backspace")
        await come_to(pilot, MenuScreen)


async def test_the_lesson_is_the_first_line_of_the_menu():
    async with opened() as (app, pilot):
        keys = [line.split()[0] for line in seen(app).splitlines() if "Learn it" in line or "Annex" in line]
        assert keys == ["l", "1"]
        await pilot.press("up", "enter")
        await come_to(pilot, LearnScreen)


async def test_flat_by_flat_asks_which_board():
    async with opened() as (app, pilot):
        await pilot.press("a")
        await pilot.pause()
        assert "FLAT BY FLAT" in seen(app)
        await pilot.press("1")
        await come_to(pilot, ApartScreen)
        await pilot.press("q")
        await come_to(pilot, MenuScreen)
        assert "THE TOWER" in seen(app)


async def test_q_leaves_the_menu_and_nothing_is_said_where_nothing_was_played(monkeypatch):
    async with opened() as (app, pilot):
        monkeypatch.setattr(app, "_print_error_renderables", lambda: None)
        await pilot.press("q")
        await pilot.pause()
    assert app._exit
    assert app.farewell() == ""


@pytest.mark.parametrize("size", [(60, 20), *SIZES.values()])
async def test_the_menu_is_whole_at_every_size(size):
    async with opened(size=size) as (app, _pilot):
        for line in ("THE TOWER", "4  High-rise", "[medium]", "x  The lab", "q  Leave"):
            assert line in seen(app)


# a code


async def test_a_bad_code_is_answered_in_place_and_a_good_one_opens_its_board():
    async with opened() as (app, pilot):
        await pilot.press("n", *"14x3mz2qczv", "enter")
        assert "At least one character of this code is wrong" in seen(app)
        await pilot.press("backspace")
        assert "At least one character" not in seen(app)
        await pilot.press("T", "enter")
        await come_to(pilot, RulesScreen)
        await pilot.press("x")
        assert isinstance(app.screen, NightScreen)
        assert app.screen.table.code == ANNEX


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_without_a_code_one_comes_back_to_the_menu(key):
    async with opened() as (_app, pilot):
        await pilot.press("n")
        await come_to(pilot, CodeScreen)
        await pilot.press(key)
        await come_to(pilot, MenuScreen)


# drawing


@pytest.fixture
def slow(monkeypatch):
    """Boards that are not drawn until they are let."""
    let = Event()

    def draw(wanted: Code) -> Iterator[FreePlay]:
        let.wait(5)
        yield FreePlay(wanted)

    monkeypatch.setattr(FreePlay, "in_attempts", draw)
    monkeypatch.setattr("game.screens.tower.drawing.PATIENCE", 0.01)
    yield let
    let.set()


async def test_a_board_that_takes_long_shows_a_tower_going_up(slow):
    async with opened(still=False) as (app, pilot):
        await pilot.press("3")
        await come_to(pilot, DrawingScreen)
        await pilot.pause(0.05)
        before = seen(app)
        assert "Drawing a tower of 49 flats" in before
        await pilot.pause(0.4)
        assert seen(app) != before
        slow.set()


async def test_drawing_can_be_left_and_what_comes_of_it_later_does_not_matter(slow):
    async with opened() as (app, pilot):
        await pilot.press("1")
        await come_to(pilot, DrawingScreen)
        await pilot.press("backspace")
        await come_to(pilot, MenuScreen)
        slow.set()
        await pilot.pause(0.1)
        assert isinstance(app.screen, MenuScreen)


async def test_once_it_is_left_no_further_board_is_drawn(monkeypatch):
    draws, stopped = [], Event()

    def draw(wanted: Code) -> Iterator[None]:
        try:
            while True:
                draws.append(wanted)
                sleep(0.005)
                yield None
        finally:
            stopped.set()

    monkeypatch.setattr(FreePlay, "in_attempts", draw)
    async with opened() as (_app, pilot):
        await pilot.press("1")
        await come_to(pilot, DrawingScreen)
        while len(draws) < 3:
            await pilot.pause(0.01)
        await pilot.press("backspace")
        await come_to(pilot, MenuScreen)
        assert stopped.wait(5)


# the night and its end


async def test_leaving_a_night_leads_to_the_menu_and_its_result_is_left_on_the_terminal():
    async with opened(at_annex()) as (app, pilot):
        await pilot.press("s", "q", "q")
        await come_to(pilot, MenuScreen)
        assert app.farewell() == f"{ANNEX}: left at 23:10, still dark"


async def test_the_card_is_shown_at_the_first_board_only():
    async with opened(at_annex()) as (app, pilot):
        await play(app, pilot)
        await pilot.press("a")
        await come_to(pilot, NightScreen)


@pytest.mark.parametrize("size", SIZES.values())
async def test_the_end_card_has_every_figure_and_both_ways(size):
    async with opened(at_annex(), size) as (app, pilot):
        await play(app, pilot)
        report = app.screen._report
        for row in report.rows():
            if row.label not in ("The tower", *ELSEWHERE):
                assert row.label in words(app)
        assert "1 of 3 stars" in words(app)
        assert "The crews are simulated." in words(app)
        first = words(app)
        if size[0] < 96:
            assert "Flat by flat" not in words(app)
            await pilot.press("space")
        for row in report.contrast.rows():
            assert f"{row.whole} " in words(app)
            assert row.apart in words(app)
        assert "AT ONCE, OR FLAT BY FLAT" in words(app)
        assert "Lost: " in first
        assert ("Space turn over" in first) == (size[0] < 96)
        assert "r replay" in first
        assert "c copy" in first
        assert app.farewell().startswith(f"{ANNEX}: lit at ")


async def test_the_card_needs_no_scrolling_at_80_by_24():
    async with opened(at_annex()) as (app, pilot):
        await play(app, pilot)
        for _ in range(100):
            if app.screen._crowd.done:
                break
            await pilot.pause(0.1)
        await pilot.pause(0.6)
        for side in ("#night", "#both"):
            assert app.screen.query_one(side).max_scroll_y == 0
            await pilot.press("space")
            await pilot.pause()


async def test_again_counts_and_another_is_of_the_same_size():
    async with opened(at_annex()) as (app, pilot):
        await play(app, pilot)
        await pilot.press("a")
        await come_to(pilot, NightScreen)
        assert (app.screen.table.attempt, app.screen.sitting.night.minute) == (2, 0)
        await play(app, pilot)
        assert "Attempt 2" in words(app)
        await pilot.press("n")
        await come_to(pilot, NightScreen)
        table = app.screen.table
        assert (table.size.name, table.grade, table.attempt) == ("4x3", Grade.MEDIUM, 1)
        assert table.code != ANNEX


async def test_the_same_tower_flat_by_flat_and_back_to_the_card():
    async with opened(at_annex()) as (app, pilot):
        await play(app, pilot)
        await pilot.press("f")
        await come_to(pilot, ApartScreen)
        await pilot.press("q")
        await come_to(pilot, EndScreen)
        await pilot.press("m")
        await come_to(pilot, MenuScreen)


async def test_the_share_text_is_copied_and_shown_and_the_analogy_has_its_page(monkeypatch):
    async with opened(at_annex()) as (app, pilot):
        await play(app, pilot)
        await pilot.press("c")
        assert isinstance(app.screen, ShareScreen)
        assert app.clipboard.splitlines()[0] == f"Seven Weeks, free play, {ANNEX}"
        for line in app.clipboard.splitlines():
            assert line in seen(app)
        await pilot.press("c", "b")
        assert isinstance(app.screen, BreaksScreen)
        assert "A tower cannot be copied" in seen(app)
        await pilot.press("b")
        assert isinstance(app.screen, EndScreen)


async def test_the_crews_come_in_while_one_looks():
    came = SimpleNamespace(minutes=(150, 160), done=False, poll=lambda: came.minutes)
    free = FreePlay(read(ANNEX))
    for line in WON:
        free.do(line)
    app = Stage(still=True)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(EndScreen(free.title, free.sitting, free.report(date(2026, 1, 1)), came))
        await pilot.pause()
        assert "You were quicker than none of the 2 crews done so far" in words(app)
        assert f"2 of {CREWS}" in words(app)
        assert "you" in seen(app)
        came.minutes, came.done = tuple(range(200, 200 + CREWS)), True
        await pilot.pause(0.7)
        assert f"{CREWS} crews" in words(app)
        assert "still at work" not in words(app)


async def test_the_crews_are_sent_home_when_the_player_leaves(monkeypatch):
    closed = []
    monkeypatch.setattr(
        "game.screens.tower.visit.Crowd",
        lambda code: SimpleNamespace(start=lambda: None, close=lambda: closed.append(code)),
    )
    async with opened(at_annex()) as (_app, pilot):
        await pilot.press("q")
        await come_to(pilot, MenuScreen)
    assert closed == [ANNEX]


# the replay


async def test_the_replay_goes_move_by_move_forwards_and_back():
    async with opened(at_annex()) as (app, pilot):
        await play(app, pilot)
        await pilot.press("r")
        await come_to(pilot, ReplayScreen)
        assert "move 0 of 8" in words(app)
        await pilot.press("right")
        assert "the whole tower is dark for an hour" in words(app)
        await pilot.press("right", "right", "left")
        assert "Breaker a trips." in words(app)
        await pilot.press("end")
        assert "The tower is lit." in words(app)
        await pilot.press("home")
        assert "move 0 of 8 · 23:00" in seen(app)
        await pilot.press("r")
        assert isinstance(app.screen, EndScreen)


async def test_the_faults_of_a_replay_show_and_hide():
    async with opened(at_annex()) as (app, pilot):
        await play(app, pilot)
        await pilot.press("r", "f")
        board = app.screen.query_one(BoardView)
        flat = board.building.flat("3C")
        assert board.sitting.looks(flat) is Mark.FAULTY
        await pilot.press("f")
        assert board.sitting.looks(flat) is Mark.UNKNOWN


async def test_a_replay_plays_by_itself_unless_nothing_may_move(monkeypatch):
    monkeypatch.setattr("game.screens.tower.replay.A_MOVE", 0.01)
    free = FreePlay(read(ANNEX))
    for line in WON:
        free.do(line)
    for still, moved in ((True, "move 0 of 8"), (False, "move 8 of 8")):
        app = Stage(still=still)
        async with app.run_test(size=(80, 24)) as pilot:
            app.push_screen(ReplayScreen(free.title, free.sitting))
            await pilot.pause(0.5)
            assert moved in words(app)
            if still:
                await pilot.press("space")
                await pilot.pause(0.5)
                assert "move 8 of 8" in words(app)


def test_the_steps_of_a_night_begin_with_what_was_given_and_end_as_it_did():
    free = FreePlay(read("1-4x3-E-00005-5"))
    free.do("survey 1")
    first, last = steps_of(free.sitting)
    assert first.known == FreePlay(read(free.code)).sitting.known
    assert last.night == free.sitting.night


# the other way in, and faults of ours


async def test_the_title_of_the_story_leads_to_the_tower_and_back(tmp_path):
    app = SevenWeeks(Library(every_kind(), tmp_path), still=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to(pilot, TitleScreen)
        await pilot.press("t")
        await come_to(pilot, MenuScreen)
        assert "q  Back" in seen(app)
        await pilot.press("q")
        await come_to(pilot, TitleScreen)


async def test_a_fault_of_ours_is_told_in_words(monkeypatch):
    monkeypatch.setattr(FreePlay, "in_attempts", lambda wanted: 1 / 0)
    app = TowerApp(at_annex(), still=True)
    with pytest.raises(Exception, match="division"):
        async with app.run_test() as pilot:
            monkeypatch.setattr(app, "_print_error_renderables", lambda: None)
            await pilot.pause(0.2)
    said = "".join(segment.text for segment in app._exit_renderables[0].segments)
    assert "The game has a fault: ZeroDivisionError" in said
    assert "is saved" not in said


# pictures


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", ["menu", "end", "replay"])
def test_a_screen_looks_as_it_did(snap_compare, screen, size):
    free = FreePlay(read(ANNEX))
    for line in WON:
        free.do(line)
    crowd = SimpleNamespace(poll=lambda: tuple(95 + 5 * (n * 7 % 19) for n in range(CREWS)), done=True)
    shows = {
        "menu": MenuScreen,
        "end": lambda: EndScreen(free.title, free.sitting, free.report(date(2026, 1, 1)), crowd),
        "replay": lambda: ReplayScreen(free.title, free.sitting),
    }

    async def settle(pilot: Pilot[object]) -> None:
        pilot.app.push_screen(shows[screen]())
        await pilot.pause()
        await pilot.press("right", "right")
        await pilot.pause()

    assert snap_compare(Stage(still=True), terminal_size=SIZES[size], run_before=settle)
