"""Plays of the shipped story, kept for ever: of every cut, to every ending, and with all that bends a play."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from game.library import Library
from game.run import Run
from game.script import open_story, shipped
from game.story.calendar import CUTS
from game.story.endings import ending_of
from game.story.questions import Answer, Find, Night, Renovation
from game.tower.crew import par
from game.tower.spoken import words_of


def record(folder: Path) -> Iterator[str]:
    """Play, keep every play in this folder, and give their names."""
    books = Library(open_story(shipped()), folder)
    yield from _endings(books)
    for seed, cut in enumerate(CUTS[1:], 1):
        yield played(books.new(cut, cut=cut, seed=seed)).name
        yield played(books.new(f"{cut}-facts-only", cut=cut, seed=seed, facts_only=True)).name
    yield played(books.new("facts-only", seed=4, facts_only=True)).name
    yield goings_back(books.new("goings-back", seed=5)).name
    yield within(books.new("within-a-puzzle", seed=6), Find).name
    yield within(books.new("within-the-night", seed=7), Night, 12).name
    again = played(books.open("ending-door").go(10), until=17)
    assert again.name == "ending-door-2"
    yield again.name


def _endings(books: Library) -> Iterator[str]:
    """One play for each ending. Those that no random play comes to are left out, not waited for."""
    nowhere, found = Library(books.story, None), set[str]()
    for seed in range(400):
        ending = ending_of(books.story, played(nowhere.new("a-play", seed=seed)).now().state)
        if ending and ending.id not in found:
            found.add(ending.id)
            yield played(books.new(f"ending-{ending.id}", seed=seed)).name
        if len(found) == len(books.story.spine.endings):
            break


def played(run: Run, *, until: int = 99) -> Run:
    """Answer at random up to a day or to the end; at night, read, fix and throw as one does who can reason."""
    rng = Random(run.seed)
    while (question := run.now().question) is not None and (run.now().scene.day or 0) < until:
        run.answer(_by_reason(run, question) or question.sample(run.now().state, rng))
    return run


def _by_reason(run: Run, question: object) -> Answer:
    state = run.now().state
    if not isinstance(question, Renovation) or not question.begun(state):
        return None
    night = question.sitting(state).night
    return words_of(night.building, par(night).log[len(night.log)])


def goings_back(run: Run) -> Run:
    """Answer at random, and think better of it now and then."""
    rng = Random(run.seed)
    while (question := run.now().question) is not None and (run.now().scene.day or 0) < 24:
        run.answer(question.sample(run.now().state, rng))
        while not run.can_go_back and rng.random() < 0.3:
            run.back()
    return run


def within(run: Run, kind: type, moves: int = 1) -> Run:
    """Stop after so many moves in the first questions of this kind."""
    rng = Random(run.seed)
    while moves:
        question = run.now().question
        assert question is not None, f"no question of the kind {kind.__name__} was asked"
        run.answer(question.sample(run.now().state, rng))
        moves -= isinstance(question, kind) and run.now().stays
    return run
