"""The balance of the story that ships: what the weeks take and give, and whether an ending fits the play it ends.

Plays are answered at random, or by somebody who wants one thing above all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random
from statistics import mean

import pytest

from game.library import Library
from game.script import open_story, shipped
from game.story.calendar import Cut
from game.story.endings import ending_of
from game.story.questions import Answer, Choose, Question, Spend
from game.story.state import Effects, State
from game.story.story import Story

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
    return open_story(shipped())


def answered(question: Question, state: State, rng: Random, wish: Wish | None) -> Answer:
    """What somebody with this wish answers; what gives nothing to wish for is answered at random."""
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
