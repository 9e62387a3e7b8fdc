"""What many plays came to, in lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from game.proof.bots.gathered import ALL, Gathered, Group, Middle
from game.proof.columns import LABEL, columns, row

RAREST: Final = 10
"""As many lines as are named of those that are told least often."""
BARS: Final = "▁▂▃▄▅▆▇█"
ASCII_BARS: Final = "12345678"
"""The fullest bar of a row, and its eighths; nothing stands where there is no play at all."""

_NUMBERS: Final = ("plays", "words", "", "minutes", "", "asked", "answers")
_WIDTHS: Final = (7, 8, 13, 9, 8, 8, 9)


def shown(gathered: Gathered, *, ascii_only: bool = False) -> str:
    """The report, in aligned columns."""
    parts = [
        [_heading(gathered)],
        _plays(gathered.groups),
        _endings(gathered.groups),
        *([_gauge(name, gathered.groups, ascii_only=ascii_only) for name in _gauges(gathered)]),
        _told(gathered),
        [f"failed: {each.bot}:{each.seed} at {each.where}: {each.what}" for each in gathered.failed],
        [_verdict(gathered)],
    ]
    return "\n\n".join(filter(None, ("\n".join(filter(None, part)) for part in parts)))


def _heading(gathered: Gathered) -> str:
    how = f"{gathered.cut} cut{', facts only' if gathered.facts_only else ''}"
    first = gathered.first_seed
    return f"{gathered.title}, {how}. The seeds of each bot: {first}, {first + 1}, {first + 2} and on."


def _plays(groups: Mapping[str, Group]) -> Iterator[str]:
    yield columns("Plays", _NUMBERS, _WIDTHS)
    for name, group in groups.items():
        words, minutes = (f"{_few(each.median)}" for each in (group.words, group.minutes))
        cells = [str(group.plays), words, _span(group.words), minutes, _span(group.minutes)]
        cells += [_few(group.asked.median), _few(group.answers.median)]
        yield columns(f"  {name}", cells, _WIDTHS)


def _few(number: float) -> str:
    return f"{number:,.0f}"


def _span(middle: Middle) -> str:
    return f"{middle.least:,}–{middle.most:,}"


def _endings(groups: Mapping[str, Group]) -> Iterator[str]:
    endings = groups[ALL].endings if groups else {}
    if not endings:
        return
    widths = [max(6, len(name) + 2) for name in groups]
    yield columns("Endings", list(groups), widths)
    for ending in endings:
        shares = [f"{group.endings[ending] / group.plays:.0%}" for group in groups.values()]
        yield columns(f"  {ending}", shares, widths)


def _gauges(gathered: Gathered) -> list[str]:
    return list(gathered.groups[ALL].gauges) if gathered.groups else []


def _gauge(gauge: str, groups: Mapping[str, Group], *, ascii_only: bool) -> Iterator[str]:
    counts = {name: group.gauges[gauge] for name, group in groups.items()}
    yield f"{gauge.capitalize() + ' at the end':{LABEL + 3}}" + "".join(f"{at:>3}" for at in range(11)) + "   ever"
    for name, count in counts.items():
        cells = "".join(f"  {bar}" for bar in _bars(count, ASCII_BARS if ascii_only else BARS))
        least, most = groups[name].reached[gauge]
        yield f"  {name:{LABEL + 1}}{cells}{f'{least}–{most}':>7}"


def _bars(counts: Sequence[int], signs: str) -> Iterator[str]:
    most = max(counts)
    for count in counts:
        yield signs[-(-count * len(signs) // most) - 1] if count else " "


def _told(gathered: Gathered) -> Iterator[str]:
    for label, done, counts in (
        ("Lines", "told", gathered.lines),
        ("Choices", "made", gathered.answers),
    ):
        never = [name for name, count in counts.items() if not count]
        yield row(label, [f"{len(counts) - len(never)} of {len(counts)} {done}"])
        if never:
            yield row("", [f"never {done}: {', '.join(never)}"])
    rarest = sorted((count, name) for name, count in gathered.lines.items() if count)[:RAREST]
    yield row("Rarest", [f"{name} {count}" for count, name in rarest])


def _verdict(gathered: Gathered) -> str:
    plays = gathered.groups[ALL].plays if gathered.groups else 0
    parts = [f"{plays:,} plays came to their end"]
    parts += [f"{len(gathered.failed):,} did not"] if gathered.failed else []
    parts += [f"nobody met the ending {' or '.join(gathered.unmet)}"] if gathered.unmet else []
    return f"{'; '.join(parts)}."
