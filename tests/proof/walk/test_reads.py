"""Reads: which numbers are as good as others, by what is still to come."""

from __future__ import annotations

from game.proof.walk.reads import Later, Reads, marks_of
from game.story.condition import Condition
from tests.stories import choose, go, option, scene, story, told


def later(text: str, ahead: int) -> Later:
    return Later(frozenset({Condition(text)}), {"late_nights": ahead})


def test_a_count_is_lowered_only_where_no_day_ahead_can_take_it_over_a_mark():
    assert later("late_nights >= 4", 0).same("late_nights", 5) == {2: 1, 3: 1}
    assert later("late_nights >= 4", 1).same("late_nights", 5) == {2: 1}
    assert later("late_nights >= 4", 2).same("late_nights", 5) == {}


def test_a_count_goes_to_the_first_number_past_every_condition_or_as_far_as_days_take_it():
    late = [scene(f"day-{n}", choose(f"q{n}", option(f"late-{n}", late=True)), day=n) for n in (1, 2, 3)]
    tops = {
        text: Reads(story(*late, scene("end", told("x", if_=text), go("end"))), "full").top("late_nights")
        for text in ("late_nights > 1", "late_nights == 2", "late_nights >= 9")
    }
    assert tops == {"late_nights > 1": 2, "late_nights == 2": 3, "late_nights >= 9": 3}


def test_two_names_that_are_compared_are_followed_for_as_long_as_there_are_days():
    assert marks_of(frozenset({Condition("late_nights == worth")}))["worth"] == [*range(51)]
