"""A dozen boards, one of every size and grade, as they must come out for ever: in any process, on any Python.

Each file of ``golden`` holds a code, its board with par's night as the log, and what is free. When one of them
must change, the version of the codes goes up. To write them anew: ``python -m tests.tower.test_golden``.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.tower.boards import SIZES
from game.tower.codes import Code, read
from game.tower.crew import par
from game.tower.generator import board
from game.tower.grades import Grade
from game.tower.interchange import data_of, night_of
from game.tower.jsonparts import event_as_data

HERE = Path(__file__).parent
GOLDEN = sorted((HERE / "golden").glob("*.json"))
SEEDS = (1, 20_175_956, 33_554_431)
OTHERS = ("python3.11", "python3.12", "python3.13", "python3.14")


def golden(code: Code) -> dict[str, object]:
    made = board(code)
    night = data_of(par(made.night))
    free = [event_as_data(event, made.building.cols) for event in made.free]
    return {"code": str(code), "par": made.path.minutes, "difficulty": made.path.difficulty, "free": free, **night}


def text(data: dict[str, object]) -> str:
    """JSON with a line for each field."""
    return "{\n" + ",\n".join(f" {json.dumps(key)}: {json.dumps(value)}" for key, value in data.items()) + "\n}\n"


def codes() -> list[Code]:
    return [Code(size, grade, seed) for size in SIZES for grade, seed in zip(Grade, SEEDS, strict=True)]


def test_there_is_one_of_every_size_and_grade():
    assert {path.stem for path in GOLDEN} == {str(code) for code in codes()}
    assert len(GOLDEN) == 12


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_code_leads_to_its_board(path):
    code = read(path.stem)
    assert isinstance(code, Code)
    assert text(golden(code)) == path.read_text()


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_the_night_of_par_can_be_read_and_replayed(path):
    data = json.loads(path.read_text())
    for ours in ("code", "difficulty", "free"):
        del data[ours]
    minutes = data.pop("par")
    night = night_of(data)
    assert night.won
    assert night.minute == minutes


SMALL = [path for path in GOLDEN if "-7x7-" not in path.stem and "-12x5-" not in path.stem]


def in_a_fresh_process(python: str, paths: list[Path]) -> str:
    """Golden files as another interpreter writes them, whose sets and hashes have another order."""
    command = [python, "-m", "tests.tower.test_golden", *(path.stem for path in paths)]
    env = {"PYTHONPATH": ".", "PYTHONHASHSEED": "49"}
    root = HERE.parent.parent
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=root, env=env).stdout


def test_a_fresh_process_makes_the_same_boards():
    assert in_a_fresh_process(sys.executable, SMALL) == "".join(path.read_text() for path in SMALL)


@pytest.mark.prove
def test_a_fresh_process_makes_the_large_boards_too():
    assert in_a_fresh_process(sys.executable, GOLDEN) == "".join(path.read_text() for path in GOLDEN)


def can_run(python: str) -> bool:
    tried = subprocess.run([python, "-c", "import msgspec, pytest"], capture_output=True, check=False)
    return tried.returncode == 0


@pytest.mark.parametrize("name", OTHERS)
def test_other_pythons_make_the_same_boards(name):
    python = shutil.which(name)
    if python is None or not can_run(python):
        pytest.skip(f"no {name} with msgspec and pytest here")
    assert in_a_fresh_process(python, SMALL) == "".join(path.read_text() for path in SMALL)


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.stdout.writelines(text(golden(read(code))) for code in sys.argv[1:])
    else:
        (HERE / "golden").mkdir(exist_ok=True)
        for code in codes():
            (HERE / "golden" / f"{code}.json").write_text(text(golden(code)))
