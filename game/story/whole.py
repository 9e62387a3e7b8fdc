"""A whole script, read and checked: the spine, every scene in order, the ledger they cite, and the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from game.story.after_rules import SpineSheet, ending_problems, ids_taken, recall_problems, record_problems
from game.story.beat import Beat
from game.story.folder import ENDING, SPINE, Script, digest_at
from game.story.glossary import Glossary
from game.story.glossary_file import glossary_and_problems
from game.story.id_rules import former_id_problems
from game.story.ledger import Ledger
from game.story.lesson_rules import lesson_problems
from game.story.model import Scene, Spine, parts_of
from game.story.node import Node
from game.story.plan import FOLDER
from game.story.problems import Problem, Said, did_you_mean
from game.story.provenance import Provenance
from game.story.reader import elsewhere, read_file
from game.story.rulebook import files, names, sources
from game.story.rules import EVERY_PLAY_HAS, Sheet, numbers_kept, scene_problems, spine_problems, story_problems
from game.story.step import ID
from game.story.story import Place
from game.story.week_rules import week_problems

OTHER_ENDINGS: Final = (".yml", ".YAML", ".YML", ".yaml.txt")


class Read(NamedTuple):
    """A script read whole and found sound. ``sheets`` are what is played; ``recall`` is asked days later."""

    spine: Spine
    sheets: tuple[Sheet, ...]
    ledger: Ledger
    places: tuple[Place, ...]
    recall: Sheet | None = None
    recall_place: Place | None = None
    glossary: Glossary = Glossary()

    def used(self) -> set[str]:
        """The ids of all ledger entries that a beat cites, and of those they rest on."""
        told: list[Spine | Scene] = [self.spine, *(sheet.scene for sheet in self.sheets)]
        told += [self.recall.scene] if self.recall else []
        cited = {
            name for each in told for _, part in parts_of(each) if isinstance(part, Beat) for name in part.cites
        }
        return {entry.id for name in cited for entry in self.ledger.behind(name)}


def read_whole(script: Script) -> Read:
    """Read and check everything. Raises ``BrokenScript`` with every problem there is.

    What was read only in part says nothing about the rest: a fact is unknown only to a ledger read whole.
    """
    if not script.scenes.is_dir():
        raise script.broken([files.NO_FOLDER(spine=SPINE).at(str(script.scenes))])
    spine, tree, problems = read_file(script.scenes / SPINE, script.shown(SPINE), Spine)
    flags = {flag.name for flag in spine.flags} if spine and not problems else None
    ledger, in_ledger = _read_ledger(script)
    provenance = Provenance(ledger) if ledger and not in_ledger else None
    glossary, in_glossary = glossary_and_problems(script)
    problems += in_ledger + in_glossary
    if spine is None or tree is None:
        raise script.broken([*problems, *_without_spine(script, provenance)])
    problems += spine_problems(script.shown(SPINE), spine, tree)
    scenes, recalls, in_folder = _files(script, spine, tree)
    sheets, in_scenes = _read_sheets(script, scenes)
    recall, in_recall = _read_sheets(script, recalls)
    whole = not in_folder and not in_scenes
    numbers = numbers_kept(sheets) if whole else None
    problems += in_folder + in_scenes + in_recall
    every = [*sheets, *recall]
    judged = [each for sheet in every for each in scene_problems(sheet, flags, numbers, provenance)]
    judged += [each for sheet in every for each in lesson_problems(sheet)]
    judged += story_problems(sheets, whole=whole)
    judged += [each for sheet in recall for each in recall_problems(sheet)]
    known = flags | numbers | EVERY_PLAY_HAS if flags is not None and numbers is not None else None
    ends = SpineSheet(script.shown(SPINE), spine, tree)
    judged += [*ending_problems(ends, known, provenance), *record_problems(ends, provenance)]
    judged += ids_taken(ends, sheets, recall)
    judged += former_id_problems(ends, every)
    judged += week_problems(ends, sheets, provenance)
    problems += elsewhere(judged, problems)
    if problems or ledger is None:
        raise script.broken(set(problems))
    places = tuple(_place(script, name, sheet) for name, sheet in zip(scenes, sheets, strict=True))
    asked = recall[0] if recall else None
    return Read(spine, tuple(sheets), ledger, places, asked, asked and _place(script, recalls[0], asked), glossary)


def _without_spine(script: Script, provenance: Provenance | None) -> Iterator[Problem]:
    """What is wrong within single scenes where the spine says nothing of them; nothing where there is no spine."""
    if not (script.scenes / SPINE).is_file():
        return
    names = [name for name in script.files() if name.endswith(ENDING) and name != SPINE]
    sheets, problems = _read_sheets(script, [name for name in names if not _within(name, FOLDER)])
    judged = (each for sheet in sheets for each in scene_problems(sheet, None, None, provenance))
    yield from problems + elsewhere(judged, problems)


def _place(script: Script, name: str, sheet: Sheet) -> Place:
    return Place.of(name, sheet.scene, digest_at(script.scenes / name))


def read_ledger(script: Script) -> Ledger:
    """The ledger. Raises ``BrokenScript`` with all its problems."""
    ledger, problems = _read_ledger(script)
    if ledger is None or problems:
        raise script.broken(problems)
    return ledger


def _read_sheets(script: Script, names: list[str]) -> tuple[list[Sheet], list[Problem]]:
    """Every scene of which something can be made, and every problem in reading them."""
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for name in names:
        scene, tree, more = read_file(script.scenes / name, script.shown(name), Scene)
        problems += more
        if scene is not None and tree is not None:
            sheets.append(Sheet(script.shown(name), scene, tree))
    return sheets, problems


def _read_ledger(script: Script) -> tuple[Ledger | None, list[Problem]]:
    shown = f"{script.ledger.parent.name}/{script.ledger.name}"
    ledger, tree, problems = read_file(script.ledger, shown, Ledger)
    if ledger is not None and tree is not None and not problems:
        problems += _ledger_problems(ledger, tree, shown)
    return ledger, problems


def _ledger_problems(ledger: Ledger, tree: Node, shown: str) -> Iterator[Problem]:
    known: set[str] = set()
    groups: dict[str, Sequence[object]] = {
        "facts": ledger.facts,
        "derived": ledger.derived,
        "outside": ledger.outside,
        "retellings": ledger.retellings,
    }
    for group, entries in groups.items():
        for index, entry in enumerate(entries):
            name = getattr(entry, "id", "")
            if name in known:
                said = names.ID_TWICE(name=name, where="the ledger")
                yield tree.at((group, index, "id")).problem(shown, said)
            known.add(name)
    for index, fact in enumerate(ledger.facts):
        if len(fact.quoted_phrase.split()) > 8:
            yield tree.at(("facts", index, "quoted_phrase")).problem(shown, sources.QUOTED_TOO_LONG())
    for index, entry in enumerate(ledger.derived):
        for at, name in enumerate(entry.inputs):
            node = tree.at(("derived", index, "inputs", at))
            if name not in known:
                advice = did_you_mean(name, known)
                yield node.problem(shown, sources.UNKNOWN_ENTRY(name=name, advice=advice))
            elif entry in ledger.behind(name):
                yield node.problem(shown, sources.RESTS_ON_ITSELF(name=entry.id, other=name))


def _files(script: Script, spine: Spine, tree: Node) -> tuple[list[str], list[str], list[Problem]]:
    """The scene files in the order in which they are played, the recall's, and what is wrong with the folder."""
    played: list[str] = []
    problems: list[Problem] = []
    there = script.files()
    roots = {name.split("/")[0].removesuffix(ENDING) for name in there if name.endswith(ENDING)} - {"story"}
    for index, part in enumerate(spine.parts):
        found = [name for name in there if name == part + ENDING or _within(name, part)]
        if not found or part in spine.parts[:index]:
            said = files.PART_TWICE(part=part)
            if not found:
                said = files.UNKNOWN_PART(part=part, advice=did_you_mean(part, roots - {part}))
            problems.append(tree.at(("parts", index)).problem(script.shown(SPINE), said))
            continue
        played += found
    asked = spine.recall or SPINE  # nothing of a script lies within its spine
    recalls = [name for name in there if name == asked + ENDING or _within(name, asked)]
    if no_recall := _no_recall(spine, recalls, played, roots):
        problems.append(tree.at(("recall",)).problem(script.shown(SPINE), no_recall))
    for name in there:
        if name.endswith(OTHER_ENDINGS):
            problems.append(files.WRONG_ENDING(ending=ENDING).at(script.shown(name)))
        elif name.endswith(ENDING) and name not in (SPINE, *played, *recalls) and not _within(name, FOLDER):
            advice = _advice(name.split("/")[0].removesuffix(ENDING))
            problems.append(files.NEVER_PLAYED(advice=advice, spine=SPINE).at(script.shown(name)))
    return played, [] if no_recall else recalls, problems


def _no_recall(spine: Spine, recalls: list[str], played: list[str], roots: set[str]) -> Said | None:
    """Why the recall that the spine names is none; None when it is one, or none is named."""
    if spine.recall is None:
        return None
    if not recalls:
        near = did_you_mean(spine.recall, roots - {*spine.parts})
        return files.UNKNOWN_PART(part=spine.recall, advice=near)
    if set(recalls) & set(played):
        return files.RECALL_IN_PARTS(part=spine.recall)
    return files.RECALL_IN_PIECES(count=len(recalls), part=spine.recall) if len(recalls) > 1 else None


def _advice(part: str) -> str:
    """How a file or a folder of this name becomes a part."""
    if re.fullmatch(ID, part):
        return f"add '{part}'"
    return f"rename '{part}' with small letters, digits and single hyphens, and add that"


def _within(name: str, part: str) -> bool:
    return name.endswith(ENDING) and name.startswith(f"{part}/")
