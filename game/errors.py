"""Errors for people."""

from __future__ import annotations


class ForPeople(Exception):  # noqa: N818 - it is said to somebody, and never shown as a traceback
    """What cannot be done, in words for whoever asked. ``exit_code`` is what the program ends with."""

    exit_code = 2


def why(error: OSError) -> str:
    """What the system refuses, in its words, and of which file where that is known."""
    said = error.strerror or str(error)
    return f"{said}: {error.filename}" if error.filename else said
