"""The glossary's file, read and checked: glossary.yaml, which lies beside the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.story.glossary import Glossary, Term
from game.story.model import Path
from game.story.problems import BrokenScript, Problem, did_you_mean
from game.story.reader import Script, read_file
from game.story.rules import strange_characters
from game.story.yamltree import Node

MOST_WORDS: Final = 40
"""Words in which a term is explained: more are not read in the middle of a story."""


def read_glossary(script: Script) -> Glossary:
    """The glossary; an empty one for a script without. Raises ``BrokenScript`` with all its problems."""
    glossary, problems = glossary_and_problems(script)
    if problems:
        raise BrokenScript(problems)
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
    for path, what in _slips(glossary):
        problems.append(_problem(shown, tree, path, what))
    return glossary, problems


def _problem(shown: str, tree: Node, path: Path, what: str) -> Problem:
    node = tree.at(path)
    return Problem(shown, node.line, node.column, what)


def _slips(glossary: Glossary) -> Iterator[tuple[Path, str]]:
    """What is wrong beyond the shape of the file, each with the keys that lead there."""
    yield from _said_twice(glossary)
    for at, term in enumerate(glossary.terms):
        for path, what in _slips_of(term, glossary):
            yield ("terms", at, *path), what


def _said_twice(glossary: Glossary) -> Iterator[tuple[Path, str]]:
    """Ids and forms that stand twice. A form leads to one term, and a word of the trade to none."""
    ids: set[str] = set()
    whose: dict[str, str] = {}
    for at, term in enumerate(glossary.terms):
        if term.id in ids:
            yield ("terms", at, "id"), f"the id '{term.id}' stands twice in the glossary"
        ids.add(term.id)
        forms: list[tuple[Path, str]] = [(("term",), term.term)]
        forms += [(("forms", place), form) for place, form in enumerate(term.forms)]
        for path, form in forms:
            if form.lower() in whose:
                yield ("terms", at, *path), f"'{form}' stands already under '{whose[form.lower()]}'; take one out"
            whose.setdefault(form.lower(), term.id)
    for at, word in enumerate(glossary.trade):
        if word.lower() in whose:
            what = f"'{word}' is explained under '{whose[word.lower()]}'; take it out of 'trade'"
            if whose[word.lower()] == "trade":
                what = f"'{word}' stands here a second time"
            yield ("trade", at), what
        whose.setdefault(word.lower(), "trade")


def _slips_of(term: Term, glossary: Glossary) -> Iterator[tuple[Path, str]]:
    """What is wrong within one term."""
    if (count := len(term.means.split())) > MOST_WORDS:
        yield ("means",), f"{count} words; a term is explained in at most {MOST_WORDS}"
    for word in glossary.unglossed(term.means):
        yield ("means",), f"'{word}' is itself a word of the trade, and no term explains it; say it plainly"
    for at, other in enumerate(term.see):
        if other == term.id:
            yield ("see", at), f"'{other}' points at itself"
        elif other not in glossary.by_id:
            yield ("see", at), f"unknown term '{other}'{did_you_mean(other, glossary.by_id)}"
