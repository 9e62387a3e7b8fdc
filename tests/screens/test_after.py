"""The card at the end, and the recall days later, on the screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from game.after.recall import sittings
from game.journal import FORMAT, Header, Journal
from game.library import Library
from game.run import Run
from game.screens.after.recall import RecallScreen
from game.screens.after.screen import COPIED, CardScreen, Side
from game.screens.app import SevenWeeks
from game.screens.day import DayScreen
from game.screens.ending import TheEnd
from game.screens.title import TitleScreen
from game.story.condition import NIGHT_NAMES
from tests.afterwards import ended, play
from tests.screens.conftest import LOOKS, SIZES, playing, sitting
from tests.screens.stage import seen
from tests.stories import evenings, unkept, walk


@pytest.fixture
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to write into."""
    monkeypatch.chdir(tmp_path)
    yield tmp_path


def long_over(folder: Path) -> SevenWeeks:
    """The game, opened long after a play in it was over."""
    books = Library(ended(), folder)
    play(books.new("brass-kettle"))
    os.utime(folder / "brass-kettle.jsonl", (1_600_000_000,) * 2)
    return SevenWeeks(books, still=True)


def after_a_night() -> Run:
    """A play that is over, with a night's figures and a corner in it."""
    run = play(evenings="shortcut")
    moment = run.now()
    state = moment.state
    for name, number in zip(NIGHT_NAMES, (335, 2, 196, 1, 0), strict=True):
        state = state.remembering(name, number)

    run._moments[-1] = replace(moment, state=state)
    return run


async def test_the_day_ends_with_the_ending_and_its_card_is_the_first_way_on():
    app = playing(play())
    async with sitting(app) as pilot:
        assert "The lamp in the hall" in seen(app)
        assert "◇ They left a light on" in seen(app)
        assert isinstance(app.screen, DayScreen)
        assert isinstance(app.screen.asked, TheEnd)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, CardScreen)
        await pilot.press("backspace")
        await pilot.pause()
        assert isinstance(app.screen, DayScreen)


async def test_a_story_without_endings_ends_without_a_card():
    app = playing(walk(unkept(evenings(2)), 99))
    async with sitting(app):
        assert "That is all there is." in seen(app)
        assert "See what it came to" not in seen(app)


async def card(pilot: Pilot[object]) -> CardScreen:
    await pilot.press("1")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, CardScreen)
    return screen


async def test_at_80_columns_its_sides_come_one_after_another_and_round():
    app = playing(after_a_night())
    async with sitting(app) as pilot:
        await card(pilot)
        sides = ["evenings to begin with", "On record", "How sure you were", "evenings of your own:"]
        for place, words in enumerate([*sides, sides[0]]):
            assert words in seen(app)
            assert f"{place % 4 + 1} of 4" in seen(app)
            await pilot.press("space")
            await pilot.pause()
        await pilot.press("left", "left")
        await pilot.pause()
        assert "4 of 4" in seen(app)


async def test_enter_reads_each_side_to_its_end_then_goes_back_to_the_day():
    app = playing(after_a_night())
    async with sitting(app) as pilot:
        await card(pilot)
        read: list[tuple[int, bool]] = []
        while isinstance(app.screen, CardScreen):
            side = next(side for side in app.screen.query(Side) if side.display)
            read.append((app.screen.at, side.scroll_y == side.max_scroll_y))
            await pilot.press("enter")
            await pilot.pause()
        assert [at for at, at_its_end in read if at_its_end] == [0, 1, 2, 3]
        assert [at for at, _ in read] == sorted(at for at, _ in read)
        assert isinstance(app.screen, DayScreen)


async def test_where_there_is_room_two_sides_stand_beside_one_another():
    app = playing(after_a_night())
    async with sitting(app, (140, 45)) as pilot:
        await card(pilot)
        assert "evenings to begin with" in seen(app)
        assert "On record" in seen(app)
        assert "1 and 2 of 4" in seen(app)
        await pilot.press("right")
        await pilot.pause()
        assert "How sure you were" in seen(app)
        assert "c copies these lines." in seen(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "3 of 4" in seen(app)


async def test_the_night_is_on_the_card():
    app = playing(after_a_night())
    async with sitting(app) as pilot:
        await card(pilot)
        await pilot.press("space")
        await pilot.pause()
        assert "the tower was lit at 4:35" in seen(app)
        assert "thrown 2 times in vain" in seen(app)


async def test_it_copies_the_card_and_shows_what_was_copied():
    app = playing(play())
    async with sitting(app) as pilot:
        screen = await card(pilot)
        await pilot.press("c")
        await pilot.pause()
        assert "evenings of your own: 2" in app.clipboard
        assert screen.at == 3
        assert " ".join(COPIED.split()[:5]) in seen(app)


async def test_it_writes_the_picture_and_says_where(somewhere: Path):
    app = playing(play())
    async with sitting(app, (100, 30)) as pilot:
        await card(pilot)
        await pilot.press("w")
        await pilot.pause()
        assert "Written to" in seen(app)
    assert (somewhere / "brass-kettle.svg").read_text("utf-8").startswith("<svg")


async def test_the_sources_of_the_record_are_one_key_away():
    app = playing(play())
    async with sitting(app, (100, 30)) as pilot:
        await card(pilot)
        await pilot.press("s")
        await pilot.pause()
        assert "08:00 - 04:00 = 4:00" in seen(app)


@pytest.mark.parametrize("size", SIZES.values())
async def test_in_ascii_there_is_nothing_else_on_any_side(size: tuple[int, int]):
    app = playing(after_a_night(), ascii_only=True)
    async with sitting(app, size) as pilot:
        await card(pilot)
        for _ in range(4):
            assert seen(app).isascii(), [sign for sign in seen(app) if not sign.isascii()]
            await pilot.press("space")
            await pilot.pause()


async def test_with_facts_only_the_card_has_nothing_made_up_on_it():
    header = Header(format=FORMAT, name="brass-kettle", seed=1, cut="full", story="", facts_only=True)
    app = playing(play(Run(ended(), Journal(None, header))))
    async with sitting(app) as pilot:
        assert "The record" in seen(app)
        await card(pilot)
        for _ in range(4):
            assert "◇" not in seen(app)
            assert "Rest" not in seen(app)
            await pilot.press("space")
            await pilot.pause()


# ---- The recall


async def test_the_title_offers_the_recall_of_a_play_that_is_long_over_and_once(tmp_path: Path):
    app = long_over(tmp_path)
    async with sitting(app) as pilot:
        assert "Recall: two questions" in seen(app)
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, RecallScreen)
        await pilot.press("4", "enter", "3", "enter")
        await pilot.pause()
        assert "They were up until 4." in seen(app)
        assert "2 of 2" in seen(app)
        await pilot.press("1", "enter", "5", "enter")
        await pilot.pause()
        assert "You remembered 1 of 2." in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, TitleScreen)
        assert "Recall" not in seen(app)
    assert [each.right for each in sittings(app.library.recalls("brass-kettle"))] == [1]


async def test_a_recall_that_is_left_is_still_offered(tmp_path: Path):
    app = long_over(tmp_path)
    async with sitting(app) as pilot:
        await pilot.press("r")
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
        assert "Recall: two questions" in seen(app)


async def test_a_play_that_has_just_ended_is_not_recalled_yet(tmp_path: Path):
    books = Library(ended(), tmp_path)
    play(books.new("brass-kettle"))
    async with sitting(app := SevenWeeks(books, still=True)):
        assert "Recall" not in seen(app)


# ---- Pictures


@LOOKS
@pytest.mark.parametrize("side", ["end", "left", "beside", "envelopes", "share"])
def test_the_card_looks_as_it_did(snap_compare, side: str, size: tuple[int, int], theme: str):
    presses = {"end": (), "left": ("1",), "beside": ("1", "space"), "envelopes": ("1", "space", "space")}
    app = playing(after_a_night(), theme=theme)

    async def settle(pilot: Pilot[object]) -> None:
        await pilot.pause()
        await pilot.press(*presses.get(side, ("1", "left")))
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=settle)


@pytest.mark.parametrize("size", SIZES)
def test_the_recall_looks_as_it_did(snap_compare, tmp_path: Path, size: str):
    async def settle(pilot: Pilot[object]) -> None:
        await pilot.pause()
        await pilot.press("r", "4", "enter", "3", "enter")
        await pilot.pause()

    assert snap_compare(long_over(tmp_path), terminal_size=SIZES[size], run_before=settle)
