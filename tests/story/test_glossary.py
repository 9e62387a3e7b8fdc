"""The glossary: which words of a text are terms, and what its file must keep to."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.script import open_story, script_at, shipped
from game.story import manifest
from game.story.folder import Script
from game.story.glossary import Glossary, Span, Term, terms_of
from game.story.glossary_file import read_glossary
from game.story.model import parts_of
from game.story.problems import BrokenScript
from game.story.whole import read_whole
from tests.story.cases import sound_story

REQUEST = Term(id="pull-request", term="pull request", forms=("pull requests",), means="A change handed in.")
MERGE = Term(id="merge", term="merge", forms=("merged", "merging"), means="To put a change in.", see=("conflict",))
CONFLICT = Term(id="conflict", term="conflict", forms=("merge conflict",), means="Two changes to one place.")
ON_CALL = Term(id="on-call", term="on call", forms=("on-call",), means="Rung up at night.")
TERMS = Glossary(terms=(REQUEST, MERGE, CONFLICT, ON_CALL), trade=("commit", "merge train", "API"))


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in TERMS.terms_in(text)]


# which words are terms


def test_a_term_is_found_where_it_stands():
    assert TERMS.terms_in("We merge it.") == [Span(3, 8, MERGE)]


def test_its_other_forms_count_in_small_letters_or_large():
    assert found("Merged, or MERGING? A Pull Request, or pull requests.") == [
        "Merged", "MERGING", "Pull Request", "pull requests",
    ]  # fmt: skip


def test_the_longest_run_of_words_is_the_term():
    assert TERMS.terms_in("A merge conflict.") == [Span(2, 16, CONFLICT)]


@pytest.mark.parametrize(
    "text", ["The submerged merger merges.", "A merge-free week.", "pull-request", "pullrequest"]
)
def test_only_whole_words_count(text: str):
    assert found(text) == []


@pytest.mark.parametrize("text", ["Pull. Request it.", "pull, request", "pull (request)"])
def test_words_that_only_follow_one_another_are_no_term(text: str):
    assert found(text) == []


def test_a_genitive_and_a_sign_beside_it_do_no_harm():
    assert found("The merge’s end: ‘merge’ (merge); merge–conflict.") == [
        "merge", "merge", "merge", "merge", "conflict",
    ]  # fmt: skip


def test_a_term_may_have_a_hyphen():
    assert found("On call, on-call.") == ["On call", "on-call"]


def test_somebody_else_s_words_are_left_alone():
    assert found("He wrote: “merge the pull request”. We merge.") == ["merge"]
    assert found("He wrote: “merge the pull request, and") == []


def test_a_term_in_a_text_broken_into_lines_is_one():
    assert found("a pull\n  request") == ["pull\n  request"]


def test_terms_of_texts_come_once_each_in_their_order():
    assert terms_of(["We merge.", "A pull request.", "Merged."], TERMS) == [MERGE, REQUEST]


@pytest.mark.parametrize("typed", ["merge", "MERGED", " pull  requests ", "pull-request"])
def test_a_term_is_found_by_any_of_its_forms_and_by_its_id(typed: str):
    assert TERMS.find(typed) in (MERGE, REQUEST)
    assert TERMS.find("submerge") is None


def test_an_empty_glossary_finds_nothing():
    assert Glossary().terms_in("We merge the pull request.") == []
    assert Glossary().unglossed("We commit.") == []


WORDS = ["merge", "merged", "pull", "request", "requests", "conflict", "on", "call", "a", "“", "”", ",", "–", "’s"]


@given(st.lists(st.sampled_from(WORDS)), st.sampled_from([" ", "  ", "\n"]))
def test_what_is_found_is_a_form_between_the_ends_of_words_and_outside_quotations(words: list[str], gap: str):
    text = gap.join(words)
    end = 0
    for span in TERMS.terms_in(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end
        said = " ".join(text[span.start : span.end].lower().split())
        assert said in (span.term.term, *span.term.forms)
        before, after = text[: span.start], text[span.end :]
        assert not re.search(r"\w\Z", before)
        assert not re.match(r"\w", after)
        assert before.count("“") == 0 or before.rindex("“") < before.rfind("”")


# words of the trade


def test_words_of_the_trade_that_no_term_explains_are_named():
    assert TERMS.unglossed("We Commit to the API, and merge.") == ["Commit", "API"]


def test_a_longer_word_of_the_trade_hides_the_term_in_it_and_the_other_way_round():
    assert TERMS.unglossed("A merge train.") == ["merge train"]
    assert TERMS.unglossed("A merge conflict.") == []


def test_quoted_words_of_the_trade_count():
    assert TERMS.unglossed("He wrote: “commit it”.") == ["commit"]


# its file


SOUND_TERMS = """terms:
  - id: merge
    term: merge
    forms: [merged]
    means: To put a change in with the others.
    see: [review]
  - {id: review, term: review, means: Somebody else reads it first.}
trade: [commit]
"""


@pytest.fixture
def script(tmp_path: Path) -> Script:
    scenes = sound_story(tmp_path / "story")
    (scenes.parent / "assets" / "glossary.yaml").write_text(SOUND_TERMS, "utf-8")
    return script_at(scenes)


def changed(script: Script, was: str, becomes: str) -> list[str]:
    """What is wrong with the glossary once one thing in it is changed."""
    assert SOUND_TERMS.count(was) == 1
    assert script.glossary
    script.glossary.write_text(SOUND_TERMS.replace(was, becomes), "utf-8")
    with pytest.raises(BrokenScript) as broken:
        read_glossary(script)
    return [f"{each.file}:{each.line}:{each.column}: {each.what}" for each in broken.value.problems]


def test_a_sound_file_is_read(script: Script):
    assert [term.id for term in read_glossary(script).terms] == ["merge", "review"]


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("id: review", "id: merge", "7:10: the id 'merge' stands twice in the glossary"),
        ("[merged]", "[merged, Review]", "7:24: 'review' stands already under 'merge'; take one out"),
        ("[commit]", "[commit, Merged]", "8:17: 'Merged' is explained under 'merge'; take it out of 'trade'"),
        ("[commit]", "[commit, Commit]", "8:17: 'Commit' stands here a second time"),
        ("[review]", "[reviews]", "6:11: unknown term 'reviews' (did you mean 'review'?)"),
        ("[review]", "[merge]", "6:11: 'merge' points at itself"),
        ("[commit]", "commit", "8:8: expected a list, got text; write [commit]"),
        (
            "a change in",
            "a change " + "very " * 40 + "far in",
            "5:12: 49 words; a term is explained in at most 40",
        ),
        (
            "a change in",
            "a commit in",
            "5:21: 'commit' is itself a word of the trade, and no term explains it; say it plainly",
        ),
        (
            "a change in",
            "a chänge in",
            "5:23: the character 'ä' (U+00E4) is not one that every terminal shows; take another",
        ),
        (
            "[merged]",
            "[merged!]",
            "4:13: 'merged!' is not a word, or a few: letters, with single spaces or hyphens between them",
        ),
        ("    term: merge", "    trem: merge", "3:5: unknown key 'trem' (did you mean 'term'?)"),
    ],
)
def test_a_slip_is_told_in_its_place(script: Script, was: str, becomes: str, said: str):
    assert f"assets/glossary.yaml:{said}" in changed(script, was, becomes)


def test_check_tells_of_it_with_everything_else(script: Script):
    changed(script, "[review]", "[merge]")
    with pytest.raises(BrokenScript) as broken:
        read_whole(script)
    assert [str(each) for each in broken.value.problems] == [
        "assets/glossary.yaml:6:11: error[sees-itself] 'merge' points at itself"
    ]


def test_a_script_without_one_of_its_own_uses_the_games(tmp_path: Path):
    script = script_at(sound_story(tmp_path / "story"))
    assert script.glossary == shipped().glossary
    assert read_glossary(script_at(shipped().scenes)) == read_glossary(shipped())


def test_a_script_may_have_none():
    assert read_glossary(shipped()._replace(glossary=None)) == Glossary()


def test_a_story_has_it_whether_it_was_read_whole_or_from_the_cache(script: Script, tmp_path: Path):
    fresh = open_story(script, tmp_path / "cache")
    again = open_story(script, tmp_path / "cache")
    assert [term.id for term in fresh.glossary.terms] == ["merge", "review"]
    assert again.glossary == fresh.glossary


def test_a_change_of_it_is_noticed(script: Script, tmp_path: Path):
    open_story(script, tmp_path / "cache")
    assert script.glossary
    script.glossary.write_text(SOUND_TERMS.replace("reads it first", "has to read it first"), "utf-8")
    means = open_story(script, tmp_path / "cache").glossary.by_id["review"].means
    assert means == "Somebody else has to read it first."


def test_a_cached_story_opens_without_parsing_it(script: Script, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    open_story(script, tmp_path / "cache")
    read: list[object] = []
    monkeypatch.setattr(manifest, "glossary_in", lambda known: read.append(known) or Glossary())
    story = open_story(script, tmp_path / "cache")
    story.scene(0)
    assert read == []
    assert story.glossary == Glossary()
    assert len(read) == 1


# the one that ships


@pytest.fixture(scope="module")
def ours() -> Glossary:
    return read_glossary(shipped())


def test_it_explains_what_everybody_asks_about(ours: Glossary):
    for word in (
        "monolith deploy release review merge repository agent flag rollback canary batch branch test bug "
        "version code software server app application launch traffic feature sprint prototype bisect conflict"
    ).split():
        assert ours.find(word), word
    for words in ("pull requests", "blast radius", "technical debt", "on call", "live stream"):
        assert ours.find(words), words


def test_it_is_listed_in_alphabetical_order(ours: Glossary):
    assert [term.term for term in ours.listed] == sorted(term.term for term in ours.terms)


def test_it_makes_no_claim_about_the_sprint(ours: Glossary):
    for term in ours.terms:
        assert not re.search(r"OpenAI|Codex|French|Calvin|\d", term.means), term.id


def test_every_word_of_the_trade_in_the_story_is_a_term():
    read = read_whole(shipped())
    for told in (read.spine, *(sheet.scene for sheet in read.sheets)):
        for path, part in parts_of(told):
            if isinstance(part, str) and path[-1] != "id":
                assert read.glossary.unglossed(part) == [], path


def test_it_is_carried_by_a_manifest_as_it_is(ours: Glossary):
    assert msgspec.json.decode(msgspec.json.encode(ours), type=Glossary) == ours
