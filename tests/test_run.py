"""A run: answering, going back, going to a day. All of them are the replay of a prefix."""

from __future__ import annotations

import re
from random import Random
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.run import Refused, Run
from game.stroll import begin_at, stroll
from tests.stories import (
    choose,
    evenings,
    every_kind,
    find,
    go,
    number,
    opening,
    option,
    scene,
    story,
    tell,
    told,
    unkept,
    walk,
    when,
)

EVERY_KIND = every_kind()
plays = st.tuples(st.integers(0, 30), st.integers(0, 10**6))
"""How many answers, and what they are drawn from."""
quickly = settings(deadline=None, max_examples=80)


def played(play: tuple[int, int]) -> Run:
    answers, seed = play
    return walk(unkept(EVERY_KIND), answers, seed)


def replayed(run: Run, count: int) -> Run:
    """The first so many answers of a run, given to a new one."""
    again = unkept(run.story)
    for _, answer in run.past()[:count]:
        again.answer(answer)
    return again


def test_a_play_begins_with_what_is_told_before_the_first_question():
    moment = unkept(EVERY_KIND).now()
    assert (moment.scene.id, moment.begins) == ("day-1", True)
    assert [beat.id for beat in moment.beats] == ["a"]
    assert moment.question is not None
    assert moment.question.id == "hour"


def test_an_answer_leads_to_the_next_moment_and_stays_in_the_past():
    run = unkept(evenings(2))
    moment = run.answer("late")
    assert moment is run.now()
    assert (moment.state.rest, moment.state.craft, moment.state.late_nights) == (5, 6, 1)
    assert [beat.id for beat in moment.beats] == ["late-1", "dawn-2"]
    assert [(at.question.id, answer) for at, answer in run.past()] == [("evening-1", "late")]


def test_when_the_story_is_over_nothing_is_asked():
    run = walk(unkept(EVERY_KIND), 100)
    assert run.now().question is None
    assert [beat.id for beat in run.now().beats][-1] == "over"
    with pytest.raises(Refused, match="The story is over"):
        run.answer(None)


@pytest.mark.parametrize(
    ("name", "answer", "said"),
    [
        ("hour", {"guess": 25, "sure": 3}, "Guess a number from 0 to 24"),
        ("hour", {"guess": True, "sure": 3}, "Guess a number"),
        ("hour", 5, "Give a guess and how sure you are"),
        ("hour", {"guess": 5, "sure": 6}, "from 1 to 5"),
        ("on", "on", "nothing to choose"),
        ("hours", {"sofa": 3}, "3 of 4 spent"),
        ("hours", {"sofa": 1, "home": 3}, "Home: at most 2"),
        ("hours", {"pub": 4}, "not on the list"),
        ("order", ["review", "merge"], "every one of them in the row once"),
        ("worth", 0, "Tell it from 1 to 5"),
        ("light", "roof", "not on the list"),
        ("evening-5", "sleep", "not on the list"),
    ],
)
def test_an_answer_the_question_does_not_take_is_refused_and_changes_nothing(name, answer, said):
    run = next(run for run in (walk(unkept(EVERY_KIND), n) for n in range(20)) if run.now().question.id == name)
    before, past = run.now(), run.past()
    with pytest.raises(Refused, match=said):
        run.answer(answer)
    assert run.now() is before
    assert run.past() == past


def test_what_is_struck_out_says_why():
    run = unkept(evenings(4))
    for _ in range(3):
        run.answer("late")
    with pytest.raises(Refused, match="You are too tired"):
        run.answer("shortcut")


# ---- The same answers, the same play


@quickly
@given(plays)
def test_the_same_answers_lead_to_the_same_moments(play):
    run = played(play)
    assert replayed(run, len(run.past())).past() == run.past()


@quickly
@given(plays, st.integers(1, 5))
def test_going_back_is_the_replay_of_a_shorter_prefix(play, steps):
    run = played(play)
    for _ in range(steps):
        if run.can_go_back:
            break
        run.back()
    again = replayed(run, len(run.past()))
    assert again.now() == run.now()
    assert again.past() == run.past()


@quickly
@given(plays, st.lists(st.booleans(), max_size=30))
def test_no_going_back_crosses_a_broken_seal(play, moves):
    run = played(play)
    rng = Random(play[1])
    for back in moves:
        opened, table = run.now().state.opened, run.now().state.table
        if back and not run.can_go_back:
            run.back()
            assert opened <= run.now().state.opened
            assert len(run.now().state.table) >= len(table)
        elif not back and run.now().question is not None:
            run.answer(run.now().question.sample(run.now().state, rng))


@quickly
@given(plays)
def test_going_to_a_day_is_the_replay_of_all_before_it(play):
    run = played(play)
    for day in run.days():
        gone = run.go(day)
        before = next(n for n, (at, _) in enumerate([*run.past(), (run.now(), None)]) if at.scene.day == day)
        again = replayed(run, before)
        assert gone.now().scene.day == day
        assert gone.now().begins
        assert [answer for _, answer in gone.past()] == [answer for _, answer in run.past()[:before]]
        without_guesses = dict.fromkeys(("guesses",), ())
        assert _but(gone.now().state, without_guesses) == _but(again.now().state, without_guesses)


def _but(state, changes):
    from msgspec.structs import replace

    return replace(state, **changes)


@quickly
@given(plays)
def test_going_to_a_day_leaves_the_run_as_it_was(play):
    run = played(play)
    before, past = run.now(), run.past()
    for day in run.days():
        run.go(day)
    assert (run.now(), run.past()) == (before, past)


# ---- Going back stops


def test_at_the_beginning_there_is_nothing_to_go_back_to():
    run = unkept(EVERY_KIND)
    assert run.can_go_back == "This is where it begins."
    with pytest.raises(Refused, match="where it begins"):
        run.back()


def sealed_and_opened() -> Run:
    """A play in which the envelope has just been opened, on day 2."""
    days = (
        scene("day-1", number("hour"), go("on"), day=1),
        scene("day-2", opening("record", "hour"), go("so"), day=2),
    )
    run = unkept(
        story(
            *days,
            scene("day-3", choose("what", option("this"), option("that")), day=3),
            scene("end", told("over")),
        )
    )
    run.answer({"guess": 3, "sure": 5})
    run.answer(None)
    return run


def test_what_was_in_an_envelope_cannot_be_unseen():
    run = sealed_and_opened()
    opened = run.now().opened["record"]
    assert (opened.guess.guess, opened.guess.sure, opened.close) == (3, 5, False)
    assert run.can_go_back.startswith("What you have just seen cannot be unseen.")
    run.answer(None)
    assert run.back().opened == {"record": opened}
    with pytest.raises(Refused, match="cannot be unseen"):
        run.back()


def test_a_guess_whose_seal_is_broken_stays_the_record_when_a_day_is_played_again():
    again = sealed_and_opened().go(1)
    assert again.name == "brass-kettle-2"
    again.answer({"guess": 5, "sure": 1})
    again.answer(None)
    assert again.now().opened["record"].guess.guess == 3
    assert again.go(1).go(1).now().state.guess("hour").guess == 3


def test_a_guess_still_sealed_can_be_taken_back_and_changed():
    run = unkept(EVERY_KIND)
    run.answer({"guess": 3, "sure": 5})
    run.back()
    run.answer({"guess": 7, "sure": 1})
    assert run.now().state.guess("hour").guess == 7


def test_a_reading_taken_cannot_be_untaken():
    run = unkept(story(scene("day-1", go("in"), find("light"), go("out"), day=1)))
    run.answer(None)
    assert run.can_go_back == ""
    moment = run.answer("meter")
    assert moment.stays
    assert moment.beats == ()
    with pytest.raises(Refused, match="cannot be unseen"):
        run.back()
    assert [beat.id for beat in run.answer("fuse").beats] == ["light-quick"]
    assert run.can_go_back != ""


def test_a_day_not_played_yet_cannot_be_gone_to():
    with pytest.raises(Refused, match="Day 4 has not been played yet"):
        unkept(EVERY_KIND).go(4)


# ---- A stroll


def test_a_stroll_comes_to_a_day_by_answers_drawn_from_the_seed():
    first, second = unkept(EVERY_KIND, seed=3), unkept(EVERY_KIND, seed=3)
    stroll(first, 4)
    stroll(second, 4)
    assert first.now().scene.day == 4
    assert first.past() == second.past()


def test_a_stroll_to_a_day_that_is_not_there_is_refused():
    with pytest.raises(
        Refused, match=r"There is no day 9 in this version of the story\. The days it has: 1 to 6\."
    ):
        stroll(unkept(EVERY_KIND), 9)
    with pytest.raises(Refused, match="Day 1 is not played"):
        stroll(walk(unkept(EVERY_KIND), 100), 1)


def test_of_many_strolls_one_is_taken_that_is_neither_lucky_nor_unlucky():
    run = unkept(evenings(12), seed=5)
    begin_at(run, "day-12")
    at_random = [walk(unkept(evenings(12)), 11, seed).now().state for seed in range(40)]
    for name in ("rest", "home", "craft"):
        assert abs(getattr(run.now().state, name) - median(getattr(state, name) for state in at_random)) <= 2


@pytest.mark.parametrize("name", ["end", "end.yaml", "scenes/end.yaml"])
def test_a_scene_is_begun_at_by_its_id_or_its_file(name):
    run = unkept(EVERY_KIND, seed=3)
    assert begin_at(run, name) is run
    assert (run.now().scene.id, run.now().begins) == ("end", True)


def test_a_scene_that_was_played_is_begun_again_in_a_play_of_its_own():
    run = walk(unkept(EVERY_KIND), 100)
    again = begin_at(run, "day-3")
    assert again.journal.header.forked_from == run.name
    assert (again.now().scene.id, again.now().begins) == ("day-3", True)
    answers = [answer for _, answer in again.past()]
    assert answers == [answer for _, answer in run.past()][: len(answers)]


def test_a_scene_that_cannot_be_begun_at_is_refused_with_the_reason():
    demo = scene("demo", go("only-demo"), cuts=("demo", "short"))
    never = scene("never", go("never-asked"), when=when("rest > 10"))
    of = story(scene("start", go("up")), demo, never, scene("end", tell("q", "q"), told("over")))
    for name, why in (
        ("stat", "There is no scene 'stat' in this story (did you mean 'start'?)."),
        (
            "something",
            "There is no scene 'something' in this story; write its file, such as week-3/day-17, or its id.",
        ),
        ("demo", "'demo' is not in the version full; the versions that have it: demo, short (--cut)."),
        ("never", "None of 25 plays answered at random has come to 'never'."),
    ):
        run = unkept(of)
        with pytest.raises(Refused, match=re.escape(why)):
            begin_at(run, name)
        assert run.past() == []
    past = walk(unkept(of), 9)
    with pytest.raises(Refused, match="This play is past 'never', and did not come to it"):
        begin_at(past, "never")
    with pytest.raises(Refused, match="Nothing of 'start' is left where only facts are told"):
        begin_at(unkept(of, facts_only=True), "start")


def test_windows_are_lit_for_as_long_as_a_line_that_lights_them_is_told_and_the_last_one_counts():
    first = told("all", lights="all"), told("more"), go("on")
    second = told("power", lights="all"), told("but", lights="sound"), go("off")
    run = unkept(story(scene("one", *first, *second), scene("end", told("over"))))
    assert [run.now().lights, run.answer(None).lights, run.answer(None).lights] == ["all", "sound", None]
