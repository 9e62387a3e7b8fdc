"""Record the fifty nights anew: ``python -m tests.tower.nights``. Only when the rules themselves have changed."""

from __future__ import annotations

from pathlib import Path

from tests.tower.nights.plans import recorded

HERE = Path(__file__).parent

for old in HERE.glob("*.night"):
    old.unlink()
for name, text in recorded():
    (HERE / name).write_text(text, encoding="utf-8", newline="\n")
    print(name)
