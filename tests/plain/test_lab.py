"""The lab, as it is heard."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from game.plain.lab import COMMANDS, lab
from game.tower.curves import PlayedOut
from game.tower.experiments import EXPERIMENTS

LIKE_THIS = "The dial reliability goes from 90 of 100 to 100 of 100. Type it like this: reliability 0.95."


def heard(*typed: str) -> list[str]:
    """Everything that is said while these lines are typed."""
    out = io.StringIO()
    assert lab(out, io.StringIO("".join(f"{line}\n" for line in typed))) == 0
    assert "\x1b" not in out.getvalue()
    return out.getvalue().splitlines()


@pytest.fixture
def few_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    for curve in (curve for each in EXPERIMENTS for curve in each.curves):
        monkeypatch.setattr(curve, "runs", 2 if isinstance(curve, PlayedOut) else 1_000)


def test_it_asks_before_it_shows_anything():
    assert heard() == [
        "The lab. 6 experiments: predict first, then turn the dials.",
        "Type help at any time.",
        "",
        "Experiment 1 of 6: p to the n.",
        EXPERIMENTS[0].question.text,
        "Guess a number from 0 to 100.",
        "You leave the lab.",
    ]
    early = "First your guess. Guess a number from 0 to 100."
    assert heard("simulate", "assumptions")[6:8] == [early, early]


def test_a_guess_stands_beside_the_truth_and_opens_the_dials():
    assert heard("90")[6:-1] == [
        "You said 90 in 100. It is 61.1 in 100. 28.9 too high.",
        "Formula: p^n.",
        "Every one of n parts must be sound: p times itself, n times over.",
        "Parts 49 and reliability 99 of 100:",
        "P (lights at once): 61.1 times in 100.",
        "With 99 of 100 sound, the chance falls below one half after 68 parts.",
        "To turn a dial, type parts or reliability, and a number. Type simulate, assumptions, breaks or next.",
    ]


@pytest.mark.parametrize("typed", ["reliability 0.999", "reliability 99.9", "Reliability 99.9%"])
def test_a_share_can_be_typed_in_three_ways(typed):
    assert "Parts 49 and reliability 99.9 of 100:" in heard("60", typed)
    assert "P (lights at once): 95.2 times in 100." in heard("60", typed)


def test_each_dial_is_turned_by_its_word():
    assert "P (lights at once): 81.8 times in 100." in heard("60", "parts 20")
    assert "T (in batches): 224.2 minutes." in heard("next", "next", "next", "7", "batch 2")
    assert "K (coupled): 480 flat-minutes dark." in heard("next", "next", "2", "coupling 0")
    assert "F (fixes): 40 fixes." in heard(*["next"] * 4, "15", "regression 0.75")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("parts 900", "The dial parts goes from 1 to 100. Type it like this: parts 51."),
        ("reliability much", LIKE_THIS),
        ("reliability nan", LIKE_THIS),
        ("coupling 0.3", "Not understood. Dials here: parts and reliability. Other words: help."),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said(typed, said):
    assert heard("60", typed)[-2] == said


@pytest.mark.parametrize("guess", ["many", "101", "-1", "1e3", "."])
def test_a_guess_is_a_number_in_range(guess):
    assert heard(guess)[6] == "Not understood. Guess a number from 0 to 100. Then the dials open."


def test_a_guess_among_answers_is_their_number():
    lines = heard("next", "next", "0", "2")
    assert "2. twice as much." in lines
    assert "Not understood. Type a number from 1 to 5. Then the dials open." in lines
    assert "You said twice as much. It is four times. More than you said." in lines


def test_dice_are_told_with_their_error_and_whether_they_agree(few_runs):
    lines = heard("60", "simulate", "simulate")
    told = [line for line in lines if line.startswith("P (lights at once), 1,000 runs: ")]
    assert len({*told}) == 2
    assert all(" give or take 1." in line and line.endswith("error.") for line in told)


def test_crews_without_a_formula_play_their_nights(few_runs):
    lines = heard("next", "90", "simulate")
    assert "C (reads, carefully): no formula; type simulate to let it play." in lines
    [played] = [line for line in lines if line.startswith("C (reads, carefully), 2 nights: ")]
    assert played.removesuffix(".").endswith(" A")


def test_assumptions_breaks_and_help():
    lines = heard("60", "assumptions", "breaks", "help")
    assert "Nobody has looked before the throw." in lines
    assert "To try: Keep the chance above 90 in 100 while n grows. How good must a part be?" in lines
    assert any(line.startswith("Tests lie. ") for line in lines)
    assert all(any(line.startswith(f"{each.word}: ") for line in lines) for each in COMMANDS)


def test_next_goes_round_and_everything_stays_as_it_was_left():
    lines = heard("60", "parts 20", *["next"] * len(EXPERIMENTS))
    assert lines[-9] == "Experiment 1 of 6: p to the n."
    assert lines[-8] == "You said 60 in 100. It is 61.1 in 100. 1.1 too low."
    assert "Parts 20 and reliability 99 of 100:" in lines[-7:]
    assert heard("again").count("Experiment 1 of 6: p to the n.") == 2


def test_quit_leaves_and_so_does_an_interruption():
    assert heard("quit", "90")[-1] == "You leave the lab."
    assert "61.1" not in "".join(heard("quit", "90"))

    def interrupted() -> Iterator[str]:
        yield "90\n"
        raise KeyboardInterrupt

    assert lab(io.StringIO(), interrupted()) == 130
