"""Random draws that never move one another: each has its own stream, named by the run's seed and an id."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256


def shuffled(ids: Sequence[str], seed: int, stream: str) -> tuple[str, ...]:
    """The ids in an order drawn from the seed and the stream's name, and never in the order given.

    The order depends on nothing else: a hash orders them, so it is the same on every Python for ever.
    """
    order = sorted(ids, key=lambda item: sha256(f"{seed}/{stream}/{item}".encode()).digest())
    if len(order) > 1 and order == list(ids):
        order = [*order[1:], order[0]]
    return tuple(order)
