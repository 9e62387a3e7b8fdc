"""A real browser to meet the pages with: Chromium, driven by Playwright. Without them, tests are skipped."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import time
from typing import Any

import pytest

from game.classroom.room import Room
from game.classroom.seats import new_seat

playwright = pytest.importorskip(
    "playwright.async_api", reason="the pages are tried with playwright; it is missing"
)
axe = pytest.importorskip("axe_playwright_python.base", reason="axe-playwright-python is missing")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if CHROMIUM is None:
    pytest.skip("the pages are tried in a browser, and there is no Chromium", allow_module_level=True)

expect = playwright.expect
PHONE = (360, 640)
LAPTOP = (1280, 800)
PATIENCE = 8_000
"""Milliseconds after which something does not happen any more."""
THUMB = 44
"""Pixels of the least that is to be hit with a thumb."""

_QUIET = ("disable-gpu", "disable-quic", "no-first-run", "disable-background-networking", "disable-sync")
_SMALL = """
() => [...document.querySelectorAll("button, select, input, summary")]
  .filter((each) => each.checkVisibility() && !each.disabled)
  .map((each) => each.closest("label") || each)
  .filter((each) => each.getBoundingClientRect().height < 43.5 || each.getBoundingClientRect().width < 43.5)
  .map((each) => each.outerHTML)
"""
_FOCUSED = """
() => {
  const at = document.activeElement;
  return at.ariaLabel || (at.labels && at.labels.length ? at.labels[0] : at).textContent.trim();
}
"""
_ASIDE = """
() => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
  [...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth)
    .map((each) => each.outerHTML)
"""


@asynccontextmanager
async def chromium() -> AsyncIterator[Any]:
    """A browser with nothing in it."""
    async with playwright.async_playwright() as driver:
        flags = [f"--{flag}" for flag in _QUIET]
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=flags, chromium_sandbox=False)
        yield browser
        await browser.close()


class Visitor:
    """Somebody with a browser of their own. What it complains of, and whom it asks, is written down."""

    def __init__(self, page: Any, room: Room) -> None:
        self.page = page
        self.room = room
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda said: self.complaints.append(said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda socket: self.asked.append(socket.url.replace("ws://", "http://")))

    async def comes_in(self) -> None:
        """By the link, as a QR code opens it."""
        await self.page.goto(self.room.address.link)
        for name in self.room.door.pair(time()):
            await self.page.get_by_role("button", name=name, exact=True).click()
        await self.presses("Come in")
        await self.reads("Look at the front")

    async def presses(self, name: str) -> None:
        await self.page.get_by_role("button", name=name, exact=True).click()

    async def reads(self, heading: str) -> None:
        """Wait for a heading."""
        await expect(self.page.get_by_role("heading", level=1)).to_have_text(heading, timeout=PATIENCE)

    async def hears(self, text: str) -> None:
        """Wait for what is said in a place that screen readers listen to."""
        await expect(self.page.get_by_role("status").filter(has_text=text).first).to_be_attached(timeout=PATIENCE)

    async def sends(self, vote: Any) -> None:
        """Send what is on the form, and look whether it has been counted as that."""
        await self.page.get_by_role("button", name="Send").click()
        await self.hears("Counted. You can change it until voting closes.")
        counted = await last_vote(self.room)
        assert counted == vote, counted

    async def tabs_to(self, name: str) -> None:
        """Press Tab until something of this name has the focus."""
        for _ in range(40):
            await self.page.keyboard.press("Tab")
            if await self.page.evaluate(_FOCUSED) == name:
                return
        pytest.fail(f"no way to {name} with Tab")

    async def can_be_used(self) -> None:
        """Nothing is out of sight to the side, even at twice the size, and everything is as large as a thumb."""
        small = await self.page.evaluate(_SMALL)
        assert not small, small
        for size in ("", "225%"):
            await self.page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
            aside = await self.page.evaluate(_ASIDE)
            assert not aside, aside
        await self.page.evaluate("() => { document.documentElement.style.fontSize = ''; }")

    async def can_be_used_by_everybody(self) -> None:
        """Nor does axe find anything, by night or by day."""
        await self.can_be_used()
        if not await self.page.evaluate("() => 'axe' in window"):
            await self.page.evaluate(axe.AXE_SCRIPT)
        for scheme, options in (("dark", {}), ("light", {"runOnly": ["color-contrast"]})):
            await self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found = axe.AxeResults(await self.page.evaluate("(options) => axe.run(options)", options))
            assert not found.violations_count, found.generate_report()

    def has_nothing_to_complain_of(self) -> None:
        """No error, and nobody asked but the class."""
        assert self.complaints == []
        assert [url for url in self.asked if not url.startswith(self.room.address.base)] == []


async def last_vote(room: Room) -> Any:
    """The only vote in the open round."""
    import msgspec

    (vote,) = (await room.conductor.store.votes(room.conductor.view.board.round)).values()
    return msgspec.json.decode(vote)


async def others_vote(room: Room, *votes: bytes) -> None:
    """As many more pupils, who vote like this."""
    store = room.conductor.store
    for vote in votes:
        seat = new_seat(plain=False)
        await store.sit(seat, 60)
        assert await store.vote(room.conductor.view.board.round, seat.id, vote)
