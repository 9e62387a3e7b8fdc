"""Rules of lessons: what the lesson of a scene says of its questions is true of the scene."""

from __future__ import annotations

from typing import Final

from game.story.rulebook.example import Example, scene, small
from game.story.rulebook.rule import Slip

_TEA: Final = "id: tea, choose: Which tea, options: [{id: a, text: Green}, {id: b, text: Black}]"
_CUPS: Final = "id: cups, predict: How many, right: 4, lowest: 1, highest: 7"


def _lesson(*keys: str) -> Example:
    """An example with these keys in the lesson of a scene."""
    return small(scene(_TEA, _CUPS) + "".join(["lesson:\n  teaches: Tea.\n", *(f"  {key}\n" for key in keys)]))


NO_SUCH_QUESTION: Final = Slip(
    code="lesson-unknown-question",
    says="no question of this scene is '{name}'{advice}",
    about="A lesson speaks of questions of its own scene.",
    why="What is planned for a question that nobody asks is never done.",
    example=_lesson("aloud: [tee]"),
)
NEVER_CALLED: Final = Slip(
    code="lesson-not-aloud",
    says="'{name}' asks with '{kind}'; only 'choose' and 'find' can be answered by a call",
    about="Only a 'choose' or a 'find' is asked aloud.",
    why="One key answers it. An order, a number or a scale cannot be called out and pressed.",
    example=_lesson("aloud: [cups]"),
)
NEVER_TWICE: Final = Slip(
    code="lesson-talk-not-voted",
    says="'{name}' {how}; a talk stands between two votes on one question",
    about="A talk is about a question that is voted on.",
    why="What changes between two votes is what the talk was for.",
    example=_lesson("aloud: [tea]", "talks: [{about: tea, prompt: Green or black}]"),
)
NOT_IN_CUT: Final = Slip(
    code="lesson-not-in-cut",
    says="the cut '{cut}' does not {what}; it is in {cuts}",
    about="A lesson names cuts that play the scene, and ask the question.",
    why="What is planned for a cut in which it does not come is never done.",
    example=small(
        scene(_TEA).replace("beats:", "cuts: [full]\nbeats:", 1)
        + "lesson: {teaches: Tea., slips: [{says: It is out., answer: It is., cuts: [demo]}]}\n"
    ),
)
TALK_TWICE: Final = Slip(
    code="lesson-talk-twice",
    says="the cut '{cut}' has a talk about '{name}' already",
    about="A question is talked about once in a cut.",
    why="It is voted on twice, and not three times.",
    example=_lesson("talks: [{about: tea, prompt: Green or black}, {about: tea, prompt: Milk or none}]"),
)
