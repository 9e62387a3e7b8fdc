"""The report of a script: what it comes to, beside what it is held to.

What its keys mean as JSON, and that they stay, is promised at the end of the reference of the rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import msgspec

from game.proof import coverage, grade, measures
from game.proof.form import Form
from game.proof.galley import Galley
from game.proof.legs import span_of
from game.proof.rule import Finding
from game.proof.walk.walked import Walked
from game.story.calendar import CUTS, Cut
from game.story.problems import Problem, as_utf8

FORMAT: Final = 1


class Days(msgspec.Struct, frozen=True):
    """The days that have a scene, the launch among them."""

    told: int
    of: int
    missing: str


class Length(msgspec.Struct, frozen=True):
    """What no play falls short of, what a typical one comes to, and what none goes beyond."""

    least: int
    typical: int
    most: int


class Pace(msgspec.Struct, frozen=True):
    """Words; the longest of any play, the mean and the median of random ones, the worst play counting."""

    first_key: int
    first_question: int
    longest_run: int
    mean_run: float
    longest_screen: int
    median_screen: float


class Walk(msgspec.Struct, frozen=True):
    """What all plays of a cut come to; states that no later condition tells apart are one."""

    states: int
    transitions: int
    questions: int
    dead_ends: int
    proved: bool
    gauges: dict[str, tuple[int, int]]


class FormReport(msgspec.Struct, frozen=True):
    """What a cut comes to in one form."""

    words: Length
    minutes: Length
    pace: Pace
    walk: Walk


class CutReport(FormReport, frozen=True):
    """What a cut comes to whole, and where only facts are told."""

    facts_only: FormReport


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a script comes to."""

    title: str
    scenes: int
    whole: bool
    days: Days
    ledger: dict[str, coverage.Share]
    lines: dict[str, int]
    questions: dict[str, int]
    corners: int
    envelopes: int
    plans: int
    cuts: dict[Cut, CutReport]
    grades: dict[int, float]


def report_of(galley: Galley) -> Report:
    """Everything there is to say of a script but what breaks a rule."""
    there = len(coverage.days_there(galley)) + coverage.launched(galley)
    return Report(
        title=galley.read.spine.title,
        scenes=len(galley.read.places),
        whole=galley.read.spine.whole,
        days=Days(there, coverage.ALL, coverage.missing_days(galley)),
        ledger=coverage.shares(galley),
        lines=coverage.kinds(galley),
        questions=coverage.questions(galley),
        corners=len(coverage.corner_days(galley)),
        envelopes=coverage.envelopes(galley),
        plans=len(galley.plans.sheets),
        cuts={cut: _cut(galley, cut) for cut in CUTS},
        grades={
            week: round(found, 1)
            for week, lines in grade.weeks(galley).items()
            if (found := grade.grade_of(lines)) is not None
        },
    )


def _cut(galley: Galley, cut: Cut) -> CutReport:
    whole, facts = (_walk(each) for each in galley.walks if each.cut == cut)
    told = _form(galley.whole, cut, whole)
    only = _form(galley.facts, cut, facts)
    return CutReport(told.words, told.minutes, told.pace, told.walk, facts_only=only)


def _form(form: Form, cut: Cut, walk: Walk) -> FormReport:
    legs, typical = form.legs[cut], form.typical[cut]
    words, seconds = span_of(legs), span_of(legs, of_seconds=True)
    begins = measures.opening(legs)
    return FormReport(
        words=Length(round(words.least), typical.words, round(words.most)),
        minutes=Length(round(seconds.least / 60), round(typical.seconds / 60), round(seconds.most / 60)),
        pace=Pace(
            first_key=begins.key.words,
            first_question=begins.question.words,
            longest_run=measures.longest_run(legs),
            mean_run=round(typical.run, 1),
            longest_screen=measures.longest_screen(legs),
            median_screen=typical.screen,
        ),
        walk=walk,
    )


def _walk(walked: Walked) -> Walk:
    return Walk(
        walked.states,
        walked.transitions,
        walked.questions,
        dead_ends=len(walked.stuck),
        proved=not walked.beyond,
        gauges=walked.gauges,
    )


def as_json(report: Report, found: Iterable[Finding]) -> str:
    """The report and what was found, as JSON. See the module for what its keys mean."""
    found = list(found)
    data: dict[str, Any] = {
        "format": FORMAT,
        **{name: getattr(report, name) for name in report.__struct_fields__},
        "ledger": {name: share._asdict() for name, share in report.ledger.items()},
        "problems": [_plain(each.problem) for each in found if each.rule.severity == "error"],
        "notes": [_plain(each.problem) for each in found if each.rule.severity == "note"],
    }
    return _written(data)


def unplayable(problems: Iterable[Problem]) -> str:
    """As JSON, why a script cannot be played at all."""
    return _written({"format": FORMAT, "problems": [_plain(problem) for problem in problems]})


def _plain(problem: Problem) -> dict[str, str | int]:
    found = {key: getattr(problem, key) for key in ("rule", "severity", "file", "line", "column", "what")}
    return {key: as_utf8(value) if isinstance(value, str) else value for key, value in found.items()}


def _written(data: dict[str, Any]) -> str:
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode()
