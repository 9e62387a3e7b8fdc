"""How long a whole story is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.cli import main
from game.proof.length import LEAST, MINUTES, MOST
from tests.proof.galleys import galley, said, words


def told(count: int, root, spine: str = "whole: true\n") -> tuple[list[str], list[str]]:
    """What the rules say of a story of so many words, in lines of a hundred."""
    lines = [f"id: a-{at}, imagined: {words(100)}" for at in range(count // 100)]
    rest = [f"id: rest, imagined: {words(count % 100)}"] if count % 100 else []
    of = galley(root, *lines, *rest, spine=spine)
    return said(of, "length"), said(of, "minutes")


@pytest.mark.parametrize("count", [LEAST, MOST])
def test_a_whole_story_has_so_many_words(count, tmp_path):
    assert told(count, tmp_path)[0] == []


@pytest.mark.parametrize("count", [LEAST - 1, MOST + 1])
def test_no_fewer_and_no_more(count, tmp_path):
    (problem,) = told(count, tmp_path)[0]
    assert f"a typical play has {count:,} words; a whole story has 3,500 to 5,500" in problem


def test_a_cut_that_takes_another_time_than_it_is_meant_to_fails(tmp_path):
    """5,000 words are 25 minutes, which is what a class has."""
    assert [problem.partition(" the cut ")[2] for problem in told(5_000, tmp_path)[1]] == [
        "demo typically takes 25.0 minutes; it is meant for 6, give or take 15%",
        "full typically takes 25.0 minutes; it is meant for 45, give or take 15%",
        "short typically takes 25.0 minutes; it is meant for 12, give or take 15%",
    ]


@pytest.mark.parametrize(("count", "named"), [(4_249, True), (4_250, False), (5_750, False), (5_751, True)])
def test_it_may_take_fifteen_per_cent_more_or_less(count, named, tmp_path):
    assert any("the cut class" in problem for problem in told(count, tmp_path)[1]) is named


@pytest.mark.parametrize("told_in", ["README.md", "scenes/README.md", "--help"])
def test_whoever_picks_a_cut_is_told_the_minutes_that_are_meant(told_in, capsys):
    if told_in == "--help":
        with pytest.raises(SystemExit):
            main(["play", "--help"])
        text = capsys.readouterr().out
    else:
        text = (Path(__file__).parents[2] / told_in).read_text("utf-8")
    said_of = dict(re.findall(r"(class|short|demo)`? \((?:about\s)?(\d+)", text))
    assert said_of == {cut: str(meant) for cut, meant in MINUTES.items() if cut != "full"}


def test_a_story_that_is_not_whole_yet_may_be_as_long_as_it_is(tmp_path):
    assert told(100, tmp_path, spine="") == ([], [])
