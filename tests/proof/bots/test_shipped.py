"""The story that ships, played by everybody: what players at random and players with a wish come to."""

from __future__ import annotations

import pytest

from game.proof.bots.gathered import ALL, Gathered, gather
from game.proof.bots.players import BOTS, bots_named
from game.proof.bots.shown import shown
from game.story.calendar import CUTS, Cut
from game.story.state import LEAST, MOST
from game.story.story import Story
from tests.stories import shipped_story

pytestmark = pytest.mark.prove

PLAYERS = 200


@pytest.fixture(scope="module")
def story() -> Story:
    return shipped_story()


@pytest.fixture(scope="module")
def crowd(story) -> Gathered:
    """Two hundred players who answer at random."""
    found = gather(bots_named(["random"]), story, "full", plays=PLAYERS, first=1)
    print(shown(found))
    return found


def test_two_hundred_players_meet_every_ending_and_none_of_them_too_often(crowd):
    assert crowd.failed == ()
    assert crowd.unmet == []
    assert max(crowd.groups[ALL].endings.values()) <= 0.6 * PLAYERS


@pytest.mark.parametrize("gauge", ["rest", "home", "craft"])
def test_every_gauge_is_used_from_end_to_end_and_comes_to_rest_in_many_places(crowd, gauge):
    group = crowd.groups[ALL]
    assert group.reached[gauge] == (LEAST, MOST)
    assert sum(count > 0 for count in group.gauges[gauge]) >= 9
    assert max(group.gauges[gauge]) < PLAYERS / 2


def test_a_play_has_the_words_and_the_questions_it_is_meant_to_have(crowd):
    group = crowd.groups[ALL]
    print(f"median words {group.words.median:,}, questions {group.asked.median}, answers {group.answers.median}")
    assert 3_500 <= group.words.median <= 5_500
    assert group.asked.median >= 60


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("facts_only", [False, True], ids=["whole", "facts only"])
def test_every_bot_plays_every_cut_to_its_end(story, cut: Cut, facts_only: bool):
    of = story.without_fiction(cut) if facts_only else story
    found = gather(tuple(BOTS.values()), of, cut, plays=60, first=1)
    print(shown(found))
    assert found.failed == ()
    assert len(found.groups) == len(BOTS) + 1
