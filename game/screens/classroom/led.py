"""What the front of the room and the cockpit have in common: the buttons with which a class is led."""

from __future__ import annotations

from typing import Final, NamedTuple

from game.classroom.poll import Step
from game.classroom.remote import AnyPress, Ask, Back, Blank, Crew, Go, Lock, Next, Pause, Show, Timer
from game.screens.face import Face

COUNTDOWN: Final = 60
"""Seconds of a countdown that a key starts."""
NOT_NOW: Final = "The room is asked just now. Backspace takes that back, and then you can answer for it."


class Lamps(NamedTuple):
    """What the buttons have to know: the board's number, the step of the poll, and what is on."""

    number: int = 0
    step: str = ""
    counting: bool = False
    blank: bool = False
    locked: bool = False


class LedScreen(Face[None]):
    """A screen from which a class is led."""

    @property
    def lamps(self) -> Lamps:
        """What is on."""
        raise NotImplementedError

    def press(self, press: AnyPress) -> None:
        """Press a button of the class."""
        raise NotImplementedError

    def action_next(self) -> None:
        """The big button."""
        self.press(Next(saw=self.lamps.number))

    def action_back(self) -> None:
        """The last step back."""
        self.press(Back(saw=self.lamps.number))

    def action_crew(self) -> None:
        """Let the crew make the next move at a tower."""
        self.press(Crew(saw=self.lamps.number))

    def action_show(self) -> None:
        """Reveal early, once there has been a vote."""
        if self.lamps.step not in ("", Step.READY):
            self.press(Show(saw=self.lamps.number))

    def action_again(self) -> None:
        """Vote once more on what was shown."""
        if self.lamps.step == Step.SHOWN:
            self.press(Ask(saw=self.lamps.number))

    def action_count(self) -> None:
        """Start a countdown, or stop it."""
        self.press(Timer(seconds=0 if self.lamps.counting else COUNTDOWN))

    def action_pause(self) -> None:
        """Hold it, or let it go on."""
        self.press(Pause())

    def action_blank(self) -> None:
        """Darken the front, or light it."""
        self.press(Blank(blank=not self.lamps.blank))

    def action_lock(self) -> None:
        """Lock the door, or open it."""
        self.press(Lock(locked=not self.lamps.locked))

    def go(self, day: int | None) -> None:
        """Go to a day that was asked for, if one was."""
        if day is not None:
            self.press(Go(day=day))
