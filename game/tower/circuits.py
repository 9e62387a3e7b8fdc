"""Cutting a tower into circuits: connected, of about the same size, and irregular: no rectangles, so no lines."""

from __future__ import annotations

from game.tower.building import neighbours
from game.tower.flats import flats_in, mask_of
from game.tower.rng import Rng


def drawn(rng: Rng, rows: int, cols: int, count: int) -> tuple[int, ...]:
    """So many random circuits, in the order of their first flats, each half to one and a half times the mean."""
    while True:
        parts = _grown(rng, rows, cols, count)
        sizes = (2 * count * part.bit_count() for part in parts)
        even = all(rows * cols <= size <= 3 * rows * cols for size in sizes)
        if even and not any(_rectangle(part, cols) for part in parts):
            return tuple(sorted(parts, key=lambda part: part & -part))


def _rectangle(part: int, cols: int) -> bool:
    flats = list(flats_in(part))
    floors, risers = {flat // cols for flat in flats}, {flat % cols for flat in flats}
    return len(floors) * len(risers) == len(flats)


def _grown(rng: Rng, rows: int, cols: int, count: int) -> list[int]:
    """Circuits that begin with one flat each and grow by turns into what is free, the small ones more often."""
    flats = list(range(rows * cols))
    rng.shuffle(flats)
    parts = [1 << flat for flat in flats[:count]]
    free = mask_of(flats[count:])
    near = [neighbours(part, rows, cols) for part in parts]
    while free:
        edges = [each & free for each in near]
        largest = max(part.bit_count() for part in parts)
        turns = [(largest + 1 - p.bit_count()) ** 2 if edge else 0 for p, edge in zip(parts, edges, strict=True)]
        turn = rng.weighted(turns)
        flat = 1 << rng.choice(list(flats_in(edges[turn])))
        parts[turn] |= flat
        near[turn] |= neighbours(flat, rows, cols)
        free &= ~flat
    return parts
