"""The recall: a few questions, days later. A play of its own of one scene; the play it is about stays as it was.

What came of it is kept in a small file beside the journal, ``NAME.recall.jsonl``, one line a sitting: the journal
replays the same for ever, and deleting a play deletes that file with it.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from game.files import content_of
from game.journal import FORMAT, Header, Journal
from game.library import Library
from game.run import Refused, Run
from game.story.model import Scene
from game.story.questions import Predict
from game.story.state import Guess
from game.story.story import Place, Story

DAY: Final = 24 * 60 * 60.0
"""Seconds after the last answer of a play from which on the title offers its recall."""
NUMBERS: Final = "no one two three four five six seven eight nine ten".split()


class Recalled(NamedTuple):
    """A question of the recall, what was answered, and whether that was right."""

    question: Predict
    guess: Guess
    right: bool


class Sitting(msgspec.Struct, frozen=True, omit_defaults=True):
    """One recall that is over: on which day, and whether each question, by its id, was remembered."""

    on: dt.date
    remembered: dict[str, bool]

    @property
    def right(self) -> int:
        """Questions remembered."""
        return sum(self.remembered.values())


def questions_of(scene: Scene) -> list[Predict]:
    """The questions of a recall."""
    return [step for step in scene.beats if isinstance(step, Predict)]


def label_of(story: Story) -> str:
    """*five questions*; empty in a story without a recall."""
    count = len(questions_of(story.recall)) if story.recall else 0
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{number} question{'' if count == 1 else 's'}" if count else ""


def recall_of(story: Story) -> Run:
    """The recall as a play of its own, of which nothing is kept. Raises ``Refused`` where a story has none."""
    scene = story.recall
    if scene is None:
        raise Refused("This story has no recall: nothing is asked days later.")
    place = Place.of("recall", scene, "")
    alone = Story(story.spine, [place], lambda _: scene, lambda: story.ledger, story.digest)
    return Run(alone, Journal(None, Header(format=FORMAT, name="recall", seed=0, cut="full", story=story.digest)))


def recalled(run: Run) -> tuple[Recalled, ...]:
    """What was answered so far, in order."""
    answered = [(moment.question, answer) for moment, answer in run.past()]
    return tuple(
        Recalled(question, Guess(**answer), question.close(answer["guess"]))
        for question, answer in answered
        if isinstance(question, Predict)
    )


def due(library: Library, now: float) -> str:
    """The newest play that is over since a day or longer and has not been recalled; empty when there is none.

    ``now`` is in seconds since the epoch.
    """
    if not library.story.has_recall:
        return ""
    names = library.finished(before=now - DAY)
    return next((name for name in names if not sittings(library.recalls(name))), "")


def chosen(library: Library, name: str = "") -> str:
    """The play that is meant: this one, or the one that was over last. Raises ``Refused`` when it is not over."""
    if not name:
        name = next(library.finished(), "")
        if not name:
            raise Refused("No play has come to its end yet. The recall asks about one that has.")
        return name
    if name not in library.names():
        library.open(name)
    if name not in library.finished():
        raise Refused(f"{name} has not come to its end yet. Play it first: {library.command(f'--run {name}')}")
    return name


def keep(path: Path | None, run: Run, on: dt.date) -> str:
    """Write down what came of a recall. Gives why it could not be, or nothing; that ends no recall."""
    if path is None:
        return ""
    sitting = Sitting(on, {each.question.id: each.right for each in recalled(run)})
    try:
        with path.open("ab") as file:
            file.write(msgspec.json.encode(sitting) + b"\n")
    except OSError as error:
        return f"This could not be written down: {error.strerror}."
    return ""


def sittings(path: Path | None) -> list[Sitting]:
    """The recalls of a play that are over, the oldest first. Lines that cannot be read are passed over."""
    try:
        lines = content_of(path).splitlines() if path else []
    except OSError:
        return []
    found = []
    for line in lines:
        try:
            found.append(msgspec.json.decode(line, type=Sitting))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
    return found


def summed_up(run: Run, before: list[Sitting]) -> list[str]:
    """What was remembered, in sentences, beside the last time."""
    found = recalled(run)
    said = [f"You remembered {sum(each.right for each in found)} of {len(found)}."]
    if before:
        last = before[-1]
        on = f"{last.on.day} {last.on:%B %Y}"
        said.append(f"Last time, on {on}, it was {last.right} of {len(last.remembered)}.")
    return said
