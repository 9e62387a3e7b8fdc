"""Pictures of the front of the room. Look at a change before you accept it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from textual.app import App
from textual.pilot import Pilot

from game.classroom.room import Address
from game.classroom.store import Counted, Seat
from game.screens.classroom.door import DoorScreen
from game.screens.stage import Stage
from tests import stories
from tests.screens.classroom.rooms import CABLES, asking, class_of, talked_about


class Doorstep(Stage):
    """The door, with a code and pictures that stay the same."""

    CSS_PATH = None

    def on_mount(self) -> None:
        async def counted() -> Counted:
            return Counted(12, 0)

        board = SimpleNamespace(locked=False)
        conductor = SimpleNamespace(counted=counted, view=SimpleNamespace(board=board))
        room: Any = SimpleNamespace(
            address=Address("http://192.0.2.17:7749", "KHVT", ""),
            desk=SimpleNamespace(lan=True),
            door=SimpleNamespace(pair=lambda _: ("kettle", "umbrella")),
            conductor=conductor,
        )
        self.push_screen(DoorScreen(room))


@pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids=["80x24", "140x45"])
def test_the_door_looks_as_it_did(snap_compare, size):
    assert snap_compare(Doorstep(theme="day", still=True), terminal_size=size)


async def votes(app: App[Any], votes: list[str]) -> None:
    """So many hands, as if they were phones."""
    session = app.session
    for number, vote in enumerate(votes):
        await session.conductor.store.sit(Seat(f"{number}", f"tall tap {number}"), 99)
        await session.conductor.store.vote(
            session.conductor.view.board.round, f"{number}", msgspec.json.encode(vote)
        )


def test_two_rounds_look_as_they_did(snap_compare, tmp_path):
    async def both(pilot: Pilot[object]) -> None:
        session = pilot.app.session
        for round in (["label"] * 7 + ["close"] * 9 + ["leave"], ["label"] * 12 + ["close"] * 5):
            await session.conductor.ask()
            await votes(pilot.app, round)
            await session.conductor.shut()
        await pilot.pause(0.5)

    app = class_of(asking(CABLES), tmp_path, notes=talked_about)
    assert snap_compare(app, terminal_size=(80, 24), run_before=both)


def test_a_vote_looks_as_it_did(snap_compare, tmp_path):
    async def ask(pilot: Pilot[object]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.press("enter")
        await pilot.app.session.conductor.ask()
        await votes(pilot.app, ["label", "close", "label"])
        await pilot.pause(0.5)

    app = class_of(asking(CABLES), tmp_path, solo=False)
    assert snap_compare(app, terminal_size=(100, 30), run_before=ask)


def test_a_tower_looks_as_it_did(snap_compare, tmp_path):
    async def moves(pilot: Pilot[object]) -> None:
        await pilot.app.workers.wait_for_complete()
        for _ in range(3):
            poll = pilot.app.session.conductor.view.poll
            await pilot.app.session.conductor.take(poll.form.choices[0].id)
        await pilot.pause(0.5)

    app = class_of(asking(stories.fix("annex")), tmp_path)
    assert snap_compare(app, terminal_size=(100, 30), run_before=moves)
