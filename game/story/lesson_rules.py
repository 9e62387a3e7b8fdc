"""What the lesson of a scene must keep to: what it says of questions is true of the scene."""

from __future__ import annotations

from collections.abc import Iterator

from game.story.calendar import Cut
from game.story.lesson import Lesson, Talk
from game.story.lesson_minutes import CALLED, is_voted
from game.story.model import Path
from game.story.problems import Problem, did_you_mean
from game.story.questions import AnyQuestion, Question
from game.story.rules import Sheet


def lesson_problems(sheet: Sheet) -> Iterator[Problem]:
    """What is wrong with the lesson of a scene."""
    lesson = sheet.scene.lesson
    if lesson is None or sheet.tree.at(("beats",)).torn:
        return
    asked = {step.id: step for step in sheet.scene.beats if isinstance(step, Question)}
    for index, name in enumerate(lesson.aloud):
        if what := _unknown(name, asked) or _never_called(asked[name]):
            yield sheet.problem(("lesson", "aloud", index), what)
    for index, slip in enumerate(lesson.slips):
        for at, cut in enumerate(slip.cuts):
            if cut not in sheet.scene.cuts:
                what = f"the cut '{cut}' does not play this scene; it is in {', '.join(sheet.scene.cuts)}"
                yield sheet.problem(("lesson", "slips", index, "cuts", at), what)
    talked: set[tuple[str, Cut]] = set()
    for index, talk in enumerate(lesson.talks):
        here: Path = ("lesson", "talks", index)
        if what := _unknown(talk.about, asked) or _never_twice(asked[talk.about], lesson):
            yield sheet.problem((*here, "about"), what)
            continue
        cuts = _cuts(asked[talk.about], sheet)
        yield from (sheet.problem((*here, *path), what) for path, what in _cut_wrong(talk, cuts))
        for cut in talk.cuts or cuts:
            if (talk.about, cut) in talked:
                yield sheet.problem(here, f"the cut '{cut}' has a talk about '{talk.about}' already")
                break
        talked |= {(talk.about, cut) for cut in talk.cuts or cuts}


def _unknown(name: str, asked: dict[str, AnyQuestion]) -> str:
    return "" if name in asked else f"no question of this scene is '{name}'{did_you_mean(name, asked)}"


def _never_called(question: AnyQuestion) -> str:
    if question.kind in CALLED:
        return ""
    return f"'{question.id}' asks with '{question.kind}'; only 'choose' and 'find' can be answered by a call"


def _never_twice(question: AnyQuestion, lesson: Lesson) -> str:
    if question.kind != "find" and is_voted(question, lesson):
        return ""
    how = "is asked aloud" if question.id in lesson.aloud else f"asks with '{question.kind}'"
    return f"'{question.id}' {how}; a talk stands between two votes on one question"


def _cuts(question: AnyQuestion, sheet: Sheet) -> tuple[Cut, ...]:
    """The cuts that ask a question."""
    return tuple(cut for cut in sheet.scene.cuts if cut in (question.cuts or sheet.scene.cuts))


def _cut_wrong(talk: Talk, cuts: tuple[Cut, ...]) -> Iterator[tuple[Path, str]]:
    for index, cut in enumerate(talk.cuts):
        if cut not in cuts:
            yield ("cuts", index), f"the cut '{cut}' does not ask '{talk.about}'; it is in {', '.join(cuts)}"
