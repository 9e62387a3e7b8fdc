"""What a stream is shown: colours and its own width if it is a terminal, else plain lines."""

from __future__ import annotations

import io

import pytest

from game.errors import ForPeople
from game.story.problems import BrokenScript, Problem
from game.story.report import PLAIN, WIDTH
from game.terminal import COLOURED, inks_for, told, width_of

BROKEN = BrokenScript([Problem("a.yaml", 1, 1, "no such key", "unknown-key", "error", "key: 1")])


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("WT_SESSION", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_a_terminal_shows_a_little_colour():
    assert told(BROKEN, Terminal()).splitlines()[0] == (
        "\x1b[1ma.yaml:1:1:\x1b[0m \x1b[31merror[unknown-key]\x1b[0m no such key"
    )


def test_somebody_at_a_terminal_is_told_where_to_ask_why():
    asked = "Why: seven-weeks rules unknown-key"
    assert told(BROKEN, Terminal()).endswith(f"\n1 problem in the script. {asked}")
    assert asked not in told(BROKEN, io.StringIO())


def test_a_pipe_shows_none():
    assert inks_for(io.StringIO()) is PLAIN
    assert "\x1b" not in told(BROKEN, io.StringIO())


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_nor_does_a_terminal_that_is_told_so(name: str, value: str, monkeypatch: pytest.MonkeyPatch):
    assert inks_for(Terminal()) is COLOURED
    monkeypatch.setenv(name, value)
    assert inks_for(Terminal()) is PLAIN


def test_what_has_no_width_gets_the_usual_one():
    assert width_of(io.StringIO()) == WIDTH


def test_anything_else_is_said_as_it_is():
    assert told(ForPeople("There is no run called 'tea'."), Terminal()) == "There is no run called 'tea'."
