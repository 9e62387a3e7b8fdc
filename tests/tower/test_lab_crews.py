"""Crews of the lab, played on towers of their own."""

from __future__ import annotations

from itertools import islice
from math import comb
from statistics import mean

import pytest

from game.tower import lab_crews
from game.tower.boards import BY_NAME
from game.tower.crew import FIXED_ORDERS, at_random, in_order, par, play, reference, simple_crews
from game.tower.flat_by_flat import flat_by_flat
from game.tower.generator import drawn
from game.tower.odds import Parts, apart, whole
from tests.tower.throwers import throwing


def careful(_):
    return reference


def test_nights_are_the_same_for_every_crew():
    one, other = (list(islice(lab_crews.nights(24, 0.9, 5), 4)) for _ in range(2))
    assert one == other
    assert len({night.building.circuits for night in one}) == 4


def test_faults_follow_the_slider():
    for p in (0.8, 0.97):
        faults = [night.faults.bit_count() for night in islice(lab_crews.nights(40, p, 1), 150)]
        assert mean(faults) == pytest.approx(40 * (1 - p), rel=0.2)


def test_hardly_any_night_has_more_faults_than_the_crews_count_on():
    for flats, q in ((49, 0.1), (60, 0.03), (12, 0.5)):
        most = lab_crews.most_faults(flats, q)
        within = sum(comb(flats, k) * q**k * (1 - q) ** (flats - k) for k in range(most + 1))
        assert within >= 0.999
        assert within - comb(flats, most) * q**most * (1 - q) ** (flats - most) < 0.999


def test_a_crew_that_reads_is_played_out_bit_by_bit():
    told = list(lab_crews.minutes(careful, lab_crews.nights(24, 0.9, 5), runs=25))
    assert [each.runs for each in told] == [10, 20, 25]
    nights = islice(lab_crews.nights(24, 0.9, 5), 25)
    assert told[-1].mean == mean(par(night).minute for night in nights)


def test_each_night_of_a_random_crew_has_its_own_dice():
    [estimate] = lab_crews.minutes(at_random, lab_crews.nights(12, 0.9, 5), runs=5)
    assert estimate.runs == 5


@pytest.mark.parametrize("p", [0.5, 0.999])
def test_the_ends_of_the_slider(p):
    [estimate] = lab_crews.minutes(careful, lab_crews.nights(12, p, 5), runs=5)
    assert estimate.mean > 0


@pytest.mark.prove
@pytest.mark.parametrize("p", [0.8, 0.85, 0.9, 0.95, 0.97, 0.98, 0.99])
def test_how_three_crews_compare(p):
    """A crew that reads costs about what flat by flat does; one that throws is faster only above about .97."""
    parts, figures = Parts(49, p), []
    for crew in (careful, lambda _: in_order(*FIXED_ORDERS["floors first"]), lambda _: throwing):
        *_, last = lab_crews.minutes(crew, lab_crews.nights(49, p, 1), runs=150)
        figures.append(last)
    said = ", ".join(f"{each.mean:.0f} ± {each.error:.0f}" for each in figures)
    walk = apart(parts).on_paper
    print(f"p {p}: reads, simple, throws {said}; W {whole(parts).on_paper:.0f}, A {walk:.0f}")
    if p == 0.97:
        assert figures[2].mean == pytest.approx(walk, rel=0.15)
    else:
        assert (figures[2].mean < walk) == (p > 0.97)


@pytest.mark.prove
@pytest.mark.parametrize("name", ["6x4", "7x7", "12x5"])
def test_what_it_takes_to_find_a_fault_in_a_dark_tower(name):
    """The formula W has 30 minutes. Here: all of the throwing crew's night but failed throws and fixes."""
    nights = [play(drawn(BY_NAME[name], seed, 0).night, throwing) for seed in range(200)]
    faults = mean(night.faults.bit_count() for night in nights)
    find = (mean(night.minute for night in nights) - 5) / faults - 85
    failed = mean(night.failed_throws for night in nights)
    print(f"{name}: {find:.0f} minutes a fault to find, {failed:.2f} failed throws for {faults:.2f} faults")
    assert 15 <= find <= 45


@pytest.mark.prove
def test_one_apartment_at_a_time_on_a_tower_of_forty():
    """8 × 5: careful, simple and flat by flat, in minutes; and the light that each leaves before 8:00."""
    nights = []
    for seed in range(200):
        night = next(lab_crews.nights(40, 0.88, seed))
        nights.append(night)
    careful = [par(night) for night in nights]
    simple = [play(night, crew) for seed, night in enumerate(nights) for crew in simple_crews(seed)]
    walks = [flat_by_flat(night) for night in nights]
    minutes = [mean(each.minute for each in crew) for crew in (careful, simple, walks)]
    light = [mean(float(each.light) for each in crew) for crew in (careful, simple, walks)]
    print("minutes: careful {:.0f}, simple {:.0f}, flat by flat {:.0f}".format(*minutes))
    print("flat-hours of light: careful {:.0f}, simple {:.0f}, flat by flat {:.0f}".format(*light))
    assert light[2] > light[0] > light[1]
    assert abs(minutes[0] - minutes[2]) < 0.15 * minutes[2]
