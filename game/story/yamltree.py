"""YAML to plain data, keeping where everything stands and refusing what YAML would guess.

PyYAML parses; the events are put together here, without recursion, so that nesting cannot exhaust the stack
and an alias cannot multiply. Refused, with their place: anchors, aliases, tags, repeated keys, several documents,
and plain words that YAML 1.1 reads as something else (``no``, ``12:00``, ``2025-05-16``, ``010``).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import yaml

from game.files import content_of
from game.story import rulebook
from game.story.node import Node
from game.story.problems import Problem, Said

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # libyaml is missing: the same, slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

LARGEST: Final = 256 * 1024
"""Bytes of the largest script file. A day has about two thousand."""
DEEPEST: Final = 24
MOST_DIGITS: Final = 15
"""Of a number: so many are kept exactly, with a point among them or without. What has more stays a text."""

_INT: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_UNREADABLE: Final = re.compile(
    "[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Characters that YAML refuses, or takes for a line break where an editor shows none."""
_CONSTANTS: Final[dict[str, Any]] = {"true": True, "false": False, "null": None, "": None, "~": None}
_GUESSED: Final = re.compile(
    r"(?P<truth>(?i:y|n|yes|no|on|off|true|false))"
    r"|(?P<null>Null|NULL)"
    r"|(?P<clock>[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?)"
    r"|(?P<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt\s]+[0-9]{1,2}:.*)?)"
    r"|(?P<number>[-+]?(0[0-9_]+|0x[0-9a-fA-F_]+|0b[01_]+|0o[0-7]+|[0-9][0-9_]*_[0-9_]*|[-+]?\.[0-9]+|[0-9]+\."
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|[-+]?[0-9.]+[eE][-+]?[0-9]+))"
)


def read_tree(path: Path, shown_as: str) -> tuple[Node | None, list[Problem]]:
    """The file as a tree, and every problem found. The tree is None when nothing could be made of the file."""
    try:
        size = path.stat().st_size
        raw = content_of(path, LARGEST) if size <= LARGEST else b""
    except FileNotFoundError:
        return None, [rulebook.files.FILE_MISSING().at(shown_as)]
    except OSError as error:
        return None, [rulebook.files.FILE_UNREADABLE(reason=error.strerror or error).at(shown_as)]
    return parse(raw, shown_as) if size <= LARGEST else (None, [_too_large(shown_as, size)])


def parse(raw: bytes, shown_as: str) -> tuple[Node | None, list[Problem]]:
    """Like :func:`read_tree`, for bytes at hand."""
    if len(raw) > LARGEST:
        return None, [_too_large(shown_as, len(raw))]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        return None, [rulebook.files.NOT_UTF_8().at(shown_as, *_end_of(before))]
    if bad := _UNREADABLE.search(text):
        said = rulebook.files.UNREADABLE_CHARACTER(character=ord(bad[0]))
        return None, [said.at(shown_as, *_end_of(text[: bad.start()]))]
    return _built(text, shown_as)


def _built(text: str, shown_as: str) -> tuple[Node | None, list[Problem]]:
    builder = _Builder(text, shown_as)
    problems = builder.problems
    try:
        for event in yaml.parse(text, Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        from game.story.yamlwords import in_words  # noqa: PLC0415 - not before something is wrong

        line, column, said = in_words(error, text, builder.last)
        problems.append(said.at(shown_as, line, column))
        return None, problems
    except (ValueError, OverflowError):  # only the parser in Python lets it come to this
        return None, [*problems, rulebook.writing.ESCAPE().at(shown_as)]
    except _Stop:
        return None, problems
    if builder.root is None and not problems:
        problems.append(rulebook.files.FILE_EMPTY().at(shown_as, 1, 1))
    return builder.root, problems


def _too_large(shown_as: str, size: int) -> Problem:
    return rulebook.files.FILE_TOO_LARGE(size=size / 1_000_000).at(shown_as)


def _end_of(before: str) -> tuple[int, int]:
    """The place, counted from 1, that comes after this much of a file."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


class _Stop(Exception):  # noqa: N818
    """Nothing sensible can be made of the rest of the file."""


class _Builder:
    """Puts parser events together into nodes, with a stack of its own."""

    def __init__(self, text: str, shown_as: str) -> None:
        self.file = shown_as
        self._text = text
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.last: Node | None = None
        """The last text that was read."""
        self._open: list[Node] = []
        self._keys: list[str | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """One more event of the parser."""
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents == 2:
                    self._problem(event, rulebook.writing.SECOND_DOCUMENT())
            case yaml.AliasEvent():
                self._problem(event, rulebook.writing.ALIAS(name=event.anchor))
                if self._awaits_key():
                    raise _Stop
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

    def _problem(self, event: yaml.Event, said: Said) -> None:
        self.problems.append(said.at(self.file, *_place(event)))

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor:
            self._problem(event, rulebook.writing.ANCHOR(name=event.anchor))
        if event.tag:
            self._problem(event, rulebook.writing.TAG(name=event.tag.replace("tag:yaml.org,2002:", "!!")))

    def _enter(self, event: yaml.Event) -> None:
        if len(self._open) == DEEPEST:
            self._problem(event, rulebook.writing.TOO_DEEP(deepest=DEEPEST))
            raise _Stop
        if self._awaits_key():
            self._problem(event, rulebook.writing.KEY_NOT_A_WORD())
            raise _Stop
        node = Node({} if isinstance(event, yaml.MappingStartEvent) else [], *_place(event), {}, {})
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._keys[-1] is None

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._awaits_key():
            self._keys[-1] = self._key(event)
            return
        self.last = Node(self._value(event), *_place(event), {}, {}, written=self._written(event))
        self._add(self.last)

    def _written(self, event: yaml.ScalarEvent) -> str:
        start, end = event.start_mark, event.end_mark
        return self._text[start.index : end.index] if start and end else ""

    def _key(self, event: yaml.ScalarEvent) -> str:
        parent, key = self._open[-1], event.value
        if key in parent.keys:
            self._problem(event, rulebook.writing.REPEATED_KEY(key=key, line=parent.keys[key][0]))
        parent.keys.setdefault(key, _place(event))
        return str(key)

    def _value(self, event: yaml.ScalarEvent) -> Any:
        text = str(event.value)
        if not event.implicit[0]:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if sum(map(str.isdigit, text)) <= MOST_DIGITS:
            if _INT.fullmatch(text):
                return int(text)
            if _FLOAT.fullmatch(text):
                return float(text)
        if guessed := _GUESSED.fullmatch(text):
            self._problem(event, rulebook.writing.GUESSES[guessed.lastgroup or ""](text=text))
        return text

    def _add(self, node: Node) -> None:
        if not self._open:
            if self.root is None:
                self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent.value, dict):
            key = self._keys[-1]
            self._keys[-1] = None
            if key not in parent.value:
                parent.value[key] = node.value
                parent.inside[key] = node
        else:
            parent.inside[len(parent.value)] = node
            parent.value.append(node.value)


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)
