"""The plans of a script, each beside its file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.story.folder import ENDING, Script
from game.story.model import Path, Spine
from game.story.node import Node
from game.story.plan import FOLDER, Plan
from game.story.problems import Problem
from game.story.reader import read_file


class PlanSheet(NamedTuple):
    """A plan beside the file it was read from."""

    file: str
    plan: Plan
    tree: Node

    def problem(self, path: Path, what: str) -> Problem:
        """A problem at the place the keys lead to."""
        node = self.tree.at(path)
        return Problem(self.file, node.line, node.column, what)


class Plans(NamedTuple):
    """The plans that can be read, and what is wrong with those that cannot."""

    sheets: tuple[PlanSheet, ...] = ()
    problems: tuple[Problem, ...] = ()


def plans_of(script: Script, spine: Spine) -> Plans:
    """The plans beside a script, in the order of their names. A spine that plays the folder has no plans in it."""
    if FOLDER in (*spine.parts, spine.recall):
        return Plans()
    found = list(_read(script))
    sheets = tuple(PlanSheet(*each) for each, problems in found if not problems and each is not None)
    return Plans(sheets, tuple(problem for _, problems in found for problem in problems))


def _read(script: Script) -> Iterator[tuple[tuple[str, Plan, Node] | None, list[Problem]]]:
    for name in script.files():
        if not (name.startswith(f"{FOLDER}/") and name.endswith(ENDING)):
            continue
        shown = script.shown(name)
        plan, tree, problems = read_file(script.scenes / name, shown, Plan)
        yield (None if plan is None or tree is None else (shown, plan, tree)), problems
