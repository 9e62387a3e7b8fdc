"""Tasks that run beside a class, and how they are ended."""

from __future__ import annotations

import asyncio
from typing import Any, Final

PATIENCE: Final = 0.5
"""Seconds after which a task that was cancelled is cancelled once more."""


async def ended(task: asyncio.Task[Any]) -> None:
    """Cancel a task until it is over: whoever loses its line at that very moment may swallow the first try."""
    while not task.done():
        task.cancel()
        await asyncio.wait([task], timeout=PATIENCE)
