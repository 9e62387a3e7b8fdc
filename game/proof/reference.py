"""The reference: every rule with what it asks for, why, an example that breaks it, and what is said of that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill
from typing import Final

from game.errors import ForPeople
from game.proof.examples import EVERY, shown
from game.proof.registry import RULES
from game.story.problems import did_you_mean, on_one_line
from game.story.report import WIDTH, told
from game.story.rulebook.index import CHAPTERS
from game.story.rulebook.rule import Rule, Slip

MOST_LINES: Final = 24
"""Lines of the longest example that is printed whole."""

_HEAD: Final = """\
# The rules

What `seven-weeks check` holds a script against. `seven-weeks rules CODE` prints one of them. An error keeps a
script from being played, or fails the check; a note is for you to judge. This page is made from the rules.
[For programs](#for-programs) there is `check --json`.
"""
_FOR_PROGRAMS: Final = """\
## For programs

`seven-weeks check --json` writes what the check says as one JSON object. The exit code is 0 when all is well and 1
otherwise. The keys below keep their names and meanings; others may be added.

| key | what it holds |
|---|---|
| `format` | 1; it goes up if a meaning ever has to change |
| `title`, `scenes`, `whole` | the story's title, how many scenes it has, whether it says that it is whole |
| `days` | `told`, `of` (49 and the launch), `missing` |
| `ledger` | for `facts`, `derived`, `outside`, `retellings`: `told`, `of` and `missing`, a list of ids |
| `lines`, `questions` | how many there are of each kind |
| `corners`, `envelopes`, `plans` | days that offer a corner to cut, envelopes, golden plans beside the script |
| `cuts` | for each cut the next table, and under `facts_only` the same where only facts are told |
| `grades` | the reading grade of every week with enough words in it; week 0 is what lies outside the days |
| `problems`, `notes` | what breaks a rule, in reading order |

| of a cut | what it holds |
|---|---|
| `words`, `minutes` | `least`, `typical` and `most` of a play; minutes without those of the night |
| `pace` | in words: `first_key`, `first_question`, `longest_run`, `mean_run`, `longest_screen`, `median_screen` |
| `walk` | `states` in which `questions` are asked, `transitions`, `dead_ends`; whether all is `proved` |
| `walk.gauges` | the least and the most, in the end, of those gauges that endings read |

| of a problem or a note | what it holds |
|---|---|
| `rule` | its code on this page |
| `severity` | `error` or `note` |
| `file` | its path, from the folder that holds the scenes |
| `line`, `column` | counted from 1; 0 for the file as a whole |
| `what` | what is wrong, and what to do |

Where a script cannot be played at all, only `format` and `problems` are there.
"""
_WHOLE: Final = "Rules of a whole story: its days, its pace, its length, its words."


class UnknownRule(ForPeople):
    """A code that no rule has."""


def reference() -> str:
    """The whole reference, as Markdown."""
    chapters: dict[str, tuple[Rule, ...]] = {**CHAPTERS, _WHOLE: RULES}
    parts = [_HEAD, *(_contents(about, rules) for about, rules in chapters.items())]
    for about, rules in chapters.items():
        parts += [f"## {_title(about)}\n", *map(_section, rules)]
    return "\n".join([*parts, _FOR_PROGRAMS])


def explained(codes: Iterable[str]) -> str:
    """What there is to say of the rules with these codes. Raises ``UnknownRule``, in words, for any other."""
    by_code = {rule.code: rule for rule in EVERY}
    for code in codes:
        if code not in by_code:
            near = did_you_mean(code, by_code) or "; seven-weeks rules lists them"
            raise UnknownRule(f"There is no rule '{code}'{near}.")
    return "\n".join(_section(by_code[code]) for code in codes)


def _title(about: str) -> str:
    return about.partition(":")[0]


def _contents(about: str, rules: Iterable[Rule]) -> str:
    rows = (f"| [{rule.code}](#{rule.code}) | {rule.about} |" for rule in rules)
    return "\n".join(
        [f"**{_title(about)}**:{about.partition(':')[2]}\n", "| rule | what it asks |", "|---|---|", *rows, ""]
    )


def _section(rule: Rule) -> str:
    return "\n".join(_lines(rule))


def _lines(rule: Rule) -> Iterator[str]:
    yield from (f"### {rule.code}\n", fill(f"{rule.about} {rule.why}", WIDTH) + "\n")
    if found := shown(rule):
        if found.text:
            yield from ("```yaml", *_short(found.text), "```\n")
        yield from ("```text", told(found.problem), "```\n")
    elif isinstance(rule, Slip):
        yield from ("```text", f"{rule.severity}[{rule.code}] {rule.says}", "```\n")


def _short(text: str) -> list[str]:
    """The lines of an example, those in the middle left out where there are too many."""
    lines = [on_one_line(line.expandtabs(4)).rstrip() for line in text.splitlines()]
    lines = [line if len(line) <= WIDTH else f"{line[: WIDTH - 3]}..." for line in lines]
    half = MOST_LINES // 2
    return lines if len(lines) <= MOST_LINES else [*lines[:half], "...", *lines[-half:]]
