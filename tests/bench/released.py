"""The released form: the wheel, built from this checkout, in a Python of its own."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
_PURELIB: Final = "import sysconfig; print(sysconfig.get_path('purelib'))"


def install(folder: Path) -> Path:
    """Build the wheel and install it, compiled, beside the libraries of this Python. Returns its ``python``."""
    build = ["--no-build-isolation"] if importlib.util.find_spec("hatchling") else []
    _pip("wheel", "--no-deps", *build, "--wheel-dir", folder / "wheel", ROOT)
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    wheel = next((folder / "wheel").glob("*.whl"))
    _pip("--python", python, "install", "--no-deps", "--no-index", wheel)
    theirs, ours = (
        Path(subprocess.run([each, "-c", _PURELIB], capture_output=True, text=True, check=True).stdout.strip())
        for each in (sys.executable, python)
    )
    (ours / "libraries.pth").write_text(f"{theirs}\n")
    return python


def _pip(*words: str | Path) -> None:
    quiet = ["--quiet", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "pip", *quiet, *words], check=True)
