"""Never a guess: from any position of any tower there is a plain way to the end, and it fits into the night.

Fill a riser, fix the fault at which the water stops, fill it again; when every riser has run full, throw. Each
filling shows one more fault or frees its zone of doubt, so there are at most as many as zones and faults together.
"""

from __future__ import annotations

from game.tower.building import Building
from game.tower.flats import lowest
from game.tower.known import Known
from game.tower.moves import COSTS, Costs, Fill, Fix, Move, Switch
from game.tower.night import Night


def next_move(known: Known) -> Move:
    """What to do now: fix what is known to be at fault, else fill the first zone in doubt, else throw."""
    if known.to_fix:
        return Fix(lowest(known.to_fix))
    doubtful = (index for index, zone in enumerate(known.building.zones) if zone & known.unknown)
    zone = next(doubtful, None)
    return Switch() if zone is None else Fill(zone)


def finish(night: Night) -> Night:
    """The night played to its end in this way. No throw fails."""
    known = Known.of(night.building, night.log)
    while not night.lit:
        night = night.do(next_move(known))
        known = known.after(night.log[-1])
    return night


def bound(building: Building, costs: Costs = COSTS) -> int:
    """No position of this tower needs more minutes than this: 20(Z + kmax) + 20·kmax + 5, with Z zones."""
    return costs.fill * (len(building.zones) + building.kmax) + costs.fix * building.kmax + costs.switch
