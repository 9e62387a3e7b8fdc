"""The rule of the trade: a word that is plain to an engineer and to nobody else is explained, or not used.

Some such words are everyday words too: a fork may lie beside a plate. So it is for the writer to judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.proof.galley import Galley
from game.proof.rule import Example, rule, scene
from game.story.problems import Problem
from game.story.rulebook.example import WORDS


@rule(
    code="trade-word",
    about="A line uses no word that the glossary lists under 'trade'.",
    why="Such a word is plain to an engineer, and nothing explains it to anybody else. It may be meant otherwise.",
    severity="note",
    example=Example((scene("id: a, imagined: You refactor the stairs."),), others={WORDS: "trade: [refactor]\n"}),
)
def trade_words(galley: Galley) -> Iterator[Problem]:
    """Words of the trade that no term explains, each where it stands."""
    for shown in galley.shown:
        for word in dict.fromkeys(galley.read.glossary.unglossed(shown.text)):
            what = f"'{word}' is a word of the trade, and no term explains it"
            yield shown.problem(f"{what}; say it otherwise, or make a term of it in the glossary", word)


RULES: Final = (trade_words,)
