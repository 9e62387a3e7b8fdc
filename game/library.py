"""The library: the runs kept on this machine, each under its name."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from math import inf
from pathlib import Path
from typing import Final, NamedTuple

from game.journal import ENDING, FORMAT, NAME, SEEDS, BrokenRun, Entry, Header, Journal, Loaded, answers_of, load
from game.replay import named_as_now
from game.run import Refused, Run
from game.story.calendar import Cut
from game.story.problems import BrokenScript
from game.story.state import State
from game.story.story import Story

FIRST_WORDS: Final = [
    "amber",
    "brass",
    "copper",
    "cedar",
    "dusty",
    "early",
    "hollow",
    "iron",
    "late",
    "lucky",
    "narrow",
    "quiet",
    "second",
    "tall",
    "velvet",
]
SECOND_WORDS: Final = [
    "awning",
    "boiler",
    "cable",
    "door",
    "fuse",
    "hinge",
    "kettle",
    "lamp",
    "ladder",
    "landing",
    "lift",
    "porch",
    "stair",
    "tap",
    "window",
]

DEVICES: Final = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")
"""What Windows takes for a device, whatever the ending: what is written to *nul.jsonl* there is gone."""
RECALLS: Final = f".recall{ENDING}"
"""How the file ends that is kept beside a run. No run's name has a full stop in it."""


class Glimpse(NamedTuple):
    """What can be said of a run without replaying it. ``day`` is None outside the forty-nine days."""

    name: str
    day: int | None


class Summary(NamedTuple):
    """A run in a list. ``state`` is None, and ``trouble`` says why, when it cannot be played."""

    name: str
    day: int | None
    state: State | None
    over: bool
    trouble: str


class Library:
    """Runs of one story in one folder, or nowhere when ``folder`` is None: then nothing is kept.

    ``words`` are those of the command line that lead to the story, *--script my-scenes*; none for the game's own.
    """

    def __init__(self, story: Story, folder: Path | None, words: str = "") -> None:
        self.story = story
        self.folder = folder
        self._words = words

    def command(self, words: str) -> str:
        """What to type in a shell to do something with a run of this story."""
        return " ".join(filter(None, ("seven-weeks", words, self._words)))

    def _files(self) -> list[Path]:
        """Every journal, the newest first. Files with names that no run can have are none of ours."""
        if self.folder is None:
            return []
        dated = []
        for path in self.folder.glob(f"*{ENDING}"):
            if NAME.fullmatch(path.stem):
                with suppress(OSError):  # it was deleted this very moment, or is a link to nowhere
                    dated.append((path.stat().st_mtime_ns, path))
        return [path for _, path in sorted(dated, reverse=True)]

    def names(self) -> list[str]:
        """The names of all runs, the newest first."""
        return [path.stem for path in self._files()]

    def glimpse(self) -> Glimpse | None:
        """The newest run that can be read and is one of this story, in short."""
        for path in self._files():
            try:
                loaded = load(path)
            except BrokenRun:
                continue
            standing = self._standing(loaded)
            if self._is_of_this(standing):
                return Glimpse(path.stem, self._day_of(loaded, standing))
        return None

    def _standing(self, loaded: Loaded) -> list[Entry]:
        """The answers of a play that stand, under the ids of today."""
        return named_as_now(self.story, answers_of(loaded.entries))

    def _is_of_this(self, standing: list[Entry]) -> bool:
        """Whether any of these answers is to a question of this story: plays of all scripts lie in one folder."""
        at = {place.id: index for index, place in enumerate(self.story.places)}
        try:
            return not standing or any(
                entry.question in (step.id for step in self.story.scene(at[entry.scene]).beats)
                for entry in standing
                if entry.scene in at
            )
        except BrokenScript:  # it is said when the play is opened
            return True

    def _day_of(self, loaded: Loaded, standing: list[Entry]) -> int | None:
        """The day on which a play goes on: that of its last answer, or the next where that was the day's last."""
        last = standing[-1] if standing else None
        at = next((at for at, place in enumerate(self.story.places) if last and place.id == last.scene), None)
        if last is None or at is None:
            return None
        story, cut = self._told(loaded), loaded.header.cut
        with suppress(BrokenScript):  # it is said when the play is opened
            closing = next(story.closing(at, cut), None)
            if closing is not None and closing.id == last.question:
                at = next((later for later in range(at + 1, len(story)) if story.has(later, cut)), at)
        return story.day(at)

    def _told(self, loaded: Loaded) -> Story:
        """The story as this play tells it."""
        header = loaded.header
        return self.story.without_fiction(header.cut) if header.facts_only else self.story

    def finished(self, *, before: float = inf) -> Iterator[str]:
        """The names of the plays whose last question is answered, the newest first; none of them is replayed.

        Only those that were played last ``before`` a moment, in seconds since the epoch.
        """
        for path in self._files():
            with suppress(BrokenRun, OSError):
                if path.stat().st_mtime < before and self._is_over(load(path)):
                    yield path.stem

    def _is_over(self, loaded: Loaded) -> bool:
        standing = self._standing(loaded)
        return bool(standing) and standing[-1].question in self._told(loaded).last_questions(loaded.header.cut)

    def newest(self) -> Run | None:
        """The run of this story that was played last, or None when there is none that can be opened."""
        glimpse = self.glimpse()
        return self.open(glimpse.name) if glimpse else None

    def runs(self) -> list[Summary]:
        """Every run, the newest first, with where it stands."""
        return [self._summary(path) for path in self._files()]

    def _summary(self, path: Path) -> Summary:
        try:
            run, why = self._replayed(path)
        except BrokenRun as broken:
            return Summary(path.stem, None, None, False, str(broken))
        moment = run.now()
        return Summary(path.stem, moment.scene.day, moment.state, moment.question is None, why)

    def _path(self, name: str) -> Path:
        if self.folder is None:
            raise Refused("Nothing is being saved, so there are no runs.")
        names = self.names()
        if name not in names:
            raise Refused(f"There is no run called '{name}'. Runs: {', '.join(names) or 'none yet'}.")
        return self.folder / (name + ENDING)

    def open(self, name: str) -> Run:
        """A run, replayed to where it stood.

        A run that no longer can be played to its end goes on from its last good point in a new run, with a
        notice that says why; the old file is kept. Raises ``Refused`` when nothing can be made of it.
        """
        run, why = self._found(name)
        if not why:
            return run
        forked = run.forked(len(run.past()))
        stopped = f"{name} could be played up to here: {why}. You go on in {forked.name}; {name} is kept."
        forked.notice = " ".join(filter(None, (stopped, run.notice)))
        return forked

    def look(self, name: str) -> Run:
        """A run to look at, not to play: as far as it can be replayed, with a notice where that is not to its end.

        Nothing is written. Raises ``Refused`` when nothing can be made of it.
        """
        run, why = self._found(name)
        if why:
            run.notice = f"{name} is shown as far as it can be played: {why}."
        return run

    def _found(self, name: str) -> tuple[Run, str]:
        path = self._path(name)
        try:
            return self._replayed(path)
        except BrokenRun as broken:
            raise Refused(f"{broken}. The file is kept.") from None

    def _replayed(self, path: Path) -> tuple[Run, str]:
        """A run, and why it does not go as far as its file."""
        loaded = load(path)
        run = Run(self.story, Journal.reopen(path, loaded))
        standing = answers_of(loaded.entries)
        stop = run.replay(standing)
        if not stop and run.entries != standing:
            run.journal.retell(run.entries)
        return run, stop.why if stop else loaded.trouble

    def new(
        self,
        name: str | None = None,
        *,
        cut: Cut = "full",
        seed: int | None = None,
        facts_only: bool = False,
        played_before: bool | None = None,
    ) -> Run:
        """A new play. Raises ``Refused`` when the name is taken or is not one.

        Unless it is said whether this player has ``played_before``, the library looks.
        """
        name = name or self._free_name()
        if not NAME.fullmatch(name):
            raise Refused(f"'{name}' cannot be a name; use small letters, digits and hyphens, like brass-kettle.")
        if DEVICES.fullmatch(name):
            raise Refused(f"'{name}' is a device on Windows and no file; take another name, like brass-kettle.")
        if name in self.names():
            raise Refused(
                f"There is a run called '{name}' already. Open it with --run {name}, or take another name."
            )
        seed = secrets.randbelow(2**32) if seed is None else seed
        if seed not in SEEDS:
            raise Refused("A seed is a whole number of at most 18 digits.")
        digest = self.story.digest
        header = Header(
            format=FORMAT,
            name=name,
            seed=seed,
            cut=cut,
            story=digest,
            facts_only=facts_only,
            played_before=any(self.finished()) if played_before is None else played_before,
        )
        path = self.folder / (name + ENDING) if self.folder else None
        return Run(self.story, Journal(path, header))

    def _free_name(self) -> str:
        taken = set(self.names())
        pairs = [f"{first}-{second}" for first in FIRST_WORDS for second in SECOND_WORDS]
        free = [pair for pair in pairs if pair not in taken]
        return secrets.choice(free) if free else f"{secrets.choice(pairs)}-{len(taken)}"

    def delete(self, name: str) -> None:
        """Delete a run for good. Raises ``Refused`` when there is none of that name or the disk refuses."""
        path = self._path(name)
        try:
            path.unlink()
            path.with_suffix(RECALLS).unlink(missing_ok=True)
        except OSError as error:
            raise Refused(f"{path.name} could not be deleted: {error.strerror}") from None

    def recalls(self, name: str) -> Path | None:
        """The file beside a run in which its recalls are kept; there may be none yet."""
        return self.folder / (name + RECALLS) if self.folder else None
