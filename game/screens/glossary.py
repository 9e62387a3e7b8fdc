"""The glossary: the words of the trade, those on the screen before all others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from textual import events
from textual.content import Content

from game.screens.keys import GLOSSARY, bindings
from game.screens.reading import ReadingScreen, Scroll
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.screens.widgets.terms import marked
from game.story.glossary import Glossary, Term
from game.terms import see_also

COLUMN: Final = 17
"""Cells in which a term stands, beside what it means."""


class GlossaryScreen(ReadingScreen):
    """Every term, with what it means.

    ``here`` are those on the screen that it was opened from; ``wanted`` is the id of the one clicked there. That
    comes first, and so does any term clicked here.
    """

    TITLE = "words of the trade"
    BINDINGS = bindings([GLOSSARY._replace(means="back to the day", action="close")])

    def __init__(self, glossary: Glossary, here: Sequence[Term], wanted: str = "") -> None:
        super().__init__()
        self._glossary = glossary
        self._here = here
        self._wanted = wanted

    def paint(self, width: int) -> Lines:
        terms = self._glossary.by_id
        wanted = [terms[self._wanted]] if self._wanted else []
        here = [term for term in self._here if term not in wanted]
        others = [term for term in self._glossary.listed if term not in wanted and term not in here]
        rest = "All others" if wanted or here else "All of them"
        lines = [
            *self._group("You asked for", wanted, width),
            *self._group("On this screen", here, width),
            *self._group(rest, others, width),
        ]
        return lines or [inked("There are no words here to explain.", "muted")]

    def _group(self, title: str, terms: Iterable[Term], width: int) -> Lines:
        entries = [line for term in terms for line in (*self._entry(term, width), EMPTY)]
        return [inked(title, "title"), EMPTY, *entries] if entries else ()

    def _entry(self, term: Term, width: int) -> Lines:
        """A term, what it means, and the terms that belong to it."""
        lines = flowing(term.means, width, first=inked(f"{term.term:<{COLUMN}}", "key"))
        if also := see_also(term, self._glossary):
            margin = Content(" " * COLUMN)
            others = flowing(also, width, "muted", first=margin)
            lines += marked(others, also, self._glossary.terms_in(also), COLUMN)
        return lines

    def on_click(self, event: events.Click) -> None:
        """A term that is clicked is shown first."""
        if term := event.style.meta.get("term"):
            event.stop()
            self._wanted = term
            self.query_one(Scroll).renew()
