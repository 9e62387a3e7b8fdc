"""The balance of the story that ships: what the weeks take and give, and whether an ending fits the play it ends.

Plays are answered at random, or by somebody who wants one thing above all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise, product
from random import Random
from statistics import mean

import pytest

from game.library import Library
from game.story.calendar import Cut
from game.story.endings import ending_of
from game.story.questions import Answer, Choose, Question, Spend
from game.story.state import Effects, State
from game.story.story import Story
from tests.stories import shipped_story

Wish = Callable[[Effects], float]
"""How much somebody wants what an option comes to."""

WANTED: dict[str, Wish] = {
    "home": lambda it: 3 * it.home + it.rest + it.craft,
    "craft": lambda it: 3 * it.craft + it.home + it.rest,
    "rest": lambda it: 3 * it.rest + it.home + it.craft,
    "corners": lambda it: 9 * it.corner + it.rest + it.home,
}


@pytest.fixture(scope="module")
def story() -> Story:
    return shipped_story()


def answered(question: Question, state: State, rng: Random, wish: Wish | None) -> Answer:
    """What somebody with this wish answers; puzzles and guesses are answered at random."""
    if wish and isinstance(question, Choose):
        open_now = [option for option in question.shown(state) if not option.struck(state)]
        return max(open_now, key=lambda option: wish(option.effects)).id
    if wish and isinstance(question, Spend):
        answer, left = {}, question.total
        for use in sorted(question.shown(state), key=lambda use: wish(use.each), reverse=True):
            answer[use.id] = min(left, question.room(use, state))
            left -= answer[use.id]
        return answer
    return question.sample(state, rng)


def end_of_play(story: Story, seed: int, cut: Cut = "full", wish: Wish | None = None) -> State:
    """Where one play of the story comes to."""
    run = Library(story, None).new("a-play", cut=cut, seed=seed)
    rng = Random(seed)
    while (question := run.now().question) is not None:
        run.answer(answered(question, run.now().state, rng, wish))
    return run.now().state


@pytest.fixture(scope="module")
def ends(story: Story) -> list[State]:
    """Where sixty plays come to that are answered at random."""
    return [end_of_play(story, seed) for seed in range(60)]


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
        ending = ending_of(story, end_of_play(story, seed, cut, WANTED[wanted]))
        assert ending.id in fitting


def test_who_wants_one_thing_above_all_pays_for_it_elsewhere(story):
    assert end_of_play(story, 1, wish=WANTED["home"]).craft <= 3
    assert end_of_play(story, 1, wish=WANTED["craft"]).rest <= 1
    assert end_of_play(story, 1, wish=WANTED["rest"]).home <= 3


def test_no_ending_is_the_one_that_everybody_meets(story, ends):
    met = Counter(ending_of(story, state).id for state in ends)
    assert max(met.values()) <= 0.6 * len(ends)
    assert len(met) >= 4


def test_even_the_shortest_version_ends_in_more_than_one_way(story):
    assert len({ending_of(story, end_of_play(story, seed, "demo")).id for seed in range(20)}) >= 2


def test_seven_weeks_take_rest_and_home_and_give_craft_and_use_up_none_of_them(story, ends):
    start = story.spine.start
    assert 2 <= mean(state.rest for state in ends) <= 4 < start.rest
    assert 3 <= mean(state.home for state in ends) <= 6 < start.home
    assert start.craft < 5 <= mean(state.craft for state in ends) <= 8


def test_rest_goes_down_week_by_week_and_not_all_at_once(ends):
    by_week = [mean(state.weeks[week].rest for state in ends) for week in range(7)]
    for before, after in pairwise(by_week):
        assert 0 < before - after < 2
