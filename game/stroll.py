"""A stroll: a play answered at random, to come to a day that has not been played."""

from __future__ import annotations

from random import Random

from game.run import Refused, Run
from game.words import stretches

MOST_ANSWERS = 20_000


def stroll(run: Run, day: int) -> None:
    """Answer for the player, drawn from the run's seed, until this day begins.

    Raises ``Refused`` when the story has no such day or the run is past it.
    """
    if day not in run.story.titles:
        known = stretches(sorted(run.story.titles)) or "none"
        raise Refused(f"There is no day {day} in this version of the story. The days it has: {known}.")
    rng = Random(run.seed)
    for _ in range(MOST_ANSWERS):
        moment = run.now()
        if moment.scene.day == day:
            return
        if moment.question is None or (moment.scene.day or 0) > day:
            break
        run.answer(moment.question.sample(moment.state, rng))
    raise Refused(f"Day {day} is not played in this version of the story ({run.cut}).")
