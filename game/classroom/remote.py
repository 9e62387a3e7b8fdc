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


class Next(Press, frozen=True, tag="next"):
    """Whatever comes next."""


class Ask(Press, frozen=True, tag="ask"):
    """Open a round."""


class Shut(Press, frozen=True, tag="shut"):
    """Close it."""


class Show(Press, frozen=True, tag="show"):
    """Show what was said so far."""


class Take(Press, frozen=True, kw_only=True, tag="take"):
    """Take the room's answer into the run, or the one given."""

    answer: Any = None


class Back(Press, frozen=True, tag="back"):
    """Take the last step back."""


class Go(Press, frozen=True, kw_only=True, tag="go"):
    """Go to a day."""

    day: Annotated[int, Meta(ge=1, le=DAYS)]


class Lock(Press, frozen=True, kw_only=True, tag="lock"):
    """Lock the door, or open it."""

    locked: bool


class Remove(Press, frozen=True, kw_only=True, tag="remove"):
    """Take a seat away."""

    seat: Annotated[str, Meta(max_length=60)]


class Blank(Press, frozen=True, kw_only=True, tag="blank"):
    """Darken the front, or light it."""

    blank: bool


class Timer(Press, frozen=True, kw_only=True, tag="timer"):
    """Start a timer of so many seconds; 0 stops it."""

    seconds: Annotated[int, Meta(ge=0, le=3600)]


class Pause(Press, frozen=True, tag="pause"):
    """Hold the timer, or let it go on."""


AnyPress = Next | Ask | Shut | Show | Take | Back | Go | Lock | Remove | Blank | Timer | Pause

DECODER: Final = msgspec.json.Decoder(AnyPress)
"""Reads a press from JSON. Raises ``msgspec.ValidationError`` or ``DecodeError``."""


class Remote:
    """Presses one button after another, whoever holds it."""

    def __init__(self, conductor: Conductor) -> None:
        self.conductor = conductor
        self._one_at_a_time = asyncio.Lock()

    async def press(self, press: AnyPress) -> str:
        """Do it. Returns why it cannot be done, in words; empty when it was done or comes too late to matter."""
        async with self._one_at_a_time:
            if press.saw and press.saw != self.conductor.view.board.number:
                return ""
            try:
                await _do(self.conductor, press)
            except ForPeople as refused:
                return str(refused)
        return ""


async def _do(to: Conductor, press: AnyPress) -> None:
    match press:
        case Next():
            await to.next()
        case Ask():
            await to.ask()
        case Shut():
            await to.shut()
        case Show():
            await to.show()
        case Take(answer=answer):
            await to.take(answer)
        case Back():
            await to.back()
        case Go(day=day):
            await to.go(day)
        case Lock(locked=locked):
            await to.lock(locked=locked)
        case Remove(seat=seat):
            await to.remove(seat)
        case Blank(blank=blank):
            to.blank(blank=blank)
        case Timer(seconds=seconds):
            await to.timer(seconds)
        case Pause():
            await to.pause()
