"""One play of a bot, and many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from game.proof.bots.bot import MOST_ANSWERS, Bot, Memory, Stuck, answer_of
from game.proof.plays import measured, moments
from game.story.calendar import Cut
from game.story.condition import GAUGE_NAMES, PLAYED_BEFORE
from game.story.endings import ending_of
from game.story.fold import Moment
from game.story.questions import Answer, Go
from game.story.state import State
from game.story.story import Story


class Played(NamedTuple):
    """A play of a bot to its end.

    ``words`` and ``seconds`` are reckoned as in the report of a script. ``asked`` are the questions, a night being
    one and a ``go`` being none; ``answers`` are all of them, with every ``go`` and every move. ``reached`` is how
    low each gauge stood at some time, and how high.
    """

    bot: str
    seed: int
    words: int
    seconds: float
    asked: int
    answers: int
    end: State
    ending: str
    reached: dict[str, tuple[int, int]]


class Failed(NamedTuple):
    """A play that raised an error: where it had come to, and what was wrong."""

    bot: str
    seed: int
    where: str
    what: str


def played_before(seed: int) -> bool:
    """Whether the bot has played before, as every other player has: where the seed is even."""
    return seed % 2 == 0


def flags_of(seed: int) -> frozenset[str]:
    """The flags that are up as the play of this seed begins."""
    return frozenset({PLAYED_BEFORE} if played_before(seed) else ())


def player(bot: Bot, seed: int, memory: Memory) -> Callable[[Moment], Answer]:
    """What answers for the bot in the play of this seed. What it is told and answers is kept in its memory."""
    rng = Random(seed)

    def answer(moment: Moment) -> Answer:
        memory.lines.update(beat.id for beat in moment.beats)
        return answer_of(bot, moment, rng, memory)

    return answer


def play(bot: Bot, story: Story, cut: Cut, seed: int, memory: Memory) -> Played | Failed:
    """One play."""
    seen: list[Moment] = []
    try:
        for moment in moments(story, cut, player(bot, seed, memory), flags_of(seed)):
            seen.append(moment)
            if len(seen) > MOST_ANSWERS:
                return Failed(bot.name, seed, _place(seen), f"no end after {MOST_ANSWERS:,} answers")
    except Exception as error:  # whatever may go wrong in a play is what bots are for
        return Failed(bot.name, seed, _place(seen), told(error))
    end = seen[-1]
    memory.lines.update(beat.id for beat in end.beats)
    found = measured(story, cut, seen)
    ending = None if story.facts_only else ending_of(story, end.state)
    return Played(
        bot.name,
        seed,
        words=found.words,
        seconds=found.seconds,
        asked=sum(_asks(moment) for moment in seen),
        answers=len(seen) - 1,
        end=end.state,
        ending=ending.id if ending else "",
        reached={name: _reached(seen, name) for name in GAUGE_NAMES},
    )


def _reached(seen: Sequence[Moment], gauge: str) -> tuple[int, int]:
    values = [getattr(moment.state, gauge) for moment in seen]
    return min(values), max(values)


def _asks(moment: Moment) -> bool:
    """Whether a question is asked here that is more than a go, for the first time."""
    return not (moment.stays or moment.question is None or isinstance(moment.question, Go))


def _place(seen: Sequence[Moment]) -> str:
    if not seen:
        return "the beginning"
    last = seen[-1]
    return last.question.id if last.question else last.scene.id


def told(error: Exception) -> str:
    """What went wrong, in one line."""
    words = " ".join(str(error).split())
    return words if isinstance(error, Stuck) else f"{type(error).__name__}: {words}"


def many(
    bots: Sequence[Bot], story: Story, cut: Cut, *, plays: int, first: int, memories: dict[str, Memory]
) -> Iterator[Played | Failed]:
    """So many plays, dealt out among the bots as evenly as can be. The seeds of each are ``first`` and up."""
    for at, bot in enumerate(bots):
        memory = memories.setdefault(bot.name, Memory())
        for number in range(plays // len(bots) + (at < plays % len(bots))):
            yield play(bot, story, cut, first + number, memory)
