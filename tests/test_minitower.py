"""The tower in a few lines of text."""

from __future__ import annotations

from game.minitower import mini
from game.story.state import State
from tests.screens.stage import HOME, LATE, played


def test_a_line_is_two_floors_and_a_lit_window_is_twice_as_wide_as_a_dark_one():
    state = played(LATE, HOME, HOME, HOME, HOME, HOME, HOME, LATE, LATE, HOME)
    assert mini(state) == ["█ ▛ ▌ ▖ ▖ ▖ ▖"]
    assert mini(state, ascii_only=True) == ["8 ^ : . . . ."]


def test_a_whole_tower_is_four_lines():
    assert mini(played(*[LATE] * 49)) == ["▄ ▄ ▄ ▄ ▄ ▄ ▄", *["█ █ █ █ █ █ █"] * 3]
    assert mini(played(*[HOME] * 49), ascii_only=True) == [". . . . . . .", *[": : : : : : :"] * 3]


def test_before_the_first_day_there_is_one_empty_line():
    assert mini(State(rest=5, home=5, craft=5)) == [""]


def test_the_day_under_way_is_seen_being_built():
    assert mini(State(rest=5, home=5, craft=5).dawn(1)) == ["▖"]
