"""The keys at the front of the room. Presenters' clickers send PageDown and PageUp."""

from __future__ import annotations

from typing import Final

from game.screens.keys import DIGITS, KEYS, PALETTE, Group, Key

NEXT: Final = Key(
    "enter,space,right,pagedown",
    "Enter",
    "whatever comes next: Space, Right and PageDown too",
    "next",
    "",
    0,
    "next",
)
BACK: Final = Key(
    "backspace,left,pageup",
    "Backspace",
    "back: the open vote first, then the last answer",
    "back",
    "back",
    4,
    "back",
)
DOOR: Final = Key("d", "d", "the door: address, code and pictures for whoever comes in", "door", "door", 2, "door")
DIGIT: Final = Key(DIGITS, "1 to 9", "choose that line for the room, without a vote", "choose({})")
OWN: Final = Key("o", "o", "answer for the room in full, however the question is asked", "own", "", 0, "answer")
CREW: Final = Key("m", "m", "at a tower: let the crew make the next move", "crew", "", 0, "crew's move")
CREWS_MOVE: Final = CREW._replace(word="crew’s move", rank=1)
SHOW: Final = Key("r", "r", "reveal now, without closing and talking first", "show", "", 0, "reveal")
AGAIN: Final = Key("v", "v", "vote once more on what has just been shown", "again", "", 0, "vote again")
COUNT: Final = Key("c", "c", "a countdown of one minute; once more stops it", "count", "", 0, "countdown")
PAUSE: Final = Key("p", "p", "hold the countdown, or let it go on", "pause", "", 0, "pause")
BLANK: Final = Key(
    "b,full_stop", "b", "darken the screen, and light it again; a full stop does the same", "blank", "", 0, "blank"
)
LOCK: Final = Key("l", "l", "lock the door: nobody new comes in; once more opens it", "lock", "", 0, "lock")
JUMP: Final = Key("j", "j", "go to another day", "jump", "", 0, "jump")
SOURCES: Final = Key("s", "s", "where each line on the screen comes from", "sources", "", 0, "sources")
WRITE: Final = Key(
    "w", "w", "write down what the room has said, counted: a table and a page", "write", "", 0, "write"
)
SCROLL_UP: Final = Key("up", "Up", "what has moved out of sight above", "scroll(-1)")
SCROLL_DOWN: Final = Key("down", "Down", "and down again", "scroll(1)")
COLOURS: Final = Key("C", "C", "the next colours", "app.colours")
QUIT: Final = Key("q", "q", "leave; asks first, for then the class is over", "leave", "quit", 5, "quit")

FRONT: Final = Group(
    "At the front of the room",
    (
        NEXT, BACK, DIGIT, OWN, CREW, SHOW, AGAIN, DOOR, LOCK, COUNT, PAUSE, BLANK, JUMP, SOURCES, WRITE,
        SCROLL_UP, SCROLL_DOWN, KEYS, COLOURS, QUIT, PALETTE,
    ),
)  # fmt: skip

SEATS: Final = Key(
    "x", "x", "take a seat away, for good: then its number and Enter", "remove", "seats", 3, "remove"
)
END: Final = Key("e", "e", "end the class; asks first", "end", "", 0, "end")
_LEAVE: Final = QUIT._replace(means="leave the cockpit; the class goes on", word="leave")
BESIDE: Final = Group("Beside a class with hands", (SCROLL_UP, SCROLL_DOWN, KEYS, COLOURS, _LEAVE))
COCKPIT: Final = Group(
    "In the cockpit",
    (
        NEXT, BACK, DIGIT, CREW, SHOW, AGAIN, SEATS, LOCK, COUNT, PAUSE, BLANK, JUMP, SCROLL_UP, SCROLL_DOWN,
        END, KEYS, COLOURS, _LEAVE,
    ),
)  # fmt: skip

TALLY: Final = (
    Key(f"0,{DIGITS}", "0 to 9", "how many hands are up for the marked line", "write('{}')"),
    Key("up", "Up", "the line above", "move(-1)"),
    Key("down,tab", "Down", "the line below", "move(1)"),
    Key("backspace", "Backspace", "take a digit back; in an empty line, close the count", "take_back"),
)
