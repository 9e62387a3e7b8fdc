"""Night: the player's own tower. Its board is drawn while the card is being read."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from textual.screen import Screen
from textual.timer import Timer

from game.run import Run
from game.screens.questions.renovation import Renovate
from game.story.fold import Moment
from game.story.questions import AnyQuestion, Night

DOT_SECONDS: Final = 0.4


class TheNight(Renovate):
    """Enter goes to the tower as soon as there are plans of it, which may take some seconds."""

    def ask(self, question: AnyQuestion) -> None:
        """Take in the question."""
        assert isinstance(question, Night)
        super().ask(question)
        self.night = question
        self.begun = question.begun(self.moment.state)
        self.opening = ""
        self.hurried = False
        self._dots = 0
        self._beat: Timer | None = None

    def on_mount(self) -> None:
        """Begin to draw the board, in a thread."""
        if self.begun:
            return
        self.run_worker(self._draw(), exclusive=True)
        if self.app.animation_level != "none":
            self._beat = self.set_interval(DOT_SECONDS, self._one_more_dot)

    async def _draw(self) -> None:
        self.opening = await asyncio.to_thread(self.night.drawn, self.moment.state, self.seed)
        if self._beat is not None:
            self._beat.stop()
        if self.hurried:
            super().confirm()
        self.changed()

    def _one_more_dot(self) -> None:
        self._dots = (self._dots + 1) % 4
        self.refresh(layout=True)

    def renew(self, moment: Moment) -> None:
        """The night goes on after moves."""
        self.begun = True
        super().renew(moment)

    @property
    def standing(self) -> str:
        """Where it stands; until there are plans, a sign of life."""
        if self.begun or self.opening:
            return super().standing
        return f"The plans of the building are being unrolled{'.' * (self._dots + 1)}"

    def confirm(self) -> None:
        """Go to the tower, now or as soon as there are plans of it."""
        self.hurried = True
        if self.begun or self.opening:
            super().confirm()
        else:
            self.changed()

    def _screen(self, run: Run) -> Screen[Any]:
        if not self.begun:
            run.answer(self.opening)
            self.begun = True
        return super()._screen(run)
