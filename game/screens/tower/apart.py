"""Flat by flat on the screen: the same tower with a breaker for each flat, window by window."""

# ruff: noqa: PLC0415 - a page is imported when it is opened

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer

from game.freeplay import FreePlay
from game.screens import keys
from game.screens.keys import COLOURS, KEYS, PALETTE, Group, Key
from game.screens.tower.facade import Facade
from game.screens.tower.inside import Inside
from game.screens.tower.keys import BREAKS, LEAVE, MOVING
from game.screens.tower.walking import OVER, Progress, Prompt, next_keys, waiting
from game.screens.widgets.bars import Footing, Heading
from game.tower.contrast import Contrast
from game.tower.crew import par
from game.tower.flat_by_flat import Round, SwitchedOn, Walk
from game.tower.flats import flats_in
from game.tower.night import MORNING, clock

TICK: Final = 1 / 30
"""Seconds in which the clock runs a minute."""

ON: Final = Key(
    "enter,space", "Enter", "switch on the marked flat, or the next one; 3 minutes", "on", "on", 0, "switch on"
)
FIX: Final = Key("f", "f", "fix the flat that stayed dark; 20 minutes", "fix", "fix", 1, "fix the dark flat")
REST: Final = Key(
    "r", "r", "the rest, flat by flat, by itself; any key hurries it", "rest", "the rest", 3, "the rest by itself"
)
APART: Final = Group("Flat by flat", (*MOVING, ON, FIX, REST, BREAKS, KEYS, COLOURS, LEAVE, PALETTE))
FOOT: Final = (ON, FIX, REST, BREAKS, KEYS, LEAVE)
FOOT_LIT: Final = (ON, BREAKS, KEYS, LEAVE)
"""Once all is lit there is nothing left to fix or to switch on."""

_STAY: Final = ("ctrl+c", "ctrl+q", "ctrl+p")


class ApartScreen(Inside[Round]):
    """A walk through the tower of a board of free play. Dismissed with it once all is lit, with None before.

    At its end stands the same tower lit at once: the player's own night where that is over, else that of the
    reference crew.
    """

    DEFAULT_CSS = """
    ApartScreen #walk { height: 1fr; }
    ApartScreen #side { width: 1fr; padding: 1 2 0 1; }
    ApartScreen.-medium #side { padding: 2 3 0 2; }
    ApartScreen.-large #side { padding: 5 4 0 4; }
    """
    BINDINGS = keys.bindings(APART.keys)

    def __init__(self, free: FreePlay) -> None:
        super().__init__()
        self.free = free
        self.walk = Walk(free.night)
        self.cursor = 0
        self._minute = 0
        self._note = ""
        self._ticking: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Heading()
        with Horizontal(id="walk"):
            yield Facade(self.walk, self.game.glyphs)
            with Vertical(id="side"):
                yield Progress(self.walk, self.game.glyphs)
                yield Prompt()
        yield Footing()

    def on_mount(self) -> None:
        """Show the dark tower."""
        self._show()

    def helps(self) -> Sequence[Group]:
        return [APART, keys.READING]

    @property
    def kept(self) -> bool:
        return self.walk.lit or not self.walk.log

    # the clock

    @property
    def moving(self) -> bool:
        """Whether the clock still runs to where the last step ends."""
        return self._minute < self.walk.minute

    def settle(self) -> None:
        """Let the clock be there at once, and the cursor where it goes on."""
        if self._ticking:
            self._ticking.stop()
            self._ticking = None
        self._minute = self.walk.minute
        if not self.walk.lit and not self.walk.dark:
            self.cursor = waiting(self.walk, self.cursor)
        self._show()

    def _go(self, walk: Walk) -> None:
        """Walk on: a minute of the clock after another, unless nothing may move."""
        self.walk, self._note = walk, ""
        if self.game.still:
            self.settle()
        elif not self._ticking:
            self._ticking = self.set_interval(TICK, self._tick)

    def _tick(self) -> None:
        self._minute += 1
        if self.moving:
            self._show()
        else:
            self.settle()

    # showing

    def _show(self) -> None:
        """Show the walk as it stands at the minute that the clock has come to."""
        done = bisect_right(self.walk.minutes, self._minute)
        so_far, under = Walk(self.walk.night, self.walk.log[:done]), self.walk.log[done : done + 1]
        if under:
            self.cursor = under[0].flat
        lamp = under[0] if under and isinstance(under[0], SwitchedOn) else None
        self.query_one(Facade).show(so_far, self.cursor, lamp)
        self.query_one(Progress).show(so_far, self._minute)
        self.query_one(Heading).show(f"{self.free.title}, flat by flat", clock(self._minute))
        self._show_prompt()

    def _show_prompt(self) -> None:
        prompt = self.query_one(Prompt)
        self.query_one(Footing).show(FOOT_LIT if self.walk.lit else FOOT)
        if self.moving:
            prompt.show((("Any key", "and it is done"),) if self.walk.lit else ())
        elif self.walk.lit:
            prompt.show((("Enter", "the two nights side by side"),), OVER)
        else:
            prompt.show(next_keys(self.walk, self.cursor), self._note)

    def _say(self, note: str) -> None:
        self._note = note
        self._show()

    # keys

    def on_key(self, event: events.Key) -> None:
        """Any key lets the clock be there, and does its own thing unless that was the end."""
        if event.key not in _STAY and self.moving:
            self.settle()
            if self.walk.lit:
                event.stop()

    def action_move(self, across: int, up: int) -> None:
        """Mark another flat, as far as there are any."""
        building = self.walk.night.building
        floor = min(building.rows - 1, max(0, building.floor_of(self.cursor) + up))
        riser = min(building.cols - 1, max(0, building.riser_of(self.cursor) + across))
        self.cursor = floor * building.cols + riser
        self._say("")

    def action_on(self) -> None:
        """Switch on the marked flat, or the next one; once all is lit, set the two nights side by side."""
        if self.moving:
            self.settle()
        elif self.walk.lit:
            self._compare()
        elif self.walk.dark:
            self._say(f"{self._called(self.walk.dark)} is dark. One flat at a time: fix it first.")
        else:
            self.cursor = waiting(self.walk, self.cursor)
            self._go(self.walk.on(self.cursor))

    def action_fix(self) -> None:
        """Fix the flat that is dark."""
        if self.walk.dark:
            self._go(self.walk.fix(next(flats_in(self.walk.dark))))
        elif not self.walk.lit:
            self._say("No flat is dark for a fault just now. Switch one on, and you will see.")

    def action_rest(self) -> None:
        """All that is left."""
        if not self.walk.lit:
            self._go(self.walk.rest())

    def action_breaks(self) -> None:
        """What the tower hides about software."""
        from game.screens.tower.endpages import BreaksScreen

        self.app.push_screen(BreaksScreen())

    def action_leave(self) -> None:
        """Leave the walk, with what it came to if it is over."""
        self.dismiss(self.walk.round if self.walk.lit else None)

    def on_facade_pressed(self, message: Facade.Pressed) -> None:
        """A click on a dark flat fixes it, on any other that is not lit switches it on."""
        if self.moving or self.walk.lit:
            self.action_on()
        elif self.walk.dark >> message.flat & 1:
            self.action_fix()
        else:
            self.cursor = message.flat
            if self.walk.lit_flats >> message.flat & 1:
                self._say(f"{self._called(1 << message.flat)} is lit already.")
            else:
                self.action_on()

    def _called(self, flats: int) -> str:
        return self.walk.night.building.name(next(flats_in(flats)))

    def _compare(self) -> None:
        from game.screens.tower.twonights import TwoNights

        played = self.free.sitting.night
        yours = played.lit or played.minute >= MORNING
        contrast = Contrast(played if yours else par(self.free.night), self.walk.round)
        self.app.push_screen(TwoNights(contrast, yours=yours), lambda _: self.action_leave())
