"""Endings: the first whose condition is met is shown, and every play has one."""

from __future__ import annotations

import pytest

from game.story.endings import ending_of
from tests.afterwards import ended, play
from tests.stories import evenings, unkept, walk


@pytest.mark.parametrize(("evening", "ending"), [("late", "lamp"), ("home", "stairs")])
def test_the_first_ending_whose_condition_is_met_is_shown(evening: str, ending: str):
    run = play(evenings=evening)
    found = ending_of(run.story, run.now().state)
    assert found is not None
    assert found.id == ending


def test_whatever_was_played_there_is_an_ending():
    for seed in range(40):
        run = walk(unkept(ended(), seed=seed), 999, seed)
        assert ending_of(run.story, run.now().state) in run.story.spine.endings


def test_a_story_without_endings_has_none():
    run = walk(unkept(evenings(3)), 99)
    assert ending_of(run.story, run.now().state) is None
