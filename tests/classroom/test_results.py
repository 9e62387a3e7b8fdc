"""What leaves a class: counts, and none of a group so small that a count could be somebody."""

import datetime as dt

import pytest
from msgspec.structs import replace

from game.after.markdown import markdown
from game.classroom.board import Result
from game.classroom.conductor import Conductor
from game.classroom.forms import Bar
from game.classroom.hands import hands_for, raise_hands
from game.classroom.memory import MemoryStore
from game.classroom.results import NoResults, Taken, free, read_tables, table, write
from game.classroom.results_page import page
from game.run import Refused
from tests import stories

TEA = Taken("tea", "What now?", (Result(6, (Bar("Do green", 4), Bar("Do black, slowly", 2)), "Do green"),))
FEW = Taken("hour", "How many?", (Result(4, (), "5 hours, sure 3 of 5"),))


def run_of(*questions):
    return stories.unkept(stories.story(stories.scene("day-1", *questions, stories.go("off"), day=1)))


def test_a_table_has_a_row_for_every_option_and_one_for_a_small_group():
    assert table([TEA, FEW]) == (
        "question,round,option,count,asked\n"
        "tea,1,all votes,6,What now?\ntea,1,Do green,4,What now?\n"
        'tea,1,"Do black, slowly",2,What now?\n'
        "hour,1,all votes,4,How many?\n"
    )


def test_rounds_of_one_question_go_on_counting():
    rounds = [line.split(",")[1] for line in table([TEA, TEA]).splitlines() if "all votes" in line]
    assert rounds == ["1", "2"]


def test_earlier_classes_are_added_up(tmp_path):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(table([TEA, FEW]), "utf-8")
    earlier = read_tables([tmp_path / "a.csv", tmp_path / "b.csv"])
    assert earlier.votes("tea") == 12
    assert earlier.counted("tea", ["Do green", "Do black, slowly"]) == (
        Bar("Do green", 8),
        Bar("Do black, slowly", 4),
    )
    assert earlier.counted("hour", ["0 to 3"]) == ()


def test_tables_of_before_are_read_and_those_that_a_spreadsheet_has_saved(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("question,round,option,count\ntea,1,all votes,9\n", "utf-8-sig")
    assert read_tables([path]).votes("tea") == 9


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n", "this is no table of a class"),
        ("question,round,option,count\ntea,1,x,many\n", ":2:1: a row is"),
        ("question,round,option,count,asked\ntea,1\n", ":2:1: a row is"),
        ("", "this is no table of a class"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(tmp_path, text, said):
    path = tmp_path / "x.csv"
    path.write_text(text)
    with pytest.raises(NoResults, match=said):
        read_tables([path])


def test_a_table_that_is_not_there_is_said_to_be_missing(tmp_path):
    with pytest.raises(NoResults, match="cannot be read"):
        read_tables([tmp_path / "none.csv"])


async def test_results_are_those_of_the_answers_that_stand():
    store = MemoryStore()
    conductor = Conductor(run_of(stories.number("hour"), stories.number("day")), store)
    await conductor.begin()
    for hands in ([0, 6, 0, 0, 0, 0, 0], [0, 0, 7, 0, 0, 0, 0]):
        await conductor.ask()
        form = conductor.view.poll.form
        counts = [*hands, 0, 0][: len(hands_for(form))]
        await raise_hands(store, conductor.view.board.round, hands_for(form), counts)
        await conductor.shut()
        await conductor.take()
    assert [(taken.question, taken.rounds[0].votes) for taken in conductor.results] == [("hour", 6), ("day", 7)]
    await conductor.back()
    assert [taken.question for taken in conductor.results] == ["hour"]


async def test_an_answer_without_a_vote_has_no_results_even_where_there_was_one():
    store = MemoryStore()
    conductor = Conductor(run_of(stories.number("hour")), store)
    await conductor.begin()
    await conductor.ask()
    await raise_hands(store, conductor.view.board.round, hands_for(conductor.view.poll.form), [9] + [0] * 6)
    await conductor.shut()
    await conductor.take()
    await conductor.back()
    await conductor.take({"guess": 5, "sure": 3})
    assert conductor.results == []


async def test_a_day_that_is_not_played_is_not_gone_to_and_changes_nothing():
    conductor = Conductor(stories.unkept(stories.evenings(3)), MemoryStore())
    await conductor.begin()
    with pytest.raises(Refused, match="Day 9 is not played"):
        await conductor.go(9)
    assert conductor.run.past() == []
    await conductor.go(3)
    assert conductor.view.moment.scene.day == 3


SECOND = Taken(
    "tea",
    "What now?",
    (
        Result(6, (Bar("Do green", 4), Bar("Do black", 2)), "Do green"),
        Result(7, (Bar("Do black", 6), Bar("Do green", 1)), "Do black"),
    ),
)
DAY = dt.date(2025, 7, 15)


def on_paper(run, results):
    return markdown(page(run, results, DAY))


def test_a_page_shows_both_rounds_of_a_question_side_by_side_and_what_the_room_came_to():
    said = on_paper(run_of(stories.number("hour")), [SECOND])
    assert "1 question put to the vote, up to 7 votes each." in said
    assert "|  | 6 votes | 7 votes |\n| --- | ---: | ---: |\n| Do black | 2 | 6 |\n| Do green | 4 | 1 |" in said
    assert "- *The room:* Do black" in said


def test_a_page_breaks_no_small_group_down_and_no_page_counts_rounds_without_a_vote():
    empty = Result(0, (), "")
    said = on_paper(run_of(stories.number("hour")), [FEW, replace(SECOND, rounds=(empty, SECOND.rounds[1]))])
    assert "### How many?\n\n- *The room:* 5 hours, sure 3 of 5" in said
    assert "|  | 7 votes |" in said


def test_a_page_says_what_the_record_says_once_an_envelope_is_open():
    run = run_of(stories.number("hour"), stories.opening("record", "hour"))
    assert "The record" not in on_paper(run, [FEW])
    run.answer({"guess": 5, "sure": 3})
    assert "- *The record:* ■ The record of hour." in on_paper(run, [FEW])


def test_moves_at_a_tower_are_one_entry():
    moves = [Taken("annex", "Light it.", (Result(6, (Bar(move, 6),), move),)) for move in ("Fill A", "Fix 2B")]
    assert "### Light it.\n\n- *1:* Fill A: 6 of 6 votes\n- *2:* Fix 2B: 6 of 6 votes" in on_paper(
        run_of(stories.number("hour")), moves
    )


def test_of_many_answers_those_that_nobody_gave_are_left_out():
    bars = tuple(Bar(f"{number}", 5 if number == 3 else 0) for number in range(8))
    said = on_paper(run_of(stories.number("hour")), [Taken("hour", "How many?", (Result(5, bars, "3"),))])
    assert "| 3 | 5 |" in said
    assert "| 4 | 0 |" not in said


def test_an_order_stands_once():
    bars = (Bar("Cup", 5), Bar("Tea", 4))
    said = on_paper(
        run_of(stories.number("hour")), [Taken("tea", "In which order?", (Result(6, bars, "Cup → Tea"),))]
    )
    assert "Cup → Tea" not in said
    assert "in this order" in said


def test_results_overwrite_nothing_but_themselves(tmp_path):
    run = run_of(stories.number("hour"))
    (tmp_path / "brass-kettle-class.csv").write_text("an earlier class")
    stem = free(run, tmp_path)
    for _ in range(2):
        written = write(run, [SECOND], stem, DAY)
        assert [path.name for path in written] == ["brass-kettle-class-2.csv", "brass-kettle-class-2.html"]
    assert (tmp_path / "brass-kettle-class.csv").read_text() == "an earlier class"


def test_a_folder_that_is_not_there_is_said_to_be_none(tmp_path):
    run = run_of(stories.number("hour"))
    with pytest.raises(NoResults, match="cannot be written"):
        write(run, [SECOND], free(run, tmp_path / "nowhere"), DAY)


def test_the_page_is_html_that_says_all_of_it_and_draws_the_bars(tmp_path):
    _, path = write(run_of(stories.number("hour")), [SECOND], tmp_path / "x", DAY)
    said = path.read_text("utf-8")
    assert '<rect y="11" width="6" height="8" fill="#111" stroke="#111"/>' in said
    assert "2 → 6" in said
    assert "http" not in said.replace("http://www.w3.org/2000/svg", "")
