"""The page of measurements, with what is needed to judge them: the machine, and how busy it was."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Final

from tests.bench.table import Row, as_markdown

PAGE: Final = Path(__file__).parents[2] / "BENCHMARKS.md"
TEXT: Final = """\
# Measurements

What is promised about speed, measured. `make bench` prints this table, in some minutes, and
`make bench ARGS=--write` writes this page anew; `ARGS="--quick --only tower"` takes fewer runs, and a part of it.
The machine should have nothing else to do.

A *ratio* is ours to what is beside it, which is measured in turn with it unless it is an aim. It keeps to its
*bound*, or the verdict says how it misses.

"""


def as_page(rows: Sequence[Row], on: str) -> str:
    """The whole page, as Markdown; ``on`` is the machine, as it was before anything was measured on it."""
    return f"{TEXT}Measured on {date.today():%-d %B %Y}: {on}.\n\n{as_markdown(rows)}\n"


def machine() -> str:
    """Cores, processor, system, versions, and the load of the minute before."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{os.cpu_count()} cores, {_processor()}, {platform.system()}, "
        f"Python {platform.python_version()}, Textual {version('textual')}{load}"
    )


def _processor() -> str:
    """Its model, where the system tells."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()
