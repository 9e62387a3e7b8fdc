"""Decision diagrams: the same set is the same object, and each operation is that of sets."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from game.proof.walk.diagram import EMPTY, Diagrams, Region
from game.proof.walk.grid import EVERYWHERE, NOWHERE

NAMES = ("a", "b", "c")
ALL = [(*numbers, bit) for numbers in product(range(3), repeat=3) for bit in range(2)]
sets = st.sets(st.sampled_from(ALL))
quickly = settings(deadline=None, max_examples=40)
names = st.sampled_from(NAMES)


def region(of: Diagrams, states: set[tuple[int, ...]]) -> Region:
    found = EMPTY
    for *numbers, bit in states:
        one = of.leaf(1 << bit)
        for name, number in zip(NAMES, numbers, strict=True):
            one = of.given(one, name, [number])
        found = of.union(found, one)
    return found


def put(state: tuple[int, ...], name: str, number: int) -> tuple[int, ...]:
    at = NAMES.index(name)
    return (*state[:at], number, *state[at + 1 :])


@quickly
@given(sets, sets)
def test_union_and_difference_are_those_of_sets_and_equal_regions_are_one(one, other):
    of = Diagrams(NAMES)
    a, b = region(of, one), region(of, other)
    assert of.union(a, b) is region(of, one | other) is of.union(b, a)
    assert of.minus(a, b) is region(of, one - other)
    assert a.count == len(one)


@quickly
@given(sets, names, st.sets(st.integers(0, 2), min_size=1))
def test_a_name_is_given_any_of_some_numbers_whatever_it_was(states, name, numbers):
    of = Diagrams(NAMES)
    given_ = {put(state, name, number) for state in states for number in numbers}
    assert of.given(region(of, states), name, sorted(numbers)) is region(of, given_)


@quickly
@given(sets, st.sets(names))
def test_what_is_forgotten_is_0(states, kept):
    of = Diagrams(NAMES)
    left = {tuple(n if name in kept else 0 for name, n in zip(NAMES, s, strict=False)) + s[3:] for s in states}
    assert of.forgotten(region(of, states), frozenset(kept)) is region(of, left)


@quickly
@given(sets, names, st.integers(0, 2))
def test_states_are_picked_by_a_name(states, name, number):
    of = Diagrams(NAMES)
    at = NAMES.index(name)
    assert of.where(region(of, states), name, number) is region(of, {s for s in states if s[at] == number})
    assert of.numbers(region(of, states), name) == sorted({s[at] for s in states})


@quickly
@given(sets)
def test_states_are_picked_by_readings_that_go_with_two_names(states):
    of = Diagrams(NAMES)

    def pick(at: dict[str, int]) -> int:
        return EVERYWHERE if at["a"] == at["c"] else 1 if at["a"] > at["c"] else NOWHERE

    picked = {s for s in states if s[0] == s[2] or (s[0] > s[2] and s[3] == 0)}
    assert of.picked(region(of, states), ["c", "a"], pick) is region(of, picked)


@quickly
@given(sets.filter(bool))
def test_some_state_of_a_region_is_one_of_its_states(states):
    of = Diagrams(NAMES)
    numbers, readings = of.one(region(of, states))
    assert any(
        all(numbers.get(n, 0) == s[i] for i, n in enumerate(NAMES)) and readings >> s[3] & 1 for s in states
    )
