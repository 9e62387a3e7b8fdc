"""How bots renovate a tower: at random, by the rule of a crew, or with a hand on the switch."""

# ruff: noqa: PLC0415 - the tower is loaded when there is one to renovate

from __future__ import annotations

from random import Random

from game.story.questions import Answer, Renovation
from game.story.state import State


def sampled(question: Renovation, state: State, rng: Random) -> Answer:
    """What somebody does who reads at random."""
    return question.sample(state, rng)


def thorough(question: Renovation, state: State, rng: Random) -> Answer:
    """What the crew does that counts floor after floor, and throws the switch only when it is sure."""
    if not question.begun(state):
        return question.sample(state, rng)
    from game.tower.crew import KINDS, in_order
    from game.tower.exact import Exact
    from game.tower.flats import lowest
    from game.tower.moves import Fix, Switch
    from game.tower.spoken import words_of

    sitting = question.sitting(state)
    building, exact = sitting.known.building, Exact(sitting.known)
    if certain := exact.certain_faulty & ~sitting.known.fixed:
        return words_of(building, Fix(lowest(certain)))
    return words_of(building, in_order(*KINDS)(exact, sitting.night.costs) if exact.uncertain else Switch())


def hasty(question: Renovation, state: State, rng: Random) -> Answer:
    """What somebody does who throws the switch first, and looks only when the tower went dark for it."""
    if not question.begun(state):
        return question.sample(state, rng)
    from game.tower.moves import Switch

    known = question.sitting(state).known
    looks = known.to_fix or (known.dark and not known.dark & known.fixed)
    return question.sample(state, rng) if looks or question.refusal(Switch.do, state) else Switch.do
