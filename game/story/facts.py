"""Facts only: a scene without what is made up. What is left says where it comes from, or asks about that.

By its kind a step stays or goes; the script's ``facts`` says otherwise for single steps. Nothing that stays
changes a gauge or a window. The player's clock is made up, and stands still.
"""

from __future__ import annotations

from typing import Any, Final, TypeVar

import msgspec
from msgspec.structs import replace

from game.story.beat import PROVENANCE, AnyBeat, Beat
from game.story.calendar import Cut
from game.story.model import AnyStep, Scene, parts_of
from game.story.questions import Go
from game.story.state import NOTHING, Effects
from game.story.step import Step

T = TypeVar("T", bound=msgspec.Struct)

STAY: Final = frozenset(PROVENANCE) - {"imagined"} | {"predict", "arrange", "fix", "tell"}
"""The kinds of step that stay unless the script says otherwise."""
MAY_STAY: Final = STAY | {"choose", "find"}
"""Those that stay if the script says so. All others are made of gauges, windows and things made up."""
ON: Final = "Go on"
"""The words on every door: a script's own belong to its building."""


def stays(step: Step) -> bool:
    """Whether a step is there when only facts are told."""
    return step.kind in STAY if step.facts is None else step.facts


def only_facts(scene: Scene, cut: Cut) -> Scene:
    """What a cut tells of a scene when it tells only facts. It may have no steps left.

    A question that goes leaves a door behind if anything was told since the last one: so no screen grows, and no
    door leads to another.
    """
    steps: list[AnyStep] = []
    told = False
    for step in scene.beats:
        if not step.is_in(cut):
            continue
        if isinstance(step, Beat):
            if stays(step):
                steps.append(replace(step, clock=None))
                told = True
        elif stays(step):
            asked = _bare(step)
            steps.append(asked)
            told = (told and step.when is not None) or any(isinstance(part, Beat) for _, part in parts_of(asked))
        elif told:
            steps.append(Go(id=step.id, text=ON))
            told = False
    return replace(scene, clock=None, beats=tuple(steps), montage=_sourced(scene.montage))


def _sourced(beats: tuple[AnyBeat, ...]) -> tuple[AnyBeat, ...]:
    return tuple(replace(beat, clock=None) for beat in beats if stays(beat))


def _bare(part: T) -> T:
    """A question, or a part of one, that changes nothing and tells only facts."""
    changes: dict[str, Any] = {"clock": None} if isinstance(part, Step) else {}
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if isinstance(value, Effects):
            changes[name] = NOTHING
        elif isinstance(value, msgspec.Struct):
            changes[name] = _bare(value)
        elif isinstance(value, tuple):
            kept = (each for each in value if not isinstance(each, Beat) or stays(each))
            changes[name] = tuple(_bare(each) if isinstance(each, msgspec.Struct) else each for each in kept)
    return replace(part, **changes)
