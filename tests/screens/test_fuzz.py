"""Whatever is pressed in a window of whatever size: no traceback, no hang, no lost play."""

from __future__ import annotations

import asyncio
from pathlib import Path
from random import Random
from typing import Final

import pytest

from game.journal import answers_of, load
from game.library import Library
from game.screens.app import SevenWeeks
from game.script import open_story, shipped
from game.story.calendar import CUTS
from tests.stories import walk

OFTEN: Final = ["enter", "space", "1", "2", "3", "up", "down", "left", "right", "backspace"]
SELDOM: Final = [
    *"4567890abcdefghijklmnoprstuvwxyz",
    *("question_mark", "escape", "tab", "shift+tab", "home", "end", "pageup", "pagedown", "delete", "f1", "f10"),
    *("comma", "full_stop", "slash", "minus", "ctrl+l", "ctrl+p", "ctrl+a", "ctrl+z"),
]
LEAVING: Final = ["q"]
THEMES: Final = ["night", "day", "contrast"]
RESIZED: Final = 0.1
"""How often the window changes between two keys."""
PATIENCE: Final = 120.0
"""Seconds after which a hundred keys count as hung."""


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    """The card may be written as a picture, into the folder where the game was started."""
    monkeypatch.chdir(tmp_path)


async def pressed(folder: Path, seed: int, keys: int) -> None:
    rng = Random(seed)
    library = Library(open_story(shipped()), folder)
    run = library.new(f"fuzz-{seed}", cut=rng.choice(CUTS), seed=seed, facts_only=rng.random() < 0.2)
    walk(run, rng.randint(1, 150), seed)
    while keys > 0:
        keys = await one_sitting(library, run.name, rng, keys)
        assert library.open(run.name).past(), "the play is lost"


async def one_sitting(library: Library, name: str, rng: Random, keys: int) -> int:
    """Open a play and press keys until the game is left. Returns how many are left to press."""
    app = SevenWeeks(
        library, library.open(name), still=True, theme=rng.choice(THEMES), ascii_only=rng.random() < 0.3
    )
    async with asyncio.timeout(PATIENCE), app.run_test(size=size(rng)) as pilot:
        while keys > 0 and not app._exit:
            await pilot.press(
                rng.choices([*OFTEN, *SELDOM, *LEAVING], [9] * len(OFTEN) + [2] * len(SELDOM) + [1])[0]
            )
            if rng.random() < RESIZED:
                await pilot.resize_terminal(*size(rng))
            keys -= 1
        played = app.played
        if played is not None and played.journal.path is not None and played.journal.path.exists():
            standing = answers_of(load(played.journal.path).entries)
            assert [entry.answer for entry in standing] == [answer for _, answer in played.past()]
    return keys


def size(rng: Random) -> tuple[int, int]:
    """A window of any size, most often one that people have."""
    return rng.choice([(80, 24), (100, 30), (140, 45), (rng.randint(1, 300), rng.randint(1, 100))])


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Some keys save a picture of the screen."""
    monkeypatch.chdir(tmp_path)


async def test_some_keys_in_some_windows(tmp_path):
    await pressed(tmp_path, seed=0, keys=12)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(1, 21))
async def test_two_thousand_keys_in_any_window(tmp_path, seed):
    await pressed(tmp_path, seed, keys=100)
