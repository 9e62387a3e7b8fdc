"""Skip: go on past days that the story does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Annotated, Final

from msgspec import Meta
from msgspec.structs import replace

from game.story.calendar import DAYS
from game.story.questions.base import Answer, Settled, Way
from game.story.questions.go import Go
from game.story.state import Room, State

MOST_CORNERS: Final = 12
"""In the whole tower: as many as the story offers."""
LATE_NIGHTS: Final = 1 / 3
_LOOKS: Final = tuple(int(Room.BUILT | late | corner) for late in (0, Room.LATE) for corner in (0, Room.CORNER))


class Skip(Go, frozen=True, kw_only=True, tag="skip"):
    """Others have built those days: some nights they worked late, some corners they cut.

    The answer is how each room came out, from the first day passed to the last. ``until`` is the last day passed.
    """

    until: Annotated[int, Meta(ge=1, le=DAYS - 1)]

    def refusal(self, answer: Answer, state: State) -> str:
        days = self.until - len(state.rooms)
        sound = isinstance(answer, list | tuple) and all(type(room) is int and room in _LOOKS for room in answer)
        if not sound or len(answer) != days:
            return "These days cannot have been built like that."
        return ""

    def settle(self, answer: Answer, state: State) -> Settled:
        return Settled(replace(state, day=self.until, today=0, rooms=(*state.rooms, *answer)))

    def sample(self, state: State, rng: Random) -> Answer:
        days = range(self.until - len(state.rooms))
        most = min(len(days), max(0, MOST_CORNERS - state.corners))
        corners = set(rng.sample(days, rng.randint(most // 2, most)))
        late = [rng.random() < LATE_NIGHTS for _ in days]
        return [int(Room.BUILT | Room.LATE * late[day] | Room.CORNER * (day in corners)) for day in days]

    def ways(self) -> Iterator[Way]:
        yield Way(until=self.until)

    def drawn(self, state: State, seed: int) -> Answer:
        """The days as they were built in a run with this seed."""
        return self.sample(state, Random(seed))
