"""What a script must keep to where it tells what comes after the end: endings, the record, the recall."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final, NamedTuple

from game.story.beat import Beat, Imagined
from game.story.model import Path, Spine
from game.story.node import Node
from game.story.problems import Problem, Said, did_you_mean
from game.story.provenance import Provenance
from game.story.questions import Predict, Question
from game.story.rulebook import after, form, names
from game.story.rules import Sheet, steps_of

MOST_WORDS: Final = 60
"""Words of the longest ending: a screen's worth, as anywhere in a story."""


class SpineSheet(NamedTuple):
    """The spine beside the file it was read from."""

    file: str
    spine: Spine
    tree: Node

    def problem(self, path: Path, said: Said | str) -> Problem:
        """A problem at the place the keys lead to, as a rule says it or in plain words."""
        return self.tree.at(path).problem(self.file, said)


def ending_problems(sheet: SpineSheet, known: Set[str] | None, provenance: Provenance | None) -> Iterator[Problem]:
    """What is wrong with the endings. ``known`` are all names of conditions, or None where some may be missing."""
    endings, seen = sheet.spine.endings, set[str]()
    for index, ending in enumerate(endings):
        here: Path = ("endings", index)
        if ending.id in seen:
            yield sheet.problem((*here, "id"), names.ID_TWICE(name=ending.id, where="this list"))
        seen.add(ending.id)
        if (words := len(ending.text.split())) > MOST_WORDS:
            said = form.TOO_MANY_WORDS(words=words, what="an ending has", most=MOST_WORDS)
            yield sheet.problem((*here, "text"), said)
        if sheet.tree.at(here).whole():
            yield from _reach(sheet, here, last=index == len(endings) - 1)
        for name in sorted(ending.when.names - known) if ending.when and known is not None else ():
            said = names.UNKNOWN_NAME(name=name, advice=did_you_mean(name, known or ()))
            yield sheet.problem((*here, "when"), said)
        for key in ("title", "text") if provenance else ():
            told = Imagined(id=ending.id, text=getattr(ending, key))
            for _, said in provenance.remarks(told) if provenance else ():
                yield sheet.problem((*here, key), said)


def _reach(sheet: SpineSheet, here: Path, *, last: bool) -> Iterator[Problem]:
    """The first ending whose condition is met is shown: so the last one has none, and only the last one."""
    when = sheet.spine.endings[int(here[1])].when
    if last and when is not None and not sheet.tree.at(here[:1]).torn:
        yield sheet.problem((*here, "when"), after.LAST_ENDING())
    elif not last and when is None:
        yield sheet.problem(here, after.ENDING_HIDES_OTHERS())


def record_problems(sheet: SpineSheet, provenance: Provenance | None) -> Iterator[Problem]:
    """What is wrong with the record: its lines are held against the ledger, and stand for every play alike."""
    for index, beat in enumerate(sheet.spine.record):
        for key in ("when", "cuts", "clock", "opens"):
            if getattr(beat, key):
                yield sheet.problem(("record", index, key), after.RECORD_CONDITIONAL(key=key))
        for where, said in provenance.remarks(beat) if provenance else ():
            yield sheet.problem(("record", index, *where), said)


def recall_problems(sheet: Sheet) -> Iterator[Problem]:
    """What is wrong with the recall beyond what is wrong with a scene: it asks only what it can answer."""
    if sheet.scene.day is not None:
        yield sheet.problem(("day",), after.RECALL_HAS_DAY())
    if sheet.scene.lesson is not None:
        yield sheet.problem(("lesson",), after.RECALL_HAS_LESSON())
    asked: dict[str, Path] = {}
    for path, step in steps_of(sheet):
        for key in ("when", "cuts"):
            if getattr(step, key):
                yield sheet.problem((*path, key), after.RECALL_CONDITIONAL(key=key))
        if isinstance(step, Predict):
            asked[step.id] = path
        elif isinstance(step, Question):
            yield sheet.problem(path, after.RECALL_ASKS(kind=step.kind))
        elif step.opens is not None and asked.pop(step.opens, None) is None:
            said = after.RECALL_OPENS_NOTHING(name=step.opens, advice=did_you_mean(step.opens, asked))
            yield sheet.problem((*path, "opens"), said)
    for name, path in asked.items():
        yield sheet.problem(path, after.RECALL_UNANSWERED(name=name))


def ids_taken(sheet: SpineSheet, sheets: list[Sheet], recall: list[Sheet]) -> Iterator[Problem]:
    """Ids of the record and of the recall that a step of the story has, or one of their own."""
    taken = {step.id: each.file for each in sheets for _, step in steps_of(each)}
    later: list[tuple[SpineSheet | Sheet, Path, Beat | Question]] = [
        (sheet, ("record", index), beat) for index, beat in enumerate(sheet.spine.record)
    ]
    later += [(each, path, step) for each in recall for path, step in steps_of(each)]
    for where, path, step in later:
        if step.id in taken:
            yield where.problem((*path, "id"), names.ID_TAKEN(what="id", name=step.id, by=taken[step.id]))
        taken.setdefault(step.id, where.file)
