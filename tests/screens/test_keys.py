"""Every key of the day, as a player presses it."""

from __future__ import annotations

import os

import pytest

from game.library import Library
from game.run import Run
from game.screens import keys
from game.screens.app import SevenWeeks
from game.screens.day import DayScreen
from game.screens.help import KeysScreen
from game.screens.log import LogScreen
from game.screens.map import MapScreen
from game.screens.questions import WIDGETS
from game.screens.sources import SourcesScreen
from game.screens.title import TitleScreen
from game.screens.widgets.tower import TowerView
from game.script import shipped
from game.story.problems import BrokenScript, Problem
from tests.screens.conftest import playing, reach, sample_story, sitting
from tests.screens.stage import seen
from tests.stories import evenings, every_kind, unkept, walk

SEALED = "What you have just seen cannot be unseen."


async def test_the_first_line_is_there_at_once_and_the_rest_comes_at_reading_pace(sample):
    app = playing(reach(sample, "tired"), still=False)
    async with sitting(app):
        assert "They were up until 4." in seen(app)
        assert "hardest" not in seen(app)
        assert "Any key shows the rest" in seen(app)


@pytest.mark.parametrize("key", ["1", "enter", "q", "s", "backspace", "question_mark", "f5", "tab"])
async def test_any_key_shows_the_rest_at_once_and_does_nothing_else(sample, key):
    answers = len(reach(sample, "tired").past())
    app = playing(sample, still=False)
    async with sitting(app) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert "What happens to it tonight?" in seen(app)
        assert isinstance(app.screen, DayScreen)
        assert not app._exit
    assert len(sample.past()) == answers


async def test_a_click_shows_the_rest_as_well(at):
    app = at("tired", still=False)
    async with sitting(app) as pilot:
        await pilot.click(offset=(40, 18))
        await pilot.pause()
        assert "What happens to it tonight?" in seen(app)


async def test_everything_is_there_at_once_where_nothing_may_move(at, monkeypatch):
    app = at("tired")
    async with sitting(app):
        assert "What happens to it tonight?" in seen(app)
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    assert at("tired", still=False).still


async def test_lines_come_by_themselves_when_nothing_is_pressed(at, monkeypatch):
    monkeypatch.setattr("game.screens.widgets.page.SECONDS_A_WORD", 0.001)
    app = at("tired", still=False)
    async with sitting(app) as pilot:
        await pilot.pause(0.3)
        assert "What happens to it tonight?" in seen(app)


@pytest.mark.parametrize(("just_in", "answered"), [(60.0, 0), (0.0, 1)])
async def test_a_key_a_moment_after_the_last_line_was_meant_to_bring_it(sample, monkeypatch, just_in, answered):
    monkeypatch.setattr("game.screens.widgets.page.SECONDS_A_WORD", 0.001)
    monkeypatch.setattr("game.screens.widgets.page.JUST_IN", just_in)
    answers = len(reach(sample, "tired").past())
    async with sitting(playing(sample, still=False)) as pilot:
        await pilot.pause(0.1)
        await pilot.press("1")
    assert len(sample.past()) == answers + answered


async def test_backspace_goes_back_and_the_log_forgets(at):
    app = at("on")
    async with sitting(app) as pilot:
        assert "Backspace back" in seen(app)
        await pilot.press("backspace")
        assert "How many?" in seen(app)
        assert "Backspace" not in seen(app)
        await pilot.press("backspace")
        assert "! This is where it begins." in seen(app)


async def test_backspace_says_calmly_why_it_stops_at_a_broken_seal(at):
    app = at("so")
    async with sitting(app, (100, 30)) as pilot:
        assert "your envelope, opened" in seen(app)
        await pilot.press("backspace")
        assert SEALED in seen(app)
        await pilot.press("enter")
        assert SEALED not in seen(app)


PAGES = [
    ("s", SourcesScreen),
    ("l", LogScreen),
    ("question_mark", KeysScreen),
    ("f1", KeysScreen),
    ("t", MapScreen),
]


@pytest.mark.parametrize(("key", "page"), PAGES)
async def test_a_page_opens_and_closes_with_its_own_key(at, key, page):
    app = at("tired")
    async with sitting(app) as pilot:
        await pilot.press(key)
        assert isinstance(app.screen, page)
        await pilot.press(key if key != "f1" else "question_mark")
        assert isinstance(app.screen, DayScreen)
        assert "What happens to it tonight?" in seen(app)


@pytest.mark.parametrize("key", ["enter", "backspace", "escape"])
async def test_a_page_closes_with_enter_backspace_and_escape(at, key):
    app = at("tired")
    async with sitting(app) as pilot:
        await pilot.press("s", key)
        assert isinstance(app.screen, DayScreen)


async def test_the_page_of_keys_has_all_that_count_here_and_the_marks(at):
    app = at("tired")
    async with sitting(app, (100, 60)) as pilot:
        await pilot.press("question_mark")
        for text in (
            "answer with the marked line",
            "1 to 9",
            "Backspace",
            "Ctrl+P",
            "PageDown",
            "■ reported",
            "◇ imagined",
        ):
            assert text in seen(app)


async def test_the_tower_leads_back_to_a_day_in_a_play_of_its_own(at):
    app = at("tired")
    async with sitting(app) as pilot:
        old = app.played
        await pilot.press("t", "enter")
        assert app.played is old
        await pilot.press("t", "left", "enter")
        assert "Thursday night." in seen(app)
        assert f"! From here on you play {app.played.name}. {old.name} stays as it is." in " ".join(
            seen(app).split()
        )
        assert old.now().scene.day == 15


async def test_c_puts_on_one_theme_after_another(at):
    app = at("tired")
    async with sitting(app) as pilot:
        worn = []
        for _ in range(4):
            await pilot.press("c")
            worn.append(app.theme)
        assert worn == ["day", "contrast", "mono", "night"]


async def test_no_colour_is_worn_where_none_is_wanted(at, monkeypatch):
    monkeypatch.setitem(os.environ, "NO_COLOR", "")
    assert at("tired").theme == "mono"


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_leaving_says_that_the_play_is_kept(tmp_path, monkeypatch, key):
    library = Library(evenings(3), tmp_path)
    app = SevenWeeks(library, walk(library.new("tall-lift", seed=1), 1), still=True)
    monkeypatch.setattr(app, "_print_error_renderables", lambda: None)
    async with sitting(app) as pilot:
        await pilot.press(key)
    assert app._exit
    assert str(app._exit_renderables[0]) == "tall-lift is saved. To go on: seven-weeks --run tall-lift"


async def test_leaving_a_play_that_is_not_being_saved_asks_twice(tmp_path):
    library = Library(evenings(3), tmp_path / "runs")
    (tmp_path / "runs").write_text("a file where the folder should be")
    app = SevenWeeks(library, library.new("tall-lift", seed=1), still=True)
    async with sitting(app, (100, 30)) as pilot:
        await pilot.press("1")
        assert "! This play is not being saved just now:" in seen(app)
        await pilot.press("1")
        assert "not being saved" not in seen(app)
        await pilot.press("q")
        assert not app._exit
        assert "Press q again" in seen(app)
        await pilot.press("q")
        assert app._exit


async def test_a_notice_of_the_run_is_shown_once(sample):
    sample.notice = "brass-kettle could be played up to here."
    app = playing(sample)
    async with sitting(app) as pilot:
        assert sample.notice in seen(app)
        await pilot.press("1", "enter", "3", "enter")
        assert sample.notice not in seen(app)


async def test_the_tower_can_be_clicked_for_the_map(at):
    app = at("tired")
    async with sitting(app) as pilot:
        await pilot.click(TowerView)
        assert isinstance(app.screen, MapScreen)


async def test_the_keys_at_the_foot_can_be_clicked(at):
    app = at("tired")
    async with sitting(app) as pilot:
        foot = seen(app).splitlines()[-1]
        await pilot.click(offset=(foot.index("log"), 23))
        assert isinstance(app.screen, LogScreen)
        await pilot.click(offset=(seen(app).splitlines()[-1].index("back"), 23))
        assert isinstance(app.screen, DayScreen)
        await pilot.click(offset=(foot.index("answer"), 23))
        assert app.played.past()[-1][1] == "merge"


async def test_pages_scroll_a_long_day(at):
    app = at("tired")
    async with sitting(app, (60, 20)) as pilot:
        await pilot.pause()
        assert "Write the tests" in seen(app)
        await pilot.press("pageup", "pageup")
        assert "They were up until 4." in seen(app)
        await pilot.press("pagedown", "pagedown")
        assert "Write the tests" in seen(app)


async def test_the_palette_has_what_the_keys_have(at):
    app = at("tired")
    async with sitting(app) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        for name in ("go on", "back", "sources", "log", "tower"):
            assert name in seen(app)
        await pilot.press(*"sourc", "enter")
        await pilot.pause()
        assert isinstance(app.screen, SourcesScreen)


async def test_the_palette_has_the_way_out_and_the_themes_on_the_title_too(tmp_path):
    app = SevenWeeks(Library(every_kind(), tmp_path), still=True)
    async with sitting(app) as pilot:
        await pilot.press("c")
        assert app.theme == "day"
        await pilot.press("ctrl+p")
        await pilot.pause()
        for name in ("quit", "colours: contrast"):
            assert name in seen(app)


def test_only_keys_that_every_terminal_sends_are_bound():
    words = {"up", "down", "left", "right", "enter", "backspace", "space", "pageup", "pagedown", "home", "end"}
    words |= {"question_mark", "full_stop", "plus", "minus", "equals_sign", "f1"}
    asked = [
        getattr(__import__(f"game.screens.questions.{kind}", fromlist=[name]), name)
        for kind, name in WIDGETS.items()
    ]
    every = [*keys.DAY.keys, *keys.READING.keys, *(key for widget in asked for key in widget.KEYS)]
    pressed = {press for key in every for press in key.press.split(",") if press}
    assert {press for press in pressed if len(press) > 1} - words == {"escape"}


# the title, and what can go wrong


async def test_the_title_leads_to_a_new_play_and_back_to_the_last(tmp_path):
    library = Library(every_kind(), tmp_path)
    app = SevenWeeks(library, still=True)
    async with sitting(app) as pilot:
        assert isinstance(app.screen, TitleScreen)
        assert "Go on" not in seen(app)
        await pilot.press("n")
        assert "How many?" in seen(app)
        await pilot.press("3", "enter", "3", "enter")
    name = app.played.name
    app = SevenWeeks(Library(every_kind(), tmp_path), still=True)
    async with sitting(app) as pilot:
        assert f"Go on: {name}, day 1" in seen(app)
        await pilot.press("g")
        assert "The b is told." in seen(app)


async def test_the_title_leads_to_a_play_of_facts_only_without_gauges(tmp_path):
    app = SevenWeeks(Library(every_kind(), tmp_path), still=True)
    async with sitting(app) as pilot:
        await pilot.press("f")
        assert app.played.facts_only
        assert "How many?" in seen(app)
        assert "The a is told." not in seen(app)
        assert "Rest" not in seen(app)


async def test_the_title_lists_other_plays(tmp_path):
    library = Library(every_kind(), tmp_path)
    for name in ("early-tap", "tall-lift"):
        walk(library.new(name, seed=1), 1)
    app = SevenWeeks(library, still=True)
    async with sitting(app) as pilot:
        await pilot.press("o")
        assert "1  early-tap" in seen(app) or "1  tall-lift" in seen(app)
        await pilot.press("b", "o", "2")
        assert app.played.name == library.names()[1]


async def test_a_play_that_cannot_be_opened_is_told_of_and_the_title_comes_back(tmp_path, monkeypatch):
    library = Library(every_kind(), tmp_path)
    walk(library.new("tall-lift", seed=1), 1)
    app = SevenWeeks(library, still=True)

    def broken(name: str) -> Run:
        raise BrokenScript([Problem("scenes/day-01.yaml", 3, 1, f"{name} cannot be read")])

    monkeypatch.setattr(library, "open", broken)
    async with sitting(app) as pilot:
        await pilot.press("g")
        assert "scenes/day-01.yaml:3:1: tall-lift cannot be read" in seen(app)
        await pilot.press("enter")
        assert isinstance(app.screen, TitleScreen)


async def test_a_script_changed_in_place_is_told_of_and_not_played():
    source = "title: Before" + " the first day" * 9
    problem = Problem("scenes/prologue.yaml", 3, 8, "unknown word", "unknown-word", "error", source)
    app = playing(unkept(every_kind()), recheck=lambda: (problem,))
    app.RECHECK_AFTER = 0.01
    async with sitting(app) as pilot:
        await pilot.pause(0.05)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "scenes/prologue.yaml:3:8: error[unknown-word] unknown word" in seen(app)
        lines = [line.rstrip() for line in seen(app).splitlines()]
        (at,) = (number for number, line in enumerate(lines) if line.lstrip().startswith("3 | title: Before"))
        assert lines[at].endswith("...")
        assert lines[at].index("Before") == lines[at + 1].index("^")
        await pilot.press("enter")
    assert app.return_code == 1


async def test_a_fault_of_ours_is_told_in_words_and_without_a_traceback(sample, monkeypatch):
    app = playing(reach(sample, "tired"))
    monkeypatch.setattr(Run, "answer", lambda _run, _value: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        async with sitting(app) as pilot:
            monkeypatch.setattr(app, "_print_error_renderables", lambda: None)
            await pilot.press("1")
    said = "".join(segment.text for segment in app._exit_renderables[0].segments)
    assert "The game has a fault: ZeroDivisionError" in said
    assert "Every answer up to here is saved." in " ".join(said.split())
    assert "Traceback" not in said


def test_the_shipped_story_opens_on_its_first_line(shipped_story):
    run = Library(shipped_story, None).new("tall-lift", seed=1)
    assert run.now().beats
    assert shipped().scenes.exists()


def test_the_sample_holds_a_beat_of_every_kind():
    story = sample_story()
    kinds = {
        step.kind for place in range(len(story)) for step in story.scene(place).beats if hasattr(step, "cites")
    }
    assert kinds == {"quoted", "reported", "worked", "outside", "explained", "imagined"}
