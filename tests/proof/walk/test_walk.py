"""The walk: it comes to the very states that all plays come to, and to nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from game.proof.leg import At
from game.proof.walk import diagram
from game.proof.walk.diagram import Region
from game.proof.walk.walk import Walk
from game.story.calendar import Cut
from game.story.questions import Spend
from game.story.questions.base import Outcome
from game.story.questions.spend import Use
from game.story.state import Effects
from game.story.story import Story
from tests.proof.walk.plays import Played, merged, stories
from tests.stories import choose, find, go, night, option, scene, story, told


def compare(of: Story, cut: Cut) -> None:
    """Hold the walk against every play of a story."""
    played, walk, asked = Played(of, cut), Walk(of, cut), dict[At, Region]()
    walk.go(lambda at, region: asked.update({at: merged(walk, at, region)}))
    assert asked.keys() == played.asked.keys()
    for at, states in played.asked.items():
        points = [merged(walk, at, walk.space.point(state)) for state in states]
        assert asked[at] is walk.space.diagrams.union_of(points)
    assert {each for each in walk.reached if each[0] != "scene"} == played.reached
    assert {each.at for each in walk.stuck} == played.stuck


@settings(max_examples=12, deadline=None)
@given(stories())
def test_it_comes_to_what_all_plays_of_a_story_come_to(of):
    compare(of, "full")


@pytest.mark.prove
@settings(max_examples=150, deadline=None)
@given(stories())
def test_it_comes_to_what_all_plays_of_many_stories_come_to(of):
    for cut in ("full", "demo"):
        compare(of, cut)
        compare(of.without_fiction(cut), cut)


def test_late_nights_count_once_a_day_and_are_lost_outside_the_days():
    late = [choose(name, option(f"{name}-late", late=True)) for name in "abc"]
    of = story(
        scene("before", late[0]),
        scene("day-1", late[1], late[2], day=1),
        scene("after", go("end"), told("x", if_="late_nights > 1")),
    )
    compare(of, "full")
    assert ("line", "x") not in Walk(of, "full").go().reached


def test_a_flag_that_is_taken_down_stays_down():
    up, down = choose("up", option("raise", set=("wet",))), choose("down", option("lower", clear=("wet",)))
    of = story(scene("a", up, told("x", if_="wet"), down, told("y", if_="wet"), go("end")), flags=("wet",))
    reached = Walk(of, "full").go().reached
    assert ("line", "x") in reached
    assert ("line", "y") not in reached


def test_a_late_night_counts_at_once_on_its_own_day():
    late = choose("q", option("late", late=True), option("home"))
    of = story(scene("day-1", late, told("x", if_="late_nights == 1"), go("end"), day=1))
    assert ("line", "x") in Walk(of, "full").go().reached


def test_a_count_is_followed_for_as_long_as_a_condition_can_still_turn_on_it():
    days = [
        scene(f"day-{day}", choose(f"q{day}", option(f"late-{day}", late=True), option(f"home-{day}")), day=day)
        for day in (1, 2, 3)
    ]
    lines = [told(f"l{n}", if_=f"late_nights >= {n}") for n in range(5)]
    reached = Walk(story(*days, scene("end", *lines, go("end"))), "full").go().reached
    assert [("line", f"l{n}") in reached for n in range(5)] == [True, True, True, True, False]


def test_a_night_goes_in_any_way_that_its_clock_allows():
    told_when = [
        *(
            "night_minutes > 0",
            "night_minutes <= 5",
            "night_minutes == 300",
            "night_minutes > 420 and not night_crew",
        ),
        *(
            "night_throws == 3 and night_minutes < 300",
            "night_throws == 8 and night_crew",
            "night_dark == 2940",
            "night_hints > 9",
        ),
    ]
    never = [
        *("night_minutes == 0", "night_minutes > 520 and not night_crew", "night_minutes != 540 and night_crew"),
        *("night_throws == 3 and night_minutes < 200", "night_dark == 1", "night_throws and night_dark == 0"),
    ]
    lines = [told(f"l-{n}", if_=text) for n, text in enumerate([*told_when, *never])]
    reached = (
        Walk(story(scene("day-49", night("n"), day=49), scene("end", *lines, go("end"))), "full").go().reached
    )
    assert {f"l-{n}" for n in range(len(lines)) if ("line", f"l-{n}") in reached} == {
        f"l-{n}" for n in range(len(told_when))
    }


def test_a_fault_that_takes_too_long_to_look_for_is_never_found_quickly():
    slow = replace(find("f"), minutes=20, within=15, slow=Outcome(then=(told("slow"),)))
    reached = Walk(story(scene("a", slow, go("end"))), "full").go().reached
    assert ("line", "slow") in reached
    assert ("line", "f-quick") not in reached


def test_where_there_is_too_much_to_answer_it_gives_up_and_says_where():
    uses = [Use(id=name, text=name, each=Effects(rest=n)) for n, name in enumerate("abcdef")]
    split = Spend(id="split", text="Split", total=24, unit="hour", on=tuple(uses))
    walk = Walk(story(scene("a", go("up"), split, told("later"), go("end"))), "full").go()
    assert walk.beyond == At(0, 1)
    assert ("line", "later") not in walk.reached


def test_where_a_condition_asks_for_more_than_is_looked_at_it_gives_up_too(monkeypatch):
    monkeypatch.setattr(diagram, "MOST_PICKS", 4)
    flags = ("wet", "lit", "late")
    asked = [choose(f"q-{flag}", option("a", set=(flag,)), option("b")) for flag in flags]
    line = told("later", if_=" and ".join(flags))
    walk = Walk(story(scene("a", *asked, line, go("end")), flags=flags), "full").go()
    assert walk.beyond == At(0, 2)
    assert ("line", "later") not in walk.reached
