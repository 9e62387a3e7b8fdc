"""The whole of a class: thirty phones, a cockpit over the wire, and the projector, from the door to the page."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections import defaultdict
from contextlib import AsyncExitStack
from random import Random
from typing import Any

import pytest

from game.classroom.desk import Desk
from game.classroom.forms import AnyForm
from game.classroom.opening import Opening
from game.classroom.plan import Plan, Way, noted, plan_of
from game.classroom.poll import Poll, Step
from game.classroom.results import read_tables
from game.classroom.session import Session
from game.library import Library
from game.screens.classroom.app import ClassApp
from game.screens.classroom.asks import AskScreen
from game.screens.classroom.front import Front
from game.script import open_story, shipped
from game.story.lesson_minutes import DOOR
from game.story.questions import Renovation
from tests.classroom.answers_at_random import vote_for
from tests.classroom.rooms import Caller, calling
from tests.screens.stage import seen

PUPILS = 30
MINUTES = 45
SOON = 20.0


class Pupil:
    """A phone that answers everything it is asked, and knows what it was told to count."""

    def __init__(self, number: int) -> None:
        self.rng = Random(number)
        self.counted: dict[str, Any] = {}
        self.name = ""

    async def take_part(self, room: Any) -> None:
        async with calling(room) as phone:
            await phone.enters(room)
            self.name = phone.name
            while True:
                said = await phone.hears(within=600)
                board = said.get("board", {})
                if said["is"] == "closed" or board.get("phase") == "over":
                    return
                if said["is"] == "counted":
                    self.counted[said["round"]] = said["vote"]
                elif board.get("phase") == "vote" and board["round"] not in self.counted:
                    await phone.says(do="vote", round=board["round"], vote=vote_for(board["form"], self.rng))


class Lesson:
    """One class, and whoever leads it: every button is pressed at the cockpit, over the wire."""

    def __init__(self, app: ClassApp, pilot: Any, cockpit: Caller, plan: Plan) -> None:
        self.app, self.pilot, self.cockpit = app, pilot, cockpit
        self.conductor = app.session.conductor
        self.ways = {
            (part.place, asked.step): asked.way for part in (*plan.parts, *plan.apart) for asked in part.asked
        }
        self.pupils = [Pupil(number) for number in range(PUPILS)]
        self.rounds: dict[int, list[tuple[AnyForm, str]]] = defaultdict(list)
        self.kinds: set[str] = set()
        self.towers: set[str] = set()

    @property
    def poll(self) -> Poll | None:
        return self.conductor.view.poll

    async def press(self, **press: Any) -> None:
        """Press a button, wait until the cockpit shows that it was, and look at the projector."""
        await self.read_on()
        before = self.conductor.view.board.number
        await self.cockpit.says(**press, saw=before)
        while (await self.cockpit.hears("stand", within=SOON))["stand"]["number"] <= before:
            pass
        await self.pilot.pause()
        await self.revealed()
        self.look()

    async def revealed(self) -> None:
        """Wait for what the room has said: a column that has grown is scrolled once it is laid out."""
        async with asyncio.timeout(SOON):
            while self.poll is not None and self.poll.step is Step.SHOWN and "The room:" not in self.seen():
                await self.pilot.pause(0.01)

    def seen(self) -> str:
        """What is on the projector, as text."""
        return seen(self.app)

    async def read_on(self) -> None:
        """Press the big button for as long as the projector has more to show."""
        while self.conductor.projector.first:
            await self.cockpit.says(do="next", does=self.conductor.button)
            await self.pilot.pause(0.01)

    def look(self) -> None:
        """Nothing private is on the projector, and no tally before the reveal."""
        seen = self.seen()
        assert self.app.session.room.desk.secret not in seen
        for pupil in self.pupils:
            assert not pupil.name or not re.search(rf"\b{pupil.name}\b", seen), seen
        poll = self.poll
        if poll is not None and (poll.open or poll.step is Step.TALK):
            assert not re.search(r"\d votes?\b|The room:", seen), seen
            if poll.open and not isinstance(poll.question, Renovation):
                assert "█" not in seen.split("┏")[0], seen

    async def play(self) -> None:
        """Lead the class to its end, as it is planned."""
        while (question := self.conductor.view.moment.question) is not None:
            moment = self.conductor.view.moment
            way = self.ways[moment.index, moment.step]
            if self.poll is None:
                await self.press(do="next")
            elif way is Way.CREW:
                await self.at_the_tower(question.id)
            elif way in (Way.VOTE, Way.TWICE):
                await self.vote(twice=way is Way.TWICE)
            else:
                called = next(choice.id for choice in self.poll.form.choices if not choice.struck)
                await self.press(do="take", answer=called)

    async def at_the_tower(self, question: str) -> None:
        """The room votes on the first offer; then the crew goes on alone."""
        if question in self.towers:
            await self.press(do="crew")
        else:
            self.towers.add(question)
            await self.vote(twice=False)

    async def vote(self, *, twice: bool) -> None:
        """Once or twice, with a talk between."""
        poll, answered = self.poll, len(self.conductor.run.past())
        assert poll.twice == twice
        self.kinds.add(poll.question.kind)
        for _ in range(1 + twice):
            await self.press(do="next")
            self.rounds[answered].append((poll.form, self.conductor.view.board.round))
            while (await self.conductor.counted()).answered < PUPILS:
                await asyncio.sleep(0.01)
            self.look()
            await self.press(do="next")
        assert self.poll.step is Step.SHOWN
        await self.press(do="next")


@pytest.mark.prove
async def test_a_class_from_the_door_to_the_page(tmp_path):
    library = Library(open_story(shipped(), tmp_path / "cache"), tmp_path / "runs")
    run = library.new("lesson", cut="class", seed=7)
    plan, results = plan_of(run.story, "class"), tmp_path / "results"
    results.mkdir()
    session = Session(Opening(run, Desk.new("lesson", 0)), tmp_path, seats=PUPILS, notes=noted(run.story, "class"))
    app = ClassApp(session, results, still=True)
    async with AsyncExitStack() as stack:
        pilot = await stack.enter_async_context(app.run_test(size=(100, 30)))
        await app.workers.wait_for_complete()
        cockpit = await stack.enter_async_context(calling(session.room, "/cockpit/ws"))
        await cockpit.says(do="open", secret=session.room.desk.secret)
        lesson = Lesson(app, pilot, cockpit, plan)
        pupils = [asyncio.create_task(pupil.take_part(session.room)) for pupil in lesson.pupils]
        while (await session.conductor.counted()).seats < PUPILS:
            await asyncio.sleep(0.01)
        await pilot.press("enter")
        assert isinstance(app.screen, Front)
        await lesson.play()
        await pilot.press("q")
        assert isinstance(app.screen, AskScreen)
        await pilot.press("q")
        await asyncio.wait_for(asyncio.gather(*pupils), SOON)
        await app.workers.wait_for_complete()

    assert lesson.kinds == {"choose", "predict", "tell", "arrange", "fix", "night"}
    answers = [answer for _, answer in library.open("lesson").past()]
    assert library.open("lesson").now().question is None
    assert lesson.rounds
    for answered, rounds in lesson.rounds.items():
        form, round = rounds[-1]
        assert answers[answered] == form.together([pupil.counted[round] for pupil in lesson.pupils])
    voted = [
        asked.question.id for part in (*plan.parts, *plan.apart) for asked in part.asked if asked.way is Way.TWICE
    ]
    assert {taken.question for taken in session.conductor.results if len(taken.rounds) == 2} == {*voted}
    assert_written(results, session)
    assert await sheets_of(results / "lesson-class.html") in (1, None)
    assert_adds_up(plan)


def assert_written(results, session) -> None:
    table = read_tables([results / "lesson-class.csv"])
    assert session.conductor.results
    for taken in session.conductor.results:
        assert table.votes(taken.question) == PUPILS
    assert "played by a class" in (results / "lesson-class.html").read_text()


async def sheets_of(page) -> int | None:
    """How many sheets of paper a page takes; None where there is no browser to print it."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        return None
    printed = page.with_suffix(".pdf")
    words = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    printing = await asyncio.create_subprocess_exec(
        chromium, *words, page.as_uri(), stderr=asyncio.subprocess.DEVNULL
    )
    assert await printing.wait() == 0
    return len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes()))


def assert_adds_up(plan) -> None:
    """One part begins where the last one ends, and all of them are over when the lesson is."""
    lasts = [part.ends - part.begins for part in plan.parts]
    assert min(lasts) > 0
    assert DOOR + sum(lasts) == pytest.approx(plan.closes)
    assert plan.closes <= plan.seconds <= MINUTES * 60
