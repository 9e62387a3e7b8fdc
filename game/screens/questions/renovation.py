"""Renovation: in the day's column how it stands; the work itself is done on the night's own screen."""

# ruff: noqa: PLC0415 - the night's screen is imported when it is opened

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.screen import Screen

from game.run import Refused, Run
from game.screens.keys import Key
from game.screens.questions.base import Asked, row
from game.screens.widgets.drawn import EMPTY, Lines, flowing
from game.story.problems import BrokenScript
from game.story.questions import Answer, AnyQuestion, Renovation

if TYPE_CHECKING:
    from game.tower.sitting import Sitting


class StoryTable:
    """The table of a run: every line that is said at it is an answer in the run's journal."""

    kept = True

    def __init__(self, run: Run, question: Renovation) -> None:
        moment = run.now()
        self.title = moment.scene.title
        self.sitting = question.sitting(moment.state)
        self._run = run
        self._question = question

    @property
    def offers(self) -> int:
        """How much of a hint the crew says by itself."""
        return self._question.offers(self.sitting)

    @property
    def over(self) -> bool:
        """Whether nothing more is asked of the player."""
        return self._question.over(self.sitting)

    def do(self, words: str) -> Sitting:
        """Make a move, mark a flat, ask for a hint. Raises ``Unclear`` or ``Refused`` when it cannot be done."""
        following = self.sitting.after(words)
        try:
            self._run.answer(words)
        except BrokenScript as broken:  # of the scene that comes after it
            raise Refused(str(broken)) from None
        self.sitting = following
        return following


class Renovate(Asked):
    """Where it stands, and the door to the tower."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("", "Enter", "go there; what is done there is saved line by line"),)

    def ask(self, question: AnyQuestion) -> None:
        """Take in the question."""
        assert isinstance(question, Renovation)
        self.question = question
        self.enter_word = f"to the {question.house}"

    def panel(self, width: int) -> Lines:
        """Where it stands, and the door."""
        return [
            *flowing(self.standing, width, "muted"),
            EMPTY,
            *row("Enter", f"To the {self.question.house}", width, chosen=True, name="confirm"),
        ]

    @property
    def standing(self) -> str:
        """Where it stands, in a sentence or two."""
        state = self.moment.state
        if not self.question.lines(state):
            return "All dark. Nobody knows yet which flats are faulty."
        return f"{self.question.summed(self.question.sitting(state))} It stays as you left it."

    def confirm(self) -> None:
        """Go to the tower."""
        self.go_elsewhere(self._screen)

    def _screen(self, run: Run) -> Screen[Any]:
        from game.screens.tower.night import NightScreen

        table = StoryTable(run, self.question)
        return NightScreen(table, card=not self.question.lines(run.now().state))

    @classmethod
    def echo(cls, question: AnyQuestion, answer: Answer, width: int) -> Lines:  # noqa: ARG003
        """The last move was seen where it was made."""
        return ()
