"""Rules of order: days that go up, envelopes that are sealed before they are opened, scenes that end."""

from __future__ import annotations

from typing import Final

from game.story.rulebook.example import scene, small, steps
from game.story.rulebook.rule import Slip

_END: Final = scene("id: z, imagined: It is over.", name="end")

DAY_OUT_OF_ORDER: Final = Slip(
    code="day-out-of-order",
    says="day {day} comes after day {last} here; days only go up",
    about="Days come in their order.",
    why="The tower is built from the ground up, one window a day.",
    example=small(
        scene("id: a, go: Go on", day=2), scene("id: b, imagined: The lift is out.", name="other", day=1)
    ),
)
TALLY_WITHOUT_DAY: Final = Slip(
    code="tally-without-day",
    says="a tally closes a week; it stands in a scene that has a day",
    about="A tally stands in a scene with a day.",
    why="It says what the week came to, so it has to know which.",
    example=steps("id: a, tally: What the week came to"),
)
FACTS_ON_MADE_UP: Final = Slip(
    code="facts-on-made-up",
    says="'{kind}' cannot be kept where only facts are told; take 'facts' out",
    about="What is made up is not kept where only facts are told.",
    why="Whoever asks for facts only shall get nothing else.",
    example=steps("id: a, imagined: The kettle is on., facts: true"),
)
UNKNOWN_ENVELOPE: Final = Slip(
    code="unknown-envelope",
    says="'{name}' is no envelope{advice}",
    about="What a line opens is a 'predict' of the story.",
    why="There is no guess to hold the answer against.",
    example=steps("id: a, imagined: Seven weeks., opens: b"),
)
SEALED_LATER: Final = Slip(
    code="sealed-later",
    says="'{name}' is sealed only later in the story; open it after that",
    about="An envelope is opened after it was sealed.",
    why="Nobody can guess what they were told already.",
    example=steps(
        "id: a, imagined: It is four., opens: b", 'id: b, predict: "How late?", right: 4, lowest: 0, highest: 9'
    ),
)
ENDS_WITHOUT_QUESTION: Final = Slip(
    code="ends-without-question",
    says="a scene ends with a question, if only 'go'; else its last lines would show under the next one",
    about="Every scene but the last ends with a question.",
    why="A question is where a screen ends; without one two scenes run together.",
    example=small(scene("id: a, imagined: The kettle is on."), _END),
)
ENDS_WITH_A_MAYBE: Final = Slip(
    code="ends-with-a-maybe",
    says="the question that ends a scene is asked of everybody; take '{key}' out, or add a 'go' after it",
    about="The question that ends a scene has no condition, and is there in every cut.",
    why="For whom it is passed over, two scenes run together.",
    example=small(scene("id: a, go: Go on, when: rest > 3"), _END),
)
TELLS_AFTER_ITS_END: Final = Slip(
    code="tells-after-its-end",
    says="what is told here would show under the next scene; let this one end with a 'go'",
    about="The question that ends a scene tells nothing after it.",
    why="What an answer tells is shown with what comes next.",
    example=small(
        scene(
            "id: a, choose: And now, options: [{id: b, text: Yes., then: [{id: d, imagined: Good.}]}, "
            "{id: c, text: No.}]"
        ),
        _END,
    ),
)
