"""The map: the tower, a hand that points at its windows, and the way back to each day played."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from game.screens.glyphs import UNICODE, Glyphs, Look
from game.screens.sheet import Sheet
from game.screens.widgets.building import MEDIUM, SLIM, draw_frame, plan_for, windows
from game.screens.widgets.picture import Picture
from game.screens.widgets.tower import TowerView, day_under_way
from game.story.calendar import WEEK, week_of, weekday_of
from game.story.state import State

MEANINGS: Final = {
    Look.EMPTY: "Nothing stands here yet.",
    Look.DARK: "A dark window: you did not work late.",
    Look.LIT: "A lit window: you worked late.",
    Look.CORNER: "A hatched window: a corner was cut.",
    Look.LATE_CORNER: "Lit and hatched: late, a corner cut.",
}
"""What the window of a day says, in one row of the smallest map."""

_LEGEND: Final = (
    (Look.LIT, "worked late"),
    (Look.DARK, "not late"),
    (Look.CORNER, "corner cut"),
    (Look.LATE_CORNER, "late and cut"),
    (None, "today"),
    (Look.EMPTY, "not yet"),
)


def climbed(days: Sequence[int], day: int, by: int) -> int:
    """The day straight above or below, else the nearest on the next floor that has one, else the day itself."""
    there = [other for other in days if (week_of(other) - week_of(day)) * by > 0]
    if not there:
        return day
    floor = week_of(there[0] if by > 0 else there[-1])
    level = (floor - week_of(day)) * WEEK + day
    return min((other for other in there if week_of(other) == floor), key=lambda other: abs(other - level))


class MapLegend(Picture):
    """What the windows mean, drawn as they are in the tower beside it."""

    DEFAULT_CSS = """
    MapLegend { width: 1fr; height: 8; margin-top: 1; }
    """

    def __init__(self, *, glyphs: Glyphs) -> None:
        super().__init__(glyphs=glyphs)
        self._plan = MEDIUM

    def fit(self, slim: bool) -> None:
        """Draw the windows of the slim tower, or of the medium one, which stands for the large one too."""
        self._plan = SLIM if slim else MEDIUM
        self.styles.height = 3 * self._plan.rise + 2 * (self._plan.rise - 1)
        self.redraw()

    def draw(self, width: int, height: int) -> Sheet:
        """Two columns of three windows, each with its words."""
        sheet = Sheet(width, height)
        shapes = windows(self._plan, self.glyphs)
        wide, high = self._plan.window
        column = min(18, width // 2)
        for place, (look, words) in enumerate(_LEGEND):
            x, y = 1 + place % 2 * column, place // 2 * (2 * high - 1)
            for row, (signs, ink) in enumerate(shapes[look or Look.EMPTY]):
                sheet.write(x, y + row, signs if look else "", ink)
            if look is None:
                draw_frame(sheet.moved(x, y), self._plan, self.glyphs.today, "today")
            sheet.write(x + wide + 2, y, words, "muted")
        return sheet


class MapScreen(ModalScreen[int | None]):
    """The tower as a map. It is dismissed with the day to go to, or with nothing.

    ``titles`` names the days that can be gone to; ``weeks`` are the titles of the weeks, the first first;
    ``minutes`` say how long a week takes; ``note`` is a line of the caller's own, such as the minutes left.
    There is no ``legend`` where nothing is made up: then no window is lit or hatched.
    """

    DEFAULT_CSS = """
    MapScreen { background: $background; color: $ink; }
    MapScreen > Horizontal { padding: 1 2; }
    MapScreen TowerView { width: auto; height: 1fr; margin-right: 3; }
    MapScreen Vertical { width: 1fr; height: 1fr; }
    MapScreen Static { height: auto; }
    MapScreen #week { color: $muted; text-style: $muted-style; }
    MapScreen #day { margin-top: 1; }
    MapScreen #means, MapScreen #note { margin-top: 1; }
    MapScreen #means { height: 1fr; }
    MapScreen #keys { margin-top: 1; color: $muted; text-style: $muted-style; }
    MapScreen #keys { link-color: $muted; link-style: $muted-style; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "along(-1)", "the day before", show=False),
        Binding("right", "along(1)", "the day after", show=False),
        Binding("up", "climb(1)", "a floor up", show=False),
        Binding("down", "climb(-1)", "a floor down", show=False),
        Binding("home", "end(0)", "the first day", show=False),
        Binding("end", "end(-1)", "the last day", show=False),
        Binding("enter", "go", "go to the day", show=False),
        Binding("backspace,t,q,escape", "close", "close", show=False),
    ]

    def __init__(
        self,
        state: State,
        titles: Mapping[int, str],
        weeks: Sequence[str] = (),
        *,
        note: str = "",
        minutes: Mapping[int, str] = MappingProxyType({}),
        legend: bool = True,
        glyphs: Glyphs = UNICODE,
    ) -> None:
        super().__init__()
        self._state = state
        self._titles = titles
        self._weeks = weeks
        self._note = note
        self._minutes = minutes
        self._days = tuple(day for day in sorted(titles) if state.room(day) or day == state.day)
        self._place = len(self._days) - 1
        self._tower = TowerView(state, pointer=self.day, glyphs=glyphs)
        self._legend = MapLegend(glyphs=glyphs)
        self._legend.display = legend

    @property
    def day(self) -> int | None:
        """The day pointed at; none when no day has been played."""
        return self._days[self._place] if self._days else None

    def compose(self) -> ComposeResult:
        """The tower, and beside it what is known of the day."""
        with Horizontal():
            yield self._tower
            with Vertical():
                yield Static(id="week", markup=False)
                yield Static(id="day")
                yield Static(id="means", markup=False)
                yield self._legend
                if self._note:
                    yield Static(self._note, id="note", markup=False)
                yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """Tell of the day pointed at."""
        self._tell()

    def on_resize(self) -> None:
        """Draw the legend as large as the tower."""
        room = self.size
        self._legend.fit(plan_for(room.width - 4, room.height - 2) is SLIM)

    def action_along(self, by: int) -> None:
        """Point at the day played before, or after."""
        self._point(self._place + by)

    def action_climb(self, by: int) -> None:
        """Point at the next floor up or down on which a day was played."""
        if self.day:
            self._point(self._days.index(climbed(self._days, self.day, by)))

    def action_end(self, place: int) -> None:
        """Point at the first day played, or at the last."""
        self._point(place % len(self._days) if self._days else 0)

    def action_go(self) -> None:
        """Leave for the day pointed at."""
        self.dismiss(self.day)

    def action_close(self) -> None:
        """Leave for nowhere."""
        self.dismiss(None)

    def on_tower_view_pressed(self, event: TowerView.Pressed) -> None:
        """Point at the day that was clicked; clicked again, go there."""
        if event.day == self.day:
            self.action_go()
        elif event.day in self._days:
            self._point(self._days.index(event.day))

    def _point(self, place: int) -> None:
        if 0 <= place < len(self._days):
            self._place = place
            self._tower.pointer = self.day
            self._tell()

    def _tell(self) -> None:
        day = self.day
        week = week_of(day or 1)
        named = f"Week {week}: {self._weeks[week - 1]}" if week <= len(self._weeks) else f"Week {week}"
        if minutes := self._minutes.get(week):
            named += f"\n{minutes}"
        self.query_one("#week", Static).update(named)
        self.query_one("#keys", Static).update(self._keys())
        if day is None:
            self.query_one("#means", Static).update("No day has been played yet.")
            return
        title = Content.assemble((f"Day {day}, {weekday_of(day)}", "$muted"), "\n", (self._titles[day], "bold"))
        self.query_one("#day", Static).update(title)
        self.query_one("#means", Static).update(self._meaning(day))

    def _meaning(self, day: int) -> str:
        if day == day_under_way(self._state):
            return "This is where you are."
        if not self._legend.display:
            return ""
        return MEANINGS[Look.of(self._state.room(day))]

    def _keys(self) -> Content:
        close = _pressed("t close", "close")
        if self.day is None:
            return close
        here = self.day == day_under_way(self._state)
        go = _pressed(f"Enter {'stay here' if here else 'go back to this day'}", "go")
        return Content.assemble("arrows look around, ", close, "\n", go)


def _pressed(words: str, action: str) -> Content:
    """Words that can be clicked for what they say."""
    return Content(words).stylize(Style.from_meta({"@click": f"screen.{action}"}))
