"""The kinds of question as the player meets them, a widget each. Only the table below knows which is which."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from game.screens.questions.base import Asked
    from game.story.questions import AnyQuestion

WIDGETS: Final = {
    "go": "GoOn",
    "tally": "WeekTold",
    "choose": "ChooseOne",
    "predict": "SealAGuess",
    "spend": "SpendIt",
    "arrange": "PutInOrder",
    "find": "FindTheFault",
    "fix": "FixTheTower",
    "night": "TheNight",
    "tell": "TellOnAScale",
}
"""The widget of every kind, in the module that has the kind's name, which is read when it is first needed."""


def widget_for(question: AnyQuestion) -> type[Asked]:
    """The widget that asks this question."""
    module = import_module(f"{__name__}.{question.kind}")
    return cast("type[Asked]", getattr(module, WIDGETS[question.kind]))
