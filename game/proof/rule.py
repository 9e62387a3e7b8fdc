"""A rule of a whole story: what a script is held against that can be played, and how its breaches are found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from game.story.problems import Problem, Severity
from game.story.rulebook import rule as reader
from game.story.rulebook.example import Example, scene

if TYPE_CHECKING:
    from game.proof.galley import Galley

__all__ = ["Example", "Finding", "Rule", "rule", "scene"]

Search = Callable[["Galley"], Iterator[Problem]]


class Rule(reader.Rule, frozen=True, kw_only=True):
    """A rule with its ``search``, which yields every place that breaks it."""

    search: Search

    def findings(self, galley: Galley) -> Iterator[Finding]:
        """Every place that breaks it, each with the code and the severity of the rule."""
        for problem in self.search(galley):
            yield Finding(self, replace(problem, rule=self.code, severity=self.severity))


class Finding(NamedTuple):
    """A place that breaks a rule."""

    rule: Rule
    problem: Problem


def rule(
    *, code: str, about: str, why: str, example: Example | None, severity: Severity = "error"
) -> Callable[[Search], Rule]:
    """Make a rule of the function that searches for what breaks it."""

    def made(search: Search) -> Rule:
        return Rule(code=code, about=about, why=why, example=example, severity=severity, search=search)

    return made
