"""The corpus of faults: a sound story, and small edits of it, each with all that the check has to say of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from game.proof.galley import Galley
from game.proof.registry import findings
from game.script import script_at
from game.story.problems import BrokenScript
from game.story.whole import read_whole

HERE = Path(__file__).parent
STORY = HERE / "story"
SOUND = {path.relative_to(STORY).as_posix(): path.read_text("utf-8") for path in STORY.rglob("*.yaml")}
TABLE = HERE / "faults.txt"


class Edit(NamedTuple):
    """A change of one file: what stands in it, and what takes its place."""

    file: str
    was: str
    becomes: str


class Fault(NamedTuple):
    name: str
    edits: list[Edit]
    expected: list[str]

    def files(self) -> dict[str, str]:
        """The story with this fault in it."""
        files = dict(SOUND)
        for file, was, becomes in self.edits:
            if was:
                assert files[file].count(was) == 1, (self.name, was)
                files[file] = files[file].replace(was, becomes)
            elif becomes:
                assert file not in files, (self.name, file)
                files[file] = becomes
            else:
                del files[file]
        return files


def faults() -> list[Fault]:
    """Every fault of the table, in its order."""
    return [_fault(block) for block in _blocks()[1:]]


def record() -> None:
    """Write into the table what is said now. Read it before you keep it."""
    head, *blocks = _blocks()
    written = [head]
    for block in blocks:
        with TemporaryDirectory() as root:
            said = said_of(_fault(block), Path(root))
        lines = [line for line in block.splitlines() if not line.startswith("= ")]
        written.append("\n".join([*lines, *(f"= {each}" for each in said)]))
    TABLE.write_text("\n\n".join(written).replace("\a", "␇") + "\n", "utf-8", newline="\n")


def _blocks() -> list[str]:
    return TABLE.read_text("utf-8").rstrip("\n").replace("␇", "\a").split("\n\n")


def _fault(block: str) -> Fault:
    lines = block.splitlines()
    expected = [line[2:] for line in lines if line.startswith("= ")]
    return Fault(lines[0], list(_edits(lines[1:])), expected)


def _edits(lines: list[str]) -> Iterator[Edit]:
    file, was, becomes = "", list[str](), list[str]()
    for line in [*lines, "  "]:
        sign, text = line[:2], line[2:]
        if sign == "  " or (sign == "- " and becomes):
            if file and (was or becomes or sign == "  "):
                yield Edit(file, "\n".join(was), "\n".join(becomes))
            was, becomes = [], []
        if sign == "  ":
            file = text
        elif sign in ("- ", "+ "):
            (was if sign == "- " else becomes).append(text)


def said_of(fault: Fault, root: Path) -> list[str]:
    """All that the check says of the story with this fault in it: places and rules."""
    for name, text in fault.files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    script = script_at(root / "scenes")
    try:
        found = [each.problem for each in findings(Galley(script, read_whole(script)))]
    except BrokenScript as broken:
        found = list(broken.problems)
    return [f"{each.file}:{each.line}:{each.column} {each.rule}" for each in found]
