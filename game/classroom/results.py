"""The results: what a class has said, counted. Nothing else leaves a class, and it tells nobody's vote."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from game.classroom.board import Result
from game.classroom.forms.base import Bar
from game.errors import ForPeople

if TYPE_CHECKING:
    from game.run import Run

HEAD: Final = ("question", "round", "option", "count")
"""The columns that a table is read by. They keep their names, their places and their meanings."""
COLUMNS: Final = (*HEAD, "asked")
"""The columns of a table: the question by its id and, last, in the words in which it was asked."""
EVERYBODY: Final = "all votes"
"""Stands in place of an option, in the row that says how many have voted in a round."""

ORDERED: Final = " → "
IN_ORDER: Final = "in this order. Counted is who put it just there."


class NoResults(ForPeople):
    """Results cannot be read or written. The message says where and why."""


class Taken(msgspec.Struct, frozen=True):
    """A question that the room has answered: its id, its words, and its rounds as they were shown."""

    question: str
    text: str
    rounds: tuple[Result, ...]


class Earlier:
    """What earlier classes have said, added up."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._counts: Counter[tuple[str, int, str]] = Counter()

    def add(self, question: str, round: int, option: str, count: int) -> None:
        """Take in a row of a table."""
        self._last[question] = max(round, self._last.get(question, 0))
        self._counts[question, round, option] += count

    def votes(self, question: str) -> int:
        """How many have voted on it, in the last round."""
        return self._counts[question, self._last.get(question, 0), EVERYBODY]

    def counted(self, question: str, options: Iterable[str]) -> tuple[Bar, ...]:
        """The bars of the last round for these options; none where nothing is known of any of them."""
        last = self._last.get(question, 0)
        bars = tuple(Bar(option, self._counts[question, last, option]) for option in options)
        return bars if any(bar.count for bar in bars) else ()


def table(results: Iterable[Taken]) -> str:
    """The results as CSV, a row for every option of every round, and one before them for how many have voted.

    It counts votes; where something was shared out, units; where it was put in order, how many have put it just
    there. Rounds of fewer than five votes have only the first row.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    rounds: Counter[str] = Counter()
    for taken in results:
        for result in taken.rounds:
            rounds[taken.question] += 1
            where = taken.question, rounds[taken.question]
            rows = (Bar(EVERYBODY, result.votes), *result.bars)
            writer.writerows((*where, row.text, row.count, taken.text) for row in rows)
    return out.getvalue()


def read_tables(paths: Iterable[Path]) -> Earlier:
    """The tables of earlier classes. Raises ``NoResults``."""
    earlier = Earlier()
    for path in paths:
        try:
            rows = csv.reader(path.read_text("utf-8-sig").splitlines())
            head = next(rows, [])
            if tuple(head[: len(HEAD)]) != HEAD:
                raise NoResults(f"{path}:1:1: this is no table of a class. Its first line is {','.join(COLUMNS)}.")
            for number, row in enumerate(rows, 2):
                _add(earlier, row, f"{path}:{number}:1")
        except OSError as error:
            raise NoResults(f"{path} cannot be read: {error.strerror}.") from None
        except (UnicodeDecodeError, csv.Error) as error:
            raise NoResults(f"{path}: this is no table of a class: {error}.") from None
    return earlier


def _add(earlier: Earlier, row: Sequence[str], where: str) -> None:
    if len(row) < len(HEAD) or not row[1].isdecimal() or not row[3].isdecimal():
        raise NoResults(f"{where}: a row is {','.join(COLUMNS)}, round and count of them whole numbers.")
    question, round, option, number = row[: len(HEAD)]
    earlier.add(question, int(round), option, int(number))


def answer_above(result: Result) -> str:
    """What the room said, where its bars stand above: an order of theirs is not said twice."""
    ordered = result.bars and result.answer == ORDERED.join(bar.text for bar in result.bars)
    return IN_ORDER if ordered else result.answer


def voted(results: Iterable[Taken]) -> bool:
    """Whether anybody has voted on anything."""
    return any(result.votes for taken in results for result in taken.rounds)


def free(run: Run, folder: Path) -> Path:
    """Where the results of a run can go in a folder, without the endings: under no name that is there already."""
    stems = (folder / f"{run.name}-class{f'-{number}' if number > 1 else ''}" for number in count(1))
    return next(stem for stem in stems if not any(path.exists() for path in _paths(stem)))


def _paths(stem: Path) -> tuple[Path, Path]:
    return stem.with_name(f"{stem.name}.csv"), stem.with_name(f"{stem.name}.html")


def write(run: Run, results: Sequence[Taken], stem: Path, on: dt.date) -> tuple[Path, Path]:
    """Write table and page of a class, on this day, over what was there. Raises ``NoResults``."""
    from game.after.html import html  # noqa: PLC0415 - needed once, at the end
    from game.classroom.results_page import page  # noqa: PLC0415

    csv_path, page_path = _paths(stem)
    title = f"{run.story.spine.title}: {run.name}"
    try:
        csv_path.write_text(table(results), "utf-8")
        page_path.write_text(html(page(run, results, on), title=title), "utf-8")
    except OSError as error:
        raise NoResults(f"The results cannot be written into {stem.parent}: {error.strerror}.") from None
    return csv_path, page_path
