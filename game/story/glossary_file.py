"""The glossary's file, read and checked: glossary.yaml, which lies beside the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.story.folder import Script
from game.story.glossary import Glossary, Term
from game.story.model import Path
from game.story.problems import Problem, Said, did_you_mean
from game.story.reader import read_file
from game.story.rulebook import form, names, words
from game.story.rules import strange_characters

MOST_WORDS: Final = 40
"""Words in which a term is explained: more are not read in the middle of a story."""


def read_glossary(script: Script) -> Glossary:
    """The glossary; an empty one for a script without. Raises ``BrokenScript`` with all its problems."""
    glossary, problems = glossary_and_problems(script)
    if problems:
        raise script.broken(problems)
    return glossary


def glossary_and_problems(script: Script) -> tuple[Glossary, list[Problem]]:
    """The glossary as far as it can be read, and everything that is wrong with it."""
    if script.glossary is None:
        return Glossary(), []
    shown = f"{script.glossary.parent.name}/{script.glossary.name}"
    glossary, tree, problems = read_file(script.glossary, shown, Glossary)
    if glossary is None or tree is None or problems:
        return Glossary(), problems
    problems += strange_characters(shown, glossary, tree)
    problems += [tree.at(path).problem(shown, said) for path, said in _slips(glossary)]
    return glossary, problems


def _slips(glossary: Glossary) -> Iterator[tuple[Path, Said]]:
    """What is wrong beyond the shape of the file, each with the keys that lead there."""
    yield from _said_twice(glossary)
    for at, term in enumerate(glossary.terms):
        for path, said in _slips_of(term, glossary):
            yield ("terms", at, *path), said


def _said_twice(glossary: Glossary) -> Iterator[tuple[Path, Said]]:
    """Ids and forms that stand twice. A form leads to one term, and a word of the trade to none."""
    ids: set[str] = set()
    whose: dict[str, str] = {}
    for at, term in enumerate(glossary.terms):
        if term.id in ids:
            yield ("terms", at, "id"), names.ID_TWICE(name=term.id, where="the glossary")
        ids.add(term.id)
        forms: list[tuple[Path, str]] = [(("term",), term.term)]
        forms += [(("forms", place), written) for place, written in enumerate(term.forms)]
        for path, written in forms:
            if written.lower() in whose:
                yield ("terms", at, *path), words.FORM_TAKEN(form=written, term=whose[written.lower()])
            whose.setdefault(written.lower(), term.id)
    for at, word in enumerate(glossary.trade):
        if (term_of := whose.get(word.lower(), "")) == "trade":
            yield ("trade", at), words.TRADE_TWICE(word=word)
        elif term_of:
            yield ("trade", at), words.TRADE_EXPLAINED(word=word, term=term_of)
        whose.setdefault(word.lower(), "trade")


def _slips_of(term: Term, glossary: Glossary) -> Iterator[tuple[Path, Said]]:
    """What is wrong within one term."""
    if (count := len(term.means.split())) > MOST_WORDS:
        yield ("means",), form.TOO_MANY_WORDS(words=count, what="a term is explained in", most=MOST_WORDS)
    for word in glossary.unglossed(term.means):
        yield ("means",), words.EXPLAINED_BY_TRADE(word=word)
    for at, other in enumerate(term.see):
        if other == term.id:
            yield ("see", at), words.SEES_ITSELF(term=other)
        elif other not in glossary.by_id:
            yield ("see", at), words.UNKNOWN_TERM(name=other, advice=did_you_mean(other, glossary.by_id))
