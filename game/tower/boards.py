"""The four sizes of tower in free play, as data."""

from __future__ import annotations

from typing import Final

import msgspec

from game.tower.building import Building, Chance, zones_of


class Size(msgspec.Struct, frozen=True):
    """A size of tower: what every board of this size has in common."""

    title: str
    rows: int
    cols: int
    circuit: int
    """About so many flats hang on one circuit."""
    chance: Chance
    kmin: int
    kmax: int

    @property
    def name(self) -> str:
        """Its name in codes: floors times risers, like ``7x7``."""
        return f"{self.rows}x{self.cols}"

    @property
    def flats(self) -> int:
        """How many flats there are."""
        return self.rows * self.cols

    @property
    def circuits(self) -> int:
        """How many circuits there are."""
        return round(self.flats / self.circuit)

    @property
    def zones(self) -> int:
        """How many zones there are: whole risers up to 8 floors, else riser halves."""
        return len(zones_of(self.rows, self.cols))

    def building(self, circuits: tuple[int, ...]) -> Building:
        """The tower of this size that has these circuits."""
        return Building(
            rows=self.rows,
            cols=self.cols,
            circuits=circuits,
            kmin=self.kmin,
            kmax=self.kmax,
            chances=(self.chance,) * self.flats,
        )


ANNEX: Final = Size("Annex", 4, 3, 4, (1, 5), 2, 4)
TERRACE: Final = Size("Terrace", 6, 4, 5, (3, 20), 2, 6)
LAUNCH: Final = Size("Launch night", 7, 7, 7, (1, 10), 3, 7)
HIGH_RISE: Final = Size("High-rise", 12, 5, 7, (2, 25), 3, 6)

SIZES: Final = (ANNEX, TERRACE, LAUNCH, HIGH_RISE)
BY_NAME: Final = {size.name: size for size in SIZES}
