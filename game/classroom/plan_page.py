"""The plan on paper, block by block: what to prepare, every scene with its minutes, the close, and days later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from game.after.blocks import Entry, Heading, Labelled, Listed, Said
from game.after.recall import questions_of
from game.classroom.plan import Asked, Part, Plan, Way, slips_of
from game.classroom.plan_words import asks, clock, minutes, offered, sources, talks, to_show
from game.story.calendar import Cut
from game.story.lesson_minutes import DOOR
from game.story.story import Story
from game.words import bare, scene_heading

PlanBlock = Heading | Said | Listed | Entry

PREPARE: Final = (
    "Play it once yourself: seven-weeks --new rehearsal --cut {cut}",
    "At the front: seven-weeks class --cut {cut} --lan. With --solo there are no phones, and hands are counted.",
    "For you: seven-weeks cockpit, on a second screen or in a browser. It has these notes, and the clock.",
    "For the room: a projector; read it from the last row. Phones in the same network, one for two is enough.",
)
"""What to prepare, a line each."""
KEYS: Final = (
    "Enter does what comes next. Vote: everybody, on the phones. Aloud: somebody calls out, you press the digit. "
    "Tower: vote on some of the crew’s offers, then m makes the crew’s next move. In brackets: what is right. "
    "Heard: what they may say, and an answer. Sources: paragraphs of the two articles; s opens them."
)
DOOR_OPENS: Final = (
    "Address, four letters and two pictures stand at the front. Say what it is: "
    "a true story, told in a house that is made up."
)
WAYS: Final = {Way.VOTE: "Vote", Way.TWICE: "Vote", Way.ALOUD: "Aloud", Way.CREW: "Tower"}


def title(story: Story, plan: Plan) -> str:
    """What stands above it all."""
    return f"{story.spine.title} with a class: {minutes(plan.seconds)}"


def page(story: Story, plan: Plan) -> Iterator[PlanBlock]:
    """The whole plan."""
    yield Heading(title(story, plan), 1)
    yield Listed(tuple(line.format(cut=plan.cut) for line in PREPARE))
    yield Said(KEYS, faint=True)
    yield Entry(_span(0, DOOR), "The door", (Labelled("Do", DOOR_OPENS),))
    for part in plan.parts:
        yield _entry(story, plan.cut, part)
    yield Entry(
        _span(plan.closes, max(plan.closes, plan.seconds)),
        "The close",
        tuple(Labelled("Ask", each) for each in story.spine.discussion),
    )
    for part in plan.apart:
        yield Heading(f"For minutes that are left, or another day: {minutes(part.ends - part.begins)}")
        yield _entry(story, plan.cut, part, timed=False)
    yield from _later(story)


def _span(begins: float, ends: float) -> str:
    return f"{clock(begins)}–{clock(ends)}"


def _entry(story: Story, cut: Cut, part: Part, *, timed: bool = True) -> Entry:
    when = _span(part.begins, part.ends) if timed else ""
    return Entry(when, bare(scene_heading(part.scene, None, with_week=False)), tuple(_lines(story, cut, part)))


def _lines(story: Story, cut: Cut, part: Part) -> Iterator[Labelled]:
    lesson = part.lesson
    if lesson.teaches:
        yield Labelled("Teaches", lesson.teaches)
    if lesson.note:
        yield Labelled("Do", lesson.note)
    for way, each in groupby(to_show(part), key=lambda asked: asked.way):
        if way is Way.ALOUD:
            yield Labelled(WAYS[way], " · ".join(map(asks, each)))
        else:
            yield from (line for asked in each for line in _stop(asked))
    for slip in slips_of(lesson, cut):
        yield Labelled("Heard", f"{slip.says} → {slip.answer}")
    if found := sources(part, cut, story.ledger):
        yield Labelled("Sources", f"{found}.")


def _stop(asked: Asked) -> Iterator[Labelled]:
    yield Labelled(WAYS[asked.way], asks(asked), strong=True)
    if asked.way is Way.TWICE:
        yield Labelled("Talk", talks(asked), strong=True)


def _later(story: Story) -> Iterator[PlanBlock]:
    """What is asked days later, with what is right."""
    if story.recall is None:
        return
    yield Heading("Days later, without looking anything up")
    yield Said("Whoever has played alone can be asked by the game: seven-weeks recall", faint=True)
    yield Listed(tuple(map(offered, questions_of(story.recall))), numbered=True)
