"""What a cut can come to: nothing that no play of it can be told or answer."""

from __future__ import annotations

from game.proof.bots.scope import scope_of
from tests.stories import choose, find, go, option, scene, spend, story, told

LATER = scene(
    "two",
    told("hasty-line", if_="hasty"),
    choose("r", option("brag", if_="hasty", then=[told("bragged")]), option("sleep")),
    go("off"),
    day=2,
)


def first(*cuts: str) -> object:
    question = choose("q", option("run", set=("hasty",), then=[told("ran")]), option("walk"))
    return scene("one", told("a"), question, day=1, montage=(told("passed"),), **({"cuts": cuts} if cuts else {}))


def test_what_is_set_on_the_way_can_be_met_later():
    scope = scope_of(story(first(), LATER, flags=("hasty",)), "full")
    assert scope.lines == ("a", "ran", "hasty-line", "bragged")
    assert scope.answers == ("q: run", "q: walk", "r: brag", "r: sleep")


def test_a_cut_that_passes_the_day_tells_its_montage_and_nothing_that_rests_on_it():
    scope = scope_of(story(first("full"), LATER, flags=("hasty",)), "demo")
    assert scope.lines == ("passed",)
    assert scope.answers == ("r: sleep",)


def test_the_moves_of_a_find_and_the_uses_of_a_spend_count_as_answers():
    scope = scope_of(story(scene("one", find("f"), spend("s"))), "full")
    assert scope.answers == ("f: meter", "f: lamp", "f: fuse", "f: wire", "s: desk", "s: sofa", "s: home")


def test_the_gallery_is_walked_through_though_its_words_are_not_counted():
    assert scope_of(story(scene("gallery", told("frame"), go("out"))), "full").lines == ("frame",)
