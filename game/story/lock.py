"""The lock: every id of a released version under which plays keep something. None of them may be forgotten.

A text file, one id a line, sorted: *scene day-01*, *question d01-line*, *answer d01-line/hello*. Doors are not in
it, as nothing is answered to them. Every release adds its own, and no line is ever taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from game.files import content_of
from game.story.folder import SPINE, Script
from game.story.id_rules import Bearer, bearers
from game.story.problems import Problem
from game.story.rulebook import files

if TYPE_CHECKING:
    from game.story.whole import Read

NAME: Final = "ids.lock"
HEAD: Final = "# What plays keep their answers under. Written by seven-weeks lock; no line is ever taken out.\n"

_LINE: Final = re.compile(r"(?:(scene|question) [a-z0-9-]+|answer [a-z0-9-]+/[a-z0-9-]+)")


def lock_of(script: Script) -> str:
    """The lock of a script; empty when nothing is released. Raises ``BrokenScript`` when it cannot be read."""
    try:
        return content_of(script.scenes / NAME).decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise script.broken([files.NOT_UTF_8().at(script.shown(NAME))]) from None
    except OSError as error:
        raise script.broken([files.FILE_UNREADABLE(reason=error.strerror).at(script.shown(NAME))]) from None


def locked(text: str, read: Read) -> str:
    """A lock to which all ids of a script are added that it does not have yet."""
    lines = {line for line in text.splitlines() if _LINE.fullmatch(line)}
    lines |= {f"{bearer.kind} {bearer.id}" for bearer in _bearers(read) if bearer.keeps}
    return HEAD + "".join(f"{line}\n" for line in sorted(lines))


def lock_problems(text: str, file: str, read: Read) -> Iterator[Problem]:
    """The ids of a lock that a script neither has, nor had under another name, nor lists as removed."""
    accounted = _Accounted(read)
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        if not _LINE.fullmatch(line):
            yield Problem(file, number, 1, "no line of a lock looks like this; put it back as it was")
            continue
        kind, name = line.split(" ")
        if not accounted.has(kind, name):
            question, _, pick = name.rpartition("/")
            to = f" to '{question}'" if question else ""
            what = f"the {kind} '{pick}'{to} was released and is gone"
            advice = f"add 'was: [{pick}]' where it is called otherwise now, or '{name}' to 'removed' in {SPINE}"
            yield Problem(file, number, len(kind) + 2, f"{what}; {advice} if it is gone for good")


class _Accounted:
    """What a script can account for."""

    def __init__(self, read: Read) -> None:
        found = list(_bearers(read))
        self.today = {(bearer.kind, bearer.id) for bearer in found}
        self.now = {old: bearer.id for bearer in found for old in bearer.was}
        self.removed = frozenset(read.spine.removed)

    def has(self, kind: str, name: str) -> bool:
        """Whether an id is there, was renamed or is removed. The answers to a question that is gone go with it."""
        if (kind, name) in self.today or name in self.now or name in self.removed:
            return True
        question, _, pick = name.partition("/")
        if kind != "answer":
            return False
        if question in self.now:
            return self.has(kind, f"{self.now[question]}/{pick}")
        return ("question", question) not in self.today


def _bearers(read: Read) -> Iterator[Bearer]:
    return bearers([*read.sheets, *([read.recall] if read.recall else [])])
