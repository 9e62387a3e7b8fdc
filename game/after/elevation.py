"""The tower of a play on paper: forty-nine windows, told apart without a colour. One small SVG."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.story.calendar import DAYS, WEEK, WEEKDAYS
from game.story.state import Room, State

_PITCH: Final = (26, 26)
_WINDOW: Final = (16, 18)
_LEFT, _TOP = 22, 24
_INK: Final = "#111"
_LIGHT: Final = "#f2b84b"
_KEY: Final = ((Room.LATE, "worked late"), (Room.CORNER, "corner cut"), (Room.LATE | Room.CORNER, "both"))
_KEY_LEFT: Final = (2, 84, 158)


def elevation(state: State, *, keyed: bool = True) -> str:
    """The tower as SVG. ``keyed`` says below it what the windows mean."""
    wide, high = WEEK * _PITCH[0] + 10, WEEK * _PITCH[1] + 8
    width, height = _LEFT + wide + 22, _TOP + high + (40 if keyed else 20)
    box = f'viewBox="0 0 {width} {height}" fill="{_INK}" font-size="10"'
    cut = f'<path d="M0 0V4" stroke="{_INK}" stroke-width="3"/>'
    size = 'width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    walls = f"M{_LEFT} {_TOP}h{wide}v{high}h-{wide}zM{_LEFT + wide // 2} {_TOP}v-18M0 {_TOP + high}H{width}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img">',
        "<title>The tower of this play, a floor a week, a window a day</title>",
        f'<defs><pattern id="cut" {size}>{cut}</pattern></defs>',
        f'<path d="{walls}" fill="none" stroke="{_INK}"/>',
        *_windows(state),
        *_names(_TOP + high),
        *(_key(_TOP + high + 24) if keyed else ()),
        "</svg>",
    ]
    return "".join(parts)


def _windows(state: State) -> Iterator[str]:
    for day in range(1, DAYS + 1):
        floor, riser = divmod(day - 1, WEEK)
        x, y = _LEFT + 10 + riser * _PITCH[0], _TOP + 8 + (WEEK - 1 - floor) * _PITCH[1]
        yield from _window(x, y, state.room(day), _WINDOW)


def _window(x: int, y: int, room: Room, size: tuple[int, int]) -> Iterator[str]:
    wide, high = size
    late, corner = room & Room.LATE, room & Room.CORNER
    box = f'<rect x="{x}" width="{wide}" stroke="{_INK}"'
    if not room:
        yield f'{box} y="{y}" height="{high}" fill="none" stroke-dasharray="2 2" stroke-opacity=".5"/>'
        return
    yield f'{box} y="{y}" height="{high}" fill="{_LIGHT if late else "#fff"}"/>'
    if corner:
        half = high // 2 if late else 0  # beside a lamp the hatching takes the lower half
        for fill in ("#fff", "url(#cut)"):
            yield f'{box} y="{y + half}" height="{high - half}" fill="{fill}"/>'


def _names(ground: int) -> Iterator[str]:
    for floor in range(WEEK):
        y = _TOP + 21 + (WEEK - 1 - floor) * _PITCH[1]
        yield f'<text x="{_LEFT - 6}" y="{y}" text-anchor="end">{floor + 1}</text>'
    for riser, name in enumerate(WEEKDAYS):
        x = _LEFT + 18 + riser * _PITCH[0]
        yield f'<text x="{x}" y="{ground + 13}" text-anchor="middle">{name[0]}</text>'


def _key(y: int) -> Iterator[str]:
    for (room, words), left in zip(_KEY, _KEY_LEFT, strict=True):
        yield from _window(left, y, room, (10, 11))
        yield f'<text x="{left + 14}" y="{y + 9}">{words}</text>'
