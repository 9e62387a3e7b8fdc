"""What does not fit the model, put in words: where it is, what was expected, and what stands there."""

from __future__ import annotations

import re
from functools import cache
from types import EllipsisType
from typing import Final, NamedTuple

from msgspec import inspect

from game.story import rulebook
from game.story.beat import PROVENANCE
from game.story.node import Node
from game.story.problems import Said, did_you_mean
from game.story.yamltree import MOST_DIGITS

Way = tuple[str | int | EllipsisType, ...]
"""The keys that lead to a place; ``...`` is a key that msgspec does not name."""

_AT: Final = re.compile(r"^(?P<what>.*) - at (?P<key>`key` in )?`\$(?P<way>[^`]*)`$", re.S)
_STEP: Final = re.compile(r"\.([A-Za-z_]\w*)|\[(\d+)\]|\[\.\.\.\]")
_LIMIT: Final = re.compile(r"Expected `(str|array|int|float)` (?:of length )?(>=|<=) ([\d.]+)")
_TYPES: Final = re.compile(r"Expected `(.+)`, got `(.+)`")
_WORD: Final = re.compile(r"Invalid enum value '?(.*?)'?$", re.S)
_TAG: Final = re.compile(r"Invalid value '?(.*?)'?$", re.S)
_WORDS: Final = re.compile(r"[\w-]+(, *[\w-]+)*")

_PLAIN_WORDS: Final = {
    "int": "a whole number",
    "float": "a number",
    "str": "text",
    "bool": "true or false",
    "array": "a list",
    "object": "a group of 'key: value' lines",
    "null": "nothing",
}
_PATTERNS: Final = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": "an id: small letters, digits and single hyphens",
    "^[a-z][a-z0-9_]*$": "a name: small letters, digits and underscores, beginning with a letter",
    "^[A-Za-z]+([ -][A-Za-z]+)*$": "a word, or a few: letters, with single spaces or hyphens between them",
    "^([01][0-9]|2[0-3]):[0-5][0-9]$": 'a clock time such as "09:30"',
}


class Mismatch(NamedTuple):
    """What msgspec says, and the way to the place; ``of_key`` when it is the key itself that does not fit."""

    what: str
    way: Way
    of_key: bool


def mismatch_of(error: str) -> Mismatch:
    """Take msgspec's message apart."""
    at = _AT.match(error)
    if at is None:
        return Mismatch(error, (), False)
    steps = (m[1] or (int(m[2]) if m[2] else ...) for m in _STEP.finditer(at["way"]))
    return Mismatch(at["what"], tuple(steps), at["key"] is not None)


def keys_at(kind: type, path: tuple[str | int, ...], root: Node) -> list[str]:
    """The keys that may stand at a place, as a writer writes them."""
    found = _type_at(kind, path, root)
    if not isinstance(found, inspect.StructType):
        return []
    sweet = ("kind", "text") if found.tag_field else ()
    return [field.encode_name for field in found.fields if field.encode_name not in sweet]


def words_at(kind: type, path: tuple[str | int, ...], root: Node) -> list[str]:
    """The keys that may stand at a place where the model names them by a list of words."""
    found = _type_at(kind, path, root)
    keys = found.key_type if isinstance(found, inspect.DictType) else found
    return [str(value) for value in keys.values] if isinstance(keys, inspect.LiteralType) else []


def in_words(what: str, kind: type, path: tuple[str | int, ...], root: Node) -> Said:
    """A mismatch in words: what was expected, and what stands there."""
    value = root.at(path).value
    for pattern, meaning in _PATTERNS.items():
        if pattern in what:
            return rulebook.form.BAD_FORM(value=value, meaning=meaning)
    expected = _type_at(kind, path, root)
    if word := _WORD.match(what):
        known = words_at(kind, path, root)
        return rulebook.form.UNKNOWN_WORD(
            word=word[1], advice=did_you_mean(word[1], known), known=", ".join(known)
        )
    if tag := _TAG.match(what):
        return rulebook.form.QUESTION_MISPLACED(kind=tag[1], beats=", ".join(PROVENANCE))
    if limit := _LIMIT.match(what):
        return _beyond(value, limit[1], limit[2] == ">=", limit[3].removesuffix(".0"))
    if types := _TYPES.match(what):
        wanted, got = types[1].split(" | "), types[2]
        advice = _advice(value, expected, wanted, got)
        return rulebook.form.WRONG_TYPE(expected=_either(wanted), got=_PLAIN_WORDS[got], advice=advice)
    return rulebook.form.BAD_CONDITION(wrong=what)


def _beyond(value: object, measured: str, least: bool, limit: str) -> Said:
    if isinstance(value, str | list):
        if not value:
            text = measured == "str"
            return rulebook.form.EMPTY(
                what="text" if text else "list", advice="" if text else f"; at least {limit} needed"
            )
        one, many = ("character", "characters") if measured == "str" else ("entry", "entries")
        count = f"{len(value)} {one if len(value) == 1 else many}"
        return (rulebook.form.TOO_FEW if least else rulebook.form.TOO_MANY)(count=count, limit=limit)
    return (rulebook.form.TOO_SMALL if least else rulebook.form.TOO_LARGE)(value=value, limit=limit)


def _either(types: list[str]) -> str:
    return " or ".join(_PLAIN_WORDS.get(name, name) for name in types if name != "null")


def _advice(value: object, expected: inspect.Type, types: list[str], got: str) -> str:
    if "str" in types and got in ("int", "float", "bool"):
        return "; put it in quotes"
    if "str" in types and got == "null":
        return " (a text that begins with '#' needs quotes)"
    if "array" in types and got == "object":
        return "; put '- ' before it"
    if isinstance(value, str) and _of_words(expected) and _WORDS.fullmatch(value):
        return f"; write [{value}]"
    if isinstance(value, str) and re.fullmatch(r"-?[0-9.]+", value):
        digits = sum(map(str.isdigit, value))
        return (
            "; take the quotes away" if digits <= MOST_DIGITS else f"; a number has at most {MOST_DIGITS} digits"
        )
    return ""


def _of_words(expected: inspect.Type) -> bool:
    """Whether a list is expected, and one of plain words."""
    if not isinstance(expected, inspect.VarTupleType):
        return False
    item = expected.item_type.type if isinstance(expected.item_type, inspect.Metadata) else expected.item_type
    return isinstance(item, inspect.StrType | inspect.LiteralType)


@cache
def _type_of(kind: type) -> inspect.Type:
    return inspect.type_info(kind)


def _type_at(kind: type, path: tuple[str | int, ...], root: Node) -> inspect.Type:
    """The type that the model expects at a path, with tagged unions decided by the tree."""
    found = _type_of(kind)
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
