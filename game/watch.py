"""The watch over a script that is being written: whether a file has changed, and what the story is now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.library import Library
from game.run import Run
from game.script import reread
from game.story.folder import ENDING, Script
from game.story.story import Story

Stamp = tuple[tuple[str, int, int], ...]
"""Of every file its name, when it was last changed in nanoseconds, and its size in bytes."""


class Watch:
    """Looks after one script. What stands on the disk when it is made counts as seen."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._seen = self._stamp()

    def changed(self) -> bool:
        """Whether any file has been changed, added or taken away since the last look."""
        before, self._seen = self._seen, self._stamp()
        return before != self._seen

    def story(self) -> Story:
        """The script as it stands now, read whole. Raises ``BrokenScript`` with all that is wrong with it."""
        return reread(self._script)

    def _stamp(self) -> Stamp:
        return tuple(sorted(self._stamps()))

    def _stamps(self) -> Iterator[tuple[str, int, int]]:
        for path in self._files():
            try:
                found = path.stat()
            except OSError:
                continue  # an editor is just putting the new file in its place
            yield str(path), found.st_mtime_ns, found.st_size

    def _files(self) -> Iterator[Path]:
        yield from (self._script.scenes / name for name in self._script.files() if name.endswith(ENDING))
        yield self._script.ledger
        if self._script.glossary is not None:
            yield self._script.glossary


def told_anew(library: Library, run: Run, story: Story) -> Run:
    """The run as another story tells it; the library has that story from now on.

    Where an answer no longer fits, it goes on from the last good point in a copy, with a notice that says why.
    """
    library.story = story
    if run.journal.path is not None and run.journal.path.exists():
        return library.open(run.name)
    fresh = Run(story, run.journal)
    if stop := fresh.replay(run.entries):
        fresh.notice = f"This play could be told up to here: {stop.why}."
    return fresh
