"""A story: the spine, the scenes in their order, read one by one as they are reached, and the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import msgspec

from game.story.beat import Imagined
from game.story.calendar import Cut
from game.story.facts import only_facts
from game.story.glossary import Glossary
from game.story.ledger import Ledger
from game.story.minutes import nights_of, reckoned
from game.story.model import Scene, Spine, parts_of
from game.story.questions import Predict, Question


class Place(msgspec.Struct, frozen=True, array_like=True):
    """What is known of a scene before it is read: enough for the map, the order and the lock on changes.

    ``seconds`` are those it takes in each cut, and then in each when only facts are told; ``nights`` are the cuts
    in which there is a night in it besides. ``was`` holds the ids that it had in released versions, each with the
    one of today: its own, those of its questions, and as *question/answer* those of what can be answered.
    """

    file: str
    id: str
    title: str
    day: int | None
    cuts: tuple[Cut, ...]
    envelopes: tuple[str, ...]
    digest: str
    seconds: tuple[int, ...]
    nights: tuple[Cut, ...]
    was: dict[str, str]

    @classmethod
    def of(cls, file: str, scene: Scene, digest: str) -> Place:
        """The place of a scene that has been read whole."""
        parts = [part for _, part in parts_of(scene)]
        envelopes = tuple(part.id for part in parts if isinstance(part, Predict))
        was = {old: part.id for part in parts if isinstance(part, Scene | Question) for old in part.was}
        for part in parts:
            if isinstance(part, Question):
                was |= {f"{part.id}/{old}": pick.id for pick in part.picks for old in pick.was}
        takes, nights = reckoned(scene), tuple(cut for cut in nights_of(scene.beats) if cut in scene.cuts)
        return cls(file, scene.id, scene.title, scene.day, scene.cuts, envelopes, digest, takes, nights, was)


class Story:
    """What is played. ``read`` brings a scene, ``read_ledger`` and ``read_glossary`` what they say, each once.

    ``recall`` is the place of the questions that are asked days later.
    ``digest`` names this very script: it changes with any word of it.
    """

    facts_only = False
    """Whether what is made up is left out."""

    def __init__(
        self,
        spine: Spine,
        places: Sequence[Place],
        read: Callable[[Place], Scene],
        read_ledger: Callable[[], Ledger],
        digest: str = "",
        *,
        recall: Place | None = None,
        read_glossary: Callable[[], Glossary] = Glossary,
    ) -> None:
        self.spine = spine
        self.places = places
        self.digest = digest
        self._recall = recall
        self._read = read
        self._read_ledger = read_ledger
        self._read_glossary = read_glossary
        self._scenes: dict[int, Scene] = {}
        self._envelopes: dict[str, Predict] = {}

    @classmethod
    def of(
        cls,
        spine: Spine,
        scenes: Sequence[Scene],
        ledger: Ledger | None = None,
        recall: Scene | None = None,
        *,
        glossary: Glossary | None = None,
    ) -> Story:
        """A story from scenes at hand."""
        by_id = {scene.id: scene for scene in (*scenes, *([recall] if recall else []))}
        places = [Place.of(f"{scene.id}.yaml", scene, "") for scene in by_id.values()]
        later = places.pop() if recall else None
        return cls(
            spine,
            places,
            lambda place: by_id[place.id],
            lambda: ledger or Ledger(articles={}, facts=()),
            recall=later,
            read_glossary=lambda: glossary or Glossary(),
        )

    def __len__(self) -> int:
        return len(self.places)

    def scene(self, index: int) -> Scene:
        """The scene at an index, read when first reached."""
        scene = self._scenes.get(index)
        if scene is None:
            scene = self._scenes[index] = self._read(self.places[index])
        return scene

    @property
    def has_recall(self) -> bool:
        """Whether there are questions that are asked days later. They are not read."""
        return self._recall is not None

    @cached_property
    def recall(self) -> Scene | None:
        """The questions that are asked days later, read when first asked for; None when there are none."""
        return self._read(self._recall) if self._recall else None

    def day(self, index: int) -> int | None:
        """The day of the scene at an index, if it is one. The scene is not read."""
        return (self._scenes.get(index) or self.places[index]).day

    def has(self, index: int, cut: Cut) -> bool:
        """Whether a cut plays the scene at an index. The scene is not read."""
        return cut in (self._scenes.get(index) or self.places[index]).cuts

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger, read when first asked for."""
        return self._read_ledger()

    @cached_property
    def glossary(self) -> Glossary:
        """The glossary, read when first asked for."""
        return self._read_glossary()

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
    def renamed(self) -> dict[str, str]:
        """The ids of released versions that are others today; see ``Place``."""
        return {old: now for place in self.places for old, now in place.was.items()}

    def closing(self, index: int, cut: Cut) -> Iterator[Question]:
        """The questions after which the scene at an index may be over in a cut, the last first."""
        for step in reversed(self.scene(index).beats):
            if isinstance(step, Question) and step.is_in(cut):
                yield step
                if step.when is None:
                    return

    def last_questions(self, cut: Cut) -> frozenset[str]:
        """The ids of the questions after which a play of this cut may be over."""
        last: set[str] = set()
        for index in reversed(range(len(self))):
            if not self.has(index, cut):
                continue
            for question in self.closing(index, cut):
                last.add(question.id)
                if question.when is None and self.scene(index).when is None:
                    return frozenset(last)
        return frozenset(last)

    @cached_property
    def titles(self) -> dict[int, str]:
        """The title of every day there is."""
        return {place.day: place.title for place in self.places if place.day is not None}

    def week_title(self, number: int) -> str:
        """The title of a week, or nothing when the spine has none."""
        return next((week.title for week in self.spine.weeks if week.number == number), "")

    def week_line(self, number: int) -> Imagined | None:
        """What is told where all of a week is passed, or nothing when the spine has no line for it."""
        line = next((week.montage for week in self.spine.weeks if week.number == number), None)
        return Imagined(id=week_line_id(number), text=line) if line else None

    def without_fiction(self, cut: Cut) -> Story:
        """The same story with nothing in it but facts, as a cut tells it."""
        return self if self.facts_only else _FactsOnly(self, cut)


def week_line_id(number: int) -> str:
    """The id of the line that is told for a week. No step of a script may have it."""
    return f"week-{number}-montage"


class _FactsOnly(Story):
    """A story without what is made up. Guesses are still held against every envelope there is."""

    facts_only = True

    def __init__(self, whole: Story, cut: Cut) -> None:
        super().__init__(
            whole.spine, whole.places, whole._read, whole._read_ledger, whole.digest, recall=whole._recall
        )
        self._whole = whole
        self._cut = cut

    def scene(self, index: int) -> Scene:
        scene = self._scenes.get(index)
        if scene is None:
            scene = self._scenes[index] = only_facts(self._whole.scene(index), self._cut)
        return scene

    @cached_property
    def ledger(self) -> Ledger:
        return self._whole.ledger

    @cached_property
    def glossary(self) -> Glossary:
        return self._whole.glossary

    def envelope(self, question: str) -> Predict:
        return self._whole.envelope(question)

    def week_line(self, number: int) -> Imagined | None:  # noqa: ARG002
        return None
