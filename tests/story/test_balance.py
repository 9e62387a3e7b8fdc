"""The balance of the story that ships: what the weeks take and give, and whether an ending fits the play it ends.

Plays are answered at random, or by somebody who wants one thing above all.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, product
from statistics import mean

import pytest

from game.proof.bots.bot import Bot, Memory
from game.proof.bots.nights import sampled
from game.proof.bots.players import BOTS
from game.proof.bots.playing import Played, play
from game.story.calendar import Cut
from game.story.state import Effects, State
from game.story.story import Story
from tests.stories import shipped_story


def wanting(wish: Callable[[Effects], float]) -> Bot:
    """Somebody who takes what this wish likes best; puzzles are answered at random."""
    return Bot("wanting", "wants one thing", lambda answer, *_: (wish(answer.effects), -answer.place), sampled)


WANTED: dict[str, Bot] = {
    "home": wanting(lambda it: 3 * it.home + it.rest + it.craft),
    "craft": wanting(lambda it: 3 * it.craft + it.home + it.rest),
    "rest": wanting(lambda it: 3 * it.rest + it.home + it.craft),
    "corners": wanting(lambda it: 9 * it.corner + it.rest + it.home),
}


@pytest.fixture(scope="module")
def story() -> Story:
    return shipped_story()


def played(story: Story, seed: int, cut: Cut = "full", bot: Bot = BOTS["random"]) -> Played:
    """One play of the story."""
    found = play(bot, story, cut, seed, Memory())
    assert isinstance(found, Played), found
    return found


@pytest.fixture(scope="module")
def ends(story: Story) -> list[State]:
    """Where sixty plays come to that are answered at random."""
    return [played(story, seed).end for seed in range(60)]


@pytest.mark.parametrize(
    ("wanted", "fitting", "cuts"),
    [
        ("home", {"dinner"}, ["full", "class", "short"]),
        ("craft", {"dark"}, ["full", "class", "short"]),
        ("rest", {"asleep", "door"}, ["full", "class", "short"]),
        ("corners", {"wall"}, ["full"]),  # the other cuts offer too few
    ],
)
def test_who_wants_one_thing_above_all_meets_the_ending_that_goes_with_it(story, wanted, fitting, cuts):
    for seed, cut in product(range(2), cuts):
        assert played(story, seed, cut, WANTED[wanted]).ending in fitting


def test_who_wants_one_thing_above_all_pays_for_it_elsewhere(story):
    assert played(story, 1, bot=WANTED["home"]).end.craft <= 3
    assert played(story, 1, bot=WANTED["craft"]).end.rest <= 1
    assert played(story, 1, bot=WANTED["rest"]).end.home <= 3


def test_even_the_shortest_version_ends_in_more_than_one_way(story):
    assert len({played(story, seed, "demo").ending for seed in range(20)}) >= 2


def test_seven_weeks_take_rest_and_home_and_give_craft_and_use_up_none_of_them(story, ends):
    start = story.spine.start
    assert 2 <= mean(state.rest for state in ends) <= 4 < start.rest
    assert 3 <= mean(state.home for state in ends) <= 6 < start.home
    assert start.craft < 5 <= mean(state.craft for state in ends) <= 8


def test_rest_goes_down_week_by_week_and_not_all_at_once(ends):
    by_week = [mean(state.weeks[week].rest for state in ends) for week in range(7)]
    for before, after in pairwise(by_week):
        assert 0 < before - after < 2
