"""Arrange: take a line, carry it to its place, put it down; the last line gives the answer."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from game.screens.keys import DIGITS, Key, bindings
from game.screens.questions.base import Asked, row
from game.screens.widgets.drawn import EMPTY, Lines, flowing
from game.story.questions import AnyQuestion, Arrange


class PutInOrder(Asked):
    """A row of things to put in order. To take a line and to give the answer are two different places."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("up", "Up", "the line above; a line you hold goes up", "move(-1)"),
        Key("down", "Down", "the line below; a line you hold goes down", "move(1)"),
        Key("", "Space", "take the marked line, or put it down; Enter does the same"),
        Key(DIGITS, "1 to 9", "take that line; holding one, put it down there", "pick({})"),
        Key("equals_sign", "=", "to the last line, which gives the answer", "finish"),
        Key("", "Enter", "on the last line: give the answer"),
    )
    BINDINGS = bindings(KEYS)

    def ask(self, question: AnyQuestion) -> None:
        """Deal the items out."""
        assert isinstance(question, Arrange)
        self.items = list(question.dealt(self.seed))
        self.held = False
        self._name_enter()

    @property
    def at_the_end(self) -> bool:
        """Whether the line that gives the answer is marked."""
        return self.cursor == len(self.items)

    def _name_enter(self) -> None:
        self.enter_word = "that is the order" if self.at_the_end else "put it down" if self.held else "take it"

    def changed(self) -> None:
        """Say in the footer what Enter does now."""
        self._name_enter()
        super().changed()

    def panel(self, width: int) -> Lines:
        """The items in the order they have now, then the line that gives the answer."""
        lines: list[Content] = []
        for at, item in enumerate(self.items):
            number, chosen = f"{at + 1}", at == self.cursor
            after = "held" if chosen and self.held else ""
            lines += row(number, item.text, width, chosen=chosen, name=number, after=after)
        lines += [EMPTY, *row("=", "This is the order.", width, chosen=self.at_the_end, name="done")]
        hint = "Arrows carry it, Enter puts it down." if self.held else "Enter takes a line, arrows carry it."
        return [*lines, EMPTY, *flowing(hint, width, "faint")]

    def action_move(self, step: int) -> None:
        """Mark the next line that way, or carry the one that is held."""
        places = len(self.items) + (0 if self.held else 1)
        to = self.cursor + step
        if self.held:
            if 0 <= to < places:
                self._carry(to)
        else:
            self.cursor = to % places
        self.changed()

    def _carry(self, to: int) -> None:
        self.items.insert(to, self.items.pop(self.cursor))
        self.cursor = to

    def action_pick(self, number: int) -> None:
        """Take the line of this number, or put the held one down there."""
        if number > len(self.items):
            return
        if self.held:
            self._carry(number - 1)
        self.cursor = number - 1
        self.held = not self.held
        self.changed()

    def action_finish(self) -> None:
        """Put down what is held, and mark the line that gives the answer."""
        self.held, self.cursor = False, len(self.items)
        self.changed()

    def take_back(self) -> bool:
        """Put down what is held."""
        held, self.held = self.held, False
        self.changed()
        return held

    def touched(self, name: str) -> None:
        """A click takes a line, and the next puts it down where it falls."""
        if name == "done":
            self.held, self.cursor = False, len(self.items)
            self.confirm()
        else:
            self.action_pick(int(name))

    def confirm(self) -> None:
        """Take, put down, or on the last line give the answer."""
        if self.at_the_end:
            self.answer([item.id for item in self.items])
        else:
            self.held = not self.held
            self.changed()
