"""Guesses beside the record, by how sure they were."""

from __future__ import annotations

from game.after.calibration import Level, calibration_in_words, levels, sealed_of
from tests.afterwards import ended, play
from tests.stories import unkept


def test_hits_are_counted_by_confidence():
    run = play(guess=4, sure=5, cause="one")
    found = levels(sealed_of(run.story, run.now().state))
    assert [level for level in found if level.guesses] == [Level(2, 1, 0), Level(5, 1, 1)]
    assert found[4].share == 1.0
    assert found[0].share == 0.0


def test_a_guess_near_enough_is_a_hit_and_one_far_off_is_none():
    near, far = (sealed_of(run.story, run.now().state)[0] for run in (play(guess=5), play(guess=7)))
    assert (near.hit, near.verdict, near.said, near.record) == (True, "hit", "5 hours", "4 hours")
    assert (far.hit, far.verdict) == (False, "miss")


def test_what_is_still_sealed_gives_nothing_away():
    run = unkept(ended())
    run.answer(2)
    run.answer({"guess": 9, "sure": 5})
    (only,) = sealed_of(run.story, run.now().state)
    assert (only.opened, only.verdict, only.record) == (False, "still sealed", "")
    assert sum(level.guesses for level in levels([only])) == 0


def test_a_guess_of_which_nobody_said_how_sure_it_was_stands_in_no_column():
    run = unkept(ended())
    run.answer(2)
    run.answer({"guess": 4})
    (only,) = sealed_of(run.story, run.now().state)
    assert only.said == "4 hours"
    assert sum(level.guesses for level in levels([only._replace(opened=True)])) == 0


def test_it_says_how_often_one_was_sure_and_right():
    found = (Level(1, 2, 1), Level(2, 0, 0), Level(3, 0, 0), Level(4, 3, 1), Level(5, 2, 2))
    assert list(calibration_in_words(found)) == [
        "You were sure 5 times (4 or 5 of 5) and right 3 times.",
        "Confidence 1 of 5: 2 guesses, 1 of them close.",
        "Confidence 4 of 5: 3 guesses, 1 of them close.",
        "Confidence 5 of 5: 2 guesses, 2 of them close.",
    ]


def test_who_was_never_sure_is_told_so_and_who_never_guessed_nothing():
    assert next(calibration_in_words([Level(2, 1, 0)])) == "You were never sure: no guess had 4 or 5 of 5."
    assert list(calibration_in_words([Level(5, 0, 0)])) == []
