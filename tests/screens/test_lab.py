"""The lab: predict, then turn the dials; dice are thrown beside them and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerState

from game.screens.app import SevenWeeks
from game.screens.day import DayScreen
from game.screens.help import KeysScreen
from game.screens.lab.aside import Aside
from game.screens.lab.axes import letter_at, ticks
from game.screens.lab.bench import Bench
from game.screens.lab.notes import Assumptions
from game.screens.lab.plot import Plot
from game.screens.lab.screen import LabScreen
from game.screens.lab.sliders import Sliders
from game.screens.lab.view import Line
from game.screens.tower.endpages import BreaksScreen
from game.tower.curves import PlayedOut, Told
from game.tower.experiments import EXPERIMENTS, P_TO_THE_N, THREE_CREWS
from game.tower.odds import Estimate
from tests.screens.conftest import SIZES, sitting
from tests.screens.stage import seen
from tests.test_house import modules_after

PLACES = [str(place) for place in range(1, len(EXPERIMENTS) + 1)]
"""The keys of the experiments."""


@pytest.fixture(autouse=True)
def few_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    for curve in (curve for each in EXPERIMENTS for curve in each.curves):
        monkeypatch.setattr(curve, "runs", 2 if isinstance(curve, PlayedOut) else 1_000)


@pytest.fixture
def dice(monkeypatch: pytest.MonkeyPatch) -> Iterator[Dice]:
    """Dice that roll until they are stopped."""
    thrown = Dice()
    monkeypatch.setattr("game.screens.lab.screen.simulation", thrown.roll)
    yield thrown
    thrown.end.set()


class Dice:
    def __init__(self) -> None:
        self.end = threading.Event()
        self.rolling: list[object] = []
        self.stopped: list[object] = []

    def roll(self, curves, setting, seed):
        self.rolling.append(setting)
        try:
            while not self.end.wait(0.05):
                yield Told(curves[0], Estimate(250, 0.5, 0.1), 0.25)
        finally:
            self.stopped.append(setting)


@asynccontextmanager
async def in_the_lab(
    app: SevenWeeks, *keys: str, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[object], LabScreen]]:
    """The lab, opened from the day, after some keys, with all dice at rest."""
    async with sitting(app, size) as pilot:
        lab = LabScreen()
        app.push_screen(lab)
        await pilot.pause()
        await pilot.press(*keys)
        await at_rest(app, pilot)
        yield pilot, lab


async def at_rest(app: SevenWeeks, pilot: Pilot[object]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def until(pilot: Pilot[object], done: Callable[[], bool]) -> None:
    """Wait for a thread; a hang is a failure."""
    for _ in range(1_000):
        if done():
            return
        await pilot.pause(0.005)
    raise AssertionError("never happened")


# predict first


async def test_the_guess_comes_before_everything(at):
    async with in_the_lab(at("tired")) as (pilot, lab):
        assert "How often does it light at the first throw?" in " ".join(seen(lab.app).split())
        assert "50 in 100" in seen(lab.app)
        for hidden in ("61.1", "formula", "sound  "):
            assert hidden not in seen(lab.app)
        await pilot.press("a")
        assert "First your guess" in seen(lab.app)
        assert lab.app.screen is lab
        await pilot.press("s")
        assert lab.dice is None


async def test_a_guess_is_moved_locked_in_and_stays_beside_the_truth(at):
    async with in_the_lab(at("tired"), "up", "up", "up", "up", "left", "enter") as (pilot, lab):
        assert "you said  89 in 100" in seen(lab.app)
        assert "it is     61.1 in 100" in seen(lab.app)
        assert "27.9 too high." in seen(lab.app)
        await pilot.press("right", "down", "left", "enter", "1")
        assert "you said  89 in 100" in seen(lab.app)
        assert lab.bench.guess == 89


async def test_an_answer_is_chosen_from_a_list(at):
    async with in_the_lab(at("tired"), "3", "down") as (pilot, lab):
        assert "▸twice as much" in seen(lab.app)
        await pilot.click(Sliders, offset=(3, 2))
        assert "▸three times" in seen(lab.app)
        await pilot.press("enter")
        assert "More than you said." in seen(lab.app)


# turning


async def test_arrows_and_pages_turn_the_marked_dial(at):
    async with in_the_lab(at("tired"), "enter") as (pilot, lab):
        for keys, parts in (
            ("right", 50),
            ("pagedown", 40),
            ("home", 1),
            ("left", 1),
            ("end", 100),
            ("pageup", 100),
        ):
            await pilot.press(keys)
            assert lab.bench.setting.parts == parts
        await pilot.press("tab", "left")
        assert lab.bench.setting.reliability == 0.989
        await pilot.press("down", "left")
        assert lab.bench.setting.parts == 99
        await pilot.press("up", "right")
        assert lab.bench.setting.reliability == 0.99


async def test_a_track_is_clicked_and_dragged(at):
    async with in_the_lab(at("tired"), "enter") as (pilot, lab):
        last = lab.query_one(Sliders).content_size.width - 1
        await pilot.click(Sliders, offset=(0, 1))
        assert lab.bench.setting.parts == 1
        await pilot.mouse_down(Sliders, offset=(0, 4))
        assert lab.bench.setting.reliability == 0.9
        await pilot.hover(Sliders, offset=(last, 4))
        assert lab.bench.setting.reliability == 1
        await pilot.mouse_up(Sliders, offset=(last, 4))
        await pilot.hover(Sliders, offset=(0, 4))
        assert lab.bench.setting.reliability == 1
        assert lab.chosen == 1


async def test_the_curve_follows_the_dial(at):
    async with in_the_lab(at("tired"), "enter") as (pilot, lab):
        before = str(lab.query_one(Plot).render())
        await pilot.press("tab", "home")
        await at_rest(lab.app, pilot)
        assert str(lab.query_one(Plot).render()) != before
        assert "0.57" in seen(lab.app)


async def test_numbers_and_enter_go_from_one_to_the_next(at):
    async with in_the_lab(at("tired"), "enter", "right", "enter") as (pilot, lab):
        assert lab.bench.experiment is THREE_CREWS
        assert "2 of 6" in seen(lab.app)
        await pilot.press("6", "enter", "enter")
        assert lab.bench.experiment is P_TO_THE_N
        assert lab.bench.setting.parts == 50


# dice


async def test_dice_are_set_beside_the_formula(at):
    async with in_the_lab(at("tired"), "enter") as (_, lab):
        line = next(line for line in seen(lab.app).splitlines() if line.strip().startswith("P lights"))
        assert "61.1" in line
        assert " ± 1." in line
        assert "its error" in line
        assert "1,000 runs" in seen(lab.app)


async def test_new_dice_can_be_thrown(at):
    async with in_the_lab(at("tired"), "enter") as (pilot, lab):
        [curve] = lab.bench.experiment.curves
        first = lab.bench.estimate(curve)
        await pilot.press("s")
        await at_rest(lab.app, pilot)
        assert lab.bench.estimate(curve) != first


async def test_dice_tell_how_far_they_are(at, dice):
    async with sitting(at("tired")) as pilot:
        pilot.app.push_screen(LabScreen())
        await pilot.press("enter")
        await until(pilot, lambda: "250 of 1,000 runs" in seen(pilot.app))
        assert "━━━━━───────────────" in seen(pilot.app)


async def test_turning_a_dial_stops_the_dice_and_throws_new_ones(at, dice):
    async with sitting(at("tired")) as pilot:
        lab = LabScreen()
        pilot.app.push_screen(lab)
        await pilot.press("enter")
        await until(pilot, lambda: lab.bench.estimate(lab.bench.experiment.curves[0]) is not None)
        first, setting = lab.dice, lab.bench.setting
        await pilot.press("right")
        assert first.is_cancelled
        await until(pilot, lambda: setting in dice.stopped)
        assert first.state is WorkerState.CANCELLED
        assert lab.dice is not first
        await until(pilot, lambda: lab.bench.setting in dice.rolling)
        assert lab.bench.setting not in dice.stopped
        lab.post_message(
            LabScreen.Dice(lab.bench, setting, Told(lab.bench.experiment.curves[0], Estimate(9, 9, 9), 1))
        )
        await pilot.pause()
        assert "9 of 1,000" not in seen(pilot.app)


@pytest.mark.parametrize("key", ["backspace", "2", "q"])
async def test_leaving_stops_the_dice(at, dice, key):
    async with sitting(at("tired")) as pilot:
        lab = LabScreen()
        pilot.app.push_screen(lab)
        await pilot.press("enter")
        await until(pilot, lambda: len(dice.rolling) == 1)
        worker = lab.dice
        await pilot.press(key)
        await until(pilot, lambda: dice.stopped == dice.rolling)
        assert worker.is_cancelled


async def test_only_what_has_been_told_out_leaves_a_mark():
    bench = Bench(THREE_CREWS)
    bench.locked = True
    careful = THREE_CREWS.curves[-1]
    bench.begin()
    assert not bench.take(Told(careful, Estimate(1, 200, 0), 0.5))
    assert bench.estimate(careful).runs == 1
    assert not bench.view().marks
    bench.stop()
    assert bench.estimate(careful) is None
    bench.begin()
    assert bench.take(Told(careful, Estimate(careful.runs, 264, 6), 1.0))
    bench.turn(1, 0.95)
    [mark] = bench.view().marks
    assert (mark.sign, mark.x, mark.y, mark.error) == ("C", 0.9, 264, 6)
    bench.turn(0, 24)
    assert not bench.view().marks


# pages and looks


@pytest.mark.parametrize(("key", "page"), [("a", Assumptions), ("b", BreaksScreen), ("question_mark", KeysScreen)])
async def test_a_page_opens_and_closes_with_its_own_key(at, key, page):
    async with in_the_lab(at("tired"), "enter") as (pilot, lab):
        await pilot.press(key)
        assert isinstance(lab.app.screen, page)
        await pilot.press(key)
        assert lab.app.screen is lab
        await pilot.press("backspace")
        assert isinstance(lab.app.screen, DayScreen)


async def test_the_page_of_keys_has_the_lab_s(at):
    async with in_the_lab(at("tired"), size=(100, 60)) as (pilot, lab):
        await pilot.press("question_mark")
        for text in ("In the lab", "throw the dice again", "1 to 6", "where the tower stops being like software"):
            assert text in seen(lab.app)


@pytest.mark.prove
async def test_plain_characters_are_enough(at):
    async with in_the_lab(at("tired", ascii_only=True), size=(80, 45)) as (pilot, lab):
        for place in PLACES:
            await pilot.press(place)
            assert seen(lab.app).isascii()
            await pilot.press("enter")
            await at_rest(lab.app, pilot)
            assert seen(lab.app).isascii()
            await pilot.press("a")
            assert seen(lab.app).isascii()
            await pilot.press("a")


@pytest.mark.parametrize(
    "size", [(80, 24), *(pytest.param(size, marks=pytest.mark.prove) for size in ((60, 20), (140, 45)))]
)
async def test_nothing_is_cut_off(at, size):
    async with in_the_lab(at("tired"), size=size) as (pilot, lab):
        aside, side = lab.query_one(Aside), lab.query_one("#side")
        for place in PLACES:
            await pilot.press(place)
            assert aside.region.bottom <= side.region.bottom
            await pilot.press("enter")
            await at_rest(lab.app, pilot)
            said = seen(lab.app)
            assert lab.bench.experiment.note(lab.bench.setting).split()[-1] in said
            assert lab.query_one(Plot).size.height >= 6
            question = lab.bench.experiment.question
            assert question.verdict(lab.bench.guess) in said
            assert aside.region.bottom <= side.region.bottom


async def test_the_plot_wears_the_theme(at):
    async with in_the_lab(at("tired"), "enter") as (pilot, lab):
        colours = set()
        for _ in range(4):
            colours.add(str(lab.query_one(Plot).render().spans[-1].style))
            await pilot.press("c")
        assert len(colours) == 4


def test_ticks_are_round_numbers():
    assert ticks(0, 1190, 5) == [0, 500, 1000]
    assert ticks(80, 100, 6) == [80, 85, 90, 95, 100]
    assert ticks(1, 100, 6) == [20, 40, 60, 80, 100]
    assert ticks(3, 3, 5) == [3]


def test_a_letter_stands_clear_of_other_curves_and_of_the_dial():
    xs = tuple(map(float, range(11)))
    one, other = Line("W", "lit", xs, tuple(10 - x for x in xs)), Line("A", "rest", xs, (5.0,) * 11)
    x, y = letter_at(one, [other], 10, here=None)
    assert abs(y - 5) >= 2
    assert letter_at(one, [other], 10, here=x)[0] != x


def test_the_game_starts_without_plots():
    screens = "import game.screens.app, game.screens.day, game.screens.title, game.plain.lab"
    assert not modules_after(screens) & {"plotext", "textual_plotext"}
    assert {"plotext", "textual_plotext"} <= modules_after("import game.screens.lab.screen")
    assert "textual" not in modules_after("import game.plain.lab")


SCENES = {
    "guess": ("up",),
    "answers": ("3", "down"),
    "chance": ("enter",),
    "crews": ("2", "enter"),
    "damage": ("3", "enter"),
    "batch": ("4", "enter"),
    "fixes": ("5", "enter"),
    "flaky": ("6", "enter", "tab", "pageup"),
}


PICTURES = [
    *((scene, "100x30", "night") for scene in SCENES),
    *((scene, size, "night") for scene in ("guess", "crews", "flaky") for size in ("80x24", "140x45")),
    ("crews", "100x30", "day"),
]
"""Every experiment once; what is laid out otherwise where there is less room or more, in every size."""


@pytest.mark.parametrize(("scene", "size", "theme"), PICTURES)
def test_an_experiment_looks_as_it_did(snap_compare, at, scene, size, theme):
    app = at("tired", theme=theme)

    async def settle(pilot: Pilot[object]) -> None:
        pilot.app.push_screen(LabScreen())
        await pilot.pause()
        await pilot.press(*SCENES[scene])
        await at_rest(app, pilot)

    assert snap_compare(app, terminal_size=SIZES[size], run_before=settle)
