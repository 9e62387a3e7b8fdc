"""What only the screens say of a night: what the switch asks, what was said last, how it ended."""

from __future__ import annotations

from game.tower.night import Night, clock
from game.tower.saying import in_100
from game.tower.sitting import Sitting
from game.tower.spoken import told
from game.tower.timing import duration


def asked_to_throw(sitting: Sitting) -> str:
    """The question before a switch is thrown that may fail: the chance, and what a failure costs."""
    go, costs = sitting.go, sitting.night.costs
    cost = f"{duration(costs.switch + costs.dark)} are lost in the dark"
    if go == 0:
        return f"Throw the switch? It cannot work yet: {cost}."
    return f"Throw the switch? It would work: {in_100(go)}. If not, {cost}."


def said_last(sitting: Sitting) -> str:
    """What the last move showed; before the first, how things stand."""
    if sitting.last is not None:
        return told(sitting.night.building, sitting.last)
    start = f"{sitting.night.building.size} flats, all dark."
    given = [told(sitting.night.building, event) for event in sitting.free]
    rest = ("Counted for you beforehand:", *given) if given else ("Which ones are faulty, nobody knows.",)
    return " ".join((start, *rest))


def result(night: Night) -> str:
    """How a night ended, for one line."""
    if not night.lit:
        return f"left at {clock(night.minute)}, still dark"
    failed = night.failed_throws
    throws = f", {failed} failed throw{'s' if failed > 1 else ''}" if failed else ""
    return f"lit at {clock(night.minute)}, {night.minute} minutes{throws}"
