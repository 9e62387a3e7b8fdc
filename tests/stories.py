"""Small stories, built in code, and plays of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Any

from game.journal import FORMAT, Header, Journal
from game.run import Run
from game.script import open_story, shipped
from game.story.beat import AnyBeat, Imagined, Reported
from game.story.calendar import Cut
from game.story.condition import Condition
from game.story.model import AnyStep, Flag, Scene, Spine, Start, Week
from game.story.questions import Arrange, Choose, Find, Fix, Go, Night, Predict, Spend, Tell
from game.story.questions.arrange import Item
from game.story.questions.base import Outcome
from game.story.questions.choose import Option
from game.story.questions.find import Part, Reading
from game.story.questions.spend import Use
from game.story.state import Effects, Guess
from game.story.story import Story


def when(text: str | None) -> Condition | None:
    return Condition(text) if text else None


def told(name: str, *, if_: str | None = None, **more: Any) -> Imagined:
    return Imagined(id=name, text=f"The {name} is told.", when=when(if_), **more)


def opening(name: str, envelope: str) -> Reported:
    """The beat that tells an envelope's record."""
    return Reported(id=name, text=f"The record of {envelope}.", cites=("a-fact",), opens=envelope)


def go(name: str, **more: Any) -> Go:
    return Go(id=name, text="Go on", **more)


def option(
    name: str, *, if_: str | None = None, needs: str | None = None, then: Sequence[AnyBeat] = (), **effects: Any
) -> Option:
    return Option(
        id=name,
        text=f"Do {name}",
        when=when(if_),
        needs=when(needs),
        why="You are too tired." if needs else None,
        effects=Effects(**effects),
        then=tuple(then),
    )


def choose(name: str, *options: Option, **more: Any) -> Choose:
    return Choose(id=name, text="What now?", options=options, **more)


def number(name: str, right: float = 5, *, near: float = 1) -> Predict:
    """An envelope with a number from 0 to 24 in it."""
    return Predict(id=name, text="How many?", right=right, unit="hours", lowest=0, highest=24, near=near)


def spend(name: str) -> Spend:
    uses = (
        Use(id="desk", text="The desk", each=Effects(craft=1, rest=-1), needs=when("rest > 2"), why="Too tired."),
        Use(id="sofa", text="The sofa", each=Effects(rest=1)),
        Use(id="home", text="Home", each=Effects(home=1), most=2),
    )
    return Spend(id=name, text="Four hours", total=4, unit="hours", on=uses)


def arrange(name: str) -> Arrange:
    items = tuple(Item(id=each, text=each.title()) for each in ("branch", "review", "merge"))
    return Arrange(id=name, text="In which order?", items=items, right=Outcome(effects=Effects(craft=1)))


def find(name: str) -> Find:
    return Find(
        id=name,
        text="No light.",
        parts=(
            Part(id="lamp", text="The lamp"),
            Part(id="fuse", text="The fuse"),
            Part(id="wire", text="The wire"),
        ),
        readings=(Reading(id="meter", text="Measure", covers=("fuse", "wire"), minutes=10),),
        fault="fuse",
        quick=Outcome(effects=Effects(craft=1), then=(told(f"{name}-quick"),)),
        slow=Outcome(effects=Effects(rest=-1)),
    )


ANNEX = "1-4x3-B-SC7R1-2-S"
"""The board of a small tower, where 3B and 4C are faulty."""


def fix(name: str) -> Fix:
    return Fix(
        id=name,
        text="Light the annex.",
        board=ANNEX,
        within=90,
        quick=Outcome(effects=Effects(craft=1), then=(told(f"{name}-quick"),)),
        slow=Outcome(effects=Effects(rest=-1), then=(told(f"{name}-slow"),)),
    )


def night(name: str) -> Night:
    return Night(
        id=name,
        text="All of it, by eight.",
        lit=Outcome(effects=Effects(craft=1), then=(told(f"{name}-lit"),)),
        lit_late=Outcome(effects=Effects(rest=-1), then=(told(f"{name}-lit-late"),)),
        finished=Outcome(effects=Effects(rest=-2), then=(told(f"{name}-finished"),)),
    )


def tell(name: str, keep: str) -> Tell:
    return Tell(id=name, text="Was it worth it?", ends=("no", "yes"), keep=keep)


def scene(name: str, *steps: AnyStep, day: int | None = None, **more: Any) -> Scene:
    return Scene(id=name, title=name.title(), day=day, beats=steps, **more)


def story(*scenes: Scene, flags: Sequence[str] = (), weeks: Sequence[Week] = ()) -> Story:
    spine = Spine(
        title="A small story",
        tagline="For trying things out.",
        parts=tuple(each.id for each in scenes),
        start=Start(rest=7, home=5, craft=5),
        flags=tuple(Flag(name=name, means="It is remembered.") for name in flags),
        weeks=tuple(weeks),
    )
    return Story.of(spine, scenes)


def hasty(day: int) -> Scene:
    """A day on which a corner is cut."""
    return scene(f"day-{day}", choose(f"hasty-{day}", option("cut", corner=True)), day=day)


def evening(day: int) -> Scene:
    """A day with one question, which wears the player down or does not."""
    question = choose(
        f"evening-{day}",
        option("home", rest=1, home=1),
        option("late", rest=-2, craft=1, late=True, then=[told(f"late-{day}")]),
        option("shortcut", needs="rest >= 3", corner=True, set=("hasty",)),
    )
    return scene(f"day-{day}", told(f"dawn-{day}"), question, day=day)


def every_kind() -> Story:
    """Six days in which everything but a tower is asked once. An envelope is sealed on day 1, opened on day 4."""
    first = scene("day-1", told("a"), number("hour"), told("b", if_="rest > 2"), go("on"), day=1)
    second = scene("day-2", spend("hours"), told("tired", if_="rest < 3"), arrange("order"), day=2)
    third = scene("day-3", tell("worth", "worth"), told("glad", if_="worth > 3"), find("light"), day=3)
    fourth = scene("day-4", opening("record", "hour"), go("so"), go("and-so"), day=4)
    end = scene("end", told("end", if_="hasty"), told("over"))
    return story(first, second, third, fourth, evening(5), evening(6), end, flags=("hasty",))


def evenings(days: int) -> Story:
    """As many days with one question each."""
    return story(*map(evening, range(1, days + 1)), scene("end", told("over")), flags=("hasty",))


@cache
def shipped_story() -> Story:
    """The story that ships, read once for all tests."""
    return open_story(shipped())


def unkept(
    of: Story,
    *,
    name: str = "brass-kettle",
    seed: int = 1,
    cut: Cut = "full",
    facts_only: bool = False,
    firsts: tuple[tuple[str, Guess], ...] = (),
) -> Run:
    """A play of which nothing is kept."""
    header = Header(format=FORMAT, name=name, seed=seed, cut=cut, story="", facts_only=facts_only, firsts=firsts)
    return Run(of, Journal(None, header))


def walk(run: Run, answers: int, seed: int = 0) -> Run:
    """Answer at random, as often as said or to the end."""
    rng = Random(seed)
    for _ in range(answers):
        moment = run.now()
        if moment.question is None:
            break
        run.answer(moment.question.sample(moment.state, rng))
    return run
