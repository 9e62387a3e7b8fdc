"""Minutes: words, and what each question takes besides."""

from __future__ import annotations

from statistics import fmean

import pytest

from game.proof.bots.bot import Memory
from game.proof.bots.players import BOTS
from game.proof.bots.playing import moments, player
from game.script import open_story, script_at, shipped
from game.story.beat import Imagined
from game.story.calendar import CUTS
from game.story.fold import Moment
from game.story.minutes import SECONDS, minutes_left, minutes_of_weeks, reckoned, seconds_of, taken
from game.story.shaping import QUESTION_KINDS
from game.story.story import Story
from tests.stories import choose, fix, go, night, option, scene, story, told, unkept, walk
from tests.story.cases import sound_story


def words(name: str, count: int, **more: object) -> Imagined:
    return Imagined(id=name, text=" ".join(["word"] * count), **more)


def test_every_kind_of_question_has_its_seconds():
    assert set(SECONDS) == set(QUESTION_KINDS)


def test_two_hundred_words_are_a_minute():
    assert seconds_of([words("a", 150), words("b", 50)], "full") == 60


def test_a_question_takes_its_words_and_its_seconds():
    assert seconds_of([go("on")], "full") == pytest.approx(2 + 2 * 0.3)


def test_of_what_may_follow_an_answer_the_mean_is_reckoned():
    question = choose("q", option("a", then=[words("x", 10)]), option("b", then=[words("y", 20), words("z", 10)]))
    assert seconds_of([question], "full") == pytest.approx(8 + (2 + 20) * 0.3)


def test_of_what_is_told_on_a_condition_half_is_reckoned():
    sooner = told("a", if_="rest > 5"), told("b", if_="rest <= 5")
    assert seconds_of(sooner, "full") == pytest.approx(seconds_of([told("a")], "full"))


def test_a_step_of_another_cut_takes_no_time():
    assert seconds_of([words("a", 200, cuts=("demo",))], "full") == 0
    assert seconds_of([words("a", 200, cuts=("demo",))], "demo") == 60


def test_a_scene_is_reckoned_for_every_cut_whole_and_in_facts_alone():
    day = scene("day-1", words("a", 200), fix("annex"), day=1, cuts=("full", "class"))
    whole = 60 + 240 + round(seconds_of([fix("annex")], "full") - 240)
    alone = round(240 + 3 * 0.3)
    assert reckoned(day) == (whole, whole, 0, 0, alone, alone, 0, 0)


def of_three_days() -> Story:
    days = (scene(f"day-{n}", words(f"w-{n}", 200), go(f"g-{n}"), day=n) for n in (1, 2, 8))
    return story(*days, scene("end", told("over")))


def test_what_is_left_goes_down_with_every_answer_and_is_nothing_at_the_end():
    run = unkept(of_three_days())
    seen = []
    while run.now().question is not None:
        seen.append(run.minutes_left)
        run.answer(None)
    assert seen == [(3, False), (2, False), (1, False)]  # the words on the screen are reckoned as read
    assert run.minutes_left == (0, False)


def test_each_week_has_its_own():
    of = of_three_days()
    assert minutes_of_weeks(of, "full") == {1: (3, False), 2: (2, False)}
    facts = of.without_fiction("full")
    assert minutes_of_weeks(facts, "full") == {}
    assert minutes_left(facts, "full", 0, 0) == (0, False)


def test_a_night_is_not_among_the_minutes_and_is_named_until_it_is_over():
    eve = (words("a", 190), go("in"), night("tonight"), go("out"))
    of = story(
        scene("day-1", *eve, day=1, cuts=("full", "class")), scene("end", told("over"), cuts=("full", "demo"))
    )
    assert [minutes_left(of, "full", 0, step).night for step in range(4)] == [True, True, True, False]
    assert minutes_left(of, "full", 0, 2).minutes == 1
    assert minutes_of_weeks(of, "full") == {1: (2, True)}
    assert not minutes_left(of, "demo", 0, 3).night
    assert not minutes_left(of.without_fiction("full"), "full", 0, 0).night


@pytest.mark.prove
@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("facts_only", [False, True])
def test_what_is_said_at_the_beginning_is_what_a_play_comes_to(cut, facts_only):
    of = open_story(shipped())
    of = of.without_fiction(cut) if facts_only else of
    plays = [sum(map(taken_by, moments(of, cut, player(BOTS["random"], seed, Memory())))) for seed in range(3)]
    assert minutes_left(of, cut, 0, 0).minutes == pytest.approx(fmean(plays) / 60, rel=0.03, abs=1)


def taken_by(moment: Moment) -> float:
    asked = moment.question if not moment.stays else None
    lines = " ".join([beat.text for beat in moment.beats] + [asked.text if asked else ""])
    return taken(len(lines.split()), asked.kind if asked else "")


@pytest.mark.parametrize("cut", CUTS)
def test_a_script_that_was_kept_knows_them_without_being_read(cut, tmp_path):
    script = script_at(sound_story(tmp_path / "story"))
    whole = open_story(script, tmp_path / "cache")
    lazily = open_story(script, tmp_path / "cache")
    assert [place.seconds for place in lazily.places] == [place.seconds for place in whole.places]
    assert minutes_left(lazily, cut, 0, 0) == minutes_left(whole, cut, 0, 0) > (0, False)
    assert list(lazily._scenes) == [0]


def test_what_has_been_passed_is_not_left():
    run = walk(unkept(of_three_days()), 2)
    assert run.minutes_left == minutes_left(run.story, "full", 2, 1)
