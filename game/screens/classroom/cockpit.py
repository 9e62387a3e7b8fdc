"""The cockpit: the presenter's second screen, in another terminal. Everything private is here and only here."""

# ruff: noqa: PLC0415 - a page is imported when it is opened

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import time
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from game.classroom.client import AWAY, Client
from game.classroom.remote import (
    AnyPress,
    Ask,
    Back,
    Blank,
    Crew,
    Go,
    Lock,
    Next,
    Pause,
    Remove,
    Show,
    Take,
    Timer,
)
from game.classroom.stand import Stand
from game.classroom.store import Seat
from game.screens import themes
from game.screens.classroom import keys
from game.screens.classroom.drawing import Column, bars, minutes
from game.screens.face import Face
from game.screens.glyphs import Glyphs
from game.screens.keys import KEYS, READING, Group, bindings
from game.screens.stage import Stage
from game.screens.widgets.bars import Footing, Heading
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing, inked
from game.screens.widgets.notice import Notice
from game.words import counted, listed

TICK: Final = 1.0
COUNTDOWN: Final = 60
MOST_LINES: Final = 4
"""Lines of the story that are shown: the presenter sees all of them at the front."""
TELLING: Final = ("", "ready")
"""The steps at which the front tells the story: later it is about the votes."""


class Left(Drawn):
    """What to say, and what the room says."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs
        self.stand: Stand | None = None

    def paint(self, width: int) -> Lines:
        stand = self.stand
        if stand is None:
            return flowing("Looking for the class.", width, "muted")
        lines: list[Content] = []
        lines += _told("for", stand.teaches, width, "muted") + _told("say", stand.note, width, "ink")
        for slip in stand.slips:
            lines += flowing(slip, width, "muted", first=inked("slip  ", "loss"))
        lines += [EMPTY] if lines else []
        for line in stand.lines[-MOST_LINES:] if stand.step in TELLING else ():
            lines += flowing(line.text, width, "muted", first=inked(f"{line.mark} ", "muted"))
        lines += [EMPTY, *flowing(stand.question, width, "title")]
        if not stand.tally and not any(result.bars for result in stand.results):
            lines += [EMPTY] if stand.moves else []
            for number, move in enumerate(stand.moves, 1):
                lines += _move(number, move.text, move.struck, width)
        return [*lines, *self._votes(stand, width)]

    def _votes(self, stand: Stand, width: int) -> Lines:
        lines: list[Content] = []
        if stand.step in ("first", "second"):
            votes = f"{stand.answered} of {stand.present} have answered; only you see this"
            lines += [EMPTY, inked(votes, "ink")]
            lines += bars([Column("so far", stand.answered, stand.tally)], width, self._glyphs)
        elif stand.results:
            titles = ("first", "second") if len(stand.results) > 1 else ("the vote",)
            columns = [
                Column(titles[min(at, len(titles) - 1)], result.votes, result.bars)
                for at, result in enumerate(stand.results)
            ]
            lines += [EMPTY, *bars(columns, width, self._glyphs)]
        lines += _told("talk about", stand.prompt, width, "ink")
        lines += _told("the room", stand.comes_to, width, "title")
        return lines


class Right(Drawn):
    """The clock, the room, and who is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.stand: Stand | None = None
        self.heard = 0.0

    def paint(self, width: int) -> Lines:
        stand = self.stand
        if stand is None:
            return ()
        elapsed = stand.elapsed + max(0, int(time() - self.heard))
        lines = [inked(f"{minutes(elapsed)}", "title") + inked(f"   {_against(stand)}", "muted")]
        if left := minutes(stand.left) if stand.left else minutes(stand.until - time()) if stand.until else "":
            held = " held" if stand.left else ""
            lines += [inked(f"countdown {left}{held}", "key")]
        lines += [EMPTY, inked("Enter  ", "key") + inked(stand.button, "ink")]
        lines += [EMPTY, *_told("then", stand.next_scene, width, "muted")]
        lines += [
            EMPTY,
            inked(f"{counted(stand.present, 'seats')}{', door locked' if stand.locked else ''}", "ink"),
        ]
        door = f"{stand.code}, {listed(stand.pictures)}"
        lines += [*flowing(door, width, "muted")]
        if stand.blank:
            lines += [EMPTY, inked("The front is dark.", "loss")]
        lines += [EMPTY]
        for number, seat in enumerate(stand.seats, 1):
            lines += flowing(seat.name, width, "muted", first=inked(f"{number:>3} ", "faint"))
        return lines


def _told(label: str, text: str, width: int, ink: str) -> list[Content]:
    return flowing(text, width, ink, first=inked(f"{label}: ", "key")) if text else []


def _move(number: int, text: str, struck: str, width: int) -> Lines:
    words = f"{text} ({struck})" if struck else text
    return flowing(words, width, "struck" if struck else "ink", first=inked(f"{number}  ", "key"))


def _against(stand: Stand) -> str:
    """The clock against the plan. Where a scene has no time in it, nothing is said."""
    if stand.ahead == -stand.elapsed:
        return ""
    if abs(stand.ahead) < 60:
        return "on time"
    how = "ahead of the plan" if stand.ahead > 0 else "behind the plan"
    return f"{counted(abs(stand.ahead) // 60, 'minutes')} {how}"


class CockpitScreen(Face[None]):
    """Shows how the class stands, and presses the projector's buttons."""

    DEFAULT_CSS = """
    CockpitScreen Horizontal { height: 1fr; }
    CockpitScreen VerticalScroll { padding: 1 2; scrollbar-size-vertical: 1; scrollbar-color: $faint; }
    CockpitScreen #left { width: 1fr; }
    CockpitScreen #right { width: 30; padding: 1 2 1 0; }
    CockpitScreen.-large VerticalScroll { padding: 2 4; }
    CockpitScreen.-large #right { width: 44; }
    """
    BINDINGS = bindings(keys.COCKPIT.keys)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._client = Client(folder, self._heard, self._told)
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
        self.query_one(Heading).show("the cockpit")
        self.query_one(Footing).show([keys.NEXT, keys.BACK, keys.SEATS, KEYS, keys.COCKPIT.keys[-1]])
        self.run_worker(self._client.follow())
        self.set_interval(TICK, self._right.refresh)

    def helps(self) -> Sequence[Group]:
        return [keys.COCKPIT, READING]

    def _heard(self, stand: Stand) -> None:
        """The class stands like this now."""
        self._stand = self._left.stand = self._right.stand = stand
        self._right.heard = time()
        self.query_one(Heading).show(stand.heading.removesuffix("."))
        leave = keys.QUIT._replace(word="leave")
        self.query_one(Footing).show(
            [keys.NEXT._replace(word=stand.button.lower()), keys.BACK, keys.SEATS, KEYS, leave]
        )
        self._left.refresh(layout=True)
        self._right.refresh(layout=True)

    def _told(self, text: str) -> None:
        self.query_one(Notice).say(text)

    def press(self, press: AnyPress) -> None:
        """Press a button of the class."""
        self.query_one(Notice).say("" if self._stand else AWAY)
        self.run_worker(self._client.press(press))

    @property
    def _number(self) -> int:
        return self._stand.number if self._stand else 0

    def action_next(self) -> None:
        """The big button."""
        self.press(Next(saw=self._number))

    def action_back(self) -> None:
        """The last step back."""
        self.press(Back(saw=self._number))

    def action_choose(self, number: int) -> None:
        """Choose a line for the room."""
        if self._stand and number <= len(self._stand.moves) and self._stand.step in ("ready", "shown"):
            self.press(Take(answer=self._stand.moves[number - 1].id, saw=self._number))

    def action_crew(self) -> None:
        """Let the crew make the next move."""
        self.press(Crew(saw=self._number))

    def action_show(self) -> None:
        """Reveal early."""
        if self._stand and self._stand.step not in ("", "ready"):
            self.press(Show(saw=self._number))

    def action_again(self) -> None:
        """Vote once more on what was shown."""
        if self._stand and self._stand.step == "shown":
            self.press(Ask(saw=self._number))

    def action_count(self) -> None:
        """Start a countdown, or stop it."""
        running = self._stand is not None and bool(self._stand.until or self._stand.left)
        self.press(Timer(seconds=0 if running else COUNTDOWN))

    def action_pause(self) -> None:
        """Hold it, or let it go on."""
        self.press(Pause())

    def action_blank(self) -> None:
        """Darken the front, or light it."""
        self.press(Blank(blank=not (self._stand and self._stand.blank)))

    def action_lock(self) -> None:
        """Lock the door, or open it."""
        self.press(Lock(locked=not (self._stand and self._stand.locked)))

    def action_jump(self) -> None:
        """Ask for a day."""
        from game.screens.classroom.asks import NumberScreen

        days = self._stand.days if self._stand else ()
        told = [f"Played so far: {listed([*map(str, days)]) or 'none'}."]
        self.app.push_screen(NumberScreen("Go to day", told), self._jump)

    def _jump(self, day: int | None) -> None:
        if day is not None:
            self.press(Go(day=day))

    def action_scroll(self, by: int) -> None:
        """Up or down."""
        self.query_one("#left").scroll_relative(y=3 * by, animate=False)

    def action_remove(self) -> None:
        """Ask for a seat."""
        from game.screens.classroom.asks import NumberScreen

        seats = self._stand.seats if self._stand else ()
        if seats:
            told = ["The number beside the name. Whoever sits there is let out, and their votes are gone."]
            self.app.push_screen(
                NumberScreen("Take away seat", told, len(seats)), lambda n: self._remove(seats, n)
            )

    def _remove(self, seats: Sequence[Seat], number: int | None) -> None:
        if number is not None:
            self.press(Remove(seat=seats[number - 1].id))


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
