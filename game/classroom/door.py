"""The door: a code that is shown in the room, and two pictures that change every minute.

It limits nobody by address, for a whole school has one. What it spends is a small budget per connection.
"""

from __future__ import annotations

import hmac
from typing import Final, NamedTuple

from game.classroom.pictures import NAMES

MINUTE: Final = 60.0
"""Seconds that two pictures stand. The two before them are still taken, for whoever is slow."""
TRIES: Final = 5
"""Wrong answers at the door that one connection may give."""

Pair = tuple[str, str]


class Knock(NamedTuple):
    """What somebody says at the door: the code, and the names of two pictures in any order."""

    code: object
    pictures: object


class Door:
    """One class's door. The pictures follow from its key and the time, so all processes show the same."""

    def __init__(self, code: str, key: bytes) -> None:
        self.code = code
        self._key = key

    def pair(self, now: float) -> Pair:
        """The two pictures that stand at this time, in seconds since the epoch."""
        return self._pair(int(now // MINUTE))

    def opens(self, knock: Knock, now: float) -> bool:
        """Whether somebody is let in."""
        code, pictures = knock
        if not isinstance(code, str) or not isinstance(pictures, list) or len(pictures) != 2:
            return False
        if not all(isinstance(name, str) for name in pictures):
            return False
        minute = int(now // MINUTE)
        right_code = hmac.compare_digest(code.strip().upper().encode(), self.code.encode())
        return right_code and any({*pictures} == {*self._pair(at)} for at in (minute, minute - 1))

    def _pair(self, minute: int) -> Pair:
        drawn = hmac.digest(self._key, f"door {minute}".encode(), "sha256")
        first = drawn[0] % len(NAMES)
        second = (first + 1 + drawn[1] % (len(NAMES) - 1)) % len(NAMES)
        return NAMES[first], NAMES[second]
