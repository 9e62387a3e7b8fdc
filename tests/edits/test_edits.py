"""Saves survive edits: whatever a writer does to a script, an answer is kept under its id, or the play says so."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st

from game.journal import ENDING, Entry, answers_of, load
from game.library import Library
from game.run import Run
from game.story.problems import BrokenScript
from game.story.story import Story
from tests.edits.edits import EDITS, story
from tests.edits.script import Edit

PLAY = [
    "hello",
    None,
    {"guess": 5, "sure": 2},
    {"desk": 1, "sofa": 2},
    None,
    ["review", "branch"],
    None,
    "meter",
    "fuse",
    "label",
    None,
    4,
    None,
]
"""A play of all days; the last door is not gone through."""
NAME = "brass-kettle"


@pytest.fixture(scope="module")
def whole_play(tmp_path_factory) -> Path:
    """The file of a play of the script as it was."""
    folder = tmp_path_factory.mktemp("runs")
    run = Library(story(), folder).new(NAME, seed=1)
    for answer in PLAY:
        run.answer(answer)
    return folder / (NAME + ENDING)


@pytest.mark.parametrize("edit", EDITS.values(), ids=lambda edit: edit.name)
def test_a_play_goes_on_after_an_edit_or_says_why_not(edit: Edit, whole_play: Path, tmp_path: Path):
    shutil.copy(whole_play, tmp_path)
    run = Library(story(edit.name), tmp_path).open(NAME)
    held = given_in(answers_of(load(whole_play).entries))
    if edit.stops:
        question, why = edit.stops
        assert run.notice == f"{NAME} could be played up to here: {why}. You go on in {NAME}-2; {NAME} is kept."
        assert (run.now().begins, run.now().question.id) == (True, question)
    else:
        assert run.notice == edit.told
        assert given_in(run.entries) == sorted([*in_ids_after(held, edit), *edit.new.items()], key=_question)
    assert (tmp_path / whole_play.name).read_bytes() == whole_play.read_bytes()


# ---- Any edits, any play


def given_in(entries: list[Entry]) -> list[tuple[str, object]]:
    """What was answered to questions that are no doors, each with its question; those of one in their order."""
    found = [(entry.question, entry.answer) for entry in entries if entry.answer is not None]
    return sorted(found, key=_question)


def _question(given: tuple[str, object]) -> str:
    return given[0]


def in_ids_after(given: list[tuple[str, object]], *edits: Edit) -> list[tuple[str, object]]:
    """The same in the ids that there are after some edits, without what these have taken away."""
    now = {old: new for edit in edits for old, new in edit.now.items()}
    gone = {name for edit in edits for name in edit.gone}

    def named(question: str, answer: object) -> object:
        match answer:
            case str():
                return now.get(f"{question}/{answer}", answer)
            case list():
                return [named(question, each) for each in answer]
            case dict():
                return {now.get(f"{question}/{key}", key): value for key, value in answer.items()}
        return answer

    found = [(now.get(name, name), named(name, answer)) for name, answer in given if name not in gone]
    return sorted(found, key=_question)


def edited(names: tuple[str, ...]) -> Story:
    """The script after edits that go together: each fits what those before it have left, and all can be read."""
    try:
        return story(*names)
    except (KeyError, BrokenScript):
        reject()


def played(run: Run, moves: list[bool], rng: Random) -> Run:
    """Answer at random; where a move says so, go back if one can."""
    for back in moves:
        if back and not run.can_go_back:
            run.back()
        elif (question := run.now().question) is not None:
            run.answer(question.sample(run.now().state, rng))
    return run


def hold_to_their_ids(names: tuple[str, ...], moves: list[bool], rng: Random, cut: str, folder: Path) -> None:
    path = folder / (NAME + ENDING)
    books = Library(story(), folder)
    began = played(books.new(NAME, seed=1, cut=cut), moves, rng)
    assume(path.exists())
    before = path.read_bytes()
    done = [EDITS[name] for name in names]
    held = in_ids_after(given_in(began.entries), *done)

    books = Library(edited(names), folder)
    run = books.open(NAME)
    new = [each for edit in done for each in edit.new.items()]
    told = [each for each in given_in(run.entries) if each not in new]
    if run.name != NAME:
        left = list(held)
        for each in told:
            left.remove(each)  # an answer that is held under its id, and each of them once
        assert run.now().begins or not run.past()
        assert run.notice.startswith(f"{NAME} could be played up to here: ")
    else:
        assert told == held
        assert bool(run.notice) == (len(told) < len(given_in(run.entries)))
    assert path.read_bytes() == before

    played(run, moves[:4], rng)
    again = books.open(run.name)
    written = run.name != NAME or path.read_bytes() != before
    assert (again.notice, again.name) == ("" if written else run.notice, run.name)
    assert (again.now(), again.entries) == (run.now(), run.entries)
    assert path.read_bytes().startswith(before)
    assert [summary.trouble for summary in books.runs() if summary.name == run.name] == [""]


moves = st.lists(st.sampled_from([False, False, False, False, True]), min_size=1, max_size=24)
cuts = st.sampled_from(["full", "short"])


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(list(EDITS)), moves, st.integers(0, 99), cuts)
def test_no_answer_is_ever_given_to_another_question(tmp_path_factory, edit, moves, seed, cut):
    hold_to_their_ids((edit,), moves, Random(seed), cut, tmp_path_factory.mktemp("runs"))


@pytest.mark.prove
@settings(deadline=None, max_examples=1_000, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.lists(st.sampled_from(list(EDITS)), max_size=4, unique=True), moves, st.integers(0, 99), cuts)
def test_nor_after_several_edits(tmp_path_factory, edits, moves, seed, cut):
    hold_to_their_ids(tuple(edits), moves, Random(seed), cut, tmp_path_factory.mktemp("runs"))
