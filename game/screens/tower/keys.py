"""The keys of the night, as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from game.screens.keys import COLOURS, KEYS, PALETTE, Group, Key
from game.tower.building import Building
from game.tower.flats import circuit_name
from game.tower.moves import Breaker, Fill, Fix, Move, Open, Survey, Switch
from game.tower.spoken import zone_name


class Work(NamedTuple):
    """A kind of work: the key that does it, what it means, which move it is at a flat, and what it is done to."""

    kind: type[Move]
    key: str
    means: str
    move: Callable[[Building, int], Move]
    label: Callable[[Building, int], str]


WORKS: Final = (
    Work(
        Survey,
        "s",
        "survey the floor of the marked flat: how many faulty flats are left on it; 10 minutes",
        lambda building, flat: Survey(building.floor_of(flat)),
        lambda building, flat: f"floor {building.floor_of(flat) + 1}",
    ),
    Work(
        Fill,
        "w",
        "fill its riser: the water climbs to the lowest faulty flat; 20 minutes",
        lambda building, flat: Fill(building.zone_of[flat]),
        lambda building, flat: f"riser {zone_name(building, building.zone_of[flat])}",
    ),
    Work(
        Breaker,
        "b",
        "close its breaker: it holds if the circuit is clean, and trips if not; 5 minutes",
        lambda building, flat: Breaker(building.circuit_of[flat]),
        lambda building, flat: f"breaker {circuit_name(building.circuit_of[flat])}",
    ),
    Work(
        Open,
        "o",
        "open the flat and look inside; 10 minutes",
        lambda _, flat: Open(flat),
        lambda building, flat: f"open {building.name(flat)}",
    ),
    Work(
        Fix,
        "f",
        "fix the flat; 20 minutes",
        lambda _, flat: Fix(flat),
        lambda building, flat: f"fix {building.name(flat)}",
    ),
    Work(
        Switch,
        "t",
        "throw the switch of the whole tower; asks once more. 5 minutes, and an hour in the dark if it fails",
        lambda _, __: Switch(),
        lambda _, __: "switch",
    ),
)
"""The five people's work, in the order of the card."""


def work_of(move: Move) -> Work:
    """The kind of work that a move is."""
    return next(work for work in WORKS if isinstance(move, work.kind))


MARK: Final = Key("space", "Space", "mark the flat sound, then faulty, then not at all", "mark", "mark", 3, "mark")
UNDO: Final = Key("u", "u", "take the last mark back; readings cannot be unseen", "undo", "undo", 6, "undo a mark")
REDO: Final = Key("y", "y", "bring a mark back that was taken back", "redo", command="redo a mark")
HINT: Final = Key("h", "h", "a hint, in three presses: where to look, why, and do it", "hint", "hint", 2, "hint")
CHANCES: Final = Key(
    "m",
    "m",
    "each flat's chance of being faulty, in 100, as it was before any reading; again hides them",
    "chances",
    "chances",
    4,
    "chances",
)
LOG: Final = Key("l", "l", "the log: every move of the night and what it showed", "log", "log", 5, "log")
CARD: Final = Key("k", "k", "the card: the rules in a few lines", "card", "card", 4, "card")
LEAVE: Final = Key(
    "q,backspace,escape", "q", "back to where you came from; Backspace does the same", "leave", "back", 2, "back"
)
"""The way out of every screen of the tower."""
BREAKS: Final = Key(
    "b", "b", "where the tower stops being like software", "breaks", "where it breaks", 5, "where it breaks"
)

MOVING: Final = (
    Key("left", "Left", "the flat to the left", "move(-1, 0)"),
    Key("right", "Right", "the flat to the right", "move(1, 0)"),
    Key("up", "Up", "the flat above", "move(0, 1)"),
    Key("down", "Down", "the flat below", "move(0, -1)"),
)
NIGHT: Final = Group(
    "On the night",
    (
        *MOVING,
        *(
            Key(work.key, work.key, work.means, f"work('{work.key}')", command=f"work: {work.kind.do}")
            for work in WORKS
        ),
        Key("enter", "Enter", "yes, where something is asked once more; any other key lets go", "confirm"),
        MARK,
        UNDO,
        REDO,
        HINT,
        CHANCES,
        LOG,
        CARD,
        Key("pageup", "PageUp", "earlier lines of the log", "page_up"),
        Key("pagedown", "PageDown", "and later ones", "page_down"),
        KEYS,
        COLOURS,
        LEAVE,
        PALETTE,
    ),
)
FOOT: Final = (HINT, MARK, CARD, LOG, UNDO, KEYS, LEAVE)
"""What stands at the foot of the night."""
FOOT_WITH_CHANCES: Final = (HINT, MARK, CHANCES, CARD, LOG, UNDO, KEYS, LEAVE)
"""The same, where some flats are likelier to be faulty than others."""
