"""Plays at random, always the same ones."""

from __future__ import annotations

import pytest

from game.proof.plays import play, typical
from game.story.minutes import SECONDS, WORDS, taken
from tests.stories import choose, every_kind, fix, go, night, option, scene, story, tell, told


def test_screens_end_at_keys_and_runs_at_questions():
    of = story(scene("one", told("a"), go("up"), told("b"), tell("q", "x")), scene("two", told("c")))
    played = play(of, "full", 0)
    assert played.screens == (4 + 2, 4 + 4, 4)
    assert played.runs == (14,)
    assert played.words == 18


def test_its_seconds_are_those_of_words_and_of_what_is_asked():
    played = play(story(scene("one", told("a"), go("up"), told("b"), tell("q", "x"))), "full", 0)
    assert played.seconds == pytest.approx(14 * 60 / WORDS + SECONDS["go"] + SECONDS["tell"])


def test_the_moves_of_a_question_that_stays_are_one_screen():
    played = play(story(scene("one", fix("f"), tell("q", "x"))), "full", 0)
    assert (len(played.screens), len(played.runs)) == (2, 2)


def test_the_night_is_reckoned_apart():
    assert taken(0, night("n").kind) == 0
    assert taken(0, fix("f").kind) == SECONDS["fix"]


def test_a_seed_is_a_play():
    plays = [play(every_kind(), "full", seed) for seed in range(8)]
    assert plays == [play(every_kind(), "full", seed) for seed in range(8)]
    assert len(set(plays)) > 1


def test_typical_is_the_middle_and_of_screens_and_runs_the_worst():
    """One way of answering tells a line of 4 words more, on the second screen."""
    asked = choose("q", option("more", then=[told("t")]), option("less"))
    of = story(scene("one", asked, told("a"), tell("r", "r"), told("b")))
    found = typical(of, "full")
    assert found.words in (2 + 8 + 4, 2 + 12 + 4)
    assert found.screen == 4
    assert found.run == (2 + 12) / 2
