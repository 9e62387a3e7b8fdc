"""The rule of golden plans: what was promised of a play still holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.proof.galley import Galley
from game.proof.plans.following import broken
from game.proof.plans.known import known_in, unknown
from game.proof.rule import Example, rule, scene
from game.story.problems import Problem


@rule(
    code="golden-plan",
    about="What the plans beside the script expect of a play still happens.",
    why="A line that is moved, or a gauge that is balanced anew, may take away what a day of the story was for.",
    example=Example(
        (scene("id: a, imagined: The kettle is on.", 'id: q, tell: "Well?", ends: ["no", "yes"], as: well'),),
        others={
            "scenes/plans/tea.yaml": "plan: Tea\nsteps:\n  - at: example\n    sees: a\n    holds: rest >= 8\n"
        },
    ),
)
def golden_plan(galley: Galley) -> Iterator[Problem]:
    """The first step of each plan that does not hold, or what is wrong with the plan itself."""
    yield from galley.plans.problems
    known = known_in(galley.story)
    for sheet in galley.plans.sheets:
        wrong = list(unknown(sheet, known))
        first = None if wrong else broken(sheet, galley.story)
        yield from [first] if first else wrong


RULES: Final = (golden_plan,)
