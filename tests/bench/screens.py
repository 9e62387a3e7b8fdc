"""What a player waits for: the first text of a story, and the answer to a key. Beside bare Textual screens."""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from game.library import Library
from game.script import open_story, script_at, shipped
from game.story.story import Story
from tests.bench import plan
from tests.bench.coldstart import COLUMNS, ROWS, Figures, Target, interleaved
from tests.bench.released import install
from tests.bench.table import Row
from tests.stories import unkept, walk

BARE: Final = str(Path(__file__).with_name("bare.py"))
UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
BOARD: Final = "1-7x7-B-PZDKD-X33RK-KW96V-7K040-0008J-00-R"
"""A launch night by its long code, which needs no generator."""
MANY: Final = 5_000
KEYS: Final = 12
"""How many times each program is started to press keys in it."""
STARTS: Final = 3
"""How many starts of each program make a run: the machine is at its fastest in few of them."""
EMPTY: Final = "an empty Textual app"


def screen_rows(runs: int) -> Iterator[Row]:
    """Everything that is measured in a terminal, on the wheel as it is installed."""
    with tempfile.TemporaryDirectory() as folder:
        python = str(install(Path(folder)))
        yield from _first_text(python, Path(folder), runs)
        yield from _many_scenes(python, Path(folder), runs)
        yield from _resuming(python, Path(folder), runs)
        yield from _a_key(python, Path(folder))


def _game(name: str, python: str, home: Path, expect: str, *words: str) -> Target:
    return Target(name, [python, "-m", "game", *words], expect, _home(home))


def _home(folder: Path) -> Mapping[str, str]:
    return {"SEVEN_WEEKS_HOME": str(folder)}


def _beginning(text: str) -> str:
    """A pattern for the first words of a text, which stand on one line however narrow the column is."""
    return re.escape(" ".join(text.split()[:4]))


def _first_text(python: str, folder: Path, runs: int) -> Iterator[Row]:
    beat = unkept(open_story(shipped())).now().beats[0]
    results = interleaved(
        [
            Target("bare", [python, BARE], "ready"),
            _game("story", python, folder / "stories", _beginning(beat.text), "--new"),
            _game("title", python, folder / "nothing", "A new play"),
        ],
        runs * STARTS,
    )
    bare, story, title = (Figures.of(results[name]) for name in ("bare", "story", "title"))
    yield Row("a new play, to its first text", story.frame, "ms", bare.frame, EMPTY, most=1.6)
    yield Row("a new play, peak memory", story.memory, "MiB", bare.memory, EMPTY, most=1.4)
    yield Row("a bare start, to the title's menu", title.frame, "ms", bare.frame, EMPTY)
    yield Row("anything at all on the screen", story.first_byte, "ms", bare.first_byte, EMPTY)


def _many_scenes(python: str, folder: Path, runs: int) -> Iterator[Row]:
    targets = []
    for days in (49, MANY):
        script = folder / f"of-{days}"
        script.mkdir()
        beat = unkept(open_story(plan.write_script(plan.plan(days), script))).now().beats[0]
        words = ("--new", "--script", str(script / "scenes"))
        targets.append(_game(f"{days}", python, folder / f"plays-of-{days}", _beginning(beat.text), *words))
    results = interleaved(targets, runs * STARTS)
    few, many = (Figures.of(results[target.name]) for target in targets)
    yield Row(f"the same with {MANY:,} scenes", many.frame, "ms", few.frame, "with 49 scenes", most=1.05)


def _resuming(python: str, folder: Path, runs: int) -> Iterator[Row]:
    scenes = folder / "of-49" / "scenes"
    library = Library(_story(scenes), folder / "resumed" / "runs")
    targets = []
    for name, answers in (("first-day", 1), ("last-day", 49 * 3 - 2)):
        question = walk(library.new(name, seed=1), answers).now().question
        assert question is not None
        words = ("--run", name, "--script", str(scenes))
        targets.append(_game(name, python, folder / "resumed", _beginning(question.text), *words))
    results = interleaved(targets, runs * STARTS)
    first, last = (Figures.of(results[target.name]) for target in targets)
    yield Row("going on, on day 49", last.frame, "ms", first.frame, "on day 1", most=1.3)


def _story(scenes: Path) -> Story:
    return open_story(script_at(scenes))


def _a_key(python: str, folder: Path) -> Iterator[Row]:
    scenes = folder / "of-49" / "scenes"
    story = _story(scenes)
    question = unkept(story).now().question
    assert question is not None
    lines = [f"{number} ▸" for number in (2, 1)]
    widgets = asyncio.run(_widgets(story))
    words = ["-m", "game", "--new", "--still", "--script", str(scenes)]
    board = ["-m", "game", "tower", "--still", "--code", BOARD]
    presses = {"keys": (DOWN, UP), "presses": 30}
    across = {"keys": (RIGHT, LEFT), "presses": 30, "opens": " "}
    results = interleaved(
        [
            Target("ours", [python, *words], lines[1], _home(folder / "keys"), answers=lines, **presses),
            Target("night", [python, *board], "THE CARD", answers=["open 1B", "open 1A"], **across),
            Target("bare", [python, BARE, f"{widgets}"], "ready", answers=["▸ line 2", "▸ line 1"], **presses),
        ],
        KEYS,
        warm_ups=0,
    )
    ours, night, bare = (Figures.of(results[name]) for name in ("ours", "night", "bare"))
    yield Row("a key, to its answer on the screen", ours.key, "ms", bare.key, f"{widgets} plain widgets", most=1.5)
    yield Row("a key on the night of 7x7", night.key, "ms", ours.key, "the day's screen", most=1.5)


async def _widgets(story: Story) -> int:
    """How many widgets the day's screen has when it asks."""
    from game.screens.app import SevenWeeks

    app = SevenWeeks(Library(story, None), Library(story, None).new(), still=True)
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.pause()
        return len(app.screen.query("*"))
