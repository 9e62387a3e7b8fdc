"""What a prompt can do: put a question into numbered lines, and read what is typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Generic, NamedTuple, TypeVar

from game.story.fold import Moment
from game.story.questions import Answer, Question
from game.story.state import State
from game.words import bare, sentence, stretches

Q = TypeVar("Q", bound=Question)

NUMBER: Final = re.compile(r"[0-9]{1,9}")


class Unclear(Exception):  # noqa: N818 - said to a player, not to a programmer
    """What was typed is no answer. The message says why, and what would be one."""


class More(Exception):  # noqa: N818 - half an answer is no error
    """What was typed is the first half of an answer. The message asks for the other half."""


class Later(Exception):  # noqa: N818 - the line is fine, only early
    """Nothing but going on is asked here: what was typed answers the next question, and ``answer`` this one."""

    def __init__(self, answer: Answer = None) -> None:
        super().__init__()
        self.answer = answer


class Shown(Exception):  # noqa: N818 - a wish to look
    """What was typed asks to see something. These are the ``lines``; the question is still asked."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__()
        self.lines = list(lines)


class Asked(NamedTuple):
    """What a prompt has to know beside its question.

    ``scripted`` tells that the lines come from a file or a program, and nobody is typing them.
    """

    state: State
    seed: int
    scripted: bool = False
    again: bool = False

    @classmethod
    def at(cls, moment: Moment, seed: int, *, scripted: bool = False) -> Asked:
        """What there is to know at a moment. ``again`` when the question had a move made in it before."""
        return cls(moment.state, seed, scripted, moment.stays)


class Prompt(Generic[Q]):
    """A kind of question in lines. Stateless: one of each serves every question of its kind."""

    def title(self, question: Q) -> str:
        """The question itself."""
        return question.text

    def listing(self, question: Q, asked: Asked) -> Iterator[str]:  # noqa: ARG002
        """What there is to choose from, numbered."""
        yield from ()

    def hint(self, question: Q, asked: Asked) -> str:
        """What to type, told the first time a question of this kind is asked."""
        raise NotImplementedError

    def brief(self, question: Q, asked: Asked) -> str:
        """What to type, told from then on; nothing where the title says it."""
        raise NotImplementedError

    def standing(self, question: Q, asked: Asked) -> Iterator[str]:  # noqa: ARG002
        """How it stands after a move, where the question stays for another."""
        yield from ()

    def read(self, typed: str, question: Q, asked: Asked) -> Answer:
        """The answer that was typed. Raises ``Unclear``, ``More``, ``Later`` or ``Shown`` when it is none."""
        raise NotImplementedError

    def heard(self, question: Q, answer: Answer, asked: Asked) -> str:  # noqa: ARG002
        """How an answer was understood, so that a slip of the finger is noticed."""
        return sentence(f"You: {bare(question.said(answer))}")

    def recalled(self, question: Q, answer: Answer, asked: Asked) -> Iterator[str]:
        """Question and answer in the log."""
        if not asked.again:
            yield sentence(self.title(question))
        yield self.heard(question, answer, asked)


def numbered(lines: Iterable[str]) -> Iterator[str]:
    """Lines with their numbers, from 1."""
    return (f"{number}. {line}" for number, line in enumerate(lines, 1))


def offered(text: str, struck: str) -> str:
    """Something on the list, or why it is not open."""
    return f"(not open: {bare(struck)}) {text}" if struck else text


def picked(typed: str, of: int) -> int:
    """The place, from 0, that a typed number stands for. Raises ``Unclear`` when there is no such place."""
    number = typed.rstrip(".)")
    if not NUMBER.fullmatch(number) or not 1 <= int(number) <= of:
        raise Unclear(f"Not understood. Type a number from 1 to {of}, or help.")
    return int(number) - 1


def numbers(typed: str) -> list[int]:
    """Whole numbers with spaces or commas between. Raises ``Unclear`` when there is anything else."""
    parts = re.split(r"[\s,;]+", typed.strip())
    if not all(NUMBER.fullmatch(part) for part in parts):
        raise Unclear("Not understood. Type numbers with spaces between.")
    return [int(part) for part in parts]


def either(numbers: Iterable[int]) -> str:
    """The numbers that can be typed: *1 or 2*, *1 to 4*, *1, 3 or 5 to 8*."""
    return stretches(numbers, "or")
