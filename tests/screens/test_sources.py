"""The sources of what is on the screen."""

from __future__ import annotations

import pytest

from game.screens.widgets import page
from tests.screens.conftest import playing, reach, sitting
from tests.screens.stage import seen
from tests.stories import every_kind, unkept


def words(app) -> str:
    return " ".join(seen(app).split())


@pytest.fixture
async def sources(at):
    """What the sources of the day with a beat of every kind say, as one line of words."""
    app = at("tired")
    async with sitting(app, (100, 90)) as pilot:
        await pilot.press("s")
        yield words(app)


async def test_every_line_has_its_kind_and_what_the_mark_promises(sources):
    for mark, kind in zip(
        "❝■∑▲?◇", ("quoted", "reported", "worked", "outside", "explained", "imagined"), strict=True
    ):
        assert f"{mark} " in sources
        assert f"{kind}: " in sources


async def test_a_fact_has_its_statement_its_articles_and_paragraphs(sources):
    assert "ledger They were up until 4." in sources
    assert "where The Portuguese article, paragraph 7; the Vietnamese article, paragraph 9." in sources


async def test_it_says_how_the_two_differ_and_what_he_said_himself(sources):
    assert "compared The Portuguese article gives it twice; the Vietnamese article once." in sources
    assert "in his words “hardest I've worked”" in sources


async def test_a_worked_figure_has_its_formula_and_what_it_rests_on(sources):
    assert "formula 08:00 - 04:00 = 4:00" in sources
    assert "from It was announced at 8 (the Portuguese article, paragraph 7)." in sources


async def test_what_is_from_outside_has_its_addresses(sources):
    assert "found at https://example.org/a" in sources


async def test_both_articles_are_named(sources):
    assert "The two articles The Portuguese article" in sources
    assert "https://example.org/vi" in sources.partition("The two articles")[2]


async def test_only_what_has_been_told_has_sources_shown(sample, monkeypatch):
    monkeypatch.setattr(page, "SECONDS_A_WORD", 60)
    monkeypatch.setattr(page, "LONGEST_WAIT", 60)
    app = playing(reach(sample, "tired"), still=False)
    async with sitting(app, (100, 60)) as pilot:
        app.screen.action_sources()
        await pilot.pause()
        assert "They were up until 4." in seen(app)
        assert "hardest" not in seen(app)


async def test_labels_stand_above_their_text_where_it_is_narrow(at):
    app = at("tired")
    async with sitting(app, (60, 40)) as pilot:
        app.screen.action_sources()
        await pilot.pause()
        assert "They were up until 4." in seen(app)
        assert max(map(len, seen(app).splitlines())) <= 60


async def test_a_screen_without_lines_says_so():
    run = unkept(every_kind())
    reach(run, "hours")
    app = playing(run)
    async with sitting(app) as pilot:
        await pilot.press("s")
        assert "Nothing has been told on this screen." in seen(app)
