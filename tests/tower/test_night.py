"""A night, move by move. Faults are in 2B and 4A unless a test says otherwise."""

from __future__ import annotations

from fractions import Fraction

import pytest

from game.tower.moves import (
    Breaker,
    Closed,
    Costs,
    Fill,
    Filled,
    Fix,
    Fixed,
    Open,
    Opened,
    Survey,
    Surveyed,
    Switch,
    Thrown,
)
from game.tower.night import Night, clock
from tests.tower.boards import TOWER, A, B, C, flat


def night(*moves, faults="2B 4A", costs=None) -> Night:
    start = Night(TOWER, TOWER.mask(faults), costs or Costs())
    return start.after(moves)


def shown(*moves, faults="2B 4A"):
    return night(*moves, faults=faults).log[-1].result


def test_a_survey_counts_the_faults_left_on_a_floor():
    assert shown(Survey(1)) == 1
    assert shown(Survey(0)) == 0
    assert shown(Survey(1), faults="2A 2B 2C") == 3
    assert shown(Fix(flat("2B")), Survey(1)) == 0


def test_water_climbs_to_the_lowest_fault_left():
    assert shown(Fill(B)) == flat("2B")
    assert shown(Fill(A), faults="2A 4A") == flat("2A")
    assert shown(Fix(flat("2A")), Fill(A), faults="2A 4A") == flat("4A")
    assert shown(Fill(C)) is None


def test_a_breaker_holds_on_a_clean_circuit():
    assert shown(Breaker(A)) == "holds"
    assert shown(Breaker(B)) == "trips"
    assert shown(Fix(flat("2B")), Breaker(B)) == "holds"


def test_opening_a_flat_shows_whether_it_is_faulty_now():
    assert shown(Open(flat("2B"))) is True
    assert shown(Open(flat("2A"))) is False
    assert shown(Fix(flat("2B")), Open(flat("2B"))) is False


def test_fixing_a_sound_flat_wastes_the_time_and_shows_that_it_was_sound():
    wasted = night(Fix(flat("1A")))
    assert wasted.log == (Fixed(flat("1A"), False),)
    assert (wasted.minute, wasted.left) == (20, TOWER.mask("2B 4A"))


def test_the_switch_works_when_no_fault_is_left():
    lit = night(Fix(flat("2B")), Fix(flat("4A")), Switch())
    assert lit.lit
    assert lit.won
    assert lit.minute == 45
    with pytest.raises(ValueError, match="lit: nothing is left to do"):
        lit.do(Survey(0))


def test_a_failed_switch_costs_an_hour_of_darkness():
    dark = night(Fix(flat("2B")), Switch())
    assert not dark.lit
    assert dark.minute == 20 + 5 + 60
    assert dark.failed_throws == 1
    assert dark.dark_flat_minutes == 60 * 12


@pytest.mark.parametrize(
    ("move", "minutes"),
    [(Survey(0), 10), (Fill(0), 20), (Breaker(0), 5), (Open(0), 10), (Fix(0), 20), (Switch(), 65)],
)
def test_what_a_move_costs(move, minutes):
    assert night(move).minute == minutes


def test_other_costs_are_data():
    assert night(Survey(0), Switch(), costs=Costs(survey=1, switch=2, dark=3)).minute == 6


def test_light_is_counted_until_eight():
    lit = night(Fix(flat("2B")), Fix(flat("4A")), Switch())
    assert lit.light == Fraction((540 - 45) * 12, 60)
    assert night(Survey(0)).light == 0


def test_a_tower_lit_after_eight_is_lit_and_not_won():
    late = night(*[Switch()] * 9, Fix(flat("2B")), Fix(flat("4A")), Switch())
    assert late.lit
    assert not late.won
    assert late.light == 0


def test_the_clock_starts_at_23():
    assert [clock(minute) for minute in (0, 40, 60, 285, 540)] == ["23:00", "23:40", "0:00", "3:45", "8:00"]
    assert night(Survey(0), Fill(0), Switch(), Open(0)).starts == (0, 10, 30, 95)


def test_a_night_is_never_changed():
    before = night(Survey(1))
    after = before.do(Fix(flat("2B")))
    assert before.log == (Surveyed(1, 1),)
    assert before.left == TOWER.mask("2B 4A")
    assert after.log == (Surveyed(1, 1), Fixed(flat("2B"), True))


def test_the_log_holds_typed_events():
    moves = Survey(3), Fill(0), Breaker(2), Open(0), Fix(9), Switch()
    results = Surveyed(3, 1), Filled(0, 9), Closed(2, "trips"), Opened(0, False), Fixed(9, True), Thrown(False)
    assert night(*moves).log == results
    assert [event.do for event in results] == ["survey", "fill", "breaker", "open", "fix", "switch"]


def test_an_event_can_be_done_again():
    played = night(Survey(3), Fill(0), Fix(flat("4A")), Switch())
    assert night(*played.log) == played


@pytest.mark.parametrize("move", [Survey(4), Survey(-1), Fill(3), Breaker(4), Open(12), Fix(-1)])
def test_a_move_that_this_tower_does_not_have(move):
    with pytest.raises(ValueError, match=r"There is no .* counted from 0"):
        night(move)


def test_faults_must_be_in_the_range_and_in_the_tower():
    with pytest.raises(ValueError, match="1 to 3 faults, not 4"):
        night(faults="1A 1B 1C 2A")
    with pytest.raises(ValueError, match="flats that this tower does not have"):
        Night(TOWER, 1 << 12)
