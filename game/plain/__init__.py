"""The line face: the same run in numbered lines, for screen readers, braille displays and pipes.

No control codes, nothing redrawn, no colour: what is said is said once, in words.
"""

from game.plain.face import play

__all__ = ["play"]
