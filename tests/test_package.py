"""The wheel: built from the repo, it plays from any folder with its scenes and ledger inside."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A Python with the wheel in it, and the libraries of the one that runs the tests."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False)
    binaries = folder / ("Scripts" if os.name == "nt" else "bin")
    python = next(path for path in (binaries / "python", binaries / "python.exe") if path.exists())
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    ours = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()
    theirs = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()
    zipfile.ZipFile(wheel).extractall(ours)
    (Path(ours) / "libraries.pth").write_text(theirs)
    return python


@pytest.mark.prove
def test_it_plays_from_any_folder(installed, tmp_path):
    env = {**os.environ, "SEVEN_WEEKS_HOME": str(tmp_path / "home"), "PYTHONPATH": ""}
    done = subprocess.run(
        [installed, "-m", "game", "--plain", "--new"],
        input="\n2\n",
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=env,
        check=True,
    )
    assert "You are an engineer." in done.stdout
    assert done.stderr == ""


@pytest.mark.prove
def test_it_carries_only_ledger_entries_that_a_line_cites(wheel):
    with zipfile.ZipFile(wheel) as archive:
        ledger = yaml.safe_load(archive.read("game/data/assets/facts.yaml"))
        names = archive.namelist()
    facts, outside = ({entry["id"] for entry in ledger[group]} for group in ("facts", "outside"))
    assert "seven-weeks" in facts
    assert "x-research-preview" in outside
    assert "x-yc" not in outside
    assert "game/data/scenes/manifest.json" in names
    assert "game/data/assets/glossary.yaml" in names
    assert {f"game/data/assets/classroom/{page.name}" for page in (ROOT / "assets" / "classroom").iterdir()} <= {
        *names
    }
    unwanted = ("tests/", "game/_release.py", "game/data/scenes/plans/")
    assert not [name for name in names if name.startswith(unwanted)]
