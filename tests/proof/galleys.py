"""Small scripts laid out for the rules: from YAML, or from an example of a rule."""

from __future__ import annotations

from pathlib import Path

from game.proof.galley import Galley
from game.proof.registry import findings
from game.proof.rule import Example, scene
from game.script import script_at
from game.story.whole import read_whole


def laid_out(example: Example, root: Path) -> Path:
    """The example as a folder of scenes. Its ledger is the shipped one."""
    for name, text in example.files().items():
        if name.startswith("scenes/"):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return root / "scenes"


def galley_of(example: Example, root: Path) -> Galley:
    script = script_at(laid_out(example, root))
    return Galley(script, read_whole(script), example.texts)


def galley(root: Path, *steps: str, spine: str = "") -> Galley:
    """A script of one scene."""
    return galley_of(Example((scene(*steps),), spine), root)


def said(of: Galley, code: str) -> list[str]:
    """What a rule says of a script, and where."""
    found = (each.problem for each in findings(of) if each.rule.code == code)
    return [f"{each.file}:{each.line}:{each.column}: {each.what}" for each in found]


def words(count: int) -> str:
    """A text of so many words."""
    return " ".join(["tea"] * (count - 1) + ["tea."])
