"""Broken scripts: each gives exactly the problems it should, in the places where a writer would look."""

from __future__ import annotations

import os
import re
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.cli import main
from game.script import open_story, script_at
from game.story.problems import BrokenScript
from tests.story.cases import DAY, SOUND, Case, cases, laid_out, problems_of, sound_story

PATIENCE = 5.0
"""Seconds after which a case counts as hanging; each takes some hundredths."""

SCENE = b"id: day-02\ntitle: The second day\nday: 2\nbeats:\n  - {id: d02-go, go: Take the stairs}\n"

PROGRAMMERS_WORDS = r"Traceback|object at 0x|Expected `|Object |msgspec|NoneType|\b(dict|str|int|array|field)\b"

BYTES = {
    "bad UTF-8": (
        SCENE + b"  - {id: d02-b, imagined: caf\xe9}\n",
        [f"{DAY}:6:30: error[not-utf-8] not UTF-8 text; save the file as UTF-8"],
    ),
    "UTF-16": (
        SCENE.decode().encode("utf-16"),
        [f"{DAY}:1:1: error[not-utf-8] not UTF-8 text; save the file as UTF-8"],
    ),
    "a picture": (
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        [f"{DAY}:1:1: error[not-utf-8] not UTF-8 text; save the file as UTF-8"],
    ),
    "NUL": (
        SCENE.replace(b"second", b"sec\0nd"),
        [f"{DAY}:2:15: error[unreadable-character] the character U+0000 cannot stand in a script; take it out"],
    ),
    "a byte order mark within": (
        SCENE.replace(b"The", b"\xef\xbb\xbfThe"),
        [f"{DAY}:2:8: error[unreadable-character] the character U+FEFF cannot stand in a script; take it out"],
    ),
    "50 MB": (
        b"#" * 50_000_000,
        [f"{DAY}:0:0: error[file-too-large] 50.0 MB is too large; a script file has at most 256 KiB"],
    ),
    "a hundred thousand brackets": (
        b"beats: " + b"[" * 100_000,
        [f"{DAY}:1:31: error[yaml-too-deep] nested deeper than 24 levels"],
    ),
    "a byte order mark": (b"\xef\xbb\xbf" + SCENE, []),
    "line ends of Windows": (SCENE.replace(b"\n", b"\r\n"), []),
    "no last line end": (SCENE.rstrip(), []),
}


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_broken_script_says_what_is_wrong_and_where(case: Case, tmp_path: Path):
    scenes = laid_out(case, tmp_path)
    begun = perf_counter()
    assert problems_of(scenes) == case.expected
    assert perf_counter() - begun < PATIENCE


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("what", BYTES)
def test_a_file_that_is_hardly_text_is_told_as_kindly(what: str, tmp_path: Path):
    raw, expected = BYTES[what]
    scenes = sound_story(tmp_path)
    (tmp_path / DAY).write_bytes(raw)
    begun = perf_counter()
    assert problems_of(scenes) == expected
    assert perf_counter() - begun < PATIENCE


def test_ten_thousand_aliases_end_soon_and_in_a_report(tmp_path: Path):
    scenes = sound_story(tmp_path)
    (tmp_path / DAY).write_text("a: &a [x]\nb:\n" + "- *a\n" * 10_000, "utf-8")
    begun = perf_counter()
    assert (
        f"{DAY}:3:3: error[yaml-alias] '*a' is an alias, and has no use here; put the text in quotes"
        in problems_of(scenes)
    )
    assert perf_counter() - begun < PATIENCE


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    scenes = sound_story(tmp_path)
    opened = Path.open

    def forbidden(path: Path, *how: Any) -> Any:
        if path.name == "day-02.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, *how)

    monkeypatch.setattr(Path, "open", forbidden)
    assert problems_of(scenes) == [f"{DAY}:0:0: error[file-unreadable] cannot be read: Permission denied"]


def test_a_folder_where_a_file_belongs_is_named(tmp_path: Path):
    scenes = sound_story(tmp_path)
    (scenes / "story.yaml").unlink()
    (scenes / "story.yaml").mkdir()
    assert problems_of(scenes)[0].startswith("scenes/story.yaml:0:0: error[file-unreadable] cannot be read: ")


def test_a_scene_in_place_of_a_folder_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    scenes = sound_story(tmp_path)
    monkeypatch.chdir(scenes)
    assert problems_of(Path("day-01.yaml")) == [
        "day-01.yaml:0:0: error[no-folder] is no folder; give the one that holds story.yaml"
    ]


def test_a_folder_is_named_even_when_one_stands_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    scenes = sound_story(tmp_path)
    (tmp_path / DAY).write_bytes(b"")
    monkeypatch.chdir(scenes)
    assert problems_of(Path()) == [f"{DAY}:1:1: error[file-empty] the file is empty"]


def test_the_command_says_all_of_it_and_no_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    several = next(case for case in cases() if case.name == "several-files")
    scenes = laid_out(several, tmp_path)
    assert main(["check", str(scenes)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    said = err.splitlines()
    assert [line for line in said if not line.startswith(" ")] == [
        *several.expected,
        f"{len(several.expected)} problems in the script.",
    ]
    assert said[1:3] == [
        "    6 |   - {id: env-hour, predict: How late, right: 4, lowest: 0, highst: 12}",
        "      |                                                            ^",
    ]


def test_a_play_refuses_to_begin_on_a_broken_script_with_the_same_words(tmp_path: Path):
    case = next(case for case in cases() if case.name == "number-digits")
    scenes = laid_out(case, tmp_path / "story")
    with pytest.raises(BrokenScript) as broken:
        open_story(script_at(scenes), tmp_path / "cache")
    headline, line, caret, count = str(broken.value).splitlines()
    assert [headline] == case.expected
    assert line.endswith("reported: It took 8 weeks., cites: [seven-weeks]}")
    assert line[caret.index("^") :].startswith("8 weeks")
    assert count == "1 problem in the script."


def test_a_file_that_vanishes_after_the_check_is_no_traceback(tmp_path: Path):
    scenes = sound_story(tmp_path / "story")
    open_story(script_at(scenes), tmp_path / "cache")
    (scenes / "day-02.yaml").unlink()
    with pytest.raises(BrokenScript, match=r"there is no day-02\.yaml"):
        open_story(script_at(scenes), tmp_path / "cache")


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_links_that_lead_nowhere_or_in_circles_are_not_followed(tmp_path: Path):
    scenes = sound_story(tmp_path)
    (scenes / "nowhere.yaml").symlink_to(scenes / "gone.yaml")
    (scenes / "circle.yaml").symlink_to(scenes / "circle.yaml")
    assert problems_of(scenes) == []


SPOILERS = st.one_of(
    st.sampled_from(
        ["", "\n", " ", "\t", "- ", ": ", "{", "]", "'", '"', "#", "*", "no", "99", "null", "kind: go\n"]
    ),
    st.sampled_from(
        ["when: rest\n", "opens: env-hour", "cites: [seven-weeks]", "go", "id", "&a ", "!b ", "\x00", "…"]
    ),
    st.text(max_size=6),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from([DAY, "scenes/story.yaml", "assets/facts.yaml"]), spoilt=st.data())
def test_no_edit_whatever_comes_to_more_than_a_report(tmp_path: Path, name: str, spoilt: st.DataObject):
    scenes = sound_story(tmp_path)
    text = (SOUND / name).read_text("utf-8")
    start = spoilt.draw(st.integers(0, len(text)), label="from")
    end = spoilt.draw(st.integers(start, min(len(text), start + 40)), label="to")
    (tmp_path / name).write_text(text[:start] + spoilt.draw(SPOILERS, label="put in") + text[end:], "utf-8")
    for problem in problems_of(scenes):
        assert not re.search(PROGRAMMERS_WORDS, problem), problem


def test_there_are_cases_enough_and_each_is_small():
    assert len(cases()) + len(BYTES) >= 100
    for case in cases():
        assert case.expected, case.name
        assert sum(map(len, case.files.values())) < 4_000, case.name


def test_every_message_is_one_line_of_plain_words():
    for problem in {problem for case in cases() for problem in case.expected}:
        assert re.fullmatch(r"[^:]+:\d+:\d+: error\[[a-z0-9-]+\] .{8,}", problem), problem
        assert not re.search(PROGRAMMERS_WORDS, problem), problem
