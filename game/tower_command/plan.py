"""A board and a night in lines of plain text, for the shell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.freeplay import FreePlay
from game.tower.building import Building
from game.tower.deduction.saying import counted, listed
from game.tower.flats import RISERS, circuit_name
from game.tower.moves import Surveyed
from game.tower.night import Night, clock
from game.tower.spoken import told, words_of


def plan(building: Building) -> Iterator[str]:
    """The circuits' letters as they stand in the tower: the top floor first, its number in front."""
    names = [circuit_name(circuit) for circuit in building.circuit_of]
    for row in reversed(range(building.rows)):
        yield _row(f"{row + 1}", names[row * building.cols :][: building.cols], names)
    yield _row("", RISERS[: building.cols], names)


def board_in_lines(board: FreePlay, *, faults: bool = False) -> Iterator[str]:
    """All that is said of a board at 23:00, and par. ``faults`` gives away which flats are faulty."""
    building, (chances, out_of) = board.night.building, board.size.chance
    title = f"{board.title}, {building.rows} floors and {building.cols} risers"
    yield f"{title}, {board.grade.name.lower()}" if board.grade else title
    yield board.code
    yield ""
    yield from plan(building)
    yield ""
    yield "Flats with the same small letter hang on one circuit."
    flats = f"{building.kmin} to {building.kmax} of the {building.size} flats are faulty"
    yield f"{flats}, each with {chances} chance{'' if chances == 1 else 's'} in {out_of}."
    if len(building.zones) > building.cols:
        yield f"Each riser is filled in {len(building.zones) // building.cols} parts."
    if board.free:
        yield f"Faulty flats counted for you: {listed(list(_counts(board.free)))}."
    yield f"Par: {_minutes(board.par)}"
    if faults:
        yield f"Faulty: {listed(building.names(board.night.faults))}."


def night_in_lines(night: Night) -> Iterator[str]:
    """A night that ended in light, a line a move: when it began, what was done, and what it showed."""
    words = [words_of(night.building, event) for event in night.log]
    wide = max(map(len, words))
    for start, word, event in zip(night.starts, words, night.log, strict=True):
        yield f"{clock(start):>5}  {word:<{wide}}  {told(night.building, event)}"
    yield f"{clock(night.minute):>5}  {counted(len(words), 'move').capitalize()}, {_minutes(night.minute)}"


def _row(head: str, cells: Iterable[str], names: Iterable[str]) -> str:
    wide = max(map(len, names))
    return " ".join([f"{head:>4} ", *(f"{cell:<{wide}}" for cell in cells)]).rstrip()


def _counts(free: Iterable[Surveyed]) -> Iterator[str]:
    return (f"{event.result or 'none'} on floor {event.floor + 1}" for event in free)


def _minutes(minute: int) -> str:
    return f"{minute} minutes, lit at {clock(minute)}."
