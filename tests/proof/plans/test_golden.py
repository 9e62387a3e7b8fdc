"""Golden plans: the first line of each that no longer holds, and what is there instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.cli import main
from game.proof.bots.players import BOTS
from game.proof.galley import Galley
from game.proof.golden import golden_plan
from game.proof.plans.sheets import plans_of
from game.proof.rule import Example, scene
from game.script import open_story, script_at, shipped
from game.story.calendar import CUTS
from game.story.folder import SPINE as SPINE_FILE
from game.story.model import Spine
from game.story.reader import read_file
from game.story.whole import read_whole
from tests.proof.galleys import laid_out

SPINE = """\
flags: [{name: wet, means: It rained.}]
endings:
  - {id: dry, title: Dry, when: not wet, text: Nobody is wet.}
  - {id: damp, title: Damp, text: The kettle boils.}
"""
OPTIONS = (
    "{id: in, text: In, effects: {home: 1}, then: [{id: told-in, imagined: Tea.}]}",
    "{id: out, text: Out, effects: {rest: -1, set: [wet]}, then: [{id: told-out, imagined: Rain.}]}",
    "{id: up, text: Up, needs: rest >= 9}",
    "{id: swim, text: Swim, when: wet}",
)
FIRST = scene(
    "id: lift, imagined: The lift is out.",
    "id: rain, when: rest >= 9, imagined: It rains in.",
    "id: aside, cuts: [full], imagined: The paint is green.",
    f'id: q, choose: "Well?", options: [{", ".join(OPTIONS)}]',
    "id: door, go: Go on",
    name="first",
    day=1,
)
SECOND = scene(
    "id: kettle, imagined: The kettle is on.",
    'id: guess, predict: "How many?", right: 3, lowest: 1, highest: 9',
    "id: hours, spend: Two hours., total: 2, unit: hour, on: [{id: desk, text: Desk}, {id: sofa, text: Sofa}]",
    'id: order, arrange: "Which first?", items: [{id: one, text: One}, {id: two, text: Two}]',
    'id: worth, tell: "Was it?", ends: ["no", "yes"], as: worth',
    name="second",
    day=2,
).replace("beats:", "cuts: [full, class]\nmontage:\n  - {id: passed, imagined: Two.}\nbeats:")
THIRD = scene("id: end, imagined: It is over.", "id: last, go: Home", name="third", day=3)
EXAMPLE = Example((FIRST, SECOND, THIRD), SPINE)
"""One plays it carefully: at first 'in' is answered, and it ends dry."""

Problems = Callable[..., list[str]]


@pytest.fixture(scope="module")
def problems(tmp_path_factory) -> Problems:
    """What the rule says of one plan, whose second line is ``head`` and whose steps stand on line 4 and on."""
    script = script_at(laid_out(EXAMPLE, tmp_path_factory.mktemp("plans")))
    read = read_whole(script)
    plan = script.scenes / "plans" / "tea.yaml"
    plan.parent.mkdir()

    def said(steps: str, head: str = "seed: 1") -> list[str]:
        plan.write_text(f"plan: Tea\n{head}\nsteps:\n{steps}\n", "utf-8")
        found = list(golden_plan.search(Galley(script, read)))
        assert {each.file for each in found} <= {"scenes/plans/tea.yaml"}
        return [f"{each.line}:{each.column}: {each.what}" for each in found]

    return said


HELD = {
    "one scene": """\
  - at: first
    misses: [rain, told-out]
    sees: [lift, aside]
    asks: q
    open: [in, out]
    struck: up
    select: in
  - sees: told-in
    holds: home == 6 and not wet
  - ending: dry""",
    "no scene named": "  - select: out\n  - sees: told-out\n  - ending: damp",
    "other kinds of answer": """\
  - at: second
    select: {guess: 3, sure: 5}
  - select: {desk: 2}
  - select: [one, two]
  - select: 4
  - holds: worth == 4""",
    "a long way": "  - sees: [end]",
    "what is barred in one scene may be told in another": "  - at: first\n    misses: end\n  - ending: dry",
}


@pytest.mark.parametrize("steps", HELD.values(), ids=HELD)
def test_a_plan_that_holds_says_nothing(steps, problems):
    assert problems(steps) == []


AT_FIRST = "  - at: first\n    "
AT_SECOND = "  - at: second\n    "
BROKEN = {
    "a line waits for a condition": (
        AT_FIRST + "sees: [lift, rain]",
        "5:18: 'rain' is not told in 'first'; it needs rest >= 9; told there: lift, aside, told-in",
    ),
    "a line follows another answer": (
        AT_FIRST + "select: in\n  - sees: told-out",
        "6:11: 'told-out' is not told in 'first'; it follows an answer to 'q', and 'in' was given; "
        "told there: lift, aside, told-in",
    ),
    "a line is told too early": (
        AT_FIRST + "sees: told-in\n  - sees: lift",
        "6:11: 'lift' is told in 'first', but before this step",
    ),
    "a line stands elsewhere": (
        AT_SECOND + "sees: lift",
        "5:11: 'lift' is not told in 'second'; it stands in 'first'; told there: kettle",
    ),
    "a montage is told only where the day is passed": (
        AT_SECOND + "sees: passed",
        "5:11: 'passed' is not told in 'second'; told there: kettle",
    ),
    "scenes in the wrong order": (
        "  - at: second\n  - at: first",
        "5:9: 'first' is over by now; steps stand in the order of the play",
    ),
    "a line that is barred is told already": (
        AT_FIRST + "misses: aside",
        "5:13: 'aside' is told in 'first', and should not be",
    ),
    "a line that is barred is told later": (
        AT_FIRST + "misses: told-in",
        "5:13: 'told-in' is told in 'first', and should not be",
    ),
    "a line that is barred is told on the way to another": (
        AT_FIRST + "misses: told-in\n    asks: door",
        "5:13: 'told-in' is told in 'first', and should not be",
    ),
    "a line that is barred is told after all that the plan looks for in its scene": (
        AT_FIRST + "misses: told-in\n    asks: q\n  - at: second",
        "5:13: 'told-in' is told in 'first', and should not be",
    ),
    "a line that is barred is told on the way to the end": (
        AT_FIRST + "misses: told-in\n  - ending: dry",
        "5:13: 'told-in' is told in 'first', and should not be",
    ),
    "a question stands elsewhere": (
        AT_FIRST + "asks: worth",
        "5:11: 'worth' is not asked in 'first'; it stands in 'second'; asked there: q, door",
    ),
    "a question is asked too early": (
        AT_FIRST + "asks: door\n  - asks: q",
        "6:11: 'q' is asked in 'first', but before this step",
    ),
    "struck out and not open": (
        AT_FIRST + "open: up",
        "5:11: 'up' is struck out in 'q', not open; it needs rest >= 9 (rest 7)",
    ),
    "not on the list": (
        AT_FIRST + "open: swim",
        "5:11: 'swim' is not on the list of 'q'; it is there when wet (wet 0)",
    ),
    "open and not struck out": (
        AT_FIRST + "struck: in",
        "5:13: 'in' is open in 'q', not struck out, whatever happens",
    ),
    "offered elsewhere": (
        AT_SECOND + "open: out",
        "5:11: nothing in 'second' offers 'out' from here on; asked there: guess, hours, order, worth",
    ),
    "an answer to nothing": (
        AT_FIRST + "select: inn",
        "5:13: nothing in 'first' takes the answer 'inn' (did you mean 'in'?) from here on; asked there: q, door",
    ),
    "an answer that is struck out": (AT_FIRST + "select: up", "5:13: 'q' does not take 'up': rest 7, needs 9"),
    "a condition": (
        AT_SECOND + "holds: wet or rest > 7",
        "5:12: wet or rest > 7 (rest 7, wet 0) does not hold at 'guess'",
    ),
    "an ending": (
        "  - ending: damp\n  - holds: wet",
        "4:13: the play ends with 'dry', not with 'damp': rest 7, home 6, craft 5, late_nights 0, corners 0",
    ),
}


@pytest.mark.parametrize(("steps", "message"), BROKEN.values(), ids=BROKEN)
def test_the_first_line_that_does_not_hold_is_named_with_what_is_there_instead(steps, message, problems):
    assert problems(steps) == [f"{message} (cut full, seed 1)"]


VERSIONS = {
    "cut: demo": ("  - at: second", "4:9: the cut demo passes 'second' (cut demo, seed 1)"),
    "cut: class": (
        "  - sees: aside",
        "4:11: 'aside' is not told in the play; the cut class is without it; "
        "told there: lift, told-in, kettle, end (cut class, seed 1)",
    ),
    "facts_only: true": (
        "  - sees: lift",
        "4:11: 'lift' is not told in the play; it is left out where only facts are told; "
        "told there: nothing (cut full, seed 1)",
    ),
}


@pytest.mark.parametrize("head", VERSIONS)
def test_the_reason_may_be_the_version_that_is_played(head, problems):
    steps, message = VERSIONS[head]
    assert problems(steps, head) == [message]


def test_the_montage_of_a_day_that_is_passed_is_told_on_the_way_to_the_next(problems):
    assert problems("  - at: third\n    sees: [passed, end]", "cut: demo") == []


@pytest.mark.parametrize(("bot", "line"), [("careful", "told-in"), ("tired", "told-out")])
def test_what_no_step_answers_is_answered_by_the_bot_that_is_named(bot, line, problems):
    assert problems(f"  - sees: {line}", f"otherwise: {bot}") == []


def test_slips_in_a_plan_are_named_all_at_once_and_nothing_is_played(problems):
    steps = """\
  - {at: frist, sees: [lift, lifd], asks: qq}
  - {open: inn, struck: [upp], holds: wett}
  - ending: dryy
  - {}"""
    assert problems(steps, "otherwise: carefull") == [
        "2:12: there is no bot 'carefull' (did you mean 'careful'?)",
        "4:10: there is no scene 'frist' (did you mean 'first'?)",
        "4:30: there is no line 'lifd' (did you mean 'lift'?)",
        "4:43: there is no question 'qq' (did you mean 'q'?)",
        "5:12: there is no option 'inn' (did you mean 'in'?)",
        "5:26: there is no option 'upp' (did you mean 'up'?)",
        "5:39: there is no name 'wett' (did you mean 'wet'?)",
        "6:13: there is no ending 'dryy' (did you mean 'dry'?)",
        "7:5: this step says nothing; its keys are at, misses, sees, asks, open, struck, holds, select, ending",
    ]


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        ("  - {at: first, see: lift}", "4:17: unknown key 'see' (did you mean 'sees'?)"),
        ("  - holds: rest = 3", "4:12: 'rest = 3' is not a condition; write '==' to compare"),
        ("  - open: 5", "4:11: expected text or a list, got a whole number; put it in quotes"),
        ("  - sees: []", "4:11: the list is empty; at least 1 needed"),
    ],
)
def test_what_is_no_plan_is_said_like_any_slip_of_a_script(steps, message, problems):
    assert problems(steps) == [message]


def test_a_play_that_breaks_off_breaks_its_plan_and_not_the_check(problems, monkeypatch):
    def broken(*_: object) -> tuple[float, ...]:
        raise ValueError("no tea")

    monkeypatch.setitem(BOTS, "careful", replace(BOTS["careful"], taste=broken))
    assert problems("  - at: third") == ["4:9: the play breaks off at 'q': ValueError: no tea (cut full, seed 1)"]


def with_a_plan(root: Path, steps: str) -> Path:
    return laid_out(replace(EXAMPLE, others={"scenes/plans/01.yaml": f"plan: Tea\nsteps:\n{steps}\n"}), root)


def test_the_check_fails_where_a_plan_does(tmp_path, capsys):
    assert main(["check", str(with_a_plan(tmp_path, "  - ending: damp"))]) == 1
    out, err = capsys.readouterr()
    assert "plans 1" in out
    assert "scenes/plans/01.yaml:3:13: error[golden-plan] the play ends with 'dry', not with 'damp'" in err


def test_a_plan_is_no_scene_and_stops_nobody_from_playing(tmp_path):
    folder = with_a_plan(tmp_path, "  - sees: nothing-of-the-kind")
    digest = open_story(script_at(folder)).digest
    (folder / "plans" / "01.yaml").unlink()
    assert open_story(script_at(folder)).digest == digest


def test_a_spine_may_call_a_folder_of_scenes_plans(tmp_path):
    folder = laid_out(EXAMPLE, tmp_path)
    (folder / "plans").mkdir()
    roof = scene("id: roof, imagined: A roof.", "id: roof-up, go: Up", name="roof", day=4)
    (folder / "plans" / "roof.yaml").write_text(roof, "utf-8")
    spine = folder / "story.yaml"
    spine.write_text(spine.read_text("utf-8").replace("parts: [example]", "parts: [example, plans]"), "utf-8")
    script = script_at(folder)
    read = read_whole(script)
    assert [place.id for place in read.places] == ["first", "second", "third", "roof"]
    assert list(golden_plan.search(Galley(script, read))) == []


def test_the_story_that_ships_has_a_plan_for_every_ending_and_every_cut():
    spine, _, _ = read_file(shipped().scenes / SPINE_FILE, SPINE_FILE, Spine)
    assert spine is not None
    plans = plans_of(shipped(), spine)
    assert plans.problems == ()
    assert {sheet.plan.steps[-1].ending for sheet in plans.sheets} >= {ending.id for ending in spine.endings}
    assert {sheet.plan.cut for sheet in plans.sheets} == {*CUTS}
    assert any(sheet.plan.facts_only for sheet in plans.sheets)
