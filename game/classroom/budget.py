"""A budget: how much one connection may ask for. It fills up again with time and is never about an address."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic


class Budget:
    """Up to ``most`` at once, ``a_second`` more each second."""

    def __init__(self, most: float, a_second: float, clock: Callable[[], float] = monotonic) -> None:
        self._most = most
        self._a_second = a_second
        self._clock = clock
        self._left = most
        self._at = clock()

    def spend(self) -> bool:
        """Take one; false when nothing is left."""
        now = self._clock()
        self._left = min(self._most, self._left + (now - self._at) * self._a_second)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
