"""The command line, word by word."""

import io
import shutil
import subprocess
import sys
from datetime import date
from types import SimpleNamespace

import pytest

from game import __version__, cli
from game.cli import main
from game.proof.bots.players import BOTS
from game.script import open_story, shipped
from game.story.lesson_minutes import LESSONS
from game.story.schema import ROOTS
from game.tower.boards import BY_NAME, LAUNCH
from game.tower.codes import Code, daily, read
from game.tower.grades import Grade
from game.tower_command.wanted import Wanted
from game.tower_command.words import BOARDS, GRADES
from game.words import listed
from tests.story.cases import SOUND


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """A cache that knows the shipped script to be sound, as it is after the first start."""
    cache = tmp_path_factory.mktemp("known")
    open_story(shipped(), cache)
    return cache


@pytest.fixture(autouse=True)
def home(tmp_path, known, monkeypatch):
    shutil.copytree(known, tmp_path / "cache")
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
    listed = capsys.readouterr().out
    assert "brass-kettle" in listed
    assert "seven-weeks --run NAME" in listed
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


def test_a_play_can_be_told_in_facts_only_and_stays_so(typed, capsys):
    for words in (["--plain", "--facts-only", "--new", "brass-kettle"], ["--plain", "--run", "brass-kettle"]):
        typed("\n\n")
        assert main(words) == 0
        assert "[imagined]" not in capsys.readouterr().out
    assert main(["export", "brass-kettle"]) == 0
    exported = capsys.readouterr().out
    assert "cut *full*, facts only, not played" in exported
    assert "*imagined*:" not in exported
    assert "Rest 8" not in exported


def test_a_later_day_can_be_gone_to(typed, capsys):
    assert main(["--plain", "--day", "5", "--seed", "3"]) == 0
    assert "Before the cake" in capsys.readouterr().out


@pytest.mark.parametrize("scene", ["week-1/day-05", "day-5"])
def test_any_scene_can_be_gone_to_by_its_file_or_its_id(typed, capsys, scene):
    assert main(["--plain", "--at", scene, "--seed", "3"]) == 0
    assert "Before the cake" in capsys.readouterr().out


def test_a_scene_that_is_not_there_is_one_that_is_nearly_called_so(capsys):
    assert main(["--plain", "--at", "week-1/day-55"]) == 2
    assert "did you mean 'week-1/day-05'?" in capsys.readouterr().err


def test_a_day_that_is_not_written_is_said_to_be_missing(typed, capsys, tmp_path):
    spine = "title: T\ntagline: t\nparts: [day-01]\nstart: {rest: 8, home: 8, craft: 3}\n"
    (tmp_path / "story.yaml").write_text(spine)
    (tmp_path / "day-01.yaml").write_text("id: day-01\ntitle: A\nday: 1\nbeats:\n  - {id: x, go: Go on}\n")
    assert main(["--plain", "--script", str(tmp_path), "--day", "40"]) == 2
    assert "There is no day 40" in capsys.readouterr().err


@pytest.mark.prove
@pytest.mark.skipif(sys.platform == "win32", reason="there a shell has other quotation marks")
def test_how_to_go_on_names_the_script_as_a_shell_takes_it(typed, capsys, tmp_path):
    scenes = tmp_path / "my story" / "scenes"
    shutil.copytree(SOUND / "scenes", scenes)
    typed("2 3\n")
    assert main(["--plain", "--script", str(scenes), "--new", "mine"]) == 0
    *_, last = capsys.readouterr().out.splitlines()
    assert last == f"To go on, type: seven-weeks --plain --run mine --script '{scenes}'"
    assert main(["runs", "--script", str(scenes)]) == 0
    assert capsys.readouterr().out.endswith(f"To go on with one: seven-weeks --run NAME --script '{scenes}'\n")


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
    assert (
        "scenes/a.yaml:4:53: error[unknown-fact] unknown fact 'seven-week' (did you mean 'seven-weeks'?)" in said
    )


def test_the_play_refuses_to_start_on_a_broken_script_with_the_same_words(broken, typed, capsys):
    assert main(["play", "--script", str(broken)]) == 1
    out = capsys.readouterr()
    assert "scenes/a.yaml:4:53: error[unknown-fact] unknown fact" in out.err
    assert out.out == ""


@pytest.mark.parametrize("kind", ["scene", "spine", "ledger", "glossary", "plan"])
def test_schemas_are_printed_as_the_repo_has_them(kind, capsys):
    assert main(["schema", kind]) == 0
    kept = shipped().scenes / f"{kind}.schema.json"
    assert capsys.readouterr().out == kept.read_text("utf-8")


def test_nothing_is_taken_by_its_beginning(typed, capsys):
    for words in (
        ["--pla"],
        ["tower", "--gra", "easy"],
        ["tower", "codes", "--siz", "7x7"],
        ["runs", "--del", "x"],
    ):
        with pytest.raises(SystemExit) as stop:
            main(words)
        assert stop.value.code == 2
        capsys.readouterr()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--help"], ["play ", "tower ", "check "]),
        (["tower", "--help"], ["play ", "learn ", "lab ", "apart ", "codes ", "show ", "par ", "check "]),
        (["tower", "play", "--help"], ["annex, terrace, launch or high-rise", "--daily [YYYY-MM-DD]", "--plain"]),
        (["tower", "annex", "--help"], ["annex, terrace, launch or high-rise", "--code CODE", "--theme"]),
        (["tower", "check", "--help"], ["FILE", "- for standard input"]),
    ],
)
def test_help_names_what_there_is(words, said, capsys):
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 0
    out = capsys.readouterr().out
    assert [each for each in said if each not in out] == []


def test_boards_and_grades_go_by_the_names_that_the_tower_knows():
    assert sorted(BOARDS.values()) == sorted(BY_NAME)
    assert {name: Grade(letter).name.lower() for name, letter in GRADES.items()} == {name: name for name in GRADES}


def test_help_names_the_lessons_bots_and_schemas_that_there_are():
    """The words of the command line are written out, since help is not to wait for what they stand for."""
    assert tuple(LESSONS) == cli.LESSONS
    assert listed([*BOTS], "or") == cli.BOTS
    assert tuple(ROOTS) == cli.SCHEMAS


def test_nothing_of_the_tower_is_loaded_before_it_is_asked_for():
    code = (
        "import sys, game.cli, game.commands; game.cli._parser();"
        "heavy = 'game.tower.', 'game.tower_command.errands.';"
        "print([name for name in sys.modules if f'{name}.'.startswith(heavy)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture
def opened(monkeypatch):
    """What the faces of the tower were asked to open, by the face."""
    asked = []

    def play(wanted, out, typed):
        asked.append(("lines", wanted))
        return 0

    class TowerApp:
        return_code = None

        def __init__(self, wanted, **looks):
            self.asked = (looks, wanted)

        def run(self):
            asked.append(self.asked)

    monkeypatch.setitem(sys.modules, "game.plain.tower", SimpleNamespace(play=play))
    monkeypatch.setitem(sys.modules, "game.screens.tower.app", SimpleNamespace(TowerApp=TowerApp))
    return asked


CODE = Code(BY_NAME["4x3"], Grade.MEDIUM, 12345)
LONG = "1-12x5-B-00000-00000-00000-00000-2M000-00000-000-S"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("", Wanted("play")),
        ("play", Wanted("play")),
        ("learn", Wanted("learn")),
        ("lab", Wanted("lab")),
        ("apart", Wanted("apart")),
        ("annex --seed 12345", Wanted("play", CODE)),
        ("play 4X3 --grade M --seed 12345", Wanted("play", CODE)),
        ("apart Annex --grade hard --seed 0", Wanted("apart", Code(BY_NAME["4x3"], Grade.HARD, 0))),
        ("--seed 3", Wanted("play", Code(LAUNCH, Grade.MEDIUM, 3))),
        ("--code 1-4x3-m-00cis-k", Wanted("play", CODE)),
        (f"apart --code {LONG}", Wanted("apart", read(LONG))),
        ("--daily 2025-11-20", Wanted("play", daily(date(2025, 11, 20)))),
    ],
)
def test_the_tower_is_opened_as_asked(words, wanted, opened, typed):
    assert main(["tower", *words.split()]) == 0
    assert opened == [("lines", wanted)]


def test_the_tower_is_opened_on_a_screen_where_there_is_one(opened, monkeypatch, capsys):
    monkeypatch.setattr(cli, "_has_screen", lambda: True)
    assert main(["tower", "lab", "--still", "--theme", "day"]) == 0
    assert main(["tower", "lab", "--plain"]) == 0
    looks = {"theme": "day", "still": True, "ascii_only": False}
    assert opened == [(looks, Wanted("lab")), ("lines", Wanted("lab"))]


def test_a_size_or_a_grade_alone_gives_any_board_of_it(opened, typed):
    for _ in range(2):
        assert main(["tower", "terrace"]) == 0
    assert main(["tower", "--grade", "hard"]) == 0
    boards = [wanted.board for _, wanted in opened]
    assert [(board.size.name, board.grade.name) for board in boards] == [("6x4", "MEDIUM")] * 2 + [("7x7", "HARD")]
    assert boards[0].seed != boards[1].seed


def test_the_daily_board_is_todays_where_no_day_is_named(opened, typed):
    before = date.today()
    assert main(["tower", "--daily"]) == 0
    assert opened[0][1].board in (daily(before), daily(date.today()))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("anex", "there is no board 'anex'; did you mean annex?"),
        ("chekc a.json", "there is no board 'chekc'; did you mean check?"),
        (
            "1-4x3-M-00C1S-K",
            "there are annex, terrace, launch and high-rise. A code goes behind --code.",
        ),
        ("--grade hart", "there is no grade 'hart'; did you mean hard?"),
        ("--daily 2025-13-01", "a day is written like 2025-01-31, not '2025-13-01'."),
        ("annex --code 1-4x3-M-00C1S-K", "argument --code: not allowed with argument BOARD"),
        ("codes", "the following arguments are required: --size"),
        ("codes --size 5x5", "there is no size '5x5'; there are annex, terrace, launch and high-rise."),
        ("codes --size 7x7 --count 0", "a number from 1 to 10000 is expected, not '0'."),
        ("codes --size 7x7 --count 10001", "a number from 1 to 10000 is expected, not '10001'."),
        ("show 1-4x3-M-00C1S-K --json --faults", "argument --faults: not allowed with argument --json"),
        ("lab annex", "unrecognized arguments: annex"),
    ],
)
def test_words_that_the_tower_does_not_know(words, said, opened, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["tower", *words.split()])
    assert stop.value.code == 2
    assert said in capsys.readouterr().err
    assert opened == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "--code 1-4x3-M-00C1S-K --grade easy",
            "A code and a day say which board it is: leave --grade and --seed out.",
        ),
        ("--daily --seed 1", "A code and a day say which board it is: leave --grade and --seed out."),
        ("annex --seed 33554432", "A seed is a number from 0 to 33554431, not 33554432."),
        ("--seed -1", "A seed is a number from 0 to 33554431, not -1."),
        (
            "--code 1-4x3-M-00C1S-2",
            "At least one character of this code is wrong: please compare it with where it came from.",
        ),
    ],
)
def test_boards_that_cannot_be(words, said, opened, typed, capsys):
    assert main(["tower", *words.split()]) == 2
    assert capsys.readouterr().err == f"{said}\n"
    assert opened == []


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """A play that is over, in a folder of runs."""
    from game.library import Library
    from tests.stories import shipped_story, walk

    runs = tmp_path_factory.mktemp("runs")
    walk(Library(shipped_story(), runs).new("brass-kettle", cut="demo", seed=3), 999)
    return runs


@pytest.fixture
def over(home, played):
    """A play that is over, where the game looks for it."""
    shutil.copytree(played, home / "runs")


def test_a_card_is_printed_in_twelve_lines(over, capsys):
    assert main(["share", "brass-kettle", "--ascii"]) == 0
    text = capsys.readouterr().out
    assert text.isascii()
    assert text.startswith("SEVEN WEEKS\n")
    assert len(text.splitlines()) <= 12


@pytest.mark.parametrize("command", ["export", "share", "summary"])
def test_the_newest_play_is_shown_where_none_is_named(command, over, home, capsys):
    assert main([command, "brass-kettle"]) == 0
    named = capsys.readouterr().out
    assert main([command]) == 0
    assert capsys.readouterr().out == named
    shutil.rmtree(home / "runs")
    assert main([command]) == 2
    assert "No plays yet. Begin one with: seven-weeks" in capsys.readouterr().err


def test_a_card_is_written_as_a_picture_and_it_says_where(over, tmp_path, capsys):
    path = tmp_path / "card.svg"
    assert main(["share", "brass-kettle", "--svg", str(path)]) == 0
    assert capsys.readouterr().out == f"The card of brass-kettle is written to {path}.\n"
    assert path.read_text("utf-8").startswith("<svg")
    assert main(["share", "brass-kettle", "--svg", str(tmp_path / "no" / "card.svg")]) == 2
    assert "could not be written" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["export", "share", "summary"])
def test_a_play_that_cannot_be_shown_to_its_end_says_so_beside_the_page(command, over, home, capsys):
    with (home / "runs" / "brass-kettle.jsonl").open("a") as file:
        file.write("xyzzy\n")
    assert main([command, "brass-kettle"]) == 0
    out, err = capsys.readouterr()
    assert err.startswith("brass-kettle is shown as far as it can be played: line ")
    assert "brass-kettle-2" not in out + err
    assert len([*(home / "runs").iterdir()]) == 1


@pytest.mark.parametrize(("words", "begins"), [([], "# Seven Weeks: "), (["--html"], "<!DOCTYPE html>")])
def test_a_play_is_printed_for_paper(words, begins, over, capsys):
    assert main(["summary", "brass-kettle", *words]) == 0
    assert capsys.readouterr().out.startswith(begins)


def test_a_recall_waits_for_a_play_that_is_over(typed, capsys):
    assert main(["recall"]) == 2
    assert capsys.readouterr().err == "No play has come to its end yet. The recall asks about one that has.\n"
