"""Scenes as a slip, a bad merge or a broken disk leaves them: every problem in words and in its place."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.script import shipped
from game.story.folder import Script
from game.story.model import Scene
from game.story.problems import BrokenScript
from game.story.reader import read_file
from game.story.whole import read_whole

SCENES = shipped().scenes
JUNK = [
    b"\x00",
    b"\xff\xfe",
    b"\t",
    b"- ",
    b": ",
    b"{",
    b"]",
    b"'",
    b'"',
    b"&a ",
    b"*a",
    b"!!python/name:os.system",
    b"\r",
]


@cache
def scenes() -> list[Path]:
    return sorted(
        path for path in SCENES.rglob("*.yaml") if path.name != "story.yaml" and "plans" not in path.parts
    )


def mangled(raw: bytes, rng: Random) -> bytes:
    """The bytes of a file after a few accidents."""
    for _ in range(rng.randint(1, 4)):
        at, to = sorted(rng.randrange(len(raw) + 1) for _ in range(2))
        lines = raw.split(b"\n")
        raw = rng.choice([
            raw[:at] + rng.choice(JUNK) + raw[at:],
            raw[:at],
            raw[:at] + raw[to:] if to - at < 200 else raw,
            raw[:at] + rng.randbytes(4) + raw[at + 4 :],
            b"\n".join([*lines[: at % len(lines)], *lines[at % len(lines) + 1 :]]),
            b"\n".join([*lines[: at % len(lines)], lines[to % len(lines)], *lines[at % len(lines) :]]),
        ])  # fmt: skip
    return raw


def read_mangled(seed: int) -> None:
    rng = Random(seed)
    scene = rng.choice(scenes())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "day.yaml"
        path.write_bytes(mangled(scene.read_bytes(), rng))
        found, tree, problems = read_file(path, "scenes/day.yaml", Scene)
    assert (found is not None and tree is not None) or problems
    for problem in problems:
        assert str(problem).startswith("scenes/day.yaml:")
        assert "\n" not in str(problem)


@settings(max_examples=25)
@given(st.integers(0, 10**9))
def test_a_mangled_scene_is_read_or_told_of(seed):
    read_mangled(seed)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(4))
def test_a_thousand_mangled_scenes(seed):
    for number in range(250):
        read_mangled(seed * 1_000 + number)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(12))
def test_a_whole_script_with_a_mangled_scene_in_it(seed, tmp_path):
    rng, own = Random(seed), shipped()
    for path in SCENES.rglob("*"):
        if path.is_file():
            copy = tmp_path / "scenes" / path.relative_to(SCENES)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    victim = tmp_path / "scenes" / rng.choice(scenes()).relative_to(SCENES)
    victim.write_bytes(mangled(victim.read_bytes(), rng))
    try:
        read_whole(Script(tmp_path / "scenes", own.ledger, own.glossary))
    except BrokenScript as broken:
        assert all(problem.what for problem in broken.problems)
