"""One key answers for the room, where one line does."""

import pytest

from game.classroom.digits import answer_under
from game.classroom.forms import form_of
from game.story.state import State
from tests import stories
from tests.afterwards import CAUSE

STATE = State(rest=7, home=5, craft=5)


@pytest.mark.parametrize(
    ("question", "digit", "answer"),
    [
        (stories.choose("tea", stories.option("green"), stories.option("black")), 2, "black"),
        (stories.choose("tea", stories.option("green"), stories.option("black")), 3, None),
        (stories.tell("worth", "worth"), 5, 5),
        (stories.tell("worth", "worth"), 6, None),
        (stories.number("hour"), 1, None),
        (stories.spend("hours"), 1, None),
    ],
)
def test_a_digit_is_the_line_with_that_number(question, digit, answer):
    assert answer_under(form_of(question, STATE, seed=1), digit) == answer


def test_a_digit_does_not_say_how_sure_a_guess_is():
    assert answer_under(form_of(CAUSE, STATE, seed=1), 2) == {"guess": "all"}


def test_where_nothing_is_voted_on_no_digit_answers():
    assert answer_under(None, 1) is None
