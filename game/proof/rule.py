"""A rule: what the check holds a whole story against, why, and a small story that breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import msgspec

from game.story.problems import Problem
from game.story.reader import SPINE

if TYPE_CHECKING:
    from game.proof.galley import Galley

Severity = Literal["error", "note"]
"""An error fails the check. A note is printed, and is for its writer to judge."""
Search = Callable[["Galley"], Iterator[Problem]]

_SPINE: Final = """\
title: An example
tagline: It breaks one rule.
parts: [example]
start: {rest: 7, home: 5, craft: 5}
"""


class Example(msgspec.Struct, frozen=True):
    """A small script that breaks a rule: its scenes, and what stands in its spine besides the usual.

    ``texts`` are other people's, by name, when the rule compares with such.
    """

    scenes: tuple[str, ...]
    spine: str = ""
    texts: dict[str, str] = {}

    def files(self) -> dict[str, str]:
        """The files of the script, by their names in the folder of scenes."""
        scenes = {f"example/{number:02}.yaml": scene for number, scene in enumerate(self.scenes, 1)}
        return {SPINE: _SPINE + self.spine, **scenes}


def scene(*steps: str, name: str = "example", day: int | None = None) -> str:
    """A scene of an example. The steps are as they stand in a script, between { and }."""
    head = [f"id: {name}", "title: An example", *([f"day: {day}"] if day is not None else []), "beats:"]
    return "\n".join([*head, *(f"  - {{{step}}}" for step in steps), ""])


class Rule(msgspec.Struct, frozen=True):
    """One rule.

    ``code`` is what it is called; ``about`` is what it asks for, in a line; ``why`` is its reason, for a writer
    who doubts it. ``example`` is None where the reader refuses whatever would break it, and the rule only makes
    sure. ``search`` yields every place that breaks it.
    """

    code: str
    about: str
    severity: Severity
    why: str
    example: Example | None
    search: Search


class Finding(NamedTuple):
    """A place that breaks a rule."""

    rule: Rule
    problem: Problem


def rule(
    *, code: str, about: str, why: str, example: Example | None, severity: Severity = "error"
) -> Callable[[Search], Rule]:
    """Make a rule of the function that searches for what breaks it."""

    def made(search: Search) -> Rule:
        return Rule(code, about, severity, why, example, search)

    return made
