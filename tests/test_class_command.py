"""``seven-weeks class`` and ``cockpit`` on the command line: what they say when they cannot begin."""

import stat
import sys
from argparse import Namespace

import pytest

from game import class_command, cli
from game.classroom import desk as desks
from game.classroom.conductor import Conductor
from game.classroom.desk import Desk
from game.classroom.memory import MemoryStore
from game.classroom.slate import Slate
from game.cli import main
from tests.classroom.rooms import QUESTION, asking


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SEVEN_WEEKS_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def screen(monkeypatch):
    """A terminal, or what passes for one."""
    monkeypatch.setattr(cli, "_has_screen", lambda: True)


def test_a_class_needs_a_terminal(capsys):
    assert main(["class"]) == 2
    assert "A class is held in a terminal" in capsys.readouterr().err


@pytest.mark.parametrize(("there", "said"), [((), "aiohttp and segno"), (("segno",), "aiohttp, which is not")])
def test_without_the_extras_it_says_how_to_have_them_and_what_works_without(
    monkeypatch, capsys, screen, there, said
):
    monkeypatch.setattr(class_command, "find_spec", lambda name: object() if name in there else None)
    assert main(["class"]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "pip install 'seven-weeks[class]'" in err
    assert "seven-weeks class --solo" in err


def test_a_table_of_earlier_classes_that_is_none_is_refused(capsys, screen, tmp_path):
    (tmp_path / "x.csv").write_text("no\n")
    assert main(["class", "--solo", "--earlier", str(tmp_path / "x.csv")]) == 2
    assert "x.csv:1:1: this is no table of a class" in capsys.readouterr().err


def test_with_raised_hands_there_is_nothing_to_open(capsys, screen):
    assert main(["class", "--solo", "--store", "redis://localhost"]) == 2
    assert main(["class", "--solo", "--lan"]) == 2
    assert "nothing is served" in capsys.readouterr().err


def test_a_store_needs_its_extra(monkeypatch, capsys, screen):
    monkeypatch.setattr(class_command, "find_spec", lambda name: None if name == "redis" else object())
    assert main(["class", "--store", "redis://localhost"]) == 2
    err = capsys.readouterr().err
    assert "--store needs redis, which is not installed" in err
    assert "pip install 'seven-weeks[class,hall]'" in err


@pytest.mark.parametrize("words", [["--door"], ["--door", "--solo", "--store", "redis://localhost"]])
def test_a_further_door_has_to_know_where_its_class_is(words, capsys):
    assert main(["class", *words]) == 2
    assert "seven-weeks class --door --store redis://HOST" in capsys.readouterr().err


def test_a_further_door_needs_no_terminal_but_a_store(capsys):
    assert main(["class", "--door", "--store", "unix:///nowhere/redis.sock"]) == 2
    assert "The Redis at unix:///nowhere/redis.sock does not answer" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--seats", "0"], ["--port", "70000"], ["--port", "x"]])
def test_numbers_have_their_bounds(words, capsys):
    with pytest.raises(SystemExit):
        main(["class", *words])
    assert "no whole number from 1 to" in capsys.readouterr().err


def test_no_cockpit_without_a_class(capsys, home):
    assert main(["cockpit", "--link"]) == 2
    err = capsys.readouterr().err
    assert str(home / desks.NAME) in err
    assert "seven-weeks class" in err


@pytest.mark.parametrize("words", [["cockpit"], ["cockpit", "--link"]])
def test_the_link_of_a_class_under_way_and_nothing_else(capsys, home, words):
    desk = Desk.new("lesson", 7749)
    desks.write(desk, home)
    assert stat.S_IMODE((home / desks.NAME).stat().st_mode) == 0o600 or sys.platform == "win32"
    assert main(words) == 0
    assert capsys.readouterr().out == f"http://127.0.0.1:7749/cockpit#{desk.secret}\n"


async def test_beside_raised_hands_there_is_no_link_and_nothing_to_install(home, monkeypatch):
    conductor = Conductor(asking(QUESTION), MemoryStore())
    await conductor.begin()
    await Slate(conductor, home).write()
    monkeypatch.setattr(class_command, "find_spec", lambda _: None)
    looks = {"theme": "night", "still": True, "ascii": False}
    assert class_command.prepare_cockpit(Namespace(plain=False, **looks), home)
    with pytest.raises(class_command.NotThere, match="no page for a browser"):
        class_command.prepare_cockpit(Namespace(plain=True, **looks), home)
