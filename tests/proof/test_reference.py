"""The reference of the rules: made from them, kept beside the scenes, and printed rule by rule."""

from __future__ import annotations

import pytest

from game.cli import main
from game.proof.examples import EVERY
from game.proof.reference import reference
from game.script import shipped
from game.story.rulebook.rule import Rule

PAGE = (shipped().scenes / "RULES.md").read_text("utf-8")


def test_the_page_beside_the_scenes_is_current_and_every_example_breaks_its_rule():
    assert reference() == PAGE, "run: make schema"


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)
def test_it_says_of_every_rule_what_it_asks_for_and_why(rule: Rule):
    section = PAGE.partition(f"\n### {rule.code}\n")[2].partition("\n### ")[0]
    assert rule.about in PAGE
    assert " ".join(section.split()).startswith(f"{rule.about} {rule.why}")
    assert f"[{rule.code}] " in section


def test_one_rule_is_printed_by_its_code(capsys: pytest.CaptureFixture[str]):
    assert main(["rules", "two-kinds"]) == 0
    assert capsys.readouterr().out == (
        "### two-kinds\n\n"
        "A step has one kind. A line is either on record or made up.\n\n"
        "```yaml\nid: example\ntitle: An example\nbeats:\n"
        "  - {id: a, imagined: The kettle is on., go: Go on}\n"
        "```\n\n"
        "```text\n"
        "scenes/example/01.yaml:4:42: error[two-kinds] a step has one kind; this one is already 'imagined'\n"
        "    4 |   - {id: a, imagined: The kettle is on., go: Go on}\n"
        "      |                                          ^\n"
        "```\n"
    )


def test_a_code_with_a_slip_in_it_brings_the_nearest(capsys: pytest.CaptureFixture[str]):
    assert main(["rules", "no-open-opton"]) == 2
    assert capsys.readouterr().err == "There is no rule 'no-open-opton' (did you mean 'no-open-option'?).\n"
    assert main(["rules", "tea"]) == 2
    assert "seven-weeks rules lists them" in capsys.readouterr().err
