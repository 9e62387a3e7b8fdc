"""Spend: an evening split among a few things, unit by unit, until nothing is left."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.content import Content

from game.screens.keys import DIGITS, Key, bindings
from game.screens.questions.base import POINT, Asked, enter, target
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.story.questions import AnyQuestion, Spend
from game.story.questions.spend import Use
from game.words import counted

MOST_BLOCKS: Final = 8
"""Above this many units a number stands in for the blocks."""


class SpendIt(Asked):
    """A line a use, each with its units drawn as blocks; what is left is drawn above them."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("up", "Up", "the line above", "move(-1)"),
        Key("down", "Down", "the line below", "move(1)"),
        Key("right,plus", "Right", "one more for the marked line; + does the same", "give(1)"),
        Key("left,minus", "Left", "one less; - does the same", "give(-1)"),
        Key(DIGITS, "1 to 9", "one more for that line", "pick({})"),
        Key("", "Enter", "spend it so, once nothing is left"),
    )
    BINDINGS = bindings(KEYS)
    HINT = "Up and down choose, right gives, left takes back."

    def ask(self, question: AnyQuestion) -> None:
        """Lay the uses out; nothing is spent yet."""
        assert isinstance(question, Spend)
        self.question = question
        self.uses = question.shown(self.moment.state)
        self.given = {use.id: 0 for use in self.uses}
        self.cursor = next(at for at, use in enumerate(self.uses) if not self._struck(use))
        self.enter_word = "spend it so"

    def _struck(self, use: Use) -> str:
        return use.struck(self.moment.state)

    @property
    def left(self) -> int:
        """Units still to be spent."""
        return self.question.total - sum(self.given.values())

    def panel(self, width: int) -> Lines:
        """What is left, then the uses."""
        unit, total = self.question.unit, self.question.total
        purse = inked("left  ", "muted") + _blocks(self.left, total, "lit")
        lines = [purse + inked(f"  {self.left} of {counted(total, unit)}", "muted"), EMPTY]
        for at, use in enumerate(self.uses):
            lines += self._row(at, use, width)
        if not self.left:
            lines += [EMPTY, enter("spend it so")]
        return lines

    def _row(self, at: int, use: Use, width: int) -> Lines:
        number, why, chosen = str(at + 1), self._struck(use), at == self.cursor
        if why:
            return flowing(f"{use.text}", width, "struck", first=inked(f"{number}  ", "struck")) + flowing(
                why, width, "muted", first=Content("   ")
            )
        units, most = self.given[use.id], self.question.room(use, self.moment.state)
        counter = Content.assemble(
            target(inked(f"{number} ", "key"), f"={at}"),
            target(inked(" - ", "key"), f"-{at}"),
            _blocks(units, min(most, self.question.total), "lit"),
            target(inked(" + ", "key"), f"+{at}"),
            " ",
        )
        counter = counter.pad_right(max(0, self._counter_cells() - counter.cell_length))
        if not chosen:
            return [
                target(line, f"={at}") for line in flowing(use.text, width, "ink", first=counter + Content(" "))
            ]
        pieces = [line.plain for line in flowing(use.text, width - counter.cell_length - 2)]
        blank = " " * counter.cell_length
        return [
            Content.assemble(blank if below else counter, (f"{' ' if below else POINT}{piece} ", "cursor"))
            for below, piece in enumerate(pieces)
        ]

    def _counter_cells(self) -> int:
        widest = max(self.question.room(use, self.moment.state) for use in self.uses)
        return 9 + (widest if self.question.total <= MOST_BLOCKS else 0)

    def action_move(self, step: int) -> None:
        """Mark the next open line that way."""
        while True:
            self.cursor = (self.cursor + step) % len(self.uses)
            if not self._struck(self.uses[self.cursor]):
                return self.changed()

    def action_give(self, units: int) -> None:
        """Give the marked line a unit more or less."""
        use = self.uses[self.cursor]
        now = self.given[use.id] + units
        most = self.question.room(use, self.moment.state)
        if units > 0 and not self.left:
            self.refuse("Nothing is left. Take one back somewhere first.")
        elif now > most:
            self.refuse(f"At most {most} can go there.")
        elif now >= 0:
            self.given[use.id] = now
            self.changed()

    def action_pick(self, number: int) -> None:
        """Give the line of this number one more."""
        if number > len(self.uses):
            return
        if why := self._struck(self.uses[number - 1]):
            self.refuse(f"Not tonight: {why}.")
        else:
            self.cursor = number - 1
            self.action_give(1)

    def touched(self, name: str) -> None:
        """A click on + or - gives or takes; on a line, marks it."""
        if name == "confirm":
            self.confirm()
            return
        sign, at = name[0], int(name[1:])
        self.cursor = at
        if sign == "=":
            self.changed()
        else:
            self.action_give(1 if sign == "+" else -1)

    def confirm(self) -> None:
        """Spend it so, or say what is missing."""
        answer = {name: units for name, units in self.given.items() if units}
        if why := self.question.refusal(answer, self.moment.state):
            self.refuse(why)
        else:
            self.answer(answer)


def _blocks(full: int, total: int, ink: str) -> Content:
    """Units as blocks, or as a number where they would be too many."""
    if total > MOST_BLOCKS:
        return inked(f"{full:>2}", ink)
    return inked("█" * full, ink) + inked("·" * (total - full), "muted")
