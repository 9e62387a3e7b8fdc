"""The server: phones and cockpits of one class, on loopback unless it is opened to the room's network."""

from __future__ import annotations

import asyncio
import socket as sockets
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final
from urllib.parse import urlsplit

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler

from game.classroom.hub import Hub
from game.classroom.pages import add_pages, guarded
from game.classroom.tasks import ended
from game.errors import ForPeople

LOOPBACK: Final = ("127.0.0.1", "::1")
PATIENCE: Final = 10.0
"""Seconds in which a connection has to have asked for something."""
IDLE: Final = 15.0
"""Seconds for which a connection that has been answered is kept."""
EVERYWHERE: Final = "0.0.0.0"  # noqa: S104 - only when the presenter asks for it
QUEUE: Final = 4096
"""Connections that may wait to be taken, where the system lets so many."""
AT_A_TIME: Final = 32
"""Connections that are taken before those taken earlier get on. When a whole hall comes back at once, everybody is
served in turn and soon; were all taken first, all would be served last, and hang up before that."""
PER_SEAT: Final = 4
"""Connections for each seat: pages, reloads, and those that have not noticed yet that they are gone."""
SPARE: Final = 100
GOODBYE: Final = 0.5
"""Seconds in which everybody may hang up before they are hung up on."""
BIRTH: Final = 0.5
"""Seconds after which a connection has been made, or will not be."""


class NoServer(ForPeople):
    """The class cannot be served. The message says why and what to do."""


class Server:
    """Serves until it is stopped. ``port`` is known once it has started."""

    def __init__(self, hub: Hub, *, hosts: frozenset[str], most: int) -> None:
        self.hub = hub
        self.port = 0
        self._hosts = hosts
        self._allowed: frozenset[str] = frozenset()
        self._most = most * PER_SEAT + SPARE
        self._held: dict[Any, float] = {}
        self._silent: set[Any] = set()

        @web.middleware
        async def note(request: web.Request, handler: Handler) -> web.StreamResponse:
            self._silent.discard(request.protocol)
            return await handler(request)

        self._app = web.Application(middlewares=[note, guarded(lambda: self._allowed)])
        add_pages(self._app)
        self._runner = web.AppRunner(
            self._app,
            access_log=None,
            handle_signals=False,
            keepalive_timeout=IDLE,
            max_line_size=2048,
            max_field_size=4096,
            shutdown_timeout=1,
        )
        self._talks: set[asyncio.Task[web.StreamResponse]] = set()
        self._listeners: list[asyncio.Server] = []
        self._following: asyncio.Task[None] | None = None

    def add_socket(self, path: str, serve: Callable[[web.Request], Any]) -> None:
        """Serve web sockets under a path, to pages of ours alone."""

        async def checked(request: web.Request) -> web.StreamResponse:
            if not self._is_ours(request.headers.get(hdrs.ORIGIN, "")):
                raise web.HTTPForbidden
            talk = asyncio.create_task(serve(request))
            self._talks.add(talk)
            talk.add_done_callback(self._talks.discard)
            try:
                answer: web.StreamResponse = await talk
            except ConnectionError:  # whoever asked has gone, and nobody hears this either
                raise web.HTTPBadRequest from None
            return answer

        self._app.router.add_get(path, checked)

    async def start(self, port: int, *, lan: bool = False) -> None:
        """Listen, on loopback unless it is for the network. Port 0 takes one that is free. Raises ``NoServer``."""
        host = EVERYWHERE if lan else LOOPBACK[0]
        await self._runner.setup()
        loop = asyncio.get_running_loop()
        try:
            door = sockets.create_server((host, port))
            listener = await loop.create_server(self._connection, sock=door, backlog=AT_A_TIME)
            door.listen(QUEUE)
        except OSError as error:
            why = f"Port {port} of {host} cannot be had: {error.strerror}. Take another with --port."
            raise NoServer(why) from None
        self.port = door.getsockname()[1]
        self._allowed = frozenset(f"{name}:{self.port}" for name in self._hosts)
        if self.port == 80:
            self._allowed |= self._hosts
        self._listeners.append(listener)
        self._following = asyncio.create_task(self.hub.follow())

    async def stop(self) -> None:
        """Let everybody go."""
        for listener in self._listeners:
            listener.close()
        await self._goodbye()
        if self._following is not None:
            await ended(self._following)
        await self._runner.cleanup()

    async def _goodbye(self) -> None:
        """Phones hang up at the last board. Whoever does not is hung up on; aiohttp would not hear them out."""
        if self._talks:
            _, late = await asyncio.wait(self._talks, timeout=GOODBYE)
            for talk in late:
                talk.cancel()
            if late:
                await asyncio.wait(late, timeout=GOODBYE)

    def _is_ours(self, origin: str) -> bool:
        try:
            parts = urlsplit(origin)
        except ValueError:
            return False
        return parts.scheme == "http" and parts.netloc in self._allowed

    def _connection(self) -> asyncio.Protocol:
        server = self._runner.server
        assert server is not None, "it has been set up"
        connection = server()
        loop = asyncio.get_running_loop()
        if self._is_full(loop.time()):
            loop.call_later(BIRTH, self._drop, connection)
        else:
            self._held[connection] = loop.time()
            self._silent.add(connection)
            loop.call_later(PATIENCE, self._drop_silent, connection)
        return connection

    def _is_full(self, now: float) -> bool:
        """Whether there are as many connections as can be. One just made is not connected yet, and counts."""
        if len(self._held) >= self._most:
            there = ((each, born) for each, born in self._held.items() if each.transport or now - born < BIRTH)
            self._held = dict(there)
        return len(self._held) >= self._most

    def _drop_silent(self, connection: Any) -> None:
        """A connection that has asked for nothing by now only holds a place."""
        if connection in self._silent:
            self._silent.discard(connection)
            self._drop(connection)

    @staticmethod
    def _drop(connection: Any) -> None:
        if connection.transport is not None:
            connection.transport.abort()


def own_hosts(*, lan: bool) -> frozenset[str]:
    """Under which names this machine serves a class: of loopback, and of its network where it is open to that."""
    return frozenset({"localhost", LOOPBACK[0], *(lan_addresses() if lan else [])})


def lan_addresses() -> list[str]:
    """The addresses under which the room may reach this machine, the likeliest first. Nothing is sent."""
    found: list[str] = []
    with suppress(OSError), sockets.socket(sockets.AF_INET, sockets.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # a datagram socket only picks a route: no packet leaves
        found.append(probe.getsockname()[0])
    with suppress(OSError):
        found += [str(info[4][0]) for info in sockets.getaddrinfo(sockets.gethostname(), None, sockets.AF_INET)]
    return [address for address in dict.fromkeys(found) if not address.startswith("127.")]
