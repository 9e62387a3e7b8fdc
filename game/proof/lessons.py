"""The rule of lessons: what is planned for a class fits into the time that a class has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from game.proof.galley import Galley
from game.proof.rule import Example, rule, scene
from game.story.calendar import Cut
from game.story.lesson_minutes import CLOSE, LESSONS, MOST_TALKS, lesson_seconds
from game.story.model import Path
from game.story.problems import Problem
from game.story.rules import Sheet
from game.words import listed

_MINUTES: Final = listed([*map(str, LESSONS)])


@rule(
    code="lesson-budget",
    about=f"The lessons fit into {_MINUTES} minutes, each with at most {MOST_TALKS} talks.",
    why="A lesson ends with a bell. Reckoned are the door, words, questions, votes, talks, and a minute to close. "
    "What is too long is asked aloud, or is apart. Asked of a script in which a scene has a lesson.",
    example=Example(
        (scene("id: a, imagined: The kettle is on.") + "lesson: {teaches: Patience., minutes: 30}\n",)
    ),
)
def lesson_budget(galley: Galley) -> Iterator[Problem]:
    """Lessons that are too long, or in which too much is talked."""
    scenes = [sheet.scene for sheet in galley.read.sheets]
    if not any(each.lesson for each in scenes):
        return
    for minutes, cut in LESSONS.items():
        takes = (lesson_seconds(scenes, cut) + CLOSE) / 60
        if takes > minutes:
            what = f"the lesson of {minutes} minutes, the cut {cut}, takes {takes:.1f}"
            yield galley.at_spine(f"{what}; ask more aloud, or set a scene apart")
        for sheet, path in islice(_talks(galley.read.sheets, cut), MOST_TALKS, None):
            yield sheet.problem(path, f"the cut {cut} has more than {MOST_TALKS} talks; this is one too many")


def _talks(sheets: Iterable[Sheet], cut: Cut) -> Iterator[tuple[Sheet, Path]]:
    """Where the talks of a cut stand, in the order in which they come."""
    for sheet in sheets:
        lesson = sheet.scene.lesson
        if lesson is None or cut not in sheet.scene.cuts:
            continue
        for step in sheet.scene.beats:
            if step.is_in(cut) and (talk := lesson.talk(step.id, cut)):
                yield sheet, ("lesson", "talks", lesson.talks.index(talk))


RULES: Final = (lesson_budget,)
