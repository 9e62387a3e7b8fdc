"""JSON Schemas, with which editors complete, explain and check scripts as they are written.

They are made from the structs. What a struct says of its fields in its docstring, the editor says of the keys; the
form is the one in which scenes are written, ``reported: words`` and not ``kind: reported`` with ``text: words``.
"""

from __future__ import annotations

import re
import sys
from inspect import cleandoc
from typing import Any, Final

import msgspec

from game.story.beat import PROVENANCE, AnyBeat
from game.story.condition import MOST_CHARACTERS, Condition
from game.story.glossary import Glossary
from game.story.ledger import Ledger
from game.story.model import Scene, Spine
from game.story.plan import Plan
from game.story.questions import AnyQuestion

Schema = dict[str, Any]

ROOTS: Final[dict[str, type[msgspec.Struct]]] = {
    "scene": Scene,
    "spine": Spine,
    "ledger": Ledger,
    "glossary": Glossary,
    "plan": Plan,
}
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
ANY_BEAT: Final = "AnyBeat"
ANY_STEP: Final = "AnyStep"

_CONDITION: Final = {
    "type": "string",
    "minLength": 1,
    "maxLength": MOST_CHARACTERS,
    "examples": ["rest < 3 and wrote_tests"],
}


def schema(of: str) -> Schema:
    """The schema of a kind of file: a scene, the spine, the ledger, the glossary or a plan."""
    root = ROOTS[of]
    made = msgspec.json.schema(root, schema_hook=_hook)
    structs = _structs_under(root)
    parts = {name: _described(part, structs[name]) for name, part in made["$defs"].items()}
    body = parts.pop(root.__name__)
    unions = {
        ANY_BEAT: (_names(AnyBeat), "A line that is told."),
        ANY_STEP: (_names(AnyBeat | AnyQuestion), "A line or a question."),
    }
    parts |= {name: _one_of(kinds, told) for name, (kinds, told) in unions.items() if {*kinds} <= structs.keys()}
    shared: Schema = _plain({**body, "$defs": parts})
    return {"$schema": DIALECT, **shared}


def _hook(kind: type) -> Schema:
    if kind is Condition:
        return dict(_CONDITION)
    raise NotImplementedError(kind)


def _structs_under(root: type[msgspec.Struct]) -> dict[str, type[msgspec.Struct]]:
    """Every struct that a file of this kind can hold, by its name."""
    found: dict[str, type[msgspec.Struct]] = {}
    waiting: list[Any] = [msgspec.inspect.type_info(root)]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, msgspec.inspect.StructType):
            if kind.cls.__name__ in found:
                continue
            found[kind.cls.__name__] = kind.cls
            waiting += [field.type for field in kind.fields]
        inside = [getattr(kind, name, None) for name in ("type", "item_type", "value_type")]
        waiting += [each for each in (*inside, *getattr(kind, "types", ())) if each is not None]
    return found


def _names(union: Any) -> list[str]:
    return [kind.__name__ for kind in union.__args__]


def _one_of(names: list[str], description: str) -> Schema:
    return {"description": description, "anyOf": [{"$ref": f"#/$defs/{name}"} for name in names]}


def _described(part: Schema, struct: type[msgspec.Struct]) -> Schema:
    """The schema of one struct, sweetened if it is a step, with what its docstring says of it and its fields."""
    properties = {
        name: {"description": told_of(struct, name), **_keys_of(struct, name), **value}
        for name, value in part["properties"].items()
    }
    required: list[str] = part.get("required", [])
    if kind := struct.__struct_config__.tag:
        del properties["kind"]
        words = {**properties.pop("text"), "description": _meaning(struct)}
        properties = {"id": properties.pop("id"), str(kind): words, **properties}
        required = ["id", str(kind), *(name for name in required if name not in ("kind", "id", "text"))]
    return {
        "description": _about(struct),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _keys_of(struct: type[msgspec.Struct], field: str) -> Schema:
    """The keys that a group may have, where the model lists them."""
    info = msgspec.inspect.type_info(struct)
    assert isinstance(info, msgspec.inspect.StructType)
    kinds = {each.encode_name: each.type for each in info.fields}
    key = getattr(kinds.get(field), "key_type", None)
    return {"propertyNames": {"enum": list(key.values)}} if isinstance(key, msgspec.inspect.LiteralType) else {}


def told_of(struct: type, field: str) -> str:
    """What the docstring of a struct, or of one it builds on, says of a field; empty when it says nothing."""
    for kind in struct.__mro__:
        clauses = re.split(
            r"(?<=\.)\s+|[;:,] (?:and )?(?=(?:the )?``\w+`` (?:is|are)\b)", _one_line(kind.__dict__.get("__doc__"))
        )
        if told := next((clause for clause in clauses if f"``{field}``" in clause), ""):
            return _sentence(re.sub(rf"^(?:[Tt]he )?``{field}`` (?:is|are) ", "", told))
    return ""


def _meaning(struct: type[msgspec.Struct]) -> str:
    """What a kind of step is: the mark of a beat, or the opening words of a question's module, and its own."""
    kind = str(struct.__struct_config__.tag)
    if kind in PROVENANCE:
        return f"{PROVENANCE[kind].mark} {_about(struct)}"
    module = _one_line(sys.modules[struct.__module__].__doc__)
    opening = module.removeprefix(f"{struct.__name__}: ")
    return f"{_sentence(opening)} {_about(struct)}" if opening != module else _about(struct)


def _about(struct: type[msgspec.Struct]) -> str:
    """What a struct's docstring says to a writer; the form of the answer is for programmers."""
    sentences = re.split(r"(?<=\.)\s+", _one_line(struct.__doc__))
    return _sentence(" ".join(each for each in sentences if not each.startswith("The answer is")))


def _sentence(words: str) -> str:
    plain = words.replace("``", "").replace("*", "").rstrip(".;:,")
    return f"{plain[:1].upper()}{plain[1:]}." if plain else ""


def _one_line(docstring: str | None) -> str:
    return " ".join(cleandoc(docstring or "").split())


def _plain(part: Any) -> Any:
    """Without what helps a decoder and not a writer: tags, null beside a type, and defaults that say nothing."""
    if isinstance(part, list):
        return [_plain(each) for each in part]
    if not isinstance(part, dict):
        return part
    if "discriminator" in part:
        only_beats = set(part["discriminator"]["mapping"]) == set(PROVENANCE)
        return {"$ref": f"#/$defs/{ANY_BEAT if only_beats else ANY_STEP}"}
    plain = {name: _plain(value) for name, value in part.items() if name != "title" or isinstance(value, dict)}
    if "default" in plain and (plain["default"] in (None, (), "") or isinstance(plain["default"], dict)):
        del plain["default"]
    if {"type": "null"} in plain.get("anyOf", ()):
        plain["anyOf"].remove({"type": "null"})
        if len(plain["anyOf"]) == 1:
            plain |= plain.pop("anyOf")[0]
    return plain
