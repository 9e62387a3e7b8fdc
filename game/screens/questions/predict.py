"""Predict: first the guess, then how sure; then the envelope closes."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.content import Content

from game.screens.keys import DIGITS, Key, bindings
from game.screens.questions import scale
from game.screens.questions.base import Asked, enter, row, target
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.screens.widgets.envelope import GUESSED, sealed, unsealed
from game.screens.widgets.page import MARGIN, indented
from game.story.questions import Answer, AnyQuestion, Predict

ENDS: Final = ("a coin toss", "certain")
CELLS: Final = 40
"""Of the ruler a number is guessed on."""
ANY_SURE: Final = 1


class SealAGuess(Asked):
    """Two steps on one panel. A guess is typed, moved along a ruler, or picked from a list."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key(f"0,{DIGITS},full_stop", "0 to 9", "write a number, pick an answer, or mark how sure", "write('{}')"),
        Key("left", "Left", "a little less", "slide(-1)"),
        Key("right", "Right", "a little more", "slide(1)"),
        Key("up", "Up", "a good deal more; in a list, the line above", "stride(1)"),
        Key("down", "Down", "a good deal less; in a list, the line below", "stride(-1)"),
        Key("", "Backspace", "take a digit back; then back to the guess"),
        Key("", "Enter", "on to how sure you are; then seal it"),
    )
    BINDINGS = bindings(KEYS)

    def ask(self, question: AnyQuestion) -> None:
        """Open an envelope."""
        assert isinstance(question, Predict)
        self.question = question
        self.written = ""
        self.sure = 0
        self.weighing = False
        self._name_enter()

    def _name_enter(self) -> None:
        self.enter_word = "seal it" if self.weighing else "how sure?"

    def changed(self) -> None:
        """Say in the footer what Enter does now."""
        self._name_enter()
        super().changed()

    @property
    def guess(self) -> float | str | None:
        """What is guessed at the moment."""
        if self.question.answers:
            return self.question.answers[self.cursor].id
        try:
            return float(self.written) if "." in self.written else int(self.written)
        except ValueError:
            return None

    # the two steps, drawn

    def panel(self, width: int) -> Lines:
        """The guess, or how sure one is of it."""
        if self.weighing and self.guess is not None:
            return self._weigh(self.question.in_words(self.guess), width)
        lines = self._list(width) if self.question.answers else self._ruler(width)
        known = self.moment.state.guess(self.question.id)
        if known is None:
            return lines
        first = f"You sealed {self.question.in_words(known.guess)} here before. The first guess counts."
        return [*lines, EMPTY, *flowing(first, width, "muted")]

    def _weigh(self, guess: str, width: int) -> Lines:
        lines = [
            *unsealed(guess, width),
            EMPTY,
            inked("How sure are you?", "ink"),
            *scale.scale(self.sure, ENDS, width),
        ]
        if self.sure:
            return [*lines, EMPTY, enter("seal the envelope")]
        return [*lines, EMPTY, *flowing("1 to 5, or left and right; then Enter.", width, "faint")]

    def _list(self, width: int) -> Lines:
        lines: list[Content] = []
        for at, answer in enumerate(self.question.answers):
            lines += row(f"{at + 1}", answer.text, width, chosen=at == self.cursor, name=f"{at + 1}")
        return [*lines, EMPTY, *flowing("A digit, or the arrows and Enter.", width, "faint")]

    def _ruler(self, width: int) -> Lines:
        low, high = self._bounds
        cells = min(CELLS, width - 2)
        guess = self.guess
        at = -1
        if isinstance(guess, int | float):
            at = round((min(max(guess, low), high) - low) / ((high - low) or 1) * (cells - 1))
        signs = [GUESSED if cell == at else "─" for cell in range(cells)]
        line = EMPTY.join(
            target(inked(sign, "key" if sign == GUESSED else "wall"), f"at{cell}")
            for cell, sign in enumerate(signs)
        )
        left, right = f"{low:,.10g}", f"{high:,.10g}"
        ends = left + right.rjust(cells - len(left))
        written = f"{int(self.written):,}" if self.written.isdigit() else self.written or "?"
        unit = self.question.unit if guess is None or isinstance(guess, str) else self.question.counted(guess)
        box = inked(f" {written} ", "cursor") + inked(f" {unit}", "ink")
        lines = [box, EMPTY, line, inked(ends, "muted"), EMPTY]
        if self.written:
            return [*lines, enter("how sure are you?")]
        return [*lines, *flowing("Type a number, or use the arrows.", width, "faint")]

    # what keys and clicks do

    @property
    def _bounds(self) -> tuple[float, float]:
        return self.question.lowest or 0, self.question.highest or 0

    def _set(self, number: float) -> None:
        low, high = self._bounds
        self.written = f"{min(max(number, low), high):.10g}"
        self.changed()

    def _step(self) -> float:
        """The small step: one, or a round number when the ruler is long."""
        low, high = self._bounds
        step = 1
        while (high - low) / step > 2 * CELLS:
            step *= 10
        return step

    def _nudge(self, by: float) -> None:
        """Move the number along; the first press starts in the middle."""
        low, high = self._bounds
        guess = self.guess
        if isinstance(guess, int | float):
            self._set(guess + by)
        else:
            step = self._step()
            self._set(round((low + high) / 2 / step) * step)

    def action_write(self, sign: str) -> None:
        """A digit: part of a number, an answer of the list, or how sure."""
        if self.weighing:
            if sign in "12345":
                self.sure = int(sign)
                self.changed()
        elif not self.question.answers:
            begun = "" if self.said_no else self.written  # after a number that cannot be, a new one
            if len(begun) < 9:
                self.written = begun + ("." if sign == "full_stop" else sign)
                self.changed()
        elif sign.isdigit() and 0 < int(sign) <= len(self.question.answers):
            self.cursor = int(sign) - 1
            self.confirm()

    def action_slide(self, step: int) -> None:
        """Left or right."""
        if self.weighing:
            self.sure = scale.slid(self.sure, step)
            self.changed()
        elif not self.question.answers:
            self._nudge(step * self._step())

    def action_stride(self, step: int) -> None:
        """Up or down."""
        if self.weighing:
            return
        if self.question.answers:
            self.cursor = (self.cursor - step) % len(self.question.answers)
            self.changed()
        else:
            self._nudge(step * 5 * self._step())

    def take_back(self) -> bool:
        """From how sure back to the guess; in the guess, a digit back."""
        if self.weighing:
            self.weighing = False
        elif self.written:
            self.written = self.written[:-1]
        else:
            return False
        self.changed()
        return True

    def touched(self, name: str) -> None:
        """A click on the ruler, on an answer, on the scale, or on what Enter does."""
        if name.startswith("at"):
            low, high = self._bounds
            cells = min(CELLS, self.content_size.width - 2)
            exact = low + int(name[2:]) / max(1, cells - 1) * (high - low)
            step = self._step()
            self._set(round(exact / step) * step)
        elif name.isdigit():
            self.action_write(name)
        else:
            super().touched(name)

    def confirm(self) -> None:
        """On to how sure, or seal it."""
        guess = {"guess": self.guess, "sure": self.sure or ANY_SURE}
        if why := self.question.refusal(guess, self.moment.state):
            self.refuse(why)
        elif not self.weighing:
            self.weighing = True
            self.changed()
        elif not self.sure:
            self.refuse("Say how sure you are first: 1 is a coin toss, 5 is certain.")
        else:
            self.answer(guess)

    @classmethod
    def echo(cls, question: AnyQuestion, answer: Answer, width: int) -> Lines:
        """The envelope, closed."""
        assert isinstance(question, Predict)
        return indented(sealed(question.in_words(answer["guess"]), answer.get("sure", 0), width - MARGIN))
