"""Plays to look at: a small sample of a story, the shipped one, and single questions."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from random import Random

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from game.library import Library
from game.run import Run
from game.screens.app import SevenWeeks
from game.story.beat import Explained, Imagined, Outside, Quoted, Reported, Worked
from game.story.model import Week
from game.story.questions import AnyQuestion, Choose
from game.story.questions.go import Tally
from game.story.story import Story
from tests import stories
from tests.ledgers import LEDGER
from tests.stories import evening, go, number, opening, option, scene, story, told, unkept

SIZES = {"80x24": (80, 24), "100x30": (100, 30), "140x45": (140, 45)}

LOOKS = pytest.mark.parametrize(
    ("size", "theme"),
    [
        *((SIZES[name], "night") for name in ("80x24", "100x30")),
        pytest.param(SIZES["140x45"], "night", marks=pytest.mark.prove),
        (SIZES["100x30"], "day"),
    ],
    ids=[*(f"{name}-night" for name in SIZES), "100x30-day"],
)
"""How a screen is looked at: in every size by night, the largest in the long proofs; and once by day."""

TIRED = Choose(
    id="tired",
    text="What happens to it tonight?",
    options=(
        replace(option("merge", corner=True), text="Merge it. It works."),
        replace(option("review", late=True, rest=-1), text="Stay, and review it together."),
        replace(option("monday", home=1), text="Leave it until Monday."),
        replace(option("tests", needs="rest >= 11"), text="Write the tests yourself.", why=None),
    ),
)
"""A question that always has a struck-out option."""

BEATS = (
    Reported(id="up", text="They were up until 4.", cites=("four",)),
    Quoted(id="years", text="He wrote of the “hardest I've worked” for years.", cites=("twice",)),
    Worked(id="gap-told", text="From 4 to 8 is four hours.", cites=("gap",)),
    Outside(id="preview-told", text="From elsewhere: it began as a preview.", cites=("preview",)),
    Explained(id="merge-told", text="To merge is to put a change in with everybody else's."),
    Imagined(id="cake", text="The lift is out again. You take the stairs with somebody else's cake."),
)


@cache
def sample_story() -> Story:
    """Two weeks of evenings, a week's ledger, a day with a beat of every kind, an envelope opened, an end."""
    scenes = [
        scene("day-1", told("first"), number("hour"), go("on"), day=1, clock="21:00"),
        *map(evening, range(2, 14)),
        scene("day-14", told("thursday"), Tally(id="sum", text="Thursday night. What the week took."), day=14),
        scene("day-15", *BEATS, TIRED, day=15, clock="23:40"),
        scene("day-16", opening("record", "hour"), go("so"), day=16),
        scene("end", told("over")),
    ]
    weeks = tuple(Week(number=number, title=f"The {word}") for number, word in enumerate(("start", "middle"), 1))
    weeks += (Week(number=3, title="A finished piece of work"),)
    return Story.of(replace(story(*scenes, flags=("hasty",)).spine, weeks=weeks), scenes, LEDGER)


def reach(run: Run, question: str, seed: int = 4) -> Run:
    """Answer at random until this is asked."""
    rng = Random(seed)
    while (asked := run.now().question) and asked.id != question:
        run.answer(asked.sample(run.now().state, rng))
    return run


def playing(run: Run, **how: object) -> SevenWeeks:
    """The game, open on a run; nothing moves unless it is told to."""
    return SevenWeeks(Library(run.story, None), run, **{"still": True, **how})  # type: ignore[arg-type]


def asking(question: AnyQuestion) -> SevenWeeks:
    """The game, open on one question."""
    scenes = scene("day-1", told("before"), question, told("after"), go("on"), day=1), scene("end", told("over"))
    return playing(unkept(story(*scenes, flags=("hasty",))))


@asynccontextmanager
async def sitting(app: SevenWeeks, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[object]]:
    """Sit down in front of the game: everything that comes by itself is there."""
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


@pytest.fixture
def sample() -> Run:
    return unkept(sample_story())


@pytest.fixture
def at() -> Callable[..., SevenWeeks]:
    """Opens the sample where a question is asked."""
    return lambda question, **how: playing(reach(unkept(sample_story()), question), **how)


@pytest.fixture(scope="session")
def shipped_story() -> Story:
    return stories.shipped_story()
