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
from game.story.node import Node
from game.story.problems import Problem, Said, did_you_mean
from game.story.provenance import Provenance
from game.story.questions import Predict, Question, Tally, Tell
from game.story.questions.base import Offer
from game.story.rulebook import form, names, order
from game.story.state import Effects

CHARACTERS: Final = frozenset(map(chr, range(32, 127))) | frozenset("“”‘’–·×→½é")
"""What a text may hold: characters that every terminal shows and measures alike."""


EVERY_PLAY_HAS: Final = frozenset((*GAUGE_NAMES, *COUNT_NAMES, *NIGHT_NAMES, PLAYED_BEFORE))
"""The names of numbers that nobody declares."""


class Sheet(NamedTuple):
    """A scene beside the file it was read from."""

    file: str
    scene: Scene
    tree: Node

    def problem(self, path: Path, said: Said | str) -> Problem:
        """A problem at the place the keys lead to, as a rule says it or in plain words."""
        return self.tree.at(path).problem(self.file, said)


def spine_problems(file: str, spine: Spine, tree: Node) -> Iterator[Problem]:
    """What is wrong within the spine."""
    for index, flag in enumerate(spine.flags):
        node = tree.at(("flags", index, "name"))
        if means := _taken(flag.name):
            yield node.problem(file, names.NAME_TAKEN(name=flag.name, means=means))
        elif flag.name in [other.name for other in spine.flags[:index]]:
            yield node.problem(file, names.FLAG_TWICE(name=flag.name))
    yield from strange_characters(file, spine, tree)


def _taken(name: str) -> str:
    """What a name already means that is to be given to a flag or a number; empty when it means nothing."""
    if name in EVERY_PLAY_HAS:
        return "is a number that every play has"
    return "means something else in a condition" if iskeyword(name) else ""


def _a_flag(name: str, flags: Set[str] | None) -> str:
    return "is a flag" if name in (flags or ()) else ""


def scene_problems(
    sheet: Sheet, flags: Set[str] | None, numbers: Set[str] | None, provenance: Provenance | None
) -> Iterator[Problem]:
    """What is wrong within one scene. What is None is not known whole, and nothing is held against it."""
    known = flags | numbers | EVERY_PLAY_HAS if flags is not None and numbers is not None else None
    for path, part in parts_of(sheet.scene):
        match part:
            case Condition() if known is not None:
                for name in sorted(part.names - known):
                    yield sheet.problem(path, names.UNKNOWN_NAME(name=name, advice=did_you_mean(name, known)))
            case Effects() if flags is not None:
                yield from _unknown_flags(sheet, path, part, flags)
            case Beat() if provenance is not None:
                for where, said in provenance.remarks(part):
                    yield sheet.problem((*path, *where), said)
            case Question() | Offer() if sheet.tree.at(path).whole():
                for fault in part.faults():
                    yield sheet.problem((*path, *fault.path), fault.said)
        yield from _misplaced(sheet, path, part)
        if isinstance(part, Tell) and (means := _taken(part.keep) or _a_flag(part.keep, flags)):
            yield sheet.problem((*path, "as"), names.NAME_TAKEN(name=part.keep, means=means))
        if isinstance(part, tuple):
            yield from _repeated(sheet, path, part)
    yield from strange_characters(sheet.file, sheet.scene, sheet.tree)


def _misplaced(sheet: Sheet, path: Path, part: object) -> Iterator[Problem]:
    """What can only be asked within a day, or only between days, or is no fact."""
    if isinstance(part, Tally) and sheet.scene.day is None and not sheet.tree.torn:
        yield sheet.problem(path, order.TALLY_WITHOUT_DAY())
    if isinstance(part, Beat | Question) and part.facts and part.kind not in MAY_STAY:
        yield sheet.problem((*path, "facts"), order.FACTS_ON_MADE_UP(kind=part.kind))


def _unknown_flags(sheet: Sheet, path: Path, effects: Effects, flags: Set[str]) -> Iterator[Problem]:
    for key, mentioned in (("set", effects.set), ("clear", effects.clear)):
        for index, name in enumerate(mentioned):
            if name not in flags:
                advice = did_you_mean(name, flags) or "; every flag is declared in story.yaml"
                yield sheet.problem((*path, key, index), names.UNKNOWN_FLAG(name=name, advice=advice))


def _repeated(sheet: Sheet, path: Path, items: tuple[object, ...]) -> Iterator[Problem]:
    """Ids that stand twice in one list. Steps are held unique over the whole story instead."""
    seen: set[str] = set()
    for index, item in enumerate(items):
        name = getattr(item, "id", None)
        if name is None or isinstance(item, Beat | Question):
            continue
        if name in seen:
            yield sheet.problem((*path, index, "id"), names.ID_TWICE(name=name, where="this list"))
        seen.add(name)


def strange_characters(file: str, struct: Spine | Scene | Glossary, tree: Node) -> Iterator[Problem]:
    """Characters in a file that not every terminal shows."""
    for path, part in parts_of(struct):
        for character in sorted(set(part) - CHARACTERS) if isinstance(part, str) else ():
            yield tree.at(path).problem(file, _strange(character))


def _strange(character: str) -> Said:
    if character in "\n\r\t":
        return form.LINE_BREAK()
    shown = f"'{character}' " if character.isprintable() else ""
    return form.STRANGE_CHARACTER(shown=shown, character=character, code=f"U+{ord(character):04X}")


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


def steps_of(sheet: Sheet) -> Iterator[tuple[Path, Beat | Question]]:
    """Everything in a scene that has an id of its own in the whole story, and where it stands."""
    return ((path, part) for path, part in parts_of(sheet.scene) if isinstance(part, Beat | Question))


def _ids_taken(sheets: list[Sheet]) -> Iterator[Problem]:
    scenes: dict[str, str] = {}
    steps: dict[str, str] = {}
    for sheet in sheets:
        if (name := sheet.scene.id) in scenes:
            yield sheet.problem(("id",), names.ID_TAKEN(what="scene id", name=name, by=scenes[name]))
        scenes.setdefault(name, sheet.file)
        for path, step in steps_of(sheet):
            here = (*path, "id")
            if step.id in steps:
                yield sheet.problem(here, names.ID_TAKEN(what="id", name=step.id, by=steps[step.id]))
            steps.setdefault(step.id, f"{sheet.file}:{sheet.tree.at(here).line}")


def _days_out_of_order(sheets: list[Sheet]) -> Iterator[Problem]:
    last = 0
    for sheet in sheets:
        day = sheet.scene.day
        if day is not None and day <= last:
            yield sheet.problem(("day",), order.DAY_OUT_OF_ORDER(day=day, last=last))
        last = max(last, day or 0)


def _never_sealed(sheets: list[Sheet]) -> Iterator[Problem]:
    """Envelopes that are opened before anybody sealed them."""
    envelopes = {step.id for sheet in sheets for _, step in steps_of(sheet) if isinstance(step, Predict)}
    sealed: set[str] = set()
    for sheet in sheets:
        for path, step in steps_of(sheet):
            if isinstance(step, Predict):
                sealed.add(step.id)
            elif isinstance(step, Beat) and step.opens is not None and step.opens not in sealed:
                said = order.SEALED_LATER(name=step.opens)
                if step.opens not in envelopes:
                    advice = did_you_mean(step.opens, envelopes) or "; no 'predict' has this id"
                    said = order.UNKNOWN_ENVELOPE(name=step.opens, advice=advice)
                yield sheet.problem((*path, "opens"), said)


def _endings(sheets: list[Sheet]) -> Iterator[Problem]:
    """Scenes that do not end with a question whatever was answered, or that tell something after it."""
    for sheet in sheets[:-1]:
        steps = sheet.scene.beats
        path, end = ("beats", len(steps) - 1), steps[-1]
        if sheet.tree.at(("beats",)).torn:
            continue
        if not isinstance(end, Question):
            yield sheet.problem(path, order.ENDS_WITHOUT_QUESTION())
        elif key := next((key for key in ("when", "cuts") if getattr(end, key)), ""):
            yield sheet.problem((*path, key), order.ENDS_WITH_A_MAYBE(key=key))
        elif told := next((way for way, part in parts_of(end) if isinstance(part, Beat)), None):
            yield sheet.problem((*path, *told), order.TELLS_AFTER_ITS_END())
