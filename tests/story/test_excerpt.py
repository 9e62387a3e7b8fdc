"""An excerpt: whatever a line holds, the caret stands under the place and nothing is wider than it may be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyte import Screen, Stream

from game.story.excerpt import REPLACED, cells, excerpt
from game.story.problems import Problem
from game.story.report import Inks, told


def shown(source: str, column: int, width: int = 60) -> list[str]:
    return [gutter + text for gutter, text in excerpt(source, 7, column, width)]


def test_the_caret_stands_under_the_place():
    assert shown("- {id: a, go: Up}", 11) == [
        "    7 | - {id: a, go: Up}",
        "      |           ^",
    ]


def test_after_the_end_of_a_line_it_stands_after_the_end():
    assert shown("id", 3) == ["    7 | id", "      |   ^"]
    assert shown("id", 99) == ["    7 | id", "      |   ^"]


def test_tabs_are_spread_out():
    assert shown("a\tb", 3) == ["    7 | a   b", "      |     ^"]
    assert shown("\ta", 1) == ["    7 |     a", "      | ^"]


@pytest.mark.parametrize(("text", "column", "before"), [("釜 a", 3, 3), ("e\u0301 a", 4, 2), ("🛗a", 2, 2)])
def test_wide_characters_count_twice_and_accents_not_at_all(text: str, column: int, before: int):
    line, caret = shown(text, column)
    assert line == f"    7 | {text}"
    assert caret == "      | " + " " * before + "^"


def test_what_cannot_be_printed_is_replaced():
    line, caret = shown("a\x1b[31m\u202eb", 7)
    assert line == f"    7 | a{REPLACED}[31m{REPLACED}b"
    assert caret.index("^") == line.index(REPLACED, 10)


def test_a_long_line_is_cut_around_the_place():
    text = "".join(f"{number:03} " for number in range(60))
    assert shown(text, 1, 30) == ["    7 | 000 001 002 003 004...", "      | ^"]
    line, caret = shown(text, text.index("030") + 1, 30)
    assert line[caret.index("^") :].startswith("030")
    assert line.count("...") == 2
    line, caret = shown(text, text.index("059") + 1, 30)
    assert line[caret.index("^") :].startswith("059")
    assert line.endswith("059 ")


def test_a_line_as_long_as_a_file_takes_no_longer():
    text = "".join(f"{number:05} " for number in range(40_000))
    line, caret = shown(text, text.index("20000") + 1, 30)
    assert line[caret.index("^") :].startswith("20000")
    assert len(line) == 30


LINES = st.text(st.sampled_from("ab{}: \t釜🛗\u0301\u202e\x1b\x07…é"), max_size=90)


@settings(deadline=None)
@given(LINES, st.integers(1, 95), st.integers(28, 100))
def test_whatever_it_is_it_fits_and_the_caret_is_under_it(text: str, column: int, width: int):
    line, caret = shown(text, column, width)
    assert line.isprintable()
    assert cells(line) <= width
    assert cells(caret) <= width + 1
    assert caret.rstrip("^ ") == "      |"


@settings(deadline=None, max_examples=30)
@given(LINES.filter(lambda text: "\u0301" not in text and "…" not in text), st.integers(0, 88))
def test_a_terminal_agrees_where_that_is(text: str, at: int):
    text += "X" * 90
    marked = text[:at] + "#" + text[at:]
    line, caret = shown(marked, at + 1, 100)
    screen = Screen(100, 2)
    Stream(screen).feed(f"{line}\r\n{caret}")
    assert screen.buffer[0][caret.index("^")].data == "#"


def test_a_problem_of_a_whole_file_has_none():
    assert told(Problem("a.yaml", 0, 0, "is not read")) == "a.yaml:0:0: is not read"


def test_colours_are_put_around_the_parts():
    inks = Inks(*(lambda text, name=name: f"<{name}>{text}</>" for name in Inks._fields))
    problem = Problem("a.yaml", 4, 3, "no such key", "unknown-key", "error", "- key")
    assert told(problem, 60, inks).splitlines() == [
        "<place>a.yaml:4:3:</> <error>error[unknown-key]</> no such key",
        "<gutter>    4 | </>- key",
        "<gutter>      | </>  <caret>^</>",
    ]
