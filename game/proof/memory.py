"""Memory: what a play can remember at some place, as far as the script itself tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from game.proof.leg import At
from game.proof.worlds import Asked, Known
from game.story.beat import Beat
from game.story.calendar import Cut
from game.story.condition import NIGHT_NAMES, Condition
from game.story.model import parts_of
from game.story.questions import AnyQuestion, Choose, Night, Tell
from game.story.state import Effects
from game.story.story import Story


class Memory:
    """The flags and kept numbers of a story in one cut.

    A name is down until a question that this cut asks can put it up. Flags that only different options of one
    question put up are never up together.
    """

    def __init__(self, story: Story, cut: Cut) -> None:
        self._first: dict[str, At] = {}
        self._givers: dict[str, set[tuple[str, int]]] = {}
        self.names = frozenset(flag.name for flag in story.spine.flags)
        for place, question in _questions(story, cut):
            for name, option in _given(question):
                self._first.setdefault(name, place)
                self._givers.setdefault(name, set()).add((question.id, option))
        self._numbers = {
            part.keep
            for at in range(len(story))
            for _, part in parts_of(story.scene(at))
            if isinstance(part, Tell)
        }

    def known(self, names: Iterable[str], at: At | None, given: Iterable[Known]) -> Iterator[Known]:
        """What is sure of these names for whoever has answered the question at a place; None is the beginning.

        ``given`` is known already, as from the answer: the flags that it puts up are.
        """
        up = {each.asked.condition.text for each in given if each.met}
        kept = sorted({*names} & (self.names | self._numbers | {*NIGHT_NAMES}))
        for name in kept:
            if not self._can_be_up(name, at, up):
                yield Known(Asked(_named(name), 0), met=False)
        for one, other in combinations(kept, 2):
            if self._apart(one, other):
                yield Known(Asked(_named(f"{one} and {other}"), 0), met=False)

    def _can_be_up(self, name: str, at: At | None, up: set[str]) -> bool:
        first = self._first.get(name)
        if first is None or at is None:
            return False
        return first < at or (first == at and (name in up or name not in self.names))

    def _apart(self, one: str, other: str) -> bool:
        both = self._givers.get(one, set()) | self._givers.get(other, set())
        return len({question for question, _ in both}) == 1 and not (
            self._givers.get(one, set()) & self._givers.get(other, set())
        )


def _questions(story: Story, cut: Cut) -> Iterator[tuple[At, AnyQuestion]]:
    for index in range(len(story)):
        if story.has(index, cut):
            for at, step in enumerate(story.scene(index).beats):
                if not isinstance(step, Beat) and step.is_in(cut):
                    yield At(index, at), step


def _given(question: AnyQuestion) -> Iterator[tuple[str, int]]:
    """The names that a question can put up, each with the option that does; other kinds are one option."""
    options = question.options if isinstance(question, Choose) else (question,)
    for at, option in enumerate(options):
        for _, part in parts_of(option):
            if isinstance(part, Effects):
                yield from ((name, at) for name in part.set)
    if isinstance(question, Tell):
        yield question.keep, 0
    if isinstance(question, Night):
        yield from ((name, 0) for name in NIGHT_NAMES)


@cache
def _named(text: str) -> Condition:
    return Condition(text)
