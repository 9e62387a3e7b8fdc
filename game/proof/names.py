"""The rule of names: no real person but the author is named, and no other name slips in unseen.

A machine cannot tell a person from a place. So every word with a capital inside a sentence is reported unless the
spine lists it under ``names``. The author's names, the gauges', those of the calendar and single letters need not
be. Where a sentence starts, only names that the ledger knows are looked at: there every word has a capital.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.proof.galley import Galley
from game.proof.rule import Example, rule, scene
from game.story.figures import CALENDAR_NAMES, capitalised, names
from game.story.problems import Problem
from game.story.provenance import Provenance
from game.story.week import NAMES


def unlisted(galley: Galley) -> dict[str, list[Problem]]:
    """Every name in a text that no list has, and where it stands."""
    provenance = Provenance(galley.read.ledger)
    listed = {word for name in galley.read.spine.names for word in (name, *capitalised(name))}
    calendar = CALENDAR_NAMES | {f"{name}s" for name in CALENDAR_NAMES}
    allowed = listed | calendar | {*NAMES} | provenance.people
    found: dict[str, list[Problem]] = {}
    for shown in galley.shown:
        for name in sorted(names(shown.text, provenance.known_names) - allowed):
            if len(name) > 1:
                found.setdefault(name, []).append(shown.problem(_what(name), name))
    return found


def _what(name: str) -> str:
    return f"'{name}' looks like a name; leave a real person out, else add it to 'names' in story.yaml"


@rule(
    code="names",
    about="No real person but the author of the post is named; every other name is listed in the spine.",
    why="Nobody asked to be in this story. What is said of somebody by name has to be known, not made up.",
    example=Example((scene("id: a, imagined: The kettle is on. You ask Sigrid."),)),
)
def unlisted_names(galley: Galley) -> Iterator[Problem]:
    """Names that are on no list, each where it stands first."""
    return (places[0] for places in unlisted(galley).values())


RULES: Final = (unlisted_names,)
