"""The walls of the floor plan: heavy ones round every circuit, and a thin cut where a riser's lower part ends."""

from __future__ import annotations

from game.screens.sheet import Sheet
from game.screens.tower.measures import Layout
from game.screens.tower.planglyphs import PlanGlyphs
from game.tower.building import Building

_UP, _RIGHT, _DOWN, _LEFT = 1, 2, 4, 8


def draw_walls(sheet: Sheet, layout: Layout, signs: PlanGlyphs, ink: str) -> None:
    """Draw the walls of a building, its outer ones included."""
    building, measure = layout.building, layout.measure
    for floor in range(building.rows):
        for riser in range(building.cols + 1):
            if _stands(building, floor, riser):
                x, y = layout.left_of(riser) - 1, layout.top_of(floor)
                for row in range(measure.high):
                    sheet.write(x, y + row, signs.joints[_UP | _DOWN], ink)
    for floor in range(building.rows + 1):
        if floor in (0, building.rows) or measure.lined or floor in layout.cuts:
            _draw_under(sheet.moved(0, layout.line_under(floor)), layout, signs, floor, ink)


def _draw_under(sheet: Sheet, layout: Layout, signs: PlanGlyphs, floor: int, ink: str) -> None:
    """Draw the line of walls under a floor; the roof lies under the floor that would come after the last."""
    building, wide = layout.building, layout.measure.wide
    lies = [_lies(layout, floor, riser) for riser in range(building.cols)]
    cuts = [_is_cut(building, floor, riser) for riser in range(building.cols)]
    for riser in range(building.cols + 1):
        x = layout.left_of(riser) - 1
        arms = (
            _UP * (floor < building.rows and _stands(building, floor, riser))
            + _RIGHT * (riser < building.cols and lies[riser])
            + _DOWN * (floor > 0 and _stands(building, floor - 1, riser))
            + _LEFT * (riser > 0 and lies[riser - 1])
        )
        if arms:
            sheet.write(x, 0, signs.joints[arms], ink)
        elif any(cuts[riser - 1 : riser + 1]):
            sheet.write(x, 0, signs.cut, "faint")
        if riser < building.cols and lies[riser]:
            sheet.write(x + 1, 0, signs.joints[_LEFT | _RIGHT] * wide, ink)
        elif riser < building.cols and cuts[riser]:
            sheet.write(x + 1, 0, signs.cut * wide, "faint")


def _stands(building: Building, floor: int, riser: int) -> bool:
    """Whether a wall stands on a floor left of a riser; right of the last one when there is no such riser."""
    if riser in (0, building.cols):
        return True
    flat = floor * building.cols + riser
    return building.circuit_of[flat] != building.circuit_of[flat - 1]


def _lies(layout: Layout, floor: int, riser: int) -> bool:
    """Whether a wall lies under a flat."""
    building = layout.building
    if floor in (0, building.rows):
        return True
    flat = floor * building.cols + riser
    return layout.measure.lined and building.circuit_of[flat] != building.circuit_of[flat - building.cols]


def _is_cut(building: Building, floor: int, riser: int) -> bool:
    """Whether a riser's lower part ends under a floor."""
    if floor in (0, building.rows):
        return False
    flat = floor * building.cols + riser
    return building.zone_of[flat] != building.zone_of[flat - building.cols]
