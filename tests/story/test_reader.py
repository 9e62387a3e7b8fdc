"""A folder of scene files read into a story. What is wrong with one stands in ``broken``."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.script import script_at, shipped
from game.story.folder import Script, digest_of
from game.story.problems import LONGEST, BrokenScript, Problem, did_you_mean
from game.story.questions import Go, Predict
from game.story.reader import read_scene
from game.story.whole import read_ledger, read_whole
from tests.story.cases import problems_of, sound_story

DAY = "id: {id}\ntitle: A day\nbeats:\n  - {{id: {id}-go, go: Go on}}\n"


@pytest.fixture
def scenes(tmp_path: Path) -> Path:
    return sound_story(tmp_path)


@pytest.fixture
def script(scenes: Path) -> Script:
    return script_at(scenes)


class TestAWholeScript:
    def test_its_spine_scenes_and_ledger(self, script: Script):
        read = read_whole(script)
        assert read.spine.title == "A small story"
        assert [sheet.scene.id for sheet in read.sheets] == ["day-01", "day-02", "end"]
        assert isinstance(read.sheets[0].scene.beats[1], Predict)
        assert read.ledger.find("seven-weeks") is not None

    def test_its_places_are_known_without_reading_it_again(self, script: Script):
        first, _, last = read_whole(script).places
        assert (first.file, first.id, first.title, first.day) == ("day-01.yaml", "day-01", "The first day", 1)
        assert first.envelopes == ("env-hour",)
        assert first.digest == digest_of((script.scenes / "day-01.yaml").read_bytes())
        assert (last.day, last.envelopes) == (None, ())

    def test_a_part_is_a_file_or_a_folder_whose_files_come_by_name(self, scenes: Path, script: Script):
        spine = (scenes / "story.yaml").read_text("utf-8")
        (scenes / "story.yaml").write_text(spine.replace("day-02, end", "day-02, week-2, end"), "utf-8")
        for name in ("day-10", "day-09"):
            (scenes / "week-2").mkdir(exist_ok=True)
            (scenes / "week-2" / f"{name}.yaml").write_text(DAY.format(id=name), "utf-8")
        files = [place.file for place in read_whole(script).places]
        assert files == ["day-01.yaml", "day-02.yaml", "week-2/day-09.yaml", "week-2/day-10.yaml", "end.yaml"]

    def test_hidden_files_are_none_of_it(self, scenes: Path):
        (scenes / "._day-01.yaml").write_bytes(b"\x00\x05\x16\x07")
        (scenes / ".git").mkdir()
        (scenes / ".git" / "day-03.yaml").write_text("x", "utf-8")
        assert problems_of(scenes) == []

    def test_a_file_whose_name_is_none_of_a_part_is_to_be_renamed(self, scenes: Path):
        (scenes / "Day 3.yaml").write_text(DAY.format(id="day-03"), "utf-8")
        assert problems_of(scenes) == [
            "scenes/Day 3.yaml:0:0: error[never-played] is never played: "
            "rename 'Day 3' with small letters, digits and single hyphens, and add that to 'parts' in story.yaml"
        ]

    def test_it_knows_which_entries_it_uses_and_what_they_rest_on(self, scenes: Path, script: Script):
        assert read_whole(script).used() == {"up-until-0400"}
        worked = "  - {id: end-worked, worked: Seven weeks are 49 days., cites: [d-days]}\n"
        with (scenes / "end.yaml").open("a", encoding="utf-8") as end:
            end.write(worked)
        assert read_whole(script).used() == {"up-until-0400", "d-days", "seven-weeks"}

    def test_other_files_may_lie_beside_it(self, scenes: Path):
        for name in ("README.md", "scene.schema.json", "notes.txt", "day-02.yaml~"):
            (scenes / name).write_text("a: [", "utf-8")
        assert problems_of(scenes) == []

    def test_the_shipped_one_reads_alike_with_either_parser(self, either_parser: type):
        assert problems_of(shipped().scenes) == [], f"not sound with {either_parser.__name__}"

    def test_a_folder_without_a_ledger_of_its_own_uses_the_game_s(self, scenes: Path, tmp_path: Path):
        shutil.rmtree(tmp_path / "assets")
        assert script_at(scenes).ledger.read_text("utf-8").count("- id: ") > 100


class TestOneScene:
    def test_as_it_was_found_sound(self, script: Script):
        place = read_whole(script).places[1]
        assert read_scene(script, place.file, place.digest).beats[-1] == Go(id="d02-go", text="Take the stairs")

    def test_not_once_it_was_changed(self, scenes: Path, script: Script):
        place = read_whole(script).places[1]
        (scenes / place.file).write_text(DAY.format(id="day-02"), "utf-8")
        with pytest.raises(
            BrokenScript,
            match=r"day-02\.yaml:0:0: error\[changed-since-start\] was changed since the play began; start again",
        ):
            read_scene(script, place.file, place.digest)

    def test_not_once_it_is_gone(self, scenes: Path, script: Script):
        place = read_whole(script).places[1]
        (scenes / place.file).unlink()
        with pytest.raises(BrokenScript, match=r"day-02\.yaml:0:0: error\[file-unreadable\] cannot be read"):
            read_scene(script, place.file, place.digest)


class TestTheLedger:
    def test_alone(self, script: Script):
        assert {entry.id for entry in read_ledger(script).behind("d-days")} == {"d-days", "seven-weeks"}

    def test_missing(self, script: Script):
        script.ledger.unlink()
        with pytest.raises(
            BrokenScript, match=r"^assets/facts\.yaml:0:0: error\[file-missing\] there is no such file"
        ):
            read_ledger(script)

    def test_resting_on_itself_by_a_detour(self, script: Script):
        text = script.ledger.read_text("utf-8")
        chain = "".join(
            f"  - {{id: d-{n}, statement: So., formula: none, inputs: [d-{(n + 1) % 3}]}}\n" for n in range(3)
        )
        script.ledger.write_text(text.replace("derived:\n", f"derived:\n{chain}"), "utf-8")
        with pytest.raises(BrokenScript) as broken:
            read_ledger(script)
        assert [problem.what for problem in broken.value.problems] == [
            "'d-0' rests on itself by way of 'd-1'",
            "'d-1' rests on itself by way of 'd-2'",
            "'d-2' rests on itself by way of 'd-0'",
        ]


class TestProblems:
    def test_they_come_in_the_order_of_the_file_and_are_counted(self):
        broken = BrokenScript([Problem("b", 1, 1, "two"), Problem("a", 10, 2, "one"), Problem("a", 9, 9, "none")])
        assert str(broken) == "a:9:9: none\na:10:2: one\nb:1:1: two\n3 problems in the script."
        assert str(BrokenScript([Problem("a", 1, 1, "one")])).endswith("\n1 problem in the script.")

    def test_each_is_one_line_however_it_came_about(self):
        said = str(Problem("a\nb", 1, 2, "a\tkey\n\x1b[31m"))
        assert said == "a b:1:2: a key  [31m"
        assert len(str(Problem("a", 1, 2, "x" * 10_000))) < LONGEST + 20

    def test_a_near_word_is_offered_and_a_far_one_is_not(self):
        assert did_you_mean("imagind", ["imagined", "quoted"]) == " (did you mean 'imagined'?)"
        assert did_you_mean("colour", ["imagined", "quoted"]) == ""
