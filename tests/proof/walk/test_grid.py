"""Sets of readings as numbers: what is done to all of them at once is done to each."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from game.proof.walk.grid import EVERYWHERE, Grid

TOPS = {"rest": 4, "home": 3, "corners": 5}
GRID = Grid(TOPS)

quickly = settings(deadline=None, max_examples=40)
names = st.sampled_from(list(TOPS))
points = st.sets(st.tuples(*(st.integers(0, top) for top in TOPS.values())))


def readings(of: set[tuple[int, ...]]) -> int:
    found = 0
    for point in of:
        found |= GRID.at(dict(zip(TOPS, point, strict=True)))
    return found


@quickly
@given(points, names, st.integers(-9, 9))
def test_a_move_stops_at_both_ends(of, name, by):
    at = list(TOPS).index(name)
    moved = {(*p[:at], min(TOPS[name], max(0, p[at] + by)), *p[at + 1 :]) for p in of}
    assert GRID.moved(readings(of), name, by) == readings(moved)


@quickly
@given(points, names)
def test_a_number_forgotten_is_0(of, name):
    at = list(TOPS).index(name)
    assert GRID.without(readings(of), name) == readings({(*p[:at], 0, *p[at + 1 :]) for p in of})


@quickly
@given(points, names)
def test_it_knows_what_a_number_can_be(of, name):
    at = list(TOPS).index(name)
    assert GRID.numbers(readings(of), name) == sorted({p[at] for p in of})


@quickly
@given(points, st.dictionaries(st.integers(3, 5), st.integers(0, 2)))
def test_some_numbers_are_put_to_lower_ones(of, lower):
    lowered = {(*p[:2], lower.get(p[2], p[2])) for p in of}
    assert GRID.lowered(readings(of), "corners", lower) == readings(lowered)


def test_every_combination_of_some_numbers_is_a_part_of_all():
    parts = GRID.points(("rest", "corners"))
    assert len(parts) == 5 * 6
    assert all(GRID.numbers(at, "rest") == [point["rest"]] for point, at in parts)
    assert GRID.points(()) == [({}, EVERYWHERE)]


def test_beyond_the_top_is_at_the_top():
    assert GRID.at({"rest": 7, "home": 1, "corners": 0}) == GRID.at({"rest": 4, "home": 1, "corners": 0})
