"""Plain words."""

from __future__ import annotations

import pytest

from game.proof.grade import grade, syllables
from tests.proof.galleys import galley, said


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("tea", 1), ("kettle", 2), ("made", 1), ("wanted", 2), ("walked", 1), ("houses", 2), ("stairs", 1)),
        *(("tower", 2), ("renovation", 4), ("table", 2), ("the", 1), ("49", 1), ("you’re", 1), ("half-past", 2)),
    ],
)
def test_syllables_are_counted_by_the_spelling(word, count):
    assert syllables(word) == count


def test_the_formula_is_that_of_flesch_and_kincaid():
    """Ten words in two sentences, thirteen syllables."""
    text = "The kettle is on again. You walk up the stairs."
    assert grade([text]) == pytest.approx(0.39 * 10 / 2 + 11.8 * 12 / 10 - 15.59)


def test_a_text_without_a_full_stop_is_one_sentence():
    assert grade(["Go up", "Go up"]) == grade(["Go up."])


def test_a_week_of_hard_words_is_shown_its_hardest_line(tmp_path):
    plain = [f"id: p{n}, imagined: The kettle is on and the lift is out again." for n in range(5)]
    hard = (
        "id: hard, imagined: Notwithstanding organisational difficulties everybody documents every installation."
    )
    long = [f"id: l{n}, imagined: {' '.join(['Electrical installation'] * 6)}." for n in range(6)]
    (problem,) = said(galley(tmp_path, *plain, hard, *long), "grade")
    assert problem.startswith("scenes/example/01.yaml:10:5: what lies outside the days reads at grade ")
    assert said(galley(tmp_path / "plain", *plain, hard), "grade") == []


def test_where_every_line_is_short_the_hardest_of_them_is_shown(tmp_path):
    short = [f"id: s{n}, imagined: {'Electrical ' * 6}installation." for n in range(16)]
    (problem,) = said(galley(tmp_path, *short), "grade")
    assert problem.startswith("scenes/example/01.yaml:4:5: ")
