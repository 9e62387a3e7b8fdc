"""A tally on paper: an option a row, a bar for every round, black on white. The last round's bars are solid.

The bars are drawn and not coloured in by style, for browsers print no backgrounds unless they are asked to.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from game.after.blocks import Tally

STYLE: Final = """
  h2:has(+ .tallies) { clear: both; } figure:has(+ h2) svg { width: 42mm; }
  .tallies { columns: 2; column-gap: 7mm; margin-top: .3rem; font-size: 8.5pt; line-height: 1.2; }
  .tallies article { break-inside: avoid; padding: .2rem 0 .6rem; border-top: 1px solid #111; }
  .tallies h3 { font-size: 1em; margin: 0; }
  .tallies h3 span { font-weight: normal; color: #555; white-space: nowrap; }
  .tallies table { margin: .1rem 0; font-size: 1em; } .tallies :is(td, th) { border: 0; vertical-align: middle; }
  .tallies :is(td, th) { padding: 0 .4rem .1rem 0; } .tallies th { font-weight: normal; width: 56%; }
  .tallies .figure { padding-right: 0; width: 1%; white-space: nowrap; }
  .tallies svg { display: block; width: 100%; overflow: visible; }
  .tallies rect { vector-effect: non-scaling-stroke; }
  .tallies p { margin: 0; } .tallies p i { color: #555; margin-right: .4rem; }
  @media (max-width: 40em) { .tallies { columns: 1; } }
  @media print {
    .tallies { columns: 2; font: 9pt/1.2 "Times New Roman", "Liberation Serif", Tinos, serif; }
    section:has(.many) { font: 7.6pt/1.15 "Times New Roman", "Liberation Serif", Tinos, serif; }
    section:has(.many) > :is(h1, h2, p, ul) { margin-top: .15rem; margin-bottom: 0; }
    .tallies.many { columns: 3; column-gap: 5mm; font-size: 7pt; line-height: 1.02; }
    .many article { padding: .1rem 0 .25rem; } figure:has(+ h2 ~ .many) svg { width: 36mm; }
    .many :is(td, th) { padding-bottom: 0; }
  }
"""
MANY: Final = 10
"""Tallies up to which two columns hold them on one page."""
THICK: Final = 0.65
"""How high a bar is, in the height of a letter."""


def html(tallies: Sequence[Tally]) -> str:
    """All of them, one after the other down the columns."""
    many = ' class="tallies many"' if len(tallies) > MANY else ' class="tallies"'
    return f"<div{many}>{''.join(map(_tally, tallies))}</div>"


def _tally(tally: Tally) -> str:
    """One tally. Bars are for the eye alone: every one has its number beside it."""
    longest = max((count for _, counts in tally.rows for count in counts), default=0) or 1
    rows = "".join(_row(option, counts, longest) for option, counts in tally.rows)
    said = "".join(f"<p><i>{escape(word)}:</i>{escape(text)}</p>" for word, text, _ in tally.said)
    votes = " → ".join(map(str, tally.votes))
    many = f" <span>{votes} vote{'' if tally.votes == (1,) else 's'}</span>" if votes else ""
    table = f"<table>{rows}</table>" if rows else ""
    return f"<article><h3>{escape(tally.asked)}{many}</h3>{table}{said}</article>"


def _row(option: str, counts: Sequence[int], longest: int) -> str:
    rounds = len(counts)
    drawn = "".join(_bar(at, count, solid=at == rounds - 1) for at, count in enumerate(counts) if count)
    box = f'viewBox="0 0 {longest} {rounds * 10}" preserveAspectRatio="none" height="{rounds * THICK:g}em"'
    said = " → ".join(map(str, counts))
    return (
        f'<tr><th scope="row">{escape(option)}</th><td><svg {box} aria-hidden="true">{drawn}</svg></td>'
        f'<td class="figure">{said}</td></tr>'
    )


def _bar(at: int, count: int, *, solid: bool) -> str:
    fill = "#111" if solid else "#fff"
    return f'<rect y="{at * 10 + 1}" width="{count}" height="8" fill="{fill}" stroke="#111"/>'
