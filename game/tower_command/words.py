"""The words of ``seven-weeks tower``, and nothing else. What they do is in :mod:`game.tower_command.errands`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final

BOARDS: Final = {"annex": "4x3", "terrace": "6x4", "launch": "7x7", "high-rise": "12x5"}
"""Each size of board by its name: floors times risers. A test holds them against the sizes that there are."""
GRADES: Final = {"easy": "E", "medium": "M", "hard": "H"}
MOST_CODES: Final = 10_000
TODAY: Final = "today"


def add_tower(commands: Any, face: argparse.ArgumentParser) -> set[str]:
    """Add the family to the commands, with the options of ``face`` where something is played. Returns its words.

    Parsed, they are ``command`` "tower" and ``word``, which of the family it is.
    """
    tower = commands.add_parser(
        "tower",
        help="play the tower's last night by itself, and look into its boards",
        description="The tower as a puzzle of its own: find the faulty flats, fix them, throw the switch before"
        " 8:00. Without a word it plays, and what belongs to play may follow at once, as in:"
        " seven-weeks tower annex --grade easy",
    )
    words = tower.add_subparsers(metavar="WORD")

    def add(word: str, help_: str, *parents: argparse.ArgumentParser) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = words.add_parser(
            word, help=help_, description=f"{help_[:1].upper()}{help_[1:]}.", parents=parents
        )
        parser.set_defaults(command="tower", word=word)
        return parser

    _board_options(add("play", "play a board (the same as no word at all)", face), words.choices)
    add("learn", "learn the six moves on a small tower", face)
    add("lab", "turn the numbers behind it, and see what they do", face)
    _board_options(add("apart", "light a board flat by flat", face), ())
    _add_errands(add)
    return set(words.choices)


def _add_errands(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """What prints something and is done."""
    codes = add("codes", "print codes of boards, one a line")
    codes.add_argument("--size", type=_size, required=True, help=f"{_listed(BOARDS.values())}, or a board's name")
    codes.add_argument("--count", type=_count, default=1, metavar="N", help="how many; 1 if left out")
    _grade_option(codes)
    codes.add_argument("--seed", type=int, metavar="N", help="the same number prints the same codes")

    show = add("show", "show a board: its plan, what is said of it at 23:00, and par")
    show.add_argument("code", metavar="CODE", help="short or long; capitals, spaces and hyphens do not matter")
    how = show.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="as JSON at 23:00, faults and all, its log empty")
    how.add_argument("--faults", action="store_true", help="give away which flats are faulty")

    par = add("par", "show how the reference crew plays a board, move by move")
    par.add_argument("code", metavar="CODE", help="short or long; capitals, spaces and hyphens do not matter")
    par.add_argument("--json", action="store_true", help="as JSON, the night in its log")

    check = add("check", "read towers kept as JSON, replay their nights, and say what is wrong with them")
    check.add_argument("files", nargs="+", metavar="FILE", help="a file, or - for standard input")


def _board_options(parser: argparse.ArgumentParser, words: Iterable[str]) -> None:
    """Which board is meant. ``words`` are others that can stand in its place, for whoever has mistyped one."""

    def board(text: str) -> str:
        return _known(text, "board", BOARDS, words, " A code goes behind --code.")

    which = parser.add_mutually_exclusive_group()
    which.add_argument("board", nargs="?", type=board, metavar="BOARD", help=_listed(BOARDS))
    which.add_argument("--code", help="the board of this code, short or long")
    which.add_argument(
        "--daily",
        nargs="?",
        type=_day,
        const=TODAY,
        metavar="YYYY-MM-DD",
        help="the board of a day, the same for everybody; today's if no day is given",
    )
    _grade_option(parser)
    parser.add_argument("--seed", type=int, metavar="N", help="which of the boards; any of them if left out")


def _grade_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--grade", type=_grade, help=f"{_listed(GRADES)}; medium if left out")


def _known(text: str, thing: str, known: dict[str, str], words: Iterable[str] = (), more: str = "") -> str:
    """What a name stands for. Capitals do not matter, and what it stands for may be written itself.

    ``words`` may be meant as well, and ``more`` is what else to say when nothing is near.
    """
    asked = text.lower()
    for name, meant in known.items():
        if asked in (name, meant.lower()):
            return meant
    from difflib import get_close_matches

    near = get_close_matches(asked, [*known, *words], n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {_listed(known, 'and')}.{more}"
    raise argparse.ArgumentTypeError(f"there is no {thing} {text!r}; {hint}")


def _size(text: str) -> str:
    return _known(text, "size", BOARDS)


def _grade(text: str) -> str:
    return _known(text, "grade", GRADES)


def _count(text: str) -> int:
    if text.isdecimal() and 1 <= int(text[:9]) <= MOST_CODES:
        return int(text)
    raise argparse.ArgumentTypeError(f"a number from 1 to {MOST_CODES} is expected, not {text!r}.")


def _day(text: str) -> date:
    if text == TODAY:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a day is written like 2025-01-31, not {text!r}.") from None


def _listed(names: Iterable[str], last: str = "or") -> str:
    *most, final = names
    return f"{', '.join(most)} {last} {final}"
