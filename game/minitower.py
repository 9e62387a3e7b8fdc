"""The tower in four lines of plain text, for lists and the shell. It knows no screen.

A line is two floors, a column a weekday. In the Unicode set a lit window is as wide as its column and a dark one
half as wide; in the ASCII set 8 is two lit windows, o a lit one below, ^ a lit one above, : and . are dark.
"""

from __future__ import annotations

from typing import Final

from game.story.calendar import WEEK
from game.story.state import Room, State

_QUARTERS: Final = " ▘▀▖▌▛▄▙█"
"""By the lower floor, three to a row, then the upper: empty, dark, lit."""

_SIGNS: Final = " '^.:^oo8"


def mini(state: State, *, ascii_only: bool = False) -> list[str]:
    """The tower from the top: four lines, fewer while its upper floors are empty, and one line at least."""
    signs = _SIGNS if ascii_only else _QUARTERS
    rows = []
    for lower in range(1, WEEK + 1, 2):
        pairs = ((_window(state, lower, riser), _window(state, lower + 1, riser)) for riser in range(WEEK))
        rows.append(" ".join(signs[3 * below + above] for below, above in pairs).rstrip())
    while len(rows) > 1 and not rows[-1]:
        rows.pop()
    return rows[::-1]


def _window(state: State, floor: int, riser: int) -> int:
    """0 where nothing is built, 1 for a dark window, 2 for a lit one."""
    if floor > WEEK:
        return 0
    room = state.room((floor - 1) * WEEK + riser + 1)
    return 2 if room & Room.LATE else min(1, int(room))
