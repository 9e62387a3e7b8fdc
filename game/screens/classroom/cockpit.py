"""The cockpit: the presenter's second screen, in another terminal. Everything private is here and only here."""

# ruff: noqa: PLC0415 - a page is imported when it is opened

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from game.classroom.digits import answer_under
from game.classroom.follower import AWAY, Follower
from game.classroom.remote import AnyPress, End, Next, Remove, Take
from game.classroom.stand import Stand
from game.classroom.store import Seat
from game.screens import themes
from game.screens.classroom import keys
from game.screens.classroom.led import NOT_NOW, Lamps, LedScreen
from game.screens.classroom.standing import Left, Right
from game.screens.keys import KEYS, READING, Group, Key, bindings
from game.screens.stage import Stage
from game.screens.widgets.bars import Footing, Heading
from game.screens.widgets.notice import Notice
from game.words import stretches

if TYPE_CHECKING:
    from game.screens.classroom.asks import Way

TICK: Final = 1.0
_LEAVE: Final = keys.COCKPIT.keys[-1]
NO_DIGIT: Final = "No digit answers this. o at the front does, and so does the cockpit in a browser."


class CockpitScreen(LedScreen):
    """Shows how the class stands, and presses the projector's buttons."""

    DEFAULT_CSS = """
    CockpitScreen Horizontal { height: 1fr; }
    CockpitScreen VerticalScroll { padding: 1 2; scrollbar-size-vertical: 1; scrollbar-color: $faint; }
    CockpitScreen #left { width: 1fr; }
    CockpitScreen #right { width: 30; padding: 1 2 1 0; }
    CockpitScreen.-large VerticalScroll { padding: 2 4; }
    CockpitScreen.-large #right { width: 44; padding: 2 2 2 0; }
    """
    BINDINGS = bindings(keys.COCKPIT.keys)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._class = Follower(folder, self._heard, self._told)
        self._stand: Stand | None = None

    def compose(self) -> ComposeResult:
        yield Heading()
        with Horizontal():
            with VerticalScroll(id="left", can_focus=False):
                yield Left(self.game.glyphs)
            with VerticalScroll(id="right", can_focus=False):
                yield Right()
        yield Notice()
        yield Footing()

    def on_mount(self) -> None:
        """Find the class, and follow it from now on."""
        self._left, self._right = self.query_one(Left), self.query_one(Right)
        self._heading, self._footing = self.query_one(Heading), self.query_one(Footing)
        self._notice, self._column = self.query_one(Notice), self.query_one("#left")
        self._heading.show("the cockpit")
        self._footing.show([_LEAVE])
        self.run_worker(self._class.follow())
        self.set_interval(TICK, self._right.refresh)

    def helps(self) -> Sequence[Group]:
        by_hand = self._stand is not None and self._stand.by_hand
        return [keys.BESIDE if by_hand else keys.COCKPIT, READING]

    def _heard(self, stand: Stand | None) -> None:
        """The class stands like this now; None when there is none any more."""
        if stand is None or self._stand is None or self._stand.number != stand.number:
            self._column.scroll_home(animate=False)
        self._stand = self._left.stand = self._right.stand = stand
        self._right.heard = time()
        self._heading.show(stand.heading.removesuffix(".") if stand else "the cockpit")
        self._footing.show(_foot(stand) if stand else [_LEAVE])
        self._left.refresh(layout=True)
        self._right.refresh(layout=True)

    def _told(self, text: str) -> None:
        self._notice.say(text)

    def press(self, press: AnyPress) -> None:
        """Press a button of the class."""
        self._notice.say("" if self._stand else AWAY)
        self.run_worker(self._class.press(press))

    @property
    def lamps(self) -> Lamps:
        stand = self._stand
        if stand is None:
            return Lamps()
        counting = bool(stand.until or stand.left)
        return Lamps(stand.number, stand.step, counting, stand.blank, stand.locked)

    def action_next(self) -> None:
        self.press(Next(saw=self.lamps.number, does=self._stand.button if self._stand else ""))

    def action_choose(self, number: int) -> None:
        """Choose a line for the room."""
        if self._stand and self._stand.first:
            self.action_next()
        elif self._stand and self._stand.step not in ("ready", "shown"):
            self._told(NOT_NOW if self._stand.step else "")
        elif self._stand:
            answer = answer_under(self._stand.form, number)
            if answer is None:
                self._told(NO_DIGIT if self._stand.form else "")
            else:
                self.press(Take(answer=answer, saw=self.lamps.number))

    def action_jump(self) -> None:
        """Ask for a day."""
        from game.screens.classroom.asks import NumberScreen

        days = self._stand.days if self._stand else ()
        played, later = (stretches(each.day for each in days if each.played is so) for so in (True, False))
        told = [f"Played so far: {played or 'none'}. A day played before begins a play of its own."]
        if later:
            told += [f"Still to come: {later}. What lies on the way is answered by chance."]
        self.app.push_screen(NumberScreen("Go to day", told), self.go)

    def action_scroll(self, by: int) -> None:
        """Up or down."""
        self._column.scroll_relative(y=3 * by, animate=False)

    def action_remove(self) -> None:
        """Ask for a seat."""
        from game.screens.classroom.asks import NumberScreen

        seats = self._stand.seats if self._stand else ()
        if seats:
            names = [seat.name for seat in seats]
            told = [
                "Whoever sits there is let out for good, and their votes are gone.",
                ", ".join(f"{number} {name}" for number, name in enumerate(names, 1)),
            ]
            asks = NumberScreen("Take away seat", told, len(seats), does="takes it away", named=names)
            self.app.push_screen(asks, lambda number: self._remove(seats, number))

    def action_end(self) -> None:
        """Ask, and end the class."""
        from game.screens.classroom.asks import END, LOST, STAY, WRITTEN, AskScreen

        if self._stand is not None and not self._stand.by_hand:
            told = [WRITTEN.format(folder="the folder in which it was begun"), LOST]
            self.app.push_screen(AskScreen("End this class?", told, [STAY, END]), self._end)

    def _end(self, way: Way | None) -> None:
        from game.screens.classroom.asks import END

        if way == END:
            self.press(End())

    def _remove(self, seats: Sequence[Seat], number: int | None) -> None:
        if number is not None:
            self.press(Remove(seat=seats[number - 1].id))


def _foot(stand: Stand) -> list[Key]:
    if stand.by_hand:
        return [KEYS, _LEAVE]
    crew = [keys.CREWS_MOVE] if stand.crew else []
    return [keys.NEXT._replace(word=stand.button.lower()), *crew, keys.BACK, keys.SEATS, KEYS, _LEAVE]


class CockpitApp(Stage):
    """The cockpit in a terminal of its own."""

    TITLE = "Seven Weeks, the cockpit"
    KEPT = "The class goes on without its cockpit."

    def __init__(
        self, folder: Path, *, theme: str = themes.NIGHT.name, still: bool = False, ascii_only: bool = False
    ) -> None:
        super().__init__(theme=theme, still=still, ascii_only=ascii_only)
        self._folder = folder

    def on_mount(self) -> None:
        """Open the one screen."""
        self.push_screen(CockpitScreen(self._folder))
