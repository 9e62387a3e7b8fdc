"""Cases for the reader: small files, each of which breaks one thing in a small story that is sound.

A case is one text file: what it is about, then sections, each under a line ``-- name --``. A section named like a
file, such as ``scenes/day-02.yaml``, stands in for that file of the sound story or is put beside it. Under
``without`` stand the files to leave out, under ``expected`` the problems, line by line, just as they are said.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import yaml

from game.script import script_at
from game.story.problems import BrokenScript
from game.story.whole import read_whole

HERE = Path(__file__).parent
SOUND = HERE / "sound"
DAY = "scenes/day-02.yaml"
EXPECTED = "-- expected --\n"
PARSERS = [loader for name in ("CSafeLoader", "SafeLoader") if (loader := getattr(yaml, name, None))]
"""libyaml, and the parser in Python that stands in where libyaml is missing."""


class Case(NamedTuple):
    name: str
    files: dict[str, str]
    without: list[str]
    expected: list[str]


def cases() -> list[Case]:
    return [case_in(path) for path in sorted((HERE / "broken").glob("*.case"))]


def case_in(path: Path) -> Case:
    _, *parts = re.split(r"^-- (.+) --\n", path.read_text("utf-8"), flags=re.M)
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    expected = sections.pop("expected").splitlines()
    without = sections.pop("without", "").splitlines()
    return Case(path.stem, sections, without, expected)


def laid_out(case: Case, root: Path) -> Path:
    """The sound story with the case in it. Returns its folder of scenes."""
    scenes = sound_story(root)
    for name in case.without:
        path = root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, text in case.files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return scenes


def sound_story(root: Path) -> Path:
    """A copy of the sound story. Returns its folder of scenes."""
    shutil.copytree(SOUND, root, dirs_exist_ok=True)
    return root / "scenes"


def record() -> None:
    """Write into every case what is said now. Read it before you keep it."""
    for path in sorted((HERE / "broken").glob("*.case")):
        with TemporaryDirectory() as root:
            said = problems_of(laid_out(case_in(path), Path(root)))
        head = path.read_text("utf-8").partition(EXPECTED)[0]
        path.write_text(head + EXPECTED + "".join(f"{line}\n" for line in said), "utf-8", newline="\n")


def problems_of(scenes: Path) -> list[str]:
    """What is wrong with the script in this folder, line by line."""
    try:
        read_whole(script_at(scenes))
    except BrokenScript as broken:
        return [str(problem) for problem in broken.problems]
    return []
