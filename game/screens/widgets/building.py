"""The tower as a drawing: seven floors of seven windows, in three sizes. It knows no screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from game.screens.glyphs import Frame, Glyphs, Look, Window
from game.screens.sheet import Sheet
from game.story.calendar import DAYS, WEEK, WEEKDAYS


class Plan(NamedTuple):
    """The measures of a tower. A window stands every ``pitch`` columns and every ``rise`` rows.

    ``gap`` is what is left free beside a window, ``head`` the free rows under the roof, ``numbers`` the columns
    left of the wall where the floors are numbered.
    """

    name: str
    pitch: int
    rise: int
    window: tuple[int, int]
    gap: int
    head: int
    numbers: int
    mast: int

    @property
    def body(self) -> tuple[int, int]:
        """Columns and rows from wall to wall, both included."""
        return 2 + self.gap + WEEK * self.pitch, 2 + self.head + WEEK * self.rise

    @property
    def width(self) -> int:
        """Columns, numbers and walls included."""
        return self.numbers + self.body[0]

    @property
    def height(self) -> int:
        """Rows, mast and letters included."""
        return self.mast + self.body[1] + 1

    def window_at(self, day: int) -> tuple[int, int]:
        """Where a day's window begins, counted from the tower's upper left corner."""
        floor, riser = divmod(day - 1, WEEK)
        x = self.numbers + 1 + self.gap + riser * self.pitch
        return x, self.mast + 1 + self.head + (WEEK - 1 - floor) * self.rise

    def day_at(self, x: int, y: int) -> int | None:
        """The day whose apartment covers a place, if any."""
        column = x - self.numbers - 1 - self.gap // 2
        row = y - self.mast - 1 - self.head
        riser, floor = column // self.pitch, WEEK - 1 - row // self.rise
        inside = 0 <= riser < WEEK and 0 <= floor < WEEK
        return floor * WEEK + riser + 1 if inside else None


SLIM: Final = Plan("slim", pitch=2, rise=1, window=(1, 1), gap=1, head=0, numbers=1, mast=1)
MEDIUM: Final = Plan("medium", pitch=4, rise=2, window=(2, 2), gap=2, head=0, numbers=2, mast=3)
LARGE: Final = Plan("large", pitch=6, rise=3, window=(4, 2), gap=2, head=1, numbers=3, mast=2)

PLANS: Final = (LARGE, MEDIUM, SLIM)
"""The sizes, the largest first."""


def plan_for(width: int, height: int) -> Plan:
    """The largest tower for which there is room, or the slim one."""
    return next((plan for plan in PLANS if plan.width <= width and plan.height <= height), SLIM)


def windows(plan: Plan, glyphs: Glyphs) -> Mapping[Look, Window]:
    """The windows of a size of tower."""
    return {"slim": glyphs.slim, "medium": glyphs.medium, "large": glyphs.large}[plan.name]


class Scene(NamedTuple):
    """What the tower shows: the look of each of the 49 days, the day that is framed and the one pointed at.

    ``warming`` are windows whose lamps are coming on, each with the shade it has come to.
    """

    looks: Sequence[Look]
    today: int | None = None
    pointer: int | None = None
    warming: Mapping[int, str] = MappingProxyType({})


def draw_tower(sheet: Sheet, scene: Scene, plan: Plan, glyphs: Glyphs, *, lettered: bool = True) -> None:
    """Draw the tower in the sheet's upper left corner; ``lettered`` with its floor numbers and weekdays."""
    body = sheet.moved(plan.numbers, plan.mast)
    _draw_box(body, *plan.body, glyphs.wall, "wall")
    _draw_mast(body, plan, glyphs)
    if lettered:
        _draw_letters(sheet, plan)
    shapes = windows(plan, glyphs)
    for day in range(1, DAYS + 1):
        x, y = plan.window_at(day)
        shade = scene.warming.get(day)
        for row, (signs, ink) in enumerate(shapes[scene.looks[day - 1]]):
            if not shade:
                sheet.write(x, y + row, signs, ink)
            elif signs[0] in glyphs.solid:
                sheet.write(x, y + row, shade * len(signs), ink)
            else:
                sheet.write(x, y + row, signs, "unlit")
    for framed, frame, ink in ((scene.today, glyphs.today, "today"), (scene.pointer, glyphs.pointer, "pointer")):
        if framed:
            draw_frame(sheet.moved(*plan.window_at(framed)), plan, frame, ink)


def draw_frame(sheet: Sheet, plan: Plan, frame: Frame, ink: str) -> None:
    """Draw a frame around the window in the sheet's upper left corner, as much of it as there is room for."""
    width, height = plan.window
    if height == 1:
        sheet.write(-1, 0, frame.ends[0], ink)
        sheet.write(width, 0, frame.ends[1], ink)
    elif plan.rise - height > 0:
        _draw_box(sheet.moved(-1, -1), width + 2, height + 2, frame, ink)
    else:
        for x, y, corner in ((-1, 0, 0), (width, 0, 1), (-1, height - 1, 2), (width, height - 1, 3)):
            sheet.write(x, y, frame[corner], ink)


def _draw_mast(sheet: Sheet, plan: Plan, glyphs: Glyphs) -> None:
    middle = plan.body[0] // 2
    tip, pole, foot = glyphs.mast
    for row in range(-plan.mast, 0):
        sheet.write(middle, row, tip if row == -plan.mast else pole, "antenna")
    sheet.write(middle, 0, foot, "wall")


def _draw_letters(sheet: Sheet, plan: Plan) -> None:
    for place in range(WEEK):
        x, _ = plan.window_at(place + 1)
        sheet.write(x + (plan.window[0] - 1) // 2, plan.height - 1, WEEKDAYS[place][0], "label")
        _, y = plan.window_at(place * WEEK + 1)
        sheet.write(0, y, str(place + 1), "label")


def _draw_box(sheet: Sheet, width: int, height: int, frame: Frame, ink: str) -> None:
    across = frame.across * (width - 2)
    sheet.write(0, 0, frame.top_left + across + frame.top_right, ink)
    sheet.write(0, height - 1, frame.bottom_left + across + frame.bottom_right, ink)
    for y in range(1, height - 1):
        sheet.write(0, y, frame.down, ink)
        sheet.write(width - 1, y, frame.down, ink)
