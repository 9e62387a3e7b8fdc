"""The story that ships, walked through: no play of it is outside of the walk."""

from __future__ import annotations

from collections import defaultdict
from random import Random
from time import process_time

import pytest

from game.proof.galley import Galley
from game.proof.leg import At
from game.proof.reach import RULES, unread_flag
from game.proof.walk.diagram import Region
from game.proof.walk.walk import Walk
from game.script import shipped
from game.story.calendar import CUTS, Cut
from game.story.condition import PLAYED_BEFORE
from game.story.fold import first_moment, next_moment
from game.story.state import State
from game.story.story import Story
from game.story.whole import read_whole
from tests.proof.walk.plays import merged
from tests.stories import shipped_story


@pytest.fixture(scope="module")
def story() -> Story:
    return shipped_story()


def asked(of: Story, cut: Cut, plays: int) -> dict[At, list[State]]:
    """Where what is asked in which states, in some plays that are answered at random."""
    found = defaultdict(list)
    for seed in range(plays):
        rng = Random(seed)
        moment = first_moment(of, cut, flags=frozenset({PLAYED_BEFORE} if seed % 2 else ()))
        while moment.question is not None:
            if not moment.stays:
                found[At(moment.index, moment.step)].append(moment.state)
            moment = next_moment(of, cut, moment, moment.question.sample(moment.state, rng))
    return found


def hold(of: Story, cut: Cut, plays: int) -> Walk:
    """Hold plays against the walk of a cut."""
    waiting, walk = asked(of, cut, plays), Walk(of, cut)

    def look(at: At, region: Region) -> None:
        whole = merged(walk, at, region)
        for state in waiting.pop(at, ()):
            assert not walk.space.diagrams.minus(merged(walk, at, walk.space.point(state)), whole)

    walk.go(look)
    assert not waiting
    return walk


def test_plays_of_the_shortest_cuts_are_on_their_walks(story):
    for cut, plays in (("short", 2), ("demo", 3)):
        assert hold(story, cut, plays).stuck == []


@pytest.mark.prove
@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("facts_only", [False, True])
def test_plays_of_every_cut_are_on_its_walk(story, cut, facts_only):
    of = story.without_fiction(cut) if facts_only else story
    walk = hold(of, cut, 40)
    begun = process_time()
    Walk(of, cut).go()
    seconds = process_time() - begun
    print(
        f"{cut}{', facts only' * facts_only}: {walk.states:,} states, {walk.transitions:,} transitions, ", end=""
    )
    print(f"{walk.questions} questions in {seconds:.2f} s: {walk.transitions / seconds:,.0f} transitions a second")


@pytest.mark.prove
def test_nothing_in_it_is_out_of_reach_and_nothing_left_unproved():
    galley = Galley(shipped(), read_whole(shipped()))
    assert not [problem for rule in RULES if rule is not unread_flag for problem in rule.search(galley)]
