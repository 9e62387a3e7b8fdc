"""Hands: what the keys do in the lab, as data."""

from __future__ import annotations

from typing import Final

from game.screens import keys
from game.screens.keys import Group, Key
from game.screens.tower.keys import BREAKS, LEAVE
from game.tower.experiments import EXPERIMENTS

TEN: Final = 10
FAR: Final = 1000
"""More stops than any dial has."""

_LAST: Final = len(EXPERIMENTS)
_GO_ON: Final = Key("enter,space", "Enter", "lock your guess in; after that, the next experiment", "go_on")
LOCK: Final = _GO_ON._replace(word="lock it in")
NEXT: Final = _GO_ON._replace(word="next")
ASSUME: Final = Key("a", "a", "what the formula takes for granted", "assumptions", "assumptions", 2, "assumptions")
BREAK: Final = BREAKS._replace(rank=3)
AGAIN: Final = Key("s", "s", "throw the dice again: a new simulation", "again", "dice again", 5, "dice again")
LAB: Final = Group(
    "In the lab",
    (
        _GO_ON,
        Key("left", "Left", "turn the marked dial down", "turn(-1)"),
        Key("right", "Right", "turn it up", "turn(1)"),
        Key("pagedown", "PageDown", "turn it down by ten stops", f"turn({-TEN})"),
        Key("pageup", "PageUp", "turn it up by ten stops", f"turn({TEN})"),
        Key("home", "Home", "to its lowest stop", f"turn({-FAR})"),
        Key("end", "End", "to its highest stop", f"turn({FAR})"),
        Key("up", "Up", "the dial or the answer above; a guessed number: ten more", "choose(-1)"),
        Key("down,tab", "Down", "the one below, or ten less; Tab does the same", "choose(1)"),
        Key(",".join(map(str, range(1, _LAST + 1))), f"1 to {_LAST}", "that experiment", "go({})"),
        AGAIN,
        ASSUME,
        BREAK,
        keys.KEYS,
        keys.COLOURS,
        LEAVE,
    ),
)
