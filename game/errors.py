"""Errors for people."""

from __future__ import annotations


class ForPeople(Exception):  # noqa: N818 - it is said to somebody, and never shown as a traceback
    """What cannot be done, in words for whoever asked. ``exit_code`` is what the program ends with."""

    exit_code = 2
