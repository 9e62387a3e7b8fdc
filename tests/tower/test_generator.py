"""Boards from codes, and their five guarantees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import mean

import pytest

from game.tower import fallback
from game.tower.boards import ANNEX, HIGH_RISE, LAUNCH, SIZES, Size
from game.tower.codes import Code
from game.tower.crew import FIXED_ORDERS, at_random, par, play, reading_minutes, reference, simple_crews
from game.tower.exact import Exact
from game.tower.generator import (
    CORNER,
    LATEST,
    NO_CORNER,
    Board,
    attempts,
    board,
    drawn,
    faults_of,
    rewards_reasoning,
    story_night,
)
from game.tower.grades import Grade, grade_of
from game.tower.known import Known
from game.tower.moves import Surveyed
from game.tower.night import Night, clock
from game.tower.path import path_of
from game.tower.rng import Rng

by_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
by_grade = pytest.mark.parametrize("grade", Grade)

CORNERS = sum(1 << flat for flat in (3, 10, 17, 22, 30, 41))


def keeps_its_guarantees(made: Board) -> list[Night]:
    """All five, worked out anew; the nights of the four simple crews."""
    night, size = made.night, made.code.size
    played = par(night)
    assert fallback.bound(made.building) <= LATEST
    assert fallback.finish(night).minute <= fallback.bound(made.building)
    assert played.minute <= LATEST
    assert made.path == path_of(played)
    assert made.path.drought <= 4
    assert any(made.path.levels[1:])
    dice = next(draw.dice for draw in draws(made.code) if draw.night == night)
    simple = [play(night, crew) for crew in simple_crews(dice)]
    assert mean(map(reading_minutes, simple)) >= 1.15 * reading_minutes(played)
    assert grade_of(size.name, made.path.difficulty) == made.code.grade
    assert (made.building.kmin, made.building.kmax) == (size.kmin, size.kmax)
    return simple


def draws(code: Code):
    return (drawn(code.size, code.seed, attempt) for attempt in range(500))


@by_size
@by_grade
def test_a_board_keeps_its_guarantees(size, grade):
    for seed in (0,) if size is HIGH_RISE else (0, 2**25 - 1):
        keeps_its_guarantees(board(Code(size, grade, seed)))


def test_a_code_leads_to_the_same_board_again():
    code = Code(LAUNCH, Grade.HARD, 49)
    assert board(code) == board(code)


def test_every_draw_can_be_waited_for_by_itself():
    tried = {seed: list(attempts(Code(ANNEX, Grade.MEDIUM, seed))) for seed in range(8)}
    assert max(map(len, tried.values())) > 1
    for seed, (*thrown_away, kept) in tried.items():
        assert not any(thrown_away)
        assert kept == board(Code(ANNEX, Grade.MEDIUM, seed))
        assert kept.night == drawn(ANNEX, seed, len(thrown_away)).night


def test_other_seeds_lead_to_other_boards():
    made = [board(Code(SIZES[0], Grade.MEDIUM, seed)) for seed in range(20)]
    assert len({(each.building.circuits, each.faults) for each in made}) == 20


def test_easy_gives_half_the_floor_counts_free():
    for size, floors in zip(SIZES, (2, 3, 3, 6), strict=True):
        made = board(Code(size, Grade.EASY, 7))
        assert len({event.floor for event in made.free}) == floors
        assert all(made.night.read(event) == event for event in made.free)
        assert list(made.free) == sorted(made.free, key=lambda event: event.floor)
        assert sum(count is not None for count in made.known(()).counts) == floors
        assert made.known(par(made.night).log).unknown == 0
    assert board(Code(LAUNCH, Grade.MEDIUM, 7)).free == ()
    assert board(Code(LAUNCH, Grade.HARD, 7)).free == ()


def test_free_counts_are_true_and_shorten_the_night():
    boards = [board(Code(ANNEX, Grade.EASY, seed)) for seed in range(20)]
    helped = [play(made.night, reference, made.free).minute for made in boards]
    assert mean(helped) < mean(made.path.minutes for made in boards)
    assert all(isinstance(event, Surveyed) for made in boards for event in made.free)


def test_a_draw_that_misses_guarantee_5_is_noticed():
    """Among the draws of a seed some let the simple crews off too lightly."""
    verdicts = Counter()
    for seed in range(10):
        draw = drawn(ANNEX, seed, 0)
        played = par(draw.night)
        simple = mean(reading_minutes(play(draw.night, crew)) for crew in simple_crews(draw.dice))
        verdicts[rewards_reasoning(draw, played)] += 1
        assert rewards_reasoning(draw, played) == (simple >= 1.15 * reading_minutes(played))
    assert verdicts[True] > verdicts[False] > 0


def test_faults_are_drawn_by_their_chances_within_the_range():
    rng, chances = Rng(1), [CORNER if CORNERS >> flat & 1 else NO_CORNER for flat in range(49)]
    nights = [faults_of(rng, LAUNCH, chances) for _ in range(4_000)]
    assert all(3 <= faults.bit_count() <= 7 for faults in nights)
    shown = Exact(Known.at_eleven(story_night(CORNERS, 1).building))
    for flat in (3, 4, 41, 48):
        share = mean(faults >> flat & 1 for faults in nights)
        assert share == pytest.approx(float(shown.chance(flat)), abs=0.03)


def test_the_story_has_its_chances():
    night = story_night(CORNERS, 7)
    assert (night.building.rows, night.building.cols) == (7, 7)
    assert [flat for flat, chance in enumerate(night.building.chances) if chance == (35, 100)] == [
        3,
        10,
        17,
        22,
        30,
        41,
    ]
    assert set(night.building.chances) == {(35, 100), (6, 100)}
    assert 3 <= night.faults.bit_count() <= 7
    assert night.minute == 0


def test_the_chances_that_are_shown_are_those_within_the_range():
    """Fewer than three faults are ruled out, so that every flat is a little more likely than its own chance."""
    shown = Exact(Known.at_eleven(story_night(0, 1).building))
    assert {shown.chance(flat) for flat in range(49)} == {shown.chance(0)}
    assert 0.06 < float(shown.chance(0)) < 0.09


def test_a_story_night_is_the_same_for_the_same_play():
    assert story_night(CORNERS, 7) == story_night(CORNERS, 7)
    assert story_night(CORNERS, 7) != story_night(CORNERS, 8)
    assert story_night(CORNERS, 7).faults != story_night(0, 7).faults


def test_a_corner_cut_is_far_more_often_the_fault():
    chances = story_night(CORNERS, 0).building.chances
    nights = [faults_of(Rng(1, seed), LAUNCH, chances) for seed in range(300)]
    corner = mean((faults & CORNERS).bit_count() / 6 for faults in nights)
    other = mean((faults & ~CORNERS).bit_count() / 43 for faults in nights)
    assert 4 < corner / other < 8


@pytest.mark.parametrize("corners", [0, CORNERS, (1 << 49) - 1])
def test_any_story_has_a_last_night(corners):
    for seed in range(4):
        assert par(story_night(corners, seed)).minute <= LATEST


def spread(minutes: list[int]) -> str:
    ordered = sorted(minutes)
    low, middle, high = (ordered[len(ordered) * share // 100] for share in (5, 50, 95))
    return f"median {middle} ({clock(middle)}), 5 % before {clock(low)}, 5 % after {clock(high)}"


SEEDS = {"4x3": 500, "6x4": 500, "7x7": 500, "12x5": 100}


def some_boards(size: Size) -> Iterator[Board]:
    """Boards of each grade in turn, their seeds from all over the range."""
    for number in range(SEEDS[size.name]):
        yield board(Code(size, [*Grade][number % 3], number * 67_001 % 2**25))


@pytest.mark.prove
@by_size
def test_the_guarantees_in_the_long_form(size):
    """500 boards of each size, 100 of the largest; and the figures of their crews."""
    boards, crews = list(some_boards(size)), [[] for _ in range(4)]
    for made in boards:
        for minutes, night in zip(crews, keeps_its_guarantees(made), strict=True):
            minutes.append(night.minute)
    pars = [made.path.minutes for made in boards]
    print(f"{size.name}: {len(boards)} boards keep their guarantees; par {spread(pars)}")
    for name, minutes in zip((*FIXED_ORDERS, "random"), crews, strict=True):
        below = mean(each < least for each, least in zip(minutes, pars, strict=True))
        print(f"{size.name}: {name} {spread(minutes)}; {below:.1%} are below par")


def first_moments(night, number: int) -> dict[int, tuple[float, bool]]:
    """What the meter says, and whether it is right, when it first stands in each tenth of the dial.

    It must be the first moment and not any: how many follow depends on what is hidden. A random crew plays, for a
    careful one hardly ever sees the middle of the dial.
    """
    moments, crew = {}, at_random(number)

    def watched(exact, costs):
        if 0 < exact.go < 1:
            moments.setdefault(int(10 * exact.go), (float(exact.go), not night.faults & ~exact.known.fixed))
        return crew(exact, costs)

    play(night, watched)
    return moments


@pytest.mark.prove
def test_the_meter_is_right_as_often_as_it_says():
    """3,000 states, 300 in each tenth of the dial, those of one tenth all of different nights: within 5 points."""
    states = {tenth: [] for tenth in range(10)}
    number = 0
    while any(len(seen) < 300 for seen in states.values()):
        number += 1
        for tenth, moment in first_moments(drawn(SIZES[number % 3], number, 1_000).night, number).items():
            states[tenth] += [moment][: 300 - len(states[tenth])]
    print(f"the meter, in {number} nights:")
    for tenth, seen in states.items():
        said, right = mean(shown for shown, _ in seen), mean(works for _, works in seen)
        print(f"{10 * tenth} to {10 * tenth + 10} %: says {said:.1%}, works {right:.1%}")
        assert abs(said - right) < 0.05


@pytest.mark.prove
def test_what_throwing_draws_away_does_to_the_meter():
    """On boards of free play faults are not quite as likely as said: the plain and the tedious nights are gone."""
    boards = [board(Code(SIZES[seed % 3], [*Grade][seed // 3 % 3], seed)) for seed in range(300)]
    moments = [first_moments(made.night, number) for number, made in enumerate(boards)]
    for name, tenths in (("below 50 %", range(5)), ("above 50 %", range(5, 10))):
        seen = [first[tenth] for first in moments for tenth in tenths if tenth in first]
        said, right = mean(shown for shown, _ in seen), mean(works for _, works in seen)
        print(f"{name}: {len(seen)} states, says {said:.1%}, works {right:.1%}")
        assert abs(said - right) < 0.1
