"""The rules of a whole story: all its days, all its facts, and lines of every kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from game.proof.galley import Galley
from game.proof.rule import Example, rule, scene
from game.story.beat import PROVENANCE
from game.story.calendar import DAYS, MOST_CORNERS
from game.story.model import Path
from game.story.problems import Problem
from game.story.questions import Predict, Question
from game.story.rules import Sheet
from game.story.state import Effects

LAUNCH: Final = "launch"
"""The id of the scene that tells Launch Day, which is none of the 49."""
ALL: Final = DAYS + 1
"""The days, and the launch."""

_ONE_DAY: Final = Example((scene("id: a, imagined: The kettle is on.", day=1),), "whole: true\n")
_CORNER: Final = (
    "choose: And now, options: [{id: a, text: Cut it, effects: {corner: true}}, {id: b, text: Leave it}]"
)


class Share(NamedTuple):
    """How many entries of a part of the ledger are told, and which are not."""

    told: int
    of: int
    missing: tuple[str, ...]


def days_there(galley: Galley) -> set[int]:
    """The days that have a scene."""
    return {place.day for place in galley.read.places if place.day is not None}


def launched(galley: Galley) -> bool:
    """Whether Launch Day is told."""
    return any(place.id == LAUNCH for place in galley.read.places)


def missing_days(galley: Galley) -> str:
    """The days that have no scene, those in a row together; empty when all are there."""
    there = days_there(galley)
    rows = _rows(day for day in range(1, DAYS + 1) if day not in there)
    return ", ".join([*rows, *([] if launched(galley) else [LAUNCH])])


def _rows(days: Iterable[int]) -> Iterator[str]:
    row: list[int] = []
    for day in [*days, 0]:
        if row and day != row[-1] + 1:
            yield str(row[0]) if len(row) == 1 else f"{row[0]}–{row[-1]}"
            row = []
        row.append(day)


def shares(galley: Galley) -> dict[str, Share]:
    """What of each part of the ledger some line cites."""
    cited = {name for beat in galley.beats for name in beat.cites}
    ledger = galley.read.ledger
    parts = {
        "facts": ledger.facts,
        "derived": ledger.derived,
        "outside": ledger.outside,
        "retellings": ledger.retellings,
    }
    return {
        name: Share(
            sum(entry.id in cited for entry in entries),
            len(entries),
            tuple(entry.id for entry in entries if entry.id not in cited),
        )
        for name, entries in parts.items()
    }


def kinds(galley: Galley) -> dict[str, int]:
    """How many lines there are of each kind, in the order in which the marks are explained."""
    count = Counter(beat.kind for beat in galley.beats)
    return {kind: count[kind] for kind in PROVENANCE}


def questions(galley: Galley) -> dict[str, int]:
    """How many questions there are of each kind, the most frequent first."""
    found = Counter(part.kind for _, _, part in galley.parts if isinstance(part, Question))
    return dict(found.most_common())


def envelopes(galley: Galley) -> int:
    """How many envelopes are sealed."""
    return sum(isinstance(part, Predict) for _, _, part in galley.parts)


def corner_days(galley: Galley) -> list[int]:
    """The days that offer a corner to cut."""
    found = {
        sheet.scene.day
        for sheet, _, part in _in_scenes(galley)
        if isinstance(part, Effects) and part.corner and sheet.scene.day is not None
    }
    return sorted(found)


def _in_scenes(galley: Galley) -> Iterator[tuple[Sheet, Path, object]]:
    return ((sheet, path, part) for sheet, path, part in galley.parts if isinstance(sheet, Sheet))


@rule(
    code="days",
    about=f"A whole story tells all {DAYS} days, and the launch in a scene with the id '{LAUNCH}'.",
    why="The tower is the calendar. A day that is missing is a hole in it. Asked of a script that says 'whole'.",
    example=_ONE_DAY,
)
def days(galley: Galley) -> Iterator[Problem]:
    """Days without a scene, once the story is said to be whole."""
    if galley.read.spine.whole and (missing := missing_days(galley)):
        what = f"{len(days_there(galley)) + launched(galley)} of {ALL} days are there; missing: {missing}"
        yield galley.at_spine(f"{what}. Write them, or take 'whole' out", "whole")


@rule(
    code="facts",
    about="A whole story tells every fact of the ledger somewhere.",
    why="What is left out of a true story bends it too. Asked of a script that says 'whole'.",
    example=_ONE_DAY,
)
def facts(galley: Galley) -> Iterator[Problem]:
    """Facts that no line cites, once the story is said to be whole."""
    share = shares(galley)["facts"]
    if galley.read.spine.whole and share.missing:
        what = f"{share.told} of {share.of} facts are told; no line cites {', '.join(share.missing)}"
        yield galley.at_spine(what, "whole")


@rule(
    code="corners",
    about=f"At most {MOST_CORNERS} days offer a corner to cut.",
    why="Every corner is a flat that may be dark on the last night. With more of them the night cannot be won.",
    example=Example(
        tuple(scene(f"id: q-{day}, {_CORNER}", name=f"day-{day}", day=day) for day in range(1, MOST_CORNERS + 2))
    ),
)
def corners(galley: Galley) -> Iterator[Problem]:
    """Days with a corner, beyond as many as the night can bear."""
    found = corner_days(galley)
    for sheet, path, part in _in_scenes(galley):
        if isinstance(part, Effects) and part.corner and sheet.scene.day in found[MOST_CORNERS:]:
            what = f"day {sheet.scene.day} is the {found.index(sheet.scene.day) + 1}th that offers a corner"
            yield sheet.problem((*path, "corner"), f"{what}; at most {MOST_CORNERS} do")


RULES: Final = (days, facts, corners)
