"""Files that somebody else may have written: a pipe, a device, a file without an end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.after.recall import sittings
from game.files import content_of
from game.journal import BrokenRun, load
from game.story import manifest
from game.story.folder import digest_at
from game.story.yamltree import read_tree

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipe has a name here")


@pytest.fixture(params=["pipe", "device"])
def trap(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """What would be waited for, or read, for ever."""
    path = tmp_path / "trap.jsonl"
    if request.param == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    return path


def test_nothing_is_read_of_it(trap: Path):
    with pytest.raises(OSError, match="a pipe or a device"):
        content_of(trap)


def test_whoever_wants_it_goes_on_without(trap: Path):
    with pytest.raises(BrokenRun, match=r"trap.jsonl cannot be read: it is a pipe or a device, and no file"):
        load(trap)
    tree, (problem,) = read_tree(trap, "scenes/trap.yaml")
    assert tree is None
    assert "a pipe or a device" in str(problem.what)
    assert manifest.load(trap) is None
    assert digest_at(trap) == ""
    assert sittings(trap) == []


@pytest.mark.parametrize(("size", "read"), [(10, True), (11, False)])
def test_a_file_has_its_limit(size: int, read: bool, tmp_path: Path):
    path = tmp_path / "long.txt"
    path.write_bytes(b"x" * size)
    if read:
        assert content_of(path, 10) == b"x" * size
    else:
        with pytest.raises(OSError, match="more than 10 bytes"):
            content_of(path, 10)
