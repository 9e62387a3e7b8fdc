"""What a script must keep to beyond its shape: names, ids, order, characters, provenance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from keyword import iskeyword
from typing import Final, NamedTuple

from game.story.beat import Beat
from game.story.condition import COUNT_NAMES, GAUGE_NAMES, NIGHT_NAMES, PLAYED_BEFORE, Condition
from game.story.facts import MAY_STAY
from game.story.glossary import Glossary
from game.story.model import Path, Scene, Spine, parts_of
from game.story.problems import Problem, did_you_mean
from game.story.provenance import Provenance
from game.story.questions import Predict, Question, Tally, Tell
from game.story.questions.base import Offer
from game.story.state import Effects
from game.story.yamltree import Node

CHARACTERS: Final = frozenset(map(chr, range(32, 127))) | frozenset("“”‘’–·×→½é")
"""What a text may hold: characters that every terminal shows and measures alike."""


EVERY_PLAY_HAS: Final = frozenset((*GAUGE_NAMES, *COUNT_NAMES, *NIGHT_NAMES, PLAYED_BEFORE))
"""The names of numbers that nobody declares."""


class Sheet(NamedTuple):
    """A scene beside the file it was read from."""

    file: str
    scene: Scene
    tree: Node

    def problem(self, path: Path, what: str) -> Problem:
        """A problem at the place the keys lead to."""
        node = self.tree.at(path)
        return Problem(self.file, node.line, node.column, what)


def spine_problems(file: str, spine: Spine, tree: Node) -> Iterator[Problem]:
    """What is wrong within the spine."""
    for index, flag in enumerate(spine.flags):
        node = tree.at(("flags", index, "name"))
        if what := _taken(flag.name):
            yield Problem(file, node.line, node.column, what)
        elif flag.name in [other.name for other in spine.flags[:index]]:
            yield Problem(file, node.line, node.column, f"the flag '{flag.name}' stands here a second time")
    yield from strange_characters(file, spine, tree)


def _taken(name: str) -> str:
    """Why a name cannot be given to a flag or a number."""
    if name in EVERY_PLAY_HAS:
        return f"'{name}' is a number that every play has; take another name"
    return f"'{name}' means something else in a condition; take another name" if iskeyword(name) else ""


def scene_problems(
    sheet: Sheet, flags: Set[str] | None, numbers: Set[str] | None, provenance: Provenance | None
) -> Iterator[Problem]:
    """What is wrong within one scene. What is None is not known whole, and nothing is held against it."""
    known = flags | numbers | EVERY_PLAY_HAS if flags is not None and numbers is not None else None
    for path, part in parts_of(sheet.scene):
        match part:
            case Condition() if known is not None:
                for name in sorted(part.names - known):
                    yield sheet.problem(path, f"unknown name '{name}' in a condition{did_you_mean(name, known)}")
            case Effects() if flags is not None:
                yield from _unknown_flags(sheet, path, part, flags)
            case Beat() if provenance is not None:
                for where, what in provenance.remarks(part):
                    yield sheet.problem((*path, *where), what)
            case Question() | Offer() if sheet.tree.at(path).whole():
                for fault in part.faults():
                    yield sheet.problem((*path, *fault.path), fault.what)
        yield from _misplaced(sheet, path, part)
        if isinstance(part, Tell):
            what = _taken(part.keep) or (
                f"'{part.keep}' is a flag; take another name" if part.keep in (flags or ()) else ""
            )
            if what:
                yield sheet.problem((*path, "as"), what)
        if isinstance(part, tuple):
            yield from _repeated(sheet, path, part)
    yield from strange_characters(sheet.file, sheet.scene, sheet.tree)


def _misplaced(sheet: Sheet, path: Path, part: object) -> Iterator[Problem]:
    """What can only be asked within a day, or only between days, or is no fact."""
    if isinstance(part, Tally) and sheet.scene.day is None:
        yield sheet.problem(path, "a tally closes a week; it stands in a scene that has a day")
    if isinstance(part, Beat | Question) and part.facts and part.kind not in MAY_STAY:
        what = f"'{part.kind}' cannot be kept where only facts are told; take 'facts' out"
        yield sheet.problem((*path, "facts"), what)


def _unknown_flags(sheet: Sheet, path: Path, effects: Effects, flags: Set[str]) -> Iterator[Problem]:
    for key, names in (("set", effects.set), ("clear", effects.clear)):
        for index, name in enumerate(names):
            if name not in flags:
                advice = did_you_mean(name, flags) or "; every flag is declared in story.yaml"
                yield sheet.problem((*path, key, index), f"unknown flag '{name}'{advice}")


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


def strange_characters(file: str, struct: Spine | Scene | Glossary, tree: Node) -> Iterator[Problem]:
    """Characters in a file that not every terminal shows."""
    for path, part in parts_of(struct):
        for character in sorted(set(part) - CHARACTERS) if isinstance(part, str) else ():
            node = tree.at(path)
            shown = f"'{character}' " if character.isprintable() else ""
            what = (
                f"the character {shown}(U+{ord(character):04X}) is not one that every terminal shows; take another"
            )
            if character in "\n\r\t":
                what = "a line break or a tab inside a text; fold it with '>-' or write it on one line"
            yield Problem(file, node.line, node.column, what)


def numbers_kept(sheets: Iterable[Sheet]) -> set[str]:
    """Every name under which a scene keeps a number."""
    return {part.keep for sheet in sheets for _, part in parts_of(sheet.scene) if isinstance(part, Tell)}


def story_problems(sheets: list[Sheet], *, whole: bool) -> Iterator[Problem]:
    """What is wrong between scenes. Unless they are there ``whole``, what seems missing may be what is broken."""
    yield from _ids_taken(sheets)
    yield from _days_out_of_order(sheets)
    yield from _endings(sheets)
    if whole:
        yield from _never_sealed(sheets)


def _steps(sheet: Sheet) -> Iterator[tuple[Path, Beat | Question]]:
    return ((path, part) for path, part in parts_of(sheet.scene) if isinstance(part, Beat | Question))


def _ids_taken(sheets: list[Sheet]) -> Iterator[Problem]:
    scenes: dict[str, str] = {}
    steps: dict[str, str] = {}
    for sheet in sheets:
        if (name := sheet.scene.id) in scenes:
            yield sheet.problem(("id",), f"the scene id '{name}' is taken ({scenes[name]}); give this its own")
        scenes.setdefault(name, sheet.file)
        for path, step in _steps(sheet):
            here = (*path, "id")
            if step.id in steps:
                yield sheet.problem(here, f"the id '{step.id}' is taken ({steps[step.id]}); give this its own")
            steps.setdefault(step.id, f"{sheet.file}:{sheet.tree.at(here).line}")


def _days_out_of_order(sheets: list[Sheet]) -> Iterator[Problem]:
    last = 0
    for sheet in sheets:
        day = sheet.scene.day
        if day is not None and day <= last:
            yield sheet.problem(("day",), f"day {day} comes after day {last} here; days only go up")
        last = max(last, day or 0)


def _never_sealed(sheets: list[Sheet]) -> Iterator[Problem]:
    """Envelopes that are opened before anybody sealed them."""
    envelopes = {step.id for sheet in sheets for _, step in _steps(sheet) if isinstance(step, Predict)}
    sealed: set[str] = set()
    for sheet in sheets:
        for path, step in _steps(sheet):
            if isinstance(step, Predict):
                sealed.add(step.id)
            elif isinstance(step, Beat) and step.opens is not None and step.opens not in sealed:
                later = step.opens in envelopes
                what = "is sealed only later in the story; open it after that"
                if not later:
                    advice = did_you_mean(step.opens, envelopes) or "; no 'predict' has this id"
                    what = f"is no envelope{advice}"
                yield sheet.problem((*path, "opens"), f"'{step.opens}' {what}")


def _endings(sheets: list[Sheet]) -> Iterator[Problem]:
    """Scenes that do not end with a question whatever was answered, or that tell something after it."""
    for sheet in sheets[:-1]:
        steps = sheet.scene.beats
        path, end = ("beats", len(steps) - 1), steps[-1]
        if sheet.tree.at(("beats",)).torn:
            continue
        if not isinstance(end, Question):
            what = "a scene ends with a question, if only 'go'; else its last lines would show under the next one"
            yield sheet.problem(path, what)
        elif key := next((key for key in ("when", "cuts") if getattr(end, key)), ""):
            what = (
                f"the question that ends a scene is asked of everybody; take '{key}' out, or add a 'go' after it"
            )
            yield sheet.problem((*path, key), what)
        elif told := next((way for way, part in parts_of(end) if isinstance(part, Beat)), None):
            what = "what is told here would show under the next scene; let this one end with a 'go'"
            yield sheet.problem((*path, *told), what)
