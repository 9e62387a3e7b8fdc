"""Minutes of a night that bought nothing: what was known already, flats that needed no fix, failed throws.

Only what one reading had said by itself counts as known: whoever did not deduce has lost nothing by it.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from game.tower.deduction.saying import listed
from game.tower.foreseen import foreseen
from game.tower.known import Known
from game.tower.moves import Event, Fixed, Surveyed, Thrown
from game.tower.night import Night


class Lost(msgspec.Struct, frozen=True):
    """Minutes spent on readings that were ``known`` already, on ``sound`` flats fixed, on ``failed`` throws."""

    known: int = 0
    sound: int = 0
    failed: int = 0
    throws: int = 0
    fixes: int = 0

    @classmethod
    def of(cls, night: Night, free: Iterable[Surveyed] = ()) -> Lost:
        """What a night lost; ``free`` are the counts that were given beforehand."""
        known, minutes = Known.of(night.building, free), cls()
        for event in night.log:
            minutes = minutes._after(known, event, night.costs.of(event))
            known = known.after(event)
        return minutes

    def _after(self, known: Known, event: Event, cost: int) -> Lost:
        if event == Thrown(False):
            return replace(self, failed=self.failed + cost, throws=self.throws + 1)
        if isinstance(event, Fixed):
            return self if event.result else replace(self, sound=self.sound + cost, fixes=self.fixes + 1)
        return replace(self, known=self.known + cost) if foreseen(known, event) else self

    @property
    def in_words(self) -> str:
        """*Lost: 10 minutes on what you knew already, 65 on a failed throw.* Empty where nothing was."""
        parts = [
            (self.known, "on what you knew already"),
            (self.sound, "on fixing a sound flat" if self.fixes == 1 else f"on fixing {self.fixes} sound flats"),
            (self.failed, "on a failed throw" if self.throws == 1 else f"on {self.throws} failed throws"),
        ]
        told = [f"{minutes} {what}" for minutes, what in parts if minutes]
        if not told:
            return ""
        number, rest = told[0].split(" ", 1)
        return f"Lost: {listed([f'{number} minutes {rest}', *told[1:]])}."
