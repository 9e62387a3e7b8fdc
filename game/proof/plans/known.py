"""What a plan may name: ids that the script does not have are found before anything is played."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.proof.bots.players import BOTS
from game.proof.plans.sheets import PlanSheet
from game.story.beat import Beat
from game.story.model import Path, parts_of
from game.story.plan import PlanStep, ids_of
from game.story.problems import Problem, did_you_mean
from game.story.questions import Question, Tell
from game.story.questions.base import Offer
from game.story.rules import EVERY_PLAY_HAS
from game.story.story import Story


class Known(NamedTuple):
    """The ids and names of a script, each kind by the keys of a plan under which it stands."""

    scenes: frozenset[str]
    lines: frozenset[str]
    questions: frozenset[str]
    offers: frozenset[str]
    names: frozenset[str]
    endings: frozenset[str]


def known_in(story: Story) -> Known:
    """All that plans of a story may name."""
    parts = [part for index in range(len(story)) for _, part in parts_of(story.scene(index))]
    weeks = filter(None, (story.week_line(week.number) for week in story.spine.weeks))
    kept = {part.keep for part in parts if isinstance(part, Tell)}
    return Known(
        scenes=frozenset(place.id for place in story.places),
        lines=frozenset(part.id for part in (*parts, *weeks) if isinstance(part, Beat)),
        questions=frozenset(part.id for part in parts if isinstance(part, Question)),
        offers=frozenset(part.id for part in parts if isinstance(part, Offer)),
        names=EVERY_PLAY_HAS | kept | {flag.name for flag in story.spine.flags},
        endings=frozenset(ending.id for ending in story.spine.endings),
    )


def unknown(sheet: PlanSheet, known: Known) -> Iterator[Problem]:
    """What a plan names that is not there."""
    if sheet.plan.otherwise not in BOTS:
        yield _unknown(sheet, ("otherwise",), "bot", sheet.plan.otherwise, BOTS)
    for index, step in enumerate(sheet.plan.steps):
        here: Path = ("steps", index)
        if not step.keys:
            yield sheet.problem(here, f"this step says nothing; its keys are {', '.join(step.__struct_fields__)}")
        yield from _in_step(sheet, here, step, known)


def _in_step(sheet: PlanSheet, here: Path, step: PlanStep, known: Known) -> Iterator[Problem]:
    looked_up = {
        "at": ("scene", known.scenes),
        "sees": ("line", known.lines),
        "misses": ("line", known.lines),
        "asks": ("question", known.questions),
        "open": ("option", known.offers),
        "struck": ("option", known.offers),
        "ending": ("ending", known.endings),
    }
    for key, (what, there) in looked_up.items():
        for path, name in named(getattr(step, key), (*here, key)):
            if name not in there:
                yield _unknown(sheet, path, what, name, there)
    for name in sorted(step.holds.names - known.names) if step.holds else ():
        yield _unknown(sheet, (*here, "holds"), "name", name, known.names)


def named(ids: str | tuple[str, ...] | None, path: Path) -> Iterator[tuple[Path, str]]:
    """Every id of one or several, each with the keys that lead to it."""
    for at, name in enumerate(ids_of(ids)):
        yield (path if isinstance(ids, str) else (*path, at)), name


def _unknown(sheet: PlanSheet, path: Path, what: str, name: str, known: Iterable[str]) -> Problem:
    return sheet.problem(path, f"there is no {what} '{name}'{did_you_mean(name, known)}")
