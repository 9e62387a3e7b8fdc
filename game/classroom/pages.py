"""The pages: a few files, served as they are, under a policy that lets nothing in from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec
from aiohttp import hdrs, web
from aiohttp.typedefs import Handler, Middleware

from game.classroom.pictures import PICTURES

PACKAGE: Final = Path(__file__).parent.parent
FILES: Final = {
    "/": "phone.html",
    "/phone.js": "phone.js",
    "/door.js": "door.js",
    "/forms.js": "forms.js",
    "/forms.css": "forms.css",
    "/closing.js": "closing.js",
    "/phone.css": "phone.css",
    "/cockpit": "cockpit.html",
    "/cockpit.js": "cockpit.js",
    "/cockpit.css": "cockpit.css",
    "/shared.js": "shared.js",
    "/shared.css": "shared.css",
    "/icon.svg": "icon.svg",
}
"""What is asked for, and the file that answers. Nothing else is ever read from the disk."""

KINDS: Final = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
"""What the files are. A browser is told to believe it, so no machine's own table is asked."""


def folder() -> Path:
    """Where the files lie: inside an installed package, or beside it in a checkout."""
    installed = PACKAGE / "data" / "assets" / "classroom"
    return installed if installed.is_dir() else PACKAGE.parent / "assets" / "classroom"


def add_pages(app: web.Application) -> None:
    """Add a route for each file."""
    for path, name in FILES.items():
        app.router.add_get(path, _page(folder() / name))
    app.router.add_get("/pictures.js", _pictures)


def _page(path: Path) -> Handler:
    async def page(request: web.Request) -> web.StreamResponse:  # noqa: ARG001
        return web.FileResponse(path, headers={hdrs.CONTENT_TYPE: f"{KINDS[path.suffix]}; charset=utf-8"})

    return page


async def _pictures(request: web.Request) -> web.Response:  # noqa: ARG001
    """The pictures at the door as a module of script: they are drawn in one place."""
    drawn = msgspec.json.encode(PICTURES).decode()
    return web.Response(text=f"export const PICTURES = {drawn};\n", content_type="text/javascript")


def guarded(hosts: Callable[[], frozenset[str]]) -> Middleware:
    """A middleware: answers only under these hosts, in short words, and with the policy on everything."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.host not in hosts():
            return _plain("This is not the address of the class.", web.HTTPMisdirectedRequest.status_code)
        try:
            response = await handler(request)
        except web.HTTPException as refused:
            return _plain(_SAID.get(refused.status, "That cannot be done here."), refused.status)
        if not response.prepared:
            response.headers.update(_policy(request.host))
        return response

    return guard


_SAID: Final = {404: "There is nothing here.", 405: "That cannot be done here."}


def _plain(text: str, status: int) -> web.Response:
    return web.Response(text=f"{text}\n", status=status, headers={hdrs.CONNECTION: "close", **_policy("")})


def _policy(host: str) -> dict[str, str]:
    """Headers for every answer. Older phones want the socket's address spelt out: 'self' is no socket to them."""
    sockets = f"'self' ws://{host}" if host else "'none'"
    return {
        hdrs.CONTENT_SECURITY_POLICY: (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            f"form-action 'none'; frame-ancestors 'none'; connect-src {sockets}"
        ),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        hdrs.CACHE_CONTROL: "no-store",
        hdrs.SERVER: "Seven Weeks",
    }
