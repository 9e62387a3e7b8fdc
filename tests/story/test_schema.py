"""The schemas for editors: current, complete, and of one mind with the reader."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from game.script import shipped
from game.story.beat import PROVENANCE
from game.story.glossary import Glossary
from game.story.ledger import Ledger
from game.story.model import Scene, Spine
from game.story.schema import DIALECT, ROOTS
from game.story.schema import schema as made
from game.story.shaping import KINDS, QUESTION_KINDS, shape
from game.story.yamltree import parse
from tests.story.cases import DAY, Case, cases

SCENES = shipped().scenes
PLANS = sorted((SCENES / "plans").glob("*.yaml"))
FILES = sorted(path for path in {*SCENES.rglob("*.yaml")} - {*PLANS} if path.name != "story.yaml")
GLOSSARY = SCENES.parent / "assets" / "glossary.yaml"
FIRST_LINE = re.compile(r"# yaml-language-server: \$schema=(?P<schema>\S+)")


schema = cache(made)


@cache
def check(of: str) -> Draft202012Validator:
    return Draft202012Validator(schema(of))


def data_in(path: Path) -> object:
    tree, problems = parse(path.read_bytes(), path.name)
    assert tree is not None
    assert problems == []
    return tree.value


def a_day(*steps: dict[str, object], **more: object) -> dict[str, object]:
    return {"id": "a-day", "title": "A day", "beats": [*steps, {"id": "go", "go": "Go on"}], **more}


@pytest.mark.parametrize("of", ROOTS)
def test_the_files_beside_the_scenes_are_current(of: str):
    written = (SCENES / f"{of}.schema.json").read_text("utf-8")
    assert written == json.dumps(schema(of), indent=2, ensure_ascii=False) + "\n", "run: make schema"


@pytest.mark.parametrize("of", ROOTS)
def test_they_are_schemas(of: str):
    Draft202012Validator.check_schema(schema(of))
    assert schema(of)["$schema"] == DIALECT


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_scene_fits(path: Path):
    check("scene").validate(data_in(path))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_plan_fits(path: Path):
    check("plan").validate(data_in(path))


def test_the_spine_the_ledger_and_the_glossary_fit():
    check("spine").validate(data_in(SCENES / "story.yaml"))
    check("ledger").validate(data_in(shipped().ledger))
    check("glossary").validate(data_in(GLOSSARY))


@pytest.mark.parametrize(
    "path", [*FILES, *PLANS, SCENES / "story.yaml", shipped().ledger, GLOSSARY], ids=lambda path: path.stem
)
def test_every_file_names_its_schema_in_its_first_line(path: Path):
    match = FIRST_LINE.match(path.read_text("utf-8"))
    assert match, f"{path}: the first line names no schema"
    named = {"story.yaml": "spine", "facts.yaml": "ledger", "glossary.yaml": "glossary"}
    expected = "plan" if path in PLANS else named.get(path.name, "scene")
    assert (path.parent / match["schema"]).resolve() == (SCENES / f"{expected}.schema.json").resolve()


@pytest.mark.parametrize(
    "slip",
    [
        a_day(titel="A day"),
        a_day({"id": "a", "imagind": "The kettle is on."}),
        a_day({"id": "a", "reported": "Seven weeks.", "cite": ["seven-weeks"]}),
        a_day({"id": "a", "imagined": "One.", "reported": "Two."}),
        a_day({"id": "a", "kind": "imagined", "text": "The kettle is on."}),
        a_day({"imagined": "The kettle is on."}),
        a_day({"id": "A", "imagined": "The kettle is on."}),
        a_day({"id": "a", "go": ""}),
        a_day({"id": "a", "go": "On", "clock": "24:00"}),
        a_day({"id": "a", "go": "On", "cuts": ["medium"]}),
        a_day({"id": "a", "choose": "What?", "options": [{"id": "b", "text": "One."}]}),
        a_day({"id": "a", "tell": "And?", "ends": ["no", "yes"]}),
        a_day(day=50),
        a_day(montage=[{"id": "a", "go": "On"}]),
        {"id": "a-day", "title": "A day", "beats": []},
    ],
)
def test_a_slip_does_not_fit(slip: dict[str, object]):
    assert not check("scene").is_valid(slip)


def test_a_question_does_not_fit_into_an_answer_but_a_beat_does():
    def choice(then: dict[str, object]) -> dict[str, object]:
        options = [{"id": "b", "text": "One.", "then": [then]}, {"id": "c", "text": "Two."}]
        return a_day({"id": "a", "choose": "What?", "options": options})

    assert check("scene").is_valid(choice({"id": "d", "imagined": "So."}))
    assert not check("scene").is_valid(choice({"id": "d", "go": "On"}))


ONE_DAY = [case for case in cases() if DAY in case.files and not case.name.startswith("condition")]
"""What a condition says only the reader can understand."""


@pytest.mark.parametrize("case", ONE_DAY, ids=lambda case: case.name)
def test_editor_and_reader_agree_on_what_fits(case: Case):
    tree, _ = parse(case.files[DAY].encode(), DAY)
    if tree is not None:
        _, _, mismatches = shape(tree, Scene, DAY)
        assert check("scene").is_valid(tree.value) == (not mismatches)


@pytest.mark.parametrize("of", ROOTS)
def test_every_key_is_explained(of: str):
    whole = schema(of)
    for name, part in {of: whole, **whole["$defs"]}.items():
        assert part["description"], name
        for key, value in part.get("properties", {}).items():
            assert re.fullmatch(r"[\W0-9A-Z].{4,}[.”]", value["description"]), (name, key, value["description"])
            assert "``" not in value["description"]


@pytest.mark.parametrize(
    ("of", "kind"), [("scene", Scene), ("spine", Spine), ("ledger", Ledger), ("glossary", Glossary)]
)
def test_its_root_has_every_key_of_the_struct(of: str, kind: type[Scene | Spine | Ledger | Glossary]):
    assert list(schema(of)["properties"]) == list(kind.__struct_encode_fields__)


def test_a_step_is_one_of_the_kinds_and_its_kind_is_a_key():
    whole = schema("scene")
    for name, kinds in (("AnyStep", set(KINDS)), ("AnyBeat", set(PROVENANCE))):
        steps = [whole["$defs"][choice["$ref"].rpartition("/")[2]] for choice in whole["$defs"][name]["anyOf"]]
        assert {step["required"][1] for step in steps} == kinds
        for step in steps:
            assert step["required"][0] == "id"
            assert step["additionalProperties"] is False
            assert not {"kind", "text"} & set(step["properties"])
    assert set(QUESTION_KINDS) == set(KINDS) - set(PROVENANCE)
