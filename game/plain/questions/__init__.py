"""The prompts, one for each kind of question, under the word that the kind has in a script."""

from typing import Any, Final

from game.plain.questions.arrange import ArrangePrompt
from game.plain.questions.base import Asked, Later, More, Prompt, Unclear
from game.plain.questions.choose import ChoosePrompt
from game.plain.questions.fix import FixPrompt
from game.plain.questions.go import GoPrompt, TallyPrompt
from game.plain.questions.predict import PredictPrompt
from game.plain.questions.spend import SpendPrompt
from game.plain.questions.tell import TellPrompt

PROMPTS: Final[dict[str, Prompt[Any]]] = {
    "go": GoPrompt(),
    "tally": TallyPrompt(),
    "choose": ChoosePrompt(),
    "predict": PredictPrompt(),
    "spend": SpendPrompt(),
    "arrange": ArrangePrompt(),
    "fix": FixPrompt(),
    "tell": TellPrompt(),
}

__all__ = ["PROMPTS", "Asked", "Later", "More", "Prompt", "Unclear"]
