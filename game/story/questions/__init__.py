"""The kinds of question, a module each. A kind is one thing in four places: its struct here, its widget in
``screens/questions``, its prompt in ``plain`` and its form in ``classroom``.
"""  # noqa: D205

from game.story.questions.arrange import Arrange
from game.story.questions.base import Answer, Question
from game.story.questions.choose import Choose
from game.story.questions.find import Find
from game.story.questions.fix import Fix
from game.story.questions.go import Go, Tally
from game.story.questions.night import Night
from game.story.questions.predict import Predict
from game.story.questions.renovation import Renovation
from game.story.questions.spend import Spend
from game.story.questions.tell import Tell

AnyQuestion = Go | Tally | Choose | Predict | Spend | Arrange | Find | Fix | Night | Tell

__all__ = [
    "Answer",
    "AnyQuestion",
    "Arrange",
    "Choose",
    "Find",
    "Fix",
    "Go",
    "Night",
    "Predict",
    "Question",
    "Renovation",
    "Spend",
    "Tally",
    "Tell",
]
