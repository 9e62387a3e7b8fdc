"""Seats: who takes part, without a name, an account or an address. A seat is kept by its token.

A token is the seat's id and name under a signature (HMAC-SHA256, RFC 2104) that only this class's key can make. So
a server that was started again knows its seats by what the phones bring back.
"""

from __future__ import annotations

import hmac
import secrets
from typing import Final

from game.classroom.store import Seat
from game.library import FIRST_WORDS, SECOND_WORDS

LONGEST: Final = 120
"""Characters of the longest token that is looked at."""

_BYTES: Final = 12
_NUMBERS: Final = range(2, 1000)


def new_seat(*, plain: bool = True) -> Seat:
    """A seat with an id nobody can guess and a name such as *brass kettle*, or *brass kettle 71* unless plain."""
    name = f"{secrets.choice(FIRST_WORDS)} {secrets.choice(SECOND_WORDS)}"
    return Seat(secrets.token_urlsafe(_BYTES), name if plain else f"{name} {secrets.choice(_NUMBERS)}")


def token_of(seat: Seat, key: bytes) -> str:
    """What a phone keeps to come back to its seat."""
    return f"{seat.id}.{seat.name.replace(' ', '_')}.{_signature(seat.id, seat.name, key)}"


def seat_of(token: object, key: bytes) -> Seat | None:
    """The seat that a token is for; None unless it was made with this key."""
    if not isinstance(token, str) or len(token) > LONGEST or token.count(".") != 2 or not token.isascii():
        return None
    name_of_seat, written, signature = token.split(".")
    seat = Seat(name_of_seat, written.replace("_", " "))
    return seat if hmac.compare_digest(signature, _signature(seat.id, seat.name, key)) else None


def _signature(seat: str, name: str, key: bytes) -> str:
    return hmac.new(key, f"{seat}.{name}".encode(), "sha256").hexdigest()[:32]
