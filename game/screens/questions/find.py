"""Find: readings and parts under one another. Each move is answered at once and stays in sight."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.content import Content

from game.screens.keys import DIGITS, Key, bindings
from game.screens.questions.base import Asked, row
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.story.fold import Moment
from game.story.questions import AnyQuestion, Find

HINT: Final = "A digit, or the arrows and Enter."


class FindTheFault(Asked):
    """What can be done, what each costs, and what it has shown."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key(DIGITS, "1 to 9", "make that move", "pick({})"),
        Key("up", "Up", "the line above", "move(-1)"),
        Key("down", "Down", "the line below", "move(1)"),
        Key("", "Enter", "make the marked move"),
    )
    BINDINGS = bindings(KEYS)

    def ask(self, question: AnyQuestion) -> None:
        """Lay out everything that can be done."""
        assert isinstance(question, Find)
        self.question = question
        self.ids = question.ids
        self.enter_word = "do it"
        self._to_an_open_move()

    def renew(self, moment: Moment) -> None:
        """Show what the move has shown, the next open one marked."""
        self.moment = moment
        self._to_an_open_move()
        self.changed()

    def panel(self, width: int) -> Lines:
        """Readings, parts, and the minutes gone of those there are."""
        question = self.question
        shown = {move.id: move.shows for move in question.moves(self.moment.state)}
        lines = [inked(question.readings_title, "muted")]
        for at, reading in enumerate(question.readings):
            after = shown.get(reading.id, f"{reading.minutes} min")
            lines += self._row(at, reading.text, after, width, done=reading.id in shown)
        lines += [inked(f"{question.parts_title}, {question.minutes} min each", "muted")]
        for at, part in enumerate(question.parts, len(question.readings)):
            lines += self._row(at, part.text, shown.get(part.id, ""), width, done=part.id in shown)
        return [*lines, EMPTY, *flowing(HINT, width, "faint", first=self._spent() + "   ")]

    def _spent(self) -> Content:
        spent, within = self.question.spent(self.moment.state), self.question.within
        of = f" of {within} min" if spent <= within else f" min, {spent - within} over"
        return inked(f"{spent}", "ink") + inked(of, "muted" if spent <= within else "loss")

    def _row(self, at: int, text: str, after: str, width: int, *, done: bool) -> Lines:
        number, chosen = f"{at + 1}", at == self.cursor
        return row(number, text, width, chosen=chosen, name=number, ink="muted" if done else "ink", after=after)

    def _to_an_open_move(self) -> None:
        """Mark the first move, from the marked one on, that has not been made."""
        made = self.moment.state.table
        for step in range(len(self.ids)):
            at = (self.cursor + step) % len(self.ids)
            if self.ids[at] not in made:
                self.cursor = at
                return

    def action_move(self, step: int) -> None:
        """Mark the next line that way."""
        self.cursor = (self.cursor + step) % len(self.ids)
        self.changed()

    def action_pick(self, number: int) -> None:
        """Make the move of this number."""
        if number <= len(self.ids):
            self.cursor = number - 1
            self.confirm()

    def touched(self, name: str) -> None:
        """A click makes a move."""
        self.action_pick(int(name))

    def confirm(self) -> None:
        """Make the marked move, unless it is known what it shows."""
        if why := self.question.refusal(self.ids[self.cursor], self.moment.state):
            self.refuse(why)
        else:
            self.answer(self.ids[self.cursor])
