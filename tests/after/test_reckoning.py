"""The weeks, subtracted: what is left comes out of what there was."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game.after.reckoning import NightFigures, night_of, reckoning
from game.story.condition import NIGHT_NAMES
from tests.afterwards import ended, play
from tests.stories import unkept, walk


@pytest.mark.parametrize("seed", range(20))
def test_every_line_subtracts_from_the_one_above(seed: int):
    run = walk(unkept(ended(weeks=3), seed=seed), 999, seed)
    state = run.now().state
    sums = reckoning(run.story, state)
    left = sums.evenings
    for row in sums.weeks:
        left -= row.late
        assert row.left == left
    assert left == sums.own
    assert (sums.late, sums.corners) == (state.late_nights, state.corners)
    for place, name in enumerate(("rest", "home", "craft")):
        moved = sum(row.changes[place] for row in sums.weeks)
        assert getattr(sums.began, name) + moved == getattr(sums.now, name)


def test_what_comes_after_the_last_day_counts_with_its_week():
    rows = reckoning(ended(), play().now().state).weeks
    assert [row.title for row in rows] == ["The first week", "The second week, and after"]


def test_a_week_that_has_not_begun_is_no_line():
    run = walk(unkept(ended()), 8)
    assert [row.week for row in reckoning(run.story, run.now().state).weeks] == [1]


def test_a_play_without_a_night_has_no_figures_of_one():
    assert night_of(play().now().state) is None


@pytest.mark.parametrize(("minutes", "clock"), [(45, "23:45"), (60, "0:00"), (335, "4:35"), (540, "8:00")])
def test_the_night_is_told_by_the_clock(minutes: int, clock: str):
    state = play().now().state
    for name, number in zip(NIGHT_NAMES, (minutes, 2, 196, 1, 1), strict=True):
        state = state.remembering(name, number)
    night = night_of(replace(state))
    assert night == NightFigures(minutes, 2, 196, 1, crew=True)
    assert night.clock == clock
