"""Blocks as one HTML page for paper. It fetches nothing and runs nothing, and every text in it is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from game.after import bars
from game.after.blocks import (
    Asking,
    Block,
    Drawing,
    Entry,
    Heading,
    Listed,
    Marked,
    NewPage,
    Said,
    Table,
    Tallies,
    Turned,
)

_STYLE: Final = """
  @page { size: A4; margin: 11mm 15mm; }
  body { font: 9.5pt/1.35 Georgia, "DejaVu Serif", serif; color: #111; }
  body { max-width: 178mm; margin: 1rem auto; padding: 0 1rem; }
  h1 { font-size: 17pt; margin: 0 0 .5rem; } h2 { font-size: 11.5pt; margin: .8rem 0 .2rem; }
  p { margin: .25rem 0; } .faint { color: #555; font-style: italic; }
  table { border-collapse: collapse; width: 100%; font-size: 8.5pt; }
  th, td { text-align: left; padding: .05rem .5rem .05rem 0; vertical-align: top; border-bottom: 1px solid #ccc; }
  tr:last-child td { border-bottom: 0; } .figure { text-align: right; font-variant-numeric: tabular-nums; }
  ul.marked { list-style: none; padding: 0; margin: .2rem 0; }
  ul.marked li { padding-left: 1.4rem; text-indent: -1.4rem; }
  .mark { display: inline-block; width: 1.4rem; text-indent: 0; } ul, ol { margin: .2rem 0; padding-left: 1.4rem; }
  figure { float: right; margin: 0 0 .6rem 1rem; } figure svg { width: 76mm; height: auto; display: block; }
  .room { border-bottom: 1px solid #111; height: 1.7rem; margin: 0 0 1rem; }
  .answers { list-style: none; padding-left: 1.4rem; margin-bottom: 1rem; }
  .entry { margin-top: .7rem; } .entry p { break-inside: avoid; padding-left: 4rem; text-indent: -4rem; }
  .entry h3 { break-after: avoid; font-size: 1em; margin: 0; border-bottom: 1px solid #111; }
  .entry h3 span { font-weight: normal; font-variant-numeric: tabular-nums; margin-right: .6rem; }
  .entry :is(b, i) { display: inline-block; width: 4rem; text-indent: 0; } .entry i { color: #555; }
  section { clear: both; } section.next { break-before: page; margin-top: 3rem; }
  section.turned { transform: rotate(180deg); break-inside: avoid; margin-top: 2rem; font-size: 9.5pt; }
  @media print {
    body { margin: 0; padding: 0; max-width: none; font-size: 8.6pt; line-height: 1.28; }
    table { font-size: 8pt; } h1 { font-size: 15pt; } h2 { font-size: 10pt; margin-top: .5rem; }
    section.next { margin-top: 0; }
    section:has(.entry) { columns: 2; column-gap: 7mm; }
    section:has(.entry) { font: 7.8pt/1.17 "Times New Roman", "Liberation Serif", Tinos, serif; }
    section:has(.entry) > :is(h2, h2 + p) { break-after: avoid; } section:has(.entry) > ol { break-inside: avoid; }
    section:has(.entry) > :is(h1, h1 + ul, h1 + ul + p) { column-span: all; }
    .entry { margin-top: 1.2mm; } .entry p { margin: .1mm 0; padding-left: 11.5mm; text-indent: -11.5mm; }
    .entry :is(b, i) { width: 11.5mm; }
  }
"""


def html(blocks: Iterable[Block], *, title: str) -> str:
    """The blocks as a document of its own."""
    blocks = list(blocks)
    sheets: list[tuple[str, list[str]]] = [("", [])]
    for block in blocks:
        if isinstance(block, NewPage | Turned):
            sheets.append((" class=turned" if isinstance(block, Turned) else " class=next", []))
        else:
            sheets[-1][1].extend(_parts(block))
    style = _STYLE + (bars.STYLE if any(isinstance(block, Tallies) for block in blocks) else "")
    body = "\n".join(f"<section{kind}>\n" + "\n".join(parts) + "\n</section>" for kind, parts in sheets)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _parts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"<h{level}>{escape(text)}</h{level}>"
        case Said(text, faint):
            yield f"<p{' class=faint' if faint else ''}>{escape(text)}</p>"
        case Marked(lines):
            inside = (f"<span class=mark>{escape(mark)}</span>{escape(text)}" for mark, text in lines)
            yield f'<ul class="marked">{_items(inside)}</ul>'
        case Table(head, rows, figures):
            yield "<table>"
            yield f"<thead>{_row(head, figures, 'th')}</thead>"
            yield f"<tbody>{''.join(_row(row, figures, 'td') for row in rows)}</tbody></table>"
        case Listed(items, numbered):
            kind = "ol" if numbered else "ul"
            yield f"<{kind}>{_items(map(escape, items))}</{kind}>"
        case Asking(number, text, answers):
            yield f"<p><b>{number}. {escape(text)}</b></p>"
            yield f"<ul class=answers>{_items(map(escape, answers))}</ul>" if answers else "<div class=room></div>"
        case Drawing(_, picture):
            yield f"<figure>{picture}</figure>"
        case Entry():
            yield _entry(block)
        case Tallies(tallies):
            yield bars.html(tallies)


def _entry(entry: Entry) -> str:
    when = f"<span>{escape(entry.when)}</span>" if entry.when else ""
    kinds = (("b" if strong else "i", escape(word), escape(text)) for word, text, strong in entry.lines)
    lines = (f"<p><{kind}>{word}</{kind}>{text}</p>" for kind, word, text in kinds)
    return f"<div class=entry><h3>{when}{escape(entry.what)}</h3>{''.join(lines)}</div>"


def _items(items: Iterable[str]) -> str:
    return "".join(f"<li>{item}</li>" for item in items)


def _row(cells: Iterable[str], figures: tuple[int, ...], kind: str) -> str:
    inside = (
        f"<{kind}{' class=figure' if place in figures else ''}>{escape(cell)}</{kind}>"
        for place, cell in enumerate(cells)
    )
    return f"<tr>{''.join(inside)}</tr>"
