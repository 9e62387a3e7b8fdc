"""The rules of pace, each at its very edge."""

from __future__ import annotations

import pytest

from game.proof.rule import Example, scene
from tests.proof.galleys import galley, galley_of, said, words

ASKED = 'id: {0}, tell: "Well?", ends: ["no", "yes"], as: {0}'


def line(name: str, count: int, more: str = "") -> str:
    return f"id: {name}, imagined: {words(count)}{more}"


def ask(name: str) -> str:
    """A question of one word."""
    return ASKED.format(name)


@pytest.mark.parametrize(("count", "breaks"), [(34, False), (35, True)])
def test_the_first_key_is_pressed_by_word_35(count, breaks, tmp_path):
    of = galley(tmp_path, line("a", count), ask("q"))
    assert bool(said(of, "first-key")) is breaks


@pytest.mark.parametrize(("count", "breaks"), [(39, False), (40, True)])
def test_the_first_question_comes_by_word_90(count, breaks, tmp_path):
    of = galley(
        tmp_path,
        line("a", 24),
        "id: up, go: Up",
        line("b", 24),
        "id: along, go: Along",
        line("c", count),
        ask("q"),
    )
    assert bool(said(of, "first-question")) is breaks
    assert said(of, "first-key") == []


@pytest.mark.parametrize(("count", "breaks"), [(58, False), (59, True)])
def test_between_questions_there_are_at_most_120_words(count, breaks, tmp_path):
    of = galley(
        tmp_path, ask("q"), line("a", 59), "id: up, go: Up", line("b", count), "id: along, go: Along", ask("r")
    )
    assert bool(said(of, "run")) is breaks


def test_a_run_says_where_it_ends_and_which_lines_make_it_up(tmp_path):
    of = galley(tmp_path, ask("q"), line("a", 59), "id: up, go: Up", line("b", 60), ask("r"))
    assert said(of, "run") == [
        "scenes/example/01.yaml:8:5: 121 words since the last question in every cut, at most 120: "
        "ask sooner, or say less; told are a 59, up 1, b 60, r 1"
    ]


def test_what_an_answer_leads_to_counts_on_its_way(tmp_path):
    long = f"{{id: long, text: Long, then: [{{id: t, imagined: {words(60)}}}]}}"
    choice = f'id: q, choose: "Well?", options: [{long}, {{id: short, text: Short}}]'
    of = galley(tmp_path, choice, "id: along, go: Along", line("a", 59), ask("r"))
    assert [each.rpartition("told are ")[2] for each in said(of, "run")] == ["t 60, along 1, a 59, r 1"]


@pytest.mark.parametrize(
    ("one", "other", "breaks"),
    [
        ("wet", "not wet", False),
        ("wet", "cold", True),
        ("rest < 3", "rest >= 3", False),
        ("rest < 3", "rest < 4", True),
    ],
)
def test_lines_that_exclude_each_other_do_not_add_up(one, other, breaks, tmp_path):
    flag = "{{id: {0}, text: {0}, effects: {{set: [{0}]}}}}"
    both = "{id: both, text: Both, effects: {set: [wet, cold]}}"
    choice = f'id: q, choose: "Well?", options: [{flag.format("wet")}, {both}]'
    of = galley(
        tmp_path,
        *(choice, line("a", 39), line("b", 20, f", when: {one}"), line("c", 20, f", when: {other}"), ask("r")),
        spine="flags: [{name: wet, means: Wet.}, {name: cold, means: Cold.}]\n",
    )
    assert bool(said(of, "screen")) is breaks
    assert breaks or said(of, "run") == []


def test_a_montage_counts_in_the_cuts_in_which_it_is_told(tmp_path):
    passed = scene(line("in", 5), ask("s"), name="two", day=1).replace(
        "beats:", f"cuts: [full, class]\nmontage: [{{id: m, imagined: {words(30)}}}]\nbeats:"
    )
    example = Example((scene(ask("q"), name="one"), passed, scene(line("a", 35), ask("r"), name="three", day=2)))
    (problem,) = said(galley_of(example, tmp_path), "screen")
    assert "66 words on one screen in the cuts short, demo, at most 60" in problem
    assert problem.endswith("told are m 30, a 35, r 1")


@pytest.mark.parametrize(("count", "breaks"), [(59, False), (60, True)])
def test_a_screen_has_at_most_60_words(count, breaks, tmp_path):
    of = galley(tmp_path, ask("q"), line("a", count), ask("r"))
    assert bool(said(of, "screen")) is breaks


def test_the_last_screen_counts_too(tmp_path):
    of = galley(tmp_path, ask("q"), line("a", 61))
    assert len(said(of, "screen")) == 1


@pytest.mark.parametrize(("count", "breaks"), [(29, False), (30, True)])
def test_half_of_the_screens_have_at_most_30_words(count, breaks, tmp_path):
    of = galley(tmp_path, line("a", 19), ask("q"), line("b", count), ask("r"), line("c", count), ask("s"))
    assert len(said(of, "median-screen")) == (4 if breaks else 0)


def explained(name: str, count: int) -> str:
    return f"id: {name}, explained: {words(count)}"


def made_up(name: str) -> str:
    return f'id: {name}, choose: "Well?", options: [{{id: one, text: One}}, {{id: two, text: Two}}]'


@pytest.mark.parametrize(("count", "breaks"), [(59, False), (60, True)])
def test_between_questions_there_are_at_most_240_words_where_only_facts_are_told(count, breaks, tmp_path):
    """What is asked in between is made up, and leaves a door of two words behind."""
    stretch = [step for n in "abc" for step in (explained(n, 58), made_up(f"{n}-q"))]
    found = said(galley(tmp_path, ask("q"), *stretch, explained("d", count), ask("r")), "run")
    assert len(found) == breaks
    assert all("241 words since the last question in every cut, with only facts told" in each for each in found)


def test_what_breaks_the_whole_story_is_not_said_again_of_its_facts(tmp_path):
    (problem,) = said(galley(tmp_path, ask("q"), explained("a", 60), ask("r")), "screen")
    assert "61 words on one screen in every cut, at most 60" in problem


@pytest.mark.parametrize(("count", "breaks"), [(58, False), (60, True)])
def test_a_question_comes_every_60_words_on_average(count, breaks, tmp_path):
    stretch = [
        step
        for n in "abc"
        for step in (line(f"{n}-a", 30), f"id: {n}-go, go: Up", line(f"{n}-b", count - 30), ask(f"{n}q"))
    ]
    assert len(said(galley(tmp_path, *stretch), "mean-run")) == (4 if breaks else 0)
