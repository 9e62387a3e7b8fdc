"""What can be known from what is known, and why, in five levels with a voice each; a module a level.

1. :mod:`~game.tower.deduction.settled`: a floor settles itself (the framer).
2. :mod:`~game.tower.deduction.suspect`: a breaker has one suspect left (the electrician).
3. :mod:`~game.tower.deduction.twolines`: circuits use up a floor (the plumber).
4. :mod:`~game.tower.deduction.total`: lines use up the night's total (the caller).
5. :mod:`~game.tower.deduction.whatif`: a supposition leads nowhere (you).

Together they find all that is certain; :mod:`~game.tower.deduction.needs` says why.
"""

from game.tower.deduction.deducing import Deduction, Marks, Voice, deduce, settle
from game.tower.deduction.step import Line

__all__ = ["Deduction", "Line", "Marks", "Voice", "deduce", "settle"]
