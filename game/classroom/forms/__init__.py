"""The forms, one for each kind of question, under the word that the kind has in a script: its fourth place.

Five shapes serve them all. A kind that is not here is not voted about: the presenter goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from game.classroom.forms import crew
from game.classroom.forms.base import Bar, Choice, Form, Vote
from game.classroom.forms.guess import Guess
from game.classroom.forms.order import Order
from game.classroom.forms.pick import Pick
from game.classroom.forms.scale import Scale
from game.classroom.forms.share import Place, Share
from game.story.questions import Arrange, Choose, Find, Predict, Renovation, Spend, Tell
from game.story.state import State

AnyForm = Pick | Guess | Share | Order | Scale

__all__ = [
    "AnyForm",
    "Bar",
    "Choice",
    "Form",
    "Guess",
    "Order",
    "Pick",
    "Place",
    "Scale",
    "Share",
    "Vote",
    "form_of",
]


def form_of(question: Any, state: State, seed: int) -> AnyForm | None:
    """The form of a question as it stands; None where there is nothing to vote about."""
    made = FORMS.get(question.kind)
    return made(question, state, seed) if made else None


def _choose(question: Choose, state: State, seed: int) -> Pick:  # noqa: ARG001
    shown = (Choice(each.id, each.text, each.struck(state)) for each in question.shown(state))
    return Pick(text=question.text, choices=tuple(shown))


def _find(question: Find, state: State, seed: int) -> Pick:  # noqa: ARG001
    done = {move.id: move.shows for move in question.moves(state)}
    texts = {each.id: f"{each.text}, {each.minutes} min" for each in question.readings}
    texts |= {each.id: f"{question.parts_title}: {each.text}, {question.minutes} min" for each in question.parts}
    return Pick(text=question.text, choices=tuple(Choice(name, texts[name], done.get(name, "")) for name in texts))


def _predict(question: Predict, state: State, seed: int) -> Guess:  # noqa: ARG001
    choices = tuple(Choice(each.id, each.text) for each in question.answers)
    lowest, highest = int(question.lowest or 0), int(question.highest or 0)
    return Guess(text=question.text, choices=choices, unit=question.unit, lowest=lowest, highest=highest)


def _spend(question: Spend, state: State, seed: int) -> Share:  # noqa: ARG001
    places = (
        Place(use.id, use.text, question.room(use, state), use.struck(state)) for use in question.shown(state)
    )
    return Share(text=question.text, total=question.total, unit=question.unit, places=tuple(places))


def _arrange(question: Arrange, state: State, seed: int) -> Order:  # noqa: ARG001
    return Order(text=question.text, choices=tuple(Choice(item.id, item.text) for item in question.dealt(seed)))


def _tell(question: Tell, state: State, seed: int) -> Scale:  # noqa: ARG001
    return Scale(text=question.text, ends=question.ends)


def _renovation(question: Renovation, state: State, seed: int) -> Pick | None:  # noqa: ARG001
    if not question.begun(state):
        return None
    sitting = question.sitting(state)
    return Pick(text=crew.NEXT_MOVE if sitting.night.minute else question.text, choices=crew.moves(sitting))


FORMS: Final[dict[str, Callable[[Any, State, int], AnyForm | None]]] = {
    "choose": _choose,
    "find": _find,
    "predict": _predict,
    "spend": _spend,
    "arrange": _arrange,
    "tell": _tell,
    "fix": _renovation,
    "night": _renovation,
}
