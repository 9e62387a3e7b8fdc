"""The nearest: of what no play comes to, which part of its condition is never met, and how near plays come."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Set

from game.proof.walk.diagram import Region, TooMany
from game.proof.walk.space import Space
from game.story.condition import Condition


def nearest(space: Space, region: Region, conditions: Iterable[Condition], flags: Set[str]) -> str:
    """*it needs rest >= 9, and rest is 0 to 8 here*; in a region in which not all conditions can be met.

    Empty where that is too much to look at.
    """
    try:
        return _nearest(space, region, conditions, flags)
    except TooMany:
        return ""


def _nearest(space: Space, region: Region, conditions: Iterable[Condition], flags: Set[str]) -> str:
    held: list[str] = []
    for part in (each for condition in conditions for each in _parts(condition)):
        met = space.met(region, part)
        if not met:
            where = f" where {' and '.join(held)}" if held else " here"
            names = [_ranging(space, region, name, flags) for name in sorted(part.names)]
            return f"it needs {part.text}, and {', '.join(names) or 'that is never so'}{where}"
        held.append(part.text)
        region = met
    return ""


def _parts(condition: Condition) -> Iterator[Condition]:
    """The conditions that are joined by *and*."""
    text = condition.text.strip()
    tree = ast.parse(text, mode="eval").body
    joined = isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And)
    for part in tree.values if isinstance(tree, ast.BoolOp) and joined else [tree]:
        yield Condition(ast.get_source_segment(text, part) or text)


def _ranging(space: Space, region: Region, name: str, flags: Set[str]) -> str:
    numbers = space.numbers(region, name)
    if name in flags:
        return f"{name} is {'up or down' if len(numbers) > 1 else 'always up' if 1 in numbers else 'never up'}"
    least, most = min(numbers), space.reads.days.get(name, max(numbers))
    return f"{name} is {least}" if least == most else f"{name} is {least} to {most}"


def described(space: Space, region: Region) -> str:
    """Some state of a region, in words: *rest 3, home 5, wet*."""
    state = space.diagrams.one(region)
    gauges = [f"{name} {number}" for name, number in space.grid.one(state.readings).items()]
    return ", ".join(
        [*gauges, *(name if number == 1 else f"{name} {number}" for name, number in state.numbers.items())]
    )
