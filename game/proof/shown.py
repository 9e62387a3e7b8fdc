"""The report in lines, for people: what there is, beside what it is held to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import Final

from game.proof import grade, pace
from game.proof.length import MINUTES
from game.proof.report import CutReport, Report
from game.proof.rule import Finding
from game.story.questions.skip import MOST_CORNERS

WIDTH: Final = 79
_LABEL: Final = 14
_CELL: Final = 9
_LEDGER: Final = {"derived": "Worked figures", "outside": "Outside", "retellings": "Retellings"}


def shown(report: Report) -> str:
    """The report, in aligned columns."""
    return "\n".join(
        [*_contents(report), "", *_pace(report), "", *_lengths(report), "", *_walks(report), "", *_grades(report)]
    )


def notes(found: Iterable[Finding]) -> str:
    """What is for the writer to judge, a line each; empty when there is nothing."""
    return "\n".join(f"note: {each.problem}" for each in found if each.rule.severity == "note")


def untold(report: Report) -> str:
    """The facts that no line tells, by their ids; empty when every one is told."""
    missing = report.ledger["facts"].missing
    if not missing or len(missing) == report.ledger["facts"].of:
        return ""
    return "\n".join(wrap(f"Not told yet: {', '.join(missing)}.", WIDTH, break_on_hyphens=False))


def _contents(report: Report) -> Iterator[str]:
    days = f"{report.days.told} of {report.days.of}"
    missing = f"missing: {report.days.missing}" if report.days.told and report.days.missing else ""
    yield _row("Days", [days, missing])
    facts = report.ledger["facts"]
    rest = (
        f"{name} {share.told} of {share.of}" for key, name in _LEDGER.items() if (share := report.ledger[key]).of
    )
    yield _row("Facts told", [f"{facts.told} of {facts.of}", *rest])
    count = sum(report.lines.values())
    yield _row("Lines", [f"{kind} {n} ({n / max(1, count):.0%})" for kind, n in report.lines.items()], str(count))
    asked = sum(report.questions.values())
    yield _row("Questions", [f"{kind} {n}" for kind, n in report.questions.items()], str(asked))
    yield _row("Corners", [f"{report.corners} days of at most {MOST_CORNERS}", f"envelopes {report.envelopes}"])


def _row(label: str, parts: Sequence[str], first: str = "") -> str:
    text = " · ".join(filter(None, parts))
    text = f"{first}: {text}" if first and text else text or first
    return "\n".join(wrap(f"{label:{_LABEL}}{text}", WIDTH, subsequent_indent=" " * _LABEL))


def _pace(report: Report) -> Iterator[str]:
    yield _columns("Pace in words", ["key", "question", "run", "mean", "screen", "median"])
    for cut, each in report.cuts.items():
        found = each.pace
        numbers = [found.first_key, found.first_question, found.longest_run]
        numbers += [round(found.mean_run), found.longest_screen, round(found.median_screen)]
        yield _columns(f"  {cut}", map(str, numbers))
    most = [pace.FIRST_KEY, pace.FIRST_QUESTION, pace.RUN, pace.MEAN_RUN, pace.SCREEN, pace.MEDIAN_SCREEN]
    yield _columns("  at most", map(str, most))


def _lengths(report: Report) -> Iterator[str]:
    yield _columns("Length", ["shortest", "typical", "longest"] * 2, "meant")
    for cut, each in report.cuts.items():
        yield _columns(f"  {cut}", _length(each), str(MINUTES[cut]))


def _walks(report: Report) -> Iterator[str]:
    """How many states all plays come to. What they do not come to is a finding."""
    yield _counts("Every play", ["states", "transitions", "questions", "dead ends", "proved"])
    for cut, each in report.cuts.items():
        for label, walk in ((f"  {cut}", each.walk), ("    facts", each.facts_walk)):
            figures = (walk.states, walk.transitions, walk.questions, walk.dead_ends)
            yield _counts(label, [*(f"{figure:,}" for figure in figures), "yes" if walk.proved else "no"])


def _counts(label: str, cells: Sequence[str]) -> str:
    """Cells as wide as what is counted in them."""
    return f"{label:{_LABEL}}" + "".join(
        f"{cell:>{w}}" for cell, w in zip(cells, (15, 16, 11, 11, 8), strict=True)
    )


def _length(cut: CutReport) -> Iterator[str]:
    for number in (cut.words.least, cut.words.typical, cut.words.most):
        yield f"{number:,} w"
    for number in (cut.minutes.least, cut.minutes.typical, cut.minutes.most):
        yield f"{number} min"


def _columns(label: str, cells: Iterable[str], last: str = "") -> str:
    """Cells of one width, and a narrow one."""
    return f"{label:{_LABEL}}" + "".join(f"{cell:>{_CELL}}" for cell in cells) + (f"{last:>7}" if last else "")


def _grades(report: Report) -> Iterator[str]:
    found = [
        f"week {week} {number}" if week else f"outside the days {number}" for week, number in report.grades.items()
    ]
    yield _row("Reading grade", [*found, f"at most {grade.MOST:g}"] if found else ["too few words to tell"])
