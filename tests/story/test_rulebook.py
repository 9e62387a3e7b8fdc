"""The rulebook: what every rule has, and that what applies a rule fills in its words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import game
from game.story.problems import Problem
from game.story.rulebook import after, files, form, lessons, names, order, questions, sources, words, writing
from game.story.rulebook.index import SLIPS
from game.story.rulebook.names import UNKNOWN_FLAG
from game.story.rulebook.rule import Slip

PACKAGE = Path(game.__file__).parent
MODULES = (after, files, form, lessons, names, order, questions, sources, words, writing)
NAMED = {name: slip for module in MODULES for name, slip in vars(module).items() if isinstance(slip, Slip)}


def fields(slip: Slip) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(slip.says) if field}


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Every place that applies a rule: where, which, and the fields that it fills in."""
    for path in (PACKAGE / "story").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in NAMED:
                    yield f"{path.name}:{node.lineno}", name, {str(word.arg) for word in node.keywords}


def test_a_problem_is_made_from_its_rule():
    said = UNKNOWN_FLAG(name="tests", advice=" (did you mean 'test'?)")
    assert said.at("scenes/day-01.yaml", 3, 7) == Problem(
        "scenes/day-01.yaml", 3, 7, "unknown flag 'tests' (did you mean 'test'?)", "unknown-flag", "error"
    )


def test_braces_in_what_a_file_holds_are_left_alone():
    assert UNKNOWN_FLAG(name="{advice}", advice="").what == "unknown flag '{advice}'"


def test_every_code_is_words_and_hyphens_and_its_own():
    codes = [slip.code for slip in SLIPS]
    assert len(set(codes)) == len(codes) == len(NAMED)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in codes)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.code)
def test_it_says_what_it_asks_for_and_why_in_sentences(slip: Slip):
    assert re.match(r"[A-Z].*[.’']$", slip.about)
    assert re.match(r"[A-Z].*\.$", slip.why)
    assert slip.about != slip.why
    assert not slip.says.endswith(".")
    assert not slip.points_at or slip.points_at in fields(slip) | {"character", "written"}


def test_every_place_that_applies_a_rule_fills_in_its_words():
    found = list(calls())
    assert len(found) > 80
    for where, name, filled in found:
        assert filled == fields(NAMED[name]) | ({NAMED[name].points_at} - {""}), where
