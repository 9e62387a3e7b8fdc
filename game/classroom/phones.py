"""The phones' side of the wire: come in, come back, vote. One connection is one phone.

A phone says ``{"do": "enter", "code": …, "pictures": […]}``, ``{"do": "return", "token": …}`` or
``{"do": "vote", "round": …, "vote": …}``. It hears ``{"is": "seat", "token": …, "name": …}``,
``{"is": "board", "at": …, "board": …}``, ``{"is": "counted", "round": …, "vote": …}``, ``{"is": "no", "why": …}``
and, last of all, ``{"is": "out", "why": …}`` or, when it is worth trying again, ``{"is": "away", "why": …}``.

``at`` is what the class's clock shows, in seconds since the epoch: a phone's own may be wrong. The board comes
again every :data:`game.classroom.hub.AGAIN` seconds; a phone that hears nothing for longer has lost the line.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from time import time
from typing import Any, Final

import msgspec
from aiohttp import WSMsgType, web

from game.classroom.board import Phase
from game.classroom.budget import Budget
from game.classroom.door import TRIES, Door, Knock
from game.classroom.hub import Hub
from game.classroom.seats import new_seat, seat_of, token_of
from game.classroom.store import Sat, Seat, StoreGone

LONGEST: Final = 2048
"""Bytes of the longest message from a phone. The longest vote of any form has about 600."""
AT_ONCE: Final = 12
A_SECOND: Final = 4
"""How many messages one connection may send."""
PATIENCE: Final = 30.0
"""Seconds that a phone which does not listen is waited for."""
HEARTBEAT: Final = 20.0
REMOVED: Final = "You were asked to leave."
ANOTHER: Final = "This is another class than the one you were in before. Come in."
OVER: Final = "This class is over."
AWAY: Final = {"is": "away", "why": "The class cannot be reached just now. Wait a moment."}
DRAWS: Final = 8
"""Names drawn for one seat before giving up. There are two hundred thousand of them."""


class Enter(msgspec.Struct, frozen=True, tag_field="do", tag="enter"):
    """Somebody stands at the door."""

    code: Any
    pictures: Any


class Return(msgspec.Struct, frozen=True, tag_field="do", tag="return"):
    """Somebody comes back to their seat."""

    token: Any


class Cast(msgspec.Struct, frozen=True, tag_field="do", tag="vote"):
    """Somebody votes."""

    round: str
    vote: Any


_DECODER: Final = msgspec.json.Decoder(Enter | Return | Cast)


class Out(Exception):  # noqa: N818 - a farewell
    """This connection is over. The message says why, for whoever holds the phone."""


class Phones:
    """All phones of this process. ``most`` seats are given away in the whole room."""

    def __init__(self, hub: Hub, door: Door, key: bytes, most: int, clock: Callable[[], float] = time) -> None:
        self.hub = hub
        self.door = door
        self.most = most
        self._key = key
        self.now = clock

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Talk with one phone until it goes."""
        socket = web.WebSocketResponse(max_msg_size=LONGEST, heartbeat=HEARTBEAT, compress=False)
        await socket.prepare(request)
        phone = _Phone(self, socket)
        telling = asyncio.create_task(phone.tell())
        try:
            await phone.listen()
        except Out as out:
            await _said(socket, {"is": "out", "why": str(out)})
        except StoreGone:
            await _said(socket, AWAY)
        finally:
            telling.cancel()
            with suppress(asyncio.CancelledError):
                await telling
            await socket.close()
        return socket

    async def seated(self, knock: Knock) -> Seat | str:
        """A new seat, or why there is none."""
        if self.hub.board.phase is Phase.OVER:
            return OVER
        if self.hub.board.locked:
            return "The door is locked. Ask whoever leads the class."
        if not self.door.opens(knock, self.now()):
            return "That is not what stands at the front. Look again: four letters, two pictures."
        for draw in range(DRAWS):
            seat = new_seat(plain=draw == 0)
            sat = await self.hub.store.sit(seat, self.most)
            if sat is Sat.SEATED:
                return seat
            if sat is Sat.FULL:
                return "Every seat is taken."
        return "No seat could be found. Try again."

    async def returned(self, token: object, round: str) -> tuple[Seat, bytes | None] | None:
        """The seat that a token brings back, and its vote in a round; None when it is none.

        Raises ``Out`` when it was taken away.
        """
        seat = seat_of(token, self._key)
        if seat is None:
            return None
        sat, vote = await self.hub.store.back(seat, self.most, round)
        if sat is Sat.REMOVED:
            raise Out(REMOVED)
        return seat, vote

    def token(self, seat: Seat) -> str:
        """What a phone keeps of its seat."""
        return token_of(seat, self._key)


class _Phone:
    """One connection."""

    def __init__(self, phones: Phones, socket: web.WebSocketResponse) -> None:
        self._phones = phones
        self._socket = socket
        self._seat: Seat | None = None
        self._sat = asyncio.Event()
        self._wrong = 0
        self._budget = Budget(AT_ONCE, A_SECOND)

    async def listen(self) -> None:
        """Hear messages until the phone goes. Raises ``Out`` when it is not to be heard any more."""
        async for message in self._socket:
            if message.type is not WSMsgType.TEXT:
                return
            if not self._budget.spend():
                raise Out("That was too much at once. Load the page again.")
            try:
                said = _DECODER.decode(message.data)
            except (msgspec.MsgspecError, RecursionError, UnicodeError):
                raise Out("This page is out of order. Load it again.") from None
            await self._heard(said)

    async def _heard(self, said: Enter | Return | Cast) -> None:
        match said:
            case Cast():
                await self._vote(said)
            case Enter(code=code, pictures=pictures) if self._seat is None:
                found = await self._phones.seated(Knock(code, pictures))
                await (self._refuse(found) if isinstance(found, str) else self._sit(found))
            case Return(token=token) if self._seat is None:
                await self._return(token)

    async def _return(self, token: object) -> None:
        """Sit down again. What the seat has said in the round on the board is shown once more."""
        round = self._phones.hub.board.round
        there = await self._phones.returned(token, round)
        if there is None:
            await self._refuse(ANOTHER)
            return
        seat, vote = there
        await self._sit(seat, *([] if vote is None else [_counted(round, vote)]))

    async def _refuse(self, why: str) -> None:
        self._wrong += 1
        if self._wrong > TRIES:
            raise Out("That was tried too often. Load the page again.")
        await self._say({"is": "no", "why": why})

    async def _sit(self, seat: Seat, *more: dict[str, Any]) -> None:
        self._seat = seat
        await self._say({"is": "seat", "token": self._phones.token(seat), "name": seat.name})
        for each in more:
            await self._say(each)
        self._sat.set()

    async def _vote(self, cast: Cast) -> None:
        board, store = self._phones.hub.board, self._phones.hub.store
        if self._seat is None:
            raise Out("This page is out of order. Load it again.")
        if board.form is None or cast.round != board.round:
            await self._say({"is": "no", "why": "This vote is closed."})
            return
        if refusal := board.form.refusal(cast.vote):
            await self._say({"is": "no", "why": refusal})
            return
        vote = msgspec.json.encode(cast.vote)
        if await store.vote(cast.round, self._seat.id, vote):
            await self._say(_counted(cast.round, vote))
        elif await store.seat(self._seat.id) is None:
            raise Out(REMOVED)
        else:
            await self._say({"is": "no", "why": "This vote is closed."})

    async def tell(self) -> None:
        """Bring every board, once the phone has a seat, until the store is gone."""
        await self._sat.wait()
        try:
            await self._bring()
        except StoreGone:
            await _said(self._socket, AWAY)
            await self._socket.close()

    async def _bring(self) -> None:
        gone = 0
        async for board, text in self._phones.hub.boards():
            if board.gone != gone and await self._removed():
                await self._socket.close()
                return
            gone = board.gone
            await self._send(f'{{"is":"board","at":{self._phones.now():.3f},"board":{text}}}')

    async def _removed(self) -> bool:
        """Whether this seat was taken away; the phone has been told then."""
        if self._seat is None or await self._phones.hub.store.seat(self._seat.id) is not None:
            return False
        await self._say({"is": "out", "why": REMOVED})
        return True

    async def _say(self, what: dict[str, Any]) -> None:
        await self._send(msgspec.json.encode(what).decode())

    async def _send(self, text: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._socket.send_str(text)
        except (TimeoutError, ConnectionError):
            await self._socket.close()


def _counted(round: str, vote: bytes) -> dict[str, Any]:
    return {"is": "counted", "round": round, "vote": msgspec.Raw(vote)}


async def _said(socket: web.WebSocketResponse, what: dict[str, Any]) -> None:
    """A last word, if it is still heard."""
    with suppress(ConnectionError, TimeoutError):
        async with asyncio.timeout(1):
            await socket.send_str(msgspec.json.encode(what).decode())
