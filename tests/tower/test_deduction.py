"""The five levels: each as its example reads, and all of them against the exact engine over simulated nights."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from random import Random
from time import perf_counter

import pytest
from msgspec.structs import replace

from game.tower import circuits
from game.tower.boards import SIZES
from game.tower.building import Building
from game.tower.crew import par
from game.tower.deduction import Deduction, Line, Marks, Voice, deduce, settle
from game.tower.deduction.needs import Needs
from game.tower.exact import Exact
from game.tower.flats import mask_of
from game.tower.known import Known
from game.tower.moves import (
    Breaker,
    Closed,
    Event,
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
from tests.tower.boards import ANNEX, HIGH_RISE, LAUNCH, TERRACE, drawn, faults_of, played, sized, small

FLOORS = (
    "ceee",  # 6
    "cdde",  # 5
    "cadf",  # 4
    "aaff",  # 3
    "gbbh",  # 2
    "gghh",  # 1
)
TOWER = drawn(*FLOORS, faults=(2, 6))


def surveyed(floor: int, count: int) -> Event:
    return Surveyed(floor - 1, count)


def trips(*letters: str) -> list[Event]:
    return [Closed("abcdefghij".index(letter), "trips") for letter in letters]


def sound(names: str, tower: Building = TOWER) -> list[Event]:
    return [Opened(tower.flat(name), False) for name in names.split()]


def faulty(names: str, tower: Building = TOWER) -> list[Event]:
    return [Opened(tower.flat(name), True) for name in names.split()]


def known(*events: Event, tower: Building = TOWER) -> Known:
    return Known.of(tower, events)


def of(kmin: int, kmax: int) -> Building:
    return replace(TOWER, kmin=kmin, kmax=kmax)


def said(state: Known) -> tuple[int, str, str]:
    """The level, the voice and the reason of the one deduction there is."""
    (found,) = deduce(state)
    return found.level, found.voice, found.reason


def names(found: Deduction, tower: Building = TOWER) -> str:
    return " ".join(tower.names(found.flats))


# Level 1


def test_a_floor_whose_fault_is_found():
    assert said(known(surveyed(4, 1), *faulty("4B"))) == (
        1,
        "framer",
        "floor 4 had one fault and it is found: the rest of floor 4 is sound (4A, 4C, 4D)",
    )


def test_a_floor_without_faults():
    assert said(known(surveyed(4, 0)))[2] == "floor 4 had no fault: all of floor 4 is sound (4A, 4B, 4C, 4D)"
    assert said(known(*sound("4A 4B 4D"), surveyed(4, 0)))[2] == (
        "floor 4 had no fault: the rest of floor 4 is sound (4C)"
    )


def test_a_floor_whose_faults_are_all_found_some_of_them_mended():
    state = known(*faulty("4B"), Fixed(TOWER.flat("4B"), True), surveyed(4, 1), *faulty("4A"))
    assert said(state)[2] == "floor 4 had two faults and both are found: the rest of floor 4 is sound (4C, 4D)"
    state = known(surveyed(4, 3), *faulty("4A 4B 4C"))
    assert said(state)[2] == "floor 4 had three faults and all are found: the rest of floor 4 is sound (4D)"


def test_a_floor_whose_last_flats_must_be_faulty():
    assert said(known(surveyed(4, 1), *sound("4A 4B 4D"))) == (
        1,
        "framer",
        "floor 4 had one fault and all but 4C are cleared: it is 4C",
    )
    assert said(known(surveyed(4, 2), *sound("4A 4B")))[2] == (
        "floor 4 had two faults and only 4C and 4D are not cleared: both are faulty"
    )
    assert said(known(surveyed(4, 2), *sound("4A 4B"), *faulty("4C")))[2] == (
        "floor 4 had two faults, one is found and only 4D is not cleared: it is 4D"
    )


# Level 2


def test_the_last_suspect_of_a_breaker():
    assert said(known(*trips("c"), *sound("4A 5A"))) == (
        2,
        "electrician",
        "breaker c trips and all but 6A are cleared: it is 6A",
    )


def test_a_mended_flat_is_no_suspect_of_a_later_trip():
    state = known(*faulty("4A"), Fixed(TOWER.flat("4A"), True), *trips("c"), *sound("5A"))
    assert said(state)[2] == "breaker c trips and all but 6A are cleared or mended: it is 6A"


# Level 3


def test_a_circuit_that_uses_up_a_floor():
    assert said(known(*trips("d"), surveyed(5, 1), *sound("4C"))) == (
        3,
        "plumber",
        "d needs 5B or 5C, and floor 5 has only one: so 5A and 5D are sound",
    )


def test_two_circuits_that_use_up_a_floor_with_one_found():
    tower = drawn("eefff", "bbccd", "aaccd", faults=(2, 6))
    state = known(*trips("b", "c"), surveyed(2, 2), *sound("1C 1D", tower), tower=tower)
    assert said(state)[2] == "b needs 2A or 2B, c needs 2C or 2D, and floor 2 has only two: so 2E is sound"
    tower = drawn("ffgggg", "bbccde", "aaccde", faults=(2, 6))
    state = known(*trips("b"), surveyed(2, 2), *faulty("2E", tower), tower=tower)
    assert said(state)[2] == "b needs 2A or 2B, and floor 2 has only one more: so 2C, 2D and 2F are sound"


def test_a_circuit_with_a_suspect_elsewhere_uses_up_no_floor():
    assert deduce(known(*trips("d"), surveyed(5, 1))) == ()


# Level 4


def test_the_lines_that_need_all_faults_left():
    state = known(*trips("c"), surveyed(6, 1), *sound("6A"), tower=of(2, 2))
    assert said(state) == (
        4,
        "caller",
        "at most two are left; c needs one and floor 6 needs one: all else is sound (18 flats)",
    )


def test_lines_with_a_flat_in_common_may_share_a_fault():
    assert deduce(known(*trips("c"), surveyed(6, 1), tower=of(2, 2))) == ()


def test_many_lines_that_need_one_each():
    state = known(*trips("a", "b", "e"), surveyed(1, 1), tower=of(2, 4))
    assert said(state)[2] == (
        "at most four are left; a, b, e and floor 1 need one each: all else is sound (11 flats)"
    )


def test_the_total_counts_what_is_found_but_not_fixed_as_found():
    state = known(*faulty("4A"), *trips("b"), tower=of(1, 2))
    assert said(state)[2].startswith("at most one is left to find; b needs one: all else is sound")


def test_all_faults_that_there_can_be_are_found():
    left = " ".join(name for name in TOWER.names(TOWER.everything) if name not in ("1A", "2B", "3C", "3D"))
    state = known(*faulty("1A 2B"), *sound(left), tower=of(1, 2))
    assert said(state)[2] == "at most two flats had a fault and both are found: all else is sound (3C, 3D)"


def test_the_least_number_of_faults():
    left = " ".join(name for name in TOWER.names(TOWER.everything) if name not in ("3C", "3D", "2A"))
    assert said(known(*sound(left), tower=of(3, 5))) == (
        4,
        "caller",
        "at least three are left, and only 2A, 3C and 3D are not cleared: all are faulty",
    )
    assert said(known(*sound(left), surveyed(3, 1), tower=of(2, 5)))[2] == (
        "at least two are left; floor 3 has one, and elsewhere only 2A is not cleared: it is 2A"
    )


def test_what_a_failed_switch_says():
    left = " ".join(name for name in TOWER.names(TOWER.everything) if name != "2A")
    assert said(known(Thrown(False), *sound(left), tower=of(0, 5)))[2] == (
        "the switch failed, so at least one is left, and only 2A is not cleared: it is 2A"
    )


# Level 5

TWO_FLOORS = drawn("eccb", "eccb", "aadd", "aadd", faults=(2, 6))


def test_a_supposition_that_leaves_a_breaker_nothing():
    state = known(surveyed(3, 1), surveyed(4, 1), *trips("b", "e"), tower=TWO_FLOORS)
    found = deduce(state)
    assert [names(each, TWO_FLOORS) for each in found] == ["3B", "3C", "4B", "4C"]
    assert {(each.level, each.voice) for each in found} == {(5, Voice.YOU)}
    assert found[1].reason == (
        "suppose 3C: then floor 3 is full, 3A and 3D sound; b needs 4D; floor 4 is full, 4A sound; "
        "e has none left, yet e trips: so 3C is sound"
    )


def test_a_supposition_that_crowds_one_floor():
    tower = drawn("eecbb", "eecbb", "aaddd", "aaadd", faults=(2, 6))
    state = known(surveyed(3, 1), surveyed(4, 1), *trips("b", "e"), tower=tower)
    assert deduce(state)[0].reason == (
        "suppose 3C: then floor 3 is full, 3A, 3B, 3D and 3E sound, "
        "b and e need two on floor 4, which has only one: so 3C is sound"
    )


def test_a_supposition_that_crowds_several_floors():
    tower = drawn("eeeed", "abcfd", "abcfd", "abcfd", "gggdd", faults=(2, 9))
    state = known(*(surveyed(floor, 1) for floor in (2, 3, 4)), *trips("a", "b", "c"), tower=tower)
    assert deduce(state)[0].reason == (
        "suppose 2D: then floor 2 is full, 2A, 2B and 2C sound, "
        "a, b and c need three on floors 3 and 4, which have only two: so 2D is sound"
    )


def test_a_floor_that_has_more_counts_only_what_is_not_found():
    tower = drawn("eecbb", "eecbb", "aaddd", "aaadd", faults=(2, 6))
    state = known(surveyed(3, 1), surveyed(4, 2), *faulty("4C", tower), *trips("b", "e"), tower=tower)
    assert "on floor 4, which has only one more: so 3C is sound" in deduce(state)[0].reason


# All together


def test_nothing_follows_at_eleven():
    assert deduce(known()) == ()
    assert settle(known()) == (Marks(), [])


def test_a_deduction_tells_which_lines_to_look_at():
    (found,) = deduce(known(*trips("d"), surveyed(5, 1), *sound("4C")))
    assert (names(found), found.faulty) == ("5A 5D", False)
    assert found.uses == (Line("circuit", 3), Line("floor", 4))
    assert [line.name for line in found.uses] == ["d", "floor 5"]
    assert " ".join(TOWER.names(found.uses[0].flats(TOWER))) == "4C 5B 5C"


def test_all_that_the_lowest_level_finds_is_in_order():
    state = known(surveyed(4, 0), surveyed(2, 0), *trips("d"), *sound("5B 5C"))
    assert [(each.level, names(each)) for each in deduce(state)] == [(1, "2A 2B 2C 2D"), (1, "4A 4B 4C 4D")]


def test_settling_goes_back_to_the_lowest_level():
    """The plumber clears 5A, so the electrician is left with one suspect, and with it floor 4 is settled."""
    state = known(*trips("c", "d"), surveyed(5, 1), surveyed(4, 1), *sound("4C 6A"))
    marks, found = settle(state)
    assert [(each.level, names(each)) for each in found] == [(3, "5A 5D"), (2, "4A"), (1, "4B 4D")]
    assert marks == Marks(TOWER.mask("4B 4C 4D 5A 5D 6A"), TOWER.mask("4A"))


def test_no_level_finds_what_a_lower_one_has_found():
    state = known(*trips("b"), *sound("2B"), surveyed(2, 1))
    assert [each.level for each in settle(state)[1]] == [2, 1]


MIX = (Survey, Survey, Survey, Fill, Breaker, Breaker, Breaker, Open, Fix, Switch)
LINES = (Survey, Survey, Breaker, Breaker, Fill, Fix, Switch)
LATE = (Breaker, Fix, Survey)


def states_of(rng: Random, building: Building) -> Iterator[Known]:
    """What is known after each event of a night: now as the reference crew plays, now at random."""
    night = Night(building, faults_of(rng, building))
    if rng.random() < 0.2:
        night = par(night)
    else:
        night = played(rng, night, rng.randint(5, 40), rng.choice((MIX, LINES, LATE)))
    state = Known.at_eleven(building)
    for event in night.log:
        state = state.after(event)
        yield state


def simulated(seed: object, count: int, *sizes: tuple) -> Iterator[Known]:
    """So many states of simulated nights; without sizes, of odd small towers with odd ranges."""
    rng = Random(f"deduction {seed}")
    while True:
        building = sized(rng, rng.choice(sizes), mixed=rng.random() < 0.5) if sizes else small(rng, 16)
        for state in states_of(rng, building):
            yield state
            count -= 1
            if not count:
                return


ALL_SIZES = (ANNEX, TERRACE, LAUNCH, HIGH_RISE)


def check_marks(state: Known) -> Counter[object]:
    """Holds a state against the exact engine; what it counts."""
    exact = Exact(state)
    start = perf_counter()
    marks, found = settle(state)
    took = perf_counter() - start
    assert not marks.sound & ~exact.certain_sound, (state, found)
    assert not marks.faulty & ~exact.certain_faulty, (state, found)
    certain = state.unknown & ~exact.uncertain
    missed = certain & ~(marks.sound | marks.faulty)
    figures = Counter(states=1, certain=certain.bit_count(), missed=missed.bit_count(), seconds=took)
    return figures + Counter(each.level for each in found)


def check_words(building: Building, found: Deduction) -> None:
    """Each flat is named, or, where they are many, how many they are."""
    flats = building.names(found.flats)
    assert set(flats) <= set(re.findall(r"[0-9]+[A-Z]", found.reason)) or (
        len(flats) > 6 and f"({len(flats)} flats)" in found.reason
    ), found.reason
    for line in found.uses:
        assert line.kind == "total" or re.search(rf"\b{line.name.split()[-1]}\b", found.reason), found.reason
    assert found.reason.endswith(("faulty", "sound", ")")) or f": it is {flats[0]}" in found.reason


def check_uses(state: Known, found: Deduction) -> None:
    """The lines that a deduction uses are enough for it: all else may be forgotten."""
    building, used = state.building, set(found.uses)
    if Line("total") not in used:
        state = replace(state, building=replace(building, kmin=0, kmax=building.size), dark=0)
    state = replace(
        state,
        counts=tuple(count if Line("floor", i) in used else None for i, count in enumerate(state.counts)),
        trips=tuple(flats if Line("circuit", i) in used else 0 for i, flats in enumerate(state.trips)),
    )
    exact = Exact(state)
    assert not found.flats & ~(exact.certain_faulty if found.faulty else exact.certain_sound), found.reason


def check_each(state: Known, *, uses: bool) -> None:
    """Every deduction on the way."""
    for found in settle(state)[1]:
        check_words(state.building, found)
        if uses:
            check_uses(state, found)
        first, *_ = deduce(state)
        assert first == found
        flats = {"faulty": state.faulty | found.flats} if found.faulty else {"sound": state.sound | found.flats}
        state = replace(state, **flats)
    assert deduce(state) == ()


@pytest.mark.parametrize("size", ALL_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_it_finds_what_is_certain_and_nothing_else(size):
    for state in simulated(size, 150, size):
        assert not check_marks(state)["missed"]


def test_it_does_so_in_odd_towers():
    for state in simulated("odd", 800):
        assert not check_marks(state)["missed"]


def test_every_reason_names_its_flats_and_its_lines():
    for state in simulated("words", 200, LAUNCH, HIGH_RISE):
        check_each(state, uses=False)


def test_the_lines_it_names_are_enough():
    for state in simulated("uses", 150):
        check_each(state, uses=True)
    for state in simulated("uses", 60, ANNEX, TERRACE):
        check_each(state, uses=True)


def test_the_fewest_and_the_most_are_what_can_be():
    for state in simulated("bounds", 150):
        building = replace(state.building, kmin=0, kmax=state.building.size)
        free = replace(state, building=building, dark=0)
        found = free.faulty.bit_count()
        counts = [
            k
            for k in range(found, building.size + 1)
            if Exact(replace(free, building=replace(building, kmin=k, kmax=k))).possible
        ]
        needs = Needs(free)
        assert counts == list(range(found + needs.fewest, found + needs.most + 1))


LEVELS = {
    "4x3": (42, 3, 0, 0, 0),
    "6x4": (44, 2, 0, 11, 0),
    "7x7": (84, 5, 4, 5, 0),
    "12x5": (107, 3, 0, 30, 0),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_the_levels_never_change(size):
    """What a code means rests on them: a change here needs a new version of the codes."""
    levels: Counter[int] = Counter()
    for seed in range(3):
        rng = Rng(seed, size.flats)
        building = size.building(circuits.drawn(rng, size.rows, size.cols, size.circuits))
        flats = list(range(size.flats))
        rng.shuffle(flats)
        night = par(Night(building, mask_of(flats[: size.kmax - seed % 2])))
        state = Known.at_eleven(building)
        for event in night.log:
            state = state.after(event)
            levels.update(each.level for each in settle(state)[1])
    assert tuple(levels[level] for level in range(1, 6)) == LEVELS[size.name]


@pytest.mark.prove
def test_ten_thousand_states():
    total: Counter[object] = Counter()
    for size, count in ((ANNEX, 2000), (TERRACE, 2500), (LAUNCH, 3000), (HIGH_RISE, 2500)):
        figures: Counter[object] = Counter()
        for state in simulated(f"prove {size}", count, size):
            figures += check_marks(state)
        total += figures
        print(f"\n{size[0]}x{size[1]}: {told(figures)}", end="")
    print(f"\nall: {told(total)}")
    assert total["missed"] <= total["certain"] / 200


def told(figures: Counter[object]) -> str:
    found = figures["certain"] - figures["missed"]
    levels = ", ".join(f"L{level} {figures[level]}" for level in range(1, 6))
    mean = 1000 * figures["seconds"] / figures["states"]
    return (
        f"{figures['states']} states, {found} of {figures['certain']} certain flats found; {levels}; {mean:.2f} ms"
    )


@pytest.mark.prove
def test_odd_towers_in_the_long_form():
    figures: Counter[object] = Counter()
    for state in simulated("prove odd", 20_000):
        figures += check_marks(state)
    print(f"\nodd towers of up to 16 flats: {told(figures)}")
    assert not figures["missed"]


@pytest.mark.prove
def test_all_words_in_the_long_form():
    for state in simulated("prove words", 3000, *ALL_SIZES):
        check_each(state, uses=False)
    for state in simulated("prove uses", 3000):
        check_each(state, uses=True)
