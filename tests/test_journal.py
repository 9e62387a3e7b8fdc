"""The journal on disk: what is written is there, and what is broken costs nothing that stands before it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import journal as journals
from game.journal import FORMAT, SEEDS, BrokenRun, Entry, Header, Journal, Loaded, answers_of, load

words = st.text(max_size=12)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | words,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(words, inside, max_size=3),
    max_leaves=6,
)
given_answers = st.builds(Entry, scene=words, question=words, answer=json_values)
retellings = st.builds(Entry, retold=st.lists(given_answers, max_size=3).map(tuple))
entries = given_answers | st.builds(Entry, back=st.integers(1, 3)) | retellings
quickly = settings(deadline=None, max_examples=60)


def header(name: str = "brass-kettle", seed: int = 7) -> Header:
    return Header(format=FORMAT, name=name, seed=seed, cut="full", story="abc")


def answer(number: int) -> Entry:
    return Entry(scene=f"day-{number}", question=f"q-{number}", answer=number)


def written(folder: Path, *entries: Entry) -> Path:
    """A journal in which these entries were written one by one."""
    journal = Journal(folder / "brass-kettle.jsonl", header())
    for entry in entries:
        journal.append(entry)
    assert journal.trouble == ""
    assert journal.path is not None
    return journal.path


def reopened(path: Path) -> Journal:
    return Journal.reopen(path, load(path))


def numbers(loaded: Loaded) -> list[int]:
    return [entry.answer for entry in loaded.entries]


@quickly
@given(st.lists(entries, min_size=1, max_size=8), st.integers(SEEDS.start, SEEDS.stop - 1))
def test_what_was_written_is_read(tmp_path_factory, entries, seed):
    path = tmp_path_factory.mktemp("runs") / "brass-kettle.jsonl"
    journal = Journal(path, header(seed=seed))
    for entry in entries:
        journal.append(entry)
    loaded = load(path)
    assert loaded.header == header(seed=seed)
    assert list(loaded.entries) == entries
    assert (loaded.trouble, journal.trouble) == ("", "")


def test_a_play_that_has_no_answer_yet_leaves_no_file(tmp_path):
    journal = Journal(tmp_path / "runs" / "brass-kettle.jsonl", header())
    assert not (tmp_path / "runs").exists()
    journal.append(answer(1))
    assert [path.name for path in (tmp_path / "runs").iterdir()] == ["brass-kettle.jsonl"]


def test_a_line_is_on_disk_before_append_returns(tmp_path):
    journal = Journal(tmp_path / "brass-kettle.jsonl", header())
    for number in range(1, 4):
        journal.append(answer(number))
        assert numbers(load(tmp_path / "brass-kettle.jsonl")) == list(range(1, number + 1))


@pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX")
def test_a_run_is_for_its_player_alone(tmp_path):
    assert stat.S_IMODE(written(tmp_path, answer(1)).stat().st_mode) == 0o600


def test_a_run_is_called_as_its_file_is(tmp_path):
    path = written(tmp_path, answer(1)).rename(tmp_path / "tall-stair.jsonl")
    assert load(path).header.name == "tall-stair"


def test_going_back_takes_answers_away_and_not_more_than_there_are():
    one, two, three = map(answer, (1, 2, 3))
    assert answers_of([one, two, Entry(back=1), three]) == [one, three]
    assert answers_of([one, two, Entry(back=2), three]) == [three]
    assert answers_of([one, Entry(back=9), two]) == [two]


def test_a_retelling_stands_for_all_that_came_before_it():
    one, two, three, four = map(answer, (1, 2, 3, 4))
    assert answers_of([one, two, Entry(retold=(three,)), four]) == [three, four]
    assert answers_of([one, Entry(retold=(two, three)), Entry(back=1)]) == [two]
    assert answers_of([one, Entry(retold=())]) == []


# ---- Broken files


@given(st.data())
@quickly
def test_a_torn_last_line_is_dropped_and_nothing_else(tmp_path_factory, data):
    path = written(tmp_path_factory.mktemp("runs"), answer(1), answer(2))
    whole = path.read_bytes()
    written_last = len(whole) - whole.rindex(b"\n", 0, -1) - 1
    path.write_bytes(whole[: -data.draw(st.integers(1, written_last))])
    loaded = load(path)
    assert numbers(loaded) == [1]
    assert loaded.trouble == ""


def test_only_the_next_answer_cuts_a_torn_line_off(tmp_path):
    path = written(tmp_path, answer(1), answer(2))
    torn = path.read_bytes()[:-3]
    path.write_bytes(torn)
    journal = reopened(path)
    assert path.read_bytes() == torn
    journal.append(answer(3))
    assert numbers(load(path)) == [1, 3]
    assert journal.trouble == ""


@pytest.mark.parametrize(
    "garbage",
    [
        b"xyzzy",
        b"",
        b"\x00\xff\xfe",
        b'{"answer": "\xff"}',
        b'{"scene": 3}',
        b'{"scne": "day-2"}',
        b'{"answer":' + b"[" * 5_000,
        b'{"answer": 1e999}',
        b'{"retold": [3]}',
    ],
    ids=["word", "blank", "bytes", "not utf-8", "shape", "unknown key", "nested", "no number", "retold"],
)
def test_a_line_that_cannot_be_read_ends_the_run_there(tmp_path, garbage):
    path = written(tmp_path, answer(1))
    kept = path.read_bytes()
    path.write_bytes(kept + garbage + b"\n" + kept.split(b"\n")[1] + b"\n")
    loaded = load(path)
    assert numbers(loaded) == [1]
    assert loaded.trouble == "line 3 of brass-kettle.jsonl cannot be read"


@given(st.binary(max_size=80))
@quickly
def test_whatever_is_appended_the_answers_before_it_stand(tmp_path_factory, noise):
    path = written(tmp_path_factory.mktemp("runs"), answer(1), answer(2))
    path.write_bytes(path.read_bytes() + noise)
    assert numbers(load(path))[:2] == [1, 2]


@given(st.data())
@quickly
def test_whatever_is_written_over_it_the_lines_before_it_stand(tmp_path_factory, data):
    path = written(tmp_path_factory.mktemp("runs"), answer(1), answer(2), answer(3))
    good = path.read_bytes()
    at = data.draw(st.integers(0, len(good)))
    noise = data.draw(st.binary(min_size=1, max_size=40))
    path.write_bytes(good[:at] + noise + good[at + len(noise) :])
    untouched = good[:at].count(b"\n")
    try:
        loaded = load(path)
    except BrokenRun:
        assert untouched == 0
    else:
        assert numbers(loaded)[: max(0, untouched - 1)] == [1, 2, 3][: max(0, untouched - 1)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "brass-kettle.jsonl is empty"),
        (b"Dear diary,\n", "brass-kettle.jsonl does not begin like a run"),
        (b'{"seven-weeks":1,"name":"bra', "brass-kettle.jsonl does not begin like a run"),
        (b"[" * 5_000 + b"\n", "brass-kettle.jsonl does not begin like a run"),
        (
            b'{"seven-weeks":1,"name":"x","seed":123456789012345678901,"cut":"full","story":""}\n',
            "does not begin like",
        ),
        (
            b'{"seven-weeks":2,"pages":[]}\n',
            "was written by a newer version of the game; update the game to play it",
        ),
    ],
    ids=["empty", "prose", "torn", "nested", "seed", "newer"],
)
def test_a_file_that_does_not_begin_like_a_run_is_none(tmp_path, content, said):
    path = tmp_path / "brass-kettle.jsonl"
    path.write_bytes(content)
    with pytest.raises(BrokenRun) as broken:
        load(path)
    assert said in str(broken.value)
    assert path.read_bytes() == content


def test_a_file_that_is_not_there_or_no_file_or_without_end_is_none(tmp_path, monkeypatch):
    with pytest.raises(BrokenRun, match=r"x\.jsonl cannot be read: No such file"):
        load(tmp_path / "x.jsonl")
    with pytest.raises(BrokenRun, match="cannot be read: Is a directory"):
        load(tmp_path)
    monkeypatch.setattr(journals, "LARGEST", 20)
    with pytest.raises(BrokenRun, match="too large to be a run"):
        load(written(tmp_path, answer(1)))


# ---- Disks that refuse


def full(room: int):
    """An ``os.write`` for a disk with room for so many bytes more."""
    write = os.write

    def write_some(file: int, content: bytes) -> int:
        nonlocal room
        if room == 0 and content:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        count = write(file, content[:room])
        room -= count
        return count

    return write_some


@given(st.integers(0, 400))
@quickly
def test_a_full_disk_is_said_and_nothing_that_was_written_is_lost(tmp_path_factory, room):
    path = tmp_path_factory.mktemp("runs") / "brass-kettle.jsonl"
    journal = Journal(path, header())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", full(room))
        saved = 0
        for number in range(1, 8):
            journal.append(answer(number))
            saved += not journal.trouble
        if saved < 7:
            assert journal.trouble in ("the disk is full", "No space left on device")
    try:
        assert numbers(load(path))[:saved] == list(range(1, saved + 1))
    except BrokenRun:
        assert saved == 0
    journal.append(answer(8))
    assert journal.trouble == ""
    assert numbers(load(path)) == list(range(1, 9))


def test_a_read_only_disk_is_said_with_the_file_and_play_goes_on(tmp_path, monkeypatch):
    journal = Journal(tmp_path / "brass-kettle.jsonl", header())

    def refuse(path, flags, mode=0o777):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        journal.append(answer(1))
        assert journal.trouble == f"Read-only file system: {tmp_path / 'brass-kettle.jsonl'}"
    journal.append(answer(2))
    assert journal.trouble == ""
    assert numbers(load(tmp_path / "brass-kettle.jsonl")) == [1, 2]


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "runs").write_text("a file where the folder should be")
    journal = Journal(tmp_path / "runs" / "deep" / "brass-kettle.jsonl", header())
    journal.append(answer(1))
    assert journal.trouble == f"Not a directory: {tmp_path / 'runs' / 'deep'}"


def test_a_second_window_on_the_same_run_does_not_mix_into_it(tmp_path):
    path = written(tmp_path, answer(1))
    here, there = reopened(path), reopened(path)
    there.append(answer(2))
    here.append(answer(3))
    assert here.trouble == "another window is playing this run; start a new one there or here"
    there.append(answer(4))
    assert numbers(load(path)) == [1, 2, 4]


def test_two_windows_that_take_the_same_name_do_not_mix(tmp_path):
    here, there = (Journal(tmp_path / "brass-kettle.jsonl", header()) for _ in range(2))
    there.append(answer(1))
    here.append(answer(2))
    assert here.trouble == "another window took this name meanwhile; start a new run"
    assert numbers(load(tmp_path / "brass-kettle.jsonl")) == [1]


def test_a_run_deleted_while_it_is_played_stays_deleted(tmp_path):
    path = written(tmp_path, answer(1))
    journal = reopened(path)
    path.unlink()
    journal.append(answer(2))
    assert journal.trouble == "this run was deleted meanwhile; start a new one"
    assert not path.exists()


# ---- Forks


def test_a_fork_takes_the_first_free_name_and_leaves_the_run_as_it_was(tmp_path):
    path = written(tmp_path, answer(1), answer(2))
    before = path.read_bytes()
    journal = reopened(path)
    assert journal.free_name() == "brass-kettle-2"
    forked = journal.fork(header(name="brass-kettle-2"), [answer(1)])
    assert forked.free_name() == "brass-kettle-3"
    assert journal.free_name() == "brass-kettle-3"
    assert numbers(load(tmp_path / "brass-kettle-2.jsonl")) == [1]
    assert path.read_bytes() == before


def test_a_fork_of_a_play_that_is_not_kept_is_not_kept_either():
    journal = Journal(None, header())
    assert journal.fork(header(name=journal.free_name()), [answer(1)]).path is None
