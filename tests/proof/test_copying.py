"""Our own words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.proof.copying import rows_of
from game.proof.galley import Galley, Unreadable, texts_in
from game.proof.rule import Example, scene
from game.script import shipped
from game.story.whole import read_whole
from tests.proof.galleys import galley_of, said

TEXTS = "SEVEN_WEEKS_TEXTS"
"""Names a folder with the articles, for whoever has them."""


def copied(line: str, text: str, root: Path) -> list[str]:
    example = Example((scene(f'id: a, imagined: "{line}"'),), texts={"one.txt": text})
    return said(galley_of(example, root), "copies-a-text")


def test_nine_words_in_a_row_are_copied_and_eight_are_not(tmp_path):
    row = "the lift is out of order and so is"
    assert copied(f"Today {row[:-3]}.", row, tmp_path / "eight") == []
    (problem,) = copied(f"Today {row} it.", f"They say: {row.upper()}!", tmp_path / "nine")
    assert "“the lift is out of order and so is” stands word for word in one.txt" in problem


def test_a_row_begins_anew_at_a_quotation():
    assert list(rows_of("one two three four five “six” seven eight nine ten")) == []
    assert len(list(rows_of("one two three four five six seven eight nine ten"))) == 2


def test_apostrophes_and_commas_make_no_difference():
    assert list(rows_of("it’s a, b c d e f g h")) == list(rows_of("It's a b c d e f g h."))


def test_a_folder_of_texts_is_read_and_one_without_is_refused(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("Tea.", "utf-8")
    (tmp_path / "one.txt").write_text("Milk.", "utf-8")
    assert texts_in(tmp_path) == {"a/one.txt": "Tea.", "one.txt": "Milk."}
    (tmp_path / "b").mkdir()
    with pytest.raises(Unreadable, match="There is no text in"):
        texts_in(tmp_path / "b")
    with pytest.raises(Unreadable, match="is no folder"):
        texts_in(tmp_path / "c")


@pytest.mark.skipif(TEXTS not in os.environ, reason="the articles are not ours to put here")
def test_the_shipped_story_copies_nothing_from_the_articles():
    found = Galley(shipped(), read_whole(shipped()), texts_in(Path(os.environ[TEXTS])))
    assert said(found, "copies-a-text") == []
