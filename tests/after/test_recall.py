"""The recall: asked days later, kept beside the play, which stays as it was."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from game.after.recall import DAY, Recalled, chosen, due, keep, label_of, recall_of, recalled, sittings, summed_up
from game.library import Library
from game.run import Refused, Run
from tests.afterwards import ended, play
from tests.stories import evenings, walk

LONG_AGO = 1_700_000_000
MAY = dt.date(2025, 5, 23)


def library(folder: Path) -> Library:
    """A library with one play that was over long ago."""
    books = Library(ended(), folder)
    play(books.new("brass-kettle"))
    os.utime(folder / "brass-kettle.jsonl", (LONG_AGO, LONG_AGO))
    return books


def answered(hour: int = 4, cause: str = "all") -> Run:
    run = recall_of(ended())
    run.answer({"guess": hour, "sure": 3})
    run.answer({"guess": cause, "sure": 5})
    return run


def test_it_tells_the_answer_after_each_question():
    run = recall_of(ended())
    assert (run.now().question.id, run.now().beats) == ("rc-hour", ())
    moment = run.answer({"guess": 9, "sure": 1})
    assert [beat.id for beat in moment.beats] == ["rc-hour-told"]
    assert moment.opened["rc-hour-told"].close is False


def test_it_counts_what_was_remembered():
    assert [each.right for each in recalled(answered())] == [True, True]
    assert [each.right for each in recalled(answered(hour=9))] == [False, True]
    assert isinstance(recalled(answered())[0], Recalled)
    assert summed_up(answered(hour=9), []) == ["You remembered 1 of 2."]


def test_it_is_kept_beside_the_play_and_the_play_stays_as_it_was(tmp_path: Path):
    books = library(tmp_path)
    before = (tmp_path / "brass-kettle.jsonl").read_bytes()
    assert keep(books.recalls("brass-kettle"), answered(), MAY) == ""
    assert keep(books.recalls("brass-kettle"), answered(hour=9), MAY) == ""
    first, second = sittings(books.recalls("brass-kettle"))
    assert (first.on, first.right, second.remembered) == (MAY, 2, {"rc-hour": False, "rc-cause": True})
    assert (tmp_path / "brass-kettle.jsonl").read_bytes() == before
    assert books.names() == ["brass-kettle"]
    assert books.open("brass-kettle").now().question is None


def test_the_last_time_is_told_beside_this_time(tmp_path: Path):
    path = library(tmp_path).recalls("brass-kettle")
    keep(path, answered(hour=9), MAY)
    assert summed_up(answered(), sittings(path)) == [
        "You remembered 2 of 2.",
        "Last time, on 23 May 2025, it was 1 of 2.",
    ]


def test_lines_that_cannot_be_read_are_passed_over(tmp_path: Path):
    path = tmp_path / "brass-kettle.recall.jsonl"
    keep(path, answered(), MAY)
    path.write_bytes(b"\xff\n[]\n{}\n" + path.read_bytes() + b'{"on":"20')
    assert [sitting.right for sitting in sittings(path)] == [2]


def test_a_disk_that_refuses_ends_no_recall(tmp_path: Path):
    assert "could not be written down" in keep(tmp_path / "nowhere" / "x.recall.jsonl", answered(), MAY)


def test_deleting_a_play_deletes_its_recalls(tmp_path: Path):
    books = library(tmp_path)
    keep(books.recalls("brass-kettle"), answered(), MAY)
    books.delete("brass-kettle")
    assert list(tmp_path.iterdir()) == []


def test_it_is_due_a_day_after_the_end_until_it_was_asked(tmp_path: Path):
    books = library(tmp_path)
    assert due(books, LONG_AGO + DAY - 1) == ""
    assert due(books, LONG_AGO + DAY + 1) == "brass-kettle"
    keep(books.recalls("brass-kettle"), answered(), MAY)
    assert due(books, LONG_AGO + DAY + 1) == ""


def test_a_play_under_way_is_never_due(tmp_path: Path):
    books = Library(ended(), tmp_path)
    books.new("brass-kettle").answer(2)
    os.utime(tmp_path / "brass-kettle.jsonl", (LONG_AGO, LONG_AGO))
    assert due(books, LONG_AGO + 9 * DAY) == ""
    with pytest.raises(Refused, match="brass-kettle has not come to its end yet"):
        chosen(books, "brass-kettle")
    with pytest.raises(Refused, match="No play has come to its end yet"):
        chosen(books)


def test_without_a_name_it_is_about_the_play_that_was_over_last(tmp_path: Path):
    books = library(tmp_path)
    play(books.new("iron-door"))
    assert chosen(books) == "iron-door"
    assert chosen(books, "brass-kettle") == "brass-kettle"
    with pytest.raises(Refused, match="There is no run called 'tin-cup'"):
        chosen(books, "tin-cup")


def test_a_story_without_a_recall_has_none(tmp_path: Path):
    assert label_of(evenings(2)) == ""
    assert label_of(ended()) == "two questions"
    with pytest.raises(Refused, match="has no recall"):
        recall_of(evenings(2))
    books = Library(evenings(2), tmp_path)
    walk(books.new("brass-kettle"), 9)
    os.utime(tmp_path / "brass-kettle.jsonl", (LONG_AGO, LONG_AGO))
    assert list(books.finished()) == ["brass-kettle"]
    assert due(books, LONG_AGO + 9 * DAY) == ""
