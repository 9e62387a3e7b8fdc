"""Examples at work: each laid out as a script of its own, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from game.proof.galley import Galley
from game.proof.registry import RULES
from game.proof.rule import Rule as StoryRule
from game.script import script_at
from game.story.folder import Script
from game.story.problems import BrokenScript, Problem
from game.story.rulebook.example import Example
from game.story.rulebook.index import SLIPS
from game.story.rulebook.rule import Rule
from game.story.whole import read_whole

EVERY: Final[tuple[Rule, ...]] = (*SLIPS, *RULES)
"""All rules there are: those of the reader, then those of a whole story."""


class Shown(NamedTuple):
    """An example that was checked: the file in which something is wrong, its text, and what is said of it."""

    text: str
    problem: Problem


def laid_out(example: Example, root: Path) -> Path:
    """The example as files under ``root``. Returns its folder of scenes."""
    for name, text in example.files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return root / "scenes"


def broken_by(rule: Rule, script: Script, texts: dict[str, str]) -> list[Problem]:
    """Every place of a script that breaks this rule."""
    try:
        read = read_whole(script)
    except BrokenScript as broken:
        return [problem for problem in broken.problems if problem.rule == rule.code]
    if not isinstance(rule, StoryRule):
        return []
    return sorted(script.quoting(each.problem for each in rule.findings(Galley(script, read, texts))))


def shown(rule: Rule) -> Shown | None:
    """A rule's example with the first of what is said of it; None for a rule without one."""
    if rule.example is None:
        return None
    with TemporaryDirectory(prefix="seven-weeks-") as root:
        script = script_at(laid_out(rule.example, Path(root)))
        problem = next(iter(broken_by(rule, script, rule.example.texts)), None)
        assert problem is not None, f"{rule.code}: its example does not break it"
    text = rule.example.files().get(problem.file, "")
    return Shown(text.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), problem)
