"""What a script must keep to where it says what things were called in released versions.

A play finds its answers by these ids. So a former id is nobody's today, and is claimed once: else an answer could
be taken for that of another question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from game.story.after_rules import SpineSheet
from game.story.beat import Beat
from game.story.model import Path, Scene, parts_of
from game.story.problems import Problem, Said
from game.story.questions import Question
from game.story.questions.base import Pick
from game.story.rulebook import names
from game.story.rules import Sheet

A: Final = {"scene": "a scene", "line": "a line", "question": "a question", "answer": "an answer"}


class Bearer(NamedTuple):
    """Something with an id: where it stands, and the ids that it had. Those of an answer are *question/answer*.

    ``keeps`` says whether plays keep anything under it.
    """

    sheet: Sheet
    path: Path
    id: str
    was: tuple[str, ...]
    kind: Literal["scene", "question", "answer", "line"]
    keeps: bool = True


def bearers(sheets: Iterable[Sheet]) -> Iterator[Bearer]:
    """Every scene, line and question, and every pick of a question."""
    for sheet in sheets:
        for path, part in parts_of(sheet.scene):
            match part:
                case Scene():
                    yield Bearer(sheet, path, part.id, part.was, "scene")
                case Beat():
                    yield Bearer(sheet, path, part.id, (), "line", keeps=False)
                case Question():
                    yield Bearer(sheet, path, part.id, part.was, "question", keeps=not part.is_door)
                    for way, pick in parts_of(part, path):
                        if isinstance(pick, Pick):
                            was = tuple(f"{part.id}/{old}" for old in pick.was)
                            yield Bearer(sheet, way, f"{part.id}/{pick.id}", was, "answer")


def former_id_problems(spine: SpineSheet, sheets: Iterable[Sheet]) -> Iterator[Problem]:
    """Former ids that something has today, or that stand twice."""
    found = list(bearers(sheets))
    today = {bearer.id: bearer for bearer in found}
    claimed: dict[str, str] = {}
    for bearer in found:
        for index, old in enumerate(bearer.was):
            if what := _taken(old, today, claimed):
                yield bearer.sheet.problem((*bearer.path, "was", index), what)
            claimed.setdefault(old, f"is a former id of '{_short(bearer.id)}'")
    for index, old in enumerate(spine.spine.removed):
        if what := _taken(old, today, claimed):
            yield spine.problem(("removed", index), what)
        claimed.setdefault(old, "stands in 'removed'")


def _taken(old: str, today: dict[str, Bearer], claimed: dict[str, str]) -> Said | None:
    """Why an id cannot be a former one; None when it can."""
    if bearer := today.get(old):
        place = f"{bearer.sheet.file}:{bearer.sheet.tree.at((*bearer.path, 'id')).line}"
        return names.FORMER_ID_LIVES(name=_short(old), what=A[bearer.kind], by=place)
    return names.FORMER_ID_TWICE(name=_short(old), claimed=claimed[old]) if old in claimed else None


def _short(name: str) -> str:
    return name.rpartition("/")[2]
