"""From a YAML tree to structs, with every mismatch said in words and in its place.

``msgspec`` validates and stops at the first mismatch. To report all of them, what is wrong is taken out of the
tree and the rest is tried again.
"""

from __future__ import annotations

import re
from typing import Final, TypeVar

import msgspec
from msgspec import inspect

from game.story.beat import PROVENANCE
from game.story.condition import Condition
from game.story.problems import Problem, did_you_mean
from game.story.questions import AnyQuestion
from game.story.yamltree import Node

T = TypeVar("T")

QUESTION_KINDS: Final = tuple(str(kind.__struct_config__.tag) for kind in AnyQuestion.__args__)
KINDS: Final = (*PROVENANCE, *QUESTION_KINDS)
STEP_LISTS: Final = ("beats", "then", "montage")
MOST_PROBLEMS: Final = 200

_AT: Final = re.compile(r" - at `(?:key in )?\$(?P<path>.*)`$", re.S)
_STEP: Final = re.compile(r"\.([A-Za-z_]\w*)|\[(\d+)\]|\[\.\.\.\]")
_MISSING: Final = re.compile(r"Object missing required field `(\w+)`")
_UNKNOWN: Final = re.compile(r"Object contains unknown field `(.*)`", re.S)
_LENGTH: Final = re.compile(r"Expected `array` of (?:length|at least)")

_PLAIN_WORDS: Final = {
    "`int | float`": "a number",
    "`int`": "a whole number",
    "`float`": "a number",
    "`str`": "text",
    "`bool`": "true or false",
    "`array`": "a list",
    "`object`": "a group of 'key: value' lines",
    "`null`": "nothing",
}
_PATTERNS: Final = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": "an id: small letters, digits and single hyphens",
    "^[a-z][a-z0-9_]*$": "a name: small letters, digits and underscores, beginning with a letter",
    "^([01][0-9]|2[0-3]):[0-5][0-9]$": 'a clock time such as "09:30"',
}


def shape(tree: Node, kind: type[T], file: str) -> tuple[T | None, Node, list[Problem]]:
    """The tree as a struct of this kind, the tree as it was read, and every mismatch.

    With mismatches, the struct is what remains without them; None when nothing remains.
    """
    shaper = _Shaper(file)
    root = shaper.sweeten(tree)
    while len(shaper.problems) < MOST_PROBLEMS:
        try:
            return msgspec.convert(root.value, kind, dec_hook=_decode), root, shaper.problems
        except msgspec.ValidationError as error:
            if not shaper.take_out(root, kind, str(error)):
                break
    return None, root, shaper.problems


def _decode(kind: type, value: object) -> object:
    if kind is Condition:
        if not isinstance(value, str):
            raise ValueError("Expected `str`")
        return Condition(value)
    raise NotImplementedError(kind)


class _Shaper:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._hurt: set[int] = set()

    def _problem(self, place: tuple[int, int], what: str) -> None:
        self.problems.append(Problem(self.file, *place, what))

    def sweeten(self, node: Node, key: str | int = "") -> Node:
        """A copy of the tree in which ``reported: text`` has become ``kind: reported`` and ``text: text``."""
        if isinstance(node.value, dict):
            inside = {name: self.sweeten(child, name) for name, child in node.inside.items()}
            return Node(
                {name: child.value for name, child in inside.items()},
                node.line,
                node.column,
                inside,
                node.keys,
            )
        if not isinstance(node.value, list):
            return node
        steps = [self.sweeten(child, index) for index, child in sorted(node.inside.items())]
        fresh = Node([], node.line, node.column, {}, {})
        for step in steps:
            named = self._name_kind(step) if key in STEP_LISTS else step
            if named is None:
                self._hurt.add(id(fresh))
                continue
            fresh.inside[len(fresh.value)] = named
            fresh.value.append(named.value)
        return fresh

    def _name_kind(self, step: Node) -> Node | None:
        if not isinstance(step.value, dict):
            return step
        kinds = [name for name in step.value if name in KINDS]
        for extra in kinds[1:]:
            self._problem(step.keys[extra], f"a step has one kind; this one is already '{kinds[0]}'")
        if not kinds:
            near = next((did_you_mean(name, KINDS) for name in step.value if did_you_mean(name, KINDS)), "")
            unknown = next((name for name in step.value if did_you_mean(name, KINDS)), None)
            place = step.keys[unknown] if unknown else (step.line, step.column)
            self._problem(place, f"a step needs a kind: {', '.join(KINDS)}{near}")
        if len(kinds) != 1:
            return None
        kind = kinds[0]
        words, place = step.inside[kind], step.keys[kind]
        if "text" in step.value:
            self._problem(step.keys["text"], f"the words stand behind '{kind}:'; take 'text' out")
            return None
        inside = {name: child for name, child in step.inside.items() if name != kind}
        inside["text"] = words
        inside["kind"] = Node(kind, *place, {}, {})
        keys = {**step.keys, "text": place, "kind": place}
        return Node({name: child.value for name, child in inside.items()}, step.line, step.column, inside, keys)

    def take_out(self, root: Node, kind: type, error: str) -> bool:
        """Report one mismatch and take it out of the tree; false when nothing would be left."""
        match = _AT.search(error)
        path = _path(match["path"]) if match else []
        what = error[: match.start()] if match else error
        node = _node_at(root, path)
        if missing := _MISSING.match(what):
            if id(node) not in self._hurt:
                self._problem((node.line, node.column), f"'{missing[1]}' is missing")
            return self._prune(root, path)
        if unknown := _UNKNOWN.match(what):
            name = unknown[1]
            known = [field for field in _fields(kind, path, root) if field not in ("kind", "text")]
            place = node.keys.get(name, (node.line, node.column))
            self._problem(place, f"unknown key '{name}'{did_you_mean(name, known)}")
            return self._prune(root, [*path, name])
        if not (_LENGTH.match(what) and id(node) in self._hurt):
            self._problem((node.line, node.column), _plainly(what, kind, path, root))
        return self._prune(root, path)

    def _prune(self, root: Node, path: list[str | int]) -> bool:
        if not path:
            return False
        parent = _node_at(root, path[:-1])
        self._hurt.add(id(parent))
        step = path[-1]
        if isinstance(step, int):
            del parent.value[step]
            rest = [child for index, child in sorted(parent.inside.items()) if index != step]
            parent.inside = dict(enumerate(rest))
        elif step in parent.value:
            del parent.value[step]
            parent.inside.pop(step, None)
        else:
            return self._prune(root, path[:-1])
        return True


def _path(text: str) -> list[str | int]:
    return [m[1] if m[1] else int(m[2]) for m in _STEP.finditer(text) if m[1] or m[2]]


def _node_at(root: Node, path: list[str | int]) -> Node:
    return root.at(tuple(path))


def _type_at(kind: type, path: list[str | int], root: Node) -> inspect.Type:
    """The type that the model expects at a path, with tagged unions decided by the tree."""
    found: inspect.Type = inspect.type_info(kind)
    node = root
    for step in path:
        found = _decided(found, node)
        match found:
            case inspect.StructType(fields=fields):
                found = next((f.type for f in fields if f.encode_name == step), inspect.AnyType())
            case inspect.VarTupleType(item_type=item):
                found = item
            case inspect.DictType(value_type=value):
                found = value
        node = node.inside.get(step, node)
    return _decided(found, node)


def _decided(found: inspect.Type, node: Node) -> inspect.Type:
    while isinstance(found, inspect.Metadata):
        found = found.type
    if not isinstance(found, inspect.UnionType):
        return found
    choices = [t for t in found.types if not isinstance(t, inspect.NoneType)]
    if isinstance(node.value, dict):
        for choice in choices:
            if isinstance(choice, inspect.StructType) and choice.tag == node.value.get("kind"):
                return choice
    return choices[0]


def _fields(kind: type, path: list[str | int], root: Node) -> list[str]:
    found = _type_at(kind, path, root)
    return [field.encode_name for field in found.fields] if isinstance(found, inspect.StructType) else []


def _plainly(what: str, kind: type, path: list[str | int], root: Node) -> str:
    """A mismatch in words: what was expected, and what stands there."""
    for pattern, meaning in _PATTERNS.items():
        if pattern in what:
            return f"'{_node_at(root, path).value}' is not {meaning}"
    if value := re.match(r"Invalid (?:enum )?value '?(.*?)'?$", what):
        expected = _type_at(kind, path, root)
        if path and path[-1] == "kind":
            return f"'{value[1]}' cannot stand here; only beats can: {', '.join(PROVENANCE)}"
        known = [str(v) for v in expected.values] if isinstance(expected, inspect.LiteralType) else []
        return f"unknown word '{value[1]}'{did_you_mean(value[1], known)}; known are {', '.join(known)}"
    if limit := re.match(r"Expected `(str|array|int|float)` (of length )?(>=|<=) ([\d.]+)", what):
        measured = {"str": "characters", "array": "entries"}.get(limit[1], "")
        least = "at least" if limit[3] == ">=" else "at most"
        return f"{least} {limit[4]} {measured}".strip() + (" are needed" if limit[3] == ">=" else " are allowed")
    said = what[:1].lower() + what[1:]
    for word, plain in _PLAIN_WORDS.items():
        said = said.replace(word, plain)
    return re.sub(r", got .*? \| .*$", "", said)
