"""Following a plan: step by step, until one does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from game.proof.plans.known import named
from game.proof.plans.sheets import PlanSheet
from game.proof.plans.way import Broken, Way
from game.proof.plans.whys import never_comes, not_asked, not_offered, not_taken, not_told, standing
from game.story.condition import Condition
from game.story.endings import ending_of
from game.story.fold import Moment
from game.story.model import Path
from game.story.plan import LISTS, Plan
from game.story.problems import Problem
from game.story.questions import AnyQuestion
from game.story.questions.base import Offer, offers_of
from game.story.story import Story


def broken(sheet: PlanSheet, story: Story) -> Problem | None:
    """The first place at which a plan does not hold; None when all of it does."""
    way = Way(story, sheet.plan)
    path: Path = ()
    barred: dict[str, Path] = {}
    try:
        for path, key, wanted in _looked_for(sheet.plan):
            if key == "misses":
                barred[wanted] = path
            _LOOK[key](way, wanted)
        way.finish()
    except Broken as said:
        what = f"{said} (cut {sheet.plan.cut}, seed {sheet.plan.seed})"
        return sheet.problem(barred.get(said.barred, path), what)
    return None


def _looked_for(plan: Plan) -> Iterator[tuple[Path, str, Any]]:
    """Everything that a plan looks for, one after another: where it stands, the key, and what stands there."""
    for index, step in enumerate(plan.steps):
        for key in step.keys:
            value, path = getattr(step, key), ("steps", index, key)
            for at, each in named(value, path) if key in LISTS else [(path, value)]:
                yield at, key, each


def _at(way: Way, scene: str) -> None:
    if not way.enter(scene):
        raise Broken(never_comes(way, scene))


def _sees(way: Way, line: str) -> None:
    if not way.find(lambda moment: any(beat.id == line for beat in moment.beats)):
        raise Broken(not_told(way, line))


def _misses(way: Way, line: str) -> None:
    way.bar(line)


def _asks(way: Way, question: str) -> None:
    if not way.find(lambda moment: moment.question is not None and moment.question.id == question):
        raise Broken(not_asked(way, question))


def _offered(way: Way, name: str) -> tuple[AnyQuestion, Offer]:
    """The next question that has this option, whether it is on the table or not, and the option."""

    def has(moment: Moment) -> bool:
        asked = moment.question
        return asked is not None and any(offer.id == name for offer in offers_of(asked))

    if not way.find(has):
        raise Broken(not_offered(way, name))
    question = way.now.question
    assert question is not None, "it has just been found"
    offer = next(offer for offer in offers_of(question) if offer.id == name)
    if not offer.there(way.now.state):
        needs = standing(offer.when, way.now.state)
        raise Broken(f"'{name}' is not on the list of '{question.id}'; it is there when {needs}")
    return question, offer


def _open(way: Way, name: str) -> None:
    question, offer = _offered(way, name)
    if offer.struck(way.now.state):
        raise Broken(
            f"'{name}' is struck out in '{question.id}', not open; it needs {standing(offer.needs, way.now.state)}"
        )


def _struck(way: Way, name: str) -> None:
    question, offer = _offered(way, name)
    if not offer.struck(way.now.state):
        needs = f"; it needs {standing(offer.needs, way.now.state)}" if offer.needs else ", whatever happens"
        raise Broken(f"'{name}' is open in '{question.id}', not struck out{needs}")


def _holds(way: Way, condition: Condition) -> None:
    if not condition.met(way.now.state):
        at = way.now.question.id if way.now.question else "the end"
        raise Broken(f"{standing(condition, way.now.state)} does not hold at '{at}'")


def _select(way: Way, answer: Any) -> None:
    if not way.find(lambda moment: moment.question is not None and moment.question.takes(answer, moment.state)):
        raise Broken(not_taken(way, answer))
    question = way.now.question
    assert question is not None, "it has just been found"
    if refusal := question.refusal(answer, way.now.state):
        raise Broken(f"'{question.id}' does not take {answer!r}: {refusal}")
    way.go_on(answer)


def _ending(way: Way, ending: str) -> None:
    way.leave()
    way.find(lambda moment: moment.question is None)
    came_to = ending_of(way.story, way.now.state)
    if came_to is None or came_to.id != ending:
        state = way.now.state
        figures = f"rest {state.rest}, home {state.home}, craft {state.craft}, late_nights {state.late_nights}"
        met = came_to.id if came_to else "none"
        raise Broken(f"the play ends with '{met}', not with '{ending}': {figures}, corners {state.corners}")


_LOOK: Final[dict[str, Callable[[Way, Any], None]]] = {
    "at": _at,
    "sees": _sees,
    "misses": _misses,
    "asks": _asks,
    "open": _open,
    "struck": _struck,
    "holds": _holds,
    "select": _select,
    "ending": _ending,
}
