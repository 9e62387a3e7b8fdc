"""The reader: a folder of scene files and a ledger, read into a story, with every problem in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from game.story.beat import Beat
from game.story.ledger import Derived, Ledger
from game.story.model import Scene, Spine, parts_of
from game.story.problems import BrokenScript, Problem, did_you_mean
from game.story.provenance import Provenance
from game.story.rules import Sheet, numbers_kept, scene_problems, story_problems
from game.story.shaping import shape
from game.story.story import Place
from game.story.yamltree import Node, parse, read_tree

T = TypeVar("T")

SPINE: Final = "story.yaml"
ENDING: Final = ".yaml"
OTHER_ENDINGS: Final = (".yml", ".YAML", ".YML", ".yaml.txt")


class Script(NamedTuple):
    """Where a script lies: the folder of its scenes, and its ledger."""

    scenes: Path
    ledger: Path

    def shown(self, name: str) -> str:
        """A file of the script as messages name it: from the folder that holds the scenes."""
        return f"{self.scenes.name}/{name}"


class Read(NamedTuple):
    """A script read whole and found sound."""

    spine: Spine
    sheets: tuple[Sheet, ...]
    ledger: Ledger
    places: tuple[Place, ...]

    def used(self) -> set[str]:
        """The ids of all ledger entries that a beat cites, and of those they rest on."""
        cited = {
            name
            for s in self.sheets
            for _, part in parts_of(s.scene)
            if isinstance(part, Beat)
            for name in part.cites
        }
        return {entry.id for name in cited for entry in self.ledger.behind(name)}


def digest_of(raw: bytes) -> str:
    """A short name for a file's content."""
    return sha256(raw).hexdigest()[:16]


def read_scene(script: Script, name: str, digest: str) -> Scene:
    """One scene that an earlier whole reading found sound.

    Raises ``BrokenScript`` when the file is no longer the one that was found sound.
    """
    try:
        raw = (script.scenes / name).read_bytes()
    except OSError as error:
        raise BrokenScript([Problem(script.shown(name), 0, 0, f"cannot be read: {error.strerror}")]) from None
    if digest_of(raw) == digest:
        tree, problems = parse(raw, script.shown(name))
        if tree is not None and not problems:
            scene, _, problems = shape(tree, Scene, script.shown(name))
            if scene is not None and not problems:
                return scene
    what = "was changed since the play began; start again, and the whole script is checked first"
    raise BrokenScript([Problem(script.shown(name), 0, 0, what)])


def read_ledger(script: Script) -> Ledger:
    """The ledger. Raises ``BrokenScript`` with all its problems."""
    ledger, problems = _read_ledger(script)
    if ledger is None or problems:
        raise BrokenScript(problems)
    return ledger


def read_whole(script: Script) -> Read:
    """Read and check everything. Raises ``BrokenScript`` with every problem there is."""
    spine, problems = _read(script.scenes / SPINE, script.shown(SPINE), Spine)
    ledger, more = _read_ledger(script)
    problems += more
    sheets: list[Sheet] = []
    names: list[str] = []
    sound = spine is not None and not problems
    if spine is not None:
        spine_tree, _ = read_tree(script.scenes / SPINE, script.shown(SPINE))
        names, more = _files(script, spine, spine_tree)
        problems += more
        for name in names:
            scene, tree, more = _read_scene(script, name)
            problems += more
            if scene is not None and tree is not None:
                sheets.append(Sheet(script.shown(name), scene, tree))
    sound = sound and len(sheets) == len(names)
    if spine is not None:
        provenance = Provenance(ledger or Ledger(articles={}, facts=()))
        numbers = numbers_kept(sheets)
        for sheet in sheets:
            problems += scene_problems(sheet, spine, numbers, provenance)
        if sound:
            problems += story_problems(sheets)
    if problems or spine is None or ledger is None:
        raise BrokenScript(set(problems))
    places = tuple(
        Place.of(name, sheet.scene, digest_of((script.scenes / name).read_bytes()))
        for name, sheet in zip(names, sheets, strict=True)
    )
    return Read(spine, tuple(sheets), ledger, places)


def _read(path: Path, shown: str, kind: type[T]) -> tuple[T | None, list[Problem]]:
    value, _, problems = _read_with_tree(path, shown, kind)
    return value, problems


def _read_with_tree(path: Path, shown: str, kind: type[T]) -> tuple[T | None, Node | None, list[Problem]]:
    tree, problems = read_tree(path, shown)
    if tree is None:
        return None, None, problems
    value, shaped, more = shape(tree, kind, shown)
    return value, shaped, problems + more


def _read_scene(script: Script, name: str) -> tuple[Scene | None, Node | None, list[Problem]]:
    return _read_with_tree(script.scenes / name, script.shown(name), Scene)


def _read_ledger(script: Script) -> tuple[Ledger | None, list[Problem]]:
    shown = f"{script.ledger.parent.name}/{script.ledger.name}"
    ledger, tree, problems = _read_with_tree(script.ledger, shown, Ledger)
    if ledger is not None and tree is not None:
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
        assert isinstance(entry, Derived)
        for at, name in enumerate(entry.inputs):
            if name not in known:
                node = tree.at(("derived", index, "inputs", at))
                yield Problem(shown, node.line, node.column, f"unknown entry '{name}'{did_you_mean(name, known)}")


def _files(script: Script, spine: Spine, tree: Node | None) -> tuple[list[str], list[Problem]]:
    """The scene files in the order in which they are played, and what is wrong with the folder."""
    names: list[str] = []
    problems: list[Problem] = []
    there = sorted(
        path.relative_to(script.scenes).as_posix() for path in script.scenes.rglob("*") if path.is_file()
    )
    roots = {name.split("/")[0].removesuffix(ENDING) for name in there if name.endswith(ENDING)} - {"story"}
    for index, part in enumerate(spine.parts):
        found = [name for name in there if name == part + ENDING or _within(name, part)]
        if not found:
            node = tree.at(("parts", index)) if tree else Node(None, 0, 0, {}, {})
            what = f"there is no {part}{ENDING} and nothing in {part}/{did_you_mean(part, roots - {part})}"
            problems.append(Problem(script.shown(SPINE), node.line, node.column, what))
        names += found
    for name in there:
        if name.endswith(OTHER_ENDINGS):
            problems.append(Problem(script.shown(name), 0, 0, f"is not read; let its name end in {ENDING}"))
        elif name.endswith(ENDING) and name != SPINE and name not in names:
            what = f"is never played: add '{name.split('/')[0].removesuffix(ENDING)}' to 'parts' in {SPINE}"
            problems.append(Problem(script.shown(name), 0, 0, what))
    return names, problems


def _within(name: str, part: str) -> bool:
    return name.endswith(ENDING) and name.startswith(f"{part}/")
