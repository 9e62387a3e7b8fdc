"""What one reading alone has said already: it is true, and nothing that has to be reasoned out is given away."""

from __future__ import annotations

import pytest

from game.tower.codes import read
from game.tower.foreseen import foreseen
from game.tower.generator import board
from game.tower.known import Known
from game.tower.moves import Breaker, Fill, Fix, Fixed, Open, Survey, Switch
from game.tower.night import Night
from game.tower.rng import Rng
from game.tower.sitting import Sitting
from game.tower.spoken import move_of, told

CODE = read("1-4x3-M-Z2QCZ-T")
"""Faults 1B and 3C. Breaker a has 1A 1B 1C 2B, breaker b 2A 3A 3B 4A, breaker c the rest. Two to four faults."""


@pytest.fixture(scope="module")
def annex() -> Night:
    return board(CODE).night


SAID = [
    ((), "survey 1", ""),
    (("survey 1",), "survey 1", "Floor 1 has one faulty flat left."),
    (("survey 1", "fix 1B"), "survey 1", "Floor 1 has no faulty flat."),
    (("open 2A", "open 2B", "open 2C"), "survey 2", "Floor 2 has no faulty flat."),
    (("breaker a",), "breaker a", "Breaker a trips."),
    (("breaker a", "fix 1B"), "breaker a", ""),
    (("open 1B",), "breaker a", "Breaker a trips."),
    (("breaker b",), "breaker b", "Breaker b holds."),
    (("fill C",), "fill C", "The water stops at 3C: 3C is faulty."),
    (("fill C", "fix 3C"), "fill C", ""),
    (("fill C", "fix 3C", "open 4C"), "fill C", "The water climbs riser C to the top."),
    (("open 3C",), "fill C", ""),
    (("open 1A",), "open 1A", "1A is sound."),
    (("open 1A",), "fix 1A", "1A is sound."),
    (("open 1B",), "fix 1B", ""),
    (("fix 1B",), "fix 1B", "1B is fixed already."),
    (("fix 1B",), "open 1B", "1B is sound."),
    (("fix 1B", "fix 3C"), "switch", ""),
]


@pytest.mark.parametrize(("done", "move", "said"), SAID)
def test_what_is_foreseen_after_some_moves(annex, done, move, said):
    sitting = Sitting.at(annex).through(done)
    assert foreseen(sitting.known, move_of(annex.building, move)) == said


def test_what_follows_from_two_readings_together_is_left_to_the_player(annex):
    sitting = Sitting.at(annex).through(("survey 1", "open 1B"))
    assert sitting.exact.certain_sound & annex.building.mask("1A 1C") == annex.building.mask("1A 1C")
    assert foreseen(sitting.known, Open(annex.building.flat("1A"))) == ""


@pytest.mark.parametrize("seed", range(12))
def test_what_is_foreseen_comes_true(annex, seed):
    rng, night, known = Rng(seed), annex, Known.at_eleven(annex.building)
    kinds = {Survey: 4, Fill: 3, Breaker: 3, Open: 12, Fix: 12}
    for _ in range(30):
        kind = rng.choice(list(kinds))
        move = kind(rng.below(kinds[kind]))
        said = foreseen(known, move)
        night = night.do(move)
        event = night.log[-1]
        known = known.after(event)
        if isinstance(event, Fixed):
            assert not (said and event.result)
        elif said:
            assert said == told(night.building, event)
    assert foreseen(known, Switch()) == ""
