"""``seven-weeks bots``: what it prints, what it keeps, how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import main
from game.proof.bots.players import BOTS

SPINE = """\
title: Tea
tagline: One evening.
parts: [day-01]
start: {rest: 8, home: 8, craft: 3}
endings:
  - {id: tea, title: Tea, when: rest >= 8, text: The kettle boils.}
  - {id: stairs, title: Stairs, text: You take the stairs.}
"""
DAY = """\
id: day-01
title: Tea
day: 1
beats:
  - {id: a, imagined: The kettle is on.}
  - id: q
    choose: Well?
    options: [{id: tea, text: Tea}, {id: desk, text: Desk, effects: {rest: -1, late: true}}]
"""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("SEVEN_WEEKS_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def bots(tmp_path, capsys):
    folder = tmp_path / "tea"
    folder.mkdir()
    (folder / "story.yaml").write_text(SPINE, "utf-8")
    (folder / "day-01.yaml").write_text(DAY, "utf-8")

    def run(*words: str):
        code = main(["bots", "--script", str(folder), *words])
        return code, *capsys.readouterr()

    return run


def test_all_of_them_play_and_it_is_reported(bots):
    code, out, err = bots("--plays", "10")
    assert (code, err) == (0, "")
    assert out.startswith("Tea, full cut. The seeds of each bot: 1, 2, 3 and on.\n")
    assert out.endswith("10 plays came to their end.\n")


def test_some_of_them_play_and_it_is_reported_as_json(bots):
    code, out, _ = bots(
        "--plays", "4", "--bot", "tired", "--bot", "careful", "--json", "--seed", "9", "--cut", "demo"
    )
    found = json.loads(out)
    assert code == 0
    assert [*found["groups"]] == ["tired", "careful", "all"]
    assert (found["first_seed"], found["cut"]) == (9, "demo")


def test_every_bot_is_named_where_help_is_asked_for(bots, capsys):
    with pytest.raises(SystemExit):
        bots("--help")
    out = capsys.readouterr().out
    assert [name for name in BOTS if name not in out] == []


def test_plain_characters_on_request(bots):
    assert "█" in bots("--plays", "5")[1]
    assert "█" not in bots("--plays", "5", "--ascii")[1]


def test_an_ending_that_nobody_meets_is_an_error_once_enough_have_played(bots, tmp_path):
    spine = tmp_path / "tea" / "story.yaml"
    spine.write_text(SPINE.replace("rest >= 8", "rest >= 8 and craft > 9"), "utf-8")
    assert bots("--plays", "199", "--bot", "random")[0] == 0
    code, out, _ = bots("--plays", "200", "--bot", "random")
    assert code == 1
    assert out.endswith("nobody met the ending tea.\n")


def test_a_play_is_kept_and_can_be_printed(bots, capsys, tmp_path):
    code, out, _ = bots("--keep", "tired:17")
    assert code == 0
    assert out.startswith("bot-tired-17 is kept. To see it: seven-weeks export bot-tired-17 --script ")
    assert main(["export", "bot-tired-17", "--script", str(tmp_path / "tea")]) == 0
    assert "Desk" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--bot", "tierd"], "There is no bot 'tierd' (did you mean 'tired'?)."),
        (["--keep", "tired"], "A play is written as its bot and its seed, like careful:17, not 'tired'."),
        (["--plays", "0"], "Let them play 1 to 100,000 times, not 0."),
        (["--seed", str(2**63)], "A seed is a whole number of at most 18 digits."),
    ],
)
def test_what_cannot_be_is_said_in_words(bots, words, said):
    code, out, err = bots(*words)
    assert (code, out) == (2, "")
    assert err.startswith(said)
