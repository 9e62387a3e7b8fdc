"""Conditions: short expressions over the state, such as ``rest < 3 and wrote_tests``.

They are parsed once with :mod:`ast` against a small whitelist and turned into closures. Nothing is evaluated
as code, so a script can ask but never act.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from functools import reduce
from typing import Any, Final
from warnings import catch_warnings

from game.story.state import State

GAUGE_NAMES: Final = ("rest", "home", "craft")
COUNT_NAMES: Final = ("late_nights", "corners", "day")
NIGHT_NAMES: Final = ("night_minutes", "night_throws", "night_dark", "night_hints", "night_crew")
"""What the last night leaves, each 0 until then: its minutes from 23:00, its failed throws, the flat-minutes of
darkness that they cost, the hints that were asked for, and 1 where the crew had to finish it."""
PLAYED_BEFORE: Final = "played_before"
"""Up in a play that began when another on this machine was over."""
MOST_CHARACTERS: Final = 200

Test = Callable[[State], Any]

_COMPARE: Final[dict[type[ast.cmpop], Callable[[Any, Any], bool]]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


class Condition:
    """A parsed condition. ``met(state)`` answers it; ``names`` are the words it reads.

    Raises ``ValueError``, in words for the writer, when the text is not a condition.
    """

    __slots__ = ("bound", "met", "names", "text")

    def __init__(self, text: str) -> None:
        if len(text) > MOST_CHARACTERS:
            raise ValueError(f"a condition is at most {MOST_CHARACTERS} characters long")
        tree = _parsed(text)
        self.text = text
        self.names: frozenset[str] = frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
        try:
            self.met: Test = _closure(tree, text)
        except RecursionError:
            raise ValueError(_no_condition(text)) from None
        self.bound = _bound(tree)

    def shortfall(self, state: State) -> str:
        """Why it is not met, for a bound on one gauge: ``rest 4, needs 5``. Empty for any other condition."""
        if self.bound is None:
            return ""
        name, least = self.bound
        return f"{name} {getattr(state, name)}, needs {least}"

    def __repr__(self) -> str:
        return f"Condition({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Condition) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self.text)


def _parsed(text: str) -> ast.expr:
    try:
        with catch_warnings(action="ignore"):
            return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ValueError(_no_condition(text)) from None


def _no_condition(text: str) -> str:
    advice = (
        "write '==' to compare"
        if re.search("(?<![<>=!])=(?![<>=])", text)
        else "write it like: rest < 3 and wrote_tests"
    )
    return f"'{text}' is not a condition; {advice}"


def _bound(tree: ast.expr) -> tuple[str, int] | None:
    """The gauge and the least value in a condition of the form ``rest >= 5``."""
    match tree:
        case ast.Compare(
            left=ast.Name(id=name),
            ops=[ast.GtE() | ast.Gt() as op],
            comparators=[ast.Constant(value=int(least))],
        ) if name in GAUGE_NAMES:
            return name, least + isinstance(op, ast.Gt)
    return None


def _closure(node: ast.expr, text: str) -> Test:
    match node:
        case ast.Constant(value=bool() | int() as value):
            return lambda _state: value
        case ast.Name(id=name):
            return _read(name)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            inner = _closure(operand, text)
            return lambda state: not inner(state)
        case ast.BoolOp(op=ast.And(), values=values):
            return reduce(_both, [_closure(value, text) for value in values])
        case ast.BoolOp(op=ast.Or(), values=values):
            return reduce(_either, [_closure(value, text) for value in values])
        case ast.Compare(left=left, ops=[op], comparators=[ast.Constant(value=bool() | int() as value)]) if (
            type(op) in _COMPARE
        ):
            compare, read = _COMPARE[type(op)], _closure(left, text)
            return lambda state: compare(read(state), value)
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARE:
            compare = _COMPARE[type(op)]
            first, second = _closure(left, text), _closure(right, text)
            return lambda state: compare(first(state), second(state))
        case ast.Compare(ops=[_, _, *_]):
            raise ValueError(f"'{ast.unparse(node)}' compares more than two things; join comparisons with 'and'")
    raise ValueError(
        f"'{ast.unparse(node)}' is not allowed in a condition; "
        "use names, whole numbers, and, or, not, brackets, and < <= > >= == !="
    )


def _both(first: Test, second: Test) -> Test:
    return lambda state: first(state) and second(state)


def _either(first: Test, second: Test) -> Test:
    return lambda state: first(state) or second(state)


def _read(name: str) -> Test:
    if name in GAUGE_NAMES or name in COUNT_NAMES:
        return operator.attrgetter(name)
    return lambda state: state.value(name)
