"""One apartment at a time on the screen: window by window, one flat dark at a time, two nights side by side."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from fractions import Fraction

import pytest
from textual.pilot import Pilot

from game.freeplay import FreePlay
from game.screens.glyphs import Glyphs
from game.screens.reading import ReadingScreen
from game.screens.sheet import Sheet
from game.screens.stage import Stage
from game.screens.tower.apart import ApartScreen
from game.screens.tower.facade import PANES, Elevation, Facade, Panes, looks_of
from game.screens.tower.planglyphs import FlatLook
from game.screens.tower.twonights import TwoNights, pairs_of
from game.tower.codes import read
from game.tower.contrast import Contrast
from game.tower.crew import par
from game.tower.flat_by_flat import Round, SwitchedOn, Walk, flat_by_flat
from game.tower.flats import lowest
from tests.screens.conftest import LOOKS, SIZES
from tests.screens.stage import SETS, seen

ANNEX = "1-4x3-B-S5TSR-0-Z"
"""Faults in 1C, 2A and 2B."""
NAMED = [f"{panes.wide}x{panes.high}-{panes.pitch}x{panes.rise}" for panes in PANES]
LAUNCH = "1-7x7-B-PEX4P-79RSS-W1QYR-ZTG00-G0G10-00-4"
"""Faults in 1B, 3C, 4F and 6A."""
HIGH_RISE = "1-12x5-B-RYSM8-QQT7V-9F5HY-YWB25-W0000-00408-280-M"
"""Faults in 7E, 9D, 11A and 11D."""


def board(code: str = ANNEX) -> FreePlay:
    return FreePlay(read(code))


def played(*words: str) -> FreePlay:
    """The Annex, with a night of one's own at it."""
    free = board()
    for line in words:
        free.do(line)
    return free


class Apart(Stage):
    """A walk through a board, and what it was left with."""

    def __init__(
        self, free: FreePlay, *, still: bool = True, ascii_only: bool = False, theme: str = "night"
    ) -> None:
        super().__init__(still=still, ascii_only=ascii_only, theme=theme)
        self.left_with: list[Round | None] = []
        self._free = free

    def on_mount(self) -> None:
        self.push_screen(ApartScreen(self._free), self.left_with.append)

    @property
    def walking(self) -> ApartScreen:
        assert isinstance(self.screen, ApartScreen)
        return self.screen

    @property
    def walk(self) -> Walk:
        return self.walking.walk


@asynccontextmanager
async def walking(
    free: FreePlay | None = None, *, still: bool = True, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Apart, Pilot[object]]]:
    app = Apart(free or board(), still=still)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


async def test_window_by_window_and_a_dark_one_asks_to_be_fixed():
    async with walking() as (app, pilot):
        assert "switch 1A on, 3 min" in seen(app)
        await pilot.press("enter", "space", "enter")
        await pilot.pause()
        assert "1C stays dark: it is faulty." in seen(app)
        assert "fix 1C, 20 min" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "1C is dark. One flat at a time" in seen(app)
        assert app.walk.minute == 3 + 3 + 5
        await pilot.press("f", "enter")
        await pilot.pause()
        assert "3 of 12 flats are lit" in seen(app)
        assert app.walk.minute == 3 + 3 + 5 + 20 + 3
        assert "23:34" in seen(app)


async def test_the_arrows_choose_and_what_is_lit_is_passed_over():
    async with walking() as (app, pilot):
        await pilot.press("up", "up", "right", "enter", "left", "left", "enter", "enter")
        assert [app.walk.night.building.name(flat) for flat in app.walk.lit_at] == ["3B", "3A", "3C"]


async def test_a_fix_without_a_dark_flat_is_answered():
    async with walking() as (app, pilot):
        await pilot.press("f")
        await pilot.pause()
        assert "No flat is dark for a fault just now." in seen(app)
        assert not app.walk.log


async def test_the_rest_is_done_flat_by_flat():
    free = board()
    async with walking(free) as (app, pilot):
        await pilot.press("r")
        assert app.walk.round == flat_by_flat(free.night)


async def test_a_dark_flat_is_seen_to_first_by_the_rest():
    async with walking() as (app, pilot):
        await pilot.press("right", "right", "enter", "r")
        await pilot.pause()
        assert app.walk.lit
        assert "12 of 12 flats are lit" in seen(app)
        assert "the rest" not in seen(app).splitlines()[-1]


async def test_the_clock_runs_and_any_key_hurries_it_and_does_no_more():
    async with walking(still=False) as (app, pilot):
        app.walking.action_rest()
        assert app.walking.moving
        assert looks_of(Walk(app.walk.night), app.walk.log[0]).count(FlatLook.LAMP) == 1  # type: ignore[arg-type]
        await pilot.press("enter")
        await pilot.pause()
        assert not app.walking.moving
        assert "Every flat is lit." in seen(app)
        await pilot.press("enter")
        assert isinstance(app.screen, TwoNights)


async def test_a_key_that_comes_early_does_its_own_thing_too():
    async with walking(still=False) as (app, pilot):
        app.walking.action_on()
        assert app.walking.moving
        await pilot.press("enter")
        assert app.walk.lit_flats == 0b11


async def test_at_the_end_the_two_nights_stand_side_by_side():
    free = board()
    contrast = Contrast(par(free.night), flat_by_flat(free.night))
    async with walking(free) as (app, pilot):
        await pilot.press("r", "enter")
        await pilot.pause()
        for row in contrast.rows():
            assert row.label in seen(app)
            assert f" {row.whole}\n" in seen(app)
            assert f" {row.apart}\n" in seen(app)
        assert contrast.said()[0] in " ".join(seen(app).split())
        assert "the crew, at once" in seen(app)
        await pilot.press("enter")
        assert app.left_with == [contrast.apart]


async def test_a_night_of_ones_own_stands_there_instead_of_the_crews():
    free = played("switch", "fix 1C", "fix 2A", "fix 2B", "switch")
    async with walking(free) as (app, pilot):
        await pilot.press("r", "enter")
        await pilot.pause()
        assert "you, at once" in seen(app)
        assert "One failed throw came to 720 dark flat-minutes." in " ".join(seen(app).split())


async def test_a_night_that_was_left_is_no_night_to_compare():
    async with walking(played("switch", "fix 1C")) as (app, pilot):
        await pilot.press("r", "enter")
        await pilot.pause()
        assert "the crew, at once" in seen(app)


def test_bars_are_as_long_as_their_figures_and_a_failed_throw_is_shown_for_its_size():
    night = board().night
    minutes, dark, light = pairs_of(Contrast(par(night), flat_by_flat(night)), yours=False)
    assert max(bar.length for bar in minutes.bars) == 1
    assert [bar.figure for bar in dark.bars] == ["0", "6", "720"]
    assert [bar.length for bar in dark.bars] == [0, Fraction(6, 720), 1]
    whole, apart = (bar.length for bar in light.bars)
    assert whole / apart == par(night).light / flat_by_flat(night).light


def test_where_a_throw_failed_no_other_is_made_up():
    free = played("switch", "fix 1C", "fix 2A", "fix 2B", "switch")
    _, dark, _ = pairs_of(Contrast(free.sitting.night, flat_by_flat(free.night)), yours=True)
    assert [(bar.label, bar.figure, bar.length) for bar in dark.bars] == [
        ("you, at once", "720", 1),
        ("you, flat by flat", "6", Fraction(6, 720)),
    ]


@pytest.mark.parametrize("key", ["q", "backspace"])
async def test_it_can_be_left_at_any_moment(key: str):
    async with walking() as (app, pilot):
        await pilot.press("enter", key)
        assert app.left_with == [None]


async def test_left_when_all_is_lit_it_tells_what_it_came_to():
    free = board()
    async with walking(free) as (app, pilot):
        await pilot.press("r", "q")
        assert app.left_with == [flat_by_flat(free.night)]


@pytest.mark.parametrize("before", [(), ("r", "enter")], ids=["walking", "two-nights"])
async def test_where_the_analogy_breaks_is_one_key_away(before: tuple[str, ...]):
    async with walking() as (app, pilot):
        await pilot.press(*before)
        front = app.screen
        await pilot.press("b")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert "Tests lie" in seen(app)
        await pilot.press("b")
        assert app.screen is front


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (140, 45)], ids=str)
@pytest.mark.parametrize("code", [ANNEX, LAUNCH, HIGH_RISE])
async def test_the_key_that_goes_on_is_always_in_sight(code: str, size: tuple[int, int]):
    async with walking(board(code), size=size) as (app, pilot):
        for _ in range(40):
            app.walking.action_on()
        await pilot.pause()
        assert f"fix {app.walk.night.building.name(lowest(app.walk.dark))}, 20" in seen(app)
        facade = app.walking.query_one(Facade)
        elevation = facade._elevation(*facade.size)
        assert elevation.width <= facade.size.width
        assert elevation.height <= facade.size.height
        assert facade.region.right < size[0]


async def test_a_click_switches_on_and_fixes():
    async with walking() as (app, pilot):
        facade = app.walking.query_one(Facade)
        elevation = facade._elevation(*facade.size)
        left, top = facade._corner(elevation, *facade.size)

        async def click(name: str) -> None:
            x, y = elevation.window_at(app.walk.night.building.flat(name))
            await pilot.click(Facade, offset=(left + x, top + y))
            await pilot.pause()

        for name in ("4B", "2B", "2B", "2B"):
            await click(name)
        assert [app.walk.night.building.name(flat) for flat in app.walk.lit_at] == ["4B", "2B"]
        await click("4B")
        assert "4B is lit already." in seen(app)


@pytest.mark.parametrize("panes", PANES, ids=NAMED)
def test_every_window_can_be_clicked_where_it_is_drawn(panes: Panes):
    elevation = Elevation(board(LAUNCH).night.building, panes)
    for flat in range(49):
        x, y = elevation.window_at(flat)
        places = [(x + dx, y + dy) for dx in range(panes.wide) for dy in range(panes.high)]
        assert {elevation.flat_at(*place) for place in places} == {flat}
    assert elevation.flat_at(0, 1) is None


@pytest.mark.parametrize("glyphs", SETS.values(), ids=SETS)
@pytest.mark.parametrize("panes", PANES, ids=NAMED)
def test_how_a_window_stands_can_be_told_without_colour(panes: Panes, glyphs: Glyphs):
    walk = Walk(board().night)
    dark = walk.on(2)
    steps = (walk, walk.on(0), dark, dark.fix(2))
    facade = Facade(walk, glyphs)

    def drawn(look: FlatLook) -> tuple[str, ...]:
        sheet = Sheet(panes.wide, panes.high)
        facade._draw_window(sheet, panes, look)
        return tuple(sheet.text())

    looks = {look for step in steps for look in looks_of(step, None)} | {*looks_of(walk, SwitchedOn(0, True))}
    assert len({drawn(look) for look in looks}) == len(looks) == 5


async def test_in_ascii_it_says_the_same():
    app = Apart(board(), ascii_only=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter", "enter")
        await pilot.pause()
        assert seen(app).isascii()
        assert "1C stays dark" in seen(app)
        await pilot.press("r", "enter")
        await pilot.pause()
        assert seen(app).isascii()


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_the_two_nights_fit_without_scrolling(size: tuple[int, int]):
    async with walking(board(LAUNCH), size=size) as (app, pilot):
        await pilot.press("r", "enter")
        await pilot.pause()
        assert "Minutes" in seen(app)
        assert "the lab has them" in seen(app)


HALFWAY = ("enter", "enter", "f", *["enter"] * 9, "up", "right", *["enter"] * 2)


@LOOKS
@pytest.mark.parametrize("presses", [HALFWAY, ("r", "enter")], ids=["halfway", "two-nights"])
def test_it_looks_as_it_did(snap_compare, presses: tuple[str, ...], size: tuple[int, int], theme: str):
    async def settle(pilot: Pilot[object]) -> None:
        await pilot.pause()
        await pilot.press(*presses)
        await pilot.pause()

    assert snap_compare(Apart(board(LAUNCH), theme=theme), terminal_size=size, run_before=settle)
