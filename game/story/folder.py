"""The folder of a script: where its files lie, how messages name them, and what tells a changed one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from os import walk
from pathlib import Path
from typing import Final, NamedTuple

from msgspec.structs import replace

from game.files import content_of
from game.story.problems import BrokenScript, Problem

ENDING: Final = ".yaml"
"""How the names of a script's files end."""
SPINE: Final = f"story{ENDING}"


class Script(NamedTuple):
    """Where a script lies: the folder of its scenes, its ledger, and its glossary where it has one."""

    scenes: Path
    ledger: Path
    glossary: Path | None = None

    def shown(self, name: str) -> str:
        """A file of the script as messages name it: from the folder that holds the scenes."""
        return f"{self.scenes.resolve().name}/{name}"

    def file(self, shown: str) -> Path:
        """The file that messages name like this."""
        for path in filter(None, (self.ledger, self.glossary)):
            if shown == f"{path.parent.name}/{path.name}":
                return path
        return self.scenes / shown.partition("/")[2]

    def files(self) -> list[str]:
        """Every file in the folder of scenes, by its name from there, in order.

        Hidden ones are no writer's: editors and systems put them there. A folder that cannot be read, or is gone
        by the time it is its turn, has none.
        """
        found = []
        for folder, folders, names in walk(self.scenes):
            folders[:] = (name for name in folders if not name.startswith("."))
            here = Path(folder)
            way = here.relative_to(self.scenes).as_posix()
            seen = (name for name in names if not name.startswith(".") and (here / name).is_file())
            found += [f"{way}/{name}".removeprefix("./") for name in seen]
        return sorted(found)

    def quoting(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems, each with the line of its file."""
        lines: dict[str, list[str]] = {}
        found = []
        for problem in problems:
            if problem.file not in lines:
                lines[problem.file] = _lines_of(self.file(problem.file))
            there = lines[problem.file][: problem.line]
            found.append(replace(problem, source=there[-1]) if 0 < problem.line == len(there) else problem)
        return found

    def broken(self, problems: Iterable[Problem]) -> BrokenScript:
        """That it cannot be played, with every problem and its line."""
        return BrokenScript(self.quoting(problems))


def _lines_of(path: Path) -> list[str]:
    """The lines of a file as YAML parts them, or none of one that cannot be read."""
    try:
        raw = content_of(path)
    except OSError:
        return []
    return re.split("\r\n|[\n\r\x85\u2028\u2029]", raw.decode("utf-8-sig", errors="replace"))


def digest_of(raw: bytes) -> str:
    """A short name for a file's content."""
    return sha256(raw).hexdigest()[:16]


def digest_at(path: Path) -> str:
    """The digest of a file as it stands; empty, as no file's is, where it cannot be read."""
    try:
        return digest_of(content_of(path))
    except OSError:
        return ""
