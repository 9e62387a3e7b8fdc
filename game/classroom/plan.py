"""The plan of a lesson: which scene comes when, what is asked in it and how, and what to know of it.

It is reckoned from the script, so it changes with it. On paper it is :mod:`game.classroom.plan_page`; the
conductor has it as notes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from game.classroom.notes import Noted, Notes
from game.story.calendar import Cut
from game.story.fold import Moment
from game.story.lesson import Lesson, Slip, Talk
from game.story.lesson_minutes import CALLED, CLOSE, DOOR, GUIDED, LESSONS, is_voted, seconds_in_class
from game.story.model import Scene
from game.story.questions import AnyQuestion, Question
from game.story.story import Story


class Way(StrEnum):
    """How a question is put to a room."""

    VOTE = "vote"
    TWICE = "vote twice"
    """With a talk between the votes."""
    ALOUD = "aloud"
    """Somebody calls out, and that is pressed."""
    CREW = "tower"
    """Some of the crew's offers are voted on; then the crew goes on alone."""
    NONE = ""
    """There is nothing to answer."""


_REMARKS: Final = {
    Way.ALOUD: "Ask it aloud, and press the digit of what you hear.",
    Way.CREW: "m makes the crew’s next move.",
}
"""What the presenter is told besides, where there is something to press."""


class Asked(NamedTuple):
    """A question of the lesson. It is at ``step`` of its scene; what leads to it ``begins`` at this second."""

    question: AnyQuestion
    step: int
    begins: float
    way: Way
    talk: Talk | None


class Part(NamedTuple):
    """A scene of the lesson, the one at a ``place`` of the story: from which second to which, and what it asks."""

    scene: Scene
    place: int
    begins: float
    ends: float
    asked: tuple[Asked, ...]

    @property
    def lesson(self) -> Lesson:
        """What to know of it; nothing where its writer has not said."""
        return self.scene.lesson or Lesson(teaches="")


class Plan(NamedTuple):
    """A lesson. ``parts`` are played in it; ``apart`` is what belongs to the same play but not to the lesson.

    It lasts so many ``seconds``; what is left after the last part is for the discussion.
    """

    cut: Cut
    parts: tuple[Part, ...]
    apart: tuple[Part, ...]
    seconds: int

    @property
    def closes(self) -> float:
        """The second at which the story is over, and the discussion begins."""
        return self.parts[-1].ends if self.parts else DOOR


def plan_of(story: Story, cut: Cut) -> Plan:
    """The plan of the lesson that plays this cut."""
    scenes = [(index, story.scene(index)) for index in range(len(story)) if story.has(index, cut)]
    within = [(index, scene) for index, scene in scenes if not (scene.lesson and scene.lesson.apart)]
    parts = _timed(within, cut, DOOR)
    reckoned = parts[-1].ends + CLOSE if parts else DOOR + CLOSE
    seconds = next((minutes * 60 for minutes, each in LESSONS.items() if each == cut), 60 * -int(-reckoned // 60))
    rest = [each for each in scenes if each not in within]
    return Plan(cut, parts, _timed(rest, cut, seconds), seconds)


def _timed(scenes: list[tuple[int, Scene]], cut: Cut, begins: float) -> tuple[Part, ...]:
    parts: list[Part] = []
    for index, scene in scenes:
        part = _part(scene, index, cut, parts[-1].ends if parts else begins)
        parts.append(part)
    return tuple(parts)


def _part(scene: Scene, place: int, cut: Cut, begins: float) -> Part:
    *seconds, more = seconds_in_class(scene, cut)
    asked: list[Asked] = []
    now = opens = begins
    for at, (step, takes) in enumerate(zip(scene.beats, seconds, strict=True)):
        now += takes
        if isinstance(step, Question) and step.is_in(cut):
            talk = scene.lesson.talk(step.id, cut) if scene.lesson else None
            asked.append(Asked(step, at, opens, _way(step, scene.lesson, talk), talk))
            opens = now
    return Part(scene, place, begins, now + more, tuple(asked))


def _way(question: AnyQuestion, lesson: Lesson | None, talk: Talk | None) -> Way:
    if question.kind in GUIDED:
        return Way.CREW
    if is_voted(question, lesson):
        return Way.TWICE if talk else Way.VOTE
    return Way.ALOUD if question.kind in CALLED else Way.NONE


def noted(story: Story, cut: Cut) -> Noted:
    """What a conductor has to know of every moment of a class that plays this cut."""
    plan = plan_of(story, cut)
    last = plan.apart[-1].ends if plan.apart else plan.closes
    played = ((plan.parts, plan.closes, plan.seconds), (plan.apart, last, last))
    notes = {
        (part.place, asked.step): _notes(part.lesson, asked, cut, until)._replace(ends=int(ends))
        for parts, until, ends in played
        for part in parts
        for asked in part.asked
    }
    over = Notes(planned=int(last), ends=plan.seconds)

    def of(moment: Moment) -> Notes:
        return notes.get((moment.index, moment.step), over)

    return of


def _notes(lesson: Lesson, asked: Asked, cut: Cut, until: float) -> Notes:
    return Notes(
        teaches=lesson.teaches,
        note=" ".join(filter(None, (_remark(lesson, asked), lesson.note))),
        slips=tuple(f"{slip.says} → {slip.answer}" for slip in slips_of(lesson, cut)),
        prompt=asked.talk.prompt if asked.talk else "",
        seconds=round(asked.talk.minutes * 60) if asked.talk else 0,
        planned=int(asked.begins),
        rest=int(until - asked.begins),
    )


def _remark(lesson: Lesson, asked: Asked) -> str:
    """What there is to press; nothing where the note of a tower says so itself."""
    said = asked.way is Way.CREW and " m " in (lesson.note or "")
    return "" if said else _REMARKS.get(asked.way, "")


def slips_of(lesson: Lesson, cut: Cut) -> tuple[Slip, ...]:
    """What is likely to be got wrong in a cut."""
    return tuple(slip for slip in lesson.slips if not slip.cuts or cut in slip.cuts)
