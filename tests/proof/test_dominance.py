"""Options that another one beside them is simply better than."""

from __future__ import annotations

import pytest

from tests.proof.galleys import galley, said

FLAGS = "flags: [{name: wet, means: Wet.}]\n"


OPEN = "{id: open, text: C, effects: {craft: 1, rest: -9}}"


def notes(better: str, worse: str, root) -> list[str]:
    options = f"{{id: better, text: A{better}}}, {{id: worse, text: B{worse}}}, {OPEN}"
    return said(galley(root, f'id: q, choose: "Well?", options: [{options}]', spine=FLAGS), "dominated")


def test_more_for_nothing_is_noted_at_the_worse_one(tmp_path):
    (note,) = notes(", effects: {rest: 1, home: 1}", ", effects: {rest: 1}", tmp_path)
    assert "'better' gives all that 'worse' gives, and more, at no price" in note


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (", effects: {rest: 1}", ", effects: {rest: 1}"),
        (", effects: {rest: 1, home: -1}", ", effects: {rest: 0}"),
        (", effects: {rest: 1, late: true}", ""),
        (", effects: {rest: 1, corner: true}", ""),
        (", effects: {rest: 1, set: [wet]}", ""),
        (", effects: {rest: 1}, needs: rest >= 3", ""),
        (", effects: {rest: 1}", ", effects: {set: [wet]}"),
        (", effects: {rest: 1}, when: wet", ", when: not wet"),
    ],
)
def test_where_there_is_a_price_or_no_choice_there_is_nothing_to_note(better, worse, tmp_path):
    assert notes(better, worse, tmp_path) == []
