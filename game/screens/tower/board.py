"""The board: the floor plan of a night on the screen, its cursor, and what can be pressed on it."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer

from game.screens.glyphs import UNICODE, Glyphs
from game.screens.sheet import Sheet
from game.screens.tower.films import film_of
from game.screens.tower.measures import Kind, Layout, Place, layout_for
from game.screens.tower.plan import draw_cursor, draw_plan
from game.screens.tower.planglyphs import FlatLook
from game.screens.tower.views import View, chances_of
from game.screens.widgets.picture import Picture
from game.tower.building import Building
from game.tower.moves import Thrown
from game.tower.sitting import Sitting

SHARE: Final = 16 / 25
"""How much of the columns there are a board takes that is as wide as it likes."""


class BoardView(Picture):
    """The floor plan of a sitting, as large as its room allows.

    Given another ``sitting`` it shows that, and what happened plays for a moment. ``cursor`` is the flat that the
    next mark, look or repair is about; it is not to be seen where nobody is ``pointing``. ``pointed`` are lines
    and flats to make out: where a move or a hint aims.
    """

    DEFAULT_CSS = """
    BoardView { width: auto; height: auto; }
    """

    sitting: reactive[Sitting] = reactive[Sitting](None, init=False, repaint=False)  # type: ignore[arg-type]
    cursor: reactive[int] = reactive(0, init=False, repaint=False)
    pointed: reactive[tuple[Place, ...]] = reactive((), init=False, repaint=False)
    show_chances: reactive[bool] = reactive(False, init=False, repaint=False)

    class Pressed(Message):
        """Something on the plan was clicked: the ``index`` of a flat, floor, zone or circuit, from 0."""

        def __init__(self, board: BoardView, kind: Kind, index: int) -> None:
            super().__init__()
            self.board = board
            self.kind = kind
            self.index = index

        @property
        def control(self) -> BoardView:
            """The board that was clicked."""
            return self.board

    def __init__(self, sitting: Sitting, *, glyphs: Glyphs = UNICODE, pointing: bool = True) -> None:
        super().__init__(glyphs=glyphs)
        self.set_reactive(BoardView.sitting, sitting)
        self._pointing = pointing
        self._view = View.of(sitting)
        self._chances: tuple[str, ...] | None = None
        self._layout: Layout | None = None
        self._room = (-1, -1)
        self._sheet = Sheet(0, 0)
        self._plan: tuple[object, ...] = ()
        """What the sheet, all but the cursor, was drawn for."""
        self._film: list[View] = []
        self._timer: Timer | None = None

    @property
    def building(self) -> Building:
        """The building on show."""
        return self.sitting.night.building

    @property
    def moving(self) -> bool:
        """Whether what happened last is still playing."""
        return self._timer is not None

    def settle(self) -> None:
        """Show at once what it comes to."""
        if self._timer:
            self._timer.stop()
            self._timer = None
            self._film = []
            self.redraw()

    def move(self, dx: int, dy: int) -> None:
        """Move the cursor to the right and up, as far as there are flats."""
        building = self.building
        floor, riser = divmod(self.cursor, building.cols)
        floor = min(building.rows - 1, max(0, floor + dy))
        riser = min(building.cols - 1, max(0, riser + dx))
        self.cursor = floor * building.cols + riser

    def place_at(self, x: int, y: int) -> Place | None:
        """What can be pressed at a place of the widget."""
        layout = self._layout_in(*self.size)
        left, top = self._corner(layout, *self.size)
        return layout.at(x - left, y - top)

    def draw(self, width: int, height: int) -> Sheet:
        """The plan in the middle of its room."""
        layout = self._layout_in(width, height)
        corner = self._corner(layout, width, height)
        view = self._film[0] if self._film else self._view._replace(chances=self._overlay())
        view = view._replace(pointed=self.pointed)
        plan = width, height, view, self.glyphs
        if plan != self._plan:
            self._plan, self._sheet = plan, Sheet(width, height)
            draw_plan(self._sheet.moved(*corner), view, layout, self.glyphs)
        sheet = self._sheet.copied()
        thrown = isinstance(self.sitting.last, Thrown) and (self.sitting.night.lit or self.moving)
        cursor = None if thrown or not self._pointing else self.cursor
        draw_cursor(sheet.moved(*corner), view._replace(cursor=cursor), layout, self.glyphs)
        return sheet

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """As wide as the largest plan in its share of the room: a log stands beside it."""
        return layout_for(self.building, int(container.width * SHARE), container.height).width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return layout_for(self.building, width, container.height).height

    def watch_sitting(self, before: Sitting, after: Sitting) -> None:
        """Show another sitting, and how it came to it."""
        self.settle()
        seen, self._view, self._chances = self._view, View.of(after), None
        if before.night.building != after.night.building:
            self._layout, self.cursor = None, 0
            self.refresh(layout=True)
        film = None if self.still else film_of(before, after)
        if film:
            goes_dark = self._view.dark
            self._film = [
                seen._replace(looks=looks, dark=goes_dark and FlatLook.DARK in looks) for looks in film.frames
            ]
            self._timer = self.set_interval(film.pause, self._next)
        self.redraw()

    def watch_cursor(self) -> None:
        """Show the cursor elsewhere."""
        self.redraw()

    def watch_pointed(self) -> None:
        """Make out other lines, or none."""
        self.redraw()

    def watch_show_chances(self) -> None:
        """Show the chances, or hide them."""
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked."""
        place = self.place_at(event.x, event.y)
        if place:
            self.post_message(self.Pressed(self, place.kind, place.index))

    def _next(self) -> None:
        """The next picture of the film, or the end of it."""
        del self._film[0]
        if self._film:
            self.redraw()
        else:
            self.settle()

    def _overlay(self) -> tuple[str, ...]:
        """The chances, when they are to be seen."""
        if not self.show_chances or self.sitting.night.lit:
            return ()
        if self._chances is None:
            self._chances = chances_of(self.sitting)
        return self._chances

    def _layout_in(self, width: int, height: int) -> Layout:
        if self._layout is None or self._room != (width, height):
            self._layout, self._room = layout_for(self.building, width, height), (width, height)
        return self._layout

    @staticmethod
    def _corner(layout: Layout, width: int, height: int) -> tuple[int, int]:
        return max(0, (width - layout.width) // 2), max(0, (height - layout.height) // 2)
