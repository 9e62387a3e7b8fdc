"""What ``seven-weeks class`` and ``seven-weeks cockpit`` do."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from game.collector import seldom
from game.errors import ForPeople
from game.library import Library
from game.words import listed


class NotThere(ForPeople):
    """Something is missing that a class needs. The message says what to do."""


MISSING = (
    "A class with phones needs {what}, which {is_are} not installed. To install: pip install 'seven-weeks[class]'."
    " With raised hands it works without: seven-weeks class --solo"
)
COCKPIT_MISSING = (
    "The cockpit needs {what}, which {is_are} not installed. To install: pip install 'seven-weeks[class]'."
)
HALL_MISSING = (
    "--store needs {what}, which {is_are} not installed. To install: pip install 'seven-weeks[class,hall]'."
    " Without --store one process serves the whole class."
)
BY_HAND = (
    "The class under way here raises its hands. Nothing is served, so there is no page for a browser; its second "
    "screen is for a terminal: seven-weeks cockpit"
)
NEEDED = ("aiohttp", "segno")
NEEDED_FOR_STORE = ("aiohttp", "segno", "redis")


def prepare_class(args: argparse.Namespace, library: Library, folder: Path) -> Callable[[], int]:
    """Make a class ready, whose secrets are kept in ``folder``. Raises ``ForPeople`` when it cannot be held."""
    if args.store:
        _need_extras(HALL_MISSING, NEEDED_FOR_STORE)
    if args.door:
        return _prepare_door(args)
    if args.plain:
        raise NotThere("A class is held in a terminal, and there is none here.")
    if not args.solo:
        _need_extras(MISSING)
    elif args.lan or args.port or args.store:
        raise NotThere("With --solo nothing is served. Leave --lan, --port and --store out, or --solo.")
    from game.classroom.opening import Asked, by_hand, opened
    from game.classroom.plan import noted
    from game.classroom.results import read_tables
    from game.classroom.session import Session
    from game.screens.classroom.app import ClassApp

    asked = Asked(args.run or "", args.new, args.cut, args.port, args.lan, args.store)
    opening = by_hand(library, asked) if args.solo else opened(library, folder, asked)
    notes = noted(opening.run.story, opening.run.cut)
    session = Session(opening, folder, seats=args.seats, notes=notes, earlier=read_tables(args.earlier))
    app = ClassApp(
        session,
        Path.cwd(),
        lan=args.lan and not args.solo,
        theme=args.theme,
        still=args.still,
        ascii_only=args.ascii,
    )

    def hold() -> int:
        with seldom():
            return _run(app)

    return hold


def _prepare_door(args: argparse.Namespace) -> Callable[[], int]:
    """A further door of a class that is led elsewhere. It needs no terminal."""
    if not args.store or args.solo:
        raise NotThere("A further door finds its class in a Redis: seven-weeks class --door --store redis://HOST")
    from game.classroom.further import serve

    def stand_open() -> int:
        with suppress(KeyboardInterrupt), seldom():
            asyncio.run(serve(args.store, port=args.port, lan=args.lan, say=partial(print, flush=True)))
        return 0

    return stand_open


def prepare_cockpit(args: argparse.Namespace, folder: Path) -> Callable[[], int]:
    """Find the class that is under way, and make its second screen ready. Raises ``ForPeople`` without one."""
    from game.classroom import slate

    if slate.read(folder) is None:
        _need_extras(COCKPIT_MISSING)
        link = _link(folder)
        if args.plain:
            return lambda: _print(link)
    elif args.plain:
        raise NotThere(BY_HAND)
    from game.screens.classroom.cockpit import CockpitApp

    app = CockpitApp(folder, theme=args.theme, still=args.still, ascii_only=args.ascii)
    return lambda: _run(app)


def _print(link: str) -> int:
    print(link)
    return 0


def _run(app: Any) -> int:
    app.run()
    return app.return_code or 0


def _link(folder: Path) -> str:
    """The presenter's link to the class that is under way. Raises ``NoClass`` when there is none."""
    from game.classroom import desk as desks
    from game.classroom.room import address_of

    desk = desks.read(folder)
    if desk is None:
        where = folder / desks.NAME
        raise desks.NoClass(
            f"No class is under way on this machine: there is no {where}, or it is somebody else's. "
            "Begin one in another terminal: seven-weeks class"
        )
    return address_of(desk).cockpit


def _need_extras(message: str, needed: Sequence[str] = NEEDED) -> None:
    missing = [name for name in needed if find_spec(name) is None]
    if missing:
        raise NotThere(message.format(what=listed(missing), is_are="is" if len(missing) == 1 else "are"))
