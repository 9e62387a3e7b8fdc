"""The tower beside the story: seven floors of seven days, drawn from a state."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer

from game.screens.glyphs import UNICODE, Glyphs, Look
from game.screens.sheet import Sheet
from game.screens.widgets.building import Plan, Scene, draw_tower, plan_for
from game.screens.widgets.picture import Picture
from game.story.beat import Lights
from game.story.calendar import DAYS
from game.story.state import Room, State

WARMING_SECONDS: Final = 0.5
"""How long lamps take to come on, however many come on at once."""

_TICKS: Final = 8
_LAMP_LIT: Final = (Look.LIT, Look.LATE_CORNER)


def looks(state: State | None, lights: Lights | None = None) -> tuple[Look, ...]:
    """How each of the 49 days looks; without a state, an empty site.

    With ``lights`` it is no history: windows with power are lit, and those without are not.
    """
    if state is None:
        return (Look.EMPTY,) * DAYS
    rooms = (state.room(day) for day in range(1, DAYS + 1))
    return tuple(Look.of(room) if lights is None else _powered(room, lights) for room in rooms)


def _powered(room: Room, lights: Lights) -> Look:
    if not room:
        return Look.EMPTY
    return Look.CORNER if lights == "sound" and room & Room.CORNER else Look.LIT


def day_under_way(state: State | None) -> int | None:
    """The day being built, if one is."""
    return state.day if state and len(state.rooms) < state.day else None


class TowerView(Picture):
    """The tower, as large as its room allows, standing on the lower edge.

    Shown another state, the lamps that have come on warm up. It points at the day given as ``pointer``.
    """

    DEFAULT_CSS = """
    TowerView { width: auto; height: auto; }
    """

    pointer: reactive[int | None] = reactive(None, init=False, repaint=False)

    class Pressed(Message):
        """A day was clicked."""

        def __init__(self, tower: TowerView, day: int) -> None:
            super().__init__()
            self.tower = tower
            self.day = day

        @property
        def control(self) -> TowerView:
            """The tower that was clicked."""
            return self.tower

    def __init__(
        self, state: State | None = None, *, pointer: int | None = None, glyphs: Glyphs = UNICODE
    ) -> None:
        super().__init__(glyphs=glyphs)
        self._coming: list[int] = []
        self._tick = 0
        self._lamps: Timer | None = None
        self.state = state
        self._looks = looks(state)
        self.set_reactive(TowerView.pointer, pointer)

    @property
    def plan(self) -> Plan:
        """The size of tower on show."""
        return plan_for(*self.size)

    @property
    def warming(self) -> bool:
        """Whether a lamp is coming on just now."""
        return self._lamps is not None

    def settle(self) -> None:
        """Let every lamp be on at once."""
        if self._lamps:
            self._lamps.stop()
            self._lamps = None
        self._coming, self._tick = [], 0
        self.redraw()

    def day_at(self, x: int, y: int) -> int | None:
        """The day at a place of the widget, if there is one."""
        plan = self.plan
        left, top = self._corner(plan, *self.size)
        return plan.day_at(x - left, y - top)

    def draw(self, width: int, height: int) -> Sheet:
        """The tower in the middle of its room, standing on the lower edge."""
        sheet = Sheet(width, height)
        plan = plan_for(width, height)
        scene = Scene(self._looks, day_under_way(self.state), self.pointer, self._shades())
        draw_tower(sheet.moved(*self._corner(plan, width, height)), scene, plan, self.glyphs)
        return sheet

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        return plan_for(*container).width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return plan_for(width, container.height).height

    def show(self, state: State, lights: Lights | None = None) -> None:
        """Show this state. Lamps that are on now and were not before come on one after another."""
        first, before = self.state is None, self._looks
        self.state, self._looks = state, looks(state, lights)
        self.settle()
        if first or self.still:
            return
        pairs = enumerate(zip(before, self._looks, strict=True), start=1)
        self._coming = [day for day, (old, new) in pairs if new in _LAMP_LIT and old not in _LAMP_LIT]
        if self._coming:
            self._lamps = self.set_interval(WARMING_SECONDS / _TICKS, self._warm)
            self.redraw()

    def watch_pointer(self) -> None:
        """Point at another day."""
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Tell which day was clicked."""
        day = self.day_at(event.x, event.y)
        if day is not None:
            self.post_message(self.Pressed(self, day))

    def _warm(self) -> None:
        self._tick += 1
        if self._tick < _TICKS:
            self.redraw()
        else:
            self.settle()

    def _shades(self) -> dict[int, str]:
        """The shade of each lamp that is not fully on. Of many, the next starts when the last is half on."""
        shades = self.glyphs.warming
        span = len(self._coming) + 1
        warm = {}
        for place, day in enumerate(self._coming):
            at = int((self._tick / _TICKS * span - place) / 2 * len(shades))
            if at < len(shades):
                warm[day] = shades[max(0, at)]
        return warm

    @staticmethod
    def _corner(plan: Plan, width: int, height: int) -> tuple[int, int]:
        return max(0, (width - plan.width) // 2), height - plan.height
