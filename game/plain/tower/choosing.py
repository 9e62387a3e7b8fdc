"""Which board? Asked in numbers; names, a grade on the same line, and codes are taken too."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from game.freeplay import any_code
from game.plain.talk import Talk
from game.tower.boards import ANNEX, HIGH_RISE, LAUNCH, SIZES, TERRACE, Size
from game.tower.codes import BadCode, Code, daily, read
from game.tower.deduction.saying import listed
from game.tower.grades import Grade
from game.tower.longform import Drawing
from game.tower.spoken import Unclear

_FOR: Final = {
    ANNEX: "the smallest, to learn on",
    TERRACE: "a short night",
    LAUNCH: "the tower of the story",
    HIGH_RISE: "its risers are filled in two parts",
}
_GRADES: Final = tuple(Grade)
_TODAY: Final = len(SIZES) + 1
_CODE: Final = re.compile(r"\s*\w\W*\d+\s*x\s*\d", re.IGNORECASE)
"""How a code begins, right or wrong: version and size."""
_LEAST: Final = 3
"""Letters of a name that are enough to know it by."""


def chosen(talk: Talk) -> Code | Drawing:
    """The board that the player asks for."""
    talk.say("Which tower?")
    for at, size in enumerate(SIZES, 1):
        talk.say(f"{at}. {size.title}, {size.rows} floors of {size.cols} flats: {_FOR[size]}.")
    talk.say(f"{_TODAY}. Today's board, a launch night, the same for everybody.")
    talk.say(f"Type 1 to {_TODAY}, or the code of a board.")
    while True:
        try:
            asked = board_of(talk.hear())
        except Unclear as unclear:
            talk.say(str(unclear))
        else:
            return any_code(asked, _grade(talk)) if isinstance(asked, Size) else asked


def board_of(typed: str) -> Size | Code | Drawing:
    """What a line asks for: a board, or a size whose grade is still to be asked. Raises :class:`Unclear`."""
    if _CODE.match(typed):
        try:
            return read(typed)
        except BadCode as bad:
            raise Unclear(str(bad)) from None
    words = typed.lower().rstrip(".").split()
    if words in ([str(_TODAY)], ["today"], ["today's", "board"]):
        return daily(date.today())
    grade = grade_of(words[-1]) if len(words) > 1 else None
    size = _size(words[:-1] if grade else words)
    if size is None:
        raise Unclear(f"There is no such tower. Type 1 to {_TODAY}, or the code of a board, or quit.")
    return any_code(size, grade) if grade else size


def grade_of(word: str) -> Grade | None:
    """The grade of a number, a name or its first letter."""
    named = enumerate(_GRADES, 1)
    return next((grade for at, grade in named if word in (str(at), grade.name.lower(), grade.lower())), None)


def _size(words: list[str]) -> Size | None:
    name = "".join(words).replace("-", "")
    if name.isdecimal():
        return dict(enumerate(SIZES, 1)).get(int(name[:6]))
    known = {size.title.lower().replace(" ", "").replace("-", ""): size for size in SIZES}
    return next((size for title, size in known.items() if len(name) >= _LEAST and title.startswith(name)), None)


def _grade(talk: Talk) -> Grade:
    listing = listed([f"{at} {grade.name.lower()}" for at, grade in enumerate(_GRADES, 1)], "or")
    talk.say(f"How hard? {listing}.")
    while (grade := grade_of(talk.hear().lower().rstrip("."))) is None:
        talk.say(f"Type {listing}.")
    return grade
