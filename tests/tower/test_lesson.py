"""The lesson: nine lines to a lit tower, and nothing that can go wrong on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.tower.codes import read
from game.tower.crew import par
from game.tower.exact import Exact
from game.tower.lesson import CODE, STEPS, Lesson
from game.tower.longform import Drawing
from game.tower.moves import Breaker, Fill, Fix, Open, Survey, Switch
from game.tower.spoken import Unclear, move_of


def up_to(words: str) -> Lesson:
    """The lesson when it waits for these words."""
    lesson = Lesson.begin()
    while lesson.step.words != words:
        lesson = lesson.after(lesson.step.words)
    return lesson


def test_it_takes_at_most_twelve_lines_and_teaches_every_move():
    building = Lesson.begin().sitting.night.building
    moves = {type(move_of(building, step.words)) for step in STEPS if not step.marks}
    assert moves == {Survey, Fill, Breaker, Open, Fix, Switch}
    assert len(STEPS) <= 12


def test_the_words_it_waits_for_light_the_tower_without_a_failed_throw():
    lesson = Lesson.begin()
    while not lesson.over:
        lesson = lesson.after(lesson.step.words)
    assert lesson.sitting.night.lit
    assert lesson.sitting.night.failed_throws == 0


def test_who_is_taught_so_is_as_quick_as_the_reference_crew():
    lesson = up_to("switch").after("switch")
    drawing = read(CODE)
    assert isinstance(drawing, Drawing)
    assert lesson.sitting.night.minute <= par(drawing.night).minute


@pytest.mark.parametrize(
    ("words", "sound", "faulty"),
    [("sound 4A 4C", "4A 4C", "4B"), ("fix 4B", "", "4B"), ("fix 3C", "", "3C"), ("switch", "", "4B 3C")],
)
def test_what_it_says_follows_from_the_readings_it_has_had(words: str, sound: str, faulty: str):
    known = up_to(words).sitting.known
    exact = Exact(known)
    assert not known.building.mask(sound) & ~exact.certain_sound
    assert not known.building.mask(faulty) & ~exact.certain_faulty


def test_two_suspects_are_left_when_a_door_is_to_be_opened():
    known = up_to("open 2C").sitting.known
    assert Exact(known).uncertain == known.building.mask("2C 3C")


def test_before_the_switch_nothing_is_uncertain():
    assert up_to("switch").sitting.go == 1


def test_flats_may_be_marked_one_by_one():
    lesson = up_to("sound 4A 4C")
    half = lesson.after("sound 4c")
    assert half.at == lesson.at
    assert half.after("sound 4A").at == lesson.at + 1


@pytest.mark.parametrize("words", ["faulty 4A", "sound 3C", "clear", "fill C", "switch", "hint"])
def test_another_move_or_mark_is_answered_with_what_is_to_be_done(words: str):
    lesson = up_to("sound 4A 4C")
    with pytest.raises(Unclear) as told:
        lesson.after(words)
    assert str(told.value) == lesson.step.otherwise


def test_words_that_mean_nothing_are_answered_as_in_any_night():
    with pytest.raises(Unclear, match="There is no floor 9"):
        Lesson.begin().after("survey 9")


def test_once_it_is_over_nothing_more_is_taken():
    with pytest.raises(Unclear):
        up_to("switch").after("switch").after("sound 1A")


@given(
    st.lists(st.sampled_from(["survey 4", "fill B", "sound 4A", "undo", "switch", "hint", "fix 1A", "redo", "?"]))
)
def test_whatever_is_tried_the_lesson_can_be_ended(tried: list[str]):
    lesson = Lesson.begin()
    for words in tried:
        try:
            lesson = lesson.after(words)
        except Unclear:
            continue
    while not lesson.over:
        lesson = lesson.after(lesson.step.words)
    assert lesson.sitting.night.won
