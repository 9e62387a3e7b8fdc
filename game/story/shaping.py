"""From a YAML tree to structs, with every mismatch said in words and in its place.

``msgspec`` validates and stops at the first mismatch. To report all of them, what is wrong is taken out of the
tree and the rest is tried again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final, TypeVar

import msgspec

from game.story import rulebook
from game.story.beat import PROVENANCE, AnyBeat
from game.story.condition import Condition
from game.story.mismatch import Way, in_words, keys_at, mismatch_of, words_at
from game.story.node import Node
from game.story.problems import Problem, Said, did_you_mean
from game.story.questions import AnyQuestion

T = TypeVar("T")

QUESTION_KINDS: Final = tuple(str(kind.__struct_config__.tag) for kind in AnyQuestion.__args__)
KINDS: Final = (*PROVENANCE, *QUESTION_KINDS)
STEP_KEYS: Final = {
    key for kind in (*AnyBeat.__args__, *AnyQuestion.__args__) for key in kind.__struct_encode_fields__
}
STEP_LISTS: Final = ("beats", "then", "montage", "record")
MOST_PROBLEMS: Final = 200

_MISSING: Final = re.compile(r"Object missing required field `(\w+)`")
_UNKNOWN: Final = re.compile(r"Object contains unknown field `(.*)`", re.S)
_TOO_FEW: Final = re.compile(r"Expected `array` of length >=")


def shape(tree: Node, kind: type[T], file: str) -> tuple[T | None, Node, list[Problem]]:
    """The tree as a struct of this kind, the tree as it was read, and every mismatch.

    With mismatches, the struct is what remains without them; None when nothing remains.
    """
    shaper = _Shaper(file, kind)
    root = shaper.sweeten(tree)
    while len(shaper.problems) < MOST_PROBLEMS:
        try:
            return _converted(root, kind), root, shaper.problems
        except msgspec.ValidationError as error:
            if not shaper.take_out(root, str(error)):
                break
    return None, root, shaper.problems


def _converted(root: Node, kind: type[T]) -> T:
    return msgspec.convert(root.value, kind, dec_hook=_decode)


def _decode(kind: type, value: object) -> object:
    if kind is Condition:
        if not isinstance(value, str):
            raise ValueError("a condition is a text, like: rest < 3 and wrote_tests")
        return Condition(value)
    raise NotImplementedError(kind)


class _Shaper:
    def __init__(self, file: str, kind: type) -> None:
        self.file = file
        self.kind = kind
        self.problems: list[Problem] = []
        self._gone: set[tuple[int, str | int]] = set()
        """What was taken out already: a node, and the key that it lacks since."""

    def _problem(self, place: tuple[int, int], said: Said) -> None:
        self.problems.append(said.at(self.file, *place))

    def sweeten(self, node: Node, key: str | int = "") -> Node:
        """A copy of the tree in which ``reported: text`` has become ``kind: reported`` and ``text: text``."""
        if isinstance(node.value, dict):
            return _group(
                {name: self.sweeten(child, name) for name, child in node.inside.items()}, node, node.keys
            )
        if not isinstance(node.value, list):
            return node
        steps = [self.sweeten(child, index) for index, child in sorted(node.inside.items())]
        fresh = Node([], node.line, node.column, {}, {}, node.torn)
        for step in steps:
            named = self._name_kind(step) if key in STEP_LISTS else step
            if named is None:
                fresh.torn = True
                continue
            fresh.inside[len(fresh.value)] = named
            fresh.value.append(named.value)
        return fresh

    def _name_kind(self, step: Node) -> Node | None:
        if not isinstance(step.value, dict):
            return step
        kinds = [name for name in step.value if name in KINDS]
        before = len(self.problems)
        for extra in kinds[1:]:
            self._problem(step.keys[extra], rulebook.form.TWO_KINDS(kind=kinds[0]))
        if plain := next((name for name in ("kind", "text") if name in step.value), ""):
            said = next((each for each in (*kinds, step.value.get("kind")) if each in KINDS), "imagined")
            self._problem(step.keys[plain], rulebook.form.KIND_AND_TEXT(key=plain, kind=said))
        elif not kinds:
            self._no_kind(step)
        if len(self.problems) > before:
            return None
        words, place = step.inside[kinds[0]], step.keys[kinds[0]]
        inside = {name: child for name, child in step.inside.items() if name != kinds[0]}
        inside |= {"text": words, "kind": Node(kinds[0], *place, {}, {})}
        return _group(inside, step, {**step.keys, "text": place, "kind": place})

    def _no_kind(self, step: Node) -> None:
        kinds = ", ".join(KINDS)
        for name in step.value:
            if near := "" if name in STEP_KEYS else _run_together(name, KINDS) or did_you_mean(name, KINDS):
                self._problem(step.keys[name], rulebook.form.UNKNOWN_KIND(name=name, advice=near, kinds=kinds))
                return
        self._problem((step.line, step.column), rulebook.form.NO_KIND(kinds=kinds))

    def take_out(self, root: Node, error: str) -> bool:
        """Report one mismatch and take it out of the tree; false when nothing would be left."""
        what, way, of_key = mismatch_of(error)
        path = self._named(root, way, error)
        node = root.at(path)
        place = (node.line, node.column)
        if missing := _MISSING.match(what):
            if (id(node), missing[1]) not in self._gone:
                self._problem(place, rulebook.form.MISSING_KEY(key=missing[1]))
        elif unknown := _UNKNOWN.match(what):
            path = (*path, unknown[1])
            self._unknown_key(root, path)
        elif of_key and (wrong := next((name for name in node.keys if f"'{name}'" in what), "")):
            advice = _these(words_at(self.kind, path, root))
            self._problem(node.keys[wrong], rulebook.form.UNKNOWN_KEY(key=wrong, advice=advice))
            path = (*path, wrong)
        elif not (_TOO_FEW.match(what) and node.torn):
            self._problem(place, in_words(what, self.kind, path, root))
        return self._prune(root, path)

    def _unknown_key(self, root: Node, path: tuple[str | int, ...]) -> None:
        node, name = root.at(path[:-1]), str(path[-1])
        known = keys_at(self.kind, path[:-1], root)
        if advice := _run_together(name, known) or did_you_mean(name, known):
            self._gone.update((id(node), field) for field in known if f"'{field}'" in advice)
        elif node.value.get(name) is None or not re.fullmatch(r"[\w-]+", name):
            advice = "; if it belongs to the text before it, put all of that text in quotes"
        else:
            advice = _these(known)
        place = node.keys.get(name, (node.line, node.column))
        self._problem(place, rulebook.form.UNKNOWN_KEY(key=name, advice=advice))

    def _named(self, root: Node, way: Way, error: str) -> tuple[str | int, ...]:
        """The way with every key that msgspec left out: the first one that, standing alone, makes this error."""
        path: tuple[str | int, ...] = ()
        for step in way:
            path = (*path, self._key_behind(root, root.at(path), error) if step is ... else step)
        return path

    def _key_behind(self, root: Node, node: Node, error: str) -> str:
        if not isinstance(node.value, dict):
            return ""
        entries = dict(node.value)
        try:
            for key, value in entries.items():
                node.value.clear()
                node.value[key] = value
                try:
                    _converted(root, self.kind)
                except msgspec.ValidationError as alone:
                    if str(alone) == error:
                        return str(key)
        finally:
            node.value.clear()
            node.value.update(entries)
        return ""

    def _prune(self, root: Node, path: tuple[str | int, ...]) -> bool:
        while path:
            *before, step = path
            parent = root.at(tuple(before))
            if step in parent.inside:
                self._gone.add((id(parent), step))
                parent.torn = True
                del parent.value[step]
                del parent.inside[step]
                if isinstance(parent.value, list):
                    parent.inside = dict(enumerate(child for _, child in sorted(parent.inside.items())))
                return True
            path = tuple(before)
        return False


def _run_together(name: str, known: Iterable[str]) -> str:
    """What to do about a key that is no key because its value follows without a space; empty for any other."""
    key, colon, _ = name.partition(":")
    return f" (put a space behind the ':' of '{key}')" if colon and key in known else ""


def _these(keys: list[str]) -> str:
    return f"; the keys here are {', '.join(keys)}"


def _group(inside: dict[Any, Node], like: Node, keys: dict[str, tuple[int, int]]) -> Node:
    return Node({name: child.value for name, child in inside.items()}, like.line, like.column, inside, keys)
