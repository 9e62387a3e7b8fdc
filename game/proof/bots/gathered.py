"""What many plays came to.

As JSON it has these keys, which keep their names and meanings; others may be added:

- ``format``: 1; ``title``; ``cut``; ``facts_only``; ``first_seed``: play k of each bot has the seed ``first_seed``
  plus k, counted from 0
- ``groups``: for each bot, and for ``all`` of them, ``plays`` that came to their end; of ``words``, ``minutes``
  (those of the night not counted), ``asked`` (questions, a night being one and a go none) and ``answers`` (all of
  them) the ``least``, ``median`` and ``most``; ``endings``: how many plays came to each; ``gauges``: for each how
  many plays ended with it at 0, at 1 and so on up to 10; ``reached``: for each the least and the most it ever was
- ``lines`` and ``answers``: for each line, and for each answer written as *question: answer*, that this cut can
  come to, how often it did
- ``failed``: plays that raised an error: ``bot``, ``seed``, ``where`` and ``what``
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

import msgspec

from game.proof.bots.bot import Bot, Memory
from game.proof.bots.playing import Failed, Played, many
from game.proof.bots.scope import scope_of
from game.story.calendar import Cut
from game.story.condition import GAUGE_NAMES
from game.story.state import MOST
from game.story.story import Story

FORMAT: Final = 1
ALL: Final = "all"
ENOUGH: Final = 200
"""Plays at random of the full cut, among which every ending has to be."""


class Middle(msgspec.Struct, frozen=True):
    """The least, the middle and the most of some numbers."""

    least: int
    median: float
    most: int

    @classmethod
    def of(cls, numbers: Sequence[int]) -> Middle:
        """Of one number or more."""
        return cls(min(numbers), median(numbers), max(numbers))


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """What the plays of one bot, or of all, came to. There is at least one."""

    plays: int
    words: Middle
    minutes: Middle
    asked: Middle
    answers: Middle
    endings: dict[str, int]
    gauges: dict[str, tuple[int, ...]]
    reached: dict[str, tuple[int, int]]


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """What many plays came to. See the module for what is what."""

    format: int = FORMAT
    title: str
    cut: Cut
    facts_only: bool
    first_seed: int
    groups: dict[str, Group]
    lines: dict[str, int]
    answers: dict[str, int]
    failed: tuple[Failed, ...]

    @property
    def unmet(self) -> list[str]:
        """The endings that no play came to."""
        met = self.groups[ALL].endings if ALL in self.groups else {}
        return [ending for ending, plays in met.items() if not plays]

    @property
    def sound(self) -> bool:
        """Whether every play came to its end and, after ``ENOUGH`` at random of the full cut, to every ending."""
        enough = "random" in self.groups and self.groups["random"].plays >= ENOUGH
        return not self.failed and not (self.cut == "full" and enough and self.unmet)


def gather(bots: Sequence[Bot], story: Story, cut: Cut, *, plays: int, first: int) -> Gathered:
    """Let bots play so many plays in all. The first play of each has the seed ``first``."""
    memories: dict[str, Memory] = {}
    found = list(many(bots, story, cut, plays=plays, first=first, memories=memories))
    ended = [each for each in found if isinstance(each, Played)]
    scope = scope_of(story, cut)
    return Gathered(
        title=story.spine.title,
        cut=cut,
        facts_only=story.facts_only,
        first_seed=first,
        groups=_groups(story, ended),
        lines=_counted(scope.lines, (memory.lines for memory in memories.values())),
        answers=_counted(scope.answers, (memory.answers for memory in memories.values())),
        failed=tuple(each for each in found if isinstance(each, Failed)),
    )


def _counted(names: Iterable[str], counts: Iterable[Counter[str]]) -> dict[str, int]:
    every: Counter[str] = sum(counts, Counter())
    return {name: every[name] for name in names}


def _groups(story: Story, ended: Sequence[Played]) -> dict[str, Group]:
    names = dict.fromkeys(each.bot for each in ended)
    groups = {name: _group(story, [each for each in ended if each.bot == name]) for name in names}
    return groups | {ALL: _group(story, ended)} if ended else {}


def _group(story: Story, plays: Sequence[Played]) -> Group:
    met = Counter(each.ending for each in plays)
    gauges = () if story.facts_only else GAUGE_NAMES
    return Group(
        plays=len(plays),
        words=Middle.of([each.words for each in plays]),
        minutes=Middle.of([round(each.seconds / 60) for each in plays]),
        asked=Middle.of([each.asked for each in plays]),
        answers=Middle.of([each.answers for each in plays]),
        endings={} if story.facts_only else {ending.id: met[ending.id] for ending in story.spine.endings},
        gauges={name: _spread([getattr(each.end, name) for each in plays]) for name in gauges},
        reached={name: _outermost([each.reached[name] for each in plays]) for name in gauges},
    )


def _spread(values: Sequence[int]) -> tuple[int, ...]:
    """How often a gauge stands at 0, at 1 and so on."""
    return tuple(values.count(value) for value in range(MOST + 1))


def _outermost(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return min(least for least, _ in spans), max(most for _, most in spans)


def as_json(gathered: Gathered) -> str:
    """It as JSON. See the module for what its keys mean."""
    failed = [each._asdict() for each in gathered.failed]
    data = {name: getattr(gathered, name) for name in gathered.__struct_fields__} | {"failed": failed}
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode()
