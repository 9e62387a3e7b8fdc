"""What readings are worth, and which is worth most."""

from __future__ import annotations

from decimal import Decimal, localcontext
from math import isclose
from random import Random

import pytest

from game.tower.worth import bits, exact_bits, first_best


def test_a_fair_coin_tells_one_bit():
    assert bits([1, 1]) == 1
    assert bits([5, 5, 5, 5]) == 2
    assert bits([7]) == 0


def test_what_is_nearly_sure_tells_little():
    assert isclose(bits([1, 3]), 0.8112781244591328)
    assert bits([1, 10**40]) < 1e-30


def test_weights_beyond_any_float():
    assert bits([10**400, 10**400]) == 1


@pytest.mark.parametrize("seed", range(20))
def test_the_exact_form_agrees(seed):
    rng = Random(seed)
    weights = tuple(rng.randint(1, 10**30) for _ in range(rng.randint(1, 8)))
    assert isclose(bits(weights), float(exact_bits(weights)), abs_tol=1e-12)


def test_the_exact_form_has_fifty_digits():
    """H(1/4) = 2 - 3/4 · log₂3, and the digits of log₂3 are known (OEIS A020857)."""
    log2_of_3 = Decimal("1.58496250072115618145373894394781650875981440769248106045575265454109822779435856")
    with localcontext() as context:
        context.prec = 80
        assert abs(exact_bits((1, 3)) - (2 - Decimal(3) / 4 * log2_of_3)) < Decimal("1e-60")


def test_minutes_count():
    assert first_best([([1, 1, 1, 1], 20), ([1, 1], 5)]) == 1


def test_of_readings_worth_the_same_the_first_wins():
    assert first_best([([1, 3], 10), ([3, 1], 10), ([2, 6], 10)]) == 0
    assert first_best([([9, 1], 5), ([1, 1, 1, 1], 10), ([1, 1], 5)]) == 1


def test_worths_that_floats_cannot_tell_apart_are_compared_to_fifty_digits():
    even, hardly_less = [10**20, 10**20], [10**20, 10**20 + 1]
    assert bits(even) == bits(hardly_less)
    assert first_best([(hardly_less, 5), (even, 5)]) == 1
    assert first_best([(even, 5), (hardly_less, 5)]) == 0


def test_a_difference_that_rounding_to_nine_places_would_hide_still_counts():
    better, worse = [10**6, 10**6 + 1], [10**6, 10**6 + 9]
    assert round(bits(better) / 10, 9) == round(bits(worse) / 10, 9)
    assert first_best([(worse, 10), (better, 10)]) == 1
