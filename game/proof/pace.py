"""The rules of pace: when the first key is pressed, when something is asked, how much stands on one screen.

A story is held to them whole, and to some easier ones where only facts are told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from game.proof.form import FACTS, WHOLE, Bounds, Form
from game.proof.galley import Galley
from game.proof.leg import Told
from game.proof.legs import Legs
from game.proof.measures import opening, runs, screens
from game.proof.plays import Typical
from game.proof.rule import Example, rule, scene
from game.story.calendar import CUTS, Cut
from game.story.problems import Problem

Measure = Callable[[Legs], Iterable[Told]]
Bound = Callable[[Bounds], int]

_TEN: Final = "The kettle is on and the lift is out again."


def _told(name: str, tens: int) -> str:
    return f"id: {name}, imagined: {' '.join([_TEN] * tens)}"


def _go(name: str) -> str:
    return f"id: {name}-go, go: Up"


def _asked(name: str) -> str:
    return f'id: {name}, tell: "Well?", ends: ["no", "yes"], as: {name.replace("-", "_")}'


def _floors(names: str) -> list[str]:
    """Thirty words and a door for every name."""
    return [step for name in names for step in (_told(name, 3), _go(name))]


def _example(*steps: str) -> Example:
    return Example((scene(*steps),))


class Excess(NamedTuple):
    """A place where too much comes to an end: the longest that does, the bound, and in what plays that is so."""

    told: Told
    most: int
    where: str


def _excesses(galley: Galley, of: Measure, bound: Bound) -> list[Excess]:
    """Every place of this kind. With only facts told, those that are none in the whole story."""
    whole = list(_excesses_in(galley.whole, of, bound))
    known = {_end(each.told) for each in whole}
    return [*whole, *(each for each in _excesses_in(galley.facts, of, bound) if _end(each.told) not in known)]


def _excesses_in(form: Form, of: Measure, bound: Bound) -> Iterator[Excess]:
    most = bound(form.bounds)
    worst: dict[str, Told] = {}
    cuts: dict[str, set[Cut]] = {}
    for cut, legs in form.legs.items():
        for told in of(legs):
            if told.words > most:
                end = _end(told)
                cuts.setdefault(end, set()).add(cut)
                worst[end] = max(told, worst.get(end, told), key=lambda each: each.words)
    for end, told in worst.items():
        yield Excess(told, most, in_cuts(cuts[end]) + form.said)


def _typical_excesses(
    galley: Galley, of: Callable[[Typical], float], bound: Bound
) -> Iterator[tuple[float, int, str]]:
    """Where plays at random come to too many words: how many, the bound, and in which cut of which form."""
    for form in (galley.whole, galley.facts):
        most = bound(form.bounds)
        for cut, each in form.typical.items():
            if of(each) > most:
                yield of(each), most, f"in the cut {cut}{form.said}"


def _end(told: Told) -> str:
    return told.lines[-1].id


def in_cuts(cuts: set[Cut]) -> str:
    """Where something is so: *in every cut*, or in which."""
    if cuts == {*CUTS}:
        return "in every cut"
    return f"in the cut{'s' if len(cuts) > 1 else ''} {', '.join(cut for cut in CUTS if cut in cuts)}"


@rule(
    code="first-key",
    about=f"The first key is pressed by word {WHOLE.first_key}.",
    why="Whoever opens a game wants to do something. Two sentences are read before that, a page is not.",
    example=_example(_told("a", 4), _go("b"), _asked("c")),
)
def first_key(galley: Galley) -> Iterator[Problem]:
    """Beginnings that go on for too long before any key."""
    for told, most, where in _excesses(galley, lambda legs: [opening(legs).key], lambda of: of.first_key):
        what = f"the first key comes after {told.words} words {where}, at most {most}: put a 'go' before this"
        yield galley.at_step(told.lines[-1].id, f"{what}; told are {told}")


@rule(
    code="first-question",
    about=f"The first question, more than a 'go', comes by word {WHOLE.first_question}.",
    why="Pressing a key to read on is no play yet. The first choice is what tells a reader that it is one.",
    example=_example(*_floors("abcd"), _asked("e")),
)
def first_question(galley: Galley) -> Iterator[Problem]:
    """Beginnings that ask nothing for too long."""
    found = _excesses(galley, lambda legs: [opening(legs).question], lambda of: of.first_question)
    for told, most, where in found:
        what = f"the first question comes after {told.words} words {where}, at most {most}: ask sooner"
        yield galley.at_step(told.lines[-1].id, f"{what}; told are {told}")


@rule(
    code="run",
    about=f"From one question to the next, past every 'go', there are at most {WHOLE.run} words; "
    f"where only facts are told, {FACTS.run}.",
    why="A reader who is asked nothing for a page becomes a spectator. A montage counts where it is told. Much of "
    "what is asked is made up, and goes where only facts are told.",
    example=_example(_asked("q"), *_floors("abcde"), _asked("r")),
)
def run(galley: Galley) -> Iterator[Problem]:
    """Stretches in which too much is told and nothing asked."""
    for told, most, where in _excesses(galley, runs, lambda of: of.run):
        what = f"{told.words} words since the last question {where}, at most {most}: ask sooner, or say less"
        yield galley.at_step(told.lines[-1].id, f"{what}; told are {told}")


@rule(
    code="mean-run",
    about=f"On average there are at most {WHOLE.mean_run} words from one question to the next; "
    f"where only facts are told, {FACTS.mean_run}.",
    why="This is the pulse of the best games of the kind; measured over plays at random, the slowest counts.",
    example=_example(*(step for n in "abc" for step in (*_floors(n), _told(f"{n}-more", 4), _asked(f"{n}-q")))),
)
def mean_run(galley: Galley) -> Iterator[Problem]:
    """Cuts in which too little is asked."""
    for words, most, where in _typical_excesses(galley, lambda play: play.run, lambda of: of.mean_run):
        what = f"a question comes every {words:.0f} words on average {where}, at most {most}"
        yield galley.at_spine(f"{what}: ask more, or say less")


@rule(
    code="screen",
    about=f"One screen has at most {WHOLE.screen} words.",
    why="It has to fit a small terminal, and a tired reader. A 'go' parts it.",
    example=_example(_told("a", 3), _go("b"), _told("c", 7), _asked("d")),
)
def screen(galley: Galley) -> Iterator[Problem]:
    """Screens that are too full."""
    for told, most, where in _excesses(galley, screens, lambda of: of.screen):
        what = f"{told.words} words on one screen {where}, at most {most}: part it with a 'go', or say less"
        yield galley.at_step(told.lines[-1].id, f"{what}; told are {told}")


@rule(
    code="median-screen",
    about=f"Half of the screens have at most {WHOLE.median_screen} words.",
    why="Short screens are read whole. Measured over plays at random; the fullest play counts.",
    example=_example(*(step for n in "abc" for step in (_told(n, 4), _asked(f"{n}-q")))),
)
def median_screen(galley: Galley) -> Iterator[Problem]:
    """Cuts whose screens are too full."""
    for words, most, where in _typical_excesses(galley, lambda play: play.screen, lambda of: of.median_screen):
        what = f"half of the screens have more than {words:g} words {where}, at most {most}"
        yield galley.at_spine(f"{what}: part them with a 'go', or say less")


RULES: Final = (first_key, first_question, run, mean_run, screen, median_screen)
