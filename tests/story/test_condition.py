"""Conditions: what they may ask, how they answer, and what they refuse to be."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.story.condition import MOST_CHARACTERS, Condition
from game.story.state import Effects, State

START = State(rest=4, home=6, craft=7)
STATE = START.dawn(3).after(Effects(set=("wrote_tests",), late=True)).remembering("worth_before", 2)
NAMES = ["rest", "home", "craft", "late_nights", "corners", "day", "wrote_tests", "worth_before", "never_set"]


@pytest.mark.parametrize(
    "text",
    [
        "rest < 5",
        "rest >= 4 and home > rest",
        "wrote_tests",
        "not never_set",
        "rest == 9 or craft != 9",
        "(rest > 9 or home > 5) and not corners",
        "late_nights == 1",
        "day <= 3",
        "worth_before < 3",
        "wrote_tests == 1",
        "  home>5  ",
        "True",
    ],
)
def test_met(text: str):
    assert Condition(text).met(STATE)


@pytest.mark.parametrize(
    "text", ["rest > 4", "not wrote_tests", "never_set", "rest > 1 and corners", "0", "False"]
)
def test_not_met(text: str):
    assert not Condition(text).met(STATE)


def test_it_knows_the_names_it_reads():
    assert Condition("rest < 3 and (wrote_tests or not day)").names == {"rest", "wrote_tests", "day"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [("rest >= 5", "rest 4, needs 5"), ("rest > 5", "rest 4, needs 6"), ("home >= 9", "home 6, needs 9")],
)
def test_a_bound_on_one_gauge_says_what_is_lacking(text: str, reason: str):
    assert Condition(text).shortfall(STATE) == reason


@pytest.mark.parametrize(
    "text", ["wrote_tests", "rest < 3", "rest >= 5 and home > 2", "late_nights > 3", "5 <= rest"]
)
def test_any_other_condition_leaves_it_to_its_writer(text: str):
    assert Condition(text).shortfall(STATE) == ""


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').getcwd()",
        "rest.real",
        "[rest]",
        "rest + 1 > 3",
        "rest < 3.5",
        "rest < '3'",
        "lambda: 1",
        "rest if home else craft",
        "rest in (1, 2)",
        "rest is 3",
        "-1",
        "None",
        "f'{rest}'",
    ],
)
def test_nothing_but_asking_is_allowed(text: str):
    with pytest.raises(ValueError, match="is not allowed in a condition; use names, whole numbers"):
        Condition(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "'' is not a condition; write it like: rest < 3 and wrote_tests"),
        ("rest <", "'rest <' is not a condition; write it like: rest < 3 and wrote_tests"),
        ("rest && home", "'rest && home' is not a condition; write it like: rest < 3 and wrote_tests"),
        ("rest => 5", "'rest => 5' is not a condition; write it like: rest < 3 and wrote_tests"),
        ("rest = 3", "'rest = 3' is not a condition; write '==' to compare"),
        ("1 < rest < 3", "'1 < rest < 3' compares more than two things; join comparisons with 'and'"),
        ("rest\n< 3", "'rest\n< 3' is not a condition; write it like: rest < 3 and wrote_tests"),
        ("a" * (MOST_CHARACTERS + 1), "a condition is at most 200 characters long"),
    ],
)
def test_a_slip_is_told_in_words(text: str, said: str):
    with pytest.raises(ValueError) as refused:
        Condition(text)
    assert str(refused.value) == said


EXPRESSIONS = st.recursive(
    st.one_of(st.sampled_from(NAMES), st.integers(0, 12).map(str)),
    lambda inner: st.one_of(
        inner.map("not {}".format),
        inner.map("({})".format),
        st.tuples(inner, st.sampled_from(["and", "or", "<", "<=", ">", ">=", "==", "!="]), inner).map(
            lambda parts: "({} {} {})".format(*parts)
        ),
    ),
    max_leaves=6,
)


@given(text=EXPRESSIONS)
def test_every_expression_of_its_words_is_a_condition_or_too_long(text: str):
    try:
        condition = Condition(text)
    except ValueError as refused:
        assert "compares" not in str(refused)
        assert len(text) > MOST_CHARACTERS or "not" in text
    else:
        assert condition.met(STATE) in (True, False, *range(13))
        assert condition.names <= set(NAMES)


@settings(deadline=None)
@given(text=st.one_of(st.text(max_size=40), st.text("abrest_()[]{}.,<>=!&|+-*/%'\"\\0123: \n\x00", max_size=220)))
@example(text="-" * 199 + "1")
@example(text="(" * 200)
@example(text="not " * 49 + "1")
@example(text="[" * 100 + "]" * 100)
@example(text="9" * 200)
@example(text="\ud800")
@example(text="'\\d'")
def test_no_text_whatever_raises_anything_but_value_error(text: str):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            condition = Condition(text)
        except ValueError as refused:
            assert str(refused)
        else:
            condition.met(START)
            condition.shortfall(START)
