"""The week's ledger, added up from a state."""

from __future__ import annotations

from game.story.state import Effects, Room, State
from game.story.week import Span, week_ledger

LATE = Effects(late=True, rest=-1)
CORNER = Effects(corner=True, craft=-1)
HOME = Effects(home=1)


def played(*days: Effects) -> State:
    """A play in which each day does one thing and ends."""
    state = State(rest=7, home=5, craft=5)
    for day, effects in enumerate(days, start=1):
        state = state.dawn(day).after(effects).dusk()
    return state


def test_seven_evenings_less_the_late_ones_are_your_own():
    ledger = week_ledger(played(LATE, LATE, HOME, LATE, HOME, HOME, CORNER), 1)
    assert (ledger.evenings, ledger.late, ledger.own) == (7, 3, 4)
    assert ledger.corners == 1


def test_a_night_can_be_late_and_cut_a_corner_too():
    ledger = week_ledger(played(Effects(late=True, corner=True)), 1)
    assert (ledger.late, ledger.corners) == (1, 1)
    assert ledger.rooms[0] == Room.BUILT | Room.LATE | Room.CORNER


def test_gauges_run_from_the_week_s_dawn_to_where_they_stand_now():
    ledger = week_ledger(played(LATE, LATE, HOME), 1)
    assert ledger.gauges == (Span("Rest", 7, 5), Span("Home", 5, 6), Span("Craft", 5, 5))
    assert [span.change for span in ledger.gauges] == [-2, 1, 0]


def test_a_week_gone_by_ends_where_the_next_one_began():
    state = played(*[LATE] * 7, *[HOME] * 2)
    assert week_ledger(state, 1).gauges[0] == Span("Rest", 7, 0)
    assert week_ledger(state, 2).gauges[:2] == (Span("Rest", 0, 0), Span("Home", 5, 7))


def test_days_still_to_come_are_no_evenings():
    ledger = week_ledger(played(LATE, HOME), 1)
    assert (ledger.evenings, ledger.own) == (2, 1)
    assert week_ledger(played(LATE), 7).evenings == 0


def test_the_day_under_way_counts_as_it_is_being_built():
    state = played(HOME).dawn(2).after(LATE)
    assert week_ledger(state, 1).late == 1
