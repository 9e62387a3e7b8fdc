"""Every kind of question, answered by keyboard, and by mouse where that is natural."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from game.run import Run
from game.screens.app import SevenWeeks
from game.screens.day import DayScreen
from game.screens.questions import WIDGETS, widget_for
from game.screens.questions.base import Asked
from game.story.questions import AnyQuestion, Predict
from game.story.questions.go import Tally
from game.story.questions.predict import Possible
from tests.screens.conftest import TIRED, asking, playing, sitting
from tests.screens.stage import seen
from tests.stories import (
    arrange,
    choose,
    every_kind,
    find,
    fix,
    go,
    night,
    number,
    option,
    scene,
    spend,
    story,
    tell,
    told,
    unkept,
)


def given(app: SevenWeeks) -> object:
    """The last answer that the run took."""
    return app.played.past()[-1][1] if app.played and app.played.past() else "nothing"


async def click(pilot: Pilot[object], text: str) -> None:
    """Click on the first letter of a text on the screen."""
    app = pilot.app
    assert isinstance(app, SevenWeeks)
    await pilot.pause()
    for y, line in enumerate(seen(app).splitlines()):
        if text in line:
            await pilot.click(offset=(line.index(text), y))
            await pilot.pause()
            return
    raise AssertionError(f"{text!r} is not on the screen:\n{seen(app)}")


def test_every_kind_has_its_widget():
    kinds = {kind.__struct_config__.tag for kind in AnyQuestion.__args__}
    assert set(WIDGETS) == kinds
    asked = [step for place in range(6) for step in every_kind().scene(place).beats if hasattr(step, "refusal")]
    for question in (*asked, Tally(id="sum", text="So."), fix("annex"), night("tonight")):
        assert widget_for(question).__name__ == WIDGETS[question.kind]


async def test_go_takes_enter_space_and_a_click():
    for press in ("enter", "space", ""):
        app = asking(go("up"))
        async with sitting(app) as pilot:
            await (pilot.press(press) if press else click(pilot, "Go on"))
            assert given(app) is None
            assert "The after is told." in seen(app)


async def test_choose_takes_a_digit_at_once():
    app = asking(TIRED)
    async with sitting(app) as pilot:
        await pilot.press("2")
        assert given(app) == "review"
        assert "> Stay, and review it together." in seen(app)


async def test_choose_takes_arrows_and_enter_and_passes_what_is_struck_out():
    app = asking(TIRED)
    async with sitting(app) as pilot:
        await pilot.press("up")
        assert "▸Leave it until Monday." in seen(app)
        await pilot.press("down", "down", "enter")
        assert given(app) == "review"


async def test_choose_takes_a_click():
    app = asking(TIRED)
    async with sitting(app) as pilot:
        await click(pilot, "Leave it")
        assert given(app) == "monday"


async def test_what_is_struck_out_stays_with_its_reason_and_says_it_when_pressed():
    app = asking(TIRED)
    async with sitting(app) as pilot:
        struck = next(line for line in seen(app).splitlines() if "Write the tests" in line)
        assert "rest 7, needs 11" in struck
        await pilot.press("4", "9")
        assert given(app) == "nothing"
        assert "! Not tonight: rest 7, needs 11." in seen(app)


async def test_predict_takes_a_typed_number_and_how_sure():
    app = asking(number("hour"))
    async with sitting(app) as pilot:
        await pilot.press("1", "3", "backspace", "2", "enter")
        assert "12 hours" in seen(app)
        assert "How sure are you?" in seen(app)
        await pilot.press("4", "enter")
        assert given(app) == {"guess": 12, "sure": 4}
        assert "┌─ sealed ─" in seen(app)
        assert "████· 4 of 5" in seen(app)


async def test_predict_takes_arrows_and_goes_back_a_step():
    app = asking(number("hour"))
    async with sitting(app) as pilot:
        await pilot.press("right", "right", "up", "left", "enter", "left", "right", "backspace")
        assert "How sure" not in seen(app).splitlines()[-3]
        await pilot.press("down", "enter", "right", "enter")
        assert given(app) == {"guess": 12, "sure": 5}


async def test_predict_says_what_is_missing_or_out_of_bounds():
    app = asking(number("hour"))
    async with sitting(app) as pilot:
        await pilot.press("enter")
        assert "! Guess a number." in seen(app)
        await pilot.press("9", "9", "enter")
        assert "! Guess a number from 0 to 24." in seen(app)
        await pilot.press("backspace", "enter", "enter")
        assert "! Say how sure you are first" in seen(app)
        assert given(app) == "nothing"


async def test_predict_begins_anew_after_a_number_that_cannot_be():
    app = asking(number("hour"))
    async with sitting(app) as pilot:
        await pilot.press("9", "9", "enter", "1", "2", "enter", "4", "enter")
        assert given(app) == {"guess": 12, "sure": 4}


async def test_predict_takes_clicks_on_its_ruler_and_its_scale():
    app = asking(number("hour"))
    async with sitting(app) as pilot:
        await click(pilot, "─")
        await click(pilot, "how sure are you?")
        await click(pilot, "2       3")
        await click(pilot, "seal the envelope")
        assert given(app) == {"guess": 0, "sure": 2}


async def test_predict_asked_again_in_a_later_play_says_which_guess_counts():
    run = unkept(every_kind())
    run.answer({"guess": 7, "sure": 2})
    for answer in (None, {"sofa": 4}, ["branch", "review", "merge"], 3, "fuse"):
        run.answer(answer)
    app = playing(run.go(1))
    async with sitting(app):
        assert "You sealed 7 hours here before." in seen(app)


async def test_predict_writes_large_numbers_so_that_they_can_be_read():
    large = Predict(
        id="many", text="How many?", right=630_000, lowest=0, highest=2_000_000, near=50_000, unit="requests"
    )
    app = asking(large)
    async with sitting(app) as pilot:
        await pilot.press("up")
        assert " 1,000,000  requests" in seen(app)
        assert "2,000,000" in seen(app)
        await pilot.press(*["backspace"] * 2)
        assert " 10,000  requests" in seen(app)


async def test_predict_counts_one_thing_as_one_and_takes_half_a_number():
    app = asking(Predict(id="p", text="How many?", right=4, lowest=1, highest=7, unit="weekends", one="weekend"))
    async with sitting(app) as pilot:
        await pilot.press("1")
        assert " 1  weekend " in seen(app)
        await pilot.press("backspace", ".")
        assert " .  weekends" in seen(app)


LISTED = Predict(
    id="why",
    text="Why?",
    right="b",
    answers=(Possible(id="a", text="For fun."), Possible(id="b", text="For May.")),
)


async def test_predict_takes_an_answer_from_a_list():
    for presses in (("2", "1", "enter"), ("down", "enter", "1", "enter")):
        app = asking(LISTED)
        async with sitting(app) as pilot:
            await pilot.press(*presses)
            assert given(app) == {"guess": "b", "sure": 1}
    app = asking(LISTED)
    async with sitting(app) as pilot:
        await click(pilot, "For fun.")
        await pilot.press("5", "enter")
        assert given(app) == {"guess": "a", "sure": 5}


async def test_spend_gives_and_takes_until_nothing_is_left():
    app = asking(spend("hours"))
    async with sitting(app) as pilot:
        await pilot.press("right", "right", "left", "down", "right", "3", "3")
        assert "left  ····  0 of 4 hours" in seen(app)
        await pilot.press("enter")
        assert given(app) == {"desk": 1, "sofa": 1, "home": 2}


async def test_spend_says_why_it_cannot_be_so_yet():
    app = asking(spend("hours"))
    async with sitting(app) as pilot:
        await pilot.press("enter")
        assert "! 0 of 4 spent; all of it goes somewhere." in seen(app)
        await pilot.press("3", "3", "3")
        assert "! At most 2 can go there." in seen(app)
        await pilot.press("1", "1", "2")
        assert "! Nothing is left." in seen(app)
        assert given(app) == "nothing"


async def test_spend_takes_clicks_on_plus_and_minus():
    app = asking(spend("hours"))
    async with sitting(app) as pilot:
        await click(pilot, "+   The sofa")
        await click(pilot, "- █···")
        for _ in range(4):
            await click(pilot, "+  ▸The sofa")
        await click(pilot, "spend it so")
        assert given(app) == {"sofa": 4}


def order(app: SevenWeeks) -> list[str]:
    """The things to put in order, as they stand on the screen."""
    words = ("Branch", "Review", "Merge")
    lines = seen(app).splitlines()
    return sorted(words, key=lambda word: next(y for y, line in enumerate(lines) if word in line))


async def test_arrange_carries_a_line_to_its_place():
    app = asking(arrange("order"))
    async with sitting(app) as pilot:
        first, second, third = order(app)
        await pilot.press("enter", "down", "down", "down")
        assert order(app) == [second, third, first]
        assert "held" in seen(app)
        await pilot.press("enter", "up", "space", "up", "space", "down")
        assert order(app) == [third, second, first]
        assert given(app) == "nothing"
        await pilot.press("down", "down", "enter")
        assert given(app) == [third.lower(), second.lower(), first.lower()]


async def test_arrange_ends_with_the_key_that_stands_at_its_last_line():
    app = asking(arrange("order"))
    async with sitting(app) as pilot:
        first, second, third = order(app)
        await pilot.press("3", "1", "1", "=", "enter")
        assert given(app) == [third.lower(), first.lower(), second.lower()]


async def test_arrange_takes_digits_and_backspace_lets_go():
    app = asking(arrange("order"))
    async with sitting(app) as pilot:
        first, second, third = order(app)
        await pilot.press("1", "3", "2", "backspace")
        assert order(app) == [second, third, first]
        assert "held" not in seen(app)


async def test_arrange_takes_clicks():
    app = asking(arrange("order"))
    async with sitting(app) as pilot:
        first, second, third = order(app)
        await click(pilot, first)
        await click(pilot, second)
        await click(pilot, "This is the order.")
        assert given(app) == [second.lower(), first.lower(), third.lower()]


async def test_find_has_words_of_its_own():
    app = asking(
        replace(find("light"), readings_title="Ask", parts_title="Send it back for", sound="That was fine.")
    )
    async with sitting(app) as pilot:
        await pilot.press("2")
        assert "Take a reading" not in seen(app)
        for words in ("Ask", "Send it back for, 20 min each", "That was fine."):
            assert words in seen(app)


async def test_find_says_how_far_over_its_minutes_it_is():
    app = asking(replace(find("light"), within=40))
    async with sitting(app) as pilot:
        await pilot.press("1", "2", "4")
        assert "50 min, 10 over" in seen(app)


async def test_find_answers_every_move_at_once():
    app = asking(find("light"))
    async with sitting(app) as pilot:
        await pilot.press("1")
        assert given(app) == "meter"
        assert "Bad: the fault is among them." in seen(app)
        assert "10 of 60 min" in seen(app)
        assert "▸The lamp" in seen(app)
        await pilot.press("enter")
        assert "Sound." in seen(app)
        await pilot.press("1")
        assert "! You know that already." in seen(app)
        assert "The before is told." in seen(app)
        await click(pilot, "The fuse")
        assert given(app) == "fuse"
        assert "> The fuse: Found." in seen(app)


async def test_find_taken_up_again_shows_the_moves_and_the_lines_before_it():
    app = asking(find("light"))
    run = app.played
    assert run is not None
    run.answer("meter")
    app = playing(run)
    async with sitting(app):
        assert "The before is told." in seen(app)
        assert "Bad: the fault is among them." in seen(app)


async def test_tell_marks_a_number_and_then_gives_it():
    app = asking(tell("worth", "worth"))
    async with sitting(app) as pilot:
        await pilot.press("enter")
        assert "! Mark a number first" in seen(app)
        await pilot.press("right", "right", "5", "left", "enter")
        assert given(app) == 4


async def test_a_refusal_is_in_sight_where_the_question_is_longer_than_the_window():
    app = asking(replace(number("n"), text="How many of them were there, all told? " * 13))
    async with sitting(app) as pilot:
        await pilot.press("9", "9", "9", "enter")
        await pilot.pause()
        assert "! Guess a number from" in seen(app)


async def test_tell_takes_clicks():
    app = asking(tell("worth", "worth"))
    async with sitting(app) as pilot:
        await click(pilot, "4       5")
        await click(pilot, "say 4 of 5")
        assert given(app) == 4


async def test_tally_brings_line_after_line_and_then_goes_on(monkeypatch):
    monkeypatch.setattr("game.screens.widgets.tally.LINE_SECONDS", 60)
    app = playing(_thursday(), still=False)
    async with sitting(app) as pilot:
        await pilot.press("x")
        await pilot.pause()
        assert "corner" not in seen(app)
        await pilot.press(*["enter"] * 6)
        assert "Craft" in seen(app)
        assert given(app) == "nothing"
        await pilot.press("enter", "x")
        assert "The after is told." in seen(app)


async def test_tally_is_all_there_at_once_where_nothing_may_move():
    app = playing(_thursday())
    async with sitting(app) as pilot:
        assert "your own" in seen(app)
        await click(pilot, "Go on")
        assert given(app) is None


def _thursday() -> Run:
    tally = Tally(id="sum", text="What the week took.")
    return unkept(
        story(scene("day-7", told("before"), tally, told("after"), go("on"), day=7), scene("end", told("over")))
    )


async def test_the_end_offers_the_tower_the_log_and_the_door():
    run = unkept(
        story(scene("day-1", choose("last", option("home"), option("late")), day=1), scene("end", told("over")))
    )
    app = playing(run)
    async with sitting(app) as pilot:
        await pilot.press("1")
        assert "That is all there is." in seen(app)
        await pilot.press("down", "enter")
        assert "what was said" in seen(app)
        await pilot.press("l", "1")
        assert "Day 1" in seen(app)
        await pilot.press("t")
        assert isinstance(app.screen, DayScreen)
        await click(pilot, "Leave.")
    assert app._exit


@pytest.mark.parametrize(
    "question",
    [number("n"), LISTED, tell("n", "n"), spend("n"), arrange("n"), find("n"), TIRED],
    ids=lambda each: each.kind,
)
async def test_nothing_is_cut_off_in_the_smallest_window(question: AnyQuestion):
    app = asking(question)
    async with sitting(app, (60, 20)) as pilot:
        for press in ("left", "enter", "left"):
            await pilot.press(press)
            asked = app.screen.query_one(Asked)
            width = asked.content_size.width
            assert max(line.cell_length for line in asked.paint(width)) <= width
