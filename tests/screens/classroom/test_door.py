"""The squares at the door."""

import pytest

from game.screens.classroom.door import Squares
from game.screens.glyphs import ASCII, UNICODE

HERE, FAR = "http://127.0.0.1:7749/#HZJH", "http://192.168.178.123:7749/#HZJH"


@pytest.mark.parametrize(
    ("link", "room", "wide"),
    [
        (HERE, (32, 20), 29),
        (FAR, (32, 20), 31),
        (FAR, (52, 26), 37),
        (FAR, (92, 41), 74),
        (FAR, (30, 20), None),
    ],
    ids=["here", "an address of the network", "with all its light", "two cells for each square", "no room"],
)
def test_squares_are_as_large_as_there_is_room_with_as_much_light_around_as_fits(link, room, wide):
    squares = Squares(link, UNICODE)
    squares.fit(*room)
    assert squares.display is (wide is not None)
    if wide:
        assert squares.styles.width.value == wide


def test_plain_characters_need_two_cells_for_each_square():
    squares = Squares(HERE, ASCII)
    squares.fit(40, 20)
    assert not squares.display
    squares.fit(60, 30)
    assert squares.display
