"""What the screens of the tower have in common: one way out, and pages that lie on them."""

from __future__ import annotations

from typing import TypeVar

from game.screens.face import Face
from game.screens.help import KeysScreen
from game.screens.keys import READING
from game.screens.reading import ReadingScreen
from game.screens.widgets.drawn import Lines

Result = TypeVar("Result")


class Inside(Face[Result | None]):
    """A screen of the tower. To leave it leads back to where one came from; only the first of them leads out."""

    def action_leave(self) -> None:
        """Back, with nothing to show for it."""
        self.dismiss(None)

    def action_keys(self) -> None:
        """Every key that counts here."""
        self.app.push_screen(TowerKeys(self.helps()))


class TowerPage(ReadingScreen):
    """A page to read at the tower. Nothing is saved there, so ``q`` only closes it."""

    FOOT = READING.keys

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.action_close()


class TowerKeys(TowerPage, KeysScreen):
    """The keys. The marks of a story count for nothing here."""

    TITLE = "keys"

    def marks(self, width: int) -> Lines:  # noqa: ARG002
        return ()
