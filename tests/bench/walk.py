"""The walk through every state of the story that ships: how fast it goes, and how much memory it takes.

Each runs in a process of its own, so that its peak is its own.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from statistics import median
from typing import Final

from game.proof.walk.walk import Walk
from game.script import open_story, shipped
from tests.bench.table import Row

CUT: Final = "full"
RATE: Final = 150_000
"""Transitions a second, on one core."""
SECONDS: Final = 60.0
"""Seconds that the full cut may take."""
MEGABYTES: Final = 512.0
"""What a walk may take at its peak, the interpreter and the script counted in."""


def walk_rows(rounds: int) -> Iterator[Row]:
    """The full cut, walked through from its first state to its last. Seconds are those of the processor."""
    walks = [_walked() for _ in range(min(rounds, 3))]
    seconds = median(walk["seconds"] for walk in walks)
    rate = walks[0]["transitions"] / seconds
    yield Row("transitions a second, whole sets of states at once, full cut", rate, "/s", RATE, "the aim", least=1)
    yield Row("walking through the full cut", seconds, "s", SECONDS, "the aim", most=1)
    peak = max(walk["peak"] for walk in walks)
    yield Row("its memory at the peak", peak, "MB", MEGABYTES, "the aim", most=1)


def _walked() -> dict[str, float]:
    done = subprocess.run([sys.executable, "-m", __name__], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Walk once, and print the figures."""
    story = open_story(shipped())
    began = time.process_time()
    walk = Walk(story, CUT).go()
    seconds = time.process_time() - began
    assert walk.beyond is None, "the walk was given up"
    per_megabyte = 1_000_000 if sys.platform == "darwin" else 1_000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_megabyte
    print(json.dumps({"transitions": walk.transitions, "seconds": seconds, "peak": peak}))


if __name__ == "__main__":
    main()
