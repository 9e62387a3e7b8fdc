"""The last night: the player's own tower, with a clock, a crew that helps, and a morning that comes."""

from __future__ import annotations

from random import Random

import pytest
from msgspec.structs import replace

from game.journal import Entry
from game.run import Refused, Run
from game.story.condition import NIGHT_NAMES, Condition
from game.story.questions.night import CREW, LATE, corners_of
from game.story.questions.renovation import Site
from game.story.state import Room, State
from game.tower.boards import LAUNCH
from game.tower.codes import long_code
from game.tower.generator import CORNER, NO_CORNER, story_night
from game.tower.longform import Drawing
from tests.stories import go, hasty, night, scene, story, told, unkept

CORNERS = {3: "1C", 25: "4D", 48: "7F"}
CUT = int(Room.BUILT | Room.CORNER)
ROOMS = tuple(CUT if day in CORNERS else int(Room.EMPTY) for day in range(1, 49))
EVE = State(rest=7, home=5, craft=5, day=49, today=int(Room.BUILT), rooms=ROOMS)
TONIGHT = story_night(corners_of(EVE), seed=5)
FAULTS = TONIGHT.building.names(TONIGHT.faults)
OPENING = f"board {long_code(Drawing(LAUNCH, TONIGHT.building.circuits, TONIGHT.faults))}"
LIGHT = [*(f"fix {flat}" for flat in FAULTS), "switch"]


def before_the_night() -> Run:
    steps = night("tonight"), told("afterwards", if_="night_crew == 0"), go("so")
    scenes = *map(hasty, CORNERS), scene("day-49", *steps, day=49, clock="23:00")
    run = unkept(story(*scenes, scene("end", told("over"))), seed=5)
    for _ in CORNERS:
        run.answer("cut")
    return run


def played(*lines: str) -> Run:
    run = before_the_night()
    for line in (OPENING, *lines):
        run.answer(line)
    return run


def numbers(run: Run) -> tuple[int, ...]:
    return tuple(run.now().state.value(name) for name in NIGHT_NAMES)


# ---- The board


def test_a_flat_is_a_day_and_a_corner_cut_makes_it_a_likely_fault():
    assert TONIGHT.building.names(corners_of(EVE)) == list(CORNERS.values())
    building = night("n").sitting(played().now().state).night.building
    chances = {building.name(flat): chance for flat, chance in enumerate(building.chances)}
    assert {name for name, chance in chances.items() if chance == CORNER} == set(CORNERS.values())
    assert set(chances.values()) == {CORNER, NO_CORNER}


def test_the_first_answer_is_the_board_drawn_for_this_run():
    assert night("n").drawn(EVE, seed=5) == OPENING
    run = before_the_night()
    with pytest.raises(Refused, match="The first answer to a night is its board"):
        run.answer("survey 1")
    moment = run.answer(OPENING)
    assert moment.stays
    assert moment.question.sitting(moment.state).night == TONIGHT


def test_a_run_that_is_read_again_draws_nothing(monkeypatch):
    past = [answer for _, answer in played("survey 1").past()]
    monkeypatch.setattr("game.tower.generator.story_night", None)
    monkeypatch.setattr("game.tower.circuits.drawn", None)
    again = before_the_night()
    for answer in past[len(CORNERS) :]:
        again.answer(answer)
    assert again.now().question.sitting(again.now().state).night.minute == 10


@pytest.mark.parametrize(
    "damaged",
    [
        OPENING[:-1] + ("A" if OPENING[-1] != "A" else "B"),
        OPENING[:-9],
        "board",
        "board 1-4x3-B-SC7R1-2-S",
        "board 1-7x7-M-K7Q2M-4",
        f"board {OPENING}",
        "survey 1",
        None,
        ["board"],
        7,
    ],
)
def test_a_board_that_is_damaged_stops_the_replay_at_the_beginning_of_the_day(damaged):
    run = before_the_night()
    entries = [Entry(scene="day-49", question="tonight", answer=each) for each in (damaged, "survey 1")]
    stop = run.replay(entries)
    assert stop is not None
    assert stop.why.startswith("day 49 has changed, and ")
    assert (run.now().begins, run.now().state.table) == (True, ())


def test_words_that_no_longer_fit_stop_it_there_too():
    run = before_the_night()
    entries = [Entry(scene="day-49", question="tonight", answer=each) for each in (OPENING, "survey 1", "jump")]
    assert run.replay(entries) is not None
    assert (run.now().begins, run.now().state.table) == (True, ())


# ---- How it ends


def test_lit_by_four_it_leaves_its_numbers_and_goes_on_at_that_hour():
    run = played("hint", "switch", *LIGHT)
    minutes = 65 + 20 * len(FAULTS) + 5
    assert minutes <= LATE
    assert [beat.id for beat in run.now().beats] == ["tonight-lit", "afterwards"]
    assert numbers(run) == (minutes, 1, 60 * 49, 1, 0)
    assert run.now().clock == f"{(23 * 60 + minutes) // 60 % 24:02}:{minutes % 60:02}"
    assert run.now().state.table == ()


def test_lit_after_four_it_is_late():
    run = played(*["switch"] * 4, *["survey 1"] * 4, *LIGHT)
    assert run.now().beats[0].id == "tonight-lit-late"
    assert numbers(run)[0] > LATE


def test_at_half_past_seven_the_crew_finishes_it():
    run = played(*["switch"] * 7)
    assert run.now().stays
    for _ in range(5):
        run.answer("open 1A")
    assert run.now().question.sitting(run.now().state).night.minute == CREW - 5
    run.answer("breaker a")
    assert [beat.id for beat in run.now().beats] == ["tonight-finished"]
    assert numbers(run) == (540, 7, 7 * 60 * 49, 0, 1)
    assert run.now().clock == "08:00"


def test_when_there_is_no_time_left_to_fail_the_caller_holds_on_to_the_switch():
    run = played(*["switch"] * 7, "survey 1", "survey 2")
    state = run.now().state
    assert run.now().question.sitting(state).night.minute == 475
    assert run.now().question.refusal("switch", state) == ""
    run.answer("breaker a")
    with pytest.raises(Refused, match="The caller holds on to it"):
        run.answer("switch")


def test_a_switch_that_is_sure_to_work_can_be_thrown_until_the_end():
    run = played(*LIGHT[:-1], *(f"fill {riser}" for riser in "ABCDEFG"))
    while run.now().question.sitting(run.now().state).night.minute < CREW - 10:
        run.answer("breaker a")
    run.answer("switch")
    assert numbers(run) == (CREW - 5, 0, 0, 0, 0)


def test_what_the_night_left_can_be_asked_for():
    run = played("switch", *LIGHT)
    assert Condition("night_throws == 1 and night_crew == 0 and night_minutes > 60").met(run.now().state)
    assert not Condition("night_minutes").met(EVE)


# ---- The crew


@pytest.mark.parametrize(("minute", "offers"), [(0, 0), (295, 0), (300, 1), (360, 2), (420, 3), (505, 3)])
def test_from_four_on_the_crew_says_more_and_more_by_itself(minute, offers):
    sitting = Site(OPENING.removeprefix("board "), corners_of(EVE)).opened()
    assert night("n").offers(replace(sitting, night=replace(sitting.night, minute=minute))) == offers


def test_strolls_play_it_to_its_end_on_a_board_of_their_own():
    ends = set()
    for seed in range(30):
        run, rng = before_the_night(), Random(seed)
        while run.now().question.id == "tonight":
            run.answer(run.now().question.sample(run.now().state, rng))
        ends.add(run.now().beats[0].id)
        assert numbers(run)[0] <= 540
    assert "tonight-finished" in ends
