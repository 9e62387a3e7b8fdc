"""The desk: the one file of a class. Its owner alone can read it, and it is gone when the class is over.

It holds what a restarted server needs to be the same one: the key of the seats, the presenter's secret, the code
at the door, the port, the run, and what was being asked. And it is how ``seven-weeks cockpit`` finds the class.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from game.classroom.poll import Asking
from game.classroom.private import write_private
from game.classroom.results import Taken
from game.errors import ForPeople

NAME: Final = "class.json"
CODE_LETTERS: Final = "ABCDEFGHJKMNPQRSTVWXYZ"
"""No letter that looks or sounds like another one or a digit."""
CODE_LENGTH: Final = 4


class NoClass(ForPeople):
    """There is no class to be found. The message says where was looked, and what to do."""


class Desk(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one class has to keep.

    It ``began`` at this second since the epoch. ``store`` is the address of a store that other processes share;
    empty where there is none. ``asking`` is the question that is put to the room; None while none is. ``taken``
    are the counted votes so far, by how many answers of the run came before. It has ``jumped`` to another day.
    """

    run: str
    port: Annotated[int, Meta(ge=0, le=65535)]
    lan: bool = False
    key: bytes
    secret: str
    code: str
    began: float = 0
    store: str = ""
    asking: Asking | None = None
    locked: bool = False
    removed: tuple[str, ...] = ()
    taken: dict[int, Taken] = {}
    jumped: bool = False

    @classmethod
    def new(cls, run: str, port: int, *, lan: bool = False, store: str = "") -> Desk:
        """A desk for a new class, with fresh secrets."""
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        secret = secrets.token_urlsafe(24)
        key = secrets.token_bytes(32)
        return cls(run=run, port=port, lan=lan, store=store, key=key, secret=secret, code=code)


def write(desk: Desk, folder: Path) -> None:
    """Put the desk into a folder, whole or not at all. Raises ``NoClass`` when that cannot be done."""
    path = folder / NAME
    try:
        write_private(path, msgspec.json.encode(desk))
    except OSError as error:
        raise NoClass(f"{path} cannot be written: {error.strerror}. A class keeps its secrets there.") from None


def read(folder: Path) -> Desk | None:
    """The desk in a folder; None when no class is under way there, or its file makes no sense."""
    try:
        return msgspec.json.decode((folder / NAME).read_bytes(), type=Desk)
    except (OSError, ValueError):
        return None


def clear(folder: Path) -> None:
    """The class is over: its secrets go."""
    (folder / NAME).unlink(missing_ok=True)
