"""What a crew knows after each reading, and what old readings still say after a fix."""

from __future__ import annotations

from random import Random

import pytest

from game.tower.known import Known, Mark
from game.tower.moves import Breaker, Fill, Fix, Open, Survey, Switch
from game.tower.night import Night
from tests.tower.boards import TOWER, A, B, C, annex, faults_of, flat, played, small


def known(*moves, faults="2B 4A") -> Known:
    return Known.of(TOWER, Night(TOWER, TOWER.mask(faults)).after(moves).log)


def names(mask: int) -> str:
    return " ".join(TOWER.names(mask))


def test_at_eleven_nothing_is_known_but_the_range():
    start = known()
    assert start.unknown == TOWER.everything
    assert start.more == (1, 3)
    assert start == Known.at_eleven(TOWER)


def test_water_that_stops_shows_one_fault_and_clears_the_flats_below():
    after = known(Fill(B))
    assert (names(after.faulty), names(after.sound)) == ("2B", "1B")


def test_water_that_reaches_the_top_clears_the_zone():
    assert names(known(Fill(C)).sound) == "1C 2C 3C 4C"


def test_water_says_nothing_new_of_a_mended_flat():
    after = known(Fill(A), Fix(flat("4A")), Fill(A))
    assert (names(after.sound), names(after.faulty), names(after.fixed)) == ("1A 2A 3A", "4A", "4A")
    assert after.mark(flat("4A")) is Mark.FIXED


def test_a_breaker_that_holds_clears_its_circuit():
    assert names(known(Breaker(A)).sound) == "1A 1B 2A"


def test_a_breaker_that_trips_needs_a_fault():
    assert [(c, names(flats)) for c, flats in known(Breaker(B)).unexplained] == [(B, "1C 2B 2C")]


def test_a_trip_is_explained_by_a_fault_found_later():
    assert known(Breaker(B), Open(flat("2B"))).unexplained == ()


def test_a_trip_loses_suspects_that_are_cleared_later():
    after = known(Breaker(B), Fill(C))
    assert [(c, names(flats)) for c, flats in after.unexplained] == [(B, "2B")]


def test_a_trip_after_a_fix_is_not_explained_by_the_mended_flat():
    after = known(Fix(flat("2B")), Breaker(B), faults="2B 2C")
    assert [(c, names(flats)) for c, flats in after.unexplained] == [(B, "1C 2C")]


def test_a_trip_before_a_fix_is_explained_by_the_mended_flat():
    assert known(Breaker(B), Fix(flat("2B"))).unexplained == ()


def test_of_two_trips_the_later_one_says_more():
    after = known(Breaker(B), Fix(flat("2B")), Breaker(B), faults="2B 2C")
    assert [(c, names(flats)) for c, flats in after.unexplained] == [(B, "1C 2C")]


def test_a_survey_counts_what_its_unknown_flats_lack():
    assert known(Survey(1)).lacking(1) == 1
    assert known(Survey(1), Fill(B)).lacking(1) == 0
    assert known(Fill(B), Survey(1)).lacking(1) == 0
    assert known().lacking(1) is None


def test_a_survey_speaks_of_the_faults_left_and_adds_up_with_the_mended_ones():
    after = known(Fix(flat("2B")), Survey(1), faults="2B 2C")
    assert (after.counts[1], after.lacking(1)) == (2, 1)


def test_a_survey_of_nothing_leaves_the_deduction_to_the_crew():
    after = known(Survey(0))
    assert (after.lacking(0), after.sound) == (0, 0)


def test_opening_and_fixing_show_a_flat():
    after = known(Open(flat("2B")), Open(flat("1A")), Fix(flat("4A")), Fix(flat("1B")))
    marks = {name: str(after.mark(flat(name))) for name in ("2B", "1A", "4A", "1B", "3C")}
    assert marks == {"2B": "faulty", "1A": "sound", "4A": "fixed", "1B": "sound", "3C": "unknown"}
    assert names(after.to_fix) == "2B"


def test_opening_or_fixing_a_mended_flat_again_does_not_make_it_sound_from_the_start():
    after = known(Fix(flat("2B")), Open(flat("2B")), Fix(flat("2B")), Breaker(B))
    assert (names(after.faulty), names(after.sound)) == ("2B", "1C 2C")


def test_a_failed_switch_says_that_a_fault_is_left():
    tower = annex(faults=(0, 3))
    night = Night(tower, tower.mask("2B")).do(Switch())
    assert Known.of(tower, night.log).more == (1, 3)
    assert Known.of(tower, night.do(Fix(flat("2B"))).log).more == (0, 2)
    assert Known.at_eleven(tower).more == (0, 3)


def test_a_failed_switch_after_a_fix_needs_another_fault():
    assert known(Fix(flat("2B")), Switch()).more == (1, 2)


def test_a_lit_tower_is_sound():
    after = known(Fix(flat("2B")), Fix(flat("4A")), Switch())
    assert after.unknown == 0
    assert names(after.fixed) == "2B 4A"


def test_supposing_changes_one_flat():
    start = known(Survey(1))
    assert start.supposing(flat("2B"), faulty=True).lacking(1) == 0
    assert names(start.supposing(flat("2B"), faulty=False).sound) == "2B"


@pytest.mark.parametrize("seed", range(30))
def test_what_is_known_is_true(seed):
    rng = Random(seed)
    building = small(rng)
    night = played(rng, Night(building, faults_of(rng, building)), 12)
    known = Known.of(building, night.log)
    low, high = known.more
    assert not known.sound & night.faults
    assert not known.faulty & ~night.faults
    assert known.fixed == night.faults & night.fixed
    assert all(flats & night.faults for _, flats in known.unexplained)
    assert low <= (known.unknown & night.faults).bit_count() <= high
    for row, floor in enumerate(building.floors):
        assert known.lacking(row) in (None, (floor & known.unknown & night.faults).bit_count())
