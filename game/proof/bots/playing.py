"""One play of a bot, and many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from game.proof.bots.bot import MOST_ANSWERS, Bot, Memory, Stuck, answer_of
from game.proof.plays import measured, moments
from game.story.calendar import Cut
from game.story.endings import ending_of
from game.story.fold import Moment
from game.story.questions import Go
from game.story.state import State
from game.story.story import Story


class Played(NamedTuple):
    """A play of a bot to its end.

    ``words`` and ``seconds`` are reckoned as in the report of a script. ``asked`` are the questions, a night being
    one and a ``go`` being none; ``answers`` are all of them, with every ``go`` and every move.
    """

    bot: str
    seed: int
    words: int
    seconds: float
    asked: int
    answers: int
    end: State
    ending: str


class Failed(NamedTuple):
    """A play that raised an error: where it had come to, and what was wrong."""

    bot: str
    seed: int
    where: str
    what: str


def play(bot: Bot, story: Story, cut: Cut, seed: int, memory: Memory) -> Played | Failed:
    """One play. What is told and answered in it is kept in the memory."""
    rng = Random(seed)
    seen: list[Moment] = []
    try:
        for moment in moments(story, cut, lambda moment: answer_of(bot, moment, rng, memory)):
            memory.lines.update(beat.id for beat in moment.beats)
            seen.append(moment)
            if len(seen) > MOST_ANSWERS:
                raise Stuck(f"no end after {MOST_ANSWERS:,} answers")
    except Exception as error:  # whatever may go wrong in a play is what bots are for
        return Failed(bot.name, seed, _place(seen), _told(error))
    found, end = measured(story, cut, seen), seen[-1].state
    ending = None if story.facts_only else ending_of(story, end)
    asked = sum(not each.stays and each.question is not None and not isinstance(each.question, Go) for each in seen)
    return Played(
        bot.name, seed, found.words, found.seconds, asked, len(seen) - 1, end, ending.id if ending else ""
    )


def _place(seen: Sequence[Moment]) -> str:
    if not seen:
        return "the beginning"
    last = seen[-1]
    return last.question.id if last.question else last.scene.id


def _told(error: Exception) -> str:
    return str(error) if isinstance(error, Stuck) else f"{type(error).__name__}: {error}"


def many(
    bots: Sequence[Bot], story: Story, cut: Cut, *, plays: int, first: int, memories: dict[str, Memory]
) -> Iterator[Played | Failed]:
    """So many plays, dealt out among the bots as evenly as can be. The seeds of each are ``first`` and up."""
    for at, bot in enumerate(bots):
        memory = memories.setdefault(bot.name, Memory())
        for number in range(plays // len(bots) + (at < plays % len(bots))):
            yield play(bot, story, cut, first + number, memory)
