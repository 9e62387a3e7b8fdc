"""A night in a few lines of plain text, to send to somebody who may want to play the same board.

It tells how the night went and nothing of where the faults were. Fixes in a row are one sign, so not even their
number can be read off it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from game.tower.moves import Event, Thrown
from game.tower.report import STARS, Report, counted

_FLOORS: Final = 4
_NARROWEST: Final = 5
_WIDEST: Final = 30
"""Of a night with more signs than fill this many columns, the last are told."""


class Signs(NamedTuple):
    """A sign for each thing that can happen."""

    read: str
    fix: str
    dark: str
    lit: str


BLOCKS: Final = Signs("░", "▓", "╳", "█")
ASCII: Final = Signs(".", "o", "x", "#")


def share_text(report: Report, *, ascii_only: bool = False) -> str:
    """The night in at most eight lines: its board, its figures, and its moves as a small tower of blocks.

    The tower is to be read as it was built, from the ground up and in each floor from the left.
    """
    signs = ASCII if ascii_only else BLOCKS
    legend = "  ".join(f"{sign} {name}" for name, sign in signs._asdict().items())
    lines = [
        ", ".join(filter(None, ("Seven Weeks", report.mode, report.code))),
        _outcome(report),
        _counts(report),
        *_tower("".join(_course(report.night.log, signs))),
        f"from the ground up:  {legend}",
    ]
    return "\n".join(lines) + "\n"


def _outcome(report: Report) -> str:
    parts = [report.outcome]
    if report.par is not None:
        parts += [f"par {report.par}", f"{report.stars} of {STARS} stars"]
    return ", ".join(parts)


def _counts(report: Report) -> str:
    failed, hints = report.night.failed_throws, report.hints
    return ", ".join(
        (
            counted(failed, "failed throw") if failed else "no failed throw",
            counted(hints, "hint") if hints else "no hints",
            f"attempt {report.attempt}",
        )
    )


def _course(log: tuple[Event, ...], signs: Signs) -> Iterator[str]:
    for sign, run in groupby(_sign(event, signs) for event in log):
        yield sign if sign == signs.fix else "".join(run)


def _sign(event: Event, signs: Signs) -> str:
    if isinstance(event, Thrown):
        return signs.lit if event.result else signs.dark
    return signs.fix if event.do == "fix" else signs.read


def _tower(course: str) -> list[str]:
    """The signs in floors, the first of them on the ground."""
    course = course[-_FLOORS * _WIDEST :]
    width = max(_NARROWEST, -(-len(course) // _FLOORS))
    return [course[start : start + width] for start in range(0, len(course), width)][::-1]
