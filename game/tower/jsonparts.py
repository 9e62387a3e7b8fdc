"""The parts of the JSON form: numbers, pairs, flats, events; a broken one is refused with where it is and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, Final

from msgspec.structs import asdict

from game.tower.flats import flat_named, name_of
from game.tower.moves import Breaker, Event, Fill, Fix, Move, Open, Survey, Switch


class Broken(ValueError):  # noqa: N818 - it is the file that is broken
    """A tower file that cannot be used: where, and what is wrong there."""

    def __init__(self, where: str, what: str) -> None:
        self.where, self.what = where, what
        super().__init__(f"{where}: {what}")


FLOORS_FROM: Final = 1
"""The number of the ground floor in JSON, as in the names of its flats; inside it is 0."""

_MOVES: Final[dict[str, tuple[type[Move], str | None]]] = {
    "survey": (Survey, "floor"),
    "fill": (Fill, "zone"),
    "breaker": (Breaker, "circuit"),
    "open": (Open, "cell"),
    "fix": (Fix, "cell"),
    "switch": (Switch, None),
}


def shown(value: object) -> str:
    """A value as it stands in the file, cut short where it is long."""
    try:
        text = json.dumps(value, ensure_ascii=False)
    except RecursionError:
        text = "a nesting too deep to be shown"
    return text if len(text) <= 60 else f"{text[:59]}…"


def record(value: object, where: str, needed: Sequence[str], optional: Sequence[str] = ()) -> dict[str, Any]:
    """An object that has the needed names and no unknown ones."""
    if not isinstance(value, dict):
        raise Broken(where, f"an object in braces is expected, not {shown(value)}.")
    known = [*needed, *optional]
    for name in value:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}."
            raise Broken(where, f"{name!r} is not known here; {hint}")
    missing = [name for name in needed if name not in value]
    if missing:
        raise Broken(where, f"{' and '.join(map(repr, missing))} missing.")
    return value


def items(value: object, where: str) -> list[Any]:
    """A list."""
    if not isinstance(value, list):
        raise Broken(where, f"a list is expected, not {shown(value)}.")
    return value


def number(value: object, where: str, least: int | None = None) -> int:
    """A whole number, if need be of some least size."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise Broken(where, f"a whole number is expected, not {shown(value)}.")
    if least is not None and value < least:
        raise Broken(where, f"at least {least} is expected, not {value}.")
    return value


def pair(value: object, where: str) -> tuple[int, int]:
    """Two whole numbers."""
    two = items(value, where)
    if len(two) != 2:
        raise Broken(where, f"two whole numbers are expected, not {shown(value)}.")
    return number(two[0], where), number(two[1], where)


def flat(value: object, where: str, rows: int, cols: int) -> int:
    """A flat by its name."""
    if not isinstance(value, str):
        raise Broken(where, f"a flat's name like '2C' is expected, not {shown(value)}.")
    try:
        return flat_named(value, rows, cols)
    except ValueError as error:
        raise Broken(where, str(error)) from None


def flats(value: object, where: str, rows: int, cols: int) -> list[int]:
    """Several flats, none of them twice."""
    found: list[int] = []
    for name in items(value, where):
        one = flat(name, where, rows, cols)
        if one in found:
            raise Broken(where, f"{name} is named twice.")
        found.append(one)
    return found


def event_as_data(event: Event, cols: int) -> dict[str, Any]:
    """An event as the log has it."""
    data: dict[str, Any] = {"do": event.do}
    for field, value in asdict(event).items():
        match field:
            case "floor":
                data[field] = value + FLOORS_FROM
            case "flat":
                data["cell"] = name_of(value, cols)
            case "result" if event.do == "fill" and value is not None:
                data[field] = name_of(value, cols)
            case _:
                data[field] = value
    return data


def move_and_result(value: object, where: str, rows: int, cols: int) -> tuple[Move, object]:
    """The move of an entry of the log, and the result that it claims."""
    do = value.get("do") if isinstance(value, dict) else None
    if not isinstance(do, str) or do not in _MOVES:
        raise Broken(where, f"'do' must be one of {_listed(_MOVES)}, not {shown(do)}.")
    kind, operand = _MOVES[do]
    if operand is None:
        return Switch(), record(value, where, ("do", "result"))["result"]
    fields = record(value, where, ("do", operand, "result"))
    target = f"{where}, {operand}"
    if operand == "cell":
        index = flat(fields[operand], target, rows, cols)
    elif operand == "floor":
        index = number(fields[operand], target) - FLOORS_FROM
        if not 0 <= index < rows:
            raise Broken(target, f"there is no floor {fields[operand]}: floors run from {FLOORS_FROM} to {rows}.")
    else:
        index = number(fields[operand], target)
    return kind(index), fields["result"]


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}"


def same(one: object, other: object) -> bool:
    """Whether two results are the same in JSON, where ``1`` is not ``true``."""
    return type(one) is type(other) and one == other
