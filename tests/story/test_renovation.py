"""A tower in the story: its answers are words, and how it stands is a fold of them."""

from __future__ import annotations

from random import Random

import pytest
from msgspec.structs import replace

from game.run import Refused, Run
from game.story.questions.renovation import Site
from game.story.state import State
from game.tower.sitting import Sitting
from tests.stories import ANNEX, fix, go, scene, story, told, unkept

FRESH = State(rest=7, home=5, craft=5)


def at_the_annex() -> Run:
    return unkept(story(scene("day-1", fix("annex"), told("after"), go("on"), day=1), scene("end", told("over"))))


def said(run: Run, *lines: str) -> Run:
    for line in lines:
        run.answer(line)
    return run


def test_every_line_is_an_answer_and_the_question_stays():
    run = said(at_the_annex(), "survey 3", "sound 1A 1B", "undo", "hint")
    moment = run.now()
    assert moment.stays
    assert moment.state.table == ("survey 3", "sound 1A 1B", "undo", "hint")
    sitting = moment.question.sitting(moment.state)
    assert (sitting.night.minute, sitting.hints, sitting.marks.sound) == (10, 1, 0)


def test_it_ends_when_the_tower_is_lit_quickly_or_slowly():
    quick = said(at_the_annex(), "fix 3B", "fix 4C", "switch")
    assert [beat.id for beat in quick.now().beats] == ["annex-quick", "after"]
    assert (quick.now().state.craft, quick.now().state.table) == (6, ())
    assert "cannot be unseen" in quick.can_go_back
    slow = said(at_the_annex(), "fix 3B", "switch", "fix 4C", "switch")
    assert [beat.id for beat in slow.now().beats] == ["annex-slow", "after"]


def test_however_late_it_is_nobody_takes_it_away():
    run = said(at_the_annex(), *["switch"] * 20)
    assert run.now().question.sitting(run.now().state).night.minute == 20 * 65
    assert run.now().stays


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("servey 4", "Did you mean survey?"),
        ("survey 9", "There is no floor 9. Floors run from 1 to 4."),
        ("undo", "There is no mark to take back."),
        ("", "do nothing"),
        (None, "Say it in words, like survey 4."),
        (["survey 1"], "Say it in words, like survey 4."),
        ({"survey": 1}, "Say it in words, like survey 4."),
        (4, "Say it in words, like survey 4."),
    ],
)
def test_what_means_nothing_is_refused_with_a_word_and_changes_nothing(answer, why):
    run = at_the_annex()
    before = run.now()
    with pytest.raises(Refused, match=why):
        run.answer(answer)
    assert run.now() is before


def test_going_back_stops_at_the_first_move():
    run = at_the_annex()
    run.answer("sound 1A")
    with pytest.raises(Refused, match="cannot be unseen"):
        run.back()


def test_how_it_stands_is_what_the_lines_come_to_and_each_line_costs_one_step(monkeypatch):
    steps = []
    after = Sitting.after
    monkeypatch.setattr(Sitting, "after", lambda sitting, words: steps.append(words) or after(sitting, words))
    run, question, lines = at_the_annex(), fix("annex"), [f"sound {flat}" for flat in ("1A", "2B", "3C")] * 30
    said(run, *lines)
    assert len(steps) <= len(lines)
    assert question.sitting(run.now().state) == Site(ANNEX, deadline=False).opened().through(lines)


def test_the_log_has_one_line_of_it():
    question = fix("annex")
    lines = ["survey 3", "sound 1A", "switch", "hint", "fix 3B", "fix 4C"]
    assert question.recount(lines, FRESH) == [
        "115 minutes have gone, after 4 moves with 1 failed throw and 1 hint."
    ]
    assert question.recount([*lines, "switch"], FRESH) == [
        "The tower is lit in 120 minutes, after 5 moves with 1 failed throw and 1 hint."
    ]


def test_a_stroll_lights_it():
    question = fix("annex")
    for seed in range(10):
        run = at_the_annex()
        rng = Random(seed)
        while run.now().question.id == question.id:
            run.answer(run.now().question.sample(run.now().state, rng))
        assert run.now().beats[-1].id == "after"


@pytest.mark.parametrize(
    ("board", "why"),
    [
        ("1-4x3-M-K7Q2M-Y", "whose board has to be drawn; write the board itself: 1-4x3-B-"),
        ("1-4x3-B-SC7R1-2-T", "At least one character of this code is wrong"),
        ("annex", "This is not a code"),
    ],
)
def test_a_board_that_cannot_be_is_the_writer_s_fault(board, why):
    (fault,) = replace(fix("annex"), board=board).faults()
    assert fault.path == ("board",)
    assert why in fault.said.what
