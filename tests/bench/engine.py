"""The engine alone: answers a second in random plays, beside inkjs on the same plan; and replaying a run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from statistics import median
from typing import Final, NamedTuple

from game.journal import answers_of, load
from game.library import Library
from game.script import open_story, shipped
from game.story.questions import Renovation
from game.story.story import Story
from tests.bench import plan
from tests.bench.table import Row
from tests.stories import unkept, walk

INKJS: Final = "inkjs@2.4.0"
AIM: Final = 60_000
SECONDS: Final = 1.0
"""How long one round of answering takes, on the processor."""


def engine_rows(rounds: int) -> Iterator[Row]:
    """Answers a second: the story that ships beside the aim, a long story beside inkjs.

    Of all rounds the best one counts, ours and theirs: what is slower was held up by something else.
    """
    days = plan.plan(49)
    with tempfile.TemporaryDirectory() as folder:
        planned = open_story(plan.write_script(days, Path(folder)))
        source = Path(folder) / "story.ink"
        source.write_text(plan.ink(days))
        ours = Answering(planned)
        real = Answering(open_story(shipped()))
        shipped_rates, towers, planned_rates, ink_rates = [], [], [], []
        missing = ""
        for _ in range(rounds):
            rate, tower = real.round()
            shipped_rates.append(rate)
            towers.append(tower * 1000)
            planned_rates.append(ours.round().rate)
            try:
                ink_rates.append(_inkjs_rate(_inkjs(), source))
            except Missing as why:
                missing = str(why)
    what = "answers a second, the story that ships, its towers apart"
    yield Row(what, max(shipped_rates), "/s", AIM, "the aim", least=1)
    yield Row("its towers, one play at random", median(towers), "ms")
    what = "answers a second, 49 generated days"
    yield Row(what, max(planned_rates), "/s", AIM, "the aim", least=1)
    if missing:
        yield Row(what, why=missing, least=10)
    else:
        yield Row(what, max(planned_rates), "/s", max(ink_rates), INKJS, least=10)


class Round(NamedTuple):
    """Answers a second to all that is no tower, and the seconds that a play spends at its towers."""

    rate: float
    towers: float


class Answering:
    """Plays of one story, answered at random, of which nothing is kept.

    A move at a tower is a search of its boards, and takes as long as hundreds of answers: it is timed apart.
    Seconds are those of the processor, here and beside: what else the machine does is not counted.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        self.rng = Random(1)
        self._play()

    def _play(self) -> tuple[int, float]:
        """How many answers one play took, and the seconds at its towers, which are not among them."""
        run, rng, answers, towers = unkept(self.story), self.rng, 0, 0.0
        moment = run.now()
        while (question := moment.question) is not None:
            if isinstance(question, Renovation):
                began = time.process_time()
                moment = run.answer(question.sample(moment.state, rng))
                towers += time.process_time() - began
            else:
                moment = run.answer(question.sample(moment.state, rng))
                answers += 1
        return answers, towers

    def round(self) -> Round:
        """As many plays as one round has time for."""
        began, plays = time.process_time(), []
        while time.process_time() - began < SECONDS:
            plays.append(self._play())
        answers, towers = map(sum, zip(*plays, strict=True))
        return Round(answers / (time.process_time() - began - towers), towers / len(plays))


# ---- inkjs


class Missing(Exception):  # noqa: N818 - said in the table
    """What is needed to measure is not on this machine."""


def _inkjs() -> Path:
    """The package, installed by name into a cache folder outside the repo."""
    for command in ("node", "npm"):
        if shutil.which(command) is None:
            raise Missing(f"{command} is not on this machine")
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "seven-weeks-bench"
    package = cache / "node_modules" / "inkjs"
    if not package.exists():
        cache.mkdir(parents=True, exist_ok=True)
        words = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(cache), INKJS]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Missing(f"npm could not install {INKJS}")
    return package


def _inkjs_rate(package: Path, source: Path) -> float:
    script = Path(__file__).with_name("inkjs.cjs")
    words = ["node", str(script), str(package), str(source), str(SECONDS)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Missing(f"inkjs could not play the story: {done.stderr.strip().splitlines()[-1:]}")
    return float(json.loads(done.stdout)["rate"])


# ---- Replaying


def replay_rows(rounds: int) -> Iterator[Row]:
    """A whole play of 49 generated days: its answers folded again, and its file opened again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        script = plan.write_script(plan.plan(49), folder)
        story = open_story(script)
        walk(Library(story, folder / "runs").new("a-day", seed=1), 3)
        whole = walk(Library(story, folder / "runs").new("all-days", seed=1), 1_000)
        entries = answers_of(load(folder / "runs" / "all-days.jsonl").entries)
        replay = _milliseconds(lambda: unkept(story).replay(entries), rounds)
        first = _milliseconds(lambda: Library(open_story(script), folder / "runs").open("a-day"), rounds)
        last = _milliseconds(lambda: Library(open_story(script), folder / "runs").open("all-days"), rounds)
    yield Row(f"replaying {len(whole.past())} answers", replay, "ms")
    yield Row("opening a run after 49 days, scenes read anew", last, "ms", first, "after one day")


def _milliseconds(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds + 1):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return median(times[1:])
