"""The exact engine: examples one can work out on paper, and random states against trying every set of faults."""

from __future__ import annotations

from fractions import Fraction
from math import comb
from random import Random

import pytest
from msgspec.structs import replace

from game.tower.building import Building
from game.tower.exact import Exact
from game.tower.flats import flats_in
from game.tower.known import Known
from game.tower.moves import (
    Breaker,
    Closed,
    Fill,
    Filled,
    Fix,
    Fixed,
    Move,
    Open,
    Opened,
    Survey,
    Surveyed,
    Switch,
    Thrown,
)
from game.tower.night import Night
from game.tower.weights import weights_of
from tests.tower.boards import (
    EVERY,
    HIGH_RISE,
    LAUNCH,
    TERRACE,
    TOWER,
    A,
    B,
    C,
    D,
    annex,
    drawn,
    faults_of,
    flat,
    moves_of,
    played,
    sized,
    small,
)
from tests.tower.brute import Brute, Card


def exact(*moves: Move, faults: str = "2B 4A", tower: Building = TOWER) -> Exact:
    return Exact(Known.of(tower, Night(tower, tower.mask(faults)).after(moves).log))


def shares(state: Exact, move: Move) -> dict[object, Fraction]:
    return {result: Fraction(weight, state.weight) for result, weight in state.outcomes(move).items()}


def test_at_eleven_every_set_in_the_range_counts():
    assert exact().number == 12 + 66 + 220


def test_with_one_chance_for_all_every_flat_is_as_likely():
    assert len({exact().chance(flat) for flat in range(12)}) == 1


def test_one_fault_among_unequal_chances():
    """One fault in 2 × 2 flats: the odds are 1:1, 1:2, 1:3 and 1:4, so the shares are 12, 6, 4 and 3 in 25."""
    tower = Building(
        rows=2, cols=2, circuits=(0b0111, 0b1000), kmin=1, kmax=1, chances=((1, 2), (1, 3), (2, 8), (1, 5))
    )
    state = Exact(Known.at_eleven(tower))
    assert [state.chance(flat) for flat in range(4)] == [Fraction(n, 25) for n in (12, 6, 4, 3)]


def test_a_tripped_breaker_with_one_suspect_is_certain():
    state = exact(Breaker(B), Fill(C), Open(flat("1B")))
    assert state.known.building.names(state.certain_faulty) == ["2B"]


def test_two_trips_and_two_faults_clear_the_other_circuits():
    state = exact(Breaker(B), Breaker(C), tower=annex(faults=(1, 2)))
    assert state.number == 9
    assert TOWER.names(state.certain_sound) == "1A 1B 2A 3B 3C 4C".split()
    assert TOWER.names(state.uncertain) == "1C 2B 2C 3A 4A 4B".split()


def test_the_meter_is_the_chance_that_no_fault_is_left():
    tower = drawn("aab", "abb", faults=(0, 6), chance=(1, 10))
    state = exact(faults="", tower=tower)
    assert state.go == Fraction(9, 10) ** 6
    assert exact(Open(0), faults="", tower=tower).go == Fraction(9, 10) ** 5


def test_the_meter_is_zero_while_a_fault_is_known_and_one_when_all_are_mended():
    assert exact(Open(flat("2B"))).go == 0
    assert exact(Survey(1)).go == 0
    fixed = exact(Fix(flat("2B")), Fix(flat("4A")), Breaker(A), Breaker(B), Breaker(C), Breaker(D))
    assert fixed.go == 1
    assert fixed.number == 1


def test_a_failed_switch_teaches_that_one_is_left():
    assert exact(Fix(flat("2B"))).go > 0
    assert exact(Fix(flat("2B")), Switch()).go == 0


def test_outcomes_of_what_is_known_already():
    state = exact(Fill(B), Survey(1))
    assert shares(state, Survey(1)) == {1: 1}
    assert shares(state, Fill(B)) == {flat("2B"): 1}
    assert shares(state, Breaker(B)) == {"trips": 1}
    assert shares(state, Open(flat("1B"))) == {False: 1}
    assert shares(state, Switch()) == {False: 1}


def test_readings_are_worth_repeating_after_a_fix():
    state = exact(Fill(B), Fix(flat("2B")))
    assert set(state.outcomes(Fill(B))) == {flat("3B"), flat("4B"), None}
    assert set(state.outcomes(Breaker(B))) == {"holds", "trips"}
    assert shares(state, Open(flat("2B"))) == {False: 1}


def test_a_supposition_that_cannot_be_leaves_nothing():
    known = exact(Breaker(B), Survey(1), faults="2B", tower=annex(faults=(1, 1))).known
    for name in ("1C", "2A"):
        known = known.supposing(flat(name), faulty=False)
    assert Exact(known).number == 2
    for name in ("2B", "2C"):
        known = known.supposing(flat(name), faulty=False)
    nothing = Exact(known)
    assert not nothing.possible
    assert (nothing.number, nothing.weight, nothing.outcomes(Survey(0))) == (0, 0, {})


def test_the_two_forms_of_weights_have_the_ratios_of_the_chances():
    """Equal chances and a chance for each flat take different forms; both are exact."""
    for seed in range(20):
        tower = small(Random(seed), 8)
        card, weights = Card(tower), weights_of(tower)
        ratios = {Fraction(weights.of(tower.mask(faults)), 1) / card.chance(faults) for faults in card.sets()}
        assert len(ratios) == 1


def check(building: Building, night: Night) -> None:
    """Everything that the engine says of a night, against the definition."""
    state, brute = Exact(Known.of(building, night.log)), Brute(building, night.log)
    assert state.number == brute.number
    check_totals(state, brute)
    chances = [brute.chance(flat) for flat in range(building.size)]
    assert [state.chance(flat) for flat in range(building.size)] == chances
    assert state.certain_faulty == sum(1 << flat for flat, chance in enumerate(chances) if chance == 1)
    assert state.certain_sound == sum(1 << flat for flat, chance in enumerate(chances) if chance == 0)
    assert state.go == brute.outcomes(Switch()).get(True, 0)
    for move in moves_of(building):
        assert shares(state, move) == brute.outcomes(move), move


def check_totals(state: Exact, brute: Brute) -> None:
    """Its whole numbers, set by set: of all sets, of those in which a flat is faulty, of those with none left."""
    building, weights = state.known.building, weights_of(state.known.building)
    masks = [(building.mask(faults), left) for faults, left, _ in brute.agreeing]
    sets = [(mask, left, weights.of(mask)) for mask, left in masks]
    assert state.weight == sum(weight for *_, weight in sets)
    totals = [sum(weight for mask, _, weight in sets if mask >> flat & 1) for flat in range(building.size)]
    assert list(state.faulty) == totals
    assert state.outcomes(Switch()).get(True, 0) == sum(weight for _, left, weight in sets if not left)


EVENTS = {
    Survey: lambda move, result: Surveyed(move.floor, result),
    Fill: lambda move, result: Filled(move.zone, result),
    Breaker: lambda move, result: Closed(move.circuit, result),
    Open: lambda move, result: Opened(move.flat, result),
    Fix: lambda move, result: Fixed(move.flat, result),
    Switch: lambda _, result: Thrown(result),
}


def check_by_itself(night: Night) -> None:
    """What a move would show weighs what is left once it has shown it: for states too large to try every set."""
    known = Known.of(night.building, night.log)
    state = Exact(known)
    for move in moves_of(night.building):
        outcomes = state.outcomes(move)
        assert sum(outcomes.values()) == state.weight
        for result, weight in outcomes.items():
            assert Exact(known.after(EVENTS[type(move)](move, result))).weight == weight, (move, result)
    for each in range(night.building.size):
        assert Exact(known.supposing(each, faulty=True)).weight == state.faulty[each]


@pytest.mark.parametrize("kind", [LAUNCH, HIGH_RISE])
def test_the_start_of_a_real_night_counts_every_set(kind):
    rows, cols, _, (num, den), kmin, kmax = kind
    tower = sized(Random(5), kind)
    state = Exact(Known.at_eleven(tower))
    counts = {k: comb(rows * cols, k) for k in range(kmin, kmax + 1)}
    assert state.number == sum(counts.values())
    weights = {k: many * num**k * (den - num) ** (kmax - k) for k, many in counts.items()}
    mean = Fraction(sum(k * weight for k, weight in weights.items()), sum(weights.values()))
    assert sum(state.chance(flat) for flat in range(tower.size)) == mean


@pytest.mark.parametrize("kind", [TERRACE, LAUNCH, HIGH_RISE])
@pytest.mark.parametrize("seed", range(6))
def test_outcomes_weigh_what_is_left_after_them(kind, seed):
    rng = Random(seed)
    building = sized(rng, kind, mixed=seed % 2 == 0)
    night = Night(building, faults_of(rng, building))
    check_by_itself(played(rng, night, 3 * seed, (Survey, Fill, Breaker, Breaker, Open, Fix, Switch)))


@pytest.mark.parametrize("seed", range(2))
def test_tall_circuits_that_all_trip_are_still_exact(seed):
    """Seven circuits side by side, each crossing every floor, and a chance of its own for each flat."""
    rng = Random(seed)
    tower = drawn("bbcdffg", *["abcdefg"] * 5, "abccegg", faults=(7, 12))
    own = tuple((rng.randint(1, 99), rng.randint(100, 200)) for _ in range(tower.size))
    tower = replace(tower, chances=own)
    faults = sum(1 << rng.choice(list(flats_in(circuit))) for circuit in tower.circuits)
    check_by_itself(Night(tower, faults).after([*map(Breaker, range(7)), Survey(2), Switch()]))


RULES = {
    "surveys": (Survey,),
    "fills": (Fill,),
    "breakers": (Breaker,),
    "opens": (Open,),
    "fixes": (Fix,),
    "switches": (Switch, Fix),
    "trips at different times": (Breaker, Fix),
    "floors at different times": (Survey, Fix),
    "water at different times": (Fill, Fix),
    "all but opens": (Survey, Fill, Breaker, Fix, Switch),
    "all": EVERY,
}


def states(rule: str, count: int, flats: int) -> None:
    for seed in range(count):
        rng = Random(f"{rule} {seed}")
        building = small(rng, flats)
        night = Night(building, faults_of(rng, building))
        check(building, played(rng, night, rng.randint(0, 12), RULES[rule]))


@pytest.mark.parametrize("rule", RULES)
def test_it_agrees_with_trying_every_set_of_faults(rule):
    states(rule, 12, 9)


@pytest.mark.prove
@pytest.mark.parametrize("rule", RULES)
def test_it_agrees_with_trying_every_set_of_faults_in_the_long_form(rule):
    states(rule, 800, 12)
