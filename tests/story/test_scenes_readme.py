"""The page that teaches writing: every sample on it is run, and it leaves nothing out."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from game.cli import main
from game.library import Library
from game.proof.bots.players import BOTS
from game.proof.galley import Galley
from game.proof.golden import golden_plan
from game.script import open_story, script_at, shipped
from game.story.problems import BrokenScript
from game.story.schema import ROOTS, schema
from game.story.shaping import KINDS
from game.story.whole import read_whole
from tests.story.cases import problems_of

PAGE = (shipped().scenes / "README.md").read_text("utf-8")
FOLDER = "my-scenes"
END = "id: the-very-end\ntitle: The end\nbeats:\n  - {id: the-very-end-over, imagined: It is over.}\n"


class Sample(NamedTuple):
    """A fenced sample: what its info string says it is, where it stands on the page, and its text."""

    what: str
    line: int
    text: str
    follows: str

    def __str__(self) -> str:
        return f"{self.what.replace(' ', '-')}-on-line-{self.line}"


def samples(what: str = "") -> list[Sample]:
    found: list[Sample] = []
    for match in reversed(list(re.finditer(r"^```(.+)\n((?s:.*?))^```$", PAGE, re.M))):
        line = PAGE.count("\n", 0, match.start()) + 2
        found.append(Sample(match[1], line, match[2], found[-1].text if found else ""))
    return [sample for sample in reversed(found) if sample.what == what or not what]


def story_around(scene: str, root: Path) -> Path:
    """The page's own story with this scene as its first day, and an end that is not the scene's."""
    folder = root / FOLDER
    folder.mkdir()
    spine = samples("yaml spine")[0].text.replace("parts: [day-01]", "parts: [day-01, end]")
    (folder / "story.yaml").write_text(spine, "utf-8")
    (folder / "day-01.yaml").write_text(scene, "utf-8")
    (folder / "end.yaml").write_text(END, "utf-8")
    return folder


def scene_of(sample: Sample) -> str:
    if sample.what == "yaml scene":
        return sample.text
    steps = "".join(f"  {line}" if line.strip() else line for line in sample.text.splitlines(keepends=True))
    return f"id: a-day\ntitle: A day\nday: 1\nbeats:\n{steps}  - {{id: a-day-go, go: Go on}}\n"


@pytest.mark.parametrize("sample", [*samples("yaml scene"), *samples("yaml steps")], ids=str)
def test_a_sample_is_sound_and_can_be_played(sample: Sample, tmp_path: Path):
    folder = story_around(scene_of(sample), tmp_path)
    assert problems_of(folder) == []
    library = Library(open_story(script_at(folder)), None)
    for seed in range(8):
        walked_to_the_end(library, seed)


def walked_to_the_end(library: Library, seed: int) -> None:
    run, rng = library.new("a-play", seed=seed), Random(seed)
    while (moment := run.now()).question is not None:
        run.answer(moment.question.sample(moment.state, rng))
    assert moment.scene.id == "the-very-end"


@pytest.mark.parametrize("sample", samples("yaml broken"), ids=str)
def test_a_broken_sample_says_just_what_stands_under_it(sample: Sample, tmp_path: Path):
    folder = story_around(sample.text, tmp_path)
    said = sample.follows.splitlines()
    assert problems_of(folder) == [line for line in said if not line.startswith(" ")]
    if any(line.startswith(" ") for line in said):
        with pytest.raises(BrokenScript) as broken:
            read_whole(script_at(folder))
        assert str(broken.value).splitlines()[:-1] == said


@pytest.mark.parametrize("sample", samples("yaml spine"), ids=str)
def test_a_spine_is_sound_with_the_first_day(sample: Sample, tmp_path: Path):
    folder = story_around(samples("yaml scene")[0].text.replace("set: [kettle_on]", "home: 0"), tmp_path)
    (folder / "end.yaml").unlink()
    (folder / "story.yaml").write_text(sample.text, "utf-8")
    if "recall: " in sample.text:
        (folder / "recall.yaml").write_text(samples("yaml recall")[0].text, "utf-8")
    assert problems_of(folder) == []


@pytest.mark.parametrize("sample", samples("yaml ledger"), ids=str)
def test_a_ledger_beside_the_folder_is_the_one_that_counts(sample: Sample, tmp_path: Path):
    beat = "  - {id: a-day-gap, worked: From 04:00 to 08:00 is four hours., cites: [d-launch-gap]}\n"
    folder = story_around(f"id: a-day\ntitle: A day\nbeats:\n{beat}  - {{id: a-day-go, go: Go on}}\n", tmp_path)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "facts.yaml").write_text(sample.text, "utf-8")
    assert script_at(folder).ledger == tmp_path / "assets" / "facts.yaml"
    assert problems_of(folder) == []


@pytest.mark.parametrize("sample", samples("yaml glossary"), ids=str)
def test_a_glossary_beside_the_folder_is_the_one_that_counts(sample: Sample, tmp_path: Path):
    folder = story_around(samples("yaml scene")[0].text, tmp_path)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "glossary.yaml").write_text(sample.text, "utf-8")
    assert problems_of(folder) == []
    glossary = open_story(script_at(folder)).glossary
    assert [span.term.id for span in glossary.terms_in("Reviewed, then merged.")] == ["review", "merge"]
    assert glossary.unglossed("Commit it.") == ["Commit"]


@pytest.mark.parametrize("sample", samples("yaml plan"), ids=str)
def test_a_plan_holds_for_the_day_above_it_or_says_what_stands_below(sample: Sample, tmp_path: Path):
    day = [each.text for each in samples("yaml scene") if each.line < sample.line][-1]
    endings = next(each.text for each in samples("yaml spine") if "endings:" in each.text)
    folder = story_around(day, tmp_path)
    spine = endings.replace("parts: [day-01]", "parts: [day-01, end]").replace("recall: recall\n", "")
    (folder / "story.yaml").write_text(spine, "utf-8")
    (folder / "plans").mkdir()
    (folder / "plans" / "dinner.yaml").write_text(sample.text, "utf-8")
    assert broken_plans(folder) == []
    (folder / "day-01.yaml").write_text(day.replace("rest >= 9", "rest >= 6"), "utf-8")
    assert broken_plans(folder) == sample.follows.splitlines()


def broken_plans(folder: Path) -> list[str]:
    script = script_at(folder)
    return [str(problem) for problem in golden_plan.search(Galley(script, read_whole(script)))]


def test_the_first_day_is_ten_lines_and_the_check_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    day = samples("yaml scene")[0].text
    assert day.count("\n") == 10
    folder = story_around(day, tmp_path)
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out.endswith("\n2 scenes, no problems.\n")


def test_every_command_it_names_is_one(capsys: pytest.CaptureFixture[str]):
    for line in "".join(sample.text for sample in samples("sh")).splitlines():
        program, command, *words = line.split()
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert (program, ended.value.code) == ("seven-weeks", 0)
        usage = capsys.readouterr().out
        assert all(word in usage for word in words if word.startswith("--"))


def test_every_sample_is_of_a_sort_that_is_run():
    assert {sample.what for sample in samples()} == {
        "yaml spine",
        "yaml scene",
        "yaml steps",
        "yaml broken",
        "yaml ledger",
        "yaml glossary",
        "yaml recall",
        "yaml plan",
        "text",
        "sh",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_sample(kind: str):
    told = [*samples("yaml steps"), *samples("yaml scene")]
    assert any(re.search(rf"\b{kind}: ", sample.text) for sample in told)


@pytest.mark.parametrize("bot", BOTS)
def test_every_bot_is_told_about(bot: str):
    assert f"\n| `{bot}` | " in PAGE


@pytest.mark.parametrize("of", ROOTS)
def test_every_key_there_is_stands_in_a_sample(of: str):
    whole = schema(of)
    written = "".join(sample.text for sample in samples() if sample.what.startswith("yaml"))
    for part in (whole, *whole["$defs"].values()):
        for key in part.get("properties", {}):
            assert re.search(rf"\b{key}: ", written) or re.search(rf"^\s*(- )?{key}:$", written, re.M), key


def test_every_link_leads_to_a_heading_of_the_page():
    headings = {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in re.findall(r"^#+ (.+)$", PAGE, re.M)}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= headings


def test_it_is_for_people_who_do_not_program():
    assert not re.search(r"python|json|struct|regex|boolean|parse|string", PAGE.replace(".schema.json", ""), re.I)
    assert max(len(line) for line in PAGE.splitlines() if not line.startswith(f"{FOLDER}/")) <= 120
