"""A script that is written while it is played."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

import pytest

from game.library import Library
from game.screens import rewriting
from game.screens.app import SevenWeeks
from game.screens.day import DayScreen
from game.screens.problems import ProblemsScreen
from game.screens.widgets.notice import Notice
from game.script import open_story, script_at
from game.watch import Watch

SPINE = "title: A story\ntagline: Being written.\nparts: [day-1, day-2]\nstart: {rest: 7, home: 5, craft: 5}\n"
DAY = """\
id: day-1
title: One
day: 1
beats:
  - {id: kettle, imagined: The kettle is on.}
  - {id: tea, choose: Tea?, options: [{id: green, text: Green}, {id: black, text: Black}]}
  - {id: cup, tell: Enough?, ends: [hardly, very], as: enough}
  - {id: bed, go: Good night}
"""
NEXT = "id: day-2\ntitle: Two\nday: 2\nbeats:\n  - {id: end, imagined: It is over.}\n"
later = count(1)


@pytest.fixture
def scenes(tmp_path: Path) -> Path:
    folder = tmp_path / "scenes"
    folder.mkdir()
    for name, text in {"story": SPINE, "day-1": DAY, "day-2": NEXT}.items():
        (folder / f"{name}.yaml").write_text(text)
    return folder


def playing(scenes: Path, folder: Path) -> SevenWeeks:
    script = script_at(scenes)
    library = Library(open_story(script), folder / "runs")
    run = library.new("writer", seed=1)
    run.answer("black")
    return SevenWeeks(library, library.open("writer"), still=True, watch=Watch(script))


def write(path: Path, text: str) -> None:
    """Save a file, later than before however coarse the clock of the disk is."""
    path.write_text(text)
    at = path.stat().st_mtime + next(later)
    os.utime(path, (at, at))


async def until(pilot, seen) -> None:
    for _ in range(100):
        if seen():
            return
        await pilot.pause(0.05)
    raise AssertionError("it did not come")


@pytest.fixture(autouse=True)
def often(monkeypatch):
    monkeypatch.setattr(rewriting, "OFTEN", 0.05)


async def test_a_changed_line_is_told_where_the_play_stands_and_its_answers_stay(scenes, tmp_path):
    app = playing(scenes, tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        write(scenes / "day-1.yaml", DAY.replace("Enough?", "Was that enough?"))
        await until(pilot, lambda: app.screen._moment.question.text == "Was that enough?")
        assert [answer for _, answer in app.played.past()] == ["black"]


async def test_what_is_wrong_is_shown_in_the_game_and_goes_when_it_is_mended(scenes, tmp_path):
    app = playing(scenes, tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        write(scenes / "day-1.yaml", DAY.replace("imagined", "imagind"))
        await until(pilot, lambda: isinstance(app.screen, ProblemsScreen))
        write(scenes / "day-1.yaml", DAY)
        await until(pilot, lambda: isinstance(app.screen, DayScreen))
        assert [answer for _, answer in app.played.past()] == ["black"]


async def test_an_answer_that_is_gone_leads_back_to_its_day_in_a_copy(scenes, tmp_path):
    app = playing(scenes, tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        write(scenes / "day-1.yaml", DAY.replace("{id: black, text: Black}", "{id: white, text: White}"))
        await until(pilot, lambda: app.played.name == "writer-2")
        assert app.played.now().question.id == "tea"
        said = app.screen.query_one(Notice)._text
        assert said.startswith(rewriting.ANEW)
        assert said.endswith("You go on in writer-2; writer is kept.")


async def test_a_page_in_front_is_left_in_peace(scenes, tmp_path):
    app = playing(scenes, tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("l")
        write(scenes / "day-1.yaml", DAY.replace("Enough?", "Was that enough?"))
        await pilot.pause(0.5)
        assert not isinstance(app.screen, DayScreen)
        app.screen.dismiss(None)
        await until(pilot, lambda: isinstance(app.screen, DayScreen))
        await until(pilot, lambda: app.screen._moment.question.text == "Was that enough?")
