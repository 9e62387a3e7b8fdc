"""What a wheel carries: the scenes, the part of the ledger that they use, the glossary, and a manifest of them.

The pages of a class go in as they are. Called by the build backend. A script with a problem in it is not released.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))


class ReleaseHook(BuildHookInterface):  # type: ignore[type-arg, misc, unused-ignore]
    """Puts the script into the wheel as ``game/data``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self._stage = Path(tempfile.mkdtemp(prefix="seven-weeks-"))
        prepare(ROOT, self._stage)
        build_data["force_include"][str(self._stage)] = "game/data"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if version != "editable":
            shutil.rmtree(self._stage, ignore_errors=True)


def prepare(root: Path, stage: Path) -> None:
    """Lay the released script out in ``stage``, without what is only for its writers.

    Raises ``BrokenScript`` when anything is wrong with it, or when it has lost an id of an earlier release.
    """
    from game.story import lock, manifest  # noqa: PLC0415 - the package is found only once ROOT is on the path
    from game.story.folder import Script  # noqa: PLC0415
    from game.story.plan import FOLDER as PLANS  # noqa: PLC0415
    from game.story.problems import BrokenScript  # noqa: PLC0415
    from game.story.whole import read_whole  # noqa: PLC0415

    glossary = root / "assets" / "glossary.yaml"
    script = Script(root / "scenes", root / "assets" / "facts.yaml", glossary)
    read = read_whole(script)
    if lost := list(lock.lock_problems(lock.lock_of(script), script.shown(lock.NAME), read)):
        raise BrokenScript(lost)
    released = Script(stage / "scenes", stage / "assets" / "facts.yaml", stage / "assets" / glossary.name)
    writers_own = shutil.ignore_patterns("*.md", "*.lock", "*.schema.json", PLANS)
    shutil.copytree(root / "scenes", released.scenes, ignore=writers_own)
    released.ledger.parent.mkdir()
    ledger = yaml.safe_load((root / "assets" / "facts.yaml").read_text("utf-8"))
    released.ledger.write_text(_only(ledger, read.used()), "utf-8")
    shutil.copy(glossary, released.ledger.parent)
    shutil.copytree(root / "assets" / "classroom", stage / "assets" / "classroom")
    content = manifest.manifest_of(released, read_whole(released), released=True)
    (released.scenes / manifest.NAME).write_bytes(content)


def _only(ledger: dict[str, Any], used: set[str]) -> str:
    """The ledger with nothing but the entries in use; as JSON, which is YAML with every text in quotes."""
    groups = {
        name: [entry for entry in entries if entry["id"] in used] if isinstance(entries, list) else entries
        for name, entries in ledger.items()
    }
    return json.dumps(groups, ensure_ascii=False, indent=1)
