"""The reader: one file of a script, read into what it holds, with every problem in its place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from game.files import content_of
from game.story import rulebook
from game.story.folder import Script, digest_of
from game.story.model import Scene
from game.story.node import Node
from game.story.problems import Problem
from game.story.shaping import shape
from game.story.yamltree import parse, read_tree

T = TypeVar("T")


def read_scene(script: Script, name: str, digest: str) -> Scene:
    """One scene that an earlier whole reading found sound.

    Raises ``BrokenScript`` when the file is no longer the one that was found sound.
    """
    try:
        raw = content_of(script.scenes / name)
    except OSError as error:
        said = rulebook.files.FILE_UNREADABLE(reason=error.strerror)
        raise script.broken([said.at(script.shown(name))]) from None
    if digest_of(raw) == digest:
        tree, problems = parse(raw, script.shown(name))
        if tree is not None and not problems:
            scene, _, problems = shape(tree, Scene, script.shown(name))
            if scene is not None and not problems:
                return scene
    raise script.broken([rulebook.files.CHANGED().at(script.shown(name))])


def read_file(path: Path, shown: str, kind: type[T]) -> tuple[T | None, Node | None, list[Problem]]:
    """A file as a struct of this kind, the tree it was read from, and every problem in it."""
    tree, problems = read_tree(path, shown)
    if tree is None:
        return None, None, problems
    value, shaped, more = shape(tree, kind, shown)
    return value, shaped, problems + elsewhere(more, problems)


def elsewhere(more: Iterable[Problem], than: Iterable[Problem]) -> list[Problem]:
    """Problems in other places than these: what does not read right is not judged further."""
    said = {(problem.file, problem.line, problem.column) for problem in than}
    return [each for each in more if (each.file, each.line, each.column) not in said]
