"""The par path as a piece of reasoning."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game.tower.boards import SIZES
from game.tower.crew import par
from game.tower.deduction import settle
from game.tower.exact import Exact
from game.tower.generator import drawn
from game.tower.known import Known
from game.tower.moves import Breaker, Fill, Fix, Open, Survey, Switch
from game.tower.night import Night
from game.tower.path import Path, path_of
from tests.tower.boards import TOWER, A, B, C, flat


def path(*moves, faults="2B 4A") -> Path:
    return path_of(Night(TOWER, TOWER.mask(faults)).after(moves))


def test_difficulty_is_a_sum():
    assert Path(300, tests=20, drought=3, levels=(5, 4, 3, 2, 1)).difficulty == 20 + 5 + 8 + 12 + 12 + 10 + 6


def test_only_readings_are_tests():
    assert path(Survey(0), Fix(flat("2B")), Fill(A), Switch(), Open(flat("3C"))).tests == 3


def test_a_drought_is_a_run_of_readings_that_settle_nothing():
    assert path(Breaker(B), Survey(1), Survey(3)).drought == 3
    assert path(Breaker(B), Breaker(A), Survey(1), Survey(3)).drought == 2
    assert path(Open(flat("1A")), Open(flat("2B"))).drought == 0


def test_a_fix_between_two_readings_does_not_end_a_drought():
    assert path(Fill(B), Survey(3), Fix(flat("2B")), Breaker(C)).drought == 2


def test_a_reading_of_what_is_known_settles_nothing():
    assert path(Open(flat("1A")), Open(flat("1A")), Open(flat("1A"))).drought == 2


def test_a_deduction_counts_once():
    """Floor 1 has no fault: a line settled. It is that for the rest of the night."""
    assert path(Survey(0)).levels == path(Survey(0), Survey(0), Open(flat("1A"))).levels == (1, 0, 0, 0, 0)


def test_deductions_count_by_level():
    """b trips; its other flats are opened, and 2B is the last suspect: level 2."""
    assert path(Breaker(B), Open(flat("1C")), Open(flat("2C"))).levels == (0, 1, 0, 0, 0)


def test_a_good_path_has_short_droughts_and_something_to_find_out():
    good = Path(300, tests=20, drought=4, levels=(5, 1, 0, 0, 0))
    assert good.reasons_well
    assert not replace(good, drought=5).reasons_well
    assert not replace(good, levels=(9, 0, 0, 0, 0)).reasons_well


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_marks_that_stay_lead_to_the_same_as_reasoning_afresh(size):
    """The path carries deductions along as marks; that must not change what is certain."""
    for seed in range(4):
        known = marked = Known.at_eleven(drawn(size, seed, 0).night.building)
        for event in par(drawn(size, seed, 0).night).log:
            known, marked = known.after(event), marked.after(event)
            marks, _ = settle(marked)
            marked = replace(marked, sound=marks.sound, faulty=marks.faulty)
            assert Exact(marked).weight == Exact(known).weight
            assert settle(known)[0] == marks
