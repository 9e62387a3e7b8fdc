"""The title: a picture, and a choice of ways in."""

from __future__ import annotations

import pytest

from game.screens.glyphs import ASCII, UNICODE
from game.screens.lettering import large
from game.screens.skyline import ALL_ON, LAMPS, lights
from game.screens.title import TitleScreen
from tests.screens.stage import Stage

ENTRIES = [
    ("go", "1", "Go on: evening, day 17"),
    ("new", "2", "A new play"),
    ("runs", "3", "Runs"),
    ("quit", "q", "Quit"),
]
TAGLINE = "One sprint, forty-nine days, and every line says where it comes from."


def title() -> TitleScreen:
    return TitleScreen(ENTRIES, tagline=TAGLINE)


async def test_an_entry_is_taken_by_arrows_or_by_its_key():
    ways = {"enter": "go", "down enter": "new", "up enter": "quit", "end space": "quit", "3": "runs", "q": "quit"}
    stage = Stage(title())
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        for keys in ways:
            stage.push_screen(title(), stage.answers.append)
            await pilot.press(*keys.split())
    assert dict(zip(ways, stage.answers[1:], strict=True)) == ways


async def test_the_page_of_keys_opens_and_comes_back_to_the_title():
    stage = Stage(title())
    async with stage.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        assert "On the title" in stage.seen
        await pilot.press("enter")
        assert "A new play" in stage.seen
    assert stage.answers == []


async def test_an_entry_is_taken_by_the_mouse():
    stage = Stage(title())
    async with stage.run_test(size=(80, 24)) as pilot:
        row = next(y for y, line in enumerate(stage.seen.splitlines()) if "A new play" in line)
        await pilot.click(offset=(12, row))
    assert stage.answers == ["new"]


@pytest.mark.parametrize("size", [(40, 14), (60, 20), (80, 24), (100, 30), (140, 45)])
async def test_words_are_whole_at_every_size(size: tuple[int, int]):
    stage = Stage(title())
    async with stage.run_test(size=size):
        for _, key, label in ENTRIES:
            assert f"{key}  {label}" in stage.seen
        assert "where it comes from." in stage.seen
        assert "█▀▀▀▀" in stage.seen or "S E V E N   W E E K S" in stage.seen


async def test_windows_come_on_while_one_looks():
    stage = Stage(title(), moving=True)
    async with stage.run_test(size=(80, 24)) as pilot:
        before = stage.seen
        await pilot.pause(0.3)
        assert stage.seen != before


async def test_nothing_moves_when_nothing_may():
    stage = Stage(title())
    async with stage.run_test(size=(80, 24)) as pilot:
        before = stage.seen
        await pilot.pause(0.3)
        assert stage.seen == before


def test_lamps_come_on_one_after_another_stay_and_go_off_again():
    assert lights(0, shades=3).warming == {LAMPS[0]: 0}
    assert lights(5, shades=3).on == set(LAMPS[:3])
    assert lights(60, shades=3) == ALL_ON
    assert lights(96, shades=3).on == set(LAMPS[2:])
    assert lights(200, shades=3) == lights(200 % 138, shades=3)
    assert not lights(135, shades=3).on


def test_letters_are_large_in_both_sets_and_missing_where_the_font_has_none():
    assert large("VE", UNICODE) == ["█   █  █▀▀▀▀", "▀▄ ▄▀  █▀▀▀ ", " ▀▄▀   █▄▄▄▄"]
    assert large("V", ASCII)[-1] == "  #  "
    assert large("I", UNICODE) == []
