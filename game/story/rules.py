"""What a script must keep to beyond its shape: names, ids, order, characters, provenance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from game.story.beat import Beat
from game.story.condition import COUNT_NAMES, GAUGE_NAMES, Condition
from game.story.model import Path, Scene, Spine, parts_of
from game.story.problems import Problem, did_you_mean
from game.story.provenance import Provenance
from game.story.questions import Predict, Question, Tally, Tell
from game.story.questions.base import Offer
from game.story.state import Effects
from game.story.yamltree import Node

CHARACTERS: Final = frozenset(map(chr, range(32, 127))) | frozenset("“”‘’–·×→½é")
"""What a text may hold: characters that every terminal shows and measures alike."""


class Sheet(NamedTuple):
    """A scene beside the file it was read from."""

    file: str
    scene: Scene
    tree: Node

    def problem(self, path: Path, what: str) -> Problem:
        """A problem at the place the keys lead to."""
        node = self.tree.at(path)
        return Problem(self.file, node.line, node.column, what)


def scene_problems(
    sheet: Sheet, spine: Spine, numbers: Iterable[str], provenance: Provenance
) -> Iterator[Problem]:
    """What is wrong within one scene."""
    flags = {flag.name for flag in spine.flags}
    known = {*flags, *numbers, *GAUGE_NAMES, *COUNT_NAMES}
    for path, part in parts_of(sheet.scene):
        match part:
            case Condition():
                for name in sorted(part.names - known):
                    yield sheet.problem(path, f"unknown name '{name}' in a condition{did_you_mean(name, known)}")
            case Effects():
                for name in part.flags:
                    if name not in flags:
                        yield sheet.problem(path, f"unknown flag '{name}'{did_you_mean(name, flags)}")
            case Beat():
                for where, what in provenance.remarks(part):
                    yield sheet.problem((*path, *where), what)
            case Question() | Offer():
                for fault in part.faults():
                    yield sheet.problem((*path, *fault.path), fault.what)
        if isinstance(part, Tally) and sheet.scene.day is None:
            yield sheet.problem(path, "a tally closes a week; it stands in a scene that has a day")
        if isinstance(part, tuple):
            yield from _repeated(sheet, path, part)
    yield from _strange_characters(sheet)


def _repeated(sheet: Sheet, path: Path, items: tuple[object, ...]) -> Iterator[Problem]:
    """Ids that stand twice in one list. Steps are held unique over the whole story instead."""
    seen: set[str] = set()
    for index, item in enumerate(items):
        name = getattr(item, "id", None)
        if name is None or isinstance(item, Beat | Question):
            continue
        if name in seen:
            yield sheet.problem((*path, index, "id"), f"the id '{name}' stands twice in this list")
        seen.add(name)


def _strange_characters(sheet: Sheet) -> Iterator[Problem]:
    for path, part in parts_of(sheet.scene):
        if isinstance(part, str):
            strange = sorted(set(part) - CHARACTERS)
            for character in strange:
                what = f"the character '{character}' (U+{ord(character):04X}) is not one that every terminal shows"
                if character in "\n\r\t":
                    what = "a line break inside a text; fold it with '>-' or write it on one line"
                yield sheet.problem(path, what)


def numbers_kept(sheets: Iterable[Sheet]) -> set[str]:
    """Every name under which a scene keeps a number."""
    return {part.keep for sheet in sheets for _, part in parts_of(sheet.scene) if isinstance(part, Tell)}


def story_problems(sheets: list[Sheet]) -> Iterator[Problem]:
    """What is wrong between scenes: ids used twice, days out of order, envelopes opened that nobody sealed."""
    scenes: dict[str, Sheet] = {}
    steps: dict[str, tuple[Sheet, Path]] = {}
    sealed: set[str] = set()
    envelopes = [p.id for s in sheets for _, p in parts_of(s.scene) if isinstance(p, Predict)]
    last_day = 0
    for sheet in sheets:
        scene = sheet.scene
        if scene.id in scenes:
            other = scenes[scene.id].file
            yield sheet.problem(("id",), f"the scene id '{scene.id}' is taken by {other}")
        scenes.setdefault(scene.id, sheet)
        if scene.day is not None:
            if scene.day <= last_day:
                yield sheet.problem(("day",), f"day {scene.day} comes after day {last_day} here; days only go up")
            last_day = max(last_day, scene.day)
        for path, part in parts_of(scene):
            if not isinstance(part, Beat | Question):
                continue
            if part.id in steps:
                first, place = steps[part.id]
                node = first.tree.at((*place, "id"))
                yield sheet.problem((*path, "id"), f"the id '{part.id}' is taken at {first.file}:{node.line}")
            steps.setdefault(part.id, (sheet, path))
            if isinstance(part, Predict):
                sealed.add(part.id)
            if isinstance(part, Beat) and part.opens is not None and part.opens not in sealed:
                later = part.opens in envelopes
                what = "is sealed only later" if later else f"is no envelope{did_you_mean(part.opens, envelopes)}"
                yield sheet.problem((*path, "opens"), f"'{part.opens}' {what}")
    yield from _endings(sheets)


def _endings(sheets: list[Sheet]) -> Iterator[Problem]:
    for sheet in sheets[:-1]:
        last = len(sheet.scene.beats) - 1
        if not isinstance(sheet.scene.beats[last], Question):
            what = "a scene ends with a question, if only 'go'; else its last lines would show under the next one"
            yield sheet.problem(("beats", last), what)
