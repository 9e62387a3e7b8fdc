"""A leg: the way from one question to the next, with every line that may be told on it."""

from __future__ import annotations

from typing import NamedTuple

from game.proof.worlds import Asked, Known, best, possible
from game.story.beat import AnyBeat
from game.story.condition import Condition
from game.story.minutes import taken
from game.story.questions import AnyQuestion


class At(NamedTuple):
    """Where a question stands: the scene's place in the story, the step's in the scene."""

    scene: int
    step: int


class Line(NamedTuple):
    """Something that counts: a beat or what is asked, its words, and the condition it is told on, if any."""

    id: str
    words: int
    seconds: float
    asked: Asked | None = None


Lines = tuple[Line, ...]


class Told(NamedTuple):
    """How many words of some lines can be told in one play, and which lines those are."""

    words: int
    lines: Lines

    def __str__(self) -> str:
        return ", ".join(f"{line.id} {line.words}" for line in self.lines)


class Leg(NamedTuple):
    """``screens`` end where a key is pressed. ``known`` has to be so for this leg; ``to`` is where it ends."""

    screens: tuple[Lines, ...]
    known: tuple[Known, ...]
    to: At | None

    @property
    def lines(self) -> Lines:
        """All of it, screen after screen."""
        return tuple(line for screen in self.screens for line in screen)

    def longest(self, lines: Lines) -> Told:
        """The most words that some of its lines come to."""
        told = _told(lines, self.known, [float(line.words) for line in lines])
        return Told(sum(line.words for line in told), told)

    def most(self, *, of_seconds: bool = False) -> float:
        """The most words, or seconds, that the leg comes to."""
        return self._sum(of_seconds, 1)

    def least(self, *, of_seconds: bool = False) -> float:
        """The fewest words, or seconds."""
        return self._sum(of_seconds, -1)

    def _sum(self, of_seconds: bool, sign: int) -> float:
        lines = self.lines
        sizes = [line.seconds if of_seconds else float(line.words) for line in lines]
        told = _told(lines, self.known, [sign * size for size in sizes])
        return sum(size for line, size in zip(lines, sizes, strict=True) if line in told)


def _told(lines: Lines, known: tuple[Known, ...], gains: list[float]) -> Lines:
    """The lines that are told in the world in which the gain is largest."""
    weighed = tuple((line.asked, gain) for line, gain in zip(lines, gains, strict=True) if line.asked is not None)
    found = best(weighed, known)
    assert found is not None, "a leg that cannot be walked is never made"
    met = iter(found.met)
    return tuple(line for line in lines if line.asked is None or next(met))


class Road(NamedTuple):
    """A leg under way."""

    screens: tuple[Lines, ...]
    known: tuple[Known, ...]

    def met(self, condition: Condition, day: int, *, met: bool) -> Road | None:
        """The road where a condition is met, or is not; None where that cannot be."""
        known = (*self.known, Known(Asked(condition, day), met=met))
        return self._replace(known=known) if possible(known) else None

    def tell(self, beat: AnyBeat, day: int) -> Road:
        """The road with a beat on the screen."""
        return self._with(beat, Asked(beat.when, day) if beat.when is not None else None)

    def ask(self, question: AnyQuestion) -> Road:
        """The road with a question under the screen."""
        return self._with(question, None)

    def _with(self, step: AnyBeat | AnyQuestion, asked: Asked | None) -> Road:
        words = len(step.text.split())
        line = Line(step.id, words, taken(words, step.kind), asked)
        return self._replace(screens=(*self.screens[:-1], (*self.screens[-1], line)))
