"""What stands behind a line, in words."""

from __future__ import annotations

import pytest

from game.script import shipped
from game.sources import SourceNote, articles_of, note_of, sources_of, spelt_out
from game.story.beat import Imagined, Reported
from game.story.ledger import Ledger
from game.story.whole import read_ledger
from tests.ledgers import LEDGER


def note(name: str) -> SourceNote:
    entry = LEDGER.find(name)
    assert entry is not None
    return note_of(entry, LEDGER)


def said(name: str) -> dict[str, str]:
    return dict(note(name).lines)


def test_a_line_has_a_note_for_every_entry_it_cites_in_that_order():
    beat = Reported(id="x", text="Four hours.", cites=("eight", "four"))
    assert [each.id for each in sources_of(beat, LEDGER)] == ["eight", "four"]


def test_a_line_that_cites_nothing_has_none():
    assert sources_of(Imagined(id="x", text="A kettle."), LEDGER) == []


def test_a_fact_says_where_it_stands_in_both_articles():
    assert said("four")["where"] == "The Portuguese article, paragraph 7; the Vietnamese article, paragraph 9."
    assert said("four")["compared"] == "Both articles have it."


def test_several_paragraphs_of_one_article_are_named_together():
    assert said("twice")["where"].startswith("The Portuguese article, paragraphs 1 and 4; the Vietnamese")


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("title", "The Portuguese article, headline; the Vietnamese article, headline."),
        ("worth", "The Portuguese article, subheading above paragraph 8."),
    ],
)
def test_places_outside_the_paragraphs_have_their_names(name: str, where: str):
    assert said(name)["where"] == where


def test_what_only_one_article_has_is_said_to_be_so():
    assert said("eight")["compared"] == "Only the Portuguese article has it."
    assert said("dark")["compared"] == "Only the Vietnamese article has it."


def test_short_names_of_the_articles_are_written_out():
    assert said("twice")["compared"] == "The Portuguese article gives it twice; the Vietnamese article once."
    assert note("dark").statement == "The Vietnamese article calls it dark."
    assert spelt_out("PT's word; in VI: VI. VI page.", LEDGER) == (
        "The Portuguese article's word; in the Vietnamese article: the Vietnamese article. The Vietnamese page."
    )


def test_without_articles_the_short_names_stay():
    assert spelt_out("PT says so.", Ledger(articles={}, facts=())) == "PT says so."


def test_who_says_it_is_told_unless_it_is_the_article_itself():
    assert said("twice")["said by"] == "French-Owen, quoted."
    assert "said by" not in said("four")
    assert "said by" not in said("title")


def test_his_own_words_stand_in_quotation_marks():
    assert said("twice")["in his words"] == "“hardest I've worked”"


def test_a_worked_figure_has_its_formula_and_everything_it_rests_on():
    lines = note("gap").lines
    assert ("formula", "08:00 - 04:00 = 4:00") in lines
    assert (
        "from",
        "They were up until 4 (the Portuguese article, paragraph 7; the Vietnamese article, paragraph 9).",
    ) in lines
    assert [text for label, text in lines if label == "from"][1].startswith("It was announced at 8 (")


def test_what_a_figure_rests_on_is_told_once_however_far_down():
    assert [text.split(".")[0] for label, text in note("twice-gap").lines if label == "from"] == [
        "That is four hours",
        "They were up until 4 (the Portuguese article, paragraph 7; the Vietnamese article, paragraph 9)",
        "It was announced at 8 (the Portuguese article, paragraph 7)",
    ]  # fmt: skip


def test_what_was_found_elsewhere_says_where():
    assert note("preview").addresses == ("https://example.org/a", "a log")
    assert note("four").addresses == ("https://example.org/vi",)


def test_a_retelling_says_what_is_wrong_with_it():
    assert note("coffee").lines[:3] == (
        ("a retelling", "It adds coffee."),
        ("against it", "None is known."),
        ("the slip", "Invented."),
    )


def test_the_articles_are_named_with_their_addresses():
    assert articles_of(LEDGER) == [
        "The Portuguese article: no address of it is known",
        "The Vietnamese article: https://example.org/vi",
    ]


def test_every_entry_of_the_shipped_ledger_can_be_told():
    ledger = read_ledger(shipped())
    for entry in ledger.by_id.values():
        told = note_of(entry, ledger)
        text = " ".join(line.text for line in told.lines)
        assert told.lines[0].text
        assert " PT " not in text and " VI " not in text, text
