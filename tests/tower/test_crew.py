"""Crews: the reference crew against its definition, the simple ones, and whether boldness pays."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from random import Random
from statistics import mean

import pytest
from msgspec.structs import replace

from game.tower.boards import BY_NAME, LAUNCH, SIZES
from game.tower.codes import Code
from game.tower.crew import (
    FIXED_ORDERS,
    KINDS,
    at_random,
    best_reading,
    in_order,
    par,
    play,
    reading_minutes,
    readings,
    reference,
    simple_crews,
    telling,
)
from game.tower.exact import Exact
from game.tower.generator import board, drawn
from game.tower.grades import Grade
from game.tower.known import Known
from game.tower.moves import (
    COSTS,
    Breaker,
    Closed,
    Costs,
    Fill,
    Fix,
    Fixed,
    Open,
    Opened,
    Survey,
    Surveyed,
    Switch,
    Thrown,
)
from game.tower.night import Night
from game.tower.rng import Rng
from tests.tower.boards import TOWER, A, B, C, D, annex, faults_of, small
from tests.tower.brute import Brute
from tests.tower.throwers import bold, throwing


def night(faults: str = "2B 4A", **more) -> Night:
    return Night(TOWER, TOWER.mask(faults), **more)


def some_nights(size: str, count: int):
    return [drawn(BY_NAME[size], seed, 0).night for seed in range(count)]


def test_readings_are_listed_floors_zones_circuits_flats():
    assert list(readings(TOWER, *KINDS))[:6] == [Survey(0), Survey(1), Survey(2), Survey(3), Fill(0), Fill(1)]
    assert sum(1 for _ in readings(TOWER, *KINDS)) == 4 + 3 + 4 + 12


def test_a_reading_whose_outcome_is_known_tells_nothing():
    known = Known.of(TOWER, night().after([Fill(A), Breaker(A)]).log)
    left = list(telling(Exact(known), *KINDS))
    assert Fill(A) not in left
    assert Breaker(A) not in left
    assert Open(TOWER.flat("1B")) not in left
    assert Open(TOWER.flat("3B")) in left


def test_par_of_a_small_tower():
    """Breakers are cheap; two trip, two floors have one fault each, and then a flat is worth a look."""
    played = par(night())
    assert played.log == (
        Closed(A, "holds"),
        Closed(B, "trips"),
        Closed(C, "trips"),
        Closed(D, "holds"),
        Surveyed(1, 1),
        Surveyed(3, 1),
        Opened(TOWER.flat("2B"), True),
        Fixed(TOWER.flat("2B"), True),
        Closed(B, "holds"),
        Opened(TOWER.flat("4A"), True),
        Fixed(TOWER.flat("4A"), True),
        Closed(C, "holds"),
        Thrown(True),
    )
    assert (played.minute, reading_minutes(played)) == (115, 70)


def test_par_goes_on_from_where_a_night_stands():
    begun = night().do(Survey(3))
    assert par(begun).log[:1] == begun.log
    assert par(begun).lit


def test_what_is_given_beforehand_costs_nothing_and_is_used():
    given = tuple(Surveyed(floor, count) for floor, count in enumerate([0, 1, 0, 1]))
    helped = play(night(), reference, given)
    assert helped.lit
    assert helped.minute < par(night()).minute
    assert not any(isinstance(event, Survey) for event in helped.log)


def test_other_costs_lead_to_other_readings():
    cheap = night(costs=Costs(open=1))
    assert par(cheap).log[0].do == "open"
    assert best_reading(Exact(Known.at_eleven(TOWER)), Costs(fill=1)) == Fill(0)


def test_when_all_is_certain_no_reading_is_best():
    known = Known.of(TOWER, par(night()).log)
    with pytest.raises(ValueError, match="Nothing is uncertain"):
        best_reading(Exact(known))


def by_definition(start: Night) -> Night:
    """The reference crew word for word, from every set of faults that agrees, with no part of the engine."""
    played, building = start, start.building
    while not played.lit:
        brute = Brute(building, played.log)
        sets = [faults for faults, *_ in brute.agreeing]
        agreed = frozenset.intersection(*sets)
        mended = {building.name(flat) for flat in range(building.size) if played.fixed >> flat & 1}
        certain = [Fix(flat) for flat in range(building.size) if building.name(flat) in agreed - mended]
        if certain:
            played = played.after(certain)
        elif len(sets) == 1:
            played = played.do(Switch())
        else:
            played = played.do(best_by_definition(brute, building))
    return played


def best_by_definition(brute: Brute, building):
    best, best_worth = None, Decimal(0)
    for move in readings(building, *KINDS):
        with localcontext() as context:
            context.prec = 60
            shares = [Decimal(share.numerator) / share.denominator for share in brute.outcomes(move).values()]
            worth = -sum(share * share.ln() for share in shares) / Decimal(2).ln() / COSTS.of(move)
            if worth > best_worth + Decimal("1e-50"):
                best, best_worth = move, worth
    return best


@pytest.mark.parametrize("seed", range(12))
def test_par_is_what_its_definition_says(seed):
    rng = Random(seed)
    building = small(rng, 9)
    start = Night(building, faults_of(rng, building))
    assert par(start).log == by_definition(start).log


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(12, 132))
def test_par_is_what_its_definition_says_in_the_long_form(seed):
    rng = Random(seed)
    building = small(rng, 12)
    start = Night(building, faults_of(rng, building))
    assert par(start).log == by_definition(start).log


def test_a_crew_sees_readings_only():
    """As long as two nights of one tower read the same, they are played the same."""
    building = drawn(LAUNCH, 3, 0).night.building
    rng = Random(3)
    logs = [par(Night(building, faults_of(rng, building))).log for _ in range(12)]
    for one, other in pairwise(logs):
        for mine, theirs in zip(one, other, strict=False):
            assert replace(mine, result=None) == replace(theirs, result=None)
            if mine.result != theirs.result:
                break


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_the_reference_crew_never_fixes_or_throws_in_vain(size):
    for start in some_nights(size.name, 6):
        played = par(start)
        assert played.won
        assert played.failed_throws == 0
        assert all(event.result for event in played.log if isinstance(event, Fixed))
        assert played.minute == reading_minutes(played) + 20 * start.faults.bit_count() + 5


def test_simple_crews_keep_to_their_order():
    start = some_nights("7x7", 1)[0]
    for kinds in FIXED_ORDERS.values():
        played = play(start, in_order(*kinds))
        assert played.won
        read = [event for event in played.log if type(event).__bases__[0] in KINDS]
        assert {type(event).__bases__[0] for event in read} <= set(kinds)
    assert [event.floor for event in play(start, in_order(*FIXED_ORDERS["floors first"])).log[:7]] == [*range(7)]


def test_a_random_crew_is_the_same_for_the_same_seed():
    start = some_nights("6x4", 1)[0]
    assert play(start, at_random(5)).log == play(start, at_random(5)).log
    assert play(start, at_random(5)).log != play(start, at_random(6)).log


def test_there_are_four_simple_crews():
    start = some_nights("7x7", 1)[0]
    nights = [play(start, crew) for crew in simple_crews(1)]
    assert len(nights) == 4
    assert all(each.won and not each.failed_throws for each in nights)


def test_the_crew_that_throws_without_reading():
    played = play(night(), throwing)
    assert played.log[0] == Thrown(False)
    assert [event.do for event in played.log].count("switch") == played.failed_throws + 1
    after_fixes = [played.log[at + 1].do for at, event in enumerate(played.log[:-1]) if event.do == "fix"]
    assert set(after_fixes) <= {"fix", "switch"}


def test_the_bold_crew_throws_once_the_meter_shows_enough():
    tower = annex(faults=(0, 3), chance=(1, 20))
    start = Night(tower, 0)
    assert Exact(Known.at_eleven(tower)).go > Fraction(1, 2)
    assert play(start, bold(Fraction(1, 2))).log == (Thrown(True),)
    assert play(start, bold(Fraction(1))).log == par(start).log
    with pytest.raises(ValueError, match="for ever"):
        bold(Fraction(0))


def test_a_bold_crew_that_fails_throws_again_only_after_a_fix():
    tower = annex(faults=(0, 3), chance=(1, 20))
    played = play(Night(tower, tower.mask("4C")), bold(Fraction(1, 2)))
    assert played.failed_throws == 1
    assert played.lit


def in_any_order(seed: int):
    """A crew that takes any reading that still tells something, each as likely as another."""
    rng = Rng(seed)
    return lambda exact, _: rng.choice(list(telling(exact, *KINDS)))


@pytest.mark.prove
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_five_hundred_nights_in_random_order_against_par(size):
    """Ten orders on each of fifty boards. Now and then one is luckier than par, on small boards mostly."""
    boards = [board(Code(size, [*Grade][seed % 3], seed)) for seed in range(50)]
    par_minutes = mean(each.path.minutes for each in boards)
    differences = [
        play(each.night, in_any_order(seed)).minute - each.path.minutes for each in boards for seed in range(10)
    ]
    luckier = mean(minutes < 0 for minutes in differences)
    print(f"{size.name}: {mean(differences):+.0f} minutes on par's {par_minutes:.0f}; {luckier:.1%} are below it")
    assert mean(differences) > 0.2 * par_minutes
    assert luckier <= 0.05


def watched_par(start: Night) -> tuple[Night, Fraction]:
    """The night of par, and the highest that the meter stood while something was uncertain."""
    highest = Fraction(0)

    def crew(exact, costs):
        nonlocal highest
        highest = max(highest, exact.go)
        return reference(exact, costs)

    return play(start, crew), highest


@pytest.mark.prove
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_to_throw_at_sixty_percent_does_not_pay(size):
    """200 nights. A bold crew plays as par does while the meter stays below what is enough for it."""
    nights = some_nights(size.name, 200)
    careful = [watched_par(start) for start in nights]
    for enough in (Fraction(1, 2), Fraction(6, 10), Fraction(7, 10), Fraction(8, 10), Fraction(9, 10)):
        brave = [
            play(start, bold(enough)) if highest >= enough else calm
            for start, (calm, highest) in zip(nights, careful, strict=True)
        ]
        gain = [b.minute - calm.minute for b, (calm, _) in zip(brave, careful, strict=True)]
        error = (sum((g - mean(gain)) ** 2 for g in gain) / len(gain)) ** 0.5 / len(gain) ** 0.5
        failed = mean(b.failed_throws for b in brave)
        print(
            f"{size.name}: at {float(enough):.0%} costs {mean(gain):+.1f} ± {error:.1f} min, {failed:.2f} failed"
        )
        if enough <= Fraction(6, 10):
            assert mean(gain) > 0
