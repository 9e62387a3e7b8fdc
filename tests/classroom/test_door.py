import pytest

from game.classroom.door import Door, Knock
from game.classroom.pictures import NAMES, PICTURES, SIDE

DOOR = Door("KNPT", b"key")
NOW = 6_000_000.0


def knock(code="KNPT", pictures=None, at=NOW) -> bool:
    return DOOR.opens(Knock(code, [*DOOR.pair(NOW)] if pictures is None else pictures), at)


def test_the_code_and_the_two_pictures_open_it():
    assert knock()
    assert knock(code=" knpt ")
    assert knock(pictures=[*reversed(DOOR.pair(NOW))])


@pytest.mark.parametrize("code", ["KNPX", "", None, 7, ["KNPT"], "KNPT" * 1000])
def test_another_code_does_not(code):
    assert not knock(code=code)


@pytest.mark.parametrize("pictures", [None, "ab", [], ["cat"], ["cat", 7], ["cat"] * 3, {"a": 1}])
def test_nor_does_anything_but_the_two(pictures):
    assert not DOOR.opens(Knock("KNPT", pictures), NOW)


def test_of_all_pairs_just_one_opens_a_door_that_has_just_been_hung():
    opening = [(a, b) for a in NAMES for b in NAMES if Door("KNPT", b"x").opens(Knock("KNPT", [a, b]), 30.0)]
    assert 2 <= len(opening) <= 4  # this minute's and the last one's, either way round


def test_pictures_change_and_those_of_the_minute_before_are_still_taken():
    assert knock(at=NOW + 60)
    assert not knock(at=NOW + 180) or DOOR.pair(NOW) in (DOOR.pair(NOW + 180), DOOR.pair(NOW + 120))


def test_two_processes_with_the_same_key_show_the_same():
    assert Door("AAAA", b"key").pair(NOW) == DOOR.pair(NOW)


def test_it_never_shows_a_picture_twice_at_once():
    assert all(len({*DOOR.pair(minute * 60.0)}) == 2 for minute in range(500))


def test_every_picture_is_square_and_unlike_the_others():
    assert all(len(rows) == SIDE and {len(row) for row in rows} == {SIDE} for rows in PICTURES.values())
    assert len({*PICTURES.values()}) == len(PICTURES) == 12
