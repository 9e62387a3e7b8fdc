"""The galley: a sound script laid out for the rules, with the place of every line and every text that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path as FilePath
from typing import Final, NamedTuple

from game.errors import ForPeople, why
from game.proof.form import FACTS, WHOLE, Form
from game.proof.plans.sheets import Plans, plans_of
from game.proof.walk.walked import Progress, Walked, all_walked
from game.script import story_of
from game.story.after_rules import SpineSheet
from game.story.beat import Beat
from game.story.folder import SPINE, Script
from game.story.model import Path, Spine, parts_of
from game.story.problems import Problem, Said
from game.story.questions import Question
from game.story.reader import read_file
from game.story.rules import Sheet
from game.story.story import Story, week_line_id
from game.story.whole import Read

HIDDEN: Final = frozenset(
    "about aloud as board cites clear clock covers cuts fault id kind means name names needs opens parts recall "
    "removed right set unasked was when".split()
)
"""Keys whose words no player reads."""
TEXTS: Final = (".txt", ".md")
"""The files of a folder that a script is compared with."""


class Unreadable(ForPeople):
    """A folder of texts to compare with that cannot be read."""


class Part(NamedTuple):
    """Something that a script is made of: the sheet it stands in, the keys that lead to it, and itself."""

    sheet: Sheet | SpineSheet
    path: Path
    part: object


class Shown(NamedTuple):
    """A text that players read: the sheet it stands in, where, and the text."""

    sheet: Sheet | SpineSheet
    path: Path
    text: str

    def problem(self, what: str, word: str = "") -> Problem:
        """A problem at this text, or at a word of it."""
        return self.sheet.problem(self.path, Said(what, word=word))


class Galley:
    """What rules look at.

    ``texts`` are other people's, by name, that no line may repeat. ``progress`` is told what takes long.
    """

    def __init__(
        self,
        script: Script,
        read: Read,
        texts: Mapping[str, str] | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.script = script
        self.read = read
        self.texts = texts or {}
        self._progress = progress

    @cached_property
    def spine(self) -> SpineSheet:
        """The spine beside its file."""
        shown = self.script.shown(SPINE)
        spine, tree, _ = read_file(self.script.scenes / SPINE, shown, Spine)
        assert spine is not None, "it has been read before"
        assert tree is not None, "it has been read before"
        return SpineSheet(shown, spine, tree)

    @cached_property
    def sheets(self) -> tuple[Sheet | SpineSheet, ...]:
        """Everything with lines in it: the scenes, what is asked days later, and the spine."""
        recall = (self.read.recall,) if self.read.recall else ()
        return (*self.read.sheets, *recall, self.spine)

    @cached_property
    def story(self) -> Story:
        """The script as it is played."""
        return story_of(self.script, self.read)

    @cached_property
    def plans(self) -> Plans:
        """The golden plans beside the script."""
        return plans_of(self.script, self.read.spine)

    @cached_property
    def parts(self) -> list[Part]:
        """Every part of every sheet, with the keys that lead to it."""
        return [
            Part(sheet, path, part)
            for sheet in self.sheets
            for path, part in parts_of(sheet.spine if isinstance(sheet, SpineSheet) else sheet.scene)
        ]

    @cached_property
    def beats(self) -> list[Beat]:
        """Every line that can be told."""
        return [part for _, _, part in self.parts if isinstance(part, Beat)]

    @cached_property
    def shown(self) -> list[Shown]:
        """Every text that players read."""
        return [
            Shown(sheet, path, part)
            for sheet, path, part in self.parts
            if isinstance(part, str) and _key(path) not in HIDDEN
        ]

    @cached_property
    def whole(self) -> Form:
        """The story with all that is made up."""
        return Form(lambda _: self.story, WHOLE, "")

    @cached_property
    def facts(self) -> Form:
        """The story where only facts are told."""
        return Form(self.story.without_fiction, FACTS, ", with only facts told")

    @cached_property
    def walks(self) -> tuple[Walked, ...]:
        """Every cut walked through, with and without what is made up."""
        return tuple(all_walked(self.story, self._progress))

    def is_question(self, step: str) -> bool:
        """Whether the step with this id is a question."""
        return step in self._questions

    @cached_property
    def _questions(self) -> frozenset[str]:
        return frozenset(part.id for _, _, part in self.parts if isinstance(part, Question))

    @cached_property
    def _places(self) -> dict[str, tuple[Sheet | SpineSheet, Path]]:
        found: dict[str, tuple[Sheet | SpineSheet, Path]] = {
            part.id: (sheet, path) for sheet, path, part in self.parts if isinstance(part, Beat | Question)
        }
        for at, week in enumerate(self.read.spine.weeks):
            found[week_line_id(week.number)] = (self.spine, ("weeks", at, "montage"))
        return found

    def at_step(self, step: str, what: str) -> Problem:
        """A problem at the line or question with this id."""
        sheet, path = self._places[step]
        return sheet.problem(path, what)

    def at_spine(self, what: str, *path: str | int) -> Problem:
        """A problem of the story as a whole, or at a place of its spine."""
        return self.spine.problem(path, what) if path else Problem(self.spine.file, 0, 0, what)


def _key(path: Path) -> str:
    """The key under which a text stands, or the list that it stands in."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def texts_in(folder: FilePath) -> dict[str, str]:
    """The texts of a folder, by their names. Raises ``Unreadable``, in words, when there are none."""
    if not folder.is_dir():
        raise Unreadable(f"{folder} is no folder; give one with the texts to compare with.")
    try:
        found = [path for path in sorted(folder.rglob("*")) if path.suffix in TEXTS and path.is_file()]
        texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8", errors="replace") for path in found}
    except OSError as error:
        raise Unreadable(f"Not all of {folder} can be read: {why(error)}.") from None
    if not texts:
        raise Unreadable(f"There is no text in {folder}; its files end in {' or '.join(TEXTS)}.")
    return texts
