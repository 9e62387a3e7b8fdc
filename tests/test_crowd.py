"""The crowd at work in a process of its own, and what becomes of it when that cannot be had."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from game import crowd
from game.crowd import A_FEW, Crowd
from game.tower.codes import BadCode, read
from game.tower.crowd import CREWS, minutes_at

CODE = "1-4x3-M-K7Q2M-Y"
LONG_WORK = "1-12x5-M-K7Q2M-T"
MINUTES = tuple(minutes_at(read(CODE)))


def waited_for(crews: Crowd, least: int = CREWS) -> tuple[int, ...]:
    deadline = time.monotonic() + 60
    while len(found := crews.poll()) < least and time.monotonic() < deadline:
        time.sleep(0.01)
    return found


@pytest.fixture
def crews():
    made = Crowd(CODE)
    yield made
    made.close()


def child_of(crews: Crowd) -> subprocess.Popen[str]:
    assert crews._send_home
    found = crews._send_home.peek()
    assert found
    child = found[2][0]
    assert isinstance(child, subprocess.Popen)
    return child


def here_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowd.sys, "executable", "")


def test_it_plays_all_of_them(crews):
    crews.start()
    assert waited_for(crews) == MINUTES
    assert crews.done


def test_to_start_twice_is_to_start_once(crews):
    crews.start()
    child = child_of(crews)
    crews.start()
    assert child_of(crews) is child


def test_it_is_found_from_any_folder(crews, tmp_path, monkeypatch):
    (tmp_path / "game").mkdir()
    (tmp_path / "game" / "__init__.py").write_text("raise SystemExit('not this one')")
    monkeypatch.chdir(tmp_path)
    crews.start()
    waited_for(crews, 1)
    assert crews._here is None
    assert waited_for(crews) == MINUTES


def test_closing_ends_the_process_and_keeps_what_came():
    crews = Crowd(LONG_WORK)
    crews.start()
    child = child_of(crews)
    came = len(waited_for(crews, 1))
    crews.close()
    assert child.poll() is not None
    kept = crews.poll()
    assert len(kept) >= came
    assert crews.poll() == kept
    crews.close()


def test_a_closed_crowd_does_not_start_again():
    crews = Crowd(CODE)
    crews.close()
    crews.start()
    assert crews.poll() == ()


def test_no_process_is_left_when_nobody_closes_it():
    crews = Crowd(LONG_WORK)
    crews.start()
    child = child_of(crews)
    del crews
    assert child.poll() is not None


def test_no_process_is_left_when_the_game_ends():
    """The game says the number of its child, and leaves without closing."""
    code = (
        "from game.crowd import Crowd\n"
        f"crews = Crowd('{LONG_WORK}'); crews.start()\n"
        "print(crews._send_home.peek()[2][0].pid)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    if Path("/proc/self").exists():
        assert not Path(f"/proc/{int(done.stdout)}").exists()


def test_without_a_python_to_start_the_crews_are_played_here_a_few_at_a_look(crews, monkeypatch):
    here_alone(monkeypatch)
    crews.start()
    assert crews.poll() == MINUTES[:A_FEW]
    assert crews.poll() == MINUTES[: 2 * A_FEW]


def test_a_frozen_game_does_not_start_itself_again(crews, monkeypatch):
    monkeypatch.setattr(crowd.sys, "frozen", True, raising=False)
    crews.start()
    assert crews._send_home is None
    assert crews.poll() == MINUTES[:A_FEW]


def test_a_python_that_is_not_there_makes_no_trouble(crews, monkeypatch, tmp_path):
    monkeypatch.setattr(crowd.sys, "executable", str(tmp_path / "python"))
    crews.start()
    assert waited_for(crews, 4)[:4] == MINUTES[:4]


def test_a_process_that_cannot_begin_is_stood_in_for(crews, monkeypatch, tmp_path):
    monkeypatch.setattr(crowd, "_FOLDER", tmp_path)
    monkeypatch.setenv("PYTHONHOME", str(tmp_path))
    crews.start()
    child_of(crews).wait()
    assert waited_for(crews, 4)[:4] == MINUTES[:4]


def test_a_process_that_is_shot_is_stood_in_for_from_where_it_was():
    crews = Crowd(LONG_WORK)
    crews.start()
    came = len(waited_for(crews, 3))
    child_of(crews).kill()
    more = waited_for(crews, came + 10)
    crews.close()
    expected = minutes_at(read(LONG_WORK))
    assert list(more) == [next(expected) for _ in more]


def test_a_crowd_that_was_never_started_plays_when_it_is_looked_at(crews):
    assert crews.poll() == MINUTES[:A_FEW]


def test_a_bad_code_is_refused_at_once():
    with pytest.raises(BadCode, match="At least one character"):
        Crowd("1-4x3-M-K7Q2M-Z")
