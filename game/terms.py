"""Terms: which words of the trade a moment puts in front of the player, for faces that explain them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.story.beat import AnyBeat
from game.story.glossary import Glossary, Term, terms_of
from game.story.model import parts_of
from game.story.questions import AnyQuestion
from game.words import capital, listed, sentence


def terms_shown(beats: Iterable[AnyBeat], question: AnyQuestion | None, glossary: Glossary) -> list[Term]:
    """The terms in lines that were told and in what is asked under them, each once, in their order."""
    texts = [beat.text for beat in beats]
    return terms_of([*texts, *(_texts_of(question) if question else ())], glossary)


def _texts_of(question: AnyQuestion) -> Iterator[str]:
    """What a question says before it is answered."""
    for path, part in parts_of(question):
        if path and path[-1] == "text" and "then" not in path:
            yield part


def explained(term: Term) -> str:
    """A term and what it means, in a line."""
    return f"{capital(term.term)}: {term.means}"


def see_also(term: Term, glossary: Glossary) -> str:
    """The terms that belong to a term, in a sentence; nothing when there are none."""
    others = [glossary.by_id[other].term for other in term.see]
    return sentence(f"See also {listed(others)}") if others else ""
