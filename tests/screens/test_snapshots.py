"""Pictures of the screens, in three sizes by night, and once by day. Look at a change before you accept it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from game.screens.app import SevenWeeks
from tests.screens.conftest import LOOKS

SCREENS: dict[str, tuple[str, tuple[str, ...]]] = {
    "day": ("tired", ()),
    "sources": ("tired", ("s",)),
    "log": ("tired", ("l",)),
    "map": ("tired", ("t", "left")),
    "ledger": ("sum", ()),
}
"""Where in the sample, and what is pressed there."""


@LOOKS
@pytest.mark.parametrize("screen", ["title", *SCREENS])
def test_a_screen_looks_as_it_did(
    snap_compare, at: Callable[..., SevenWeeks], screen: str, size: tuple[int, int], theme: str
):
    question, presses = SCREENS.get(screen, ("tired", ()))
    app = at(question, theme=theme)
    if screen == "title":
        app.played = None

    async def settle(pilot: Pilot[object]) -> None:
        await pilot.pause()
        await pilot.press(*presses)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=settle)
