"""Keeping a bot's play as a run, to be opened, printed and gone on with like anybody's."""

from __future__ import annotations

from typing import NamedTuple

from game.errors import ForPeople
from game.library import Library
from game.proof.bots.bot import MOST_ANSWERS, Bot, Memory
from game.proof.bots.players import bot_named
from game.proof.bots.playing import play, played_before, player, told
from game.run import Run
from game.story.calendar import Cut


class NoPlay(ForPeople):
    """This is no play of a bot. The message says how one is written."""


class Wanted(NamedTuple):
    """A play of a bot: the bot, and the play's seed."""

    bot: Bot
    seed: int


def wanted(words: str) -> Wanted:
    """What is meant by *careful:17*. Raises ``NoPlay`` or ``NoBot``, in words."""
    name, colon, seed = words.partition(":")
    if not (colon and name and seed.isdecimal() and len(seed) < 19):
        raise NoPlay(f"A play is written as its bot and its seed, like careful:17, not '{words}'.")
    return Wanted(bot_named(name), int(seed))


def keep(library: Library, play_of: Wanted, *, cut: Cut, facts_only: bool, first: int) -> Run:
    """Play it once more, as a run in the library, named after the bot and the seed.

    A bot that remembers first plays what came before, from the seed ``first`` on. Where the play raises an error
    it ends, and the run's ``notice`` says so. Raises ``Refused`` when the name is taken.
    """
    bot, seed = play_of
    name, before = f"bot-{bot.name}-{seed}", played_before(seed)
    run = library.new(name, cut=cut, seed=seed, facts_only=facts_only, played_before=before)
    memory = Memory()
    for earlier in range(first, seed) if bot.remembers else ():
        play(bot, run.story, cut, earlier, memory)
    answer = player(bot, seed, memory)
    try:
        while run.now().question is not None and len(run.past()) < MOST_ANSWERS:
            run.answer(answer(run.now()))
    except Exception as error:  # the very play that somebody wants to look into
        run.notice = f"It goes no further: {told(error)}"
    return run
