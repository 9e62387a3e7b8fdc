"""Questions that cost nothing, as data: a word, what may stand behind it, what it tells. Help is made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from game.plain.talk import last_of
from game.plain.tower.plan import circuit_in_words, flat_in_words, floor_in_words, plan_in_words, riser_in_words
from game.plain.tower.words import log_in_words, marks_in_words, status
from game.tower.flats import RISERS
from game.tower.moves import Breaker, Survey
from game.tower.saying import card
from game.tower.sitting import Sitting
from game.tower.spoken import Unclear, flat_of, move_of

_FLAT: Final = re.compile(r"[0-9]+[a-z]", re.IGNORECASE)


class Ask(NamedTuple):
    """A word, the others that mean the same, what stands behind it, what it tells in words, and its lines."""

    words: tuple[str, ...]
    takes: str
    means: str
    lines: Callable[[Sitting, str], Iterable[str]]


def answer(sitting: Sitting, typed: str) -> list[str] | None:
    """The lines that a question is answered with, or None where the line is no question.

    A flat's name alone asks for that flat. Raises ``Unclear`` where there is no such flat or line.
    """
    word, _, operand = typed.strip().lower().partition(" ")
    operand = operand.strip()
    if _FLAT.fullmatch(word) and not operand:
        word, operand = "flat", word
    ask = next((ask for ask in ASKS if word in ask.words), None)
    if ask is None:
        return None
    if operand and not ask.takes:
        raise Unclear(f"Say {word}, and no more.")
    return list(ask.lines(sitting, operand))


def help_lines() -> Iterator[str]:
    """Every word of a night: what it does, and the minutes that it takes."""
    yield "Moves, with the minutes they take:"
    yield from MOVES
    yield "Marks and hints take none:"
    yield from MARKS
    yield "Nor do questions:"
    for ask in ASKS:
        yield f"{' or '.join(ask.words)}{f' {ask.takes}' * bool(ask.takes)}: {ask.means}."


def _floor(sitting: Sitting, name: str) -> Iterator[str]:
    move = move_of(sitting.night.building, f"survey {_named(name, 'floor 4')}")
    assert isinstance(move, Survey)
    return floor_in_words(sitting, move.floor)


def _riser(sitting: Sitting, name: str) -> Iterator[str]:
    """Also of one part of a riser: it is told with the whole."""
    letters = RISERS[: sitting.night.building.cols]
    riser = letters.find(_named(name, "riser C")[0].upper())
    if riser < 0 or name[1:] not in ("", "1", "2"):
        raise Unclear(f"There is no riser {name.upper()}. Risers run from A to {letters[-1]}.")
    return riser_in_words(sitting, riser)


def _circuit(sitting: Sitting, name: str) -> Iterator[str]:
    move = move_of(sitting.night.building, f"breaker {_named(name, 'circuit d')}")
    assert isinstance(move, Breaker)
    return circuit_in_words(sitting, move.circuit)


def _flat(sitting: Sitting, name: str) -> Iterator[str]:
    return flat_in_words(sitting, flat_of(sitting.night.building, _named(name, "flat 3B")))


def _named(name: str, example: str) -> str:
    if not name:
        raise Unclear(f"Say which, like {example}.")
    return name


def _log(sitting: Sitting, last: str) -> list[str]:
    return last_of(list(log_in_words(sitting)), last)


MOVES: Final = (
    "survey 4: count the faulty flats left on floor 4; 10 minutes.",
    "fill C: let water climb riser C to its lowest fault; 20. A riser in two parts is filled as C1 and C2.",
    "breaker d: close the breaker of circuit d; it holds if nothing is left there; 5.",
    "open 3B: look into a flat; 10.",
    "fix 3B: fix a flat; 20.",
    "switch: light the tower; 5, and a dark hour if a fault is left anywhere.",
)
MARKS: Final = (
    "sound 3B 4C, faulty 3B: mark flats as you have worked them out. clear 3B, or clear alone, takes marks away.",
    "undo, redo: take a mark back, bring it back.",
    "hint: where to look; again, why; once more, and it is done for you.",
)
ASKS: Final = (
    Ask(("plan",), "", "the whole tower in words", lambda sitting, _: plan_in_words(sitting)),
    Ask(("floor",), "4", "what is known of a floor", _floor),
    Ask(("riser",), "C", "what is known of a riser", _riser),
    Ask(("circuit",), "d", "the flats of a circuit, and what is known of them", _circuit),
    Ask(("flat",), "3B", "what is known of a flat; its name alone will do", _flat),
    Ask(
        ("status", "left"),
        "",
        "the time, what is found and fixed, the chance of the switch",
        lambda sitting, _: [status(sitting)],
    ),
    Ask(("marks",), "", "what you have marked", lambda sitting, _: marks_in_words(sitting)),
    Ask(("log",), "[how many]", "the night so far, or only its last lines", _log),
    Ask(("card",), "", "the rules", lambda sitting, _: card(sitting.timing)),
)
WORDS: Final = tuple(word for ask in ASKS for word in ask.words)
"""Every word of a question."""
