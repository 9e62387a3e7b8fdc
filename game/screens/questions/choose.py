"""Choose: a digit answers at once; arrows and Enter, or a click, do as well."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from game.screens.keys import DIGITS, Key, bindings
from game.screens.questions.base import Asked, row
from game.screens.widgets.drawn import Lines
from game.story.questions import AnyQuestion, Choose
from game.story.questions.choose import Option


class ChooseOne(Asked):
    """Options under one another. What is struck out stays, with its reason."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key(DIGITS, "1 to 9", "answer with that line", "pick({})"),
        Key("up", "Up", "the line above", "move(-1)"),
        Key("down", "Down", "the line below", "move(1)"),
        Key("", "Enter", "answer with the marked line"),
    )
    BINDINGS = bindings(KEYS)
    HINT = "A digit answers; so do the arrows and Enter."

    def ask(self, question: AnyQuestion) -> None:
        """Lay the options out, the first open one marked."""
        assert isinstance(question, Choose)
        self.options = question.shown(self.moment.state)
        self.cursor = next(at for at, option in enumerate(self.options) if not self._struck(option))

    def _struck(self, option: Option) -> str:
        return option.struck(self.moment.state)

    def panel(self, width: int) -> Lines:
        """Every option that is there, open or not."""
        lines: list[Content] = []
        for at, option in enumerate(self.options):
            why = self._struck(option)
            ink = "struck" if why else "ink"
            chosen = at == self.cursor
            lines += row(f"{at + 1}", option.text, width, chosen=chosen, name=f"{at + 1}", ink=ink, after=why)
        return lines

    def action_move(self, step: int) -> None:
        """Mark the next open option that way."""
        while True:
            self.cursor = (self.cursor + step) % len(self.options)
            if not self._struck(self.options[self.cursor]):
                return self.changed()

    def action_pick(self, number: int) -> None:
        """Answer with the option of this number."""
        if number > len(self.options):
            return
        option = self.options[number - 1]
        if why := self._struck(option):
            self.refuse(f"Not tonight: {why}.")
        else:
            self.cursor = number - 1
            self.changed()
            self.answer(option.id)

    def touched(self, name: str) -> None:
        """A click answers."""
        self.action_pick(int(name))

    def confirm(self) -> None:
        """Answer with the marked option."""
        self.answer(self.options[self.cursor].id)
