"""What the words of ``seven-weeks tower`` print: codes, boards, the nights of par."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from game.cli import main
from game.freeplay import FreePlay
from game.tower.boards import ANNEX, BY_NAME, HIGH_RISE, LAUNCH, TERRACE
from game.tower.codes import Code, long_code, read
from game.tower.crew import par
from game.tower.generator import board
from game.tower.grades import Grade, grade_of
from game.tower.interchange import read as read_json
from game.tower.path import path_of
from game.tower_command.errands import codes

EASY = "1-4x3-E-00C1S-E"
MEDIUM = "1-4x3-M-00C1S-K"
TALL = "1-12x5-E-00C1S-A"


@pytest.fixture
def said(capsys):
    """What a command line prints; it must go well and complain of nothing."""

    def say(*words: str) -> str:
        assert main(["tower", *words]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return say


def test_codes_are_printed_one_a_line(said):
    printed = said("codes", "--size", "7x7", "--count", "4").splitlines()
    assert len(printed) == len(set(printed)) == 4
    assert {(code.size, code.grade) for code in map(read, printed)} == {(LAUNCH, Grade.MEDIUM)}


def test_one_seed_prints_the_same_codes_for_ever(said):
    words = ("codes", "--size", "launch", "--seed", "1", "--count")
    assert said(*words, "3") == "1-7x7-M-J452V-1\n1-7x7-M-QVNRV-3\n1-7x7-M-Z29T5-4\n"
    assert said(*words, "5").startswith(said(*words, "3"))


def test_without_a_seed_the_codes_are_others_every_time(said):
    words = ("codes", "--size", "7x7", "--count", "2")
    assert said(*words) != said(*words)


def test_no_code_is_printed_twice():
    many = list(codes(ANNEX, Grade.EASY, 10_000, seed=7))
    assert len(set(many)) == 10_000


@pytest.mark.parametrize("grade", Grade)
@pytest.mark.parametrize("size", [ANNEX, TERRACE], ids=lambda size: size.name)
def test_every_code_leads_to_a_board_of_its_grade(size, grade, said):
    for line in said("codes", "--size", size.name, "--grade", grade.name, "--count", "3", "--seed", "5").split():
        played = par(board(read(line)).night)
        assert grade_of(size.name, path_of(played).difficulty) == grade


SHOWN = """\
Annex, 4 floors and 3 risers, easy
1-4x3-E-00C1S-E

   4  c c c
   3  c b b
   2  a b b
   1  a a b
      A B C

Flats with the same small letter hang on one circuit.
2 to 4 of the 12 flats are faulty, each with 1 chance in 5.
Faulty flats counted for you: none on floor 1 and none on floor 2.
Par: 120 minutes, lit at 1:00.
"""


def test_a_board_is_shown_without_its_faults(said):
    assert said("show", EASY) == SHOWN


def test_its_faults_are_given_away_to_who_asks(said):
    assert said("show", EASY, "--faults") == f"{SHOWN}Faulty: 3A, 3B, 3C and 4A.\n"


def test_a_code_may_be_typed_as_it_comes(said):
    assert said("show", " i 4X3 e ooc1s e ") == SHOWN


def test_a_tall_tower_says_how_it_is_filled_and_what_is_given(said):
    shown = said("show", TALL)
    assert "Each riser is filled in 2 parts.\n" in shown
    assert "for you: 1 on floor 2, 1 on floor 5, 1 on floor 6, none on floor 10, none" in shown
    assert "each with 2 chances in 25." in shown


def test_a_long_code_shows_the_same_board_but_has_no_grade_and_gives_nothing(said):
    found = FreePlay(read(EASY))
    long = long_code(found.drawing)
    shown = said("show", long)
    assert shown.splitlines()[:2] == ["Annex, 4 floors and 3 risers", long]
    assert "counted" not in shown
    assert shown.split("\n\n")[1] == SHOWN.split("\n\n")[1]


def test_letters_of_two_signs_stand_in_line(said):
    shown = said("show", "1-12x5-B-00000-00000-00000-00000-2M000-00000-000-S")
    assert "   6  z  aa ab ac ad\n   5  u  v  w  x  y\n" in shown
    assert "      A  B  C  D  E\n" in shown


@pytest.mark.parametrize("code", [EASY, TALL, "1-12x5-B-00000-00000-00000-00000-2M000-00000-000-S"])
def test_as_json_a_board_is_its_night_at_eleven(code, said):
    """The counts that an easy board gives away are no moves and cost nothing: they are not in the log."""
    printed = said("show", code, "--json")
    assert read_json(printed) == FreePlay(read(code)).night
    assert json.loads(printed)["log"] == []


def test_par_is_told_a_line_a_move(said):
    lines = said("par", MEDIUM).splitlines()
    night = par(FreePlay(read(MEDIUM)).night)
    assert len(lines) == len(night.log) + 1
    assert lines[0] == "23:00  breaker a  Breaker a trips."
    assert lines[-2:] == [" 1:10  switch     The tower is lit.", " 1:15  13 moves, 135 minutes, lit at 1:15."]


@pytest.mark.parametrize("code", [EASY, MEDIUM, TALL])
def test_par_as_json_ends_at_the_minute_that_the_board_promises(code, said):
    night = read_json(said("par", code, "--json"))
    assert night.lit
    assert night == par(FreePlay(read(code)).night)
    assert said("show", code).splitlines()[-1].startswith(f"Par: {night.minute} minutes, lit at ")


BAD = [
    ("", "There is nothing to read. A code looks like 1-7x7-M-K7Q2M-4."),
    ("hello", "This is not a code: it should begin with version and size, as 1-7x7-M-K7Q2M-4 does."),
    ("2-4x3-E-00C1S-E", "This code is of version 2, and only version 1 is known here."),
    ("1-5x5-E-00C1S-E", "There is no tower of size 5x5. The sizes are 4x3, 6x4, 7x7, 12x5."),
    ("1-4x3-E-00C1S-F", "At least one character of this code is wrong"),
    ("1-4x3-E-00C1-E", "This code has 1 character too few"),
    ("1-4x3-\x1b[2J", "No code has ? or [ in it. A code looks like 1-7x7-M-K7Q2M-4."),
    ("".join(map(chr, range(0x4E00, 0x5E00))), "No code has 一 or 丁 or "),
]


@pytest.mark.parametrize("word", ["show", "par"])
@pytest.mark.parametrize(("code", "message"), BAD)
def test_a_code_that_is_none(word, code, message, capsys):
    assert main(["tower", word, code]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(message)
    assert len(err) < 500


def run(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "game", "tower", *words]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=False)


def test_what_one_command_prints_another_reads():
    printed = run("par", TALL, "--json")
    checked = run("check", "-", given=printed.stdout)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout == (
        "standard input: a tower of 12 floors and 5 risers, 9 circuits, 3 faults; log of 23 events, lit at 2:25;"
        " 205 minutes, no failed throws, every reading true.\n"
    )


def test_a_reader_who_has_enough_ends_it_quietly():
    command = [sys.executable, "-m", "game", "tower", "codes", "--size", "7x7", "--count", "10000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert isinstance(read(process.stdout.readline()), Code)
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 0


def test_sizes_go_by_both_names(said):
    assert said("codes", "--size", "High-rise", "--seed", "2") == said("codes", "--size", "12x5", "--seed", "2")
    assert BY_NAME["12x5"] == HIGH_RISE
