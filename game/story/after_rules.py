"""What a script must keep to where it tells what comes after the end: endings, the record, the recall."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final, NamedTuple

from game.story.beat import Beat, Imagined
from game.story.model import Path, Spine, parts_of
from game.story.problems import Problem, did_you_mean
from game.story.provenance import Provenance
from game.story.questions import Predict, Question
from game.story.rules import Sheet
from game.story.yamltree import Node

MOST_WORDS: Final = 60
"""Words of the longest ending: a screen's worth, as anywhere in a story."""


class SpineSheet(NamedTuple):
    """The spine beside the file it was read from."""

    file: str
    spine: Spine
    tree: Node

    def problem(self, path: Path, what: str) -> Problem:
        """A problem at the place the keys lead to."""
        node = self.tree.at(path)
        return Problem(self.file, node.line, node.column, what)


def ending_problems(sheet: SpineSheet, known: Set[str] | None, provenance: Provenance | None) -> Iterator[Problem]:
    """What is wrong with the endings. ``known`` are all names of conditions, or None where some may be missing."""
    endings, seen = sheet.spine.endings, set[str]()
    for index, ending in enumerate(endings):
        here: Path = ("endings", index)
        if ending.id in seen:
            yield sheet.problem((*here, "id"), f"the id '{ending.id}' stands twice in this list")
        seen.add(ending.id)
        if (words := len(ending.text.split())) > MOST_WORDS:
            yield sheet.problem((*here, "text"), f"{words} words; an ending has at most {MOST_WORDS}")
        if sheet.tree.at(here).whole():
            yield from _reach(sheet, here, last=index == len(endings) - 1)
        for name in sorted(ending.when.names - known) if ending.when and known is not None else ():
            what = f"unknown name '{name}' in a condition{did_you_mean(name, known or ())}"
            yield sheet.problem((*here, "when"), what)
        for key in ("title", "text") if provenance else ():
            said = Imagined(id=ending.id, text=getattr(ending, key))
            for _, what in provenance.remarks(said) if provenance else ():
                yield sheet.problem((*here, key), what)


def _reach(sheet: SpineSheet, here: Path, *, last: bool) -> Iterator[Problem]:
    """The first ending whose condition is met is shown: so the last one has none, and only the last one."""
    when = sheet.spine.endings[int(here[1])].when
    if last and when is not None and not sheet.tree.at(here[:1]).torn:
        what = "the last ending is for every play that meets no other; take 'when' out, or add one without"
        yield sheet.problem((*here, "when"), what)
    elif not last and when is None:
        yield sheet.problem(here, "without 'when' this ending is always met, and those after it are never shown")


def record_problems(sheet: SpineSheet, provenance: Provenance | None) -> Iterator[Problem]:
    """What is wrong with the record: its lines are held against the ledger, and stand for every play alike."""
    for index, beat in enumerate(sheet.spine.record):
        for key in ("when", "cuts", "clock", "opens"):
            if getattr(beat, key):
                what = f"a line of the record is shown to everybody; take '{key}' out"
                yield sheet.problem(("record", index, key), what)
        for where, what in provenance.remarks(beat) if provenance else ():
            yield sheet.problem(("record", index, *where), what)


def recall_problems(sheet: Sheet) -> Iterator[Problem]:
    """What is wrong with the recall beyond what is wrong with a scene: it asks only what it can answer."""
    if sheet.scene.day is not None:
        yield sheet.problem(("day",), "the recall is asked days later; it is none of the days: take 'day' out")
    if sheet.scene.lesson is not None:
        yield sheet.problem(("lesson",), "the recall is no part of a lesson; take 'lesson' out")
    asked: dict[str, Path] = {}
    for path, part in parts_of(sheet.scene):
        if isinstance(part, Beat | Question):
            for key in ("when", "cuts"):
                if getattr(part, key):
                    what = f"the recall is the same for everybody; take '{key}' out"
                    yield sheet.problem((*path, key), what)
        if isinstance(part, Predict):
            asked[part.id] = path
        elif isinstance(part, Question):
            what = f"a recall asks with 'predict', which knows what is right; '{part.kind}' does not"
            yield sheet.problem(path, what)
        elif isinstance(part, Beat) and part.opens is not None and asked.pop(part.opens, None) is None:
            what = f"'{part.opens}' is no question of the recall that stands above and is not answered yet"
            yield sheet.problem((*path, "opens"), f"{what}{did_you_mean(part.opens, asked)}")
    for name, path in asked.items():
        what = f"nothing tells the answer to '{name}'; let a line after it have 'opens: {name}'"
        yield sheet.problem(path, what)


def ids_taken(sheet: SpineSheet, sheets: list[Sheet], recall: list[Sheet]) -> Iterator[Problem]:
    """Ids of the record and of the recall that a step of the story has, or one of their own."""
    taken = {step.id: each.file for each in sheets for _, step in _steps(each)}
    later: list[tuple[SpineSheet | Sheet, Path, Beat | Question]] = [
        (sheet, ("record", index), beat) for index, beat in enumerate(sheet.spine.record)
    ]
    later += [(each, path, step) for each in recall for path, step in _steps(each)]
    for where, path, step in later:
        if step.id in taken:
            what = f"the id '{step.id}' is taken ({taken[step.id]}); give this its own"
            yield where.problem((*path, "id"), what)
        taken.setdefault(step.id, where.file)


def _steps(sheet: Sheet) -> Iterator[tuple[Path, Beat | Question]]:
    return ((path, part) for path, part in parts_of(sheet.scene) if isinstance(part, Beat | Question))
