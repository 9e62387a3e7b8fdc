"""The way past: asked for at the start, it leads past what dwells on exhaustion, and past no fact."""

from __future__ import annotations

from random import Random

import pytest

from game.library import Library
from game.run import Run
from game.script import shipped
from game.story.beat import Beat
from game.story.calendar import CUTS, DAYS
from game.story.endings import ending_of
from game.story.model import parts_of
from game.story.state import Room
from game.story.whole import read_whole
from tests.stories import shipped_story

NOTE, WAY = "p-note", "p-way"


@pytest.fixture(scope="module")
def story():
    return shipped_story()


def asked_the_way(story, cut="full", **kept) -> Run:
    """A play at the question how it shall be told."""
    run = Library(story, None).new("a-play", cut=cut, seed=1, **kept)
    rng = Random(1)
    while run.now().question.id != WAY:
        run.answer(run.now().question.sample(run.now().state, rng))
    return run


def told_gently(story, seed, cut="full") -> Run:
    """A whole play on the way past, all else answered at random."""
    run = Library(story, None).new("a-play", cut=cut, seed=seed)
    rng = Random(seed)
    while (question := run.now().question) is not None:
        run.answer("gently" if question.id == WAY else question.sample(run.now().state, rng))
    return run


@pytest.mark.parametrize("cut", CUTS)
def test_every_cut_says_what_it_has_in_it_and_asks_before_its_first_day(story, cut):
    moment = asked_the_way(story, cut).now()
    assert moment.beats[-1].id == NOTE
    assert moment.state.day == 0
    assert all(option.effects.home == option.effects.rest == 0 for option in moment.question.options)


@pytest.mark.parametrize("cut", CUTS)
def test_with_facts_only_it_is_said_and_not_asked(story, cut):
    run = asked_the_way(story, cut, facts_only=True)
    assert [beat.id for beat in run.now().beats][-1] == NOTE
    assert run.now().question.kind == "go"


def test_it_can_be_taken_back(story):
    run = asked_the_way(story)
    assert run.answer("gently").state.value("gently")
    assert not run.back().state.value("gently")


@pytest.mark.parametrize("cut", CUTS)
def test_on_the_way_past_the_tower_rises_all_the_same(story, cut):
    rooms = told_gently(story, 1, cut).now().state.rooms
    assert len(rooms) == DAYS
    assert all(Room(room) & Room.BUILT for room in rooms)


def test_it_leads_past_two_days_and_comes_to_the_last_night_and_to_many_endings(story):
    plays = [told_gently(story, seed) for seed in range(20)]
    assert all({*range(1, DAYS + 1)} - {*run.days()} == {32, 34} for run in plays)
    assert all(run.now().state.value("night_minutes") for run in plays)
    ends = [run.now().state for run in plays]
    assert len({ending_of(story, state).id for state in ends}) >= 4
    for gauge in ("rest", "home", "craft"):
        assert len({getattr(state, gauge) for state in ends}) >= 4


@pytest.mark.parametrize("cut", CUTS)
def test_it_leads_past_no_fact(cut):
    everything, on_the_way_past = set(), set()
    for sheet in read_whole(shipped()).sheets:
        scene = sheet.scene
        if cut not in scene.cuts:
            continue
        for _, part in parts_of(scene):
            if isinstance(part, Beat) and (not part.cuts or cut in part.cuts):
                everything.update(part.cites)
                if not any(each and "not gently" in each.text for each in (scene.when, part.when)):
                    on_the_way_past.update(part.cites)
    assert everything == on_the_way_past
