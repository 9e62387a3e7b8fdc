"""The walk: it comes to the very states that all plays come to, and to nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from game.proof.leg import At
from game.proof.walk.diagram import Region
from game.proof.walk.walk import Walk
from game.story.calendar import Cut
from game.story.model import conditions_in
from game.story.story import Story
from tests.proof.walk.plays import Played, stories


class Watched(Walk):
    """A walk that remembers in which states what is asked."""

    def __init__(self, of: Story, cut: Cut) -> None:
        self.asked: dict[At, Region] = {}
        super().__init__(of, cut, lambda at, region: self.asked.update({at: self.seen(at, region)}))

    def seen(self, at: At, region: Region) -> Region:
        """A region as far as the question and all that follows can tell it apart."""
        later = self.reads.later[at]
        asks = {each for _, each in conditions_in(self.story.scene(at.scene).beats[at.step])}
        return self.space.merged(region, later._replace(conditions=later.conditions | asks))


def compare(of: Story, cut: Cut) -> None:
    played, walk = Played(of, cut), Watched(of, cut)
    assert walk.asked.keys() == played.asked.keys()
    for at, states in played.asked.items():
        points = [walk.seen(at, walk.space.point(state)) for state in states]
        assert walk.asked[at] is walk.space.diagrams.union_of(points)
    assert {each for each in walk.reached if each[0] != "scene"} == played.reached
    assert {each.at for each in walk.stuck} == played.stuck


@settings(max_examples=25, deadline=None)
@given(stories())
def test_it_comes_to_what_all_plays_of_a_story_come_to(of):
    compare(of, "full")


@pytest.mark.prove
@settings(max_examples=3_000, deadline=None)
@given(stories())
def test_it_comes_to_what_all_plays_of_many_stories_come_to(of):
    for cut in ("full", "demo"):
        compare(of, cut)
        compare(of.without_fiction(cut), cut)
