"""The experiments of the lab: what they ask, what is true, and what the dials do."""

from __future__ import annotations

import pytest

from game.tower.analogy import in_lines
from game.tower.curves import PlayedOut, simulation
from game.tower.dials import BATCH, COUPLING, PARTS, RELIABILITY, Setting, choice
from game.tower.experiments import (
    DAMAGE,
    EXPERIMENTS,
    FIXES_THAT_BREAK,
    FLAKY_PARTS,
    P_TO_THE_N,
    THE_BEST_BATCH,
    THREE_CREWS,
)
from game.tower.lab_words import agreement, beside, estimated, figure, in_plain_signs
from game.tower.odds import Estimate

by_name = pytest.mark.parametrize("experiment", EXPERIMENTS, ids=[each.name for each in EXPERIMENTS])


@pytest.mark.parametrize(
    ("experiment", "truth"),
    [
        (P_TO_THE_N, "61.1 in 100"),
        (THREE_CREWS, "96.8 of 100"),
        (DAMAGE, "four times"),
        (THE_BEST_BATCH, "batches of 2"),
        (FIXES_THAT_BREAK, "20 fixes"),
        (FLAKY_PARTS, "over a week"),
    ],
    ids=lambda each: getattr(each, "name", ""),
)
def test_the_answers(experiment, truth):
    assert experiment.question.in_words(experiment.question.truth) == truth


def test_the_answer_about_damage_is_what_the_curve_says():
    whole = DAMAGE.curves[0]
    twice, once = (whole.on_paper(DAMAGE.start.turned("parts", n)) for n in (80, 40))
    assert twice / once == pytest.approx(4)
    assert DAMAGE.question.dial.answers[3] == "four times"


def test_the_answer_about_flaky_parts_is_what_the_curve_says():
    minutes = FLAKY_PARTS.curves[0].on_paper(FLAKY_PARTS.start)
    assert minutes / 60 / 24 > 7


@pytest.mark.parametrize(
    ("experiment", "note"),
    [
        (P_TO_THE_N, "With 99 of 100 sound, the chance falls below one half after 68 parts."),
        (THREE_CREWS, "With 49 flats, W is quicker than A only above 96.8 of 100."),
        (DAMAGE, "W is 2,400 times as dark as A. With this c, a fault darkens 24.7 flats."),
        (THE_BEST_BATCH, "The lowest point: batches of 2, 224.2 minutes."),
        (FIXES_THAT_BREAK, "What g does to the minutes: W goes from 1,155 to 2,305, A from 550 to 800."),
        (FLAKY_PARTS, "R needs 174.6 throws on average, though nothing is broken."),
    ],
    ids=lambda each: getattr(each, "name", ""),
)
def test_what_is_read_off(experiment, note):
    assert experiment.note(experiment.start) == note


@by_name
def test_the_texts_fit_beside_a_small_plot(experiment):
    assert len(experiment.question.text) <= 3 * 72
    assert len(experiment.formula) <= 76
    assert len(experiment.in_words) <= 76
    assert len(experiment.note(experiment.start)) <= 74
    assert all(len(curve.name) <= 22 for curve in experiment.curves)


@by_name
def test_every_dial_can_stand_at_both_ends(experiment):
    for dial in experiment.dials:
        for end in (dial.stops[0], dial.stops[-1]):
            setting = experiment.start.turned(dial.word, end)
            values = [curve.on_paper(setting) for curve in experiment.curves]
            assert all(value is None or value >= 0 for value in values)
            assert experiment.note(setting)


@by_name
def test_dials_start_on_a_stop_and_curves_have_letters_of_their_own(experiment):
    for dial in experiment.dials:
        assert experiment.start.at(dial.word) in dial.stops
    signs = [curve.sign for curve in experiment.curves]
    assert len({*signs}) == len(signs)
    assert experiment.across.word in {dial.word for dial in experiment.dials}


def test_everything_can_be_written_in_plain_signs():
    for each in EXPERIMENTS:
        texts = (each.question.text, each.formula, each.in_words, each.task, each.unit, *each.assumptions)
        assert in_plain_signs(" ".join(texts)).isascii()
    assert in_plain_signs("T = 3⌈n/b⌉ + 5⌈log₂b⌉, pⁿ − 1") == "T = 3ceil(n/b) + 5ceil(log2(b)), p^n - 1"
    assert " ".join(in_lines()).isascii()


# dials


def test_a_dial_moves_from_stop_to_stop_and_stays_at_its_ends():
    assert PARTS.moved(49, 1) == 50
    assert PARTS.moved(95, 10) == 100
    assert RELIABILITY.moved(0.9, -1) == 0.895
    assert RELIABILITY.nearest(0.8971) == 0.895
    assert COUPLING.says(0.3) == "30 of 100"
    assert COUPLING.along(COUPLING.share(0.3)) == 0.3
    assert choice("a", "b").says(1) == "b"


def test_no_batch_is_larger_than_the_tower():
    small = Setting(parts=5, batch=7)
    assert small.size == 5
    assert THE_BEST_BATCH.stops(small) == BATCH.stops[:5]
    assert THE_BEST_BATCH.curves[0].on_paper(small) == THE_BEST_BATCH.curves[0].on_paper(small.turned("batch", 5))


def test_a_guess_is_judged():
    assert P_TO_THE_N.question.verdict(90) == "28.9 too high."
    assert P_TO_THE_N.question.verdict(61) == "Well guessed."
    assert THE_BEST_BATCH.question.verdict(1) == "1 too low."
    assert DAMAGE.question.verdict(1) == "More than you said."
    assert DAMAGE.question.verdict(4) == "Less than you said."


# dice


@by_name
def test_dice_tell_every_curve_out_and_agree_with_its_formula(experiment, monkeypatch):
    for curve in experiment.curves:
        monkeypatch.setattr(curve, "runs", 3 if isinstance(curve, PlayedOut) else 1_000)
    told = list(simulation(experiment.curves, experiment.start, seed=5))
    assert [each.done for each in told] == sorted(each.done for each in told)
    assert told[-1].done == 1
    out = {each.curve.sign: each.estimate for each in told if each.estimate.runs == each.curve.runs}
    assert set(out) == {curve.sign for curve in experiment.curves}
    for curve in experiment.curves:
        paper = curve.on_paper(experiment.start)
        if paper is not None:
            assert abs(out[curve.sign].mean - paper) <= 4 * out[curve.sign].error


def test_new_dice_come_from_a_new_seed(monkeypatch):
    [curve] = P_TO_THE_N.curves
    monkeypatch.setattr(curve, "runs", 1_000)
    first, again, other = ([*simulation((curve,), P_TO_THE_N.start, seed)][-1].estimate for seed in (1, 1, 2))
    assert first == again
    assert first != other


@pytest.mark.parametrize(
    ("mean", "said"),
    [
        (100.0, "agrees exactly"),
        (100.9, "agrees within its error"),
        (98.5, "within twice its error"),
        (103.0, "2 to 4 errors off: rare"),
        (95.0, "disagrees: over 4 errors"),
    ],
)
def test_whether_dice_and_formula_agree_is_said(mean, said):
    assert agreement(100, Estimate(20_000, mean, 1.0)) == said


def test_a_crew_without_a_formula_is_set_beside_one_that_has():
    assert beside(Estimate(200, 335, 6), 269.5, "A") == "66 more than A"
    assert beside(Estimate(200, 200, 6), 269.5, "A") == "70 less than A"
    assert beside(Estimate(200, 275, 6), 269.5, "A") == "about like A"


def test_figures_have_as_many_digits_as_say_something():
    assert [figure(each) for each in (11290.9, 269.5, 20.0, 61.11, 0.061)] == [
        "11,291",
        "269.5",
        "20",
        "61.1",
        "0.06",
    ]
    assert estimated(Estimate(9, 568.77, 1.71)) == ("568.8", "1.7")
    assert estimated(Estimate(9, 38_301.2, 89.6)) == ("38,301", "90")
    assert estimated(Estimate(9, 0.613, 0.0034), times=100) == ("61.3", "0.3")
    assert estimated(Estimate(9, 2.0, 0.001)) == ("2.00", "under 0.01")
