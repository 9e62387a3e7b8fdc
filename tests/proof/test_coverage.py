"""What a whole story has to have, and what is counted of any."""

from __future__ import annotations

from game.proof import coverage
from game.proof.rule import Example, scene
from tests.proof.galleys import galley, galley_of, said

WHOLE = "whole: true\n"
TEA = "id: {0}-a, imagined: Tea., cuts: [full]"


def days(*numbers: int, launch: bool = False) -> Example:
    scenes = [scene(TEA.format(f"d{n}"), f"id: d{n}-go, go: Up", name=f"day-{n}", day=n) for n in numbers]
    scenes += [scene(TEA.format("l"), name="launch")] if launch else []
    return Example(tuple(scenes), WHOLE)


def test_missing_days_are_named_those_in_a_row_together(tmp_path):
    of = galley_of(days(1, 2, 4, *range(8, 48)), tmp_path)
    assert coverage.missing_days(of) == "3, 5–7, 48–49, launch"
    assert said(of, "days") == [
        "scenes/story.yaml:5:8: 43 of 50 days are there; missing: 3, 5–7, 48–49, launch. "
        "Write them, or take 'whole' out"
    ]


def test_with_all_of_them_and_the_launch_nothing_is_missing(tmp_path):
    of = galley_of(days(*range(1, 50), launch=True), tmp_path)
    assert coverage.missing_days(of) == ""
    assert said(of, "days") == []


def test_a_story_that_does_not_claim_to_be_whole_may_be_small(tmp_path):
    of = galley(tmp_path, "id: a, imagined: Tea.")
    assert [said(of, code) for code in ("days", "facts", "length", "minutes")] == [[]] * 4


def test_facts_that_no_line_cites_are_named(tmp_path):
    of = galley(tmp_path, "id: a, reported: It took seven weeks., cites: [seven-weeks]", spine=WHOLE)
    (problem,) = said(of, "facts")
    assert "1 of 104 facts are told; no line cites headline-calls-it-a-diary, " in problem
    share = coverage.shares(of)["facts"]
    assert (share.told, share.of) == (1, 104)
    assert "seven-weeks" not in share.missing


def test_a_fact_below_a_worked_figure_is_not_told_by_it(tmp_path):
    of = galley(tmp_path, "id: a, worked: Seven weeks are 49 days., cites: [d-sprint-length]")
    assert coverage.shares(of)["facts"].told == 0
    assert coverage.shares(of)["derived"].told == 1


def test_lines_are_counted_by_their_kind(tmp_path):
    of = galley(
        tmp_path,
        "id: a, imagined: Tea.",
        'id: q, choose: "Well?", options: [{id: b, text: B, then: [{id: t, imagined: Tea.}]}, {id: c, text: C}]',
        "id: e, explained: Tea is a drink.",
    )
    assert coverage.kinds(of) == {
        **dict.fromkeys(["quoted", "reported", "worked", "outside"], 0),
        "explained": 1,
        "imagined": 2,
    }
    assert coverage.questions(of) == {"choose": 1}


def test_the_thirteenth_day_with_a_corner_is_one_too_many(tmp_path):
    (problem,) = said(galley_of(coverage.corners.example, tmp_path), "corners")
    assert problem.startswith("scenes/example/13.yaml:5:")
    assert "day 13 is the 13th that offers a corner; at most 12 do" in problem
