"""The script as it is once read: scenes, and the spine that strings them together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from game.story.beat import AnyBeat
from game.story.calendar import CUTS, DAYS, WEEK, Cut
from game.story.condition import Condition
from game.story.lesson import Lesson
from game.story.questions import AnyQuestion
from game.story.step import Clock, Id, Label, Name, Released, Text

AnyStep = AnyBeat | AnyQuestion
Path = tuple[str | int, ...]


class Scene(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of the script: usually one day.

    ``id`` is given by its author, once in the whole story, and stays when the file is renamed. ``title`` is
    what stands above it on the screen. ``day`` is its place among the 49 days; the prologue and what comes after
    have none. ``clock`` is the player's own time as it begins. ``cuts`` are the versions of the story that
    play it; the others pass it. ``when`` is a condition: unless it is met, the scene is passed as well.
    ``montage`` are the beats told as it is passed; its apartment is built all the same. ``lesson`` is for whoever
    leads a class through it. ``beats`` are its steps, told and asked in this order; the last one is a question.
    ``was`` are the ids that it had in released versions.
    """

    id: Id
    title: Label
    day: Annotated[int, Meta(ge=1, le=DAYS)] | None = None
    clock: Clock | None = None
    cuts: tuple[Cut, ...] = CUTS
    when: Condition | None = None
    montage: tuple[AnyBeat, ...] = ()
    lesson: Lesson | None = None
    beats: Annotated[tuple[AnyStep, ...], Meta(min_length=1)]
    was: tuple[Id, ...] = ()


class Week(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A floor of the tower: ``number`` is 1 at the bottom and 7 at the top; ``title`` is the week's one idea.

    ``montage`` is the line told where all of the week is passed; it is made up, and has eight words at most.
    """

    number: Annotated[int, Meta(ge=1, le=WEEK)]
    title: Label
    montage: Label | None = None


class Flag(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something a play can remember.

    ``name`` is what conditions and effects call it; ``means`` is what it stands for.
    """

    name: Name
    means: Text


class Start(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The gauges as a play begins: ``rest``, ``home`` and ``craft``, each from 0 to 10."""

    rest: Annotated[int, Meta(ge=0, le=10)]
    home: Annotated[int, Meta(ge=0, le=10)]
    craft: Annotated[int, Meta(ge=0, le=10)]


class Ending(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way in which a play can end. It is made up, like everything about the player.

    ``id`` is its own among the endings, and stays when the words change. ``title`` is what stands above it;
    ``text`` are its words, sixty at most. ``when`` is a condition on what the play has come to: the first ending
    whose condition is met is the one that is shown.
    """

    id: Id
    title: Label
    text: Text
    when: Condition | None = None


class Spine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The spine of a script, story.yaml.

    ``title`` is the name of the story; ``tagline`` is the line under it. ``parts`` are the files (without .yaml)
    and folders of scenes, in the order in which they are played. ``start`` is where the gauges begin.
    ``weeks`` are the titles of the floors. ``flags`` are all that a play can remember. ``endings`` are the ways in
    which a play can end; the last one has no condition. ``record`` are lines on what the articles say, shown
    beside what the play has come to. ``discussion`` are the questions with which a lesson ends. ``recall`` is the
    file (without .yaml) of questions that are asked days later. ``whole`` is true once every day is written: then
    the check asks for all of them, and for every fact. ``names`` are the words that may stand with a capital
    inside a sentence; none of them is a real person. ``removed`` are ids of released versions that nothing has any
    more: plays go on without what was answered under them.
    """

    title: Label
    tagline: Text
    parts: Annotated[tuple[Id, ...], Meta(min_length=1)]
    start: Start
    weeks: tuple[Week, ...] = ()
    flags: tuple[Flag, ...] = ()
    endings: tuple[Ending, ...] = ()
    record: tuple[AnyBeat, ...] = ()
    discussion: tuple[Text, ...] = ()
    recall: Id | None = None
    whole: bool = False
    names: tuple[Label, ...] = ()
    removed: tuple[Released, ...] = ()


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
