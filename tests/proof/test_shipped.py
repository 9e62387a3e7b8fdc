"""The story that ships, held against every rule but those of reach, which walk through all of its states."""

from game.proof import reach
from game.proof.galley import Galley
from game.proof.registry import RULES
from game.script import shipped
from game.story.whole import read_whole


def test_the_shipped_script_breaks_no_rule_that_needs_no_walk():
    galley = Galley(shipped(), read_whole(shipped()))
    rules = [rule for rule in RULES if rule not in reach.RULES and rule.severity == "error"]
    assert rules
    assert not [problem for rule in rules for problem in rule.findings(galley)]
    assert "walks" not in vars(galley)
