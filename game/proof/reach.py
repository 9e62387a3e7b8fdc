"""The rules of reach: nothing is written that no play comes to, and no play comes to where it cannot go on.

They rest on the walk, which knows every state of every cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from game.proof.galley import Galley
from game.proof.rule import Example, Rule, rule, scene
from game.proof.walk.walk import Thing
from game.story.after_rules import SpineSheet
from game.story.beat import Beat
from game.story.condition import Condition
from game.story.model import Path, parts_of
from game.story.problems import Problem
from game.story.questions import Question
from game.story.questions.base import Offer
from game.story.rules import Sheet
from game.story.state import Effects

_WET: Final = "flags: [{name: wet, means: Wet.}]\n"
_ENDINGS: Final = """\
endings:
  - {id: calm, title: Calm, text: You sleep well., when: rest >= 9}
  - {id: over, title: Over, text: It is over.}
"""


class _Place(NamedTuple):
    """Something to come to, where it is written, and what has to be come to before."""

    thing: Thing
    sheet: Sheet | SpineSheet
    path: Path
    within: Thing | None


def _places(galley: Galley) -> Iterator[_Place]:
    for sheet in galley.read.sheets:
        whole = ("scene", sheet.scene.id)
        yield _Place(whole, sheet, (), None)
        inside: list[tuple[Path, Thing]] = []
        for path, part in parts_of(sheet.scene):
            if isinstance(part, Beat | Question | Offer):
                while inside and path[: len(inside[-1][0])] != inside[-1][0]:
                    inside.pop()
                within = inside[-1][1] if inside else whole if path[0] == "beats" else None
                thing = ("offer", within[1], part.id) if isinstance(part, Offer) and within else ("line", part.id)
                yield _Place(thing, sheet, path, within)
                inside.append((path, thing))
    for index, ending in enumerate(galley.read.spine.endings):
        yield _Place(("ending", ending.id), galley.spine, ("endings", index), None)


def _unreached(galley: Galley, kind: str) -> Iterator[tuple[_Place, str]]:
    """What of a kind no cut comes to, and why; not what stands inside of something else that none comes to."""
    if any(each.beyond for each in galley.walks):
        return
    reached = frozenset[Thing]().union(*(each.reached for each in galley.walks))
    for place in _places(galley):
        thing, within = place.thing, place.within
        if thing[0] == kind and thing not in reached and (within is None or within in reached):
            yield place, next((each.barred[thing] for each in galley.walks if thing in each.barred), "")


@rule(
    code="dead-end",
    about="Whatever a play has come to, every question has an answer that is open.",
    why="A player who can neither answer nor go on has lost the play.",
    example=None,
)
def dead_end(galley: Galley) -> Iterator[Problem]:
    """Questions that nothing can be answered to in some state."""
    for each in galley.walks:
        for stuck in each.stuck:
            what = f"a dead end in the cut {each.cut}: no answer is open at {stuck.state}"
            yield galley.at_step(stuck.question, what)


@rule(
    code="unreachable-scene",
    about="Every scene is played by somebody.",
    why="A scene that no play comes to has been written for nobody, and most likely its condition is wrong.",
    example=Example(
        (
            scene("id: a, go: Up", name="first"),
            scene("id: b, go: Up", name="second") + "when: rest >= 9\n",
            scene("id: c, go: Up", name="third"),
        )
    ),
)
def unreachable_scene(galley: Galley) -> Iterator[Problem]:
    """Scenes that are never played."""
    for place, why in _unreached(galley, "scene"):
        yield place.sheet.problem(place.path, f"no play comes to this scene{_because(why, place)}")


@rule(
    code="unreachable-line",
    about="Every line is told to somebody, and every question asked of somebody.",
    why="What no play comes to has been written for nobody, and most likely its condition is wrong.",
    example=Example((scene("id: a, imagined: You are wide awake., when: rest >= 9", "id: b, go: Up"),)),
)
def unreachable_line(galley: Galley) -> Iterator[Problem]:
    """Lines that are never told, and questions that are never asked."""
    for place, why in _unreached(galley, "line"):
        what = "no play is asked this" if galley.is_question(place.thing[1]) else "no play is told this"
        yield place.sheet.problem(place.path, f"{what}{_because(why, place)}")


@rule(
    code="unreachable-choice",
    about="Every option is open to somebody.",
    why="What is always struck out, or never shown, is no choice.",
    example=Example(
        (
            scene(
                'id: a, choose: "Well?", options: [{id: b, text: Tea}, {id: c, text: Run, needs: rest >= 9}]',
                "id: d, go: Up",
            ),
        )
    ),
)
def unreachable_choice(galley: Galley) -> Iterator[Problem]:
    """Options, and things to spend on, that are never open."""
    for place, why in _unreached(galley, "offer"):
        yield place.sheet.problem(place.path, f"'{place.thing[-1]}' is open to no play{_because(why, place)}")


@rule(
    code="unreachable-ending",
    about="Every ending is the end of some play.",
    why="An ending that nobody comes to is not one of the ways in which a play can end.",
    example=Example((scene("id: a, go: Up"),), _ENDINGS),
)
def unreachable_ending(galley: Galley) -> Iterator[Problem]:
    """Endings that no play meets."""
    for place, why in _unreached(galley, "ending"):
        yield place.sheet.problem(place.path, f"no play ends like this{_because(why, place)}")


def _because(why: str, place: _Place) -> str:
    if not why and place.path[:1] == ("montage",):
        return "; wherever its scene is passed, the week has another line"
    return f": {why}" if why else "; nothing leads to it in any of the cuts"


@rule(
    code="unread-flag",
    about="Every flag that is raised is read by some condition.",
    why="What is remembered and never comes up again may be a line that somebody forgot to write.",
    severity="note",
    example=Example(
        (
            scene(
                'id: a, choose: "Well?", options: [{id: b, text: In, effects: {set: [wet]}}, {id: c, text: Out}]',
                "id: d, go: Up",
            ),
        ),
        _WET,
    ),
)
def unread_flag(galley: Galley) -> Iterator[Problem]:
    """Flags that are raised, and that no condition reads."""
    raised = {name for _, _, part in galley.parts if isinstance(part, Effects) for name in part.set}
    read = {name for _, _, part in galley.parts if isinstance(part, Condition) for name in part.names}
    for index, flag in enumerate(galley.read.spine.flags):
        if flag.name in raised - read:
            yield galley.at_spine(f"'{flag.name}' is raised, and nothing ever reads it", "flags", index)


@rule(
    code="not-proved",
    about="All states of all cuts can be walked through.",
    why="Where there are too many, what comes after is not known to be sound, nor to be reached.",
    severity="note",
    example=Example(
        (
            scene(
                'id: a, spend: "A day", total: 24, unit: hour, on: '
                f"[{', '.join(f'{{id: {name}, text: {name.upper()}, each: {{rest: 1}}}}' for name in 'bcdef')}]",
                "id: g, go: Up",
            ),
        )
    ),
)
def not_proved(galley: Galley) -> Iterator[Problem]:
    """Questions at which a walk was given up."""
    for each in galley.walks:
        if each.beyond:
            what = f"too much can be answered here, or come from it: the cut {each.cut} is not proved beyond this"
            yield galley.at_step(each.beyond, what)


RULES: Final[tuple[Rule, ...]] = (
    dead_end,
    unreachable_scene,
    unreachable_line,
    unreachable_choice,
    unreachable_ending,
    unread_flag,
    not_proved,
)
