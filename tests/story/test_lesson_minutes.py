"""Minutes of a lesson: words, what one player would need, and what a room takes besides."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

from game.classroom.forms import FORMS
from game.story.lesson import Lesson, Talk
from game.story.lesson_minutes import (
    DOOR,
    GUIDED,
    LAST_PHONE,
    LOOK,
    NEVER_VOTED,
    is_voted,
    lesson_seconds,
    seconds_in_class,
)
from game.story.minutes import SECONDS
from game.story.model import Scene
from game.story.questions import AnyQuestion
from tests.stories import choose, fix, go, night, option, scene, tell, told

TEA = choose("tea", option("green"), option("black"))
TWO_WORDS = 0.6
"""Seconds to read *What now?*"""


def taught(*steps: object, **lesson: object) -> Scene:
    return replace(scene("day-1", *steps, day=1), lesson=Lesson(teaches="Tea.", **lesson))


def seconds(of: Scene) -> float:
    return sum(seconds_in_class(of, "full"))


def test_a_vote_takes_what_one_player_needs_and_the_last_phone_and_a_look():
    assert seconds(taught(TEA)) == pytest.approx(TWO_WORDS + SECONDS["choose"] + LAST_PHONE + LOOK)


def test_asked_aloud_it_takes_what_one_player_needs():
    assert seconds(taught(TEA, aloud=("tea",))) == pytest.approx(TWO_WORDS + SECONDS["choose"])


def test_a_talk_adds_its_minutes_and_a_second_vote_and_no_second_look():
    talk = Talk(about="tea", prompt="Green or black?", minutes=2)
    once, twice = taught(TEA), taught(TEA, talks=(talk,))
    assert seconds(twice) - seconds(once) == pytest.approx(120 + SECONDS["choose"] + LAST_PHONE)


def test_a_talk_of_another_cut_takes_no_time():
    talk = Talk(about="tea", prompt="Green or black?", cuts=("class",))
    assert seconds(taught(TEA, talks=(talk,))) == seconds(taught(TEA))


def test_without_a_lesson_everything_is_voted_on():
    assert seconds(replace(taught(TEA), lesson=None)) == seconds(taught(TEA))


@pytest.mark.parametrize("tower", [fix("annex"), night("last")], ids=lambda tower: tower.kind)
def test_a_tower_is_gone_through_with_the_crew(tower):
    words = len(tower.text.split()) * 0.3
    assert seconds(taught(tower)) == pytest.approx(words + GUIDED[tower.kind], abs=3)
    assert not is_voted(tower, None)


def test_what_is_told_on_a_condition_counts_half():
    assert seconds(taught(told("a", if_="rest < 3"))) == seconds(taught(told("a"))) / 2


def test_of_what_may_follow_an_answer_the_average_is_reckoned():
    either = choose("tea", option("green", then=[told("so"), told("well")]), option("black"))
    assert seconds(taught(either)) == pytest.approx(seconds(taught(TEA)) + seconds(taught(told("so"))))


def test_minutes_that_a_lesson_asks_for_come_on_top():
    assert seconds(taught(TEA, minutes=1.5)) == seconds(taught(TEA)) + 90


def test_a_scene_apart_is_no_part_of_the_lesson():
    both = [taught(TEA), replace(taught(tell("worth", "worth"), apart=True), id="day-2")]
    assert lesson_seconds(both, "full") == DOOR + seconds(both[0])


def test_a_step_of_another_cut_takes_no_time():
    assert seconds_in_class(taught(told("a", cuts=("demo",)), go("on")), "full")[0] == 0


def test_no_time_is_reckoned_for_a_vote_that_has_no_form():
    kinds = {kind.__struct_config__.tag for kind in get_args(AnyQuestion)}
    assert kinds - FORMS.keys() == NEVER_VOTED - GUIDED.keys()
