"""A whole script, read and checked: the spine, every scene in order, the ledger they cite, and the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from game.story.after_rules import SpineSheet, ending_problems, ids_taken, recall_problems, record_problems
from game.story.beat import Beat
from game.story.glossary import Glossary
from game.story.glossary_file import glossary_and_problems
from game.story.ledger import Ledger
from game.story.lesson_rules import lesson_problems
from game.story.model import Scene, Spine, parts_of
from game.story.problems import BrokenScript, Problem, did_you_mean
from game.story.provenance import Provenance
from game.story.reader import SPINE, Script, digest_of, elsewhere, read_file
from game.story.rules import EVERY_PLAY_HAS, Sheet, numbers_kept, scene_problems, spine_problems, story_problems
from game.story.story import Place
from game.story.week_rules import week_problems
from game.story.yamltree import Node

ENDING: Final = ".yaml"
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
        raise BrokenScript([Problem(str(script.scenes), 0, 0, f"is no folder; give the one that holds {SPINE}")])
    spine, tree, problems = read_file(script.scenes / SPINE, script.shown(SPINE), Spine)
    flags = {flag.name for flag in spine.flags} if spine and not problems else None
    ledger, in_ledger = _read_ledger(script)
    provenance = Provenance(ledger) if ledger and not in_ledger else None
    glossary, in_glossary = glossary_and_problems(script)
    problems += in_ledger + in_glossary
    if spine is None or tree is None:
        raise BrokenScript(problems)
    problems += spine_problems(script.shown(SPINE), spine, tree)
    names, recalls, in_folder = _files(script, spine, tree)
    sheets, in_scenes = _read_sheets(script, names)
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
    judged += week_problems(ends, sheets, provenance)
    problems += elsewhere(judged, problems)
    if problems or ledger is None:
        raise BrokenScript(set(problems))
    places = tuple(_place(script, name, sheet) for name, sheet in zip(names, sheets, strict=True))
    asked = recall[0] if recall else None
    return Read(spine, tuple(sheets), ledger, places, asked, asked and _place(script, recalls[0], asked), glossary)


def _place(script: Script, name: str, sheet: Sheet) -> Place:
    return Place.of(name, sheet.scene, digest_of((script.scenes / name).read_bytes()))


def read_ledger(script: Script) -> Ledger:
    """The ledger. Raises ``BrokenScript`` with all its problems."""
    ledger, problems = _read_ledger(script)
    if ledger is None or problems:
        raise BrokenScript(problems)
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
                node = tree.at((group, index, "id"))
                yield Problem(shown, node.line, node.column, f"the id '{name}' stands twice in the ledger")
            known.add(name)
    for index, fact in enumerate(ledger.facts):
        if len(fact.quoted_phrase.split()) > 8:
            node = tree.at(("facts", index, "quoted_phrase"))
            yield Problem(shown, node.line, node.column, "a quoted phrase has at most eight words")
    for index, entry in enumerate(ledger.derived):
        for at, name in enumerate(entry.inputs):
            node = tree.at(("derived", index, "inputs", at))
            if name not in known:
                yield Problem(shown, node.line, node.column, f"unknown entry '{name}'{did_you_mean(name, known)}")
            elif entry in ledger.behind(name):
                yield Problem(shown, node.line, node.column, f"'{entry.id}' rests on itself by way of '{name}'")


def _files(script: Script, spine: Spine, tree: Node) -> tuple[list[str], list[str], list[Problem]]:
    """The scene files in the order in which they are played, the recall's, and what is wrong with the folder."""
    names: list[str] = []
    problems: list[Problem] = []
    there = sorted(
        path.relative_to(script.scenes).as_posix() for path in script.scenes.rglob("*") if path.is_file()
    )
    roots = {name.split("/")[0].removesuffix(ENDING) for name in there if name.endswith(ENDING)} - {"story"}
    for index, part in enumerate(spine.parts):
        found = [name for name in there if name == part + ENDING or _within(name, part)]
        if not found or part in spine.parts[:index]:
            node = tree.at(("parts", index))
            what = f"there is no {part}{ENDING} and nothing in {part}/{did_you_mean(part, roots - {part})}"
            if found:
                what = f"'{part}' stands twice in the parts"
            problems.append(Problem(script.shown(SPINE), node.line, node.column, what))
            continue
        names += found
    asked = spine.recall or SPINE  # nothing of a script lies within its spine
    recalls = [name for name in there if name == asked + ENDING or _within(name, asked)]
    if what := _no_recall(spine, recalls, names, roots):
        node = tree.at(("recall",))
        problems.append(Problem(script.shown(SPINE), node.line, node.column, what))
        recalls = []
    for name in there:
        if name.endswith(OTHER_ENDINGS):
            problems.append(Problem(script.shown(name), 0, 0, f"is not read; let its name end in {ENDING}"))
        elif name.endswith(ENDING) and name not in (SPINE, *names, *recalls):
            what = f"is never played: add '{name.split('/')[0].removesuffix(ENDING)}' to 'parts' in {SPINE}"
            problems.append(Problem(script.shown(name), 0, 0, what))
    return names, recalls, problems


def _no_recall(spine: Spine, recalls: list[str], names: list[str], roots: set[str]) -> str:
    """Why the recall that the spine names is none; empty when it is one, or none is named."""
    if spine.recall is None:
        return ""
    if not recalls:
        near = did_you_mean(spine.recall, roots - {*spine.parts})
        return f"there is no {spine.recall}{ENDING} and nothing in {spine.recall}/{near}"
    if set(recalls) & set(names):
        return f"'{spine.recall}' is one of the parts; the recall is asked days later and is no part of the play"
    return "" if len(recalls) == 1 else f"there are {len(recalls)} files in {spine.recall}/; a recall is one file"


def _within(name: str, part: str) -> bool:
    return name.endswith(ENDING) and name.startswith(f"{part}/")
