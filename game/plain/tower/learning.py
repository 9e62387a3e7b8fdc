"""The lesson in lines: it says why, waits for one line, and says what that has shown."""

from __future__ import annotations

from game.plain.talk import Talk
from game.plain.tower.asks import answer
from game.plain.tower.plan import plan_in_words
from game.plain.tower.words import heard
from game.tower.lesson import OPENING, Lesson
from game.tower.saying import card
from game.tower.spoken import Unclear


def taught(talk: Talk) -> None:
    """Give the lesson, to its end. Questions are answered on the way; so are wrong moves, which change nothing."""
    lesson = Lesson.begin()
    talk.say(OPENING, *plan_in_words(lesson.sitting))
    while not lesson.over:
        step, at = lesson.step, lesson.at
        talk.say(step.say, _wanted(lesson))
        while lesson.at == at:
            lesson = _after_a_line(talk, lesson)
        talk.say(step.then)
    talk.say("The rules once more, for the nights to come:", *card(lesson.sitting.timing))


def _after_a_line(talk: Talk, lesson: Lesson) -> Lesson:
    line = talk.hear()
    try:
        if (lines := answer(lesson.sitting, line)) is not None:
            talk.say(*lines)
        elif line.lower().rstrip(".") in ("help", "hint"):
            talk.say(_wanted(lesson))
        else:
            before, lesson = lesson, lesson.after(line)
            talk.say(*heard(before.sitting, lesson.sitting))
    except Unclear as unclear:
        talk.say(str(unclear), _wanted(lesson))
    return lesson


def _wanted(lesson: Lesson) -> str:
    return f"Type: {lesson.step.words}"
