"""What is open to whoever is asked: the answers among which a bot chooses, and what each comes to."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import NamedTuple

from game.story.beat import AnyBeat
from game.story.questions import Answer, AnyQuestion, Arrange, Choose, Find, Predict, Spend, Tell
from game.story.questions.base import Offer
from game.story.questions.predict import SURE
from game.story.questions.tell import SCALE
from game.story.state import NOTHING, Effects, State


class Open(NamedTuple):
    """An answer that is not refused. ``place`` is where it stands among the others, from 0.

    ``name`` is what it is counted under; ``effects`` and ``then`` are what it leads to, where that is known.
    """

    answer: Answer
    place: int
    name: str = ""
    effects: Effects = NOTHING
    then: tuple[AnyBeat, ...] = ()


def open_answers(question: AnyQuestion, state: State, rng: Random) -> list[Open]:
    """Some of the answers that are open, all of them where they are few. What is spent is in ``open_uses``."""
    match question:
        case Choose():
            options = [option for option in question.shown(state) if not option.struck(state)]
            return [Open(o.id, at, _name(question, o), o.effects, o.then) for at, o in enumerate(options)]
        case Arrange():
            ways = (question.order, question.right), (question.order[::-1], question.wrong)
            return [Open(list(order), at, "", way.effects, way.then) for at, (order, way) in enumerate(ways)]
        case Find():
            untried = [name for name in question.ids if name not in state.table]
            return [Open(name, at, f"{question.id}: {name}") for at, name in enumerate(untried)]
        case Predict():
            guesses = [{"guess": guess, "sure": rng.choice(SURE)} for guess in _guesses(question)]
            return [Open(guess, at) for at, guess in enumerate(guesses)]
        case Tell():
            return [Open(number, at) for at, number in enumerate(SCALE)]
        case _:
            return [Open(question.sample(state, rng), 0)]


def _guesses(question: Predict) -> list[str] | list[float]:
    """Every answer, or the least, the middle and the most of the numbers."""
    if question.answers:
        return [each.id for each in question.answers]
    lowest, highest = question.lowest or 0, question.highest or 0
    return [lowest, max(lowest, (lowest + highest) // 2), highest]


def open_uses(question: Spend, state: State, spent: Mapping[str, int]) -> list[Open]:
    """What the next unit can go to, when so much is spent already."""
    uses = [use for use in question.shown(state) if spent.get(use.id, 0) < question.room(use, state)]
    return [Open(use.id, at, _name(question, use), use.each, use.then) for at, use in enumerate(uses)]


def _name(question: AnyQuestion, offer: Offer) -> str:
    return f"{question.id}: {offer.id}"
