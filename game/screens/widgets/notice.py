"""The notice: something the player must know, said calmly above the keys until it is answered by going on."""

from __future__ import annotations

from game.screens.widgets.drawn import Drawn, Lines, flowing, inked


class Notice(Drawn):
    """Shows a sentence or two, and is not there when there is nothing to say."""

    DEFAULT_CSS = """
    Notice { dock: bottom; margin-bottom: 1; padding: 0 2 1 2; background: $background; display: none; }
    Notice.-said { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = ""

    def say(self, text: str) -> None:
        """Say this; nothing at all takes the notice away."""
        self._text = text
        self.set_class(bool(text), "-said")
        self.refresh(layout=True)

    def paint(self, width: int) -> Lines:
        return flowing(self._text, width, "ink", first=inked("! ", "key"))
