"""What ``share`` and ``summary`` do on the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from game.after.card import card_of
from game.after.html import html
from game.after.markdown import markdown
from game.after.picture import write_picture
from game.after.share import share_text
from game.after.summary import summary
from game.run import Run


def print_card(run: Run, *, ascii_only: bool) -> int:
    """Print the card as text."""
    sys.stdout.write(share_text(card_of(run), ascii_only=ascii_only))
    return 0


def write_card(run: Run, path: Path) -> int:
    """Write the card as a picture, and say where."""
    write_picture(card_of(run), path)
    sys.stdout.write(f"The card of {run.name} is written to {path}.\n")
    return 0


def print_summary(run: Run, *, as_html: bool) -> int:
    """Print the summary of a play, as Markdown or as one HTML page."""
    blocks = summary(run)
    sys.stdout.write(html(blocks, title=f"{run.story.spine.title}: {run.name}") if as_html else markdown(blocks))
    return 0
