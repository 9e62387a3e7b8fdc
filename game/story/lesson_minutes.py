"""Minutes of a lesson: what a scene takes in a class, reckoned from words, from what is asked, and from votes.

Like the minutes of a play alone these are a first estimate, to be corrected when classes have been timed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.story.beat import Beat
from game.story.calendar import Cut
from game.story.lesson import Lesson
from game.story.minutes import SECONDS, reading, share, words_of
from game.story.model import AnyStep, Scene
from game.story.questions import AnyQuestion

LESSONS: Final[dict[int, Cut]] = {12: "demo", 25: "short", 45: "class"}
"""The lessons there are, in minutes, and the cut that each plays."""
MOST_TALKS: Final = 4
"""Talks in one lesson: with a fifth the story would stand still more than it goes on."""

DOOR: Final = 120
"""Until everybody is in: thirty people, each with an address, four letters and two pictures."""
LAST_PHONE: Final = 12
"""What a vote takes beyond the time that one player needs to answer: the slowest of thirty."""
LOOK: Final = 10
"""To look at the bars and say what they are."""
GUIDED: Final = {"fix": 240, "night": 180}
"""A tower in a class: some of the crew's offers are voted on, at half a minute each, then the crew goes on. That
takes six further moves or so in a small tower and twenty in the large one, at some seconds each."""
CLOSE: Final = 60
"""At least so much is left at the end, to talk about it."""

NEVER_VOTED: Final = frozenset(("go", "tally", *GUIDED))
"""Kinds of question that are no vote of the room, or many."""
CALLED: Final = frozenset(("choose", "find"))
"""Kinds of question that can be asked aloud: a digit answers them."""

_UNPREPARED: Final = Lesson(teaches="-")


def is_voted(question: AnyQuestion, lesson: Lesson | None) -> bool:
    """Whether a room votes on a question, once or twice; else it is asked aloud, or there is nothing to ask."""
    return question.kind not in NEVER_VOTED and question.id not in (lesson or _UNPREPARED).aloud


def seconds_in_class(scene: Scene, cut: Cut) -> tuple[float, ...]:
    """What every step of a scene takes in a class, 0 for those the cut is without; last, what is added to all."""
    lesson = scene.lesson or _UNPREPARED
    steps = (_seconds(step, lesson, cut) if step.is_in(cut) else 0.0 for step in scene.beats)
    return (*steps, lesson.minutes * 60)


def _seconds(step: AnyStep, lesson: Lesson, cut: Cut) -> float:
    seconds = reading(words_of(step))
    if not isinstance(step, Beat):
        seconds += _answering(step, lesson, cut)
    return seconds * share(step)


def _answering(question: AnyQuestion, lesson: Lesson, cut: Cut) -> float:
    alone = SECONDS[question.kind]
    if not is_voted(question, lesson):
        return GUIDED.get(question.kind, alone)
    talk = lesson.talk(question.id, cut)
    again = talk.minutes * 60 + alone + LAST_PHONE if talk else 0
    return alone + LAST_PHONE + LOOK + again


def lesson_seconds(scenes: Sequence[Scene], cut: Cut) -> float:
    """What the door and all scenes that belong to the lesson of a cut take."""
    there = (scene for scene in scenes if cut in scene.cuts and not (scene.lesson and scene.lesson.apart))
    return DOOR + sum(sum(seconds_in_class(scene, cut)) for scene in there)
