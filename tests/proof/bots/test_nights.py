"""How bots spend a night: who throws the switch when."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from game.proof.bots.nights import hasty, sampled, thorough
from game.story.fold import first_moment, next_moment
from tests.stories import fix, night, scene, story

TOWERS = {
    "fix": story(scene("one", fix("f"))),
    "night": story(scene("one", night("n"), day=49)),
}


def lines(nightly, tower: str, seed: int) -> Iterator[str]:
    """What is said at a tower until it is lit, or finished."""
    of, rng = TOWERS[tower], Random(seed)
    moment = first_moment(of, "full")
    while moment.question is not None:
        at_the_tower = moment.question.kind == tower
        answer = (
            nightly(moment.question, moment.state, rng)
            if at_the_tower
            else moment.question.sample(moment.state, rng)
        )
        if at_the_tower:
            yield answer
        moment = next_moment(of, "full", moment, answer)


def moves(nightly, tower: str, seed: int) -> list[str]:
    return [line for line in lines(nightly, tower, seed) if not line.startswith("board")]


@pytest.mark.parametrize("tower", TOWERS)
def test_the_hasty_one_throws_first_and_looks_when_it_is_dark(tower):
    for seed in range(4):
        said = moves(hasty, tower, seed)
        assert said[0] == "switch"
        if len(said) > 1:
            assert said[1] != "switch"


@pytest.mark.parametrize("tower", TOWERS)
def test_the_thorough_one_counts_floors_and_throws_once_when_it_is_sure(tower):
    for seed in range(4):
        said = moves(thorough, tower, seed)
        assert said[0].startswith("survey")
        assert said.count("switch") <= 1
        assert "switch" not in said[:-1]


def test_the_first_word_of_a_night_is_its_board_whoever_plays_it():
    for nightly in (sampled, hasty, thorough):
        assert next(lines(nightly, "night", 1)).startswith("board 1-7x7-")
