"""The front of the room: one thing at a time, nothing private, and every key a presenter has."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.classroom.remote import Next
from game.classroom.results import Earlier
from game.classroom.store import StoreGone
from game.screens.classroom.asks import AskScreen
from game.screens.classroom.door import DoorScreen
from tests import stories
from tests.screens.classroom.rooms import CABLES, PROMPT, asking, class_of, counts, sitting, talked_about


def assert_in_one_line(seen, *words):
    assert any(all(word in line for word in words) for line in seen.splitlines()), seen


async def test_a_class_votes_by_hand_sees_bars_beside_those_of_earlier_classes_and_goes_on(tmp_path):
    earlier = Earlier()
    for option, count in (("all votes", 9), ("Do label", 8), ("Do close", 1)):
        earlier.add("cables", 1, option, count)
    async with sitting(class_of(asking(CABLES), tmp_path, earlier=earlier)) as room:
        assert "What now?" in room.seen()
        assert "open the vote" in room.seen()
        await room.press("enter", *counts([3, 4, 1]))
        assert "The first is told" not in room.seen()
        await room.press("pagedown")
        assert_in_one_line(room.seen(), "this class", "earlier")
        assert_in_one_line(room.seen(), "8 votes", "9 votes")
        assert "The room: Do close" in room.seen()
        await room.press("space")
        assert room.answers == ["close"]
        assert "That is all there is." in room.seen()


async def test_a_story_longer_than_the_screen_is_read_in_screenfuls_and_loses_no_line(tmp_path):
    told = [stories.told(f"line {number}") for number in range(1, 12)]
    scenes = stories.scene("day-1", *told, CABLES, day=1), stories.scene("end", stories.told("over"))
    app = class_of(stories.unkept(stories.story(*scenes)), tmp_path)
    async with sitting(app, size=(80, 24)) as room:
        assert "The line 1 is told." in room.seen()
        assert "read on" in room.seen()
        read = set(room.seen().splitlines())
        while "read on" in room.seen():
            await room.press("enter")
            read |= set(room.seen().splitlines())
        assert all(any(f"The line {number} is told." in line for line in read) for number in range(1, 12))
        assert "3  Do leave" in room.seen()
        assert "open the vote" in room.seen()
        await room.press("enter")
        assert "close the vote" in room.seen()


async def test_a_cockpit_shows_the_rest_of_the_story_before_it_opens_a_vote(tmp_path):
    run = asking(stories.told("second"), CABLES)
    async with sitting(class_of(run, tmp_path, solo=False, still=False)) as room:
        conductor = room.session.conductor
        for says in ("To the class", "Show the rest", "Open the vote"):
            assert conductor.button == says
            assert not conductor.view.board.round
            await room.session.press(Next(does=says))
            await room.app.workers.wait_for_complete()
            await room.pilot.pause()
        assert conductor.button == "Close the vote"


async def test_whatever_stands_before_the_class_is_put_away_before_a_cockpit_goes_on(tmp_path):
    async with sitting(class_of(asking(CABLES), tmp_path)) as room:
        await room.pilot.press("q")
        assert "End this class?" in room.seen()
        assert room.session.conductor.button == "Back to the class"
        await room.session.press(Next())
        await room.settle()
        assert room.session.conductor.button == "Open the vote"


async def test_a_round_in_which_nobody_voted_is_left_out(tmp_path):
    async with sitting(class_of(asking(CABLES), tmp_path, notes=talked_about)) as room:
        await room.press("enter", "enter", "enter", *counts([1, 6]), "enter")
        assert_in_one_line(room.seen(), "this class")
        assert "first vote" not in room.seen()


@pytest.mark.prove
async def test_the_room_talks_and_votes_again_where_it_is_planned(tmp_path):
    async with sitting(class_of(asking(CABLES), tmp_path, notes=talked_about)) as room:
        await room.press("enter", *counts([5, 1]), "enter")
        assert PROMPT in room.seen()
        assert "votes" not in room.seen()
        await room.press("enter", *counts([1, 6]), "enter")
        assert_in_one_line(room.seen(), "first vote", "second vote")
        assert_in_one_line(room.seen(), "6 votes", "7 votes")


async def test_phones_answer_and_nothing_but_their_number_is_seen_before_the_reveal(tmp_path):
    async with sitting(class_of(asking(CABLES), tmp_path, solo=False)) as room:
        assert isinstance(room.app.screen, DoorScreen)
        assert "begun with --lan" in " ".join(room.seen().split())
        await room.press("question_mark")
        assert "lock the door" in room.seen()
        await room.press("enter", "enter", "enter")
        await room.votes(*["leave"] * 4, "close")
        seen = room.seen()
        assert "5 of 5 have answered" in seen
        assert "amber" not in seen
        assert room.session.room.desk.secret not in seen
        assert "█" not in seen.split("┏")[0]
        for answers_for_the_room in ("1", "o"):
            await room.press("b", "b", answers_for_the_room)
            assert "The room is asked just now." in room.seen()
        await room.press("enter")
        assert "The room: Do leave" in room.seen()


async def test_an_order_of_the_room_is_told_by_its_bars_and_what_they_count_is_said(tmp_path):
    async with sitting(class_of(asking(stories.arrange("way")), tmp_path, solo=False)) as room:
        await room.press("enter", "enter")
        await room.votes(*[["branch", "review", "merge"]] * 4, ["merge", "branch", "review"])
        await room.press("enter")
        assert "The room: in this order. Counted is who put it just" in room.seen()
        assert "→" not in room.seen()


async def test_a_store_that_is_gone_is_said_and_ends_nothing(tmp_path, monkeypatch):
    async def gone():
        raise StoreGone("away")

    async with sitting(class_of(asking(CABLES), tmp_path, solo=False)) as room:
        await room.press("enter", "enter")
        with monkeypatch.context() as away:
            away.setattr(room.session.conductor.store, "counted", gone)
            await room.settle()
            assert "The store of this class cannot be reached." in room.seen()
        await room.votes("leave")
        assert "cannot be reached" not in room.seen()
        assert "1 of 1 have answered" in room.seen()


@pytest.mark.prove
async def test_a_countdown_is_large_while_the_room_votes(tmp_path):
    async with sitting(class_of(asking(CABLES), tmp_path, solo=False)) as room:
        await room.press("enter", "enter")
        await room.press("c")
        assert any("█" in line.split("┃")[0] for line in room.seen().splitlines()), room.seen()


@pytest.mark.prove
async def test_a_digit_or_the_whole_panel_answers_for_the_room(tmp_path):
    async with sitting(class_of(asking(CABLES, stories.spend("hours"), stories.number("hour")), tmp_path)) as room:
        await room.press("3")
        assert room.answers == ["leave"]
        await room.press("2")
        assert "o answers it for the room" in room.seen()
        await room.press("o", "down", "right", "right", "right", "right", "enter")
        assert room.answers[1:] == [{"sofa": 4}]
        await room.press("backspace")
        assert room.answers == ["leave"]


@pytest.mark.prove
async def test_a_moment_left_and_come_back_to_asks_before_it_is_asked(tmp_path):
    async with sitting(class_of(asking(CABLES), tmp_path)) as room:
        await room.press("enter", "backspace")
        assert "open the vote" in room.seen()
        await room.press("b")
        assert room.front.has_class("-blank")
        assert "What now?" not in room.seen()
        await room.press("full_stop", "c")
        assert "1:00" in room.seen()
        await room.press("p", "c")
        assert "1:00" not in room.seen()


@pytest.mark.prove
async def test_a_tower_is_renovated_by_vote_and_by_the_crew(tmp_path):
    async with sitting(class_of(asking(stories.fix("annex")), tmp_path)) as room:
        assert "Light the annex." in room.seen()
        await room.press("m")
        assert len(room.answers) == 1
        assert "What next?" in room.seen()
        await room.press("enter", "0", "down", "6", "enter", "enter")
        assert len(room.answers) == 2
        while "slow is told" not in room.seen() and "quick is told" not in room.seen():
            await room.press("m")
        assert "What next?" not in room.seen()


async def test_the_door_is_opened_to_a_network_only_after_it_is_said_to_whom(tmp_path):
    async with sitting(class_of(asking(CABLES), tmp_path, solo=False, lan=True)) as room:
        assert isinstance(room.app.screen, AskScreen)
        assert "Everybody on this network" in room.seen()
        assert room.session.room.server.port == 0
        await room.pilot.press("q")
        assert room.session.room.server.port == 0


async def test_leaving_asks_and_writes_down_what_was_said(tmp_path):
    async with sitting(class_of(asking(CABLES), tmp_path)) as room:
        await room.press("enter", *counts([1, 5]), "q")
        assert "End this class?" in room.seen()
        await room.pilot.press("q")
        await room.app.workers.wait_for_complete()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "brass-kettle-class.csv",
        "brass-kettle-class.html",
    ]
    assert "cables,1,Do close,5," in (tmp_path / "brass-kettle-class.csv").read_text()


async def test_results_that_cannot_be_written_end_no_class_but_one_that_is_ended_anyway(tmp_path, monkeypatch):
    async with sitting(class_of(asking(CABLES), tmp_path)) as room:
        await room.press("enter", *counts([1, 5]), "enter")
        monkeypatch.setattr(Path, "write_text", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
        await room.press("q", "q")
        assert "No space left" in room.seen()
        assert room.app.is_running
        await room.pilot.press("ctrl+c", "ctrl+c")
        await room.app.workers.wait_for_complete()
        assert room.app._exit


async def test_where_nobody_has_voted_there_is_nothing_to_write(tmp_path):
    async with sitting(class_of(asking(CABLES), tmp_path)) as room:
        await room.press("w")
        assert "there is nothing to write down" in room.seen()
        await room.app.end()
    assert list(tmp_path.iterdir()) == []


async def test_whoever_ends_a_class_is_told_how_to_go_on_with_it_on_the_same_network(tmp_path):
    async with sitting(class_of(asking(CABLES), tmp_path, solo=False)) as room:
        room.session.room.desk = replace(room.session.room.desk, lan=True)
        await room.app.end()
        (told,) = room.app._exit_renderables
    assert f"seven-weeks class --lan --run {room.session.conductor.run.name}" in str(told)


async def test_an_envelope_that_is_opened_is_the_rooms(tmp_path):
    run = asking(stories.number("hour"), stories.opening("record", "hour"), CABLES)
    run.answer({"guess": 3, "sure": 4})
    async with sitting(class_of(run, tmp_path)) as room:
        assert "the room said" in room.seen()
        assert "you" not in room.seen().split("┏")[0]
