"""The same tower one apartment at a time, beside a night of whole throws."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.tower.boards import LAUNCH
from game.tower.crew import par
from game.tower.flat_by_flat import SwitchedOn, Walk, flat_by_flat, told, words_of
from game.tower.flats import flats_in
from game.tower.generator import drawn
from game.tower.moves import Costs, Fixed
from game.tower.night import Night
from game.tower.odds import Parts, apart
from game.tower.spoken import Unclear
from tests.tower.boards import TOWER, faults_of, small


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


def at_eleven(faults: str = "1B 4C") -> Walk:
    return Walk(Night(TOWER, TOWER.mask(faults)))


def through(walk: Walk, *lines: str) -> Walk:
    for words in lines:
        walk = walk.after(words)
    return walk


@st.composite
def nights(draw):
    """A small tower of any kind, with fixes of any length."""
    rng = Random(draw(st.integers(0, 2**32)))
    building = small(rng)
    return Night(building, faults_of(rng, building), Costs(fix=draw(st.integers(1, 300))))


def wandered(night: Night, seed: int) -> Walk:
    """The whole walk in an order of the dice, faults being fixed some time after they show."""
    rng, walk = Random(seed), Walk(night)
    while not walk.lit:
        flat = rng.choice(list(flats_in(night.building.everything & ~walk.lit_flats)))
        walk = walk.fix(flat) if walk.dark >> flat & 1 else walk.on(flat)
    return walk


def test_the_walk_begins_in_the_dark():
    walk = at_eleven()
    assert (walk.minute, walk.light, walk.dark_flat_minutes) == (0, 0, 0)
    assert not walk.lit
    assert walk.lit_at == {}


def test_on_lights_the_next_flat_in_three_minutes():
    walk = at_eleven().next()
    assert walk.minute == 3
    assert walk.lit_at == {0: 3}
    assert walk.light == Fraction(537, 60)
    assert walk.log == (SwitchedOn(0, True),)


def test_a_faulty_flat_stays_dark_until_it_is_fixed_and_switched_on_again():
    walk = through(at_eleven(), "on 1B")
    assert walk.log == (SwitchedOn(1, False),)
    assert walk.minute == 3 + 2
    assert walk.dark == 1 << 1
    walk = through(walk, "fix 1B")
    assert walk.log[-1] == Fixed(1, True)
    assert (walk.minute, walk.dark, walk.lit_at) == (3 + 2 + 20, 0, {})
    walk = through(walk, "on 1B")
    assert (walk.minute, walk.lit_at) == (3 + 2 + 20 + 3, {1: 28})
    assert walk.dark_flat_minutes == 2


def test_on_goes_past_what_waits_for_its_fix_and_comes_back_to_it_after():
    walk = through(at_eleven(), "on", "on", "on")
    assert [step.flat for step in walk.log] == [0, 1, 2]
    assert walk.dark == 1 << 1
    assert through(walk, "fix 1B", "on").log[-1] == SwitchedOn(1, True)


def test_flats_can_be_taken_in_any_order():
    walk = through(at_eleven(), "on 4A", "ON 2b", "  on   1c ")
    assert walk.lit_at == {9: 3, 4: 6, 2: 9}


@pytest.mark.parametrize(
    ("done", "words", "why"),
    [
        ((), "fix 1A", "1A may well be sound. Switch it on and see: say on 1A."),
        (("on",), "on 1A", "1A is lit already."),
        (("on",), "fix 1A", "1A is lit: there is nothing to fix."),
        (("on 1B",), "on 1B", "1B is dark until it is fixed. Say fix 1B."),
        (("on 1B", "fix 1B"), "fix 1B", "1B is fixed. Say on 1B."),
        (("on",) * 12, "on", "1B and 4C are dark. Say fix 1B."),
        (("on",) * 11 + ("fix 1B", "on", "on"), "on", "4C is dark. Say fix 4C."),
        (("rest",), "on", "Every flat is lit: nothing is left to do."),
        ((), "on 9Z", "There is no flat 9Z. Flats run from 1A to 4C."),
        ((), "fix", "Flat by flat there are on, on 1A, fix 1A and rest."),
        ((), "rest 1A", "Flat by flat there are on, on 1A, fix 1A and rest."),
        ((), "survey 3", "Flat by flat there are on, on 1A, fix 1A and rest."),
        ((), "", "Flat by flat there are on, on 1A, fix 1A and rest."),
    ],
)
def test_what_makes_no_sense_is_refused_and_said_why(done, words, why):
    walk = through(at_eleven(), *done)
    with pytest.raises(Unclear) as unclear:
        walk.after(words)
    assert str(unclear.value) == why


def test_what_a_step_came_to_is_told():
    walk = through(at_eleven(), "on 1A", "on 1B", "fix 1B")
    assert [told(TOWER, step) for step in walk.log] == [
        "1A is lit.",
        "1B stays dark: it is faulty. The other flats do not notice.",
        "1B is fixed, and can be switched on.",
    ]


@given(nights())
def test_gone_through_in_flat_order_it_is_the_round(night):
    assert Walk(night).rest().round == flat_by_flat(night)


@given(nights(), st.integers(0, 2**32))
def test_the_order_never_changes_the_minutes_nor_the_darkness(night, seed):
    walk, whole = wandered(night, seed), flat_by_flat(night)
    for each in (walk, walk.round):
        assert each.minute == whole.minute
        assert each.dark_flat_minutes == whole.dark_flat_minutes
        assert each.light == Fraction(sum(max(0, 540 - at) for at in walk.lit_at.values()), 60)


def test_the_order_changes_the_light():
    """Who leaves the faults for last has the sound flats lit early."""
    faults_last = through(at_eleven("1A"), *["on"] * 12, "rest")
    faults_first = at_eleven("1A").rest()
    assert faults_last.minute == faults_first.minute
    assert faults_last.light > faults_first.light


@given(nights(), st.integers(0, 2**32), st.integers(0, 30))
def test_the_rest_can_be_left_to_the_crew_at_any_time(night, seed, steps):
    begun = Walk(night, wandered(night, seed).log[:steps])
    done = begun.rest()
    assert done.log[: len(begun.log)] == begun.log
    assert done.lit
    assert done.minute == flat_by_flat(night).minute


@given(nights(), st.integers(0, 2**32))
def test_a_walk_can_be_told_again_in_its_words(night, seed):
    walk = wandered(night, seed)
    assert through(Walk(night), *(words_of(night.building, step) for step in walk.log)) == walk


@given(nights(), st.integers(0, 2**32))
def test_light_and_darkness_only_ever_grow(night, seed):
    log = wandered(night, seed).log
    walks = [Walk(night, log[:steps]) for steps in range(len(log) + 1)]
    for figure in ("minute", "light", "dark_flat_minutes"):
        course = [getattr(walk, figure) for walk in walks]
        assert course == sorted(course)
    assert not any(walk.lit for walk in walks[:-1])


def test_what_was_done_that_night_does_not_matter():
    night = drawn(LAUNCH, 1, 0).night
    assert Walk(par(night)).rest().round == flat_by_flat(night)
