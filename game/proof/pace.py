"""The rules of pace: when the first key is pressed, when something is asked, how much stands on one screen.

Counted are lines and what is asked. What is said of the longest is true of every play: see ``legs``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from game.proof.galley import Galley
from game.proof.leg import Leg, Told
from game.proof.legs import Legs
from game.proof.rule import Example, rule, scene
from game.story.calendar import CUTS, Cut
from game.story.problems import Problem

FIRST_KEY: Final = 35
FIRST_QUESTION: Final = 90
RUN: Final = 120
MEAN_RUN: Final = 60
SCREEN: Final = 60
MEDIAN_SCREEN: Final = 30
"""Words."""

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


class Opening(NamedTuple):
    """The words up to the first key press, and up to the first question."""

    key: Told
    question: Told


def opening(legs: Legs) -> Opening:
    """The longest beginning of a cut."""
    first = legs.at[None]
    key = max((leg.longest(leg.screens[0]) for leg in first), key=_words)
    return Opening(key, max((leg.longest(leg.lines) for leg in first), key=_words))


def longest_run(legs: Legs) -> int:
    """The most words from one question to the next, the beginning aside."""
    return max((told.words for told in _runs(legs)), default=0)


def longest_screen(legs: Legs) -> int:
    """The most words on one screen."""
    return max((told.words for told in _screens(legs)), default=0)


def _words(told: Told) -> int:
    return told.words


def _runs(legs: Legs) -> Iterator[Told]:
    return (leg.longest(leg.lines) for at, found in legs.at.items() if at is not None for leg in found)


def _screens(legs: Legs) -> Iterator[Told]:
    return (leg.longest(screen) for leg in _all(legs) for screen in leg.screens)


def _all(legs: Legs) -> Iterator[Leg]:
    return (leg for found in legs.at.values() for leg in found)


def _worst(found: dict[Cut, Iterable[Told]], most: int) -> Iterator[tuple[Told, str]]:
    """For every place where too much comes to an end, the longest that does, and in which cuts that is so."""
    worst: dict[str, Told] = {}
    cuts: dict[str, set[Cut]] = {}
    for cut, each in found.items():
        for told in each:
            if told.words > most:
                end = told.lines[-1].id
                cuts.setdefault(end, set()).add(cut)
                worst[end] = max(told, worst.get(end, told), key=_words)
    for end, told in worst.items():
        yield told, in_cuts(cuts[end])


def in_cuts(cuts: set[Cut]) -> str:
    """Where something is so: *in every cut*, or in which."""
    if cuts == {*CUTS}:
        return "in every cut"
    return f"in the cut{'s' if len(cuts) > 1 else ''} {', '.join(cut for cut in CUTS if cut in cuts)}"


@rule(
    code="first-key",
    about=f"The first key is pressed by word {FIRST_KEY}.",
    why="Whoever opens a game wants to do something. Two sentences are read before that, a page is not.",
    example=_example(_told("a", 4), _go("b"), _asked("c")),
)
def first_key(galley: Galley) -> Iterator[Problem]:
    """Beginnings that go on for too long before any key."""
    found: dict[Cut, Iterable[Told]] = {cut: [opening(legs).key] for cut, legs in galley.legs.items()}
    for told, where in _worst(found, FIRST_KEY):
        what = f"the first key comes after {told.words} words {where}, at most {FIRST_KEY}: put a 'go' before this"
        yield galley.at_step(told.lines[-1].id, f"{what}; told are {told}")


@rule(
    code="first-question",
    about=f"The first question, more than a 'go', comes by word {FIRST_QUESTION}.",
    why="Pressing a key to read on is no play yet. The first choice is what tells a reader that it is one.",
    example=_example(*_floors("abcd"), _asked("e")),
)
def first_question(galley: Galley) -> Iterator[Problem]:
    """Beginnings that ask nothing for too long."""
    found: dict[Cut, Iterable[Told]] = {cut: [opening(legs).question] for cut, legs in galley.legs.items()}
    for told, where in _worst(found, FIRST_QUESTION):
        what = f"the first question comes after {told.words} words {where}, at most {FIRST_QUESTION}: ask sooner"
        yield galley.at_step(told.lines[-1].id, f"{what}; told are {told}")


@rule(
    code="run",
    about=f"From one question to the next, past every 'go', there are at most {RUN} words.",
    why="A reader who is asked nothing for a page becomes a spectator. A montage counts where it is told.",
    example=_example(_asked("q"), *_floors("abcde"), _asked("r")),
)
def run(galley: Galley) -> Iterator[Problem]:
    """Stretches in which too much is told and nothing asked."""
    for told, where in _worst({cut: _runs(legs) for cut, legs in galley.legs.items()}, RUN):
        what = f"{told.words} words since the last question {where}, at most {RUN}: ask sooner, or say less"
        yield galley.at_step(told.lines[-1].id, f"{what}; told are {told}")


@rule(
    code="mean-run",
    about=f"On average there are at most {MEAN_RUN} words from one question to the next.",
    why="This is the pulse of the best games of the kind; measured over plays at random, the slowest counts.",
    example=_example(*(step for n in "abc" for step in (*_floors(n), _told(f"{n}-more", 4), _asked(f"{n}-q")))),
)
def mean_run(galley: Galley) -> Iterator[Problem]:
    """Cuts in which too little is asked."""
    for cut, each in galley.typical.items():
        if each.run > MEAN_RUN:
            what = f"a question comes every {each.run:.0f} words on average in the cut {cut}, at most {MEAN_RUN}"
            yield galley.at_spine(f"{what}: ask more, or say less")


@rule(
    code="screen",
    about=f"One screen has at most {SCREEN} words.",
    why="It has to fit a small terminal, and a tired reader. A 'go' parts it.",
    example=_example(_told("a", 3), _go("b"), _told("c", 7), _asked("d")),
)
def screen(galley: Galley) -> Iterator[Problem]:
    """Screens that are too full."""
    for told, where in _worst({cut: _screens(legs) for cut, legs in galley.legs.items()}, SCREEN):
        what = f"{told.words} words on one screen {where}, at most {SCREEN}: part it with a 'go', or say less"
        yield galley.at_step(told.lines[-1].id, f"{what}; told are {told}")


@rule(
    code="median-screen",
    about=f"Half of the screens have at most {MEDIAN_SCREEN} words.",
    why="Short screens are read whole. Measured over plays at random; the fullest play counts.",
    example=_example(*(step for n in "abc" for step in (_told(n, 4), _asked(f"{n}-q")))),
)
def median_screen(galley: Galley) -> Iterator[Problem]:
    """Cuts whose screens are too full."""
    for cut, each in galley.typical.items():
        if each.screen > MEDIAN_SCREEN:
            what = f"half of the screens have more than {each.screen:g} words in the cut {cut}"
            yield galley.at_spine(f"{what}, at most {MEDIAN_SCREEN}: part them with a 'go', or say less")


RULES: Final = (first_key, first_question, run, mean_run, screen, median_screen)
