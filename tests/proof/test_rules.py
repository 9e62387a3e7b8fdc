"""Every rule of a whole story: it can be kept, and it says of itself what the reference needs."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

import game.proof
from game.proof.examples import EVERY
from game.proof.registry import RULES, findings
from game.proof.rule import Example, Rule, scene
from tests.proof.galleys import galley_of

KEPT = Example(
    (
        scene(
            "id: a, imagined: The kettle is on. The lift is out.",
            'id: b, tell: "Worth it?", ends: ["no", "yes"], as: worth',
            "id: c, reported: It took seven weeks., cites: [seven-weeks]",
            day=1,
        ),
    )
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_it_says_what_it_asks_for_and_why_in_sentences(rule: Rule):
    assert rule.about.endswith(".")
    assert rule.why.endswith(".")
    assert rule.about != rule.why


def test_a_small_story_can_keep_them_all(tmp_path):
    assert findings(galley_of(KEPT, tmp_path)) == []


def test_no_two_have_the_same_code_those_of_the_reader_among_them():
    assert len({rule.code for rule in EVERY}) == len(EVERY)


def test_every_module_of_rules_is_entered():
    modules = [import_module(f"game.proof.{each.name}") for each in pkgutil.iter_modules(game.proof.__path__)]
    written = {rule.code for module in modules for rule in vars(module).values() if isinstance(rule, Rule)}
    assert written == {rule.code for rule in RULES}
