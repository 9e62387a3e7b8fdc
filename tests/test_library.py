"""The library: plays kept in a folder, found again, and gone on with whatever has happened to them."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.journal import load
from game.library import Library
from game.run import Refused
from tests.stories import choose, every_kind, go, option, scene, story, told, walk

EVERY_KIND = every_kind()
quickly = settings(deadline=None, max_examples=60)


def library(folder: Path, of=EVERY_KIND) -> Library:
    return Library(of, folder / "runs")


def kept(folder: Path, answers: int = 4, name: str = "brass-kettle", of=EVERY_KIND) -> Path:
    """The file of a play of so many answers."""
    walk(library(folder, of).new(name, seed=5), answers)
    return folder / "runs" / f"{name}.jsonl"


def of_age(path: Path, seconds: int) -> None:
    os.utime(path, (1_700_000_000 - seconds,) * 2)


# ---- Keeping and finding


@quickly
@given(st.lists(st.booleans(), max_size=30), st.integers(0, 10**6))
def test_a_run_opened_again_is_where_it_was(tmp_path_factory, moves, seed):
    books, rng = library(tmp_path_factory.mktemp("home")), Random(seed)
    run = books.new("brass-kettle", seed=seed)
    run.answer(run.now().question.sample(run.now().state, rng))
    for back in moves:
        if back and not run.can_go_back:
            run.back()
        elif run.now().question is not None:
            run.answer(run.now().question.sample(run.now().state, rng))
    again = books.open("brass-kettle")
    assert (again.name, again.seed, again.cut, again.notice) == ("brass-kettle", seed, "full", "")
    assert again.now() == run.now()
    assert [at for at, _ in again.past()] == [at for at, _ in run.past()]


def test_a_run_that_tells_only_facts_still_does_when_opened_again(tmp_path):
    books = library(tmp_path)
    run = walk(books.new("brass-kettle", seed=5, facts_only=True), 3)
    again = books.open("brass-kettle")
    assert again.facts_only
    assert (again.now(), again.notice) == (run.now(), "")


def test_a_run_opened_again_goes_on_in_the_same_file(tmp_path):
    path = kept(tmp_path, 3)
    begun = path.read_bytes()
    walk(library(tmp_path).open("brass-kettle"), 2)
    assert path.read_bytes().startswith(begun)
    assert len(library(tmp_path).open("brass-kettle").past()) == 5


def test_the_newest_run_comes_first(tmp_path):
    of_age(kept(tmp_path, 2, "old-lamp"), 60)
    of_age(kept(tmp_path, 3, "new-lamp"), 1)
    books = library(tmp_path)
    assert books.names() == ["new-lamp", "old-lamp"]
    assert books.glimpse() == ("new-lamp", 2)
    assert len(books.newest().past()) == 3


def test_a_glimpse_names_the_day_on_which_a_play_goes_on(tmp_path):
    scenes = (
        scene("door", go("in")),
        scene("one", go("up"), go("on"), day=1),
        scene("two", go("past"), day=2, cuts=("full",)),
        scene("three", choose("night", option("stay")), day=3),
        scene("after", go("out"), told("over")),
    )
    books = library(tmp_path, story(*scenes))
    run = books.new(cut="class")
    days = []
    while run.now().question is not None:
        walk(run, 1)
        assert books.glimpse().day == run.now().scene.day
        days.append(books.glimpse().day)
    assert days == [1, 1, 3, None, None]


def test_the_newest_run_is_none_of_another_script(tmp_path):
    of_age(kept(tmp_path, name="brass-kettle"), 60)
    first = EVERY_KIND.places[0].id
    theirs = story(scene(first, told("elsewhere"), go("their-own-door")), scene("end", told("over")))
    walk(library(tmp_path, theirs).new("short-visit", seed=5), 1)
    assert library(tmp_path).names() == ["short-visit", "brass-kettle"]
    assert library(tmp_path).glimpse().name == "brass-kettle"
    assert library(tmp_path, theirs).glimpse().name == "short-visit"


def test_an_empty_library_has_no_newest_run(tmp_path):
    books = library(tmp_path)
    assert (books.names(), books.glimpse(), books.newest(), books.runs()) == ([], None, None, [])
    with pytest.raises(Refused, match=r"There is no run called 'x'. Runs: none yet."):
        books.open("x")


def test_a_library_without_a_folder_keeps_nothing_and_plays_all_the_same():
    books = Library(EVERY_KIND, None)
    run = walk(books.new(), 3)
    assert len(run.past()) == 3
    assert run.go(1).name == f"{run.name}-2"
    with pytest.raises(Refused, match="Nothing is being saved"):
        books.open(run.name)


def test_a_deleted_run_is_gone(tmp_path):
    path = kept(tmp_path)
    library(tmp_path).delete("brass-kettle")
    assert not path.exists()
    with pytest.raises(Refused, match="There is no run called 'brass-kettle'"):
        library(tmp_path).delete("brass-kettle")


@pytest.mark.parametrize("name", ["Kettle", "brass kettle", "../kettle", "kettle-", "", "é", "x" * 61, "a\n"])
def test_a_name_is_small_letters_digits_and_hyphens(tmp_path, name):
    books = library(tmp_path)
    if name:
        with pytest.raises(Refused, match="cannot be a name"):
            books.new(name)
    with pytest.raises(Refused, match="There is no run called"):
        books.open(name)


@pytest.mark.parametrize("name", ["nul", "con", "com1"])
def test_a_name_that_windows_would_write_nowhere_is_refused(tmp_path, name):
    with pytest.raises(Refused, match="device on Windows"):
        library(tmp_path).new(name)
    assert library(tmp_path).new(f"{name}-2").name == f"{name}-2"


def test_a_name_that_is_taken_is_refused(tmp_path):
    kept(tmp_path)
    with pytest.raises(Refused, match="There is a run called 'brass-kettle' already"):
        library(tmp_path).new("brass-kettle")


def test_even_the_longest_name_can_be_forked(tmp_path):
    kept(tmp_path, name="x" * 60)
    forked = library(tmp_path).open("x" * 60).go(1)
    assert forked.name in library(tmp_path).names()


def test_a_seed_too_large_to_be_kept_is_refused(tmp_path):
    with pytest.raises(Refused, match="A seed is a whole number of at most 18 digits"):
        library(tmp_path).new("brass-kettle", seed=10**20)


def test_files_that_are_none_of_ours_are_left_alone(tmp_path):
    kept(tmp_path)
    (tmp_path / "runs" / "brass kettle (copy).jsonl").write_text("x")
    (tmp_path / "runs" / "nowhere.jsonl").symlink_to(tmp_path / "gone")
    books = library(tmp_path)
    assert books.names() == ["brass-kettle"]
    assert books.newest().name == "brass-kettle"


# ---- What has happened to a file meanwhile


def test_a_run_broken_in_the_middle_goes_on_from_there_in_a_copy(tmp_path):
    path = kept(tmp_path, 6)
    lines = path.read_bytes().split(b"\n")
    lines[4] = b"xyzzy"
    broken = b"\n".join(lines)
    path.write_bytes(broken)
    run = library(tmp_path).open("brass-kettle")
    assert run.notice == (
        "brass-kettle could be played up to here: line 5 of brass-kettle.jsonl cannot be read. "
        "You go on in brass-kettle-2; brass-kettle is kept."
    )
    assert (run.name, len(run.past())) == ("brass-kettle-2", 3)
    assert path.read_bytes() == broken
    walk(run, 1)
    again = library(tmp_path).open("brass-kettle-2")
    assert (len(again.past()), again.notice) == (4, "")


def test_a_broken_run_that_is_only_looked_at_is_not_copied(tmp_path):
    path = kept(tmp_path, 6)
    path.write_bytes(path.read_bytes() + b"xyzzy\n")
    run = library(tmp_path).look("brass-kettle")
    assert (len(run.past()), library(tmp_path).names()) == (6, ["brass-kettle"])
    assert run.notice == (
        "brass-kettle is shown as far as it can be played: line 8 of brass-kettle.jsonl cannot be read."
    )


def test_a_run_broken_twice_is_copied_twice(tmp_path):
    path = kept(tmp_path, 6)
    path.write_bytes(path.read_bytes() + b"xyzzy\n")
    assert [library(tmp_path).open("brass-kettle").name for _ in range(2)] == ["brass-kettle-2", "brass-kettle-3"]


@pytest.mark.parametrize("content", [b"", b"xyzzy\n", b'{"seven-weeks":9}\n', b"\xff\xfe\n"])
def test_a_run_that_does_not_even_begin_is_refused_and_kept(tmp_path, content):
    of_age(kept(tmp_path, 3, "old-lamp"), 60)
    path = kept(tmp_path)
    path.write_bytes(content)
    books = library(tmp_path)
    with pytest.raises(Refused, match=r"^brass-kettle.jsonl .*\. The file is kept\.$"):
        books.open("brass-kettle")
    assert path.read_bytes() == content
    assert books.newest().name == "old-lamp"
    assert [summary.state is None for summary in books.runs()] == [True, False]


def test_an_option_that_has_vanished_costs_the_scene_it_stood_in(tmp_path):
    def days(third: str):
        return story(
            scene("day-1", go("in"), day=1),
            scene("day-2", go("up"), choose("what", option("this"), option(third)), day=2),
            scene("end", told("over")),
        )

    run = library(tmp_path, days("that")).new("brass-kettle")
    for answer in (None, None, "that"):
        run.answer(answer)
    path = tmp_path / "runs" / "brass-kettle.jsonl"
    before = path.read_bytes()
    again = library(tmp_path, days("other")).open("brass-kettle")
    assert "day 2 has changed, and your answer 'that' to “What now?” is no longer open" in again.notice
    assert (again.now().question.id, len(again.past())) == ("up", 1)
    assert path.read_bytes() == before


def test_an_unknown_id_stops_the_replay_and_says_which(tmp_path):
    path = kept(tmp_path, 3)
    path.write_bytes(path.read_bytes() + b'{"scene":"day-99","question":"xyzzy","answer":1}\n')
    run = library(tmp_path).open("brass-kettle")
    assert "a scene that you played, 'day-99', is no longer told" in run.notice


def test_a_copy_of_a_broken_run_keeps_the_guesses_whose_seals_were_broken(tmp_path):
    path = kept(tmp_path, 100)
    first = library(tmp_path).open("brass-kettle").now().state.guess("hour")
    path.write_bytes(path.read_bytes() + b"xyzzy\n")
    forked = library(tmp_path).open("brass-kettle")
    assert dict(forked.journal.header.firsts) == {"hour": first}


@given(st.data())
@settings(deadline=None, max_examples=100)
def test_whatever_happens_to_a_file_it_is_played_or_refused_and_kept(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("home")
    path = kept(folder, data.draw(st.integers(1, 20)))
    good = path.read_bytes()
    at = data.draw(st.integers(0, len(good)))
    noise = data.draw(
        st.binary(max_size=30)
        | st.sampled_from([b"\n", b"{}\n", b'{"back":2}\n', b'{"retold":[{"back":1}]}\n', b"null", b"[", b"-1"])
    )
    over = data.draw(st.booleans())
    damaged = good[:at] + noise + good[at + len(noise) * over :]
    path.write_bytes(damaged)
    books = library(folder)
    books.runs()
    try:
        run = books.open("brass-kettle")
    except Refused as refused:
        assert str(refused).endswith("The file is kept.")
    else:
        assert run.trouble == ""
        walk(run, 1)
        assert run.trouble == ""
    if path.read_bytes() != damaged:  # it was gone on with: only a torn last line was cut off
        assert path.read_bytes().startswith(damaged[: damaged.rfind(b"\n") + 1])


# ---- Folders and disks


def test_where_nothing_can_be_kept_the_play_says_so_and_goes_on(tmp_path):
    (tmp_path / "runs").write_text("a file where the folder should be")
    run = walk(library(tmp_path).new("brass-kettle"), 3)
    assert run.trouble == f"File exists: {tmp_path / 'runs'}"
    assert len(run.past()) == 3
    assert library(tmp_path).names() == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc here to refuse a folder")
def test_where_no_folder_can_be_made_the_play_says_so_and_goes_on():
    run = walk(library(Path("/proc/self/nothing")).new("brass-kettle"), 3)
    assert run.trouble.startswith("No such file or directory: /proc/self/nothing")
    assert len(run.past()) == 3


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 64 KiB, where one may be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    words = [mount or "", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if mount is None or subprocess.run(words, capture_output=True, check=False).returncode != 0:
        pytest.skip("nothing may be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_fills_up_and_is_cleared_again_loses_nothing(small_disk):
    long = story(*(scene(f"scene-{number}", go(f"go-{number}")) for number in range(400)))
    run = walk(library(small_disk, long).new("brass-kettle"), 20)
    ballast = small_disk / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(b"x" * 4096):
            pass
    while not run.trouble:
        walk(run, 1)
    assert run.trouble in ("the disk is full", "No space left on device")
    walk(run, 5)
    assert load(small_disk / "runs" / "brass-kettle.jsonl").entries
    ballast.unlink()
    walk(run, 1)
    assert run.trouble == ""
    assert library(small_disk, long).open("brass-kettle").now() == run.now()


def test_a_second_window_is_told_and_can_play_on_in_a_copy(tmp_path):
    kept(tmp_path, 3)
    here, there = (library(tmp_path).open("brass-kettle") for _ in range(2))
    walk(there, 1)
    walk(here, 2)
    assert "another window is playing this run" in here.trouble
    copy = here.go(here.days()[-1])
    assert (copy.trouble, copy.name) == ("", "brass-kettle-2")
    assert len(library(tmp_path).open("brass-kettle").past()) == 4


def test_runs_says_where_every_run_stands(tmp_path):
    of_age(kept(tmp_path, 100, "tall-stair"), 60)
    of_age(kept(tmp_path, 1, "late-lamp"), 50)
    of_age(kept(tmp_path, 1, "dusty-tap"), 40)
    with (tmp_path / "runs" / "dusty-tap.jsonl").open("ab") as file:
        file.write(b"xyzzy\n")
    found = {summary.name: (summary.day, summary.over, summary.trouble) for summary in library(tmp_path).runs()}
    assert found == {
        "dusty-tap": (1, False, "line 3 of dusty-tap.jsonl cannot be read"),
        "late-lamp": (1, False, ""),
        "tall-stair": (None, True, ""),
    }


# ---- Plays that are over


def test_a_play_is_finished_once_its_last_question_is_answered(tmp_path):
    books = library(tmp_path)
    run = books.new("brass-kettle", seed=5)
    while run.now().question is not None:
        assert list(books.finished()) == []
        run.answer(run.now().question.sample(run.now().state, Random(1)))
    assert list(books.finished()) == ["brass-kettle"]
    run.back()
    assert list(books.finished()) == []


def test_only_plays_of_a_certain_age_are_asked_for(tmp_path):
    of_age(kept(tmp_path, 999), 100)
    books = library(tmp_path)
    assert list(books.finished(before=1_700_000_000 - 100)) == []
    assert list(books.finished(before=1_700_000_000 - 99)) == ["brass-kettle"]


def test_a_play_notices_that_another_was_over_when_it_began_and_a_replay_notices_the_same(tmp_path):
    came_back = story(
        scene("day-1", told("welcome", if_="played_before"), go("on"), day=1), scene("end", told("over"))
    )
    books = library(tmp_path, came_back)
    first = books.new("brass-kettle")
    assert [beat.id for beat in first.now().beats] == []
    unfinished = books.new("iron-door")
    assert not unfinished.journal.header.played_before
    walk(first, 9)
    second = books.new("tall-lamp")
    assert [beat.id for beat in second.now().beats] == ["welcome"]
    walk(second, 9)
    books.delete("brass-kettle")
    again = books.open("tall-lamp")
    assert [beat.id for beat in again.past()[0][0].beats] == ["welcome"]
    assert [beat.id for beat in again.go(1).now().beats] == ["welcome"]
