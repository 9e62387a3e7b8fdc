"""A small story that has everything after its end: endings, a record, a night's numbers, envelopes, a recall."""

from __future__ import annotations

from msgspec.structs import replace

from game.run import Run
from game.story.beat import Reported, Worked
from game.story.condition import Condition
from game.story.model import Ending, Scene, Week
from game.story.questions import Predict
from game.story.questions.predict import Possible
from game.story.story import Story
from tests.ledgers import LEDGER
from tests.stories import evening, go, night, number, opening, scene, story, tell, told, unkept

ENDINGS = (
    Ending(
        id="lamp",
        title="The lamp in the hall",
        when=Condition("late_nights >= 5"),
        text="They left a light on for you, most nights. Tonight you switch it off yourself.",
    ),
    Ending(id="stairs", title="The stairs", text="You take the stairs down. They are shorter that way."),
)

RECORD = (
    Reported(id="rec-four", text="They were up until 4.", cites=("four",)),
    Worked(id="rec-gap", text="From 4 to 8 is four hours.", cites=("gap",)),
)

HOUR = replace(number("hour", right=4), text="Until what hour were they up?")
CAUSE = Predict(
    id="cause",
    text="What was the hard part?",
    right="all",
    answers=(Possible(id="one", text="One part of it"), Possible(id="all", text="All of it at once")),
)

RECALL = scene(
    "recall",
    replace(number("rc-hour", right=4), text="Until what hour were they up?", unit="o’clock"),
    Reported(id="rc-hour-told", text="They were up until 4.", cites=("four",), opens="rc-hour"),
    replace(CAUSE, id="rc-cause"),
    Reported(id="rc-cause-told", text="All of it at once.", cites=("eight",), opens="rc-cause"),
)


def ended(*, weeks: int = 2, with_night: bool = False) -> Story:
    """Weeks of evenings between two envelopes and the same question asked twice; a night, if wanted; an end."""
    days = [evening(day) for day in range(2, 7 * weeks)]
    first = scene("day-1", tell("before", "worth_before"), HOUR, CAUSE, go("on"), day=1)
    last: list[Scene] = [scene(f"day-{7 * weeks}", told("eve"), go("up"), day=7 * weeks)]
    if with_night:
        last = [scene(f"day-{7 * weeks}", told("eve"), night("the-night"), go("up"), day=7 * weeks)]
    end = scene("end", opening("rec", "hour"), go("more"), opening("rec-2", "cause"), tell("after", "worth_after"))
    scenes = [first, *days, *last, end]
    spine = story(*scenes, flags=("hasty",)).spine
    spine = replace(
        spine,
        endings=ENDINGS,
        record=RECORD,
        weeks=tuple(Week(number=n, title=f"The {word} week") for n, word in enumerate(("first", "second"), 1)),
    )
    return Story.of(spine, scenes, LEDGER, RECALL)


def play(
    run: Run | None = None, *, evenings: str = "late", sure: int = 5, guess: int = 4, cause: str = "one"
) -> Run:
    """A play of :func:`ended` to its end: every evening alike, as long as one can."""
    run = run or unkept(ended())
    answers = {
        "before": 2,
        "after": 4,
        "hour": {"guess": guess, "sure": sure},
        "cause": {"guess": cause, "sure": 2},
    }
    while (question := run.now().question) is not None:
        if question.id.startswith("evening"):
            refused = question.refusal(evenings, run.now().state)
            run.answer("home" if refused else evenings)
        else:
            run.answer(answers.get(question.id))
    return run
