"""A line that is there only while somebody waits at a terminal."""

from __future__ import annotations

from io import StringIO

import pytest

from game.proof import progress
from game.proof.progress import progress_on


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_where_nobody_watches_nothing_is_said():
    stream = StringIO()
    with progress_on(stream) as tell:
        assert tell is None
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("patience", "said"), [(60, ""), (-1, "\r\x1b[KWalking through every play: full: day-1\r\x1b[K")]
)
def test_it_is_said_once_when_it_takes_long_and_then_taken_away(monkeypatch, patience, said):
    monkeypatch.setattr(progress, "PATIENCE", patience)
    stream = Terminal()
    with progress_on(stream) as tell:
        tell("full: day-1")
        tell("full: day-1")
    assert stream.getvalue() == said
