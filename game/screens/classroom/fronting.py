"""Fronting: what a screen at the front still has to show before the class goes on."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class Fronting(Protocol):
    """A screen of the class itself. Any other one stands before it, and is put away first."""

    @property
    def first(self) -> str:
        """What is done before the class goes on, as a button says it; empty where all is shown."""
        ...

    def show_first(self) -> None:
        """Do that."""
        ...
