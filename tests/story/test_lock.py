"""The lock: every id of a released version that plays keep answers under is there, was renamed, or is removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli import main
from game.script import script_at
from game.story.lock import HEAD, NAME, lock_of, lock_problems, locked
from game.story.problems import BrokenScript
from game.story.whole import Read, read_whole
from tests.edits.script import SCRIPT, Edit, laid_out

WHOLE = """\
answer cables/close
answer cables/label
answer dark/fuse
answer dark/lamp
answer dark/meter
answer dark/wire
answer first/hello
answer first/tea
answer hours/desk
answer hours/sofa
answer order/branch
answer order/review
question cables
question dark
question first
question hour
question hours
question order
question worth
scene day-1
scene day-2
scene day-3
scene day-4
scene end
"""
CLOSE = "      - {id: close, text: Close the wall., effects: {corner: true}}\n"
LEAVE = "      - {id: leave, text: Leave it open.}\n"
WAS_CLOSE = LEAVE.replace("text", "was: [close], text")
DAY = SCRIPT["scenes/day-3.yaml"]
CABLES = DAY[DAY.index("  - id: cables") : DAY.index("  - {id: night")]
RENAMED = ("day-3.yaml", "id: cables", "id: wires\n    was: [cables]")


def read(root: Path, *changes: tuple[str, str, str]) -> Read:
    return read_whole(script_at(laid_out(root, Edit("an edit", changes))))


def removing(*ids: str) -> tuple[str, str, str]:
    return "story.yaml", "flags:", f"removed: [{', '.join(ids)}]\nflags:"


def test_it_holds_scenes_questions_and_answers_but_no_doors_and_no_lines(tmp_path):
    assert locked("", read(tmp_path)) == HEAD + WHOLE


def test_a_line_is_never_taken_out(tmp_path):
    before = HEAD + "question tea\n\nxyzzy\nanswer tea/pot\n"
    after = locked(before, read(tmp_path))
    assert {*after.splitlines()} == {*(HEAD + WHOLE).splitlines(), "question tea", "answer tea/pot"}
    assert locked(after, read(tmp_path)) == after


ACCOUNTED = {
    "as it was": (),
    "a question renamed": (RENAMED,),
    "and its answer too": (
        RENAMED,
        ("day-3.yaml", CLOSE, WAS_CLOSE),
    ),
    "a question removed": (("day-3.yaml", CABLES, ""), removing("cables")),
    "a scene renamed": (("day-3.yaml", "id: day-3\n", "id: dark-day\nwas: [day-3]\n"),),
    "an answer removed": (("day-3.yaml", CLOSE, LEAVE), removing("cables/close")),
    "a door in its place": (
        ("day-3.yaml", CABLES, "  - {id: cables, go: Mind the cables}\n"),
        removing("cables/label", "cables/close"),
    ),
}


@pytest.mark.parametrize("what", ACCOUNTED)
def test_what_is_accounted_for_is_no_problem(what, tmp_path):
    assert list(lock_problems(WHOLE, "ids.lock", read(tmp_path, *ACCOUNTED[what]))) == []


NO_QUESTION = (
    "13:10: the question 'cables' was released and is gone; add 'was: [cables]' where it is called otherwise now, "
    "or 'cables' to 'removed' in story.yaml if it is gone for good"
)
NO_ANSWER = (
    "1:8: the answer 'close' to 'cables' was released and is gone; add 'was: [close]' where it is called "
    "otherwise now, or 'cables/close' to 'removed' in story.yaml if it is gone for good"
)
NO_SCENE = (
    "22:7: the scene 'day-3' was released and is gone; add 'was: [day-3]' where it is called otherwise now, or "
    "'day-3' to 'removed' in story.yaml if it is gone for good"
)
LOST = {
    "a question": ((("day-3.yaml", CABLES, ""),), NO_QUESTION),
    "an answer": ((("day-3.yaml", CLOSE, LEAVE),), NO_ANSWER),
    "an answer to a question renamed": ((RENAMED, ("day-3.yaml", CLOSE, LEAVE)), NO_ANSWER),
    "a scene": ((("day-3.yaml", "id: day-3\n", "id: dark-day\n"),), NO_SCENE),
}


@pytest.mark.parametrize("what", LOST)
def test_what_is_lost_is_said_once_and_where_the_lock_has_it(what, tmp_path):
    changes, said = LOST[what]
    found = list(lock_problems(WHOLE, "scenes/ids.lock", read(tmp_path, *changes)))
    assert [str(problem) for problem in found] == [f"scenes/ids.lock:{said}"]


def test_the_leading_mark_of_an_editor_does_not_show(tmp_path):
    scenes = laid_out(tmp_path)
    (scenes / NAME).write_bytes(b"\xef\xbb\xbf" + WHOLE.encode())
    assert lock_of(script_at(scenes)) == WHOLE


@pytest.mark.parametrize(
    "line", ["<<<<<<< ours", "scene", "scene  day-1", "beat kettle", "answer first", "question a/b"]
)
def test_a_line_that_is_none_of_a_lock_is_said(line, tmp_path):
    (problem,) = lock_problems(f"{WHOLE}\n{line}\n", "ids.lock", read(tmp_path))
    assert (problem.line, problem.what) == (26, "no line of a lock looks like this; put it back as it was")


def test_the_command_writes_it_and_the_check_then_holds_a_script_to_it(tmp_path, capsys):
    scenes = laid_out(tmp_path)
    assert main(["lock", str(scenes)]) == 0
    assert capsys.readouterr().out == "scenes/ids.lock is written; ids that are new in it: 24\n"
    assert (scenes / NAME).read_text() == HEAD + WHOLE
    assert main(["lock", str(scenes)]) == 0
    assert capsys.readouterr().out.endswith("ids that are new in it: 0\n")
    day = scenes / "day-3.yaml"
    day.write_text(day.read_text().replace("id: cables", "id: wires"))
    assert main(["check", str(scenes)]) == 1
    assert (
        "scenes/ids.lock:14:10: error[released-id] the question 'cables' was released and is gone"
        in capsys.readouterr().err
    )


def test_a_lock_that_cannot_be_written_is_said(tmp_path, capsys, monkeypatch):
    scenes = laid_out(tmp_path)

    def refused(path, *_, **__):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "write_text", refused)
    assert main(["lock", str(scenes)]) == 2
    assert capsys.readouterr().err == "scenes/ids.lock could not be written: Read-only file system\n"


def test_a_lock_that_cannot_be_read_is_said(tmp_path):
    scenes = laid_out(tmp_path)
    (scenes / NAME).write_bytes(b"question \xff\n")
    with pytest.raises(BrokenScript, match=r"scenes/ids\.lock:0:0: error\[not-utf-8\]"):
        lock_of(script_at(scenes))


def test_a_release_carries_no_lock_and_is_none_where_an_id_is_lost(tmp_path):
    from game._release import prepare

    scenes = laid_out(tmp_path / "repo")
    (scenes / NAME).write_text(HEAD + WHOLE)
    (tmp_path / "repo" / "assets" / "classroom").mkdir()
    (tmp_path / "stage").mkdir()
    prepare(tmp_path / "repo", tmp_path / "stage")
    assert not [*(tmp_path / "stage").rglob("*.lock")]
    (scenes / NAME).write_text(f"{HEAD}{WHOLE}question tea\n")
    with pytest.raises(BrokenScript, match="the question 'tea' was released and is gone"):
        prepare(tmp_path / "repo", tmp_path / "other")
