"""The rules of length: how many words a whole story has, and how many minutes its cuts take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.proof.galley import Galley
from game.proof.rule import Example, rule, scene
from game.story.calendar import CUTS, Cut
from game.story.problems import Problem

LEAST: Final = 3_500
MOST: Final = 5_500
"""Words of a typical play of the full story, once it is whole."""
MINUTES: Final[dict[Cut, int]] = {"full": 45, "class": 25, "short": 12, "demo": 6}
"""About as long as a cut is meant to take, without the night. Four of the minutes are the tower of a ``fix``."""
SLACK: Final = 0.15
"""How far a typical play may be from that, either way. In the shortest cut it is less than a minute, in the next
less than two: no day comes in or falls out unnoticed, while wording may."""


@rule(
    code="length",
    about=f"A typical play of a whole story has {LEAST:,} to {MOST:,} words.",
    why="It is meant for one evening, or two lessons. Asked of a script that says 'whole', of its full cut.",
    example=Example((scene("id: a, imagined: The kettle is on.", day=1),), "whole: true\n"),
)
def length(galley: Galley) -> Iterator[Problem]:
    """A story that is too short or too long, once it is said to be whole."""
    words = galley.whole.typical[CUTS[0]].words
    if galley.read.spine.whole and not LEAST <= words <= MOST:
        yield galley.at_spine(
            f"a typical play has {words:,} words; a whole story has {LEAST:,} to {MOST:,}", "whole"
        )


@rule(
    code="minutes",
    about=f"The cuts take about {', '.join(map(str, MINUTES.values()))} minutes, the night not counted.",
    why="A class has one lesson, a stall six minutes. Whoever picks a cut by its length should get that length. "
    "Asked of a script that says 'whole'.",
    example=Example((scene("id: a, imagined: The kettle is on.", day=1),), "whole: true\n"),
)
def minutes(galley: Galley) -> Iterator[Problem]:
    """Cuts that take much longer, or are over much sooner, than they are meant to."""
    for cut, meant in MINUTES.items():
        typical = galley.whole.typical[cut].seconds / 60
        if galley.read.spine.whole and abs(typical - meant) > meant * SLACK:
            what = f"the cut {cut} typically takes {typical:.1f} minutes; it is meant for {meant}"
            yield galley.at_spine(f"{what}, give or take {SLACK:.0%}", "whole")


RULES: Final = (length, minutes)
