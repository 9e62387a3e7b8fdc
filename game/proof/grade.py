"""The rule of plain words: how many years of school a week asks for, by the formula of Flesch and Kincaid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from game.proof.galley import Galley
from game.proof.rule import Example, rule, scene
from game.story.beat import Beat
from game.story.calendar import WEEK, week_of
from game.story.problems import Problem
from game.story.questions import Question
from game.story.rules import Sheet

MOST: Final = 7.0
"""Years of school."""
ENOUGH: Final = 100
"""Words; the grade of fewer says nothing."""
LINE: Final = 8
"""Words of the shortest line that is named as a hard one, if any has as many."""

_WORD: Final = re.compile(r"\w+(?:[’'-]\w+)*")
_SENTENCE: Final = re.compile(r"[.!?]+(?:[”’)]*)(?:\s|$)")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_SILENT: Final = re.compile(r"(?:[^laeiouy]e|[^aeiouydt]ed|[^aeioucgshxz]es)$")


def syllables(word: str) -> int:
    """The syllables of an English word, by its spelling: groups of vowels, less a silent end. A figure has one."""
    return sum(_syllables(part) for part in re.sub("[’']", "", word.lower()).split("-") if part) or 1


def _syllables(part: str) -> int:
    groups = len(_VOWELS.findall(part))
    return max(1, groups - (groups > 1 and _SILENT.search(part) is not None)) if groups else int(part.isdigit())


def grade(texts: Iterable[str]) -> float:
    """0.39 words a sentence + 11.8 syllables a word - 15.59. A text is one sentence at least."""
    words: list[str] = []
    sentences = 0
    for text in texts:
        words += _WORD.findall(text)
        sentences += max(1, len(_SENTENCE.findall(text)))
    if not words:
        return 0.0
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


Lines = dict[str, str]
"""The texts of lines and questions by their ids."""


def weeks(galley: Galley) -> dict[int, Lines]:
    """What is told and asked in every week; 0 is what lies outside the days."""
    found: dict[int, Lines] = {number: {} for number in range(WEEK + 1)}
    for sheet, _, part in galley.parts:
        if isinstance(part, Beat | Question):
            day = sheet.scene.day if isinstance(sheet, Sheet) else None
            found[week_of(day) if day else 0][part.id] = part.text
    return found


def grade_of(lines: Lines) -> float | None:
    """The grade of a week, or None where too little is said."""
    words = sum(len(text.split()) for text in lines.values())
    return grade(lines.values()) if words >= ENOUGH else None


@rule(
    code="grade",
    about=f"A week reads at grade {MOST:g} at most, by Flesch and Kincaid.",
    why="A player of 15 has to follow it at night, on a small screen, perhaps in a second language.",
    example=Example(
        (
            scene(
                *(
                    f"id: {name}, imagined: Notwithstanding organisational difficulties the electrician "
                    "painstakingly documents every individual characteristic of the installation."
                    for name in "abcdefgh"
                ),
            ),
        )
    ),
)
def hard_weeks(galley: Galley) -> Iterator[Problem]:
    """Weeks in hard words, at their hardest line."""
    for week, lines in weeks(galley).items():
        found = grade_of(lines)
        if found is not None and found > MOST:
            long = [name for name, text in lines.items() if len(text.split()) >= LINE]
            hardest = max(long or lines, key=lambda name: grade([lines[name]]))
            where = f"week {week}" if week else "what lies outside the days"
            what = f"{where} reads at grade {found:.1f}, at most {MOST:g}; this is its hardest line"
            yield galley.at_step(hardest, f"{what}: shorter words, or two sentences")


RULES: Final = (hard_weeks,)
