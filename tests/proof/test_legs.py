"""Legs: they go where the fold goes, and no play is longer, shorter or fuller than they say."""

from __future__ import annotations

from random import Random

import pytest

from game.proof.leg import Leg
from game.proof.legs import UNCOUNTED, Legs, span_of
from game.proof.measures import longest_run, longest_screen, opening
from game.proof.plays import play
from game.story.calendar import CUTS
from game.story.fold import first_moment, next_moment
from game.story.questions import Go
from tests.stories import choose, go, option, scene, shipped_story, story, tell, told, when
from tests.stories import every_kind as every_kind_of_question


def on(legs: Legs) -> list[list[list[str]]]:
    """The lines of every leg, screen after screen."""
    return [
        [[line.id for line in screen] for screen in leg.screens] for found in legs.at.values() for leg in found
    ]


def told_on(leg: Leg) -> list[str]:
    return [line.id for line in leg.longest(leg.lines).lines]


def test_a_leg_goes_past_doors_to_the_next_question():
    of = story(scene("one", told("a"), go("up"), told("b"), tell("q", "x")), scene("two", told("c"), go("out")))
    assert on(Legs(of, "full")) == [[["a", "up"], ["b", "q"]], [["c", "out"], []]]


def test_a_line_that_follows_an_answer_is_on_its_way_only():
    of = story(scene("one", choose("q", option("x", then=[told("t")]), option("y")), tell("r", "r")))
    assert on(Legs(of, "full")) == [[["q"]], [["t", "r"]], [["r"]], [[]]]


def test_a_question_with_a_condition_parts_the_leg():
    asked = choose("q", option("x"), option("y"), when=when("rest > 3"))
    of = story(scene("one", told("tired", if_="rest < 3"), asked, go("out")))
    first = Legs(of, "full").at[None]
    assert [told_on(leg) for leg in first] == [["q"], ["tired", "out"]]


def test_lines_that_exclude_each_other_are_not_added_up():
    of = story(scene("one", told("wet", if_="rest < 3"), told("dry", if_="rest >= 3"), tell("q", "x")))
    (leg,) = Legs(of, "full").at[None]
    assert leg.longest(leg.lines).words == 4 + 4
    assert leg.most() == leg.least() == 8


def test_the_shortest_way_leaves_out_what_can_be_left_out():
    of = story(scene("one", told("tired", if_="rest < 3"), tell("q", "x")))
    (leg,) = Legs(of, "full").at[None]
    assert (leg.least(), leg.most()) == (4, 8)


def test_a_flag_is_down_until_something_can_put_it_up():
    puts = choose("q", option("x", set=("hasty",)), option("y"))
    of = story(
        scene("one", told("early", if_="hasty"), puts, told("late", if_="hasty"), tell("r", "r")), flags=["hasty"]
    )
    legs = Legs(of, "full")
    assert [told_on(leg) for found in legs.at.values() for leg in found] == [["q"], ["late", "r"], ["r"], []]


def test_flags_of_different_options_of_one_question_are_never_up_together():
    puts = choose("q", option("x", set=("red",)), option("y", set=("blue",)))
    lines = (told("r", if_="red"), told("b", if_="blue"), tell("s", "s"))
    of = story(scene("one", puts, tell("between", "t")), scene("two", *lines), flags=["red", "blue"])
    legs = Legs(of, "full")
    assert sorted(told_on(leg) for found in legs.at.values() for leg in found)[-1] == ["r", "s"]


def test_in_a_cut_without_the_question_its_flag_stays_down():
    puts = scene("one", choose("q", option("x", set=("red",)), option("y")), cuts=("full",), montage=(told("m"),))
    of = story(puts, scene("two", told("r", if_="red"), tell("s", "s")), flags=["red"])
    assert [told_on(leg) for leg in Legs(of, "demo").at[None]] == [["m", "s"]]


def test_a_scene_with_a_condition_is_played_or_passed():
    passed = scene("two", told("inside"), go("out"), when=when("rest > 3"), montage=(told("m"),))
    of = story(scene("one", told("a"), go("up")), passed, scene("three", told("z"), tell("q", "q")))
    assert on(Legs(of, "full"))[:2] == [
        [["a", "up"], ["inside", "out"], ["z", "q"]],
        [["a", "up"], ["m", "z", "q"]],
    ]


def test_the_gallery_is_walked_through_uncounted():
    of = story(scene("one", told("a"), tell("q", "q")), scene("gallery", told("b"), tell("r", "r"), told("c")))
    assert span_of(Legs(of, "full")).most == play(of, "full", 0).words == 8


STORIES = {"shipped": shipped_story(), "every-kind": every_kind_of_question()}


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("name", STORIES)
def test_no_play_goes_beyond_what_they_say(name, cut):
    of = STORIES[name]
    legs = Legs(of, cut)
    words, seconds, begins = span_of(legs), span_of(legs, of_seconds=True), opening(legs)
    for seed in range(100, 112):
        played = play(of, cut, seed)
        assert words.least <= played.words <= words.most
        assert seconds.least - 1e-6 <= played.seconds <= seconds.most + 1e-6
        assert max(played.screens) <= longest_screen(legs)
        assert max(played.runs[1:], default=0) <= longest_run(legs)
        assert played.screens[0] <= begins.key.words
        assert played.runs[0] <= begins.question.words


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("name", STORIES)
def test_every_play_walks_along_legs(name, cut):
    """What is told between two questions is what some leg there tells, its open lines told or not."""
    of = STORIES[name]
    legs = Legs(of, cut)
    for seed in range(4):
        for at, to, lines in stretches(of, cut, seed):
            assert any(leg.to == to and fits(leg, lines) for leg in legs.at[at]), (at, to, lines)


def stretches(of, cut, seed):
    rng, moment, at, lines = Random(seed), first_moment(of, cut), None, []
    while True:
        question = moment.question
        if not moment.stays and (moment.scene.id not in UNCOUNTED or not of.has(moment.index, cut)):
            lines += [beat.id for beat in moment.beats] + ([question.id] if question else [])
        if question is None or not (moment.stays or isinstance(question, Go)):
            to = (moment.index, moment.step) if question else None
            yield at, to, lines
            at, lines = to, []
        if question is None:
            return
        moment = next_moment(of, cut, moment, question.sample(moment.state, rng))


def fits(leg: Leg, lines: list[str]) -> bool:
    left = iter(lines)
    here = next(left, None)
    for line in leg.lines:
        if line.id == here:
            here = next(left, None)
        elif line.asked is None:
            return False
    return here is None
