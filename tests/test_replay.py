"""The replay: what becomes of the answers of a journal when the script is another one, rule by rule."""

from __future__ import annotations

import pytest

from game.journal import Entry
from game.replay import Stop
from game.run import Run
from game.story.model import AnyStep
from game.story.questions import Arrange, Choose, Find, Predict, Spend
from game.story.questions.arrange import Item
from game.story.questions.choose import Option
from game.story.questions.find import Part, Reading
from game.story.questions.predict import Possible
from game.story.questions.spend import Use
from game.story.story import Story
from tests.stories import choose, evenings, find, go, number, opening, option, scene, story, tell, told, unkept, walk


def asks(name: str, *, was: tuple[str, ...] = (), **more) -> Choose:
    return choose(name, option("this"), option("that"), was=was, **more)


def days(*scenes: tuple[AnyStep, ...], **more) -> Story:
    """A story with a scene a day, and an end."""
    numbered = (scene(f"day-{number}", *steps, day=number) for number, steps in enumerate(scenes, 1))
    return story(*numbered, scene("end", go("last"), told("over")), **more)


def played(of: Story, *answers: object) -> list[Entry]:
    """What a journal holds of a play of so many answers."""
    run = unkept(of)
    for answer in answers:
        run.answer(answer)
    return run.entries


def replayed(of: Story, entries: list[Entry]) -> tuple[Run, Stop | None]:
    run = unkept(of)
    return run, run.replay(entries)


def answers(run: Run) -> dict[str, object]:
    return {entry.question: entry.answer for entry in run.entries if entry.answer is not None}


def removing(of: Story, *removed: str) -> Story:
    from msgspec.structs import replace

    of.spine = replace(of.spine, removed=removed)
    return of


OLD = days((asks("a"), go("a-on")), (asks("b"), asks("c"), go("c-on")), (asks("d"), go("d-on")))
HELD = played(OLD, "this", None, "that", "this", None, "that")
"""Everything but the last two doors."""
GIVEN = {"a": "this", "b": "that", "c": "this", "d": "that"}


def test_the_same_script_comes_to_the_same_moment():
    run, stop = replayed(OLD, HELD)
    assert stop is None
    assert run.entries == HELD
    assert run.now().question.id == "d-on"


KEPT = {
    "a door put in": days((asks("a"), go("new"), go("a-on")), (asks("b"), asks("c"), go("c-on")), (asks("d"),)),
    "a door taken out": days((asks("a"),), (asks("b"), asks("c")), (asks("d"), go("d-on"))),
    "another door": days((asks("a"), go("x")), (asks("b"), go("y"), asks("c"), go("z")), (asks("d"), go("d-on"))),
    "questions in another order": days((asks("a"), go("a-on")), (asks("c"), asks("b"), go("c-on")), (asks("d"),)),
    "days in another order": days((asks("d"), go("d-on")), (asks("a"), go("a-on")), (asks("b"), asks("c"))),
    "a day split": days((asks("a"), go("a-on")), (asks("b"), go("b-on")), (asks("c"), go("c-on")), (asks("d"),)),
    "two days in one": days((asks("a"), asks("b"), asks("c"), go("c-on")), (asks("d"), go("d-on"))),
    "a question after it all": days((asks("a"),), (asks("b"), asks("c")), (asks("d"), asks("e"))),
    "a line, and effects": days(
        (told("x"), choose("a", option("that"), option("this", rest=-3, set=("tired",))), go("a-on")),
        (asks("b"), asks("c"), go("c-on")),
        (told("y", if_="tired"), asks("d"), go("d-on")),
        flags=["tired"],
    ),
    "a question renamed": days((asks("x", was=("a",)),), (asks("y", was=("q", "b")), asks("c")), (asks("d"),)),
    "a question removed": removing(days((asks("a"),), (asks("c"),), (asks("d"),)), "b"),
}


@pytest.mark.parametrize("what", KEPT)
def test_every_answer_is_kept(what):
    run, stop = replayed(KEPT[what], HELD)
    assert stop is None
    now = KEPT[what].renamed
    gone = KEPT[what].spine.removed
    assert answers(run) == {now.get(name, name): answer for name, answer in GIVEN.items() if name not in gone}


CHANGED = {
    "a question put in": (
        days((asks("a"), go("a-on")), (asks("b"), asks("new"), asks("c")), (asks("d"),)),
        Stop(2, "day 2 has changed: “What now?” now comes before what you have played"),
    ),
    "a day put in": (
        days((asks("a"), go("a-on")), (asks("new"),), (asks("b"), asks("c")), (asks("d"),)),
        Stop(2, "day 2 has changed: “What now?” now comes before what you have played"),
    ),
    "a question taken out": (
        days((asks("a"), go("a-on")), (asks("b"), go("c-on")), (asks("d"),)),
        Stop(2, "day 2 has changed: 'c', which you answered, is no longer asked there"),
    ),
    "a day taken out": (
        story(
            scene("day-1", asks("a"), go("a-on"), day=1),
            scene("day-3", asks("d"), go("d-on"), day=3),
            scene("end", told("over")),
        ),
        Stop(2, "a scene that you played, 'day-2', is no longer told"),
    ),
    "a question that is asked only sometimes": (
        days((asks("a"), go("a-on")), (asks("b", when=OLD_WHEN), asks("c")), (asks("d"),))
        if (OLD_WHEN := None)
        else days((asks("a"), go("a-on")), (asks("c"), asks("x")), (asks("d"),)),
        Stop(2, "day 2 has changed: “What now?” now comes before what you have played"),
    ),
}
