"""The remote: every button there is, as words for the wire. The projector's keys press the same ones."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta

from game.classroom.conductor import Conductor
from game.errors import ForPeople
from game.story.calendar import DAYS


class Press(msgspec.Struct, frozen=True, kw_only=True, tag_field="do", forbid_unknown_fields=True):
    """A button that was pressed, by somebody who ``saw`` the board of this number; 0 where it does not matter.

    Two remotes pressed at once step once: the later one saw a board that is gone.
    """

    saw: int = 0

    async def on(self, to: Conductor) -> None:
        """Do what the button is for. Raises ``ForPeople`` when it cannot be done."""
        raise NotImplementedError


class Next(Press, frozen=True, kw_only=True, tag="next"):
    """Whatever comes next, if the button still ``does`` what was written on it; empty where that does not matter.

    The front may have shown by itself what the button was pressed to show.
    """

    does: str = ""

    async def on(self, to: Conductor) -> None:
        if self.does in ("", to.button):
            await to.next()


class Ask(Press, frozen=True, tag="ask"):
    """Open a round."""

    async def on(self, to: Conductor) -> None:
        await to.ask()


class Shut(Press, frozen=True, tag="shut"):
    """Close it."""

    async def on(self, to: Conductor) -> None:
        await to.shut()


class Show(Press, frozen=True, tag="show"):
    """Show what was said so far."""

    async def on(self, to: Conductor) -> None:
        await to.show()


class Take(Press, frozen=True, kw_only=True, tag="take"):
    """Take the room's answer into the run, or the one given."""

    answer: Any = None

    async def on(self, to: Conductor) -> None:
        await to.take(self.answer)


class Crew(Press, frozen=True, tag="crew"):
    """At a tower: let the crew make the next move."""

    async def on(self, to: Conductor) -> None:
        await to.crew()


class Back(Press, frozen=True, tag="back"):
    """Take the last step back."""

    async def on(self, to: Conductor) -> None:
        await to.back()


class Go(Press, frozen=True, kw_only=True, tag="go"):
    """Go to a day."""

    day: Annotated[int, Meta(ge=1, le=DAYS)]

    async def on(self, to: Conductor) -> None:
        await to.go(self.day)


class Lock(Press, frozen=True, kw_only=True, tag="lock"):
    """Lock the door, or open it."""

    locked: bool

    async def on(self, to: Conductor) -> None:
        await to.lock(locked=self.locked)


class Remove(Press, frozen=True, kw_only=True, tag="remove"):
    """Take a seat away."""

    seat: Annotated[str, Meta(max_length=60)]

    async def on(self, to: Conductor) -> None:
        await to.remove(self.seat)


class Blank(Press, frozen=True, kw_only=True, tag="blank"):
    """Darken the front, or light it."""

    blank: bool

    async def on(self, to: Conductor) -> None:
        to.blank(blank=self.blank)


class Timer(Press, frozen=True, kw_only=True, tag="timer"):
    """Start a timer of so many seconds; 0 stops it."""

    seconds: Annotated[int, Meta(ge=0, le=3600)]

    async def on(self, to: Conductor) -> None:
        await to.timer(self.seconds)


class Pause(Press, frozen=True, tag="pause"):
    """Hold the timer, or let it go on."""

    async def on(self, to: Conductor) -> None:
        await to.pause()


class End(Press, frozen=True, tag="end"):
    """End the class."""

    async def on(self, to: Conductor) -> None:
        to.leaving()


AnyPress = Next | Ask | Shut | Show | Take | Crew | Back | Go | Lock | Remove | Blank | Timer | Pause | End

DECODER: Final = msgspec.json.Decoder(AnyPress)
"""Reads a press from JSON. Raises ``msgspec.ValidationError`` or ``DecodeError``."""


class Remote:
    """Presses one button after another, whoever holds it."""

    def __init__(self, conductor: Conductor) -> None:
        self.conductor = conductor
        self._one_at_a_time = asyncio.Lock()

    async def mend(self) -> None:
        """Put up what the store has lost. Raises ``StoreGone`` while it is not there."""
        async with self._one_at_a_time:
            await self.conductor.mend()

    async def press(self, press: AnyPress) -> str:
        """Do it. Returns why it cannot be done, in words; empty when it was done or comes too late to matter."""
        async with self._one_at_a_time:
            if press.saw and press.saw != self.conductor.view.board.number:
                return ""
            try:
                await press.on(self.conductor)
            except ForPeople as refused:
                return str(refused)
        return ""
