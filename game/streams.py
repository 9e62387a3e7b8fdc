"""The standard streams, made fit for what is said: a closed one leads nowhere, and no character is too strange."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO


def mend() -> None:
    """Let a stream that was closed before the start be an empty one; write ? for what its encoding lacks."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - as long as the program
    for out in (sys.stdout, sys.stderr):
        if isinstance(out, TextIOWrapper):
            out.reconfigure(errors="replace")


def write_pages() -> None:
    """Write UTF-8 into files and pipes, whatever the locale: a page that is printed keeps its marks everywhere.

    Python itself will do so from 3.15 on. An encoding that was asked for stays.
    """
    out = sys.stdout
    if isinstance(out, TextIOWrapper) and not out.isatty() and "PYTHONIOENCODING" not in os.environ:
        out.reconfigure(encoding="utf-8")


def draws(out: TextIO) -> bool:
    """Whether a stream takes the characters that towers, marks and frames are drawn with."""
    try:
        "█▞◇".encode(getattr(out, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def drop_output() -> None:
    """Let what is still to be written go nowhere, or Python complains of it once more while it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
