"""The same tower one apartment at a time, beside a night of whole throws."""

from __future__ import annotations

from fractions import Fraction

from game.tower.boards import LAUNCH
from game.tower.crew import par
from game.tower.flat_by_flat import flat_by_flat
from game.tower.generator import drawn
from game.tower.moves import Costs
from game.tower.night import Night
from game.tower.odds import Parts, apart
from tests.tower.boards import annex

TOWER = annex()


def test_a_sound_flat_takes_three_minutes_and_a_faulty_one_twenty_five_more():
    walk = flat_by_flat(Night(TOWER, TOWER.mask("1B 4C")))
    assert walk.lit_at == (3, 31, 34, 37, 40, 43, 46, 49, 52, 55, 58, 86)
    assert walk.minute == 3 * 12 + 25 * 2


def test_a_fault_darkens_one_flat_for_two_minutes():
    assert flat_by_flat(Night(TOWER, TOWER.mask("1B 4C"))).dark_flat_minutes == 4


def test_every_flat_is_light_from_its_own_minute_on():
    walk = flat_by_flat(Night(TOWER, TOWER.mask("1B")))
    assert walk.light == Fraction(sum(540 - minute for minute in walk.lit_at), 60)


def test_what_is_lit_after_eight_is_not_counted():
    walk = flat_by_flat(Night(TOWER, TOWER.mask("1A 1B 1C"), Costs(fix=300)))
    assert walk.lit_at[:2] == (308, 616)
    assert walk.light == Fraction(540 - 308, 60)


def test_it_does_not_matter_what_else_was_done_that_night():
    night = drawn(LAUNCH, 1, 0).night
    assert flat_by_flat(par(night)) == flat_by_flat(night)


def test_the_minutes_are_those_of_the_lab():
    night = drawn(LAUNCH, 2, 0).night
    faults = night.faults.bit_count()
    assert flat_by_flat(night).minute == round(apart(Parts(49, 1 - faults / 49)).on_paper)


def test_two_nights_side_by_side():
    """Both have their minutes, dark flat-minutes and light by the same names."""
    night = drawn(LAUNCH, 3, 0).night
    whole, walk = par(night), flat_by_flat(night)
    for figure in ("minute", "dark_flat_minutes", "light"):
        assert getattr(whole, figure) >= 0
        assert getattr(walk, figure) >= 0
    assert walk.light > whole.light
