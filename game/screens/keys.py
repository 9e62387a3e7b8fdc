"""Keys, as data: what each does, where it counts, and how it is written to the player.

The bindings of the screens, the footer, the page of keys and the command palette are all made from here.
Only keys that every terminal sends alike: letters, digits, arrows, Enter, Backspace, Space, F-keys, paging.
Escape closes pages too, but is never the only way: many terminals make one wait for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from textual.binding import Binding, BindingType


class Key(NamedTuple):
    """A key, or a few that do the same.

    ``press`` are Textual's names, ``shown`` is what stands on the key. ``means`` is for the page of keys, ``word``
    for the footer and ``command`` for the command palette; the last two are empty when it has no place there.
    ``action`` is what happens. The footer drops the highest ``rank`` first when it is too narrow.
    """

    press: str
    shown: str
    means: str
    action: str = ""
    word: str = ""
    rank: int = 0
    command: str = ""


class Group(NamedTuple):
    """Keys that count in one place, under its name."""

    title: str
    keys: tuple[Key, ...]


def bindings(keys: Iterable[Key]) -> list[BindingType]:
    """The keys as a screen or a widget binds them. ``{}`` in an action stands for the key that was pressed."""
    return [
        Binding(press, key.action.format(press), key.means, show=False)
        for key in keys
        if key.action and key.press
        for press in key.press.split(",")
    ]


DIGITS: Final = "1,2,3,4,5,6,7,8,9"

CONFIRM: Final = Key("enter,space", "Enter", "go on, or give the answer", "confirm", "go on", 0, "go on")
HURRY: Final = Key("", "Any key", "shows the rest at once, while lines are coming in", "confirm", "shows the rest")
BACK: Final = Key(
    "backspace", "Backspace", "back to the question before, as far as seals allow", "back", "back", 3, "back"
)
SOURCES: Final = Key("s", "s", "where each line on the screen comes from", "sources", "sources", 4, "sources")
GLOSSARY: Final = Key(
    "g", "g", "what words of the trade mean; those underlined can be clicked", "glossary", "words", 5, "words"
)
LOG: Final = Key("l", "l", "everything said so far, your answers too", "log", "log", 7, "log")
TOWER: Final = Key("t", "t", "the tower: every day played, and the way back to each", "tower", "tower", 6, "tower")
KEYS: Final = Key("question_mark,f1", "?", "this page; F1 does the same", "keys", "keys", 1, "keys")
COLOURS: Final = Key("c", "c", "the next colours: night, day, high contrast, no colour", "app.colours")
QUIT: Final = Key("q", "q", "leave; every answer is saved the moment it is given", "leave", "quit", 2, "quit")
PALETTE: Final = Key("", "Ctrl+P", "every command in one list, to search")
UP_A_PAGE: Final = Key("pageup", "PageUp", "what has moved out of sight above", "page_up")
DOWN_A_PAGE: Final = Key("pagedown", "PageDown", "and down again", "page_down")

DAY: Final = Group(
    "On every day",
    (CONFIRM, HURRY, BACK, SOURCES, GLOSSARY, LOG, TOWER, KEYS, COLOURS, QUIT, PALETTE, UP_A_PAGE, DOWN_A_PAGE),
)

CLOSE: Final = Key("enter,backspace,escape", "Enter", "back; Backspace does the same", "close", "back", 0)
READING: Final = Group(
    "While reading sources, log and keys",
    (
        CLOSE,
        Key("up", "Up", "a line up", "scroll_up"),
        Key("down", "Down", "a line down", "scroll_down"),
        Key("pageup", "PageUp", "a page up", "page_up", "up a page", 2),
        Key("pagedown,space", "PageDown", "a page down; Space does the same", "page_down", "down a page", 3),
        Key("home", "Home", "to the beginning", "scroll_home"),
        Key("end", "End", "to the end", "scroll_end"),
    ),
)
