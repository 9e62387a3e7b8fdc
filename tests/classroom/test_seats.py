from secrets import token_bytes

import pytest

from game.classroom.seats import new_seat, seat_of, token_of
from game.classroom.store import Seat

KEY = token_bytes(32)
SEAT = Seat("abc-DEF_123", "brass kettle 7")


def test_a_token_brings_its_seat_back():
    assert seat_of(token_of(SEAT, KEY), KEY) == SEAT


def test_another_class_does_not_know_it():
    assert seat_of(token_of(SEAT, KEY), token_bytes(32)) is None


def test_no_part_of_it_can_be_changed():
    token = token_of(SEAT, KEY)
    for at, letter in enumerate(token):
        other = "a" if letter != "a" else "b"
        assert seat_of(token[:at] + other + token[at + 1 :], KEY) is None


@pytest.mark.parametrize("junk", ["", "a.b", "a.b.c", "a.b.c.d", None, 7, [], "é.b.c", "." * 9000])
def test_what_is_no_token_is_nobody(junk):
    assert seat_of(junk, KEY) is None


def test_seats_are_drawn_apart():
    assert len({new_seat().id for _ in range(300)}) == 300
