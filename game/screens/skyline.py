"""The night behind the title: stars, far roofs, and the tower with its lamps coming on. It knows no screen."""

from __future__ import annotations

from random import Random
from typing import Final, NamedTuple

from game.screens.glyphs import Glyphs, Look
from game.screens.sheet import Sheet
from game.screens.widgets.building import Plan, Scene, draw_tower
from game.story.calendar import DAYS

LAMPS: Final = tuple(Random(34).sample(range(1, DAYS + 1), 32))
"""The windows that come on, in the order in which they do. The others stay dark: somebody is asleep."""

TICK: Final = 0.12
"""Seconds between one lamp and the next: the tower is lit after about four."""

_HOLD: Final = 60
_REST: Final = 8


class Lights(NamedTuple):
    """The lamps at one moment: those on, and those warming up with how far they have come."""

    on: frozenset[int]
    warming: dict[int, int]


class Night(NamedTuple):
    """Where things stand: the row of the ground, the tower if there is room for one, and its left wall."""

    ground: int
    tower: Plan | None
    left: int


class Abreast(NamedTuple):
    """Words and a tower side by side: the columns of the words, and from which size on each tower has room."""

    columns: int
    room_for: tuple[tuple[Plan, int, int], ...]

    def arrange(self, width: int, height: int) -> tuple[int, Night]:
        """The first column of the words, and the night behind them: air to both sides, and none wasted."""
        ground = height - (2 if height >= 24 else 1)
        plan = next((plan for plan, wide, high in self.room_for if wide <= width and high <= height), None)
        if plan is None:
            return max(2, (width - self.columns) // 2), Night(ground, None, width)
        air = max(3, (width - self.columns - plan.body[0]) // 3)
        return air, Night(ground, plan, width - air - plan.body[0])


ALL_ON: Final = Lights(frozenset(LAMPS), {})


def lights(tick: int, shades: int) -> Lights:
    """The lamps at a tick of the clock. They come on, stay, go off in the same order, and begin again."""
    wave = len(LAMPS) + shades
    at = tick % (2 * wave + _HOLD + _REST)
    rising = at < wave + _HOLD
    on, warming = set(), {}
    for place, lamp in enumerate(LAMPS):
        age = at - place if rising else shades - 1 - (at - wave - _HOLD - place)
        if age >= shades:
            on.add(lamp)
        elif age >= 0:
            warming[lamp] = age
    return Lights(frozenset(on), warming)


def draw_night(sheet: Sheet, night: Night, shine: Lights, glyphs: Glyphs) -> None:
    """Draw sky, roofs and ground, and the tower on it."""
    ground, tower, left = night
    _draw_stars(sheet, ground, glyphs)
    _draw_roofs(sheet, ground, glyphs)
    if tower:
        x, y = left - tower.numbers, ground - tower.mast - tower.body[1] + 1
        sheet.clear(left - 2, y, tower.body[0] + 4, ground - y)
        draw_tower(sheet.moved(x, y), _scene(shine, glyphs), tower, glyphs, lettered=False)
        sheet.write(0, ground, glyphs.rule * left, "faint")
        sheet.write(left + tower.body[0], ground, glyphs.rule * sheet.width, "faint")
    else:
        sheet.write(0, ground, glyphs.rule * sheet.width, "faint")


def _scene(shine: Lights, glyphs: Glyphs) -> Scene:
    glowing = shine.on | set(shine.warming)
    looks = [Look.LIT if day in glowing else Look.DARK for day in range(1, DAYS + 1)]
    return Scene(looks, warming={day: glyphs.warming[age] for day, age in shine.warming.items()})


def _draw_stars(sheet: Sheet, ground: int, glyphs: Glyphs) -> None:
    for y in range(ground - 4):
        for x in range(sheet.width):
            spot = (x * 7919 + y * 104729 + x * y * 31) % 997
            if spot < 9:
                sheet.write(x, y, glyphs.stars[spot % len(glyphs.stars)], "star")


def _draw_roofs(sheet: Sheet, ground: int, glyphs: Glyphs) -> None:
    tallest = max(2, ground // 5)
    x = house = 0
    while x < sheet.width:
        width, height = 5 + house * 37 % 7, 1 + house * house * 13 % tallest
        for y in range(ground - height, ground):
            sheet.write(x, y, " " * width, "skyline")
            if (y + house) % 3 == 0:
                sheet.write(x + 1 + (house + y) % (width - 2), y, glyphs.glimmer, "skyline")
        x += width + house % 3
        house += 1
