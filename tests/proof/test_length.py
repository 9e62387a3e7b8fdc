"""How long a whole story is."""

from __future__ import annotations

import pytest

from game.proof.length import LEAST, MOST
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


def test_a_cut_that_takes_another_time_than_it_is_meant_to_is_noted(tmp_path):
    """5,000 words are 25 minutes, which is what a class has."""
    assert [note.partition(" the cut ")[2] for note in told(5_000, tmp_path)[1]] == [
        "demo typically takes 25 minutes; it is meant for 5",
        "full typically takes 25 minutes; it is meant for 40",
        "short typically takes 25 minutes; it is meant for 12",
    ]


def test_a_story_that_is_not_whole_yet_may_be_as_long_as_it_is(tmp_path):
    assert told(100, tmp_path, spine="") == ([], [])
