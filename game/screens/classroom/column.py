"""The column: story and question, read in screenfuls where they are longer than the screen."""

from __future__ import annotations

from typing import Final

from textual.containers import VerticalScroll

OVERLAP: Final = 2
"""Rows of a screenful that are seen once more on the next; and as many at most may go out of sight unread."""


class Column(VerticalScroll, can_focus=False):
    """Scrolls when what is in it is longer than the screen."""

    @property
    def fits(self) -> bool:
        """Whether nothing worth a key is out of sight."""
        return self.max_scroll_y <= OVERLAP

    @property
    def more_below(self) -> bool:
        """Whether there is something to read on to."""
        return self.scroll_target_y + OVERLAP < self.max_scroll_y

    @property
    def screenful(self) -> int:
        """Rows by which one reads on."""
        return max(1, self.size.height - OVERLAP)
