"""The rule of real choices: no option is simply better than another that stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import Final

from game.proof.galley import Galley
from game.proof.rule import Example, rule, scene
from game.proof.worlds import Asked, Known, possible
from game.story.condition import GAUGE_NAMES
from game.story.problems import Problem
from game.story.questions import Choose
from game.story.questions.choose import Option


@rule(
    code="dominated",
    about="No option gives at least as much as a sibling in every gauge and more in one, at no price.",
    why="Where one thing is simply better, nothing is chosen. It may be right, where the better one is dull.",
    severity="note",
    example=Example(
        (
            scene(
                'id: a, choose: "Well?", options: [{id: b, text: Tea, effects: {rest: 1, home: 1}}, '
                "{id: c, text: Coffee, effects: {rest: 1}}]"
            ),
        )
    ),
)
def dominated(galley: Galley) -> Iterator[Problem]:
    """Options that another one beside them is simply better than."""
    for sheet, path, part in galley.parts:
        if isinstance(part, Choose):
            for better, worse in permutations(part.options, 2):
                if _free(better) and not worse.effects.flags and _more(better, worse) and _together(better, worse):
                    at = part.options.index(worse)
                    what = f"'{better.id}' gives all that '{worse.id}' gives, and more, at no price"
                    yield sheet.problem((*path, "options", at), what)


def _free(option: Option) -> bool:
    """Whether an option has no price but in gauges."""
    effects = option.effects
    return option.needs is None and not (effects.flags or effects.corner or effects.late)


def _more(better: Option, worse: Option) -> bool:
    pairs = [(getattr(better.effects, name), getattr(worse.effects, name)) for name in GAUGE_NAMES]
    return all(one >= other for one, other in pairs) and any(one > other for one, other in pairs)


def _together(one: Option, other: Option) -> bool:
    """Whether both can be on the table at once."""
    return possible(tuple(Known(Asked(each.when, 0), met=True) for each in (one, other) if each.when is not None))


RULES: Final = (dominated,)
