"""Days that are passed: a few lines are told, and the tower rises all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.run import Run
from game.story.calendar import DAYS, WEEK, week_of
from game.story.fold import Moment
from game.story.model import Scene, Week
from game.story.state import Room
from game.story.story import Story
from game.story.week_rules import MOST_WORDS
from tests.stories import choose, go, option, scene, story, told, unkept, walk, when

ON_A_SCREEN = 60
DAY_WORDS = 10
"""The most words that the page on writing allows a day's montage."""


def line(name: str, words: int) -> str:
    return " ".join([name, *["word"] * (words - len(name.split()))])


def day(number: int, *, played: bool) -> Scene:
    """A day of which the demo tells a line, unless it plays it."""
    passing = told(f"past-{number}")
    return scene(
        f"day-{number}",
        go(f"go-{number}"),
        day=number,
        cuts=("full", "demo") if played else ("full",),
        montage=(type(passing)(id=passing.id, text=line(f"Day {number}", DAY_WORDS)),),
    )


def weeks(*, with_lines: bool = True) -> list[Week]:
    """Seven weeks, with the longest lines that the check lets pass."""
    text = line("Weeks", MOST_WORDS)
    return [Week(number=n, title="A week", montage=text if with_lines else None) for n in range(1, 8)]


def demo(played: Sequence[int], *, with_lines: bool = True) -> Story:
    """Seven weeks of which a cut plays these days."""
    days = [day(number, played=number in played) for number in range(1, DAYS + 1)]
    return story(
        scene("before", go("begin")), *days, scene("after", go("end")), weeks=weeks(with_lines=with_lines)
    )


def moments(of: Story) -> Iterator[Moment]:
    run = walk(unkept(of, cut="demo"), 1_000)
    yield from (moment for moment, _ in run.past())
    yield run.now()


def passed_before(of: Story, question: str) -> list[str]:
    """The ids of what is told before a question."""
    return next(
        [b.id for b in each.beats] for each in moments(of) if each.question and each.question.id == question
    )


def test_up_to_three_days_tell_a_line_each():
    assert passed_before(demo([1, 5]), "go-5") == ["past-2", "past-3", "past-4"]


def test_more_tell_one_line_a_week_that_of_the_last_day():
    assert passed_before(demo([5, 10]), "go-5") == ["past-4"]
    assert passed_before(demo([5, 10]), "go-10") == ["past-7", "past-9"]


def test_a_whole_week_tells_its_own_line():
    assert passed_before(demo([5, 31]), "go-31") == [
        "past-7",
        "week-2-montage",
        "week-3-montage",
        "week-4-montage",
        "past-30",
    ]


def test_a_whole_week_without_a_line_of_its_own_tells_that_of_its_last_day():
    assert passed_before(demo([7, 22], with_lines=False), "go-22") == ["past-14", "past-21"]


def test_a_week_of_which_the_story_has_only_some_days_is_whole_with_those():
    days = [day(number, played=number == 20) for number in (1, 2, 8, 9, 20)]
    assert passed_before(story(*days, scene("end", go("end")), weeks=weeks()), "go-20") == [
        "week-1-montage",
        "week-2-montage",
    ]


def test_scenes_that_are_no_day_tell_their_own_line_all_the_same():
    between = scene("between", go("go-between"), cuts=("full",), montage=(told("past-between"),))
    days = [day(number, played=number == 8) for number in range(1, 9)]
    assert passed_before(story(*days[:7], between, days[7], scene("end", go("end")), weeks=weeks()), "go-8") == [
        "week-1-montage",
        "past-between",
    ]


def test_whole_weeks_are_not_even_read():
    of = demo([29])
    read: list[str] = []
    bring = of._read
    of._read = lambda place: (read.append(place.id), bring(place))[1]
    unkept(of, cut="demo").answer(None)
    assert read == ["before", "day-29"]


def test_windows_that_nobody_saw_are_dark():
    run = unkept(demo([40]), cut="demo")
    run.answer(None)
    assert run.now().state.rooms == (Room.BUILT,) * 39


@settings(deadline=None, max_examples=60)
@given(st.sets(st.integers(1, DAYS)), st.booleans())
def test_in_every_cut_the_tower_is_whole_at_the_end_and_no_montage_is_longer_than_a_screen(played, with_lines):
    of = demo(sorted(played), with_lines=with_lines)
    seen = list(moments(of))
    assert seen[-1].state.rooms == (Room.BUILT,) * DAYS
    for moment in seen:
        words = sum(len(beat.text.split()) for beat in moment.beats)
        assert words <= (ON_A_SCREEN if with_lines else WEEK * DAY_WORDS)


@settings(deadline=None, max_examples=60)
@given(st.sets(st.integers(1, DAYS)))
def test_a_stretch_of_days_always_says_something_and_a_long_one_at_most_a_line_a_week(played):
    for before, moment in pairwise(list(moments(demo(sorted(played))))[:-1]):
        passed = range((before.scene.day or 0) + 1, moment.scene.day or DAYS + 1)
        lines = len(moment.beats)
        expected = len(passed) if len(passed) <= 3 else len({week_of(day) for day in passed})
        assert lines == expected


# ---- Scenes with a condition


def gently() -> Run:
    ask = choose("ask", option("past", set=("gently",)), option("all"))
    hard = scene("day-2", go("hard"), day=2, when=when("not gently"), montage=(told("past-2"),))
    of = story(
        scene("day-1", ask, day=1),
        hard,
        scene("day-3", go("easy"), day=3),
        scene("end", told("over")),
        flags=("gently",),
    )
    return unkept(of)


@pytest.mark.parametrize(("answer", "asked", "lines"), [("all", "hard", []), ("past", "easy", ["past-2"])])
def test_a_scene_whose_condition_is_not_met_is_passed_like_any_other(answer, asked, lines):
    moment = gently().answer(answer)
    assert (moment.question.id, [beat.id for beat in moment.beats]) == (asked, lines)


def test_its_room_is_built_and_nobody_can_go_to_it():
    run = walk(gently(), 0)
    run.answer("past")
    assert run.days() == [1, 3]
    assert len(run.now().state.rooms) == 2
    assert [beat.id for beat in run.answer(None).beats] == ["over"]


def test_the_end_is_headed_by_the_scene_told_last_not_by_one_that_was_passed():
    last = scene("day-1", go("on"), day=1)
    run = unkept(story(last, scene("gallery", go("out"), cuts=("full",))), cut="demo")
    over = run.answer(None)
    assert (over.question, over.scene) == (None, last)
    assert run.minutes_left == (0, False)
