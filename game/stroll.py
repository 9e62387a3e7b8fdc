"""A stroll: a play answered at random, to come to a scene that has not been played.

Of many strolls one is taken that comes to the scene in a middling state: what somebody finds there who looks at
the scene by itself should be what most find. It is a play like any other, and its answers are kept.
"""

from __future__ import annotations

import re
from random import Random
from statistics import median
from typing import Final, NamedTuple

from game.run import Refused, Run
from game.story.condition import COUNT_NAMES, GAUGE_NAMES
from game.story.fold import next_moment
from game.story.folder import ENDING
from game.story.problems import did_you_mean
from game.story.questions import Answer
from game.story.state import State
from game.story.story import Story
from game.words import stretches

STROLLS: Final = 25
MOST_ANSWERS: Final = 20_000


class Stroll(NamedTuple):
    """The answers that lead to a scene, and the state in which it begins."""

    answers: tuple[Answer, ...]
    state: State


def stroll(run: Run, day: int) -> None:
    """Answer for the player, drawn from the run's seed, until this day begins.

    Raises ``Refused`` when the story has no such day or the run is past it.
    """
    index = next((index for index, place in enumerate(run.story.places) if place.day == day), None)
    if index is None:
        known = stretches(sorted(run.story.titles)) or "none"
        raise Refused(f"There is no day {day} in this version of the story. The days it has: {known}.")
    if not _arrive(run, index):
        raise Refused(f"Day {day} is not played in this version of the story ({run.cut}).")


def begin_at(run: Run, scene: str) -> Run:
    """The run at the beginning of a scene, which is named by its file or its id.

    Where it has been played, it is begun again in a play of its own. Raises ``Refused`` where it cannot be.
    """
    index = scene_named(run.story, scene)
    moments = [*(moment for moment, _ in run.past()), run.now()]
    for count, moment in enumerate(moments):
        if moment.begins and moment.index == index:
            return run if count == len(moments) - 1 else run.forked(count)
    if not _arrive(run, index):
        raise Refused(_not_played(run, index))
    return run


def scene_named(story: Story, name: str) -> int:
    """Where in a story a scene is, by its file without .yaml or by its id; *day-3* is *day-03*.

    Raises ``Refused`` if there is none.
    """
    known: dict[str, int] = {}
    for index, place in enumerate(story.places):
        known |= {place.id: index, place.file.removesuffix(ENDING): index}
    wanted = name.replace("\\", "/").removeprefix("scenes/").removesuffix(ENDING)
    if wanted not in known:
        wanted = re.sub(r"(?<=\bday-)(?=[1-9]$)", "0", wanted)
    if wanted not in known:
        advice = did_you_mean(wanted, known) or "; write its file, such as week-3/day-17, or its id"
        raise Refused(f"There is no scene '{name}' in this story{advice}.")
    return known[wanted]


def _arrive(run: Run, index: int) -> bool:
    """Answer until the scene at this index begins; False, and nothing is answered, where no stroll comes to it."""
    rng = Random(run.seed)
    found = [one for one in (_stroll(run, index, rng) for _ in range(STROLLS)) if one is not None]
    for answer in _middling(found).answers if found else ():
        run.answer(answer)
    return bool(found)


def _stroll(run: Run, index: int, rng: Random) -> Stroll | None:
    moment, answers = run.now(), list[Answer]()
    while moment.index < index and moment.question is not None and len(answers) < MOST_ANSWERS:
        answers.append(moment.question.sample(moment.state, rng))
        moment = next_moment(run.story, run.cut, moment, answers[-1])
    begins = moment.index == index and run.story.has(index, run.cut)
    return Stroll(tuple(answers), moment.state) if begins and moment.begins else None


def _middling(strolls: list[Stroll]) -> Stroll:
    """The stroll whose gauges and counts are nearest to the median of all."""
    middle = [median(column) for column in zip(*(_figures(one.state) for one in strolls), strict=True)]

    def away(one: Stroll) -> float:
        return float(sum(abs(a - b) for a, b in zip(_figures(one.state), middle, strict=True)))

    return min(strolls, key=away)


def _figures(state: State) -> list[int]:
    return [getattr(state, name) for name in (*GAUGE_NAMES, *COUNT_NAMES)]


def _not_played(run: Run, index: int) -> str:
    place = run.story.places[index]
    if not run.story.has(index, run.cut):
        which = f"the version{'s' if place.cuts[1:] else ''} that {'have' if place.cuts[1:] else 'has'} it"
        return f"'{place.id}' is not in the version {run.cut}; {which}: {', '.join(place.cuts)} (--cut)."
    if not run.story.scene(index).beats:
        return f"Nothing of '{place.id}' is left where only facts are told."
    if run.now().index >= index:
        return f"This play is past '{place.id}', and did not come to it."
    return f"None of {STROLLS} plays answered at random has come to '{place.id}'."
