"""The log of everything that was said."""

from __future__ import annotations

from game.screens.day import DayScreen
from game.screens.reading import Scroll
from tests.screens.conftest import playing, sitting
from tests.screens.stage import seen
from tests.stories import every_kind, unkept, walk


async def test_it_opens_at_the_end_and_has_the_question_on_the_table(at):
    app = at("tired")
    async with sitting(app) as pilot:
        await pilot.press("l")
        await pilot.pause()
        assert "What happens to it tonight?" in seen(app)
        assert app.screen.query_one(Scroll).is_vertical_scroll_end


async def test_it_holds_the_answers_the_days_and_what_they_changed(at):
    app = at("so")
    async with sitting(app, (100, 500)) as pilot:
        await pilot.press("l")
        text = seen(app)
        for words in ("Week 1: The start", "Day 1, Friday", "How many?", " of 5"):
            assert words in text
        assert "What happens to it tonight?" in text
        assert "The first is told." in text
        assert "your envelope, opened" in text
        assert (
            text.index("The first is told.")
            < text.index("The thursday is told.")
            < text.index("The record of hour.")
        )


async def test_pages_and_ends(at):
    app = at("so")
    async with sitting(app) as pilot:
        await pilot.press("l")
        await pilot.pause()
        scroll = app.screen.query_one(Scroll)
        last = scroll.scroll_offset.y
        await pilot.press("pageup")
        assert 0 < last - scroll.scroll_offset.y <= 24
        await pilot.press("home")
        await pilot.pause()
        assert scroll.scroll_offset.y == 0
        assert "The first is told." in seen(app)
        await pilot.press("space", "down")
        assert scroll.scroll_offset.y > 10
        await pilot.press("end", "l")
        assert isinstance(app.screen, DayScreen)


async def test_moves_of_one_question_stand_under_one_prompt():
    run = unkept(every_kind())
    while run.now().question.id != "light":
        walk(run, 1)
    for move in ("meter", "lamp", "fuse"):
        run.answer(move)
    app = playing(run)
    async with sitting(app, (100, 200)) as pilot:
        await pilot.press("l")
        assert seen(app).count("No light.") == 1
        assert "> Measure: Bad: the fault is among them." in seen(app)


async def test_it_is_set_anew_when_the_window_changes(at):
    app = at("so")
    async with sitting(app) as pilot:
        await pilot.press("l")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert max(map(len, seen(app).splitlines())) <= 60
        assert "and-so" not in seen(app)
        assert app.screen.query_one(Scroll).is_vertical_scroll_end
