"""Guarantees 1 and 2: from any position there is a way to the end without a guess, and it fits into the night."""

from __future__ import annotations

from random import Random

import pytest

from game.tower import fallback
from game.tower.boards import SIZES
from game.tower.generator import LATEST, drawn
from game.tower.known import Known
from game.tower.moves import COSTS, Breaker, Costs, Fill, Fix, Open, Survey, Switch
from game.tower.night import Night
from tests.tower.boards import TOWER, A, B, C, faults_of, flat, played, sized, small


def test_it_fills_a_riser_fixes_and_fills_again():
    night = fallback.finish(Night(TOWER, TOWER.mask("2B 4A")))
    moves = [Fill(A), Fix(flat("4A")), Fill(B), Fix(flat("2B")), Fill(B), Fill(C), Switch()]
    assert night == Night(TOWER, TOWER.mask("2B 4A")).after(moves)


def test_a_known_fault_is_fixed_before_anything_else():
    night = Night(TOWER, TOWER.mask("2B 4A")).do(Open(flat("2B")))
    assert fallback.next_move(Known.of(TOWER, night.log)) == Fix(flat("2B"))


def bound_from(known: Known, costs: Costs = COSTS) -> int:
    """No more minutes than this are needed from here on: the same, counting what is still in doubt."""
    zones = sum(1 for zone in known.building.zones if zone & known.unknown)
    unseen = min(known.more[1], known.unknown.bit_count())
    seen = known.to_fix.bit_count()
    return costs.fill * (zones + unseen) + costs.fix * (unseen + seen) + costs.switch


def test_its_bound_at_eleven():
    start = Known.at_eleven(TOWER)
    assert fallback.bound(TOWER) == bound_from(start) == 20 * (3 + 3) + 20 * 3 + 5


def test_its_bound_falls_with_what_is_known():
    night = Night(TOWER, TOWER.mask("2B 4A"))
    assert bound_from(Known.of(TOWER, night.do(Fill(C)).log)) == fallback.bound(TOWER) - 20
    mended = night.after([Fill(A), Fix(flat("4A"))])
    assert bound_from(Known.of(TOWER, mended.log)) == 20 * (2 + 2) + 20 * 2 + 5
    assert bound_from(Known.of(TOWER, fallback.finish(night).log)) == 5


def keeps_guarantee_1(start: Night) -> None:
    known = Known.of(start.building, start.log)
    end = fallback.finish(start)
    added = end.log[len(start.log) :]
    assert end.lit
    assert end.failed_throws == start.failed_throws
    assert all(event.result for event in added if event.do == "fix")
    assert end.minute - start.minute <= bound_from(known) <= fallback.bound(start.building)


@pytest.mark.parametrize("seed", range(150))
def test_guarantee_1_from_any_position_of_any_tower(seed):
    rng = Random(seed)
    building = small(rng)
    start = played(rng, Night(building, faults_of(rng, building)), rng.randint(0, 10), (Survey, Fill, Fix, Open))
    keeps_guarantee_1(start)


@pytest.mark.prove
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_guarantees_1_and_2_in_the_long_form(size):
    """From 2,000 random positions; and what the fallback really takes from 23:00."""
    rng = Random(size.name)
    kind = (size.rows, size.cols, size.circuit, size.chance, size.kmin, size.kmax)
    for _ in range(2_000):
        building = sized(rng, kind)
        start = Night(building, faults_of(rng, building))
        position = played(rng, start, rng.randint(0, 25), (Survey, Fill, Breaker, Fix, Open, Switch))
        if not position.lit:
            keeps_guarantee_1(position)
    minutes = sorted(fallback.finish(drawn(size, seed, 0).night).minute for seed in range(500))
    bound = fallback.bound(building)
    print(f"{size.name}: fallback {minutes[0]}…{minutes[250]}…{minutes[-1]} minutes, bound {bound}")
    assert minutes[-1] <= bound <= LATEST
