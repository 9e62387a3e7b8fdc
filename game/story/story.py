"""A story: the spine, the scenes in their order, read one by one as they are reached, and the ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import msgspec

from game.story.calendar import Cut
from game.story.ledger import Ledger
from game.story.model import Scene, Spine, parts_of
from game.story.questions import Predict


class Place(msgspec.Struct, frozen=True, array_like=True):
    """What is known of a scene before it is read: enough for the map, the order and the lock on changes."""

    file: str
    id: str
    title: str
    day: int | None
    cuts: tuple[Cut, ...]
    envelopes: tuple[str, ...]
    digest: str

    @classmethod
    def of(cls, file: str, scene: Scene, digest: str) -> Place:
        """The place of a scene that has been read whole."""
        envelopes = tuple(part.id for _, part in parts_of(scene) if isinstance(part, Predict))
        return cls(file, scene.id, scene.title, scene.day, scene.cuts, envelopes, digest)


class Story:
    """What is played. ``read`` brings the scene at a place, ``read_ledger`` the ledger; both are called once each.

    ``digest`` names this very script: it changes with any word of it.
    """

    def __init__(
        self,
        spine: Spine,
        places: Sequence[Place],
        read: Callable[[Place], Scene],
        read_ledger: Callable[[], Ledger],
        digest: str = "",
    ) -> None:
        self.spine = spine
        self.places = places
        self.digest = digest
        self._read = read
        self._read_ledger = read_ledger
        self._scenes: dict[int, Scene] = {}
        self._envelopes: dict[str, Predict] = {}

    @classmethod
    def of(cls, spine: Spine, scenes: Sequence[Scene], ledger: Ledger | None = None) -> Story:
        """A story from scenes at hand."""
        by_id = {scene.id: scene for scene in scenes}
        places = [Place.of(f"{scene.id}.yaml", scene, "") for scene in scenes]
        return cls(spine, places, lambda place: by_id[place.id], lambda: ledger or Ledger(articles={}, facts=()))

    def __len__(self) -> int:
        return len(self.places)

    def scene(self, index: int) -> Scene:
        """The scene at an index, read when first reached."""
        scene = self._scenes.get(index)
        if scene is None:
            scene = self._scenes[index] = self._read(self.places[index])
        return scene

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger, read when first asked for."""
        return self._read_ledger()

    def envelope(self, question: str) -> Predict:
        """The envelope with this id. Raises ``KeyError`` when the story has none."""
        if question not in self._envelopes:
            index = next((i for i, place in enumerate(self.places) if question in place.envelopes), None)
            if index is None:
                raise KeyError(question)
            for _, part in parts_of(self.scene(index)):
                if isinstance(part, Predict):
                    self._envelopes[part.id] = part
        return self._envelopes[question]

    @cached_property
    def titles(self) -> dict[int, str]:
        """The title of every day there is."""
        return {place.day: place.title for place in self.places if place.day is not None}

    def week_title(self, number: int) -> str:
        """The title of a week, or nothing when the spine has none."""
        return next((week.title for week in self.spine.weeks if week.number == number), "")
