"""Terms in a text: underlined where they first stand, and there to be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.style import Style

from game.screens.widgets.drawn import Lines
from game.story.glossary import Glossary, Span

UNDERLINED: Final = Style(underline=True)
"""How a term looks, in the colour of the text around it: so it is marked alike in every theme, and in none."""


def first_times(text: str, glossary: Glossary, seen: set[str]) -> list[Span]:
    """The terms in a text whose ids are not among ``seen``, each once. They are, from now on."""
    spans = []
    for span in glossary.terms_in(text):
        if span.term.id not in seen:
            seen.add(span.term.id)
            spans.append(span)
    return spans


def marked(lines: Lines, text: str, spans: Sequence[Span], margin: int = 0) -> Lines:
    """The lines that a text was set in, each after a margin of so many cells, with its terms marked.

    A term may go on in the next line. A click on one finds its id in the style, as ``term``.
    """
    if not spans:
        return lines
    done, begins = [], 0
    for line in lines:
        row = line.plain[margin:]
        begins = max(text.find(row, begins), begins)
        for span in spans:
            start, end = max(span.start - begins, 0), min(span.end - begins, len(row))
            if start < end:
                here = (margin + start, margin + end)
                line = line.stylize(UNDERLINED + Style.from_meta({"term": span.term.id}), *here)  # noqa: PLW2901
        done.append(line)
        begins += len(row)
    return done
