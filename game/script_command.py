"""What the commands of those who write a script do: ``check``, ``rules``, ``schema``, ``lock`` and ``bots``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from game.errors import ForPeople
from game.library import Library
from game.story.folder import Script
from game.story.problems import BrokenScript

Errand = Callable[[], int]
Words = argparse.Namespace


def prepare(args: Words, script: Callable[[], Script], library: Callable[[], Library]) -> Errand:
    """Make everything ready for a command; ``script`` is the one it is about, ``library`` has it open.

    Raises ``ForPeople`` when it cannot be done.
    """
    match args.command:
        case "rules":
            return _rules(args)
        case "schema":
            return _schema(args)
        case "lock":
            return _lock(script())
        case "bots":
            return _bots(args, library())
        case _:
            return _check(args, script())


def _check(args: Words, script: Script) -> Errand:
    from game.proof.check import checked, checked_as_json
    from game.proof.galley import texts_in
    from game.proof.progress import progress_on
    from game.terminal import inks_for, width_of

    texts = texts_in(args.against) if args.against else {}

    def as_json() -> int:
        written, sound = checked_as_json(script, texts)
        print(written)
        return 0 if sound else 1

    def check() -> int:
        with progress_on(sys.stderr) as progress:
            found = checked(script, texts, progress)
        print(found.in_words(width_of(sys.stdout), inks_for(sys.stdout)), flush=True)
        if found.problems:
            raise BrokenScript(found.problems)
        return 0

    return as_json if args.json else check


def _rules(args: Words) -> Errand:
    from game.proof.reference import explained, reference

    return _printing(explained(args.codes) if args.codes else reference())


def _schema(args: Words) -> Errand:
    import json

    from game.story.schema import schema

    return _printing(json.dumps(schema(args.of), indent=2, ensure_ascii=False) + "\n")


def _printing(text: str) -> Errand:
    def show() -> int:
        print(text, end="")
        return 0

    return show


def _lock(script: Script) -> Errand:
    from game.story.lock import NAME, lock_of, locked
    from game.story.whole import read_whole

    before = lock_of(script)
    after = locked(before, read_whole(script))

    def lock() -> int:
        try:
            (script.scenes / NAME).write_text(after, "utf-8", newline="\n")
        except OSError as error:
            raise ForPeople(f"{script.shown(NAME)} could not be written: {error.strerror}") from None
        new = {*after.splitlines()[1:]} - {*before.splitlines()}
        print(f"{script.shown(NAME)} is written; ids that are new in it: {len(new)}")
        return 0

    return lock


def _bots(args: Words, library: Library) -> Errand:
    from game.proof.bots import errands

    return errands.keeping(library, args) if args.keep else errands.playing(library.story, args)
