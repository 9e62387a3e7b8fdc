"""Tallies on paper: bars that are printed, each with its number, and nothing that could be read as markup."""

import re

from game.after.bars import MANY, html
from game.after.blocks import Labelled, Tally

TEA = Tally("Tea?", (6, 7), (("Green", (4, 1)), ("Black <b>", (2, 6))), (Labelled("The room", "Black & slow"),))


def bars(text):
    return re.findall(r'<rect y="(\d+)" width="(\d+)" height="8" fill="(#\w+)"', text)


def test_the_last_round_is_solid_and_those_before_it_are_open():
    assert bars(html([TEA])) == [("1", "4", "#fff"), ("11", "1", "#111"), ("1", "2", "#fff"), ("11", "6", "#111")]


def test_every_bar_has_its_number_and_every_question_its_votes():
    said = html([TEA])
    assert "4 → 1" in said
    assert "6 → 7 votes" in said
    assert "Black &lt;b&gt;" in said
    assert "Black &amp; slow" in said


def test_what_is_not_broken_down_has_no_bars():
    assert bars(html([Tally("Tea?", (3,), (), ())])) == []
    assert "<table>" not in html([Tally("Tea?", (3,), (), ())])


def test_what_nobody_took_has_a_number_and_no_bar():
    assert bars(html([Tally("Tea?", (5,), (("Green", (0,)),), ())])) == []


def test_many_tallies_stand_closer():
    assert "many" not in html([TEA] * MANY)
    assert "many" in html([TEA] * (MANY + 1))
