"""The end in lines: how it ends, what it came to, and what can be done with it later."""

from __future__ import annotations

from collections.abc import Iterator

from game.after.card import card_of
from game.after.recall import label_of
from game.after.spoken import ALL_THERE_IS, card_in_words, ending_in_words
from game.library import Library
from game.run import Run


def over_in_words(run: Run, library: Library) -> Iterator[str]:
    """The card of a play that is over, in a story that has endings, and what to type later."""
    card = card_of(run)
    yield from ending_in_words(card)
    yield from card_in_words(card)
    yield ALL_THERE_IS
    path = run.journal.path
    if path is not None and path.exists():
        yield f"To send it to somebody: {library.command(f'share {run.name}')}"
        yield f"On a page for paper: {library.command(f'summary {run.name} --html')}"
        if label := label_of(run.story):
            yield f"In a few days, {label}: {library.command(f'recall {run.name}')}"
