"""The story that ships: sound, in pace, and true to its ledger."""

from itertools import takewhile
from random import Random
from statistics import mean, median

import pytest

from game.library import Library
from game.script import shipped
from game.story.beat import Beat, Imagined
from game.story.calendar import CUTS
from game.story.lesson_minutes import CLOSE, LESSONS, lesson_seconds
from game.story.model import parts_of
from game.story.questions import Go
from game.story.state import Room
from game.story.whole import read_whole
from game.stroll import stroll
from tests.stories import shipped_story


@pytest.fixture(scope="module")
def read():
    return read_whole(shipped())


@pytest.fixture(scope="module")
def story():
    return shipped_story()


def screens(story, seed, cut="full"):
    """The screens of one random play: the words of each, and what it asks."""
    run = Library(story, None).new("a-play", cut=cut, seed=seed)
    rng = Random(seed)
    while (moment := run.now()).question is not None:
        if not moment.stays:
            told = " ".join([*(beat.text for beat in moment.beats), moment.question.text])
            yield len(told.split()), moment.question
        run.answer(moment.question.sample(moment.state, rng))


@pytest.fixture(scope="module")
def plays(story):
    return [list(screens(story, seed)) for seed in range(60)]


def test_the_first_key_comes_by_word_35_and_the_first_question_by_word_90(plays):
    for play in plays:
        words = 0
        first_key = first_question = None
        for count, question in play:
            words += count
            first_key = first_key or words
            if first_question is None and not isinstance(question, Go):
                first_question = words
        assert first_key <= 35
        assert first_question <= 90


def test_a_new_player_is_at_the_first_choice_after_at_most_two_keys(plays):
    for play in plays:
        goes = [isinstance(question, Go) for _, question in play]
        assert goes.index(False) <= 2


def test_something_is_asked_every_sixty_words_and_at_the_latest_after_120(plays):
    for play in plays:
        gaps, words = [], 0
        for count, question in play:
            words += count
            if not isinstance(question, Go):
                gaps.append(words)
                words = 0
        assert max(gaps) <= 120
        assert mean(gaps) <= 60


def test_screens_are_short(plays):
    counts = [count for play in plays for count, _ in play]
    assert median(counts) <= 30
    assert max(counts) <= 60


def test_at_least_five_kinds_of_question_appear_by_the_end_of_week_one(plays):
    kinds = {question.kind for play in plays for _, question in play}
    assert kinds >= {"choose", "predict", "spend", "arrange", "find", "tell", "tally"}


def test_a_stroll_to_the_last_night_finds_a_whole_tower(story):
    for seed in range(20):
        run = Library(story, None).new("a-play", seed=seed)
        stroll(run, 49)
        state = run.now().state
        assert len(state.rooms) == 48
        assert all(Room(room) & Room.BUILT for room in state.rooms)
        assert state.corners <= 12
        led_past = {32, 34} if state.value("gently") else set()
        assert run.days() == [day for day in range(1, 50) if day not in led_past]


@pytest.mark.parametrize("cut", CUTS)
def test_every_cut_comes_to_its_end(story, cut):
    for seed in range(20):
        assert list(screens(story, seed, cut))


def test_no_option_is_better_than_a_sibling_in_every_gauge(read):
    for sheet in read.sheets:
        for _, question in parts_of(sheet.scene):
            if getattr(question, "kind", "") != "choose":
                continue
            effects = [(o.effects.rest, o.effects.home, o.effects.craft) for o in question.options]
            for one in effects:
                for other in effects:
                    assert not all(a > b for a, b in zip(one, other, strict=True)), question.id


def test_at_most_twelve_corners_are_offered(read):
    offered = [part for s in read.sheets for _, part in parts_of(s.scene) if getattr(part, "corner", False)]
    assert 1 <= len(offered) <= 12


def test_no_line_shares_nine_words_in_a_row_with_another_text_of_the_ledger(read):
    """The ledger is ours, yet a play that recites it would read like a form."""
    ledger = {run for entry in read.ledger.by_id.values() for run in runs_of(entry.support, 9)}
    for sheet in read.sheets:
        for _, beat in parts_of(sheet.scene):
            if isinstance(beat, Beat):
                assert not runs_of(beat.text, 9) & ledger, beat.id


def runs_of(text, length):
    words = [word.strip(".,:;“”’'").lower() for word in text.split()]
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_the_hour_of_the_last_night_is_given_away_nowhere(read):
    """It is the first envelope, and it is opened only when that night is over."""
    before = list(takewhile(lambda sheet: sheet.scene.id != "day-49", read.sheets))
    assert len(before) > 7
    for sheet in before:
        for _, beat in parts_of(sheet.scene):
            if isinstance(beat, Beat) and not isinstance(beat, Imagined):
                assert "up-until-0400" not in beat.cites
                assert not set("four 4".split()) & set(beat.text.lower().replace(".", " ").split()), beat.id


@pytest.mark.parametrize(("minutes", "cut"), LESSONS.items())
def test_a_lesson_leaves_a_minute_or_a_few_before_the_bell(story, minutes, cut):
    scenes = [story.scene(index) for index in range(len(story))]
    left = minutes * 60 - lesson_seconds(scenes, cut)
    assert CLOSE <= left <= CLOSE + 180


@pytest.mark.parametrize("cut", LESSONS.values())
def test_every_scene_of_a_lesson_says_what_it_is_for_and_what_to_do(story, cut):
    played = [story.scene(index) for index in range(len(story)) if story.has(index, cut)]
    assert all(scene.lesson and scene.lesson.note and scene.lesson.slips for scene in played)
