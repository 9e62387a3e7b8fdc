"""What no play comes to, and how near it is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game.proof.reach import dead_end
from game.proof.registry import RULES
from game.proof.rule import Example, scene
from game.proof.walk.walked import walked
from game.story.model import Ending
from game.story.story import Story
from tests.proof.galleys import galley, galley_of, said
from tests.stories import choose, go, option, story, told, when
from tests.stories import scene as made

WET = "flags: [{name: wet, means: Wet.}]\n"
IN, OUT = "{id: in, text: In, effects: {rest: -3}}", "{id: out, text: Out, effects: {set: [wet]}}"
RAIN = f'id: q, choose: "Well?", options: [{IN}, {OUT}]'
END = "id: end, go: Up"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("when: rest >= 9", "it needs rest >= 9, and rest is 4 to 7 here"),
        ("when: rest < 4", "it needs rest < 4, and rest is 4 to 7 here"),
        ("when: wet and rest == 4", "it needs rest == 4, and rest is 7 where wet"),
        ("when: late_nights >= 2", "it needs late_nights >= 2, and late_nights is 0 here"),
        ("when: late_nights > rest", "it needs late_nights > rest, and late_nights is 0, rest is 4 to 7 here"),
        ("when: 1 > 2", "it needs 1 > 2, and that is never so here"),
        ("when: night_crew", "it needs night_crew, and night_crew is 0 here"),
    ],
)
def test_a_line_that_is_never_told_is_said_what_it_lacks(line, why, tmp_path):
    (problem,) = said(galley(tmp_path, RAIN, f"id: a, imagined: Tea., {line}", END, spine=WET), "unreachable-line")
    assert problem == f"scenes/example/01.yaml:5:5: no play is told this: {why}"


def test_a_flag_that_is_never_up_is_said_to_be_so(tmp_path):
    (problem,) = said(galley(tmp_path, "id: a, go: Up, when: wet", END, spine=WET), "unreachable-line")
    assert problem.endswith("no play is asked this: it needs wet, and wet is never up here")


def test_inside_of_what_no_play_comes_to_nothing_more_is_said(tmp_path):
    shut = "{id: shut, text: Shut, when: rest > 9, then: [{id: t, imagined: Tea.}]}"
    of = galley(tmp_path, f'id: q, choose: "Well?", options: [{{id: a, text: A}}, {shut}]', END)
    assert len(said(of, "unreachable-choice")) == 1
    assert said(of, "unreachable-line") == []


def test_a_line_that_is_told_in_one_cut_is_told(tmp_path):
    of = galley(
        tmp_path,
        RAIN.replace("id: q,", "id: q, cuts: [demo],"),
        "id: a, imagined: Rain., when: wet",
        END,
        spine=WET,
    )
    assert said(of, "unreachable-line") == []


def test_a_line_that_no_cut_has_is_never_told(tmp_path):
    full = scene("id: a, imagined: Tea., cuts: [demo]", "id: b, go: Up") + "cuts: [full]\n"
    (problem,) = said(galley_of(Example((full,)), tmp_path), "unreachable-line")
    assert problem.endswith("no play is told this; nothing leads to it in any of the cuts")


def test_an_ending_after_one_that_everybody_meets_is_never_met(tmp_path):
    endings = "\n".join(
        [
            "endings:",
            *(f"  - {{id: e{n}, title: E, text: E., when: rest >= {n}}}" for n in (7, 5)),
            "  - {id: e, title: E, text: E.}",
        ]
    )
    problems = said(galley(tmp_path, END, spine=endings + "\n"), "unreachable-ending")
    assert [each.split(":")[1] for each in problems] == ["7", "8"]


def test_a_dead_end_shows_a_state_in_which_it_is_one():
    stuck = choose("q", option("a", needs="rest >= 7"), option("b", needs="hasty"))
    of = story(made("first", choose("p", option("nap", home=1), option("run", rest=-2)), stuck), flags=("hasty",))
    assert [tuple(each) for each in walked(of, "full").stuck] == [("q", "rest 5")]
    assert dead_end.example is None


def test_of_the_gauges_that_endings_read_it_knows_the_least_and_the_most():
    day = made("day", choose("q", option("a", rest=9), option("b", rest=-6)), told("x", if_="home > 3"), go("end"))
    of = story(day)
    endings = (
        Ending(id="calm", title="Calm", text="Calm.", when=when("rest > 8")),
        Ending(id="e", title="E", text="E."),
    )
    assert walked(Story.of(replace(of.spine, endings=endings), [day]), "full").gauges == {"rest": (1, 10)}


def test_only_unbreakable_rules_have_no_example():
    assert [rule.code for rule in RULES if rule.example is None] == ["dead-end"]
