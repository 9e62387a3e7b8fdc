"""Moves in words: what is understood, how it is written, and what is said of what was shown."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.tower.crew import KINDS, readings
from game.tower.moves import Breaker, Fill, Fix, Open, Survey, Switch
from game.tower.night import Night
from game.tower.spoken import VERBS, Unclear, move_of, shown, told, words_of, zone_in_words
from tests.tower.boards import HIGH_RISE, annex, sized

TOWER = annex(faults=(1, 4))
TALL = sized(Random(1), HIGH_RISE)


@pytest.mark.parametrize(
    ("words", "move"),
    [
        ("survey 4", Survey(3)),
        ("fill C", Fill(2)),
        ("breaker d", Breaker(3)),
        ("open 3B", Open(7)),
        ("fix 1A", Fix(0)),
        ("switch", Switch()),
        ("  SURVEY   4 ", Survey(3)),
        ("fill c", Fill(2)),
        ("close D", Breaker(3)),
        ("look 3b", Open(7)),
        ("throw", Switch()),
    ],
)
def test_words_for_every_move(words, move):
    assert move_of(TOWER, words) == move


@pytest.mark.parametrize("building", [TOWER, TALL], ids=["annex", "high-rise"])
def test_every_move_is_read_as_it_is_written(building):
    moves = [*readings(building, *KINDS), *(Fix(flat) for flat in range(building.size)), Switch()]
    assert [move_of(building, words_of(building, move)) for move in moves] == moves


def test_a_riser_in_two_parts_has_two_names():
    assert [words_of(TALL, Fill(zone)) for zone in range(4)] == ["fill A1", "fill A2", "fill B1", "fill B2"]
    assert zone_in_words(TALL, 1) == "riser A, floors 7 to 12"
    assert zone_in_words(TOWER, 1) == "riser B"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("survay 4", "Nobody here knows how to survay. Did you mean survey?"),
        ("paint", "Nobody here knows how to paint. There are survey, fill, breaker, open, fix and switch."),
        ("", "Nobody here knows how to do nothing. There are survey, fill, breaker, open, fix and switch."),
        ("survey", "Say survey and a floor, like survey 4."),
        ("switch now", "Say switch, and no more."),
        ("survey 5", "There is no floor 5. Floors run from 1 to 4."),
        ("survey 0", "There is no floor 0. Floors run from 1 to 4."),
        ("survey ²", "There is no floor ². Floors run from 1 to 4."),
        ("survey 0010", "There is no floor 0010. Floors run from 1 to 4."),
        ("fill d", "There is no riser D. Risers run from A to C."),
        ("breaker e", "There is no breaker e. Breakers run from a to d."),
        ("open 5a", "There is no flat 5A. Flats run from 1A to 4C."),
    ],
)
def test_what_is_not_understood_is_said_with_what_would_be(words, says):
    with pytest.raises(Unclear) as unclear:
        move_of(TOWER, words)
    assert str(unclear.value) == says


def test_zeros_before_a_floor_do_not_matter():
    assert move_of(TOWER, "survey 004") == Survey(3)


def test_half_a_riser_is_not_enough():
    with pytest.raises(Unclear, match="Riser A is filled in two parts: A1 below, A2 above"):
        move_of(TALL, "fill a")


def test_other_words_can_be_meant_too():
    with pytest.raises(Unclear, match="Did you mean undo"):
        move_of(TOWER, "undoo", beside=("undo",))


@given(
    st.text(max_size=20) | st.builds("{} {}".format, st.sampled_from([v.word for v in VERBS]), st.text(max_size=9))
)
def test_any_words_are_a_move_or_unclear(words):
    try:
        move = move_of(TOWER, words)
    except Unclear as unclear:
        assert str(unclear).endswith((".", "?"))
    else:
        assert move_of(TOWER, words_of(TOWER, move)) == move


def test_what_each_move_shows():
    """2B and 4A are faulty: the water in A climbs to 4A, breaker b trips."""
    night = Night(TOWER, TOWER.mask("2B 4A"))
    readings = ["survey 1", "survey 4", "fill A", "fill C", "breaker b", "breaker d", "open 4A", "open 1A"]
    said = []
    for words in (*readings, "switch", "fix 4A", "fix 1A", "fix 2B", "switch"):
        night = night.do(move_of(TOWER, words))
        said.append((shown(TOWER, night.log[-1]), told(TOWER, night.log[-1])))
    assert said == [
        ("0", "Floor 1 has no faulty flat."),
        ("1", "Floor 4 has one faulty flat left."),
        ("4A", "The water stops at 4A: 4A is faulty."),
        ("top", "The water climbs riser C to the top."),
        ("trips", "Breaker b trips."),
        ("holds", "Breaker d holds."),
        ("faulty", "4A is faulty."),
        ("sound", "1A is sound."),
        ("dark", "A flicker, then nothing: the whole tower is dark for an hour."),
        ("faulty", "4A is fixed."),
        ("sound", "1A was sound. It is very well painted now."),
        ("faulty", "2B is fixed."),
        ("lit", "The tower is lit."),
    ]
