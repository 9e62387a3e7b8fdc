"""Plays of every released version, opened by the script of today: how far each comes, and what it says then.

An edit of the script that stops one of them is seen here. Where that is meant, it is entered in ``STOPS``.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from game.journal import Entry, answers_of, load
from game.library import Library
from game.script import shipped
from game.story.lock import lock_of
from tests.stories import shipped_story

HERE = Path(__file__).parent
JOURNALS = sorted(HERE.glob("*/*.jsonl"))
GONE = "{where} has changed, and '{question}', which you answered, is no longer asked there"
STAIRS = "“Take the stairs”"
ENVELOPE = GONE.format(where=STAIRS, question="env-first-day")
MADE_UP = GONE.format(where=STAIRS, question="p-made-up")
STOPS = {
    "0.1.0/class": (0, ENVELOPE),
    "0.1.0/short": (0, ENVELOPE),
    "0.1.0/demo": (0, MADE_UP),
    "0.2.0/demo": (0, MADE_UP),
    "0.2.0/demo-facts-only": (0, MADE_UP),
    "0.2.0/short": (16, GONE.format(where="day 26", question="d26-open")),
    "0.2.0/class-facts-only": (15, GONE.format(where="day 28", question="d28-bet")),
    "0.2.0/facts-only": (
        21,
        "day 14 has changed, and “How much of that did French-Owen sleep?” now comes before what you have played",
    ),
    "0.2.0/short-facts-only": (
        22,
        "day 39 has changed, and “The skyscraper in the articles is a picture. Of what?” now comes before what "
        "you have played",
    ),
}
"""How many answers are kept of the plays that stop, and why they do."""
COUNTS: dict[str, str] = {"p-way": "whole"}
"""What plays count as having answered to a choice that came later than they did: its ``unasked``."""


def called(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.fixture(scope="module")
def story():
    return shipped_story()


def given(entries: list[Entry]) -> dict[str, list[object]]:
    """What was answered to every question that is no door, in order."""
    found = defaultdict(list)
    for entry in entries:
        if entry.answer is not None:
            found[entry.question].append(entry.answer)
    return found


@pytest.mark.parametrize("path", JOURNALS, ids=called)
def test_it_is_played_as_far_as_is_known_and_with_its_own_answers(path, story, tmp_path):
    shutil.copy(path, tmp_path)
    run = Library(story, tmp_path).open(path.stem)
    held, told = given(answers_of(load(path).entries)), given(run.entries)
    new = {question: told.pop(question) for question in told.keys() & COUNTS.keys() - held.keys()}
    assert new == {question: [COUNTS[question]] for question in new}
    assert run.notice.count("you count as having said") == len(new)
    if stop := STOPS.get(called(path)):
        kept, why = stop
        assert run.notice.startswith(f"{path.stem} could be played up to here: {why}. You go on in {run.name}; ")
        assert (len(run.past()), run.now().begins) == (kept, True)
        assert all(answers == held[question] for question, answers in told.items())
    else:
        assert run.name == path.stem, run.notice
        assert told == held
    assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_there_are_plays_of_every_released_version():
    assert {path.parent.name for path in JOURNALS} >= {"0.1.0", "0.2.0", "0.3.0", "0.4.0"}


def test_whatever_they_hold_is_in_the_lock():
    locked = set(lock_of(shipped()).splitlines())
    for path in JOURNALS:
        for entry in load(path).entries:
            if not entry.back:
                assert f"scene {entry.scene}" in locked
                assert entry.answer is None or f"question {entry.question}" in locked
