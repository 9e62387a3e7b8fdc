"""The lab's arithmetic, beside its dice."""

from __future__ import annotations

from itertools import islice
from math import ceil, log2
from random import Random

import pytest

from game.tower import odds
from game.tower.odds import Parts

LAUNCH = Parts(49, 0.9)

LESSONS = {
    "all sound": odds.all_sound,
    "repairs": odds.repairs,
    "whole": odds.whole,
    "seen at once": odds.seen_at_once,
    "flaky": odds.flaky,
    "apart": odds.apart,
    "batches of 2": lambda parts: odds.batches(parts, 2),
    "batches of 7": lambda parts: odds.batches(parts, 7),
    "all in one batch": lambda parts: odds.batches(parts, parts.n),
    "dark as a whole": lambda parts: odds.darkness(parts, odds.DARK, 1),
    "dark flat by flat": lambda parts: odds.darkness(parts, odds.FLAT_DARK, 0),
    "half coupled": lambda parts: odds.darkness(parts, odds.DARK, 0.5),
}


def test_p_to_the_n():
    assert odds.all_sound(Parts(49, 0.99)).on_paper == pytest.approx(0.611, abs=0.001)
    assert odds.all_sound(Parts(49, 0.9)).on_paper == pytest.approx(0.0057, abs=0.0001)
    assert odds.all_sound(Parts(49, 1)).on_paper == 1


@pytest.mark.parametrize(("n", "p"), [(12, 0.8), (40, 0.88), (49, 0.9), (60, 0.92)])
def test_the_formulas_as_they_are_known(n, p):
    parts, q = Parts(n, p), 1 - p
    assert odds.repairs(parts).on_paper == pytest.approx(n * q)
    assert odds.whole(parts).on_paper == pytest.approx(5 + 115 * n * q)
    assert odds.apart(parts).on_paper == pytest.approx(3 * n + 25 * n * q)
    assert odds.seen_at_once(parts).on_paper == pytest.approx(5 + 65 * (1 - p**n) + 50 * n * q)
    assert odds.flaky(parts).on_paper == pytest.approx(5 / p**n + 60 * (1 / p**n - 1))
    assert odds.darkness(parts, 60, 1).on_paper == pytest.approx(60 * n * n * q)
    assert odds.darkness(parts, 2, 0).on_paper == pytest.approx(2 * n * q)
    for b in (1, 2, 5, n):
        per_fault = max(2, 60 * b / n) + 5 * ceil(log2(b)) + 23
        assert odds.batches(parts, b).on_paper == pytest.approx(3 * ceil(n / b) + n * q * per_fault)


def test_fixes_that_break_something_else_divide_the_fault_terms():
    steady, clumsy = Parts(49, 0.9), Parts(49, 0.9, g=0.2)
    assert clumsy.faults == pytest.approx(steady.faults / 0.8)
    assert odds.whole(clumsy).on_paper - 5 == pytest.approx((odds.whole(steady).on_paper - 5) / 0.8)


def test_damage_grows_as_the_square_of_a_whole_and_in_proportion_flat_by_flat():
    small, large = Parts(20, 0.9), Parts(40, 0.9)
    whole = [odds.darkness(parts, odds.DARK, 1).on_paper for parts in (small, large)]
    apart = [odds.darkness(parts, odds.FLAT_DARK, 0).on_paper for parts in (small, large)]
    assert whole[1] / whole[0] == pytest.approx(4)
    assert apart[1] / apart[0] == pytest.approx(2)


def test_coupling_reaches_from_one_flat_to_all():
    assert [odds.reach(49, c) for c in (0, 0.5, 1)] == [1, 25, 49]


def test_one_batch_a_part_is_flat_by_flat_from_thirty_parts_on():
    assert odds.batches(LAUNCH, 1).on_paper == odds.apart(LAUNCH).on_paper
    assert odds.batches(Parts(12, 0.9), 1).on_paper > odds.apart(Parts(12, 0.9)).on_paper


def test_the_best_batch_is_small_and_not_one():
    assert [odds.best_batch(Parts(49, p)) for p in (0.7, 0.88, 0.9, 0.95, 0.97, 0.99)] == [1, 2, 2, 4, 7, 13]


def test_to_throw_without_reading_is_faster_only_above_97_percent():
    for n in (24, 40, 49, 60):
        assert odds.break_even(n) == pytest.approx(0.968, abs=0.002)
        just_below, just_above = (Parts(n, odds.break_even(n) + d) for d in (-0.001, 0.001))
        assert odds.whole(just_below).on_paper > odds.apart(just_below).on_paper
        assert odds.whole(just_above).on_paper < odds.apart(just_above).on_paper


@pytest.mark.parametrize("name", LESSONS)
@pytest.mark.parametrize("parts", [LAUNCH, Parts(12, 0.97, g=0.3)], ids=["launch", "annex"])
def test_the_dice_agree_with_the_paper(name, parts):
    lesson = LESSONS[name](parts)
    *_, last = odds.simulated(lesson.by_dice, seed=49, runs=2_000)
    assert abs(last.mean - lesson.on_paper) <= 4 * last.error + 1e-9


def test_a_simulation_tells_how_far_it_is_and_can_be_left():
    estimates = odds.simulated(odds.whole(LAUNCH).by_dice, seed=1)
    first = list(islice(estimates, 3))
    assert [each.runs for each in first] == [500, 1000, 1500]
    estimates.close()
    assert list(estimates) == []


def test_the_last_estimate_comes_after_all_runs():
    assert [each.runs for each in odds.simulated(lambda dice: 1.0, 1, runs=1_200, every=500)] == [500, 1000, 1200]


def test_the_error_is_that_of_the_mean():
    [estimate] = odds.estimates([1.0, 2.0, 3.0, 4.0], every=4)
    assert (estimate.mean, estimate.error) == (2.5, pytest.approx((5 / 3 / 4) ** 0.5))
    [single] = odds.estimates([3.0], every=10)
    assert (single.mean, single.error) == (3.0, 0)
    assert list(odds.estimates([], every=10)) == []


def test_dice_of_sure_things():
    assert Parts(49, 1).draw(Random(1)) == 0
    assert odds.flaky(Parts(49, 1)).by_dice(Random(1)) == 5
    assert odds.flaky(Parts(49, 0.5)).by_dice(Random(1)) > 10**12


@pytest.mark.parametrize(("n", "p", "g"), [(0, 0.9, 0), (5, 0, 0), (5, 1.1, 0), (5, 0.9, 1), (5, 0.9, -0.1)])
def test_sliders_have_ends(n, p, g):
    with pytest.raises(ValueError, match="At least one part"):
        Parts(n, p, g)


@pytest.mark.parametrize("size", [0, 50])
def test_a_batch_has_at_least_one_part_and_at_most_all(size):
    with pytest.raises(ValueError, match="1 to 49 of the 49 parts"):
        odds.batches(LAUNCH, size)


@pytest.mark.prove
def test_twenty_thousand_runs_agree_within_their_error():
    for parts in (LAUNCH, Parts(40, 0.88), Parts(12, 0.8, g=0.1), Parts(60, 0.98, g=0.05)):
        for name, make in LESSONS.items():
            lesson = make(parts)
            *_, last = odds.simulated(lesson.by_dice, seed=7)
            off = abs(last.mean - lesson.on_paper) / (last.error or 1)
            print(
                f"{parts}: {name}: {lesson.on_paper:.4g} on paper, {last.mean:.4g} by dice, {off:.1f} errors off"
            )
            assert last.runs == 20_000
            assert off < 4
