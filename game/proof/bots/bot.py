"""A bot: what somebody likes who plays a story, so that it can be played a thousand times while nobody looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Final

import msgspec

from game.proof.bots.open import Open, open_answers, open_uses
from game.story.fold import Moment
from game.story.questions import Answer, AnyQuestion, Renovation, Spend
from game.story.state import State

MOST_ANSWERS: Final = 20_000
"""After as many a play is taken to have no end."""


class Stuck(Exception):  # noqa: N818 - it is the bot that is stuck
    """A bot's answer is refused. The message says where, and why."""


class Memory(msgspec.Struct):
    """What a bot has met in all of its plays: how often each line was told, and each answer given."""

    lines: Counter[str] = msgspec.field(default_factory=Counter)
    answers: Counter[str] = msgspec.field(default_factory=Counter)


Taste = Callable[[Open, State, Memory], tuple[float, ...]]
"""How much a bot likes an answer that is open to it. Of those it likes the same, it takes one at random."""
Nightly = Callable[[Renovation, State, Random], Answer]
"""What a bot says next where a tower is renovated."""


class Bot(msgspec.Struct, frozen=True):
    """A simulated player.

    ``name`` is what it is called; ``about`` says how it plays. Without a ``taste`` it answers at random.
    ``remembers`` says that what it likes depends on its plays before this one.
    """

    name: str
    about: str
    taste: Taste | None
    nightly: Nightly
    remembers: bool = False


def answer_of(bot: Bot, moment: Moment, rng: Random, memory: Memory) -> Answer:
    """What a bot answers, which its memory keeps. Raises ``Stuck`` when the question does not take it."""
    question, state = moment.question, moment.state
    assert question is not None, "the story is over"
    if isinstance(question, Renovation):
        answer = bot.nightly(question, state, rng)
    elif bot.taste is None:
        answer = question.sample(state, rng)
    else:
        answer = _liked(bot.taste, question, state, rng, memory)
    if refusal := question.refusal(answer, state):
        raise Stuck(f"'{question.id}' does not take {answer!r}: {refusal}")
    memory.answers.update(names_of(question, answer))
    return answer


def names_of(question: AnyQuestion, answer: Answer) -> list[str]:
    """What an answer is counted under: *d06-dinner: table*. Nothing for answers that are no choice of a few."""
    if isinstance(question, Spend):
        return [f"{question.id}: {use}" for use, units in answer.items() if units]
    return [f"{question.id}: {answer}"] if isinstance(answer, str) and not isinstance(question, Renovation) else []


def _liked(taste: Taste, question: AnyQuestion, state: State, rng: Random, memory: Memory) -> Answer:
    def best(open_now: list[Open]) -> Open:
        return max(open_now, key=lambda each: (*taste(each, state, memory), rng.random()))

    if isinstance(question, Spend):
        spent: dict[str, int] = {}
        for _ in range(question.total):
            use = best(open_uses(question, state, spent)).answer
            spent[use] = spent.get(use, 0) + 1
        return spent
    return best(open_answers(question, state, rng)).answer
