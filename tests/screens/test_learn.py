"""The lesson on the screen: eleven keys to a lit tower, and whatever else is pressed costs nothing."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from game.screens.stage import Stage
from game.screens.tower.bar import WorkBar
from game.screens.tower.board import BoardView
from game.screens.tower.coach import Aim, Coach
from game.screens.tower.keys import WORKS
from game.screens.tower.learn import LearnScreen
from game.tower.lesson import STEPS
from game.tower.sitting import Sitting
from tests.screens.conftest import LOOKS, SIZES
from tests.screens.stage import seen

PRESSES = ("s", "right", "w", "space", "space", "f", "b", "b", "o", "f", "t")
MOST = 11


class Lesson(Stage):
    """The lesson, and what it was left with."""

    def __init__(self, *, ascii_only: bool = False, theme: str = "night") -> None:
        super().__init__(still=True, ascii_only=ascii_only, theme=theme)
        self.left_with: list[Sitting | None] = []

    def on_mount(self) -> None:
        self.push_screen(LearnScreen(), self.left_with.append)

    @property
    def taught(self) -> LearnScreen:
        assert isinstance(self.screen, LearnScreen)
        return self.screen

    @property
    def step(self) -> int:
        return self.taught._lesson.lesson.at


@asynccontextmanager
async def lesson(size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[Lesson, Pilot[object]]]:
    app = Lesson()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def coached(app: Lesson) -> list[str]:
    """The keys that the coach names, as they are read on the screen."""
    line = next(line for line in seen(app).splitlines() if line.lstrip().startswith("Press "))
    keys = re.match(r"\s*Press ((?: \S+ (?: then )?)+)", line)
    assert keys
    return [key.strip().lower() for key in keys[1].split(" then ")]


async def test_eleven_keys_light_the_tower():
    assert len(PRESSES) <= MOST
    async with lesson() as (app, pilot):
        await pilot.press(*PRESSES[:-1])
        assert not app.taught.sitting.night.lit
        await pilot.press(PRESSES[-1])
        assert app.taught.sitting.night.won


async def test_the_coach_names_every_one_of_them():
    async with lesson() as (app, pilot):
        pressed: list[str] = []
        while not app.taught.table.over:
            keys = coached(app)
            pressed += keys
            await pilot.press(*keys)
            await pilot.pause()
        assert pressed == list(PRESSES)


async def test_it_names_the_way_back_when_the_cursor_has_wandered():
    async with lesson() as (app, pilot):
        await pilot.press("s", "down", "down", "right", "right")
        await pilot.pause()
        assert coached(app) == ["left", "w"]
        assert "riser B, 20 min." in seen(app)


async def test_a_wrong_key_is_answered_and_costs_nothing():
    async with lesson() as (app, pilot):
        for press in ("w", "b", "o", "f", "t", "space"):
            await pilot.press("left", press)
            await pilot.pause()
            assert (app.step, app.taught.sitting.night.minute) == (0, 0)
            assert STEPS[0].otherwise in seen(app)


@pytest.mark.prove
async def test_at_every_step_only_its_own_work_is_done():
    async with lesson() as (app, pilot):
        for step in range(len(STEPS)):
            before = app.taught.sitting
            aim = Aim.of(app.taught._lesson.lesson)
            for work in WORKS:
                if aim.move is None or not isinstance(aim.move, work.kind):
                    await pilot.press(work.key)
            assert (app.step, app.taught.sitting) == (step, before)
            while app.step == step:
                await pilot.press(*coached(app))
                await pilot.pause()


async def test_the_hint_key_points_to_the_coach():
    async with lesson() as (app, pilot):
        await pilot.press("h")
        await pilot.pause()
        assert "the lines above the tower" in seen(app)


async def test_what_a_step_showed_stands_beside_what_follows():
    async with lesson() as (app, pilot):
        assert "The Annex: 4 floors, 3 flats on each." in seen(app)
        await pilot.press(*PRESSES[:3])
        await pilot.pause()
        assert "The water stops at 4B" in seen(app)
        assert "One fault found and three flats" in seen(app)


@pytest.mark.parametrize("key", ["q", "backspace"])
@pytest.mark.parametrize("done", [0, 5, len(PRESSES)])
async def test_it_can_be_left_at_any_moment(key: str, done: int):
    async with lesson() as (app, pilot):
        await pilot.press(*PRESSES[:done], key)
        assert app.left_with == [None]


async def test_at_its_end_enter_asks_for_a_board_of_ones_own():
    async with lesson() as (app, pilot):
        await pilot.press(*PRESSES)
        await pilot.pause()
        assert "You know the six moves" in seen(app)
        assert coached(app) == ["enter"]
        await pilot.press("s", "h")
        assert not app.left_with
        await pilot.press("enter")
        (sitting,) = app.left_with
        assert sitting
        assert sitting.night.lit


async def test_it_can_be_taken_with_the_mouse():
    async with lesson() as (app, pilot):
        board = app.taught.query_one(BoardView)
        spots = {
            (place.kind, place.index): (x, y)
            for y in range(board.size.height)
            for x in range(board.size.width)
            if (place := board.place_at(x, y))
        }
        for kind, index in (("floor", 3), ("floor", 3), ("zone", 1), ("zone", 1), ("flat", 9), ("flat", 11)):
            await pilot.click(BoardView, offset=spots[kind, index])
            await pilot.pause()
        assert app.step == 3


@pytest.mark.prove
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_the_tower_stands_still_from_step_to_step(size: tuple[int, int]):
    async with lesson(size) as (app, pilot):
        stood = set()
        for press in PRESSES:
            stood.add((app.taught.query_one(BoardView).region, app.taught.query_one(Coach).region.height))
            await pilot.press(press)
            await pilot.pause()
        assert len(stood) == 1


async def test_in_ascii_it_says_the_same():
    app = Lesson(ascii_only=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*PRESSES[:8])
        await pilot.pause()
        assert seen(app).isascii()
        assert coached(app) == ["o"]


async def test_nothing_is_offered_once_it_is_over():
    async with lesson() as (app, pilot):
        await pilot.press(*PRESSES)
        await pilot.pause()
        assert not "".join(line.plain for line in app.taught.query_one(WorkBar).paint(76)).strip()


@LOOKS
@pytest.mark.parametrize("done", [3, len(PRESSES)], ids=["marking", "over"])
def test_it_looks_as_it_did(snap_compare, done: int, size: tuple[int, int], theme: str):
    async def settle(pilot: Pilot[object]) -> None:
        await pilot.pause()
        await pilot.press(*PRESSES[:done])
        await pilot.pause()

    assert snap_compare(Lesson(theme=theme), terminal_size=size, run_before=settle)
