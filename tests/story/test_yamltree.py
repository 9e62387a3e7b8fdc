"""YAML to plain data: what is read, where it stands, and what is refused."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.story import yamltree
from game.story.node import Node
from game.story.yamltree import DEEPEST, LARGEST, parse
from tests.story.cases import PARSERS

GOES_ON = "the text goes on after its closing quotation mark; put all of it in double quotes"
DEEPER = "this line is indented deeper than the text above it; line it up, or put that text in quotes"
OUT_OF_LINE = "this line is not lined up with the ones above it; check its indentation"


def read(text: str) -> Node:
    tree, problems = parse(text.encode(), "day.yaml")
    assert tree is not None
    assert problems == []
    return tree


def problems(text: str) -> list[str]:
    return [f"{each.line}:{each.column}: {each.what}" for each in parse(text.encode(), "day.yaml")[1]]


@pytest.mark.usefixtures("either_parser")
class TestReading:
    def test_groups_lists_texts_and_numbers_are_plain_data(self):
        tree = read("id: a\nday: 3\nnear: 0.5\nbeats:\n- {late: true, clock: null}\n- two\n")
        assert tree.value == {
            "id": "a",
            "day": 3,
            "near": 0.5,
            "beats": [{"late": True, "clock": None}, "two"],
        }

    def test_a_folded_text_is_one_line(self):
        assert read("text: >-\n  The lift\n  is out.\n").value == {"text": "The lift is out."}

    @pytest.mark.parametrize("word", ['"yes"', "'12:00'", '"2025-05-16"', '"010"', '"null"'])
    def test_in_quotes_everything_is_a_text(self, word: str):
        assert read(f"a: {word}\n").value == {"a": word[1:-1]}

    @pytest.mark.parametrize("text", ["3 a.m.", "rest >= 5", "yes please", "v1.0.3", "1-2", "~5", "five:30"])
    def test_what_yaml_does_not_guess_at_needs_no_quotes(self, text: str):
        assert read(f"a: {text}\n").value == {"a": text}

    def test_a_key_may_be_any_word(self):
        assert read("on: 1\nyes: 2\n12: 3\n").value == {"on": 1, "yes": 2, "12": 3}

    def test_a_long_number_stays_a_text(self):
        assert read(f"a: {'9' * 40}\n").value == {"a": "9" * 40}
        assert read(f"a: {'9' * 400}.5\n").value == {"a": f"{'9' * 400}.5"}

    def test_a_leading_mark_and_windows_line_ends_do_not_show(self):
        tree, wrong = parse(b"\xef\xbb\xbfid: a\r\nday: 2\r\n", "day.yaml")
        assert tree is not None
        assert (tree.value, wrong) == ({"id": "a", "day": 2}, [])


@pytest.mark.usefixtures("either_parser")
class TestPlaces:
    def test_a_value_and_its_key_know_where_they_stand(self):
        tree = read("id: a\nbeats:\n  - id: b\n    go: Go up\n")
        up = tree.at(("beats", 0, "go"))
        assert (up.line, up.column) == (4, 9)
        assert tree.at(("beats", 0)).keys["go"] == (4, 5)

    def test_in_the_short_form_too(self):
        tree = read("beats: [{id: b, go: Go up}]\n")
        up = tree.at(("beats", 0, "go"))
        assert (up.line, up.column) == (1, 21)

    def test_columns_count_characters_not_bytes(self):
        tree = read("a: {“é→”: one, two: Three}\n")
        assert tree.at(("a", "two")).column == 21

    def test_a_way_that_ends_early_leads_to_where_it_ends(self):
        tree = read("a:\n  b: c\n")
        assert tree.at(("a", "x", "y")) is tree.at(("a",))


@pytest.mark.usefixtures("either_parser")
class TestRefusing:
    @pytest.mark.parametrize("word", "y n yes no on off Yes NO On OFF True FALSE".split())
    def test_words_for_true_and_false(self, word: str):
        said = f"""YAML reads '{word}' as true or false; write "{word}" in quotes, or true, or false"""
        assert problems(f"a: {word}\n") == [f"1:4: {said}"]

    @pytest.mark.parametrize("time", ["12:00", "9:30", "1:30:00", "-1:30"])
    def test_clock_times(self, time: str):
        assert problems(f"a: {time}\n") == [
            f'1:4: YAML may read {time} as a number in base 60; write "{time}" in quotes'
        ]

    @pytest.mark.parametrize("date", ["2025-05-16", "2025-5-6", "2025-05-16T08:00:00", "2025-05-16 08:00"])
    def test_dates(self, date: str):
        assert problems(f"a: {date}\n") == [f'1:4: YAML may read {date} as a date; write "{date}" in quotes']

    @pytest.mark.parametrize("number", "010 0x1F 0b11 0o17 1_000 1e3 .5 5. .inf .NaN".split())
    def test_numbers_that_are_not_written_plainly(self, number: str):
        said = f'YAML may read {number} as another number; write it in plain digits, or "{number}" for a text'
        assert problems(f"a: {number}\n") == [f"1:4: {said}"]

    def test_a_repeated_key_at_its_second_place(self):
        text = "id: a\ntitle: One\ntitle: Two\n"
        assert problems(text) == ["3:1: 'title' stands here a second time; the first is on line 2"]

    def test_all_of_it_in_one_go(self):
        text = "a: yes\nb: 12:00\nb: *c\nd: !e f\n"
        assert [said.split(" ")[0] for said in problems(text)] == ["1:4:", "2:4:", "3:1:", "3:4:", "4:4:"]

    def test_nesting_one_level_too_deep(self):
        assert problems("[" * DEEPEST + "]" * DEEPEST) == []
        assert problems("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)) == [
            f"1:{DEEPEST + 1}: nested deeper than 24 levels"
        ]

    def test_a_file_one_byte_too_large(self):
        assert parse(b"#" * (LARGEST - 6) + b"\na: b\n", "day.yaml")[1] == []
        (problem,) = parse(b"#" * (LARGEST + 1), "day.yaml")[1]
        assert (problem.rule, problem.line) == ("file-too-large", 0)
        assert problem.what == "0.3 MB is too large; a script file has at most 256 KiB"

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("id: a\n\ttitle: b\n", "2:1: a tab; indent with spaces"),
            ("a: One: two\n", "1:7: a ':' inside a text; put the whole text in quotes"),
            (
                "id: a\ntitle b\nday: 1\n",
                "2:1: expected 'key: value' here; the ':' is missing, or the space after it",
            ),
            ("a: {b: - c}\n", "1:8: a list cannot begin here; put each '- ' on its own line"),
            ("a: {b: 'it's'}\n", f"1:12: {GOES_ON}"),
            (
                "a: {b: c #1}\nd: e\n",
                "1:10: from this '#' on, the line is a remark, its '}' too; put the text in quotes",
            ),
            ("a: {b: 'c #1}'\nd: e\n", "1:4: what opens here is never closed; a '}' is missing"),
            ('a: b\nc: "d\ne: f\n', "2:4: this quotation mark is never closed"),
            ("a: 'it's'\n", f"1:8: {GOES_ON}"),
            ("a: [b, c\nd: e\n", "1:4: what opens here is never closed; a ']' is missing"),
            ("a: {b: c]\n", "1:9: a ',' or the closing '}' is missing before this"),
            ('a: "b\\q"\n', r"1:6: between double quotes a '\' has a meaning of its own; write '\\' for one"),
            ("a: [b]]\n", "1:7: this ']' closes nothing; take it out, or put the text in quotes"),
            ("a: %b\n", "1:4: a text cannot begin with '%'; put it in quotes"),
            ("a: ** b\n", "1:4: a text cannot begin with '*'; put it in quotes"),
            ("a: & b\n", "1:4: a text cannot begin with '&'; put it in quotes"),
            ("a: - b\n", "1:4: a list cannot begin here; put each '- ' on its own line"),
            ("a: |b\n  c\n", "1:5: after '|' or '>' the text begins on the next line"),
            (": b\n", "1:1: there is no key before this ':'"),
            ("%YAML 3.0\n---\na: b\n", "1:1: a line cannot begin with '%'; take it out"),
            ("a:\n- b\n c: d\n", f"3:2: {DEEPER}"),
            (
                "A day\nid: a\n",
                "2:1: the line above is no 'key: value'; give it a key, or make it a remark with '#'",
            ),
            ("a:\n  - b: c\n   d: e\n", f"3:4: {OUT_OF_LINE}"),
        ],
    )
    def test_slips_of_the_pen_in_words_and_where_one_would_look(self, text: str, said: str):
        assert problems(text) == [said]


def test_where_libyaml_is_missing_a_question_mark_between_brackets_needs_quotes(monkeypatch: pytest.MonkeyPatch):
    assert problems("a: {b: Really?, c: d}\n") == []
    monkeypatch.setattr(yamltree, "Loader", yaml.SafeLoader)
    assert problems("a: {b: Really?, c: d}\n") == ["1:14: between brackets, a text with a '?' needs quotes"]


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="only libyaml gives up there")
def test_where_nothing_follows_a_colon_between_brackets():
    assert problems("a: {b:}\n") == [
        "1:6: nothing follows this ':'; write a space after it, and what belongs there"
    ]


YAMLISH = st.text(st.sampled_from("ab:-?[]{},#&*!|>'\"%@` \t\n\\x0🛗\x85\u2028\ufeff\x00"), max_size=60)


@pytest.mark.parametrize("loader", PARSERS, ids=lambda loader: loader.__name__)
@settings(deadline=None)
@given(raw=st.one_of(st.binary(max_size=80), YAMLISH.map(str.encode)))
@example(raw=b'"\\U00110000"')
@example(raw=b'"\\UFFFFFFFF"')
@example(raw=b"? [a]\n: b\n")
@example(raw=b"*a : b\nc: d\n")
@example(raw=b"\xef\xbb\xbf\xff")
def test_no_bytes_whatever_make_it_raise(loader: type, raw: bytes):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yamltree, "Loader", loader)
        tree, wrong = parse(raw, "day.yaml")
    assert tree is not None or wrong
    for problem in wrong:
        assert problem.what
        assert "\n" not in str(problem)
        assert problem.line <= raw.count(b"\n") + raw.count(b"\r") + 2


VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(-(10**9), 10**9), st.text("abc yes12:-#é“”", max_size=12)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.text("abcdé:- ", min_size=1, max_size=6), inner, max_size=4),
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(value=st.dictionaries(st.text("abc", min_size=1, max_size=4), VALUES, min_size=1, max_size=5))
def test_what_is_written_with_quotes_is_read_back(value: dict[str, object]):
    text = (
        yaml.safe_dump(value, default_style='"', allow_unicode=True).replace("!!int ", "").replace("!!bool ", "")
    )
    tree = read(text)
    assert tree.value == spelt(value)


def spelt(value: object) -> object:
    """A value with every number and truth as the text it is written as."""
    if isinstance(value, dict):
        return {key: spelt(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [spelt(inner) for inner in value]
    return value if isinstance(value, str) else str(value).lower()


@settings(deadline=None)
@given(value=VALUES)
def test_every_text_stands_where_its_node_says(value: object):
    lines = (text := yaml.safe_dump({"a": value}, allow_unicode=True, width=1_000)).splitlines()
    tree, wrong = parse(text.encode(), "day.yaml")
    assert tree is not None or wrong
    stack = [tree] if tree else []
    while stack:
        node = stack.pop()
        stack += node.inside.values()
        if isinstance(node.value, str) and node.value.isalnum():
            assert lines[node.line - 1][node.column - 1 :].lstrip("\"'").startswith(node.value)
