"""The day: the screen on which the story is told and answered."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from game.run import Refused
from game.screens import keys
from game.screens.doors import Doors
from game.screens.keys import Group
from game.screens.questions.base import Asked
from game.story.fold import Moment
from game.story.problems import BrokenScript


class DayScreen(Doors):
    """One run, moment by moment: what keys, clicks and answers do.

    While beats are coming in, any key or click shows the rest at once and does nothing else; a key that comes a
    moment after the last of them was meant for that too, and does nothing.
    """

    BINDINGS = keys.bindings(keys.DAY.keys)
    _warned = False

    def helps(self) -> Sequence[Group]:
        asked = self.asked
        own = [Group("For this question", asked.KEYS)] if asked and asked.KEYS else []
        return [*own, keys.DAY, keys.READING]

    def on_key(self, event: events.Key) -> None:
        """While beats are coming in, any key shows the rest and is used up by that."""
        if event.key in ("ctrl+c", "ctrl+q") or not (self._page.arriving or self._page.just_in):
            return
        event.stop()
        if self._page.arriving:
            self._page.hurry()

    def on_click(self, event: events.Click) -> None:
        """A click does the same as a key; on a term it opens the glossary there, on the tower the map."""
        if self._page.arriving:
            self._page.hurry()
        elif self._tower.region.contains_point(event.screen_offset):
            self.action_tower()
        elif term := event.style.meta.get("term"):
            self.action_glossary(term)

    def on_asked_answered(self, message: Asked.Answered) -> None:
        """Give the run an answer and tell what comes of it."""
        asked = self.asked
        if asked is None or message.asked is not asked:
            return
        try:
            moment = self.run.answer(message.value)
        except Refused as refused:
            asked.refuse(str(refused))
        except BrokenScript as broken:
            self.game.show_problems(broken)
        else:
            self._follow(moment)

    def _follow(self, moment: Moment) -> None:
        """Tell what has come of an answer; or let the question go on where it stays."""
        if moment.stays and self.asked is not None:
            self._moment = moment
            self.asked.renew(moment)
            self._foot()
        else:
            self._show(moment)
        self._say("")

    def on_asked_elsewhere(self, message: Asked.Elsewhere) -> None:
        """Open the screen on which a question is answered, and go on from wherever that has led."""
        if message.asked is self.asked and self.is_current:
            self.app.push_screen(message.screen(self.run), self._back_from_elsewhere)

    def _back_from_elsewhere(self, _: object) -> None:
        moment = self.run.now()
        if moment is not self._moment:
            self._follow(moment)

    def action_confirm(self) -> None:
        """Enter."""
        if self._page.arriving:
            self._page.hurry()
        elif self.asked is not None:
            self.asked.confirm()

    def action_back(self) -> None:
        """Backspace: first within the question, then to the one before."""
        if self.asked is not None and self.asked.take_back():
            return
        try:
            self.run.back()
        except Refused as refused:
            self._say(str(refused))
        else:
            self._open(at_once=True)

    def action_leave(self) -> None:
        """Leave; but say first when something of the play would be lost."""
        if self.run.trouble and not self._warned:
            self._warned = True
            self._say(
                f"This play is not being saved just now: {self.run.trouble}. Press q again to leave all the same."
            )
        else:
            super().action_leave()

    def action_page_up(self) -> None:
        """What has moved out of sight above."""
        self._column.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """And down again."""
        self._column.scroll_page_down(animate=False)
