"""YAML to plain data, keeping where everything stands and refusing what YAML would guess.

PyYAML parses; the events are put together here, without recursion, so that nesting cannot exhaust the stack
and an alias cannot multiply. Refused, with their place: anchors, aliases, tags, repeated keys, several documents,
and plain words that YAML 1.1 reads as something else (``no``, ``12:00``, ``2025-05-16``, ``010``).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import msgspec
import yaml

from game.story.problems import Problem

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # libyaml is missing: the same, slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

LARGEST: Final = 256 * 1024
"""Bytes of the largest script file. A day has about two thousand."""
DEEPEST: Final = 24

_INT: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_CONSTANTS: Final[dict[str, Any]] = {"true": True, "false": False, "null": None, "": None, "~": None}
_GUESSED: Final = re.compile(
    r"(?P<truth>(?i:y|n|yes|no|on|off|true|false))"
    r"|(?P<null>Null|NULL)"
    r"|(?P<clock>[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?)"
    r"|(?P<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt\s]+[0-9]{1,2}:.*)?)"
    r"|(?P<number>[-+]?(0[0-9_]+|0x[0-9a-fA-F_]+|0b[01_]+|0o[0-7]+|[0-9][0-9_]*_[0-9_]*|[-+]?\.[0-9]+|[0-9]+\."
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|[-+]?[0-9.]+[eE][-+]?[0-9]+))"
)


class Node(msgspec.Struct):
    """A piece of the file: plain data, where it starts, and the nodes inside it.

    ``inside`` maps a key or an index to the node of its value, ``keys`` a key to the place of the key itself.
    """

    value: Any
    line: int
    column: int
    inside: dict[Any, Node]
    keys: dict[str, tuple[int, int]]

    def at(self, path: tuple[str | int, ...]) -> Node:
        """The node a path leads to, or the last one on the way that exists."""
        node = self
        for step in path:
            if step not in node.inside:
                break
            node = node.inside[step]
        return node


def read_tree(path: Path, shown_as: str) -> tuple[Node | None, list[Problem]]:
    """The file as a tree, and every problem found. The tree is None when nothing could be made of the file."""
    try:
        if path.stat().st_size > LARGEST:
            size = path.stat().st_size / 1_000_000
            return None, [
                Problem(shown_as, 0, 0, f"{size:.1f} MB is too large; a script file has at most 256 KiB")
            ]
        raw = path.read_bytes()
    except OSError as error:
        return None, [Problem(shown_as, 0, 0, f"cannot be read: {error.strerror or error}")]
    return parse(raw, shown_as)


def parse(raw: bytes, shown_as: str) -> tuple[Node | None, list[Problem]]:
    """Like :func:`read_tree`, for bytes at hand."""
    if len(raw) > LARGEST:
        return None, [Problem(shown_as, 0, 0, "too large; a script file has at most 256 KiB")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        return None, [Problem(shown_as, line, column, "not UTF-8 text; save the file as UTF-8")]
    builder = _Builder(shown_as)
    try:
        for event in yaml.parse(text, Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        builder.problems.append(Problem(shown_as, line, column, _plainly(error, text, line)))
        return None, builder.problems
    except yaml.reader.ReaderError as error:
        read = text[: error.position]
        line, column = read.count("\n") + 1, len(read.rpartition("\n")[2]) + 1
        what = f"the character U+{ord(text[error.position]):04X} cannot stand in YAML; take it out"
        return None, [Problem(shown_as, line, column, what)]
    except _TooDeep as deep:
        builder.problems.append(deep.problem)
        return None, builder.problems
    if builder.root is None and not builder.problems:
        builder.problems.append(Problem(shown_as, 1, 1, "the file is empty"))
    return builder.root, builder.problems


def _plainly(error: yaml.MarkedYAMLError, text: str, line: int) -> str:
    """What the parser says, in words for a writer."""
    problem = error.problem or "this is not YAML"
    lines = text.splitlines()
    said = lines[line - 1] if 0 < line <= len(lines) else ""
    if "\t" in said:
        return "a tab; indent with spaces"
    if "mapping values are not allowed" in problem:
        return "a ':' here starts a new entry; put the text in quotes, or indent the line"
    if "could not find expected ':'" in problem:
        return "expected 'key: value'; a ':' is missing, or the indentation is off"
    if "found unexpected end of stream" in problem:
        return "a quotation mark is opened and never closed"
    if "expected <block end>" in problem:
        return "the indentation does not match the lines above"
    if "cannot start any token" in problem:
        return "this character cannot start a value; put the text in quotes"
    return problem


class _TooDeep(Exception):  # noqa: N818
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Builder:
    """Puts parser events together into nodes, with a stack of its own."""

    def __init__(self, shown_as: str) -> None:
        self.file = shown_as
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self._open: list[Node] = []
        self._keys: list[str | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """One more event of the parser."""
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents == 2:
                    self._problem(event, "a second document starts here; one file holds one")
            case yaml.AliasEvent():
                self._problem(event, f"aliases are not used here; write '*{event.anchor}' out")
                self._add(Node(None, *_place(event), {}, {}))
            case yaml.ScalarEvent():
                self._refuse_decoration(event)
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._refuse_decoration(event)
                self._enter(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
                self._keys.pop()

    def _problem(self, event: yaml.Event, what: str) -> None:
        self.problems.append(Problem(self.file, *_place(event), what))

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor:
            self._problem(event, f"anchors are not used here; take '&{event.anchor}' out")
        if event.tag:
            self._problem(event, f"tags are not used here; take '{event.tag}' out")

    def _enter(self, event: yaml.Event) -> None:
        if len(self._open) == DEEPEST:
            raise _TooDeep(Problem(self.file, *_place(event), f"nested deeper than {DEEPEST} levels"))
        node = Node({} if isinstance(event, yaml.MappingStartEvent) else [], *_place(event), {}, {})
        if self._awaits_key():
            self._problem(event, "a key must be a word")
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._keys[-1] is None

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._awaits_key():
            self._keys[-1] = self._key(event)
            return
        self._add(Node(self._value(event), *_place(event), {}, {}))

    def _key(self, event: yaml.ScalarEvent) -> str:
        parent, key = self._open[-1], event.value
        if key in parent.keys:
            first = parent.keys[key][0]
            self._problem(event, f"'{key}' stands here a second time; the first is on line {first}")
        parent.keys.setdefault(key, _place(event))
        return str(key)

    def _value(self, event: yaml.ScalarEvent) -> Any:
        text = str(event.value)
        if not event.implicit[0]:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INT.fullmatch(text) and len(text) < 16:
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
        if _GUESSED.fullmatch(text):
            self._problem(event, _guess(text))
        return text

    def _add(self, node: Node) -> None:
        if not self._open:
            if self.root is None:
                self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent.value, dict):
            key = self._keys[-1] or ""
            self._keys[-1] = None
            if key not in parent.value:
                parent.value[key] = node.value
                parent.inside[key] = node
        else:
            parent.inside[len(parent.value)] = node
            parent.value.append(node.value)


def _guess(text: str) -> str:
    match = _GUESSED.fullmatch(text)
    kind = match.lastgroup if match else ""
    if kind == "truth":
        return f"YAML reads '{text}' as true or false; write \"{text}\" in quotes, or true, or false"
    read_as = {"clock": "a number in base 60", "date": "a date", "null": "nothing"}.get(
        kind or "", "another number"
    )
    return f'YAML may read {text} as {read_as}; write "{text}" in quotes'


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)
