"""Finding a script and opening it: checked whole, from the cache, or as it was released."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.script import open_story, recheck, script_at, shipped
from game.story import manifest, reader
from game.story.folder import Script
from game.story.problems import BrokenScript
from game.story.whole import read_whole

SPINE = """\
title: A small story
tagline: For trying things out.
parts: [days]
start: {rest: 7, home: 5, craft: 5}
"""
DAY = """\
id: day-{day}
title: Day {day}
day: {day}
beats:
  - {{id: d{day}-dawn, imagined: The kettle is on.}}
  - {{id: d{day}-on, go: Go on}}
"""
LEDGER = """\
articles: {}
facts: []
"""


@pytest.fixture
def script(tmp_path) -> Script:
    return written(tmp_path)


def written(folder: Path, days: int = 3) -> Script:
    """A sound script of a few days."""
    (folder / "scenes" / "days").mkdir(parents=True)
    (folder / "assets").mkdir()
    (folder / "scenes" / "story.yaml").write_text(SPINE)
    (folder / "assets" / "facts.yaml").write_text(LEDGER)
    for day in range(1, days + 1):
        day_file(folder, day).write_text(DAY.format(day=day))
    return script_at(folder / "scenes")


def day_file(folder: Path, day: int) -> Path:
    return folder / "scenes" / "days" / f"day-{day}.yaml"


def edit(path: Path, old: str, new: str) -> None:
    """Edit a file; its time of change moves on even where the clock is coarse."""
    text, time = path.read_text(), path.stat().st_mtime_ns
    assert old in text
    path.write_text(text.replace(old, new))
    os.utime(path, ns=(time + 10**9,) * 2)


def release(script: Script) -> None:
    content = manifest.manifest_of(script, read_whole(script), released=True)
    (script.scenes / manifest.NAME).write_bytes(content)


def first_line(script: Script, cache: Path | None = None, index: int = 0) -> str:
    return open_story(script, cache).scene(index).beats[0].text


def test_a_script_is_read_in_its_order(script):
    story = open_story(script)
    assert [story.scene(index).day for index in range(len(story))] == [1, 2, 3]
    assert story.titles == {1: "Day 1", 2: "Day 2", 3: "Day 3"}


def test_a_script_without_a_ledger_rests_on_the_shipped_one(script):
    script.ledger.unlink()
    assert script_at(script.scenes).ledger == shipped().ledger


def test_a_broken_script_is_not_opened_and_every_problem_is_said(script, tmp_path):
    edit(day_file(tmp_path, 1), "imagined", "imagind")
    edit(day_file(tmp_path, 3), "day: 3", "day: 99")
    with pytest.raises(BrokenScript) as broken:
        open_story(script, tmp_path / "cache")
    assert [problem.file for problem in broken.value.problems] == [
        "scenes/days/day-1.yaml",
        "scenes/days/day-3.yaml",
    ]
    assert not (tmp_path / "cache").exists()


def test_a_folder_without_a_story_is_said_to_be_none(tmp_path):
    with pytest.raises(
        BrokenScript,
        match=r"nothing-here:0:0: error\[no-folder\] is no folder; give the one that holds story\.yaml",
    ):
        open_story(script_at(tmp_path / "nothing-here"))


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=60), st.integers(0, 110))
def test_whatever_is_in_a_file_the_script_is_opened_or_its_problems_are_said(tmp_path_factory, noise, at):
    folder = tmp_path_factory.mktemp("script")
    script = written(folder, days=1)
    good = day_file(folder, 1).read_bytes()
    day_file(folder, 1).write_bytes(good[:at] + noise + good[at:])
    try:
        open_story(script)
    except BrokenScript as broken:
        assert {problem.file for problem in broken.problems} == {"scenes/days/day-1.yaml"}


# ---- From the cache


def test_the_second_start_reads_only_what_is_played(script, tmp_path, monkeypatch):
    open_story(script, tmp_path / "cache")
    monkeypatch.setattr("game.story.whole.read_whole", lambda script: pytest.fail("read whole again"))
    assert first_line(script, tmp_path / "cache") == "The kettle is on."


def test_an_edited_script_is_checked_again(script, tmp_path):
    open_story(script, tmp_path / "cache")
    edit(day_file(tmp_path, 1), "on.", "up.")
    assert first_line(script, tmp_path / "cache") == "The kettle is up."
    edit(day_file(tmp_path, 2), "imagined", "imagind")
    with pytest.raises(BrokenScript, match="imagind"):
        open_story(script, tmp_path / "cache")


@pytest.mark.parametrize("content", [b"", b"{}", b"xyzzy", b'{"format": 99}'])
def test_a_cache_that_cannot_be_read_costs_time_and_nothing_else(script, tmp_path, content):
    open_story(script, tmp_path / "cache")
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(content)
    assert first_line(script, tmp_path / "cache") == "The kettle is on."


def test_a_cache_that_cannot_be_kept_costs_time_and_nothing_else(script, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert first_line(script, tmp_path / "cache") == "The kettle is on."


@pytest.mark.skipif(sys.platform != "linux", reason="only there a folder may have a name that is no text")
def test_a_folder_with_a_name_that_is_no_text_is_kept_in_mind_too(script, tmp_path, monkeypatch):
    script.scenes.rename(odd := tmp_path / os.fsdecode(b"caf\xe9"))
    assert first_line(script_at(odd), tmp_path / "cache") == "The kettle is on."
    monkeypatch.setattr("game.script._read_whole", None)
    assert first_line(script_at(odd), tmp_path / "cache") == "The kettle is on."


def test_a_file_that_vanishes_while_the_script_is_read_ends_nothing(script, tmp_path, monkeypatch):
    """An editor that saves takes the old file away and puts the new one in its place."""
    read = reader.read_tree

    def read_and_take_away(path, shown):
        found = read(path, shown)
        if path.is_relative_to(script.scenes):
            path.unlink()
        return found

    monkeypatch.setattr(reader, "read_tree", read_and_take_away)
    assert open_story(script).scene(0).title == "Day 1"


def test_a_link_to_nowhere_is_no_scene(script, tmp_path):
    (script.scenes / "days" / ".#day-1.yaml").symlink_to("somebody@somewhere")
    assert len(open_story(script)) == 3


def test_a_scene_edited_during_the_play_is_not_played_unchecked(script, tmp_path):
    open_story(script, tmp_path / "cache")
    story = open_story(script, tmp_path / "cache")
    edit(day_file(tmp_path, 2), "on.", "up.")
    with pytest.raises(BrokenScript, match="was changed since the play began"):
        story.scene(1)


# ---- As released


def test_a_released_script_is_played_without_a_check(script, monkeypatch):
    release(script)
    monkeypatch.setattr("game.story.whole.read_whole", lambda script: pytest.fail("read whole"))
    assert first_line(script) == "The kettle is on."
    assert recheck(script) == ()


def test_the_digest_does_not_depend_on_how_a_script_was_opened(script, tmp_path):
    whole = open_story(script, tmp_path / "cache").digest
    assert open_story(script, tmp_path / "cache").digest == whole
    release(script)
    assert open_story(script).digest == whole


def test_other_times_make_no_released_script_another(script, tmp_path):
    release(script)
    os.utime(day_file(tmp_path, 1), (0, 0))
    assert recheck(script, tmp_path / "cache") == ()
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("new", ["up.", "on and sings."], ids=["as long", "longer"])
def test_a_sound_edit_of_a_released_script_is_played_at_the_next_start(script, tmp_path, new):
    release(script)
    edit(day_file(tmp_path, 2), "on.", new)
    assert recheck(script, tmp_path / "cache") == ()
    assert first_line(script, tmp_path / "cache", index=1) == f"The kettle is {new}"


def test_a_sound_edit_of_a_released_script_is_checked_once(script, tmp_path, monkeypatch):
    release(script)
    edit(day_file(tmp_path, 2), "on.", "up.")
    recheck(script, tmp_path / "cache")
    monkeypatch.setattr("game.story.whole.read_whole", lambda script: pytest.fail("read whole again"))
    assert recheck(script, tmp_path / "cache") == ()


@pytest.mark.parametrize("new", ["imagind", "imaginet"], ids=["shorter", "as long"])
def test_a_wrong_edit_of_a_released_script_is_said(script, tmp_path, new):
    release(script)
    edit(day_file(tmp_path, 2), "imagined", new)
    assert [problem.file for problem in recheck(script, tmp_path / "cache")] == ["scenes/days/day-2.yaml"]


def test_an_added_file_of_a_released_script_is_noticed(script, tmp_path):
    release(script)
    day_file(tmp_path, 4).write_text(DAY.format(day=4))
    assert recheck(script, tmp_path / "cache") == ()
    assert len(open_story(script, tmp_path / "cache")) == 4
