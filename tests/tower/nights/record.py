"""Nights as text: a board by its long code, then a move a line with what it showed and the clock after it."""

from __future__ import annotations

from game.tower.codes import long_code, read
from game.tower.flat_by_flat import flat_by_flat
from game.tower.longform import Drawing
from game.tower.night import Night, clock
from game.tower.report import counted
from game.tower.spoken import move_of, shown, words_of

ARROW = " -> "
COMMENT = "# "
NO_SHORT_CODE = "no short code"


def written(drawing: Drawing, comment: str, night: Night) -> str:
    building, time = night.building, 0
    lines = [long_code(drawing), COMMENT + comment]
    for event in night.log:
        time += night.costs.of(event)
        lines.append(f"{words_of(building, event) + ARROW + shown(building, event):<20}{clock(time):>5}")
    walk = flat_by_flat(night)
    lines += [
        f"lit {clock(night.minute)}, {night.minute} minutes, {counted(night.failed_throws, 'failed throw')},"
        f" {night.dark_flat_minutes} dark flat-minutes",
        f"flat by flat {clock(walk.minute)}, {walk.minute} minutes, {walk.dark_flat_minutes} dark flat-minutes",
    ]
    return "\n".join(lines) + "\n"


def board_of(text: str) -> Drawing:
    found = read(text.splitlines()[0])
    assert isinstance(found, Drawing)
    return found


def comment_of(text: str) -> str:
    return text.splitlines()[1].removeprefix(COMMENT)


def words_in(text: str) -> list[str]:
    return [line.split(ARROW)[0] for line in text.splitlines() if ARROW in line]


def replayed(text: str) -> Night:
    start = board_of(text).night
    return start.after(move_of(start.building, words) for words in words_in(text))
