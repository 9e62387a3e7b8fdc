"""The bots there are. A new one is a line here, and its taste."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from game.errors import ForPeople
from game.proof.bots.bot import Bot, Memory
from game.proof.bots.nights import hasty, sampled, thorough
from game.proof.bots.open import Open
from game.story.condition import GAUGE_NAMES
from game.story.problems import did_you_mean
from game.story.state import MOST, State


def _least_used(answer: Open, _: State, memory: Memory) -> tuple[float, ...]:
    """An answer given least often so far; of several, one that tells a line told least often."""
    lines = (memory.lines[beat.id] for beat in answer.then)
    return -memory.answers[answer.name], -min(lines, default=0)


def _tired(answer: Open, _: State, __: Memory) -> tuple[float, ...]:
    """Whatever costs most rest; a night worked late and a corner cut are worth three of it."""
    effects = answer.effects
    return (-effects.rest + 3 * (effects.late + effects.corner),)


def _careful(answer: Open, state: State, _: Memory) -> tuple[float, ...]:
    """Whatever fills the gauges, the emptiest first; no late nights and no corners for it."""
    effects = answer.effects
    filled = sum((MOST - getattr(state, name)) * getattr(effects, name) for name in GAUGE_NAMES)
    return -(effects.late + effects.corner), filled


def _first(answer: Open, _: State, __: Memory) -> tuple[float, ...]:
    return (-answer.place,)


BOTS: Final[dict[str, Bot]] = {
    bot.name: bot
    for bot in (
        Bot("random", "answers at random, in everything", None, sampled),
        Bot("least-used", "gives the answer that it has given least often", _least_used, sampled, remembers=True),
        Bot("tired", "takes what costs most rest, works late, cuts corners", _tired, sampled),
        Bot("careful", "keeps its gauges up; by night it reads until it is sure", _careful, thorough),
        Bot("speed-reader", "gives the first open answer; by night it throws the switch at once", _first, hasty),
    )
}


class NoBot(ForPeople):
    """There is no such bot. The message names those that there are."""


def bot_named(name: str) -> Bot:
    """The bot of this name. Raises ``NoBot``, in words."""
    if name not in BOTS:
        raise NoBot(f"There is no bot '{name}'{did_you_mean(name, BOTS)}. Bots: {', '.join(BOTS)}.")
    return BOTS[name]


def bots_named(names: Iterable[str]) -> tuple[Bot, ...]:
    """The bots of these names, each once; all of them when there is none. Raises ``NoBot``, in words."""
    return tuple(bot_named(name) for name in dict.fromkeys(names)) or tuple(BOTS.values())
