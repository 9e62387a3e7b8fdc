"""The page of measurements, with what is needed to judge them: the machine, and how busy it was.

Each benchmark writes a section of its own and leaves the others as they are.
"""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Final, NamedTuple

from tests.bench.table import Row, as_markdown

PAGE: Final = Path(__file__).parents[2] / "BENCHMARKS.md"
TEXT: Final = """\
# Measurements

What is promised about speed, measured. The machine should have nothing else to do.

A *ratio* is ours to what is beside it, which is measured in turn with it unless it is an aim. It keeps to its
*bound*, or the verdict says how it misses. A bound with a unit is one for ours itself.
"""


class Section(NamedTuple):
    """A part of the page, and how it is made."""

    title: str
    text: str


GAME: Final = Section(
    "Starting, playing, checking",
    """\
`make bench` prints this table, in some minutes, and `make bench ARGS=--write` puts it here;
`ARGS="--quick --only tower"` takes fewer runs, and a part of it.""",
)
CLASS: Final = Section(
    "A class full of phones",
    """\
`make bench-class` prints this table, in some minutes, and `make bench-class ARGS=--write` puts it here. Phones,
servers and Redis share the one machine. Beside them is a bare echo: as many processes, which give back what they
hear to the same phones in the same rhythm. It is as fast as this machine can be. A vote that is lost or counted
twice fails the run.""",
)
SECTIONS: Final = (GAME, CLASS)
"""In the order of the page."""


def write(section: Section, rows: Sequence[Row], on: str) -> None:
    """Put a section on the page."""
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    PAGE.write_text(with_section(before, section, rows, on), encoding="utf-8")


def with_section(page: str, section: Section, rows: Sequence[Row], on: str) -> str:
    """The page as Markdown, with a section anew; ``on`` is the machine, as it was before anything was measured."""
    there = {told.partition("\n")[0]: told.strip() for told in re.split(r"^## ", page, flags=re.M)[1:]}
    measured = f"Measured on {date.today():%-d %B %Y}: {on}."
    there[section.title] = "\n\n".join((section.title, section.text, measured, as_markdown(rows)))
    return "\n".join((TEXT, *(f"## {there[each.title]}\n" for each in SECTIONS if each.title in there)))


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
