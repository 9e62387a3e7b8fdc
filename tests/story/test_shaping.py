"""From a tree to structs: the form in which scenes are written, and every mismatch in words and in its place."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.story.beat import Imagined, Reported
from game.story.condition import Condition
from game.story.ledger import Ledger
from game.story.model import Scene, Spine
from game.story.node import Node
from game.story.questions import Choose, Go
from game.story.shaping import KINDS, MOST_PROBLEMS, shape
from game.story.yamltree import parse

HEAD = "id: day-02\ntitle: The second day\nbeats:\n"
"""Three lines, so that the first beat stands on line 4."""


def shaped(text: str, kind: type = Scene) -> tuple[object, list[str]]:
    tree, wrong = parse(text.encode(), "day.yaml")
    assert tree is not None
    assert wrong == []
    struct, _, problems = shape(tree, kind, "day.yaml")
    return struct, [f"{each.line}:{each.column}: {each.what}" for each in problems]


def beats(text: str) -> tuple[object, ...]:
    struct, problems = shaped(HEAD + text)
    assert problems == []
    assert isinstance(struct, Scene)
    return struct.beats


def problems(text: str) -> list[str]:
    return shaped(HEAD + text)[1]


class TestTheSweetForm:
    def test_a_kind_and_its_words(self):
        assert beats("- {id: a, imagined: The kettle is on.}\n") == (Imagined(id="a", text="The kettle is on."),)

    def test_beside_whatever_else_a_step_has(self):
        (beat,) = beats(
            "- {id: a, reported: Seven weeks., cites: [seven-weeks], when: rest > 3, clock: '09:30'}\n"
        )
        fact = ("seven-weeks",)
        assert beat == Reported(id="a", text="Seven weeks.", cites=fact, when=Condition("rest > 3"), clock="09:30")

    def test_inside_an_answer_as_well(self):
        (question,) = beats(
            "- id: a\n  choose: The lift?\n  options:\n"
            "  - {id: wait, text: Wait., then: [{id: b, imagined: You wait.}]}\n  - {id: walk, text: Walk.}\n"
        )
        assert isinstance(question, Choose)
        assert question.options[0].then == (Imagined(id="b", text="You wait."),)

    def test_the_place_of_the_words_is_kept(self):
        tree, _ = parse(b"beats:\n  - id: a\n    imagined: The kettle is on.\n", "day.yaml")
        assert tree is not None
        _, sweet, _ = shape(tree, Scene, "day.yaml")
        words, kind = sweet.at(("beats", 0, "text")), sweet.at(("beats", 0, "kind"))
        assert (words.line, words.column) == (3, 15)
        assert (kind.line, kind.column) == (3, 5)

    @pytest.mark.parametrize("kind", KINDS)
    def test_no_kind_is_a_key_of_any_step(self, kind: str):
        other = "imagined" if kind == "go" else "go"
        assert problems(f"- {{id: a, {kind}: Words, {other}: More words}}\n") == [
            f"4:{20 + len(kind)}: a step has one kind; this one is already '{kind}'"
        ]


class TestMismatches:
    def test_all_of_them_in_one_go_and_each_at_its_own_place(self):
        text = "- {ide: a, imagined: The kettle is on.}\n- {id: B, go: 7, clock: noon, when: home, cuts: all}\n"
        assert problems(text) == [
            "4:4: unknown key 'ide' (did you mean 'id'?)",
            "5:8: 'B' is not an id: small letters, digits and single hyphens",
            "5:25: 'noon' is not a clock time such as \"09:30\"",
            "5:49: expected a list, got text; write [all]",
            "5:15: expected text, got a whole number; put it in quotes",
        ]

    def test_what_is_left_of_a_step_is_still_looked_at(self):
        text = "- {id: a, go: Go up, clock: noon, when: 1 < rest < 3, cuts: all, colour: red}\n"
        assert problems(text) == [
            "4:29: 'noon' is not a clock time such as \"09:30\"",
            "4:41: '1 < rest < 3' compares more than two things; join comparisons with 'and'",
            "4:61: expected a list, got text; write [all]",
            "4:66: unknown key 'colour'; the keys here are id, when, cuts, clock, facts, was",
        ]

    def test_a_slip_in_a_key_is_not_said_twice(self):
        assert problems("- {idd: a, go: Go up}\n") == ["4:4: unknown key 'idd' (did you mean 'id'?)"]

    def test_an_unknown_key_does_not_hide_a_missing_one(self):
        assert problems("- {go: Go up, colour: red}\n") == [
            "4:15: unknown key 'colour'; the keys here are id, when, cuts, clock, facts, was",
            "4:3: 'id' is missing",
        ]

    def test_what_was_taken_out_is_not_said_to_be_missing(self):
        spine = "title: A story\ntagline: Small.\nparts: [one]\nstart: {rest: 11, home: 5, craft: 5}\n"
        assert shaped(spine, Spine) == (None, ["4:15: 11 is too large; the most is 10"])

    def test_nor_is_its_list_said_to_be_too_short(self):
        text = "- id: a\n  choose: The lift?\n  options:\n  - {id: wait, text: Wait.}\n  - {id: walk}\n"
        assert problems(text) == ["8:5: 'text' is missing"]

    def test_a_comma_in_a_text_is_told_as_one(self):
        assert problems("- {id: a, go: Up, and on}\n") == [
            "4:19: unknown key 'and on'; if it belongs to the text before it, put all of that text in quotes"
        ]

    def test_a_slip_that_looks_like_part_of_a_text_is_told_as_a_slip(self):
        assert problems("- {id: a, go: Up, c'ock: '09:10'}\n") == [
            "4:19: unknown key 'c'ock' (did you mean 'clock'?)"
        ]

    @pytest.mark.parametrize(
        ("value", "said"),
        [
            ("", "expected text, got nothing (a text that begins with '#' needs quotes)"),
            ("7", "expected text, got a whole number; put it in quotes"),
            ("true", "expected text, got true or false; put it in quotes"),
            ("[up]", "expected text, got a list"),
            ("{up: 1}", "expected text, got a group of 'key: value' lines"),
            ('""', "the text is empty"),
        ],
    )
    def test_words_that_are_none(self, value: str, said: str):
        assert problems(f"- {{id: b, go: {value}}}\n") == [f"4:15: {said}"]

    def test_a_key_of_a_group_that_the_model_does_not_name(self):
        ledger = (
            "articles: {pt: {name: a, language: b}, en: {name: c, language: d}}\nfacts:\n"
            "- {id: f, statement: It is so., kind: event, said_by: x, agreement: same,\n"
            "   sources: [{article: pt, paragraph: 1}], figures: {weeks: '7', people: 5, nights: ['3', 4]}}\n"
        )
        assert shaped(ledger, Ledger)[1] == [
            "1:40: unknown key 'en'; the keys here are pt, vi",
            "4:74: expected text or a list, got a whole number; put it in quotes",
            "4:91: expected text, got a whole number; put it in quotes",
        ]

    def test_there_is_an_end_to_it(self):
        text = "".join(f"- {{id: STEP{n}, go: Go up}}\n" for n in range(3_000))
        assert len(problems(text)) == MOST_PROBLEMS

    def test_with_mismatches_the_struct_is_what_remains(self):
        struct, wrong = shaped(HEAD + "- {id: a, go: Go up, colour: red}\n- {id: B, go: Go on}\n")
        assert len(wrong) == 2
        assert isinstance(struct, Scene)
        assert struct.beats == (Go(id="a", text="Go up"),)


WORDS = st.sampled_from(
    [*KINDS, "id", "title", "beats", "then", "options", "when", "cuts", "text", "kind", "right", "a b"]
)
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(-5, 60), st.floats(0, 9), st.text(max_size=5), WORDS)
KEYS = st.one_of(WORDS, st.text(max_size=4))
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=6)),
    max_leaves=25,
)


def planted(value: object) -> Node:
    """Plain data as a tree that stands nowhere in particular."""
    if isinstance(value, dict):
        inside = {key: planted(inner) for key, inner in value.items()}
        return Node({key: node.value for key, node in inside.items()}, 1, 1, inside, dict.fromkeys(inside, (1, 1)))
    if isinstance(value, list):
        nodes = [planted(inner) for inner in value]
        return Node([node.value for node in nodes], 1, 1, dict(enumerate(nodes)), {})
    return Node(value, 1, 1, {}, {})


@pytest.mark.parametrize("kind", [Scene, Spine, Ledger])
@settings(deadline=None)
@given(value=TREES)
@example(value={"x - at `$.beats[...]": 1, "beats": [1]})
@example(value={"x - at `$.beats[7].id": 1, "beats": [{}]})
@example(value={"x` - at `key` in `$[...]`": None})
@example(value={"beats": [{"id": "a", "go": "` - at `$.beats[0]`", "when": "x - at `$.beats`"}]})
def test_no_tree_whatever_makes_it_raise(kind: type, value: object):
    struct, _, wrong = shape(planted(value), kind, "day.yaml")
    assert wrong or isinstance(struct, kind)
    assert all(problem.what for problem in wrong)


@settings(deadline=None)
@given(value=TREES)
def test_a_scene_with_anything_added_to_it_is_told_of_or_takes_it(value: object):
    scene = {"id": "a", "title": "A day", "beats": [{"id": "b", "go": "Go up"}, value]}
    struct, _, wrong = shape(planted(scene), Scene, "day.yaml")
    assert isinstance(struct, Scene)
    assert len(struct.beats) == 2 or wrong
