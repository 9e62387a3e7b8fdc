"""Lessons have an end: the bell."""

from __future__ import annotations

import pytest

from game.proof.rule import Example, scene
from game.story.lesson_minutes import LESSONS, MOST_TALKS
from tests.proof.galleys import galley_of, said

TEA = "id: tea-{0}, choose: Which tea, options: [{{id: a, text: Green}}, {{id: b, text: Black}}]"


def lesson(*keys: str) -> str:
    return "".join(["lesson:\n  teaches: Patience.\n", *(f"  {key}\n" for key in keys)])


def problems(root, *keys: str, spine: str = "") -> list[str]:
    teas = [TEA.format(number) for number in range(MOST_TALKS + 1)]
    return said(galley_of(Example((scene(*teas) + lesson(*keys),), spine), root), "lesson-budget")


def talks(count: int, cut: str) -> str:
    about = (f"{{about: tea-{n}, prompt: Green or black, minutes: 0.5, cuts: [{cut}]}}" for n in range(count))
    return f"talks: [{', '.join(about)}]"


def test_a_short_one_fits(tmp_path):
    assert problems(tmp_path) == []


@pytest.mark.parametrize(("minutes", "broken"), [(5, []), (9, ["demo"]), (20, ["demo", "short"])])
def test_every_lesson_has_its_own_length(minutes, broken, tmp_path):
    found = problems(tmp_path, f"minutes: {minutes}")
    assert [next(cut for cut in LESSONS.values() if f"the cut {cut}" in problem) for problem in found] == broken


def test_it_says_how_long_it_takes_and_what_to_do(tmp_path):
    (problem,) = problems(tmp_path, "minutes: 9")
    assert problem == (
        "scenes/story.yaml:0:0: the lesson of 12 minutes, the cut demo, takes 14.6; "
        "ask more aloud, or set a scene apart"
    )


def test_what_is_apart_is_not_counted(tmp_path):
    assert problems(tmp_path, "minutes: 30", "apart: true") == []


def test_four_talks_are_enough(tmp_path):
    assert problems(tmp_path, talks(MOST_TALKS, "class")) == []


def test_a_fifth_is_one_too_many_and_is_pointed_at(tmp_path):
    (problem,) = problems(tmp_path, talks(MOST_TALKS + 1, "class"))
    assert problem.endswith("the cut class has more than 4 talks; this is one too many")
    assert problem.startswith("scenes/example/01.yaml:11:")


def test_a_script_without_lessons_may_be_as_long_as_it_is(tmp_path):
    long = scene(*(TEA.format(number) for number in range(30)))
    assert said(galley_of(Example((long,)), tmp_path), "lesson-budget") == []
