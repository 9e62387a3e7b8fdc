"""The check as a command: the report, the notes, the problems, and all of it as JSON."""

from __future__ import annotations

import json

import pytest

from game.cli import main
from game.proof.dominance import dominated
from game.proof.names import unlisted_names
from game.proof.report import FORMAT, unplayable
from game.proof.rule import Example, scene
from game.story.problems import Problem
from tests.proof.galleys import laid_out

SOUND = Example(
    (
        scene(
            "id: a, reported: It took seven weeks., cites: [seven-weeks]",
            'id: q, tell: "Worth it?", ends: ["no", "yes"], as: worth',
            day=1,
        ),
    )
)


@pytest.fixture
def check(tmp_path, capsys):
    def run(example: Example, *words: str):
        code = main(["check", str(laid_out(example, tmp_path)), *words])
        return code, *capsys.readouterr()

    return run


def test_what_is_no_text_in_a_name_is_written_out_as_json():
    problem = Problem("scenes/\udcff.yaml", 0, 0, "is never played: rename '\udcff'")
    (said,) = json.loads(unplayable([problem]))["problems"]
    assert said["file"] == r"scenes/\udcff.yaml"
    assert said["what"] == r"is never played: rename '\udcff'"


def test_a_sound_script_is_reported_on_and_has_no_problems(check):
    code, out, err = check(SOUND)
    assert (code, err) == (0, "")
    assert "Days          1 of 50 · missing: 2–49, launch\n" in out
    assert "Facts told    1 of 104" in out
    assert "reported 1 (100%)" in out
    assert out.endswith("\n\n1 scene, no problems.\n")


def test_the_facts_not_told_are_named(check):
    out = check(SOUND)[1]
    assert "Not told yet: headline-calls-it-a-diary, " in out


def test_it_counts_all_plays_of_every_cut(check):
    out = check(SOUND)[1]
    assert "  demo                      1               1          1          0     yes\n" in out


def test_every_line_of_the_report_fits_a_terminal(check):
    assert max(map(len, check(SOUND)[1].splitlines())) <= 79


def test_a_budget_that_is_broken_fails_the_check_after_the_report(check):
    code, out, err = check(unlisted_names.example)
    assert code == 1
    assert "Days " in out
    assert "no problems" not in out
    assert err.startswith("scenes/example/01.yaml:4:49: error[names] 'Sigrid' looks like a name")
    assert err.endswith("1 problem in the script.\n")


def test_a_note_does_not_fail_it(check):
    code, out, err = check(dominated.example)
    assert (code, err) == (0, "")
    assert "scenes/example/01.yaml:4:89: note[dominated] 'b' gives all" in out


def test_a_script_that_cannot_be_played_says_only_why(check):
    code, out, err = check(Example((scene("id: a, imagind: Tea."),)))
    assert (code, out) == (1, "")
    assert "unknown kind 'imagind'" in err


WALK = {
    "states": 1,
    "transitions": 1,
    "questions": 1,
    "dead_ends": 0,
    "proved": True,
    "gauges": {},
}
"""All plays of a script that reads nothing of what is answered are one."""


def test_as_json_it_has_the_keys_that_are_promised(check):
    code, out, err = check(SOUND, "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    keys = (
        "format title scenes whole days ledger lines questions corners envelopes plans cuts grades problems notes"
    )
    assert list(found) == keys.split()
    assert found["format"] == FORMAT
    assert found["days"] == {"told": 1, "of": 50, "missing": "2–49, launch"}
    assert found["ledger"]["facts"]["told"] == 1
    form = {
        "words": {"least": 6, "typical": 6, "most": 6},
        "minutes": {"least": 0, "typical": 0, "most": 0},
        "pace": {
            "first_key": 6,
            "first_question": 6,
            "longest_run": 0,
            "mean_run": 6.0,
            "longest_screen": 6,
            "median_screen": 6.0,
        },
        "walk": WALK,
    }
    assert found["cuts"]["demo"] == {**form, "facts_only": form}


def test_as_json_problems_and_notes_name_their_rule(check):
    code, out, _ = check(unlisted_names.example, "--json")
    assert code == 1
    assert json.loads(out)["problems"] == [
        {
            "rule": "names",
            "severity": "error",
            "file": "scenes/example/01.yaml",
            "line": 4,
            "column": 49,
            "what": "'Sigrid' looks like a name; leave a real person out, else add it to 'names' in story.yaml",
        }
    ]
    code, out, _ = check(dominated.example, "--json")
    assert code == 0
    assert [(each["rule"], each["severity"]) for each in json.loads(out)["notes"]] == [("dominated", "note")]


def test_as_json_a_script_that_cannot_be_played_has_only_problems(check):
    code, out, err = check(Example((scene("id: a, imagind: Tea."),)), "--json")
    assert (code, err) == (1, "")
    assert list(json.loads(out)) == ["format", "problems"]
    (problem,) = json.loads(out)["problems"]
    assert list(problem) == ["rule", "severity", "file", "line", "column", "what"]
    assert (problem["rule"], problem["severity"]) == ("unknown-kind", "error")


def test_it_compares_with_a_folder_of_texts(check, tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "tea.txt").write_text("one two three four five six seven eight nine ten", "utf-8")
    line = "id: a, imagined: One two three four five six seven eight nine."
    code, _, err = check(Example((scene(line),)), "--against", str(folder))
    assert code == 1
    assert "stands word for word in tea.txt" in err
    assert check(Example((scene(line),)))[0] == 0


def test_a_folder_without_texts_is_said_to_be_none(check, tmp_path):
    code, out, err = check(SOUND, "--against", str(tmp_path / "nowhere"))
    assert (code, out) == (2, "")
    assert "is no folder" in err
