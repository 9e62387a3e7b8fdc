"""Passing: a class that goes to a later day; what lies on the way is answered by chance."""

from __future__ import annotations

from contextlib import suppress

from game.run import Refused, Run
from game.stroll import stroll


def days_of(run: Run) -> list[int]:
    """The days that the version of a run tells."""
    story, cut = run.story, run.journal.header.cut
    return sorted(
        place.day for at, place in enumerate(story.places) if place.day is not None and story.has(at, cut)
    )


def pass_to(run: Run, day: int) -> None:
    """Come to a later day, or to the next one after it where it is not played this time.

    Raises ``Refused``, and nothing has changed, where the version has no such day or the run is past it.
    """
    if day not in days_of(run) or day < (run.now().scene.day or 0):
        raise Refused(f"Day {day} is not played in this version of the story ({run.cut}).")
    with suppress(Refused):
        stroll(run, day)
