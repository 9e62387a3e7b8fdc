"""Digits: answers for the room that one key gives, without a vote."""

from __future__ import annotations

from game.classroom.forms import AnyForm, Choice, Guess, Pick, Scale, Vote
from game.story.questions.tell import SCALE


def lines_of(form: AnyForm | None) -> tuple[Choice, ...]:
    """The lines of a form that have a digit each; none where it is not answered by one line."""
    return form.choices if isinstance(form, Pick | Guess) else ()


def answer_under(form: AnyForm | None, number: int) -> Vote | None:
    """The answer that a digit stands for; None where it stands for none. Nobody says how sure a guess is."""
    if isinstance(form, Scale):
        return number if number in SCALE else None
    choices = lines_of(form)
    if number > len(choices):
        return None
    name = choices[number - 1].id
    return {"guess": name} if isinstance(form, Guess) else name
