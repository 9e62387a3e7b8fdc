"""Fifty recorded nights, replayed to the minute: what every move shows, what it costs, what the night comes to.

To record them anew: ``python -m tests.tower.nights``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from game.tower.boards import SIZES
from game.tower.codes import Code, read
from game.tower.generator import board
from game.tower.grades import Grade
from game.tower.longform import Drawing
from game.tower.moves import Fixed
from game.tower.sitting import Sitting
from tests.tower.nights.crews import PLAYERS
from tests.tower.nights.plans import NIGHTS, WITH_SHORT_CODES, recorded
from tests.tower.nights.record import NO_SHORT_CODE, board_of, comment_of, replayed, words_in, written

FILES = sorted((Path(__file__).parent / "nights").glob("*.night"))
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in FILES}


def short_code(text: str) -> str:
    return comment_of(text).split(", ")[0]


@pytest.mark.parametrize("name", TEXTS)
def test_a_recorded_night_is_replayed_to_the_minute(name):
    text = TEXTS[name]
    assert written(board_of(text), comment_of(text), replayed(text)) == text


@pytest.mark.parametrize("name", TEXTS)
def test_a_sitting_hears_the_same_words(name):
    sitting = Sitting.at(board_of(TEXTS[name]).night).through(words_in(TEXTS[name]))
    assert sitting.night == replayed(TEXTS[name])


def test_there_are_fifty_of_every_size_and_grade_and_player():
    assert len(TEXTS) == NIGHTS == 50
    codes = [short_code(text) for text in TEXTS.values()]
    assert codes.count(NO_SHORT_CODE) == NIGHTS - WITH_SHORT_CODES
    kinds = {(code.size.name, code.grade) for code in map(read, set(codes) - {NO_SHORT_CODE})}
    assert kinds == {(size.name, grade) for size in SIZES for grade in Grade}
    assert {comment_of(text).split(", ")[1] for text in TEXTS.values()} == {player.name for player in PLAYERS}


def test_things_go_wrong_in_them_in_every_way():
    nights = [replayed(text) for text in TEXTS.values()]
    assert all(night.lit for night in nights)
    assert sum(not night.won for night in nights) >= 3
    assert sum(night.failed_throws > 0 for night in nights) >= 10
    assert sum(any(isinstance(event, Fixed) and not event.result for event in night.log) for night in nights) >= 3
    words = [words_in(text) for text in TEXTS.values()]
    assert sum(len(set(night)) < len(night) for night in words) >= 10
    assert any("fill C1" in night for night in words)
    assert any("fill C2" in night for night in words)


@pytest.mark.prove
@pytest.mark.parametrize("name", [name for name in TEXTS if short_code(TEXTS[name]) != NO_SHORT_CODE])
def test_short_codes_still_lead_to_their_boards(name):
    code = read(short_code(TEXTS[name]))
    assert isinstance(code, Code)
    found = board(code)
    assert Drawing(code.size, found.building.circuits, found.faults) == board_of(TEXTS[name])


@pytest.mark.prove
def test_the_players_would_play_them_again():
    assert dict(recorded()) == TEXTS
