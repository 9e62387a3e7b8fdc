"""What leaves a class: counts, and none of a group so small that a count could be somebody."""

import pytest

from game.after.markdown import markdown
from game.classroom.board import Result
from game.classroom.conductor import Conductor
from game.classroom.forms import Bar
from game.classroom.hands import hands_for, raise_hands
from game.classroom.memory import MemoryStore
from game.classroom.results import NoResults, Taken, page, read_tables, table, write
from game.run import Refused
from tests import stories

TEA = Taken("tea", "What now?", (Result(6, (Bar("Do green", 4), Bar("Do black, slowly", 2)), "Do green"),))
FEW = Taken("hour", "How many?", (Result(4, (), "5 hours, sure 3 of 5"),))


def run_of(*questions):
    return stories.unkept(stories.story(stories.scene("day-1", *questions, stories.go("off"), day=1)))


def test_a_table_has_a_row_for_every_option_and_one_for_a_small_group():
    assert table([TEA, FEW]) == (
        "question,round,option,count\n"
        "tea,1,all votes,6\ntea,1,Do green,4\n"
        'tea,1,"Do black, slowly",2\n'
        "hour,1,all votes,4\n"
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n", "this is no table of a class"),
        ("question,round,option,count\ntea,1,x,many\n", ":2:1: a row is"),
        ("question,round,option,count\ntea,1\n", ":2:1: a row is"),
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


def test_a_page_says_what_the_room_came_to(tmp_path):
    run = run_of(stories.number("hour"))
    said = markdown(page(run, [TEA, FEW]))
    assert "| What now? | 6 |  | Do green |" in said
    written = write(run, [TEA, FEW], tmp_path)
    assert [path.name for path in written] == ["brass-kettle-class.csv", "brass-kettle-class.html"]
    with pytest.raises(NoResults, match="cannot be written"):
        write(run, [TEA], tmp_path / "nowhere")
