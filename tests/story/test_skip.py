"""Days that nobody tells: others have built them, and the tower is whole."""

from __future__ import annotations

from random import Random

import pytest

from game.run import Refused, Run
from game.story.questions.skip import MOST_CORNERS
from game.story.state import Room
from game.telling import Aside, telling
from tests.stories import choose, go, option, scene, skip, story, told, unkept


def two_days_and_a_gap() -> Run:
    first = scene("day-1", choose("first", option("hasty", corner=True), option("home")), day=1)
    second = scene("day-2", choose("second", option("late", late=True), option("quick", corner=True)), day=2)
    last = scene("day-49", told("up"), go("on"), day=49)
    run = unkept(story(first, second, scene("next", skip("past", 48)), last, scene("end", told("over"))))
    run.answer("hasty")
    run.answer("late")
    return run


def test_the_days_are_built_and_the_story_goes_on_after_them():
    run = two_days_and_a_gap()
    run.answer(run.now().question.drawn(run.now().state, run.seed))
    state = run.now().state
    assert (run.now().scene.day, len(state.rooms), len(state.weeks)) == (49, 48, 7)
    assert all(Room(room) & Room.BUILT for room in state.rooms)
    assert state.rooms[:2] == (Room.BUILT | Room.CORNER, Room.BUILT | Room.LATE)
    assert run.days() == [1, 2, 49]


def test_what_others_build_comes_from_the_seed_with_at_most_twelve_corners():
    run = two_days_and_a_gap()
    question, state = run.now().question, run.now().state
    assert question.drawn(state, 3) == question.drawn(state, 3)
    for seed in range(50):
        built = question.settle(question.drawn(state, seed), state).state
        assert 1 < built.corners <= MOST_CORNERS
        assert 2 < built.late_nights < 40


def test_going_back_asks_the_door_again():
    run = two_days_and_a_gap()
    run.answer(run.now().question.sample(run.now().state, Random(1)))
    assert run.back().question.id == "past"
    assert len(run.now().state.rooms) == 2


@pytest.mark.parametrize("answer", [None, [], [1] * 45, [1] * 47, [1] * 45 + [2], [True] * 46, ["1"] * 46, 46])
def test_rooms_that_cannot_be_are_refused(answer):
    with pytest.raises(Refused, match="cannot have been built like that"):
        two_days_and_a_gap().answer(answer)


def test_the_days_are_told_in_one_sentence():
    run = two_days_and_a_gap()
    before = run.now()
    following = run.answer([1] * 40 + [3, 5, 7] * 2)
    lines = [piece.text for piece in telling(following, before) if isinstance(piece, Aside)]
    assert lines == ["Days 3 to 48 close, 4 windows lit and 4 hatched."]
