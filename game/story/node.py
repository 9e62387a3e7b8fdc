"""A node: a piece of a script file as plain data that knows where it stands, so a mistake can be pointed at."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from game.story.problems import Problem, Said


class Node(msgspec.Struct):
    """A piece of the file: plain data, where it starts, and the nodes inside it.

    ``inside`` maps a key or an index to the node of its value, ``keys`` a key to the place of the key itself.
    ``torn`` says that something wrong was taken out of it. ``written`` is a text as it stands in the file.
    """

    value: Any
    line: int
    column: int
    inside: dict[Any, Node]
    keys: dict[str, tuple[int, int]]
    torn: bool = False
    written: str = ""

    def whole(self) -> bool:
        """Whether nothing was taken out of it or of anything inside."""
        return not self.torn and all(child.whole() for child in self.inside.values())

    def problem(self, file: str, said: Said | str) -> Problem:
        """A problem where it starts, or at the word it is about, as a rule says it or in plain words."""
        said = Said(said) if isinstance(said, str) else said
        return said.at(file, *self.place_of(said.word))

    def place_of(self, word: str) -> tuple[int, int]:
        """Where a word of the text stands; where the text begins when it is not there as it is written."""
        if not word or (found := _as_written(word).search(self.written)) is None:
            return self.line, self.column
        before = self.written[: found.start()]
        lines, last = before.count("\n"), before.rfind("\n")
        return self.line + lines, len(before) - last if lines else self.column + len(before)

    def at(self, path: tuple[str | int, ...]) -> Node:
        """The node a path leads to, or the last one on the way that exists."""
        node = self
        for step in path:
            if step not in node.inside:
                break
            node = node.inside[step]
        return node


def _as_written(word: str) -> re.Pattern[str]:
    """The word by itself, in whatever lines it is broken into; a single character wherever it is."""
    pattern = r"\s+".join(map(re.escape, word.split()))
    return re.compile(pattern if len(word) == 1 and not word.isdigit() else rf"(?<!\w){pattern}(?!\w)")
