"""What a line says is held against the ledger: its sources, numbers, times, names and quotations."""

from __future__ import annotations

import pytest

from game.script import script_at
from game.story import beat as beats
from game.story.provenance import Provenance
from game.story.whole import read_ledger
from tests.story.cases import SOUND

KINDS = {kind.__struct_config__.tag: kind for kind in beats.AnyBeat.__args__}
SEVEN, FOUR, GOOGLE, AUTHOR = "seven-weeks", "up-until-0400", "rival-google", "author-calvin-french-owen"


@pytest.fixture(scope="module")
def provenance() -> Provenance:
    return Provenance(read_ledger(script_at(SOUND / "scenes")))


@pytest.fixture
def remarks(provenance: Provenance):
    def say(kind: str, text: str, *cites: str) -> list[tuple[str, str]]:
        beat = KINDS[kind](id="a-line", text=text, cites=cites)
        return [(".".join(map(str, where)), said.what) for where, said in provenance.remarks(beat)]

    return say


@pytest.mark.parametrize(
    ("kind", "text", "cites"),
    [
        ("reported", "It took seven weeks.", [SEVEN]),
        ("reported", "It took 7 weeks, and Google was the rival.", [SEVEN, GOOGLE]),
        ("reported", "They were up until 4 a.m.", [FOUR]),
        ("reported", "Five of them saw 04:00.", [FOUR]),
        ("reported", "His words are “five of us stayed up until 4a”.", [FOUR]),
        ("quoted", "He wrote: “five of us stayed up until 4a.”", [FOUR]),
        ("worked", "Seven times 7 is 49 days.", ["d-days"]),
        ("worked", "In 49 days Google did not move.", ["d-days", GOOGLE]),
        ("outside", "There were about 17 of them.", ["x-team"]),
        ("outside", "One telling adds coffee.", ["r-coffee"]),
        ("explained", "A week has 7 days. Monday is one.", []),
        ("imagined", "At 3 a.m. the kettle whistles for Anna.", []),
    ],
)
def test_a_line_that_its_sources_carry_is_left_alone(remarks, kind: str, text: str, cites: list[str]):
    assert remarks(kind, text, *cites) == []


def test_what_a_worked_figure_rests_on_carries_too(remarks):
    assert remarks("worked", "From seven weeks come 49 days.", "d-days") == []


@pytest.mark.parametrize(
    ("kind", "entry", "said"),
    [
        (
            "reported",
            "d-days",
            "'d-days' is a worked figure; a line that is reported cites a fact of the articles",
        ),
        (
            "reported",
            "x-team",
            "'x-team' is an outside fact; a line that is reported cites a fact of the articles",
        ),
        ("quoted", "r-coffee", "'r-coffee' is a retelling; a line that is quoted cites a fact of the articles"),
        (
            "outside",
            SEVEN,
            "'seven-weeks' is a fact of the articles; a line that is outside cites an outside fact or a retelling",
        ),
    ],
)
def test_a_kind_cites_its_own_entries(remarks, kind: str, entry: str, said: str):
    assert ("cites.0", said) in remarks(kind, "“It” is so.", entry)


@pytest.mark.parametrize("kind", ["imagined", "explained"])
def test_what_is_no_claim_cites_nothing(remarks, kind: str):
    said = f"a line that is {kind} cites nothing; leave 'cites' out, or report what the articles say"
    assert remarks(kind, "A week is a week.", SEVEN) == [("cites.0", said)]


@pytest.mark.parametrize("kind", ["quoted", "reported", "worked", "outside"])
def test_what_is_a_claim_cites_something(remarks, kind: str):
    assert remarks(kind, "It is so.") == [("text", f"a line that is {kind} says what it rests on: add 'cites'")]


def test_an_unknown_fact_is_all_that_is_said_of_a_line(remarks):
    assert remarks("reported", "It took 9 weeks.", "seven-week", SEVEN) == [
        ("cites.0", "unknown fact 'seven-week' (did you mean 'seven-weeks'?)")
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It took eight weeks.", "8"),
        ("It took 7 weeks and 12 nights.", "12"),
        ("Until 4:30, for seven weeks.", "4:30"),
    ],
)
def test_a_figure_from_nowhere(remarks, text: str, figure: str):
    said = f"the figure {figure} is in nothing this line cites; cite what has it, or leave it out"
    assert remarks("reported", text, SEVEN) == [("text", said)]


@pytest.mark.parametrize(
    "text", ["It took Anna seven weeks.", "On a Monday it was seven weeks.", "Google took seven."]
)
def test_a_name_from_nowhere(remarks, text: str):
    ((where, what),) = remarks("reported", text, SEVEN)
    assert where == "text"
    assert what.endswith("is in nothing this line cites; cite what has it, or leave it out")


@pytest.mark.parametrize(
    "text",
    ["He wrote “five of us were up until 4a”.", "He wrote “five of us stayed up”.", "He wrote “Up until 4a.”"],
)
def test_a_quotation_is_the_phrase_and_nothing_but_the_phrase(remarks, text: str):
    ((where, what),) = remarks("quoted", text, FOUR)
    assert where == "text"
    assert what.endswith("is not word for word the 'quoted_phrase' of a fact this line cites")


def test_a_quoted_line_holds_a_quotation(remarks):
    said = "a quoted line holds the quotation between “ and ”"
    assert remarks("quoted", "Five of them were up until four.", FOUR) == [("text", said)]


@pytest.mark.parametrize("text", ["French-Owen makes tea.", "You make tea for Calvin.", "It is Calvin’s tea."])
def test_nothing_is_made_up_about_a_real_person(remarks, text: str):
    ((where, what),) = remarks("imagined", text)
    assert where == "text"
    assert what.endswith("is a real person, and nothing is made up about real people; leave the name out")
