"""The opening: a class begins, or goes on where it was broken off when its process has been ended."""

from __future__ import annotations

import socket
from pathlib import Path
from time import time
from typing import Final, NamedTuple

from game.classroom import desk as desks
from game.classroom.desk import Desk, NoClass
from game.library import Library
from game.run import Run
from game.story.calendar import Cut

PORT: Final = 7749
"""Where a class is served unless something else is there, or was asked for."""
STALE: Final = 3 * 60 * 60.0
"""Seconds after which a class that was broken off is not gone on with."""
_PATIENCE: Final = 0.5


class Asked(NamedTuple):
    """The class that was asked for: a run's name, or a ``new`` one's, empty for any; ``port`` 0 for any.

    ``store`` is the address of a Redis, empty for none.
    """

    run: str = ""
    new: str | None = None
    cut: Cut = "class"
    port: int = 0
    lan: bool = False
    store: str = ""


class Opening(NamedTuple):
    """A class about to be opened. ``again`` tells that it was broken off, ``desk`` is None without phones."""

    run: Run
    desk: Desk | None
    again: bool = False


def opened(library: Library, folder: Path, asked: Asked) -> Opening:
    """The class that was asked for. Raises ``NoClass`` where another one is under way, ``Refused`` for its run."""
    left = desks.read(folder)
    if left is not None and _is_class(left.port):
        raise NoClass(
            "A class is under way on this machine. Its second screen: seven-weeks cockpit. "
            "To begin another one, leave that one first, with q on its screen."
        )
    if left is not None and _is_this(left, folder, asked):
        kept = left.run in library.names()  # a run without an answer is not
        run = library.open(left.run) if kept else library.new(left.run, cut=asked.cut)
        return Opening(run, left, again=True)
    run = _run(library, asked)
    return Opening(run, Desk.new(run.name, asked.port or usual_port(), lan=asked.lan, store=asked.store))


def usual_port() -> int:
    """The port on which a class is served; 0, for any, where somebody else listens on it."""
    return 0 if _answers(PORT) else PORT


def by_hand(library: Library, asked: Asked) -> Opening:
    """The class that was asked for, without phones."""
    return Opening(_run(library, asked), None)


def _run(library: Library, asked: Asked) -> Run:
    return library.open(asked.run) if asked.run else library.new(asked.new or None, cut=asked.cut)


def _is_this(left: Desk, folder: Path, asked: Asked) -> bool:
    """Whether a class that was broken off is the one asked for."""
    wanted = asked.run or asked.new or left.run
    port = asked.port or left.port
    try:
        fresh = time() - (folder / desks.NAME).stat().st_mtime < STALE
    except OSError:
        return False
    as_asked = (wanted, port, asked.lan, asked.store)
    return fresh and as_asked == (left.run, left.port, left.lan, left.store)


def _answers(port: int) -> bool:
    """Whether somebody listens on this port of this machine."""
    if not port:
        return False
    try:
        with socket.create_connection(("127.0.0.1", port), _PATIENCE):
            return True
    except OSError:
        return False


def _is_class(port: int) -> bool:
    """Whether what listens there is a class of ours."""
    asked = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
    try:
        with socket.create_connection(("127.0.0.1", port), _PATIENCE) as there:
            there.sendall(asked.encode())
            return b"Seven Weeks" in there.recv(4096)
    except OSError:
        return False
