"""Random numbers that are the same for ever."""

from __future__ import annotations

from collections import Counter
from itertools import islice, permutations

import pytest

from game.tower.rng import Rng, stirred


def test_it_is_splitmix64():
    """The first numbers of Vigna's splitmix64.c for the seed 1234567, as Rosetta Code has them."""
    rng = Rng(1234567)
    assert [rng.word() for _ in range(5)] == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
        4593380528125082431,
        16408922859458223821,
    ]


def test_a_seed_leads_to_the_same_numbers_for_ever():
    rng = Rng(7, 49)
    assert [rng.below(49) for _ in range(12)] == [14, 18, 7, 10, 1, 20, 30, 0, 4, 15, 0, 34]
    things = list("abcdefg")
    rng.shuffle(things)
    assert "".join(things) == "bagdcef"
    assert [rng.weighted([1, 2, 3]) for _ in range(8)] == [2, 1, 1, 1, 1, 2, 1, 0]


def test_streams_of_different_parts_differ():
    firsts = [Rng(*parts).word() for parts in [(1,), (1, 0), (0, 1), (1, 0, 0), (1, 1), (2,), (2, 1)]]
    assert len(set(firsts)) == len(firsts)


def test_stirring_is_one_to_one_and_changes_about_half_of_the_bits():
    assert len({stirred(word) for word in range(10_000)}) == 10_000
    changed = [(stirred(word) ^ stirred(word ^ 1 << bit)).bit_count() for word in range(50) for bit in range(64)]
    assert 31 < sum(changed) / len(changed) < 33


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 6, 49, 100])
def test_below_is_as_likely_to_be_one_number_as_another(limit):
    rng, runs = Rng(limit), 20_000
    found = Counter(rng.below(limit) for _ in range(runs))
    assert sorted(found) == list(range(limit))
    expected = runs / limit
    chi_squared = sum((many - expected) ** 2 / expected for many in found.values())
    assert chi_squared < limit + 5 * (2 * limit) ** 0.5


def test_below_has_no_bias_since_what_falls_outside_is_drawn_again():
    """Of the 4 pairs of bits, three are used for a limit of 3, one each."""
    rng, same = Rng(5), Rng(5)
    used = [two for two in (same.bits(2) for _ in range(400)) if two < 3]
    assert [rng.below(3) for _ in used] == used


def test_numbers_of_more_than_64_bits():
    rng = Rng(11)
    drawn = [rng.below(10**40) for _ in range(200)]
    assert max(drawn) > 9 * 10**39
    assert len(set(drawn)) == 200
    assert [Rng(3).bits(count).bit_length() <= count for count in (0, 1, 63, 64, 65, 200)] == [True] * 6
    assert Rng(3).bits(0) == 0


def test_weights_are_met_exactly_even_where_floats_would_fail():
    huge = 10**60
    rng = Rng(4)
    drawn = Counter(rng.weighted([huge, 0, 2 * huge]) for _ in range(6_000))
    assert set(drawn) == {0, 2}
    assert 1_850 < drawn[0] < 2_150


@pytest.mark.parametrize("weights", [[], [0, 0], [3, -1]])
def test_weights_that_choose_nothing(weights):
    with pytest.raises(ValueError, match=r"Weights are|no number from 0"):
        Rng(1).weighted(weights)


def test_every_order_is_as_likely():
    rng = Rng(8)
    found = Counter()
    for _ in range(12_000):
        things = list(range(4))
        rng.shuffle(things)
        found[tuple(things)] += 1
    assert set(found) == set(permutations(range(4)))
    assert all(380 < many < 620 for many in found.values())


def test_chances():
    rng = Rng(9)
    assert 320 < sum(rng.chance(35, 100) for _ in range(1_000)) < 380
    assert not any(rng.chance(0, 5) for _ in range(50))
    assert list(islice(iter(lambda: rng.chance(5, 5), False), 50)) == [True] * 50


def test_nothing_is_below_zero():
    with pytest.raises(ValueError, match="no number from 0 to -1"):
        Rng(1).below(0)
