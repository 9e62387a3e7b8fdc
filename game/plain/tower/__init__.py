"""The tower in lines: a night of it said once, in words, for screen readers, braille displays and pipes.

:mod:`~game.plain.tower.words` and :mod:`~game.plain.tower.plan` say what happens at a sitting and how it stands,
:mod:`~game.plain.tower.asks` has the questions that cost nothing: all of them whoever keeps the sitting.
"""

from game.plain.tower.door import apart, learn, play

__all__ = ["apart", "learn", "play"]
