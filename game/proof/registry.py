"""All rules about a whole story. A module of rules is entered here, and nowhere else."""

from __future__ import annotations

from typing import Final

from game.proof import (
    copying,
    coverage,
    dominance,
    golden,
    grade,
    keys,
    length,
    lessons,
    names,
    pace,
    reach,
    released,
    trade,
)
from game.proof.galley import Galley
from game.proof.rule import Finding, Rule

RULES: Final[tuple[Rule, ...]] = (
    *coverage.RULES,
    *pace.RULES,
    *length.RULES,
    *lessons.RULES,
    *grade.RULES,
    *names.RULES,
    *trade.RULES,
    *copying.RULES,
    *keys.RULES,
    *dominance.RULES,
    *reach.RULES,
    *golden.RULES,
    *released.RULES,
)
"""In the order in which they are explained."""


def findings(galley: Galley) -> list[Finding]:
    """Every place that breaks a rule, in reading order."""
    found = {each.problem: each.rule for rule in RULES for each in rule.findings(galley)}
    ordered = sorted(found)
    quoted = galley.script.quoting(ordered)
    return [Finding(found[bare], problem) for bare, problem in zip(ordered, quoted, strict=True)]
