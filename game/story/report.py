"""The report of what is wrong: each problem with the line it is in, and how many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from typing import Final, NamedTuple

from game.story.excerpt import excerpt
from game.story.problems import Problem

WIDTH: Final = 100
"""Columns of an excerpt where nobody knows how wide it will be shown."""

Ink = Callable[[str], str]


def _bare(text: str) -> str:
    return text


class Inks(NamedTuple):
    """How the parts of a problem are coloured: each takes a text and gives it back inked."""

    place: Ink = _bare
    error: Ink = _bare
    note: Ink = _bare
    gutter: Ink = _bare
    caret: Ink = _bare


PLAIN: Final = Inks()


def report(problems: Iterable[Problem], width: int = WIDTH, inks: Inks = PLAIN) -> str:
    """All problems with their places in the files, and how many there are."""
    problems = tuple(problems)
    return "\n".join([*(told(problem, width, inks) for problem in problems), counted(problems)])


def told(problem: Problem, width: int = WIDTH, inks: Inks = PLAIN) -> str:
    """A problem, and under it the line of the file with a caret below the place, in so many columns."""
    mark = (inks.error if problem.severity == "error" else inks.note)(problem.mark) if problem.mark else ""
    headline = " ".join(filter(None, (inks.place(problem.place), mark, problem.message)))
    lines = (f"{inks.gutter(gutter)}{text}" for gutter, text in excerpt_of(problem, width, inks.caret))
    return "\n".join([headline, *lines])


def excerpt_of(problem: Problem, width: int, caret: Ink = _bare) -> list[tuple[str, str]]:
    """The line of the file with a caret below the place; nothing where it is the file as a whole."""
    return excerpt(problem.source, problem.line, problem.column, width, caret("^")) if problem.source else []


def counted(problems: Sized) -> str:
    """*3 problems in the script.*."""
    return f"{len(problems)} problem{'' if len(problems) == 1 else 's'} in the script."
