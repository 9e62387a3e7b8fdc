"""Terms on the page, and the glossary that explains them."""

from __future__ import annotations

import pytest
from textual.geometry import Offset

from game.screens.app import SevenWeeks
from game.screens.day import DayScreen
from game.screens.glossary import GlossaryScreen
from game.screens.reading import Scroll
from game.screens.themes import THEMES
from game.screens.widgets.drawn import flowing, inked
from game.screens.widgets.terms import UNDERLINED, first_times, marked
from game.story.glossary import Span
from game.story.story import Story
from tests.glossaries import GLOSSARY, MERGE, REQUEST, explained_story
from tests.screens.conftest import LOOKS, playing, sitting
from tests.screens.stage import seen
from tests.stories import every_kind, unkept, walk


@pytest.fixture
def app() -> SevenWeeks:
    return playing(unkept(explained_story()))


def underlined(app: SevenWeeks) -> list[str]:
    """What is underlined on the screen, row by row."""
    return [
        segment.text
        for strip in app.screen._compositor.render_strips()
        for segment in strip
        if segment.style and segment.style.underline
    ]


def where(app: SevenWeeks, text: str) -> Offset:
    """Where a text first stands on the screen."""
    rows = seen(app).splitlines()
    y = next(at for at, row in enumerate(rows) if text in row)
    return Offset(rows[y].index(text), y)


def words(app: SevenWeeks) -> str:
    return " ".join(seen(app).split())


# on the page


async def test_a_term_is_underlined_where_it_first_stands_and_not_in_a_quotation(app):
    async with sitting(app):
        assert underlined(app) == ["merge", "pull request", "review"]
        assert where(app, "the review?").y > where(app, "“a review”").y


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ascii_only", [False, True])
async def test_it_is_underlined_in_every_theme_and_with_plain_characters(theme: str, ascii_only: bool):
    app = playing(unkept(explained_story()), theme=theme, ascii_only=ascii_only)
    async with sitting(app):
        assert underlined(app) == ["merge", "pull request", "review"]


async def test_it_has_the_colour_of_the_text_around_it(app):
    async with sitting(app):
        styles = {
            segment.text.strip(): segment.style
            for strip in app.screen._compositor.render_strips()
            for segment in strip
        }
        assert styles["merge"].color == styles["You"].color


async def test_one_that_goes_over_the_end_of_a_line_is_marked_in_both():
    app = playing(unkept(explained_story()))
    async with sitting(app, (60, 24)):
        assert "".join(underlined(app)).replace(" ", "") == "mergepullrequestreview"


def test_every_character_of_a_term_is_marked_at_any_width():
    text = "You merge a pull request and a pull request, unmerged; merge."
    spans = GLOSSARY.terms_in(text)
    for width in range(10, 70):
        lines = marked(flowing(text, width, first=inked("? ", "ink")), text, spans, 2)
        got = [line.plain[a:b] for line in lines for a, b, style in line.spans if style != "ink" and a >= 2]
        assert "".join(got).replace(" ", "") == "mergepullrequestpullrequestmerge", width


def test_each_term_is_marked_once():
    seen_before: set[str] = set()
    assert first_times("Merged: merge the pull request.", GLOSSARY, seen_before) == [
        Span(0, 6, MERGE),
        Span(18, 30, REQUEST),
    ]
    assert first_times("Another pull request.", GLOSSARY, seen_before) == []


def test_a_text_without_terms_is_left_as_it_is():
    lines = flowing("Nothing of the kind.", 40)
    assert marked(lines, "Nothing of the kind.", []) is lines
    assert UNDERLINED.underline


async def test_terms_come_in_with_their_lines():
    app = playing(unkept(explained_story()), still=False)
    async with sitting(app) as pilot:
        assert underlined(app) == ["merge", "pull request"]
        await pilot.click(offset=where(app, "merge"))
        await pilot.pause()
        assert isinstance(app.screen, DayScreen)
        assert underlined(app) == ["merge", "pull request", "review"]


async def test_the_foot_has_the_key_where_there_is_a_term(app):
    async with sitting(app, (100, 30)) as pilot:
        assert "g words" in seen(app).splitlines()[-1]
        await pilot.press("1")
        assert "The next is told." in seen(app)
        assert "g words" not in seen(app)


async def test_without_a_glossary_nothing_is_marked():
    app = playing(unkept(every_kind()))
    async with sitting(app) as pilot:
        assert underlined(app) == []
        await pilot.press("g")
        assert "There are no words here to explain." in seen(app)


# the glossary


async def test_g_opens_it_with_the_terms_of_the_screen_first_and_closes_it(app):
    async with sitting(app, (100, 40)) as pilot:
        await pilot.press("g")
        assert isinstance(app.screen, GlossaryScreen)
        text = words(app)
        for one, next_one in (
            ("On this screen", "To put a change in"),
            ("To put a change in", "A change, handed in"),
            ("A change, handed in", "Somebody else reads"),
            ("Somebody else reads", "A few who get"),
        ):
            assert text.index(one) < text.index(next_one)
        await pilot.press("g")
        assert isinstance(app.screen, DayScreen)


async def test_all_others_come_in_alphabetical_order(app):
    walk(app.played, 1)
    async with sitting(app, (100, 40)) as pilot:
        await pilot.press("g")
        text = words(app)
        assert "On this screen" not in text
        assert (
            text.index("canary") < text.index("merge") < text.index("pull request") < text.index("review Somebody")
        )


async def test_a_click_on_a_term_opens_it_there(app):
    async with sitting(app) as pilot:
        await pilot.click(offset=where(app, "pull request"))
        assert isinstance(app.screen, GlossaryScreen)
        rows = [row.strip() for row in seen(app).splitlines() if row.strip()]
        assert rows[1] == "You asked for"
        assert rows[2].startswith("pull request     A change, handed in")


async def test_so_does_one_in_a_prompt(app):
    async with sitting(app) as pilot:
        await pilot.click(offset=where(app, "review?"))
        assert words(app).index("You asked for") < words(app).index("review Somebody") < words(app).index("merge")


async def test_a_click_on_a_term_that_belongs_to_it_leads_on(app):
    async with sitting(app) as pilot:
        await pilot.press("g")
        assert "See also pull request and review." in seen(app)
        await pilot.click(offset=where(app, "review."))
        assert "You asked for" in seen(app)
        rows = [row.strip() for row in seen(app).splitlines() if row.strip()]
        assert rows[2].startswith("review ")


async def test_it_scrolls_and_a_click_goes_back_to_the_top(shipped_story: Story):
    app = playing(unkept(shipped_story))
    async with sitting(app) as pilot:
        await pilot.press("g", "end")
        await pilot.pause()
        assert "See also repository and rollback." in seen(app)
        await pilot.click(offset=where(app, "rollback."))
        await pilot.pause()
        assert "You asked for" in seen(app)
        assert "Going back to what last worked." in words(app)


async def test_it_is_set_anew_when_the_window_changes(app):
    async with sitting(app, (100, 30)) as pilot:
        await pilot.press("g")
        assert "A few who get a change before everybody does." in seen(app)
        await pilot.resize_terminal(60, 30)
        await pilot.pause()
        assert "A few who get a change before everybody does." not in seen(app)
        assert "A few who get a change before everybody does." in words(app)


async def test_nothing_of_it_is_behind_the_scrollbar(shipped_story: Story):
    app = playing(unkept(shipped_story))
    async with sitting(app, (60, 20)) as pilot:
        await pilot.press("g")
        await pilot.pause()
        scroll = app.screen.query_one(Scroll)
        assert scroll.show_vertical_scrollbar
        assert scroll.virtual_size.width <= scroll.scrollable_content_region.width


async def test_the_page_of_keys_and_the_palette_have_it(app):
    async with sitting(app, (100, 60)) as pilot:
        await pilot.press("question_mark")
        assert "what words of the trade mean" in seen(app)
        await pilot.press("question_mark", "ctrl+p")
        await pilot.pause()
        await pilot.press(*"words", "enter")
        await pilot.pause()
        assert isinstance(app.screen, GlossaryScreen)


@LOOKS
@pytest.mark.parametrize("screen", ["page", "glossary"])
def test_it_looks_as_it_did(snap_compare, screen: str, size: tuple[int, int], theme: str):
    app = playing(unkept(explained_story()), theme=theme)
    assert snap_compare(app, terminal_size=size, press=["g"] if screen == "glossary" else [])
