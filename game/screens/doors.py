"""Doors: the pages that open from a day, and the way back in from the tower."""

# ruff: noqa: PLC0415 - a page is imported when it is opened

from __future__ import annotations

from game.run import Refused
from game.screens.moment import MomentScreen
from game.words import minutes_left, minutes_of_week


class Doors(MomentScreen):
    """A moment with its doors: sources, glossary, card, log and tower."""

    def action_sources(self) -> None:
        """Where the lines on the screen come from."""
        self.show_sources(self.run.story, self._page.beats)

    def action_glossary(self, wanted: str = "") -> None:
        """What the words of the trade mean, one that was clicked before all others."""
        from game.screens.glossary import GlossaryScreen

        self.app.push_screen(GlossaryScreen(self.run.story.glossary, self._terms(), wanted))

    def action_card(self) -> None:
        """What the play has come to, once it is over."""
        from game.screens.after.screen import CardScreen

        self.app.push_screen(CardScreen(self.run))

    def action_log(self) -> None:
        """Everything said so far."""
        from game.screens.log import LogScreen

        self.app.push_screen(LogScreen(self.run))

    def action_tower(self) -> None:
        """The map; a day chosen there is played on from, in a run of its own."""
        from game.screens.map import MapScreen

        story = self.run.story
        titles = {day: story.titles[day] for day in self.run.days()}
        weeks = [week.title for week in story.spine.weeks]
        screen = MapScreen(
            self._moment.state,
            titles,
            weeks,
            note=minutes_left(self.run.minutes_left),
            minutes={week: minutes_of_week(left) for week, left in self.run.minutes_of_weeks.items()},
            legend=not self.run.facts_only,
            glyphs=self.game.glyphs,
        )
        self.app.push_screen(screen, self._go)

    def _go(self, day: int | None) -> None:
        here = day == self._moment.scene.day and self._moment.question is not None
        if day is None or here:
            return
        old = self.run.name
        try:
            run = self.run.go(day)
        except Refused as refused:
            self._say(str(refused))
        else:
            self.take(run, f"From here on you play {run.name}. {old} stays as it is.")
