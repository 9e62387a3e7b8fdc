"""Record plays of this version: ``python -m tests.journals``, once, when it is released."""

from __future__ import annotations

from pathlib import Path

from game import __version__
from tests.journals.record import record

folder = Path(__file__).parent / __version__
if folder.exists():
    raise SystemExit(f"{folder} is there already; plays of a released version are never recorded anew")
for name in record(folder):
    print(name)
