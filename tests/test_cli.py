"""The command line, word by word."""

import io
import sys

import pytest

from game import __version__
from game.cli import main
from game.script import shipped


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SEVEN_WEEKS_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def typed(monkeypatch):
    """Let the game read these lines."""

    def type_in(text):
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))

    type_in("")
    return type_in


def test_version(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out.strip() == f"Seven Weeks {__version__}"


def test_a_script_plays_it(typed, capsys, home):
    typed("1\n2\n")
    assert main(["--plain", "--new", "brass-kettle"]) == 0
    out = capsys.readouterr().out
    assert "You are an engineer." in out
    assert (home / "runs" / "brass-kettle.jsonl").exists()


def test_without_a_terminal_the_game_is_played_in_lines_by_itself(typed, capsys):
    assert main([]) == 0
    assert "You are an engineer." in capsys.readouterr().out


def test_the_newest_play_goes_on_by_default(typed, capsys):
    typed("\n2\n")
    main(["--plain", "--new", "brass-kettle"])
    typed("")
    main(["--plain", "--new", "iron-lamp"])
    typed("\n")
    main(["--plain", "--run", "brass-kettle"])
    capsys.readouterr()
    main(["--plain"])
    assert "brass-kettle" in capsys.readouterr().out


def test_runs_are_listed_with_their_tower_and_deleted(typed, capsys):
    typed("\n2\n")
    main(["--plain", "--new", "brass-kettle"])
    capsys.readouterr()
    assert main(["runs"]) == 0
    assert "brass-kettle" in capsys.readouterr().out
    assert main(["runs", "--delete", "brass-kettle"]) == 0
    assert capsys.readouterr().out == "brass-kettle is deleted.\n"
    assert main(["runs"]) == 0
    assert "No plays yet" in capsys.readouterr().out


def test_a_play_is_exported_as_markdown(typed, capsys):
    typed("\n2\n")
    main(["--plain", "--new", "brass-kettle"])
    capsys.readouterr()
    assert main(["export", "brass-kettle"]) == 0
    assert capsys.readouterr().out.startswith("# Seven Weeks")


@pytest.mark.parametrize("words", [["export", "nobody"], ["runs", "--delete", "nobody"], ["--run", "nobody"]])
def test_a_play_that_is_not_there_is_said_to_be_missing(words, typed, capsys):
    assert main(words) == 2
    assert "no run called 'nobody'" in capsys.readouterr().err


def test_a_name_that_could_leave_the_folder_is_refused(typed, capsys):
    assert main(["--new", "../../etc/passwd"]) == 2
    assert "cannot be a name" in capsys.readouterr().err


def test_a_later_day_can_be_gone_to(typed, capsys):
    assert main(["--plain", "--day", "5", "--seed", "3"]) == 0
    assert "Before the cake" in capsys.readouterr().out


def test_a_day_that_is_not_written_yet_is_said_to_be_missing(typed, capsys):
    assert main(["--plain", "--day", "40"]) == 2
    assert "There is no day 40" in capsys.readouterr().err


def test_check_finds_the_shipped_script_sound(capsys):
    assert main(["check"]) == 0
    assert "no problems" in capsys.readouterr().out


@pytest.fixture
def broken(tmp_path):
    scenes = tmp_path / "scenes"
    scenes.mkdir()
    (scenes / "story.yaml").write_text("title: T\ntagline: t\nparts: [a]\nstart: {rest: 8, home: 8, craft: 3}\n")
    (scenes / "a.yaml").write_text(
        "id: a\ntitle: A\nbeats:\n  - {id: x, reported: It took seven weeks., cites: [seven-week]}\n"
    )
    return scenes


def test_check_says_file_line_column_and_what_was_meant(broken, capsys):
    assert main(["check", str(broken)]) == 1
    said = capsys.readouterr().err
    assert "scenes/a.yaml:4:53: unknown fact 'seven-week' (did you mean 'seven-weeks'?)" in said


def test_the_play_refuses_to_start_on_a_broken_script_with_the_same_words(broken, typed, capsys):
    assert main(["play", "--script", str(broken)]) == 1
    out = capsys.readouterr()
    assert "scenes/a.yaml:4:53: unknown fact" in out.err
    assert out.out == ""


@pytest.mark.parametrize("kind", ["scene", "spine", "ledger"])
def test_schemas_are_printed_as_the_repo_has_them(kind, capsys):
    assert main(["schema", kind]) == 0
    kept = shipped().scenes / f"{kind}.schema.json"
    assert capsys.readouterr().out == kept.read_text("utf-8")
