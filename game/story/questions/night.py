"""Night: renovate the player's own tower, seven floors of seven flats, before the morning."""

# ruff: noqa: PLC0415 - starting the game must not wait for the tower

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from game.story.beat import AnyBeat
from game.story.condition import NIGHT_NAMES
from game.story.questions.base import Answer, Outcome, Settled
from game.story.questions.renovation import Renovation, Site, chances_of
from game.story.state import Room, State

if TYPE_CHECKING:
    from game.tower.sitting import Sitting

OPENING: Final = "board"
"""The word before the code of the board, in the first answer."""
OFFERS: Final = (300, 360, 420)
"""4:00, 5:00 and 6:00, in minutes since 23:00: from then on the crew says where, why too, and what to do too."""
LATE: Final = OFFERS[0]
CREW: Final = 510
"""7:30: what is left to do then, the crew does."""
HELD: Final = "The caller holds on to it: an hour in the dark would now last past eight. Find what is left first."
_CORNER: Final = int(Room.CORNER)


class Night(Renovation, frozen=True, kw_only=True, tag="night"):
    """Flats where a corner was cut are the likely faults. It ends when the switch has worked, or at 7:30.

    The answer is a line of words such as *survey 4*; the very first one is *board* and a long code. ``lit`` is the
    outcome when the tower was lit by 4:00; ``lit_late`` is the outcome when it was lit after that; ``finished`` is
    the outcome when the crew had to finish it.
    """

    lit: Outcome = Outcome()
    lit_late: Outcome = Outcome()
    finished: Outcome = Outcome()

    def begun(self, state: State) -> bool:
        return bool(state.table)

    def site(self, state: State) -> Site:
        word, _, code = state.table[0].partition(" ")
        if word != OPENING:
            raise ValueError("The first answer to a night is its board.")
        return Site(code, corners_of(state))

    def lines(self, state: State) -> tuple[str, ...]:
        return state.table[1:]

    def after(self, line: str, state: State) -> Sitting:
        if not state.table:
            return self.sitting(replace(state, table=(line,)))
        before, following = self.sitting(state), super().after(line, state)
        if _thrown_late(before, following) and before.go < 1:
            raise ValueError(HELD)
        return following

    def drawn(self, state: State, seed: int) -> Answer:
        """The first answer: the board of a run with this seed. To draw a good one takes up to some seconds.

        It is the board itself: so a play that is read again needs no generator, and keeps its board whatever a
        later one would draw.
        """
        from game.tower.generator import story_night

        night = story_night(corners_of(state), seed)
        return _opening(night.building.circuits, night.faults)

    def sample(self, state: State, rng: Random) -> Answer:
        """Strolls do not wait for a good board: theirs is the first that is drawn."""
        if state.table:
            line = super().sample(state, rng)
            while self.refusal(line, state):
                line = super().sample(state, rng)
            return line
        from game.tower.boards import LAUNCH
        from game.tower.circuits import drawn
        from game.tower.generator import faults_of
        from game.tower.rng import Rng

        dice = Rng(rng.getrandbits(64))
        faults = faults_of(dice, LAUNCH, chances_of(corners_of(state)))
        return _opening(drawn(dice, LAUNCH.rows, LAUNCH.cols, LAUNCH.circuits), faults)

    def over(self, sitting: Sitting) -> bool:
        return sitting.night.lit or sitting.night.minute >= CREW

    def offers(self, sitting: Sitting) -> int:
        return sum(sitting.night.minute >= minute for minute in OFFERS)

    def end(self, sitting: Sitting, state: State) -> Settled:
        from game.tower.night import MORNING, clock

        night, by_crew = sitting.night, not sitting.night.lit
        minutes = MORNING if by_crew else night.minute
        numbers = (minutes, night.failed_throws, night.dark_flat_minutes, sitting.hints, int(by_crew))
        for name, number in zip(NIGHT_NAMES, numbers, strict=True):
            state = state.remembering(name, number)
        outcome = self.finished if by_crew else self.lit_late if minutes > LATE else self.lit
        then = _from(clock(minutes).zfill(5), outcome.then)
        return Settled(state.after(outcome.effects), then, reveals=True)


def corners_of(state: State) -> int:
    """The flats where a corner was cut: day 1 is 1A, day 49 is 7G."""
    built = sum(1 << flat for flat, room in enumerate(state.rooms) if room & _CORNER)
    under_way = state.day > len(state.rooms) and state.today & _CORNER
    return built | (1 << state.day - 1 if under_way else 0)


def _thrown_late(before: Sitting, after: Sitting) -> bool:
    """Whether the switch was thrown when there is no time left to fail. The launch is at 8:00, come what may."""
    from game.tower.moves import Thrown
    from game.tower.night import MORNING

    thrown = len(after.night.log) > len(before.night.log) and isinstance(after.last, Thrown)
    costs = before.night.costs
    return thrown and before.night.minute + costs.switch + costs.dark > MORNING


def _opening(circuits: tuple[int, ...], faults: int) -> str:
    from game.tower.boards import LAUNCH
    from game.tower.codes import long_code
    from game.tower.longform import Drawing

    return f"{OPENING} {long_code(Drawing(LAUNCH, circuits, faults))}"


def _from(clock: str, beats: tuple[AnyBeat, ...]) -> tuple[AnyBeat, ...]:
    """Beats that are told from this hour on, unless they have their own."""
    return tuple(replace(beat, clock=beat.clock or clock) for beat in beats)
