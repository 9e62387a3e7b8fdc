"""Names that are on no list."""

from __future__ import annotations

import pytest

from tests.proof.galleys import galley, said

THEN = "[{id: t, imagined: Ask Sigrid.}]"


@pytest.mark.parametrize(
    "text",
    [
        "You meet nobody on a Friday in May.",
        "Tea. Then nothing. ‘Up,’ says the framer.",
        "Rest and Home are low, and so is Craft.",
        "Put it into flat 3 C and I wait.",
        "Most Sundays are grey.",
    ],
)
def test_words_that_need_not_be_listed(text, tmp_path):
    assert said(galley(tmp_path, f'id: a, imagined: "{text}"'), "names") == []


def test_a_name_inside_a_sentence_is_reported_where_it_first_stands(tmp_path):
    of = galley(tmp_path, "id: a, imagined: You ask Sigrid.", "id: b, imagined: You ask Sigrid again.")
    assert said(of, "names") == [
        "scenes/example/01.yaml:4:31: 'Sigrid' looks like a name; "
        "leave a real person out, else add it to 'names' in story.yaml"
    ]


def test_a_name_that_the_ledger_knows_is_reported_where_a_sentence_starts_too(tmp_path):
    of = galley(tmp_path, "id: a, explained: Google is a company.")
    assert len(said(of, "names")) == 1


def test_a_listed_name_may_stand_anywhere(tmp_path):
    of = galley(tmp_path, "id: a, imagined: You ask Sigrid Undset.", spine="names: [Sigrid Undset]\n")
    assert said(of, "names") == []


def test_the_author_may_be_named(tmp_path):
    line = "id: a, reported: The post is by Calvin French-Owen., cites: [author-calvin-french-owen]"
    assert said(galley(tmp_path, line), "names") == []


@pytest.mark.parametrize(
    "step",
    [
        'id: q, tell: "Well, Sigrid?", ends: ["no", "yes"], as: q',
        'id: q, tell: "Well?", ends: ["for Sigrid", "yes"], as: q',
        'id: q, choose: "Well?", options: [{id: a, text: Ask Sigrid}, {id: b, text: Go}]',
        f'id: q, choose: "Well?", options: [{{id: a, text: A, then: {THEN}}}, {{id: b, text: B}}]',
        f'id: q, arrange: "Well?", items: [{{id: a, text: A}}, {{id: b, text: B}}], right: {{then: {THEN}}}',
    ],
)
def test_every_text_that_players_read_is_looked_at(step, tmp_path):
    assert len(said(galley(tmp_path, step), "names")) == 1
