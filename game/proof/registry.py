"""All rules about a whole story. A module of rules is entered here, and nowhere else."""

from __future__ import annotations

from typing import Final

from game.proof import copying, coverage, dominance, grade, length, lessons, names, pace
from game.proof.galley import Galley
from game.proof.rule import Finding, Rule

RULES: Final[tuple[Rule, ...]] = (
    *coverage.RULES,
    *pace.RULES,
    *length.RULES,
    *lessons.RULES,
    *grade.RULES,
    *names.RULES,
    *copying.RULES,
    *dominance.RULES,
)
"""In the order in which they are explained."""


def findings(galley: Galley) -> list[Finding]:
    """Every place that breaks a rule, in reading order."""
    found = {(problem, rule.code): rule for rule in RULES for problem in rule.search(galley)}
    return [Finding(rule, problem) for (problem, _), rule in sorted(found.items(), key=lambda each: each[0])]
