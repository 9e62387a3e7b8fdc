"""The end in lines, and the recall."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

from game.after.recall import sittings
from game.library import Library
from game.plain import play as play_in_lines
from game.plain.ear import INTERRUPTED
from game.plain.recall import recall
from tests.afterwards import ended, play
from tests.stories import evenings, walk

MAY = dt.date(2025, 5, 23)


def the_end(books: Library, name: str = "brass-kettle") -> list[str]:
    out = io.StringIO()
    play_in_lines(books, books.open(name), out, [])
    return out.getvalue().splitlines()


def finished(folder: Path) -> Library:
    books = Library(ended(), folder)
    play(books.new("brass-kettle"))
    return books


def asked(books: Library, *lines: str) -> list[str]:
    out = io.StringIO()
    assert recall(books, "brass-kettle", out, lines, today=MAY) == 0
    return out.getvalue().splitlines()


def test_the_end_tells_its_ending_and_everything_it_came_to(tmp_path: Path):
    said = the_end(finished(tmp_path))
    start = said.index("The lamp in the hall.")
    assert said[start + 1].startswith("[imagined] They left a light on")
    assert "What is left: 2 evenings of your own. Rest 0, Home 5, Craft 10." in said[start:]
    assert "To send it to somebody: seven-weeks share brass-kettle" in said
    assert "In a few days, two questions: seven-weeks recall brass-kettle" in said


def test_a_story_without_endings_ends_as_it_always_has(tmp_path: Path):
    books = Library(evenings(2), tmp_path)
    walk(books.new("brass-kettle"), 9)
    said = the_end(books)
    assert any(line.startswith("That is all there is. Rest ") for line in said)
    assert not any("share" in line for line in said)


def test_the_recall_asks_tells_and_adds_up(tmp_path: Path):
    books = finished(tmp_path)
    said = asked(books, "4 5", "1", "2")
    assert said[0] == "A small story. Two questions about it."
    assert "Question 1: Until what hour were they up?" in said
    assert "[reported] They were up until 4." in said
    assert "You guessed: 4 o’clock, sure 5 of 5. The record: 4 o’clock. That was it." in said
    assert said.index("[reported] They were up until 4.") < said.index("Question 2: What was the hard part?")
    assert said[-1] == "You remembered 1 of 2."
    (sitting,) = sittings(books.recalls("brass-kettle"))
    assert sitting.remembered == {"rc-hour": True, "rc-cause": False}
    assert asked(books, "4 5", "2 2")[-1] == "Last time, on 23 May 2025, it was 1 of 2."


def test_what_is_no_answer_is_asked_again(tmp_path: Path):
    said = asked(finished(tmp_path), "soon", "99", "4", "7", "4 5", "2 2")
    assert "Not understood. Guess a number." in said
    assert "Guess a number from 0 to 24." in said
    assert said[-1] == "You remembered 2 of 2."


def test_a_recall_that_is_left_writes_nothing_down(tmp_path: Path):
    books = finished(tmp_path)
    assert asked(books, "4 5", "quit")[-1] == "You left before the last question, so nothing was written down."
    assert asked(books, "4 5")[-1] == "You left before the last question, so nothing was written down."
    assert sittings(books.recalls("brass-kettle")) == []


def test_a_recall_that_is_interrupted_says_so_to_the_shell(tmp_path: Path):
    def struck():
        yield "4 5"
        raise KeyboardInterrupt

    books, out = finished(tmp_path), io.StringIO()
    assert recall(books, "brass-kettle", out, struck(), today=MAY) == INTERRUPTED
    assert out.getvalue().endswith("so nothing was written down.\n")
    assert sittings(books.recalls("brass-kettle")) == []
