"""The whole tower at once beside one apartment at a time: figures, and what they say.

What is said is worked out from the figures of this very night, so that nothing is claimed that was not so.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

import msgspec

from game.tower.flat_by_flat import DARK, Round
from game.tower.night import Night

ALIKE: Final = Fraction(1, 10)
"""Minutes that differ by no more than this share of the longer time are said to be about the same."""


class Beside(NamedTuple):
    """One figure, both ways."""

    label: str
    whole: str
    apart: str


class Contrast(msgspec.Struct, frozen=True):
    """A finished night, and the same tower gone through flat by flat."""

    whole: Night
    apart: Round

    def rows(self) -> tuple[Beside, ...]:
        """Minutes, darkness and light, both ways."""
        whole, apart = self.whole, self.apart
        return (
            Beside("Minutes", str(whole.minute) if whole.lit else "not lit", str(apart.minute)),
            Beside("Dark flat-minutes", str(whole.dark_flat_minutes), str(apart.dark_flat_minutes)),
            Beside("Flat-hours of light before 8:00", str(hours(whole.light)), str(hours(apart.light))),
        )

    def said(self) -> tuple[str, str, str]:
        """What flat by flat changes and what it does not: of minutes, of darkness, of light, a sentence or two."""
        return self._minutes(), self._darkness(), self._light()

    def _minutes(self) -> str:
        whole, apart = self.whole.minute, self.apart.minute
        if not self.whole.lit:
            return f"Flat by flat, the last window is lit after {apart} minutes."
        if abs(whole - apart) <= ALIKE * max(whole, apart):
            return f"The minutes are about the same: {whole} for the whole tower at once, {apart} flat by flat."
        how = "is quicker" if apart < whole else "takes longer"
        return f"Flat by flat {how} here: {apart} minutes, against {whole} for the whole tower at once."

    def _darkness(self) -> str:
        apart, failed = self.apart.dark_flat_minutes, self.whole.failed_throws
        one = self.whole.building.size * self.whole.costs.dark
        each = f"Flat by flat, a fault darkens one flat for {DARK} minutes: {apart} flat-minutes in all."
        if failed:
            throws = "One failed throw" if failed == 1 else f"{failed} failed throws"
            return f"{throws} came to {self.whole.dark_flat_minutes} dark flat-minutes. {each}"
        return f"No throw failed tonight. {each} But one failed throw would have come to {one}."

    def _light(self) -> str:
        whole, apart = hours(self.whole.light), hours(self.apart.light)
        if whole == apart:
            return f"The light before 8:00 is the same both ways: {whole} flat-hours."
        if apart > whole:
            return f"Flat by flat, windows light up on the way: {apart} flat-hours before 8:00, against {whole}."
        return f"At once gave more light before 8:00 this time: {whole} flat-hours, against {apart} flat by flat."


def hours(light: Fraction) -> int:
    """Flat-hours as a card shows them: to the nearest whole one."""
    return int(light + Fraction(1, 2))
