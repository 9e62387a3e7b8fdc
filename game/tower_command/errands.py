"""What each word of ``seven-weeks tower`` does."""

from __future__ import annotations

import argparse
import secrets
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from game.errors import ForPeople
from game.freeplay import FreePlay, any_code
from game.tower.boards import BY_NAME, LAUNCH, Size
from game.tower.codes import SEED_BITS, BadCode, Code, daily, read
from game.tower.crew import par
from game.tower.grades import Grade
from game.tower.interchange import write
from game.tower.longform import Drawing
from game.tower.rng import Rng
from game.tower_command.wanted import Wanted

Errand: TypeAlias = Callable[[], int]
"""What is left to do once everything is at hand. Returns an exit code."""


def prepare(args: argparse.Namespace) -> Errand:
    """Make everything ready for a word of the family; nothing is shown before the errand is run.

    Raises ``ForPeople`` when it cannot be done.
    """
    return WORDS[args.word](args)


def _open(args: argparse.Namespace) -> Errand:
    wanted = Wanted(args.word, _board(args) if "board" in args else None)
    if args.plain:
        from game.plain.tower import play

        return lambda: play(wanted, sys.stdout, sys.stdin)
    from game.screens.tower.app import TowerApp

    app = TowerApp(wanted, theme=args.theme, still=args.still, ascii_only=args.ascii)

    def show() -> int:
        app.run()
        return app.return_code or 0

    return show


def _board(args: argparse.Namespace) -> Code | Drawing | None:
    """The board that the words ask for, or None when they leave it open."""
    chosen = args.grade is not None or args.seed is not None
    if args.code is not None or args.daily is not None:
        if chosen:
            raise ForPeople("A code and a day say which board it is: leave --grade and --seed out.")
        return _read(args.code) if args.code is not None else daily(args.daily)
    if args.board is None and not chosen:
        return None
    size, grade = BY_NAME[args.board] if args.board else LAUNCH, _grade(args)
    if args.seed is None:
        return any_code(size, grade)
    try:
        return Code(size, grade, args.seed)
    except ValueError as problem:
        raise ForPeople(str(problem)) from None


def _grade(args: argparse.Namespace) -> Grade:
    return Grade(args.grade or Grade.MEDIUM)


def _read(code: str) -> Code | Drawing:
    try:
        return read(code)
    except BadCode as problem:
        from game.tower_command.check import on_one_line

        raise ForPeople(on_one_line(str(problem))) from None


def _codes(args: argparse.Namespace) -> Errand:
    seed = secrets.randbits(64) if args.seed is None else args.seed
    return _printing(map(str, codes(BY_NAME[args.size], _grade(args), args.count, seed)))


def codes(size: Size, grade: Grade, count: int, seed: int) -> Iterator[Code]:
    """So many codes, no two alike. The same seed gives the same codes, and more of them begin with the fewer."""
    rng, seen = Rng(seed), set[int]()
    while len(seen) < count:
        number = rng.bits(SEED_BITS)
        if number not in seen:
            seen.add(number)
            yield Code(size, grade, number)


def _show(args: argparse.Namespace) -> Errand:
    board = FreePlay(_read(args.code))
    if args.json:
        # The log holds what was done and paid for. The free counts of an easy board are neither.
        return _printing([write(board.night).rstrip()])
    from game.tower_command.plan import board_in_lines

    return _printing(board_in_lines(board, faults=args.faults))


def _par(args: argparse.Namespace) -> Errand:
    played = par(FreePlay(_read(args.code)).night)
    if args.json:
        return _printing([write(played).rstrip()])
    from game.tower_command.plan import night_in_lines

    return _printing(night_in_lines(played))


def _check(args: argparse.Namespace) -> Errand:
    from game.tower_command.check import check

    return lambda: check(args.files)


def _printing(lines: Iterable[str]) -> Errand:
    def show() -> int:
        for line in lines:
            print(line)
        return 0

    return show


WORDS: Final[dict[str, Callable[[argparse.Namespace], Errand]]] = {
    "play": _open,
    "learn": _open,
    "lab": _open,
    "apart": _open,
    "codes": _codes,
    "show": _show,
    "par": _par,
    "check": _check,
}
