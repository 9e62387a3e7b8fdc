"""Why a plan does not hold: what is looked for, and what is there instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from game.proof.plans.way import Way
from game.story.beat import Beat
from game.story.condition import Condition
from game.story.model import Scene, parts_of
from game.story.problems import did_you_mean
from game.story.questions import Question
from game.story.questions.base import Offer
from game.story.questions.find import Part, Reading
from game.story.questions.predict import Possible
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


def not_offered(way: Way, option: str) -> str:
    """Why nothing offers an option any more: what is asked there."""
    return f"nothing {way.where} offers '{option}' from here on{_instead('asked', way.asked)}"


def not_taken(way: Way, answer: Any) -> str:
    """Why no question takes an answer: what is asked there, and what may have been meant."""
    parts = (part for index in range(len(way.story)) for _, part in parts_of(way.story.scene(index)))
    known = {part.id for part in parts if isinstance(part, Offer | Part | Reading | Possible)}
    meant = did_you_mean(answer, known - {answer}) if isinstance(answer, str) and answer not in known else ""
    return f"nothing {way.where} takes the answer {answer!r}{meant} from here on{_instead('asked', way.asked)}"


def _instead(how: str, names: Iterable[str]) -> str:
    found = [*names]
    more = [f"{len(found) - NAMED} more"] if len(found) > NAMED else []
    return f"; {how} there: {', '.join([*found[:NAMED], *more]) or 'nothing'}"


def _reason(way: Way, name: str) -> str:
    """What a step of the script waits for: a scene, a cut, an answer, a condition."""
    found = next((each for each in _steps(way.whole) if each.step.id == name), None)
    if found is None:  # the line of a week, which stands in the spine
        return ""
    scene, step, owner = found
    if way.scene is not None and scene.id != way.scene:
        return f"; it stands in '{scene.id}'"
    if not step.is_in(way.plan.cut):
        return f"; the cut {way.plan.cut} is without it"
    if all(each.step.id != name for each in _steps(way.story)):
        return "; it is left out where only facts are told"
    if owner is not None and owner.id in way.answers:
        return f"; it follows an answer to '{owner.id}', and {way.answers[owner.id]!r} was given"
    return f"; it needs {step.when.text}" if step.when else ""


class _Placed(NamedTuple):
    """A line or a question, its scene, and the question that it follows an answer to, if it does."""

    scene: Scene
    step: Beat | Question
    owner: Question | None


def _steps(story: Story) -> Iterator[_Placed]:
    for index in range(len(story)):
        scene = story.scene(index)
        yield from (_Placed(scene, step, None) for step in (*scene.beats, *scene.montage))
        for question in scene.beats:
            if isinstance(question, Question):
                yield from (
                    _Placed(scene, part, question) for _, part in parts_of(question) if isinstance(part, Beat)
                )


def standing(condition: Condition | None, state: State) -> str:
    """A condition, and how what it asks for stands: *rest >= 6 (rest 4)*."""
    if condition is None:
        return "nothing"
    figures = (f"{name} {_number(state, name)}" for name in sorted(condition.names))
    return f"{condition.text} ({', '.join(figures)})"


def _number(state: State, name: str) -> int:
    return int(getattr(state, name)) if hasattr(state, name) else state.value(name)
