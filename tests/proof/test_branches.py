"""What can follow an answer."""

from __future__ import annotations

import pytest

from game.proof.branches import branches_of
from game.story.model import parts_of
from game.story.questions import Spend
from game.story.questions.spend import Use
from tests.stories import arrange, choose, find, fix, go, night, number, option, tell, told, when

FLAGS = frozenset({"hasty", "calm"})


def thens(question) -> list[list[str]]:
    return [[beat.id for beat in branch.then] for branch in branches_of(question, 3, FLAGS)]


def known(question) -> list[list[tuple[str, bool]]]:
    branches = branches_of(question, 3, FLAGS)
    return [[(each.asked.condition.text, each.met) for each in branch.known] for branch in branches]


def test_an_option_is_a_branch_and_puts_its_flags_up_or_down():
    question = choose("q", option("a", then=[told("t")], set=("hasty",)), option("b", clear=("hasty",)))
    assert thens(question) == [["t"], []]
    assert known(question) == [[("hasty", True)], [("hasty", False)]]


def test_options_after_which_nothing_differs_are_one_branch():
    assert len(branches_of(choose("q", option("a", rest=1), option("b", rest=-1)), 1, FLAGS)) == 1


def test_what_was_needed_still_holds_unless_the_answer_moved_it():
    question = choose(
        "q",
        option("a", needs="rest >= 5", home=1),
        option("b", needs="rest >= 6", rest=-2),
        option("c", if_="calm", clear=("calm",)),
        option("d", if_="corners > 1"),
    )
    assert known(question) == [[("rest >= 5", True)], [], [("calm", False)]]


def test_a_question_is_asked_only_where_its_condition_is_met():
    question = choose("q", option("a", home=1), option("b", then=[told("t")]), when=when("calm"))
    assert known(question) == [[("calm", True)], [("calm", True)]]


def test_what_is_spent_goes_to_as_many_things_as_can_take_it():
    uses = [Use(id=name, text=name, most=2, then=(told(name),)) for name in "abc"]
    question = Spend(id="q", text="Four hours", total=4, unit="hour", on=tuple(uses))
    assert thens(question) == [["a", "b"], ["a", "c"], ["b", "c"], ["a", "b", "c"]]


@pytest.mark.parametrize("question", [go("q"), number("q"), tell("q", "worth")], ids=lambda each: each.kind)
def test_a_question_without_lines_has_one_branch(question):
    assert thens(question) == [[]]


@pytest.mark.parametrize("question", [arrange("q"), find("q"), fix("q"), night("q")], ids=lambda each: each.kind)
def test_every_line_that_can_follow_is_on_some_branch(question):
    lines = {line for _, part in parts_of(question) for line in [b.id for b in getattr(part, "then", ())]}
    assert {name for branch in thens(question) for name in branch} == lines
