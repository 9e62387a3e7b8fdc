"""The prompts, one for each kind of question, under the word that the kind has in a script."""

from typing import Any, Final

from game.plain.questions.arrange import ArrangePrompt
from game.plain.questions.base import Asked, Later, More, Prompt, Shown, Unclear
from game.plain.questions.choose import ChoosePrompt
from game.plain.questions.find import FindPrompt
from game.plain.questions.go import GoPrompt, TallyPrompt
from game.plain.questions.night import NightPrompt
from game.plain.questions.predict import PredictPrompt
from game.plain.questions.renovation import RenovationPrompt
from game.plain.questions.spend import SpendPrompt
from game.plain.questions.tell import TellPrompt

PROMPTS: Final[dict[str, Prompt[Any]]] = {
    "go": GoPrompt(),
    "tally": TallyPrompt(),
    "choose": ChoosePrompt(),
    "predict": PredictPrompt(),
    "spend": SpendPrompt(),
    "arrange": ArrangePrompt(),
    "find": FindPrompt(),
    "fix": RenovationPrompt(),
    "night": NightPrompt(),
    "tell": TellPrompt(),
}

__all__ = ["PROMPTS", "Asked", "Later", "More", "Prompt", "Shown", "Unclear"]
