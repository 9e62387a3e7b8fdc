"""What the lesson of a scene must keep to: what it says of questions is true of the scene."""

from __future__ import annotations

from collections.abc import Iterator

from game.story.calendar import Cut
from game.story.lesson import Lesson
from game.story.lesson_minutes import CALLED, is_voted
from game.story.model import Path
from game.story.problems import Problem, Said, did_you_mean
from game.story.questions import AnyQuestion, Question
from game.story.rulebook import lessons
from game.story.rules import Sheet


def lesson_problems(sheet: Sheet) -> Iterator[Problem]:
    """What is wrong with the lesson of a scene."""
    lesson = sheet.scene.lesson
    if lesson is None or sheet.tree.at(("beats",)).torn:
        return
    asked = {step.id: step for step in sheet.scene.beats if isinstance(step, Question)}
    for index, name in enumerate(lesson.aloud):
        if said := _unknown(name, asked) or _never_called(asked[name]):
            yield sheet.problem(("lesson", "aloud", index), said)
    for index, slip in enumerate(lesson.slips):
        here: Path = ("lesson", "slips", index)
        yield from _other_cuts(sheet, here, slip.cuts, sheet.scene.cuts, "play this scene")
    yield from _talk_problems(sheet, lesson, asked)


def _talk_problems(sheet: Sheet, lesson: Lesson, asked: dict[str, AnyQuestion]) -> Iterator[Problem]:
    talked: set[tuple[str, Cut]] = set()
    for index, talk in enumerate(lesson.talks):
        here: Path = ("lesson", "talks", index)
        if said := _unknown(talk.about, asked) or _never_twice(asked[talk.about], lesson):
            yield sheet.problem((*here, "about"), said)
            continue
        cuts = _cuts(asked[talk.about], sheet)
        yield from _other_cuts(sheet, here, talk.cuts, cuts, f"ask '{talk.about}'")
        now = {(talk.about, cut) for cut in talk.cuts or cuts}
        if again := sorted(talked & now):
            yield sheet.problem(here, lessons.TALK_TWICE(cut=again[0][1], name=talk.about))
        talked |= now


def _unknown(name: str, asked: dict[str, AnyQuestion]) -> Said | None:
    return None if name in asked else lessons.NO_SUCH_QUESTION(name=name, advice=did_you_mean(name, asked))


def _never_called(question: AnyQuestion) -> Said | None:
    return None if question.kind in CALLED else lessons.NEVER_CALLED(name=question.id, kind=question.kind)


def _never_twice(question: AnyQuestion, lesson: Lesson) -> Said | None:
    if question.kind != "find" and is_voted(question, lesson):
        return None
    how = "is asked aloud" if question.id in lesson.aloud else f"asks with '{question.kind}'"
    return lessons.NEVER_TWICE(name=question.id, how=how)


def _cuts(question: AnyQuestion, sheet: Sheet) -> tuple[Cut, ...]:
    """The cuts that ask a question."""
    return tuple(cut for cut in sheet.scene.cuts if question.is_in(cut))


def _other_cuts(
    sheet: Sheet, here: Path, named: tuple[Cut, ...], there: tuple[Cut, ...], what: str
) -> Iterator[Problem]:
    for index, cut in enumerate(named):
        if cut not in there:
            said = lessons.NOT_IN_CUT(cut=cut, what=what, cuts=", ".join(there))
            yield sheet.problem((*here, "cuts", index), said)
