"""The replay: what a journal's answers come to when the script is another one. See tests/edits for files."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.journal import Entry, answers_of, load
from game.library import Library
from game.replay import Stop
from game.story.questions import AnyQuestion, Arrange, Find, Predict, Spend
from game.story.questions.arrange import Item
from game.story.questions.find import Part, Reading
from game.story.questions.predict import Possible
from game.story.questions.spend import Use
from game.story.state import Guess
from game.story.story import Story
from tests.stories import choose, evenings, go, opening, option, scene, story, told, unkept, walk

NAME = "brass-kettle"


def asks(name: str, *, was: tuple[str, ...] = ()) -> AnyQuestion:
    return choose(name, option("this"), option("that"), was=was)


def days(*scenes: tuple[AnyQuestion, ...]) -> Story:
    """A story with a scene a day, and an end."""
    numbered = (scene(f"day-{number}", *steps, day=number) for number, steps in enumerate(scenes, 1))
    return story(*numbered, scene("end", go("last"), told("over")))


def saved(of: Story, folder: Path, *answers: object) -> Path:
    """The file of a play of these answers."""
    run = Library(of, folder).new(NAME, seed=1)
    for answer in answers:
        run.answer(answer)
    return folder / f"{NAME}.jsonl"


def held(path: Path) -> list[str]:
    """The questions that are answered in a file."""
    return [entry.question for entry in answers_of(load(path).entries)]


def test_an_answer_under_no_id_that_there_is_stops_the_play_at_the_beginning_of_its_day():
    old = days((asks("a"), go("on")), (asks("b"), asks("c")))
    new = unkept(days((asks("a"), go("on")), (asks("b"), asks("d"))))
    stop = new.replay(walk(unkept(old), 4).entries)
    assert stop == Stop(2, "day 2 has changed, and “What now?” now comes before what you have played")
    assert new.now().question.id == "b"


def test_a_story_that_ends_sooner_stops_the_play_at_its_end():
    new = unkept(evenings(2))
    stop = new.replay(walk(unkept(evenings(3)), 3).entries)
    assert stop == Stop(2, "a scene that you played, 'day-3', is no longer told")


def test_a_day_that_was_reached_through_doors_alone_is_not_left_without_a_word():
    old = days((asks("a"),), (go("b"),), (go("c"), go("d")))
    new = unkept(days((asks("a"),), (asks("new"), go("b")), (go("c"), go("d"))))
    stop = new.replay(walk(unkept(old), 3).entries)
    assert stop == Stop(1, "day 2 has changed, and “What now?” now comes before what you have played")


def test_a_question_that_is_gone_costs_its_day_even_when_nothing_came_after_it():
    old = days((asks("a"), go("on")), (asks("b"), asks("c")), (asks("d"),))
    new = unkept(days((asks("a"), go("on")), (asks("b"), go("c-gone")), (asks("d"),)))
    stop = new.replay(walk(unkept(old), 4).entries)
    assert stop == Stop(2, "day 2 has changed, and 'c', which you answered, is no longer asked there")


def test_nothing_is_passed_unseen_on_the_way_to_an_answer_that_never_comes():
    old = days((asks("a"), go("on")), (asks("b"),))
    new = unkept(story(scene("day-1", asks("a"), go("on"), day=1), *(scene(each, go(each)) for each in "xyz")))
    stop = new.replay(walk(unkept(old), 3).entries)
    assert stop == Stop(2, "a scene that you played, 'day-2', is no longer told")
    assert new.now().question.id == "x"


def test_of_two_changes_the_one_that_stops_it_first_is_said():
    old = days((asks("a"), asks("b")), (asks("c"),), (asks("d"),))
    edited = days((asks("b"), go("on")), (asks("c"),), (choose("d", option("new"), option("newer")),))
    new = unkept(edited)
    stop = new.replay(walk(unkept(old), 4).entries)
    assert stop == Stop(0, "day 1 has changed, and 'a', which you answered, is no longer asked there")


def test_no_scene_is_read_that_the_play_has_not_come_to():
    whole, read = days((asks("a"), go("on")), (go("b"),), (asks("c"),)), []
    lazy = Story(
        whole.spine,
        whole.places,
        lambda place: read.append(place.id) or whole.scene(whole.places.index(place)),
        lambda: whole.ledger,
    )
    assert unkept(lazy).replay(walk(unkept(whole), 1).entries) is None
    assert read == ["day-1"]


def test_where_nothing_has_changed_only_the_next_answer_is_written(tmp_path):
    of = days((asks("a"), go("on")), (asks("b"),))
    before = saved(of, tmp_path, "this", None).read_bytes()
    Library(of, tmp_path).open(NAME).answer("that")
    after = (tmp_path / f"{NAME}.jsonl").read_bytes()
    assert after == before + b'{"scene":"day-2","question":"b","answer":"that"}\n'


# ---- Doors: the file goes on as the play now is


@pytest.fixture
def door_put_in(tmp_path):
    """A play of two answers and a door between them, in a story that has one more door before each answer."""
    path = saved(days((asks("a"), go("on")), (asks("b"), asks("c"))), tmp_path, "this", None, "that")
    edited = days((go("new-1"), asks("a"), go("on")), (go("new-2"), asks("b"), asks("c")))
    return path, Library(edited, tmp_path)


def test_nothing_is_written_until_something_is_answered(door_put_in):
    path, books = door_put_in
    before = path.read_bytes()
    run = books.open(NAME)
    assert (run.name, run.notice, run.now().question.id) == (NAME, "", "c")
    assert path.read_bytes() == before
    run.answer("this")
    assert path.read_bytes().startswith(before)
    assert held(path) == ["new-1", "a", "on", "new-2", "b", "c"]


def test_going_back_takes_back_the_same_answers_in_the_file(door_put_in):
    path, books = door_put_in
    run = books.open(NAME)
    for _ in range(3):
        run.back()
    assert held(path) == ["new-1", "a"]
    again = books.open(NAME)
    assert (again.now(), again.entries) == (run.now(), run.entries)


def test_a_retelling_that_is_torn_leaves_the_play_as_it_was(door_put_in):
    path, books = door_put_in
    before = path.read_bytes()
    books.open(NAME).answer("this")
    after = path.read_bytes()
    retelling = after[len(before) :].index(b"\n")
    for written in (1, 20, retelling // 2, retelling):
        path.write_bytes(after[: len(before) + written])
        assert held(path) == ["a", "on", "b"]
    path.write_bytes(after[:-3])
    assert held(path) == ["new-1", "a", "on", "new-2", "b"]


def test_a_play_whose_only_answer_was_a_door_that_is_gone_begins_anew(tmp_path):
    path = saved(days((go("in"), asks("a"))), tmp_path, None)
    books = Library(days((asks("a"),)), tmp_path)
    run = books.open(NAME)
    assert (run.entries, run.notice) == ([], "")
    run.answer("this")
    assert held(path) == ["a"]
    assert books.glimpse() == (NAME, None)


# ---- What was called otherwise


@pytest.mark.parametrize(("answers", "day", "over"), [(["this"], 2, []), (["this", "that", None], None, [NAME])])
def test_a_play_under_former_ids_is_found_in_the_lists(answers, day, over, tmp_path):
    saved(days((asks("a"),), (asks("b"),)), tmp_path, *answers)
    scenes = (
        scene("one", asks("a"), day=1, was=("day-1",)),
        scene("two", asks("b2", was=("b", "b1")), day=2, was=("day-2",)),
        scene("end", go("finis", was=("last",)), told("over")),
    )
    books = Library(story(*scenes), tmp_path)
    assert books.glimpse() == (NAME, day)
    assert list(books.finished()) == over
    assert books.runs()[0].trouble == ""


RENAMED: dict[str, tuple[AnyQuestion, object, object]] = {
    "arrange": (
        Arrange(
            id="q",
            text="In which order?",
            items=(Item(id="a", text="A"), Item(id="new", was=("old",), text="B")),
        ),
        ["old", "a"],
        ["new", "a"],
    ),
    "predict": (
        Predict(
            id="q",
            text="Which?",
            right="new",
            answers=(Possible(id="a", text="A"), Possible(id="new", was=("old", "guess"), text="B")),
        ),
        {"guess": "old", "sure": 3},
        {"guess": "new", "sure": 3},
    ),
    "spend, two uses that are one now": (
        Spend(
            id="q",
            text="Four hours",
            total=4,
            unit="hours",
            on=(Use(id="a", text="A"), Use(id="new", was=("old", "older"), text="B")),
        ),
        {"old": 1, "older": 2, "a": 1},
        {"new": 3, "a": 1},
    ),
    "find": (
        Find(
            id="q",
            text="Dark.",
            parts=(Part(id="new", was=("old",), text="A"), Part(id="b", text="B")),
            readings=(Reading(id="meter", text="Measure", covers=("b",), minutes=5),),
            fault="b",
        ),
        "old",
        "new",
    ),
}


@pytest.mark.parametrize("kind", RENAMED)
def test_an_answer_under_a_former_id_is_one_under_the_new_id(kind):
    question, old, new = RENAMED[kind]
    run = unkept(days((question, go("on"))))
    assert run.replay([Entry(scene="day-1", question="q", answer=old)]) is None
    assert [entry.answer for entry in run.entries] == [new]


@pytest.mark.parametrize("kind", RENAMED)
@pytest.mark.parametrize(
    "garbage", [7, "x", [], ["old", 7], [["old"]], {}, {"old": "x"}, {"guess": ["old"]}, True]
)
def test_whatever_a_journal_holds_instead_stops_the_play(kind, garbage):
    question, _, _ = RENAMED[kind]
    run = unkept(days((question, go("on"))))
    stop = run.replay([Entry(scene="day-1", question="q", answer=garbage)])
    assert stop is not None
    assert (stop.kept, run.entries) == (0, [])
    assert "is no longer open" in stop.why


def test_a_guess_whose_seal_was_broken_stays_the_record_under_its_new_name():
    envelope = replace(RENAMED["predict"][0], id="hour", was=("q",))
    scenes = scene("day-1", envelope, day=1), scene("day-2", opening("record", "hour"), go("so"), day=2)
    run = unkept(story(*scenes, scene("end", told("over"))), firsts=(("q", Guess("old", 5)),))
    run.answer({"guess": "a", "sure": 1})
    opened = run.now().opened["record"]
    assert (opened.guess, opened.close) == (Guess("new", 5), True)


def test_what_is_removed_is_left_out_and_its_door_with_it(tmp_path):
    path = saved(days((asks("a"), go("on")), (asks("b"), asks("c"))), tmp_path, "this", None, "that", "this")
    edited = days((asks("a"),), (asks("c"), go("home")))
    edited.spine = replace(edited.spine, removed=("b",))
    run = Library(edited, tmp_path).open(NAME)
    assert (run.notice, run.now().question.id) == ("", "home")
    run.answer(None)
    assert held(path) == ["a", "c", "home"]
