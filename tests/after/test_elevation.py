"""The tower on paper: every window can be told from every other kind without a colour."""

from xml.etree import ElementTree

from game.after.elevation import elevation
from game.story.state import Room, State

SVG = "{http://www.w3.org/2000/svg}"
ROOMS = (Room.BUILT, Room.BUILT | Room.LATE, Room.BUILT | Room.CORNER, Room.BUILT | Room.LATE | Room.CORNER)


def boxes(rooms=(), **how):
    drawn = ElementTree.fromstring(elevation(State(rest=5, home=5, craft=5, rooms=rooms), **how))
    return [(box.get("fill"), box.get("stroke-dasharray")) for box in drawn.iter(f"{SVG}rect")]


def test_a_day_that_is_not_built_is_a_broken_outline():
    assert boxes(keyed=False) == [("none", "2 2")] * 49


def test_late_days_are_filled_corners_hatched_and_both_are_both():
    built = boxes(ROOMS, keyed=False)[: -(49 - len(ROOMS))]
    assert [fill for fill, _ in built] == [
        "#fff",
        "#f2b84b",
        "#fff",
        "#fff",
        "url(#cut)",
        "#f2b84b",
        "#fff",
        "url(#cut)",
    ]


def test_the_key_says_what_they_mean():
    assert "corner cut" in elevation(State(rest=5, home=5, craft=5))
    assert "corner cut" not in elevation(State(rest=5, home=5, craft=5), keyed=False)
