"""The results: what a class has said, counted. Nothing else leaves a class, and it tells nobody's vote."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from game.classroom.board import FEW, Result
from game.classroom.forms.base import Bar
from game.errors import ForPeople

if TYPE_CHECKING:
    from game.after.blocks import Block
    from game.run import Run

HEAD: Final = ("question", "round", "option", "count")
EVERYBODY: Final = "all votes"
"""Stands in place of an option, in the row that says how many have voted in a round."""


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
    """The results as CSV. Rounds of fewer than five votes have one row, which says how many they were."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    rounds: Counter[str] = Counter()
    for taken in results:
        for result in taken.rounds:
            rounds[taken.question] += 1
            where = taken.question, rounds[taken.question]
            writer.writerow((*where, EVERYBODY, result.votes))
            writer.writerows((*where, bar.text, bar.count) for bar in result.bars)
    return out.getvalue()


def read_tables(paths: Iterable[Path]) -> Earlier:
    """The tables of earlier classes. Raises ``NoResults``."""
    earlier = Earlier()
    for path in paths:
        try:
            rows = csv.reader(path.read_text("utf-8").splitlines())
            head = next(rows, [])
            if tuple(head) != HEAD:
                raise NoResults(f"{path}:1:1: this is no table of a class. Its first line is {','.join(HEAD)}.")
            for number, row in enumerate(rows, 2):
                _add(earlier, row, f"{path}:{number}:1")
        except OSError as error:
            raise NoResults(f"{path} cannot be read: {error.strerror}.") from None
        except (UnicodeDecodeError, csv.Error) as error:
            raise NoResults(f"{path}: this is no table of a class: {error}.") from None
    return earlier


def _add(earlier: Earlier, row: Sequence[str], where: str) -> None:
    if len(row) != len(HEAD) or not row[1].isdecimal() or not row[3].isdecimal():
        raise NoResults(f"{where}: a row is {','.join(HEAD)}, the second and the last of them whole numbers.")
    question, round, option, count = row
    earlier.add(question, int(round), option, int(count))


def page(run: Run, results: Sequence[Taken]) -> Iterator[Block]:
    """One page for paper: how it ended, and what the room came to."""
    from game.after.blocks import Drawing, Heading, Marked, Said, Table  # noqa: PLC0415 - few classes print
    from game.after.card import card_of  # noqa: PLC0415
    from game.after.picture import picture  # noqa: PLC0415
    from game.after.share import heading, share_text  # noqa: PLC0415
    from game.story.beat import PROVENANCE  # noqa: PLC0415

    card = card_of(run)
    yield Heading(f"{card.title}, played by a class: {heading(card)}", 1)
    yield Drawing(share_text(card), picture(card))
    if card.ending:
        yield Marked(((PROVENANCE["imagined" if card.reckoning else "explained"].mark, card.ending.text),))
    yield Heading("What the room said")
    if not results:
        yield Said("Nothing was voted on.")
    else:
        rows = tuple(_row(list(moves)) for _, moves in groupby(results, key=lambda taken: taken.question))
        yield Table(("asked", "votes", "first", "the room came to"), rows, figures=(1,))
    yield Said(f"Rounds of fewer than {FEW} votes are not broken down anywhere. {card.provenance}", faint=True)


def _row(moves: Sequence[Taken]) -> tuple[str, str, str, str]:
    """A question, or all moves in a question that stays until something is found or lit."""
    first, *others = moves
    if others:
        return first.text, "", "", " → ".join(taken.rounds[-1].answer for taken in moves)
    begun, last = first.rounds[0], first.rounds[-1]
    return first.text, f"{last.votes}", begun.answer if len(first.rounds) > 1 else "", last.answer


def write(run: Run, results: Sequence[Taken], folder: Path) -> tuple[Path, Path]:
    """Write table and page of a class into a folder, under its run's name. Raises ``NoResults``."""
    from game.after.html import html  # noqa: PLC0415

    csv_path, page_path = folder / f"{run.name}-class.csv", folder / f"{run.name}-class.html"
    title = f"{run.story.spine.title}: {run.name}"
    try:
        csv_path.write_text(table(results), "utf-8")
        page_path.write_text(html(page(run, results), title=title), "utf-8")
    except OSError as error:
        raise NoResults(f"The results cannot be written into {folder}: {error.strerror}.") from None
    return csv_path, page_path
