"""Why a plan does not hold: what is looked for, and what is there instead."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from game.proof.plans.way import Way
from game.story.beat import Beat
from game.story.condition import Condition
from game.story.model import Scene, parts_of
from game.story.questions import Question
from game.story.state import State
from game.story.story import Story

NAMED: Final = 8
"""As many ids as are named of what is there instead."""


def never_comes(way: Way, scene: str) -> str:
    """Why a scene does not begin any more."""
    if scene in way.scenes:
        return f"'{scene}' is over by now; steps stand in the order of the play"
    place = next(at for at, place in enumerate(way.story.places) if place.id == scene)
    if not way.story.has(place, way.plan.cut):
        return f"the cut {way.plan.cut} passes '{scene}'"
    when = way.story.scene(place).when
    return f"the play never comes to '{scene}'" + (f"; it is played when {when.text}" if when else "")


def not_told(way: Way, line: str) -> str:
    """Why a line is not told, and which ones are."""
    if line in way.told:
        return f"'{line}' is told {way.where}, but before this step"
    return f"'{line}' is not told {way.where}{_reason(way, line)}{_instead('told', way.told)}"


def not_asked(way: Way, question: str) -> str:
    """Why a question is not asked, and which ones are."""
    if question in way.asked:
        return f"'{question}' is asked {way.where}, but before this step"
    return f"'{question}' is not asked {way.where}{_reason(way, question)}{_instead('asked', way.asked)}"


def _instead(how: str, names: Iterable[str]) -> str:
    found = [*names]
    more = [f"{len(found) - NAMED} more"] if len(found) > NAMED else []
    return f"; {how} there: {', '.join([*found[:NAMED], *more]) or 'nothing'}"


def _reason(way: Way, name: str) -> str:
    """What a step of the script waits for: a cut, a condition, an answer."""
    found = _found(way.story, name)
    if found is None:
        return "; it is made up, and this play has only facts in it"
    scene, path, step = found
    owner = next(
        (each for at, each in parts_of(scene) if path[: len(at)] == at and isinstance(each, Question)), None
    )
    if way.scene is not None and scene.id != way.scene:
        return f"; it stands in '{scene.id}'"
    if step.cuts and way.plan.cut not in step.cuts:
        return f"; the cut {way.plan.cut} is without it"
    if owner is not None and owner.id in way.answers and owner is not step:
        return f"; it follows an answer to '{owner.id}', and {way.answers[owner.id]!r} was given"
    return f"; it needs {step.when.text}" if step.when else ""


def _found(story: Story, name: str) -> tuple[Scene, tuple[str | int, ...], Beat | Question] | None:
    for index in range(len(story)):
        scene = story.scene(index)
        for path, part in parts_of(scene):
            if isinstance(part, Beat | Question) and part.id == name:
                return scene, path, part
    return None


def standing(condition: Condition | None, state: State) -> str:
    """A condition, and how what it asks for stands: *rest >= 6 (rest 4)*."""
    if condition is None:
        return "nothing"
    figures = (f"{name} {_number(state, name)}" for name in sorted(condition.names))
    return f"{condition.text} ({', '.join(figures)})"


def _number(state: State, name: str) -> int:
    return int(getattr(state, name)) if hasattr(state, name) else state.value(name)
