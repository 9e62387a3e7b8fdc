"""The script as it is once read: scenes, and the spine that strings them together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from game.story.beat import AnyBeat
from game.story.calendar import CUTS, DAYS, WEEK, Cut
from game.story.condition import Condition
from game.story.questions import AnyQuestion
from game.story.step import Clock, Id, Label, Name, Text

AnyStep = AnyBeat | AnyQuestion
Path = tuple[str | int, ...]


class Scene(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of the script: usually one day.

    ``cuts`` are the versions of the story that play it; in the others its ``montage`` passes instead and its
    apartment is built all the same.
    """

    id: Id
    title: Label
    day: Annotated[int, Meta(ge=1, le=DAYS)] | None = None
    clock: Clock | None = None
    cuts: tuple[Cut, ...] = CUTS
    montage: tuple[AnyBeat, ...] = ()
    beats: Annotated[tuple[AnyStep, ...], Meta(min_length=1)]


class Week(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A floor of the tower and its one idea."""

    number: Annotated[int, Meta(ge=1, le=WEEK)]
    title: Label


class Flag(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something a play can remember, and what it means when it is up."""

    name: Name
    means: Text


class Start(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The gauges as a play begins, each 0 to 10."""

    rest: Annotated[int, Meta(ge=0, le=10)]
    home: Annotated[int, Meta(ge=0, le=10)]
    craft: Annotated[int, Meta(ge=0, le=10)]


class Spine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``story.yaml``: the title, the parts in the order in which they are played, and every name in use."""

    title: Label
    tagline: Text
    parts: Annotated[tuple[Id, ...], Meta(min_length=1)]
    start: Start
    weeks: tuple[Week, ...] = ()
    flags: tuple[Flag, ...] = ()


def parts_of(node: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Everything a struct is made of, itself first, each with the keys that lead to it.

    Structs and the items of their tuples are entered; all else is given as it is.
    """
    yield path, node
    if isinstance(node, msgspec.Struct):
        for name, key in zip(node.__struct_fields__, node.__struct_encode_fields__, strict=True):
            yield from parts_of(getattr(node, name), (*path, key))
    elif isinstance(node, tuple):
        for index, item in enumerate(node):
            yield from parts_of(item, (*path, index))


def conditions_in(node: Any) -> Iterator[tuple[Path, Condition]]:
    """Every condition inside, with the keys that lead to it."""
    return ((path, part) for path, part in parts_of(node) if isinstance(part, Condition))
