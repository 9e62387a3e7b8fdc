"""The check: a script read, held against every rule, and reported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.proof.galley import Galley
from game.proof.registry import findings
from game.proof.report import Report, as_json, report_of, unplayable
from game.proof.rule import Finding
from game.proof.shown import notes, shown, untold
from game.proof.walk.walked import Progress
from game.story.folder import Script
from game.story.problems import BrokenScript, Problem
from game.story.report import PLAIN, WIDTH, Inks
from game.story.whole import read_whole


class Checked(NamedTuple):
    """What a check found of a script that can be played."""

    report: Report
    findings: tuple[Finding, ...]

    @property
    def problems(self) -> list[Problem]:
        """What breaks a rule."""
        return [each.problem for each in self.findings if each.rule.severity == "error"]

    def in_words(self, width: int = WIDTH, inks: Inks = PLAIN) -> str:
        """The report, then the notes, then, if there is none, that there is no problem."""
        count = f"{self.report.scenes} scene{'' if self.report.scenes == 1 else 's'}"
        end = "" if self.problems else f"{count}, no problems."
        remarks = notes(self.findings, width, inks)
        return "\n\n".join(filter(None, [shown(self.report), untold(self.report), remarks, end]))


def checked(script: Script, texts: Mapping[str, str] | None = None, progress: Progress | None = None) -> Checked:
    """Read a script and hold it against every rule.

    ``texts`` are other people's, which it must not repeat. ``progress`` is told what takes long.

    Raises ``BrokenScript`` for a script that cannot be played.
    """
    galley = Galley(script, read_whole(script), texts, progress)
    return Checked(report_of(galley), tuple(findings(galley)))


def checked_as_json(script: Script, texts: Mapping[str, str] | None = None) -> tuple[str, bool]:
    """The same as JSON, and whether all is well."""
    try:
        found = checked(script, texts)
    except BrokenScript as broken:
        return unplayable(broken.problems), False
    return as_json(found.report, found.findings), not found.problems
