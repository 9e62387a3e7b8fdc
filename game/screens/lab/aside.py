"""What is said beside and above the plot: the question, then the formula; the guess, then the truth."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from game.screens.lab.signs import written
from game.screens.lab.sliders import LOW
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing, inked
from game.tower.experiment import Experiment

HIGH_ENOUGH: Final = 28
"""The rows of a screen from which on there is room for more than must be said."""


class Top(Drawn):
    """Above the plot: what is asked, then the formula, as written and in words."""

    def __init__(self) -> None:
        super().__init__()
        self._experiment: Experiment | None = None
        self._shown = False

    def show(self, experiment: Experiment, *, shown: bool) -> None:
        """Ask, or say the formula."""
        self._experiment, self._shown = experiment, shown
        self.refresh(layout=True)

    def paint(self, width: int) -> Lines:
        experiment = self._experiment
        if experiment is None:
            return ()
        if self._shown:
            formula, in_words = (written(text, self.app) for text in (experiment.formula, experiment.in_words))
            low = self.app.size.height < LOW
            return [*flowing(formula, width, "title"), *([] if low else flowing(in_words, width))]
        return flowing(experiment.question.text, width, "title")


class Aside(Drawn):
    """Under the dials: how to guess, then the guess beside the truth."""

    def __init__(self) -> None:
        super().__init__()
        self._experiment: Experiment | None = None
        self._guess = 0.0
        self._shown = False

    def show(self, experiment: Experiment, guess: float, *, shown: bool) -> None:
        """Show a guess, alone or beside the truth."""
        self._experiment, self._guess, self._shown = experiment, guess, shown
        self.refresh(layout=True)

    def paint(self, width: int) -> Lines:
        experiment = self._experiment
        if experiment is None:
            return ()
        return self._truth(experiment, width) if self._shown else self._asking(experiment, width)

    def _asking(self, experiment: Experiment, width: int) -> Lines:
        how = (
            "Up and down choose."
            if experiment.question.dial.answers
            else "Left and right move it, up and down by ten."
        )
        said = f"{how} Enter locks it in; then the dials open."
        return [EMPTY, *flowing("Predict first.", width, "ink"), *flowing(said, width, "muted")]

    def _truth(self, experiment: Experiment, width: int) -> Lines:
        question = experiment.question
        lines: list[Content] = [
            *flowing(question.in_words(self._guess), width, "key", first=inked("you said  ", "muted")),
            *flowing(question.in_words(question.truth), width, "title", first=inked("it is     ", "muted")),
            *flowing(question.verdict(self._guess), width, "ink"),
        ]
        if self.app.size.height >= HIGH_ENOUGH:
            lines += [EMPTY, *flowing(experiment.task, width, "muted", first=inked("To try: ", "key"))]
        return lines
