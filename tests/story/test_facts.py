"""Facts only: what is made up goes, and what is left still asks, opens envelopes and builds the tower."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from msgspec.structs import replace

from game.library import Library
from game.run import Run
from game.story.beat import Beat, Explained, Reported
from game.story.calendar import CUTS
from game.story.facts import ON, only_facts
from game.story.model import Scene, parts_of
from game.story.questions import Go, Tally
from game.story.questions.base import Outcome
from game.story.shaping import KINDS
from game.story.state import Effects, Gauges
from tests.stories import (
    arrange,
    choose,
    every_kind,
    find,
    fix,
    go,
    number,
    opening,
    option,
    scene,
    shipped_story,
    spend,
    story,
    tell,
    told,
    unkept,
    walk,
    when,
)


def known(name: str, **more: object) -> Reported:
    return Reported(id=name, text=f"The {name} is on record.", cites=("a-fact",), **more)


def left(*steps: object, **more: object) -> list[tuple[str, str]]:
    """What is left of a scene with these steps: their ids and kinds."""
    return [(step.id, step.kind) for step in only_facts(scene("day-1", *steps, day=1, **more), "full").beats]


def test_what_is_imagined_goes_and_what_is_sourced_or_explained_stays():
    explained = Explained(id="why", text="A repository keeps every version.")
    assert left(told("a"), known("b"), told("c"), explained, go("on")) == [
        ("b", "reported"),
        ("why", "explained"),
        ("on", "go"),
    ]


def test_of_the_questions_those_stay_that_ask_for_what_is_known():
    asked = [number("hour"), arrange("order"), fix("annex"), tell("worth", "worth")]
    assert left(*asked) == [("hour", "predict"), ("order", "arrange"), ("annex", "fix"), ("worth", "tell")]
    gone = [
        choose("what", option("a"), option("b")),
        spend("hours"),
        find("light"),
        Tally(id="sum", text="The week."),
    ]
    assert left(*gone) == []


def test_a_question_that_goes_leaves_a_door_behind_what_was_told():
    steps = only_facts(scene("day-1", known("a"), spend("hours"), known("b"), go("off")), "full").beats
    assert [(step.id, step.text) for step in steps if isinstance(step, Go)] == [("hours", ON), ("off", ON)]


def test_no_door_leads_to_a_door():
    assert left(go("in"), told("a"), go("up"), known("b"), go("on"), told("c"), go("off")) == [
        ("b", "reported"),
        ("on", "go"),
    ]


def test_a_question_that_may_not_be_asked_leaves_the_door_after_it():
    maybe = replace(number("hour"), when=when("day > 3"))
    assert left(known("a"), maybe, go("off")) == [("a", "reported"), ("hour", "predict"), ("off", "go")]


def test_the_script_can_turn_it_round():
    kept = choose("which", option("a"), option("b"), facts=True)
    assert left(known("gauges", facts=False), kept) == [("which", "choose")]


def test_steps_of_other_cuts_are_none_of_it():
    assert left(known("a", cuts=("demo",)), go("off")) == []


def test_what_stays_changes_nothing_and_tells_nothing_made_up():
    of = scene("day-1", fix("annex"), choose("which", option("a", rest=-1, late=True), option("b"), facts=True))
    for _, part in parts_of(only_facts(of, "full")):
        assert not isinstance(part, Beat)
        assert not isinstance(part, Effects) or part == Effects()


def test_what_is_told_after_an_answer_and_is_sourced_stays_and_gets_its_door():
    order = replace(arrange("order"), wrong=Outcome(then=(told("made-up"), known("so"))))
    steps = only_facts(scene("day-1", order, go("off")), "full").beats
    assert [beat.id for beat in steps[0].wrong.then] == ["so"]
    assert steps[1].id == "off"


# ---- In a play


def facts(*scenes: Scene) -> Run:
    return unkept(story(*scenes), facts_only=True)


def test_a_day_with_nothing_left_is_passed_and_built_all_the_same():
    empty = scene("day-2", told("b"), go("on"), day=2, montage=(told("past"), known("line")))
    run = facts(scene("day-1", known("a"), go("off"), day=1), empty, scene("day-3", known("c"), go("out"), day=3))
    moment = run.answer(None)
    assert (moment.question.id, [beat.id for beat in moment.beats]) == ("out", ["line", "c"])
    assert run.days() == [1, 3]
    assert len(moment.state.rooms) == 2


def test_an_envelope_that_was_never_sealed_has_nothing_to_open():
    hidden = replace(number("hour"), facts=False)
    run = facts(
        scene("day-1", known("a"), hidden, go("on"), day=1), scene("day-2", opening("record", "hour"), day=2)
    )
    run.answer(None)
    assert run.now().opened == {}
    assert [beat.id for beat in run.now().beats] == ["record"]


def test_the_gauges_stay_where_they_begin():
    run = walk(unkept(every_kind(), facts_only=True), 100)
    start = run.story.spine.start
    assert run.now().question is None
    assert run.now().state.gauges == Gauges(start.rest, start.home, start.craft)
    assert run.now().state.late_nights == run.now().state.corners == 0


def test_a_day_gone_to_is_told_in_facts_as_well():
    run = walk(unkept(every_kind(), facts_only=True), 3)
    assert run.facts_only
    again = run.go(run.days()[-1])
    assert again.facts_only
    assert again.now() == next(
        each for each in [*(m for m, _ in run.past()), run.now()] if each.scene == again.now().scene
    )


# ---- The story that ships


@pytest.fixture(scope="module")
def game():
    return shipped_story()


@pytest.mark.parametrize("cut", CUTS)
def test_the_shipped_story_can_be_told_in_facts_alone(game, cut):
    for seed in range(4):
        run = Library(game, None).new("a-play", cut=cut, seed=seed, facts_only=True)
        rng = Random(seed)
        while (moment := run.now()).question is not None:
            run.answer(moment.question.sample(moment.state, rng))
        moments = [*(moment for moment, _ in run.past()), run.now()]
        assert all(beat.kind != "imagined" for moment in moments for beat in moment.beats)
        assert {moment.question.kind for moment in moments if moment.question} <= set(KINDS)
        assert not any(moment.state.late_nights or moment.state.corners for moment in moments)
        for before, after in pairwise(moments):
            assert after.beats or not isinstance(after.question, Go) or not isinstance(before.question, Go)


def test_no_screen_of_it_is_longer_than_in_the_whole_story(game):
    run = Library(game, None).new("a-play", seed=1, facts_only=True)
    rng = Random(1)
    while (moment := run.now()).question is not None:
        assert sum(len(beat.text.split()) for beat in moment.beats) <= 60
        run.answer(moment.question.sample(moment.state, rng))
