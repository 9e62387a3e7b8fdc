"""Kill -9, at any moment: every answer that was acknowledged on the screen is there when the play goes on."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from game.library import Library
from game.script import open_story, script_at
from game.story import manifest
from game.story.whole import read_whole

if os.name != "posix":
    pytest.skip("signals and terminals are a matter of POSIX", allow_module_level=True)

from tests.bench.coldstart import Terminal

QUESTIONS = 1_000
PATIENCE = 20.0
ON_THE_SCREEN = re.compile(r"Question (\d+)\?")


@pytest.fixture(scope="module")
def scenes(tmp_path_factory) -> Path:
    """A released script of nothing but numbered questions."""
    folder = tmp_path_factory.mktemp("script")
    scenes = folder / "scenes"
    (scenes / "parts").mkdir(parents=True)
    (folder / "assets").mkdir()
    (folder / "assets" / "facts.yaml").write_text("articles: {}\nfacts: []\n")
    (scenes / "story.yaml").write_text(
        "title: Questions\ntagline: And more of them.\nparts: [parts]\nstart: {rest: 5, home: 5, craft: 5}\n"
    )
    for first in range(0, QUESTIONS, 20):
        steps = "".join(question(number) for number in range(first, first + 20))
        text = f"id: part-{first}\ntitle: Part\nbeats:\n{steps}"
        (scenes / "parts" / f"part-{first:04}.yaml").write_text(text)
    script = script_at(scenes)
    (scenes / manifest.NAME).write_bytes(manifest.manifest_of(script, read_whole(script), released=True))
    return scenes


def question(number: int) -> str:
    return (
        f"  - id: q{number}\n    choose: Question {number}?\n    options:\n"
        "      - {id: left, text: Left, effects: {rest: 1}}\n"
        "      - {id: right, text: Right, effects: {rest: -1}}\n"
    )


class Sitting(NamedTuple):
    """What happened until the kill: the answers given, in order, and how many of them the screen acknowledged."""

    answers: list[str]
    acknowledged: int


Driver = Callable[[list[str], dict[str, str], float, Random], Sitting]
"""Plays, with these words, until so many seconds after its first question, and kills."""


def in_lines(words: list[str], env: dict[str, str], seconds: float, rng: Random) -> Sitting:
    """The line face, through pipes."""
    command = [sys.executable, "-m", "game", "--plain", *words]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, bufsize=0) as game:
        assert game.stdin is not None
        assert game.stdout is not None
        player, heard = Player(seconds, rng), b""
        while player.plays:
            if select.select([game.stdout], [], [], player.patience)[0]:
                said = os.read(game.stdout.fileno(), 65536)
                assert said, "the game ended by itself"
                heard += said
                if heard.endswith(b"\n") and player.sees(heard.decode()):
                    game.stdin.write(player.answer() + b"\n")
        game.kill()
        player.sees((heard + game.stdout.read()).decode("utf-8", "ignore"))
    return player.sitting


def in_a_terminal(words: list[str], env: dict[str, str], seconds: float, rng: Random) -> Sitting:
    """The screen, in a terminal."""
    game = Terminal([sys.executable, "-m", "game", "--still", *words], env)
    player = Player(seconds, rng)
    try:
        while player.plays:
            if game.pump(player.patience):
                for _ in game.frames():
                    pass
                if player.sees(game.shown()):
                    game.press(player.answer())
    finally:
        game.close()
    return player.sitting


class Player:
    """Answers each question the moment it is on the screen, until so many seconds after the first."""

    def __init__(self, seconds: float, rng: Random) -> None:
        self._seconds = seconds
        self._rng = rng
        self._began = time.monotonic()
        self._end: float | None = None
        self._first = self._last = 0
        self._answers: list[str] = []

    @property
    def plays(self) -> bool:
        if self._end is None:
            assert time.monotonic() < self._began + PATIENCE, "no question was ever shown"
        return self._end is None or time.monotonic() < self._end

    @property
    def patience(self) -> float:
        """Seconds to wait for something to be shown."""
        return PATIENCE if self._end is None else 0.001

    def sees(self, shown: str) -> bool:
        """Take in what is shown. Tells whether a question is to be answered."""
        numbers = [int(number) for number in ON_THE_SCREEN.findall(shown)]
        if not numbers:
            return False
        if self._end is None:
            self._end, self._first = time.monotonic() + self._seconds, numbers[0]
        self._last = numbers[-1]
        return self._last - self._first == len(self._answers)

    def answer(self) -> bytes:
        """The key that answers, left or right."""
        self._answers.append(self._rng.choice(["left", "right"]))
        return b"1" if self._answers[-1] == "left" else b"2"

    @property
    def sitting(self) -> Sitting:
        return Sitting(self._answers, self._last - self._first)


class Face(NamedTuple):
    """How to play, and the most seconds until the kill: time for some hundred answers, or for a few."""

    driver: Driver
    longest: float


FACES = pytest.mark.parametrize("face", [Face(in_lines, 0.1), Face(in_a_terminal, 0.6)], ids=["lines", "terminal"])


def kill_again_and_again(face: Face, scenes: Path, home: Path, *, kills: int, seed: int) -> int:
    """Play and be killed, so many times; begin anew when a play nears its end. Returns how many answers held."""
    rng = Random(seed)
    env = {**os.environ, "SEVEN_WEEKS_HOME": str(home), "PYTHONPATH": str(Path(__file__).parent.parent)}
    name, kept, held = "play-0", [], 0
    for kill in range(kills):
        if not QUESTIONS / 2 > len(kept) > 0:
            name, kept = f"play-{kill}", []
        words = ["--run" if kept else "--new", name, "--script", str(scenes)]
        sitting = face.driver(words, env, rng.uniform(face.longest / 20, face.longest), rng)
        answers = answers_found(name, scenes, home)
        new = answers[len(kept) :]
        assert answers[: len(kept)] == kept
        assert new == sitting.answers[: len(new)]
        assert len(new) - sitting.acknowledged in (0, 1)
        kept, held = answers, held + len(new)
    return held


def answers_found(name: str, scenes: Path, home: Path) -> list[str]:
    """The answers of a play that is opened again, as a fresh process would; none if it left no file."""
    library = Library(open_story(script_at(scenes)), home / "runs")
    if name not in library.names():
        return []
    run = library.open(name)
    assert run.notice == run.trouble == ""
    return [answer for _, answer in run.past()]


@FACES
def test_a_killed_play_has_every_answer_that_was_acknowledged(face, scenes, tmp_path):
    assert kill_again_and_again(face, scenes, tmp_path, kills=4, seed=1) >= 4


def test_a_night_goes_on_at_the_minute_at_which_it_was_killed(tmp_path):
    scenes = tmp_path / "scenes"
    scenes.mkdir()
    (scenes / "story.yaml").write_text(
        "title: A night\ntagline: In the dark.\nparts: [night]\nstart: {rest: 5, home: 5, craft: 5}\n"
    )
    (scenes / "night.yaml").write_text("id: night\ntitle: Night\nbeats:\n  - {id: tonight, night: Until eight.}\n")
    env = {**os.environ, "SEVEN_WEEKS_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, "-m", "game", "--plain", "--script", str(scenes)]
    for which, move, said in (
        ("--new", b"survey 1\n", "23:10. Floor 1"),
        ("--run", b"survey 2\n", "23:20. Floor 2"),
    ):
        words = [*command, which, "n"]
        with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env) as game:
            assert game.stdin is not None
            assert game.stdout is not None
            game.stdin.write(move)
            game.stdin.flush()
            assert any(said in line.decode() for line in iter(game.stdout.readline, b""))
            game.kill()
    run = Library(open_story(script_at(scenes)), tmp_path / "runs").open("n")
    opening, *moves = [answer for _, answer in run.past()]
    assert opening.startswith("board 1-7x7-B-")
    assert moves == ["survey 1", "survey 2"]
    moment = run.now()
    assert moment.question.sitting(moment.state).night.minute == 20


@pytest.mark.prove
@FACES
def test_fifty_kills_lose_no_answer_that_was_acknowledged(face, scenes, tmp_path):
    seed = int(time.time())
    held = kill_again_and_again(face, scenes, tmp_path, kills=50, seed=seed)
    print(f"{face.driver.__name__}: {held:,} answers held over 50 kills, none was lost (seed {seed})")
    assert held >= 50
