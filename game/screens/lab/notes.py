"""A page of the lab to read: what a formula takes for granted."""

from __future__ import annotations

from textual.content import Content

from game.screens.keys import Key, bindings
from game.screens.lab.signs import written
from game.screens.tower.inside import TowerPage
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.tower.experiment import Experiment


class Assumptions(TowerPage):
    """The formula, what it rests on, and something to try."""

    TITLE = "what is taken for granted"
    BINDINGS = bindings([Key("a", "a", "back to the lab", "close")])

    def __init__(self, experiment: Experiment) -> None:
        super().__init__()
        self._experiment = experiment

    def paint(self, width: int) -> Lines:
        experiment = self._experiment
        lines: list[Content] = [*flowing(written(experiment.formula, self.app), width, "title")]
        lines += [*flowing(written(experiment.in_words, self.app), width), EMPTY]
        for assumption in experiment.assumptions:
            lines += flowing(written(assumption, self.app), width, "ink", first=inked("· ", "key"))
        lines += [EMPTY, inked("The dials", "title")]
        for dial in experiment.dials:
            lines += flowing(f"{dial.means}.", width, "ink", first=inked(f"{dial.sign}  ", "key"))
        return [*lines, EMPTY, inked("To try", "title"), *flowing(experiment.task, width)]
