"""The report in lines, for people: what there is, beside what it is held to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Final

from game.proof import grade
from game.proof.columns import WIDTH, columns, row
from game.proof.form import FACTS, WHOLE, Bounds
from game.proof.length import MINUTES
from game.proof.report import FormReport, Pace, Report
from game.proof.rule import Finding
from game.story.calendar import MOST_CORNERS, Cut
from game.story.report import Inks, told

COUNTED: Final = (15, 16, 11, 11, 8)
"""How wide the cells are in which states are counted."""
_LEDGER: Final = {"derived": "Worked figures", "outside": "Outside", "retellings": "Retellings"}


def shown(report: Report) -> str:
    """The report, in aligned columns."""
    return "\n".join(
        [*_contents(report), "", *_pace(report), "", *_lengths(report), "", *_walks(report), "", *_grades(report)]
    )


def notes(found: Iterable[Finding], width: int, inks: Inks) -> str:
    """What is for the writer to judge, each in its place; empty when there is nothing."""
    return "\n".join(told(each.problem, width, inks) for each in found if each.rule.severity == "note")


def untold(report: Report) -> str:
    """The facts that no line tells, by their ids; empty when every one is told."""
    missing = report.ledger["facts"].missing
    if not missing or len(missing) == report.ledger["facts"].of:
        return ""
    return "\n".join(wrap(f"Not told yet: {', '.join(missing)}.", WIDTH, break_on_hyphens=False))


def _contents(report: Report) -> Iterator[str]:
    days = f"{report.days.told} of {report.days.of}"
    missing = f"missing: {report.days.missing}" if report.days.told and report.days.missing else ""
    yield row("Days", [days, missing])
    facts = report.ledger["facts"]
    rest = (
        f"{name} {share.told} of {share.of}" for key, name in _LEDGER.items() if (share := report.ledger[key]).of
    )
    yield row("Facts told", [f"{facts.told} of {facts.of}", *rest])
    count = sum(report.lines.values())
    yield row("Lines", [f"{kind} {n} ({n / max(1, count):.0%})" for kind, n in report.lines.items()], str(count))
    asked = sum(report.questions.values())
    yield row("Questions", [f"{kind} {n}" for kind, n in report.questions.items()], str(asked))
    corners = f"{report.corners} days of at most {MOST_CORNERS}"
    plans = f"plans {report.plans}" if report.plans else ""
    yield row("Corners", [corners, f"envelopes {report.envelopes}", plans])


def _pace(report: Report) -> Iterator[str]:
    yield columns("Pace in words", ["key", "question", "run", "mean", "screen", "median"])
    yield from _paces({cut: each.pace for cut, each in report.cuts.items()}, WHOLE)
    yield "Only facts told"
    yield from _paces({cut: each.facts_only.pace for cut, each in report.cuts.items()}, FACTS)


def _paces(paces: Mapping[Cut, Pace], most: Bounds) -> Iterator[str]:
    for cut, found in paces.items():
        numbers = [found.first_key, found.first_question, found.longest_run]
        numbers += [round(found.mean_run), found.longest_screen, round(found.median_screen)]
        yield columns(f"  {cut}", map(str, numbers))
    yield columns("  at most", map(str, most))


def _lengths(report: Report) -> Iterator[str]:
    yield columns("Length", [*["shortest", "typical", "longest"] * 2, "meant"])
    for cut, each in report.cuts.items():
        yield columns(f"  {cut}", [*_length(each), str(MINUTES[cut])])
    yield "Only facts told"
    for cut, each in report.cuts.items():
        yield columns(f"  {cut}", _length(each.facts_only))


def _walks(report: Report) -> Iterator[str]:
    """How many states all plays come to. What they do not come to is a finding."""
    yield columns("Every play", ["states", "transitions", "questions", "dead ends", "proved"], COUNTED)
    for cut, each in report.cuts.items():
        for label, walk in ((f"  {cut}", each.walk), ("    facts", each.facts_only.walk)):
            figures = (walk.states, walk.transitions, walk.questions, walk.dead_ends)
            cells = (*(f"{figure:,}" for figure in figures), "yes" if walk.proved else "no")
            yield columns(label, cells, COUNTED)


def _length(cut: FormReport) -> Iterator[str]:
    for number in (cut.words.least, cut.words.typical, cut.words.most):
        yield f"{number:,} w"
    for number in (cut.minutes.least, cut.minutes.typical, cut.minutes.most):
        yield f"{number} min"


def _grades(report: Report) -> Iterator[str]:
    found = [
        f"week {week} {number}" if week else f"outside the days {number}" for week, number in report.grades.items()
    ]
    yield row("Reading grade", [*found, f"at most {grade.MOST:g}"] if found else ["too few words to tell"])
