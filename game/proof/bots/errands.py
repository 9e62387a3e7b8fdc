"""What ``bots`` does on the command line."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from typing import Final

from game.errors import ForPeople
from game.journal import SEEDS
from game.library import Library
from game.proof.bots.gathered import as_json, gather
from game.proof.bots.keeping import keep, wanted
from game.proof.bots.players import bots_named
from game.proof.bots.shown import shown
from game.story.story import Story

MOST_PLAYS: Final = 100_000


class CannotBe(ForPeople):
    """Numbers that no play can have. The message says which ones it can."""


class NotKept(ForPeople):
    """A play that came to nothing that can be kept. The message says why."""

    exit_code = 1


def playing(story: Story, args: Namespace) -> Callable[[], int]:
    """Let the bots play and report. The errand returns 1 where the report is not ``sound``."""
    bots = bots_named(args.bot)
    if not 1 <= args.plays <= MOST_PLAYS:
        raise CannotBe(f"Let them play 1 to {MOST_PLAYS:,} times, not {args.plays:,}.")
    _refuse_wild(args.seed)
    told = story.without_fiction(args.cut) if args.facts_only else story

    def play() -> int:
        found = gather(bots, told, args.cut, plays=args.plays, first=args.seed)
        sys.stdout.write(f"{as_json(found) if args.json else shown(found, ascii_only=args.ascii)}\n")
        return 0 if found.sound else 1

    return play


def keeping(library: Library, args: Namespace) -> Callable[[], int]:
    """Keep one play as a run. The errand returns 1 where the play raised an error, or cannot be kept."""
    play = wanted(args.keep)
    _refuse_wild(args.seed)

    def keep_it() -> int:
        run = keep(library, play, cut=args.cut, facts_only=args.facts_only, first=args.seed)
        if run.trouble or not run.past():
            raise NotKept(f"{run.name} is not kept: {run.trouble or run.notice or 'it asks nothing'}.")
        sys.stdout.write(f"{run.name} is kept. To see it: {library.command(f'export {run.name}')}\n")
        sys.stdout.write(f"{run.notice}\n" if run.notice else "")
        return 1 if run.notice else 0

    return keep_it


def _refuse_wild(seed: int) -> None:
    if seed not in SEEDS or seed + MOST_PLAYS not in SEEDS:
        raise CannotBe("A seed is a whole number of at most 18 digits.")
