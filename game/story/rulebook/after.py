"""Rules of what comes after the end: the endings, the record, the recall."""

from __future__ import annotations

from typing import Final

from game.story.rulebook.example import Example, scene, small
from game.story.rulebook.rule import Slip


def _recall(*steps: str, day: int | None = None) -> Example:
    """An example with these questions days later."""
    return small(spine="recall: later\n", others={"scenes/later.yaml": scene(*steps, name="later", day=day)})


_WEEKS: Final = 'id: b, predict: "How long?", right: 7, lowest: 1, highest: 9'
_TOLD: Final = "id: c, reported: It took seven weeks., cites: [seven-weeks], opens: b"

LAST_ENDING: Final = Slip(
    code="last-ending-conditional",
    says="the last ending is for every play that meets no other; take 'when' out, or add one without",
    about="The last ending has no condition.",
    why="A play that meets none of the others would end in nothing.",
    example=small(spine="endings: [{id: tea, title: Tea, text: There is tea., when: rest > 3}]\n"),
)
ENDING_HIDES_OTHERS: Final = Slip(
    code="ending-hides-others",
    says="without 'when' this ending is always met, and those after it are never shown",
    about="Every ending but the last has a condition.",
    why="The first whose condition is met is shown; those after this one never are.",
    example=small(
        spine="endings: [{id: tea, title: Tea, text: You sit down.}, {id: bed, title: Bed, text: You sleep.}]\n"
    ),
)
RECORD_CONDITIONAL: Final = Slip(
    code="record-conditional",
    says="a line of the record is shown to everybody; take '{key}' out",
    about="A line of the record has no condition, cut, clock or envelope.",
    why="What is on record is the same for every play.",
    example=small(
        spine="record: [{id: r, reported: It took seven weeks., cites: [seven-weeks], when: rest > 3}]\n"
    ),
)
RECALL_HAS_DAY: Final = Slip(
    code="recall-has-day",
    says="the recall is asked days later; it is none of the days: take 'day' out",
    about="The recall has no day.",
    why="It is asked when all the days are over.",
    example=_recall(_WEEKS, _TOLD, day=3),
)
RECALL_HAS_LESSON: Final = Slip(
    code="recall-has-lesson",
    says="the recall is no part of a lesson; take 'lesson' out",
    about="The recall has no lesson.",
    why="A lesson is over when it is asked.",
    example=small(
        spine="recall: later\n",
        others={"scenes/later.yaml": scene(_WEEKS, _TOLD, name="later") + "lesson: {teaches: How to wait}\n"},
    ),
)
RECALL_CONDITIONAL: Final = Slip(
    code="recall-conditional",
    says="the recall is the same for everybody; take '{key}' out",
    about="Nothing in the recall has a condition or a cut.",
    why="It asks what is left, and the play is not at hand any more.",
    example=_recall(f"{_WEEKS}, when: rest > 3", _TOLD),
)
RECALL_ASKS: Final = Slip(
    code="recall-asks-otherwise",
    says="a recall asks with 'predict', which knows what is right; '{kind}' does not",
    about="The recall asks with 'predict'.",
    why="It can say how near you were only where something is right.",
    example=_recall('id: b, tell: "Worth it?", ends: [little, much], as: worth'),
)
RECALL_OPENS_NOTHING: Final = Slip(
    code="recall-opens-nothing",
    says="'{name}' is no question of the recall that stands above and is not answered yet{advice}",
    about="A line of the recall opens a question that stands above it.",
    why="An answer comes after its question, once.",
    example=_recall("id: c, reported: It took seven weeks., cites: [seven-weeks], opens: b", _WEEKS),
)
RECALL_UNANSWERED: Final = Slip(
    code="recall-unanswered",
    says="nothing tells the answer to '{name}'; let a line after it have 'opens: {name}'",
    about="Every question of the recall is answered by a line after it.",
    why="Whoever is asked wants to know.",
    example=_recall(_WEEKS),
)
