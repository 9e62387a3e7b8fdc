"""The rule of our own words: no line repeats nine words in a row of the ledger, or of texts that are not ours.

The ledger says what the articles say, so that it can be looked up. A story that recites it would read like a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.proof.galley import Galley
from game.proof.rule import Example, rule, scene
from game.story.ledger import Fact, Retelling
from game.story.problems import Problem

ROW: Final = 9
"""Words."""

_WORD: Final = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_QUOTATION: Final = re.compile(r"“[^”]*”")

Row = tuple[str, ...]


def rows_of(text: str) -> Iterator[Row]:
    """All nine words in a row, in small letters. What stands between “ and ” is quoted, and parts a row."""
    for part in _QUOTATION.split(text):
        words = [word.lower().replace("’", "'") for word in _WORD.findall(part)]
        yield from (tuple(words[at : at + ROW]) for at in range(len(words) - ROW + 1))


def _ledger(galley: Galley) -> dict[Row, str]:
    """The rows of the ledger, and the entry that has them."""
    found: dict[Row, str] = {}
    for entry in galley.read.ledger.by_id.values():
        texts = [entry.statement]
        texts += [entry.differs_how] if isinstance(entry, Fact) else []
        texts += [entry.evidence, entry.error] if isinstance(entry, Retelling) else []
        found |= {row: entry.id for text in texts for row in rows_of(text)}
    return found


@rule(
    code="recites-the-ledger",
    about=f"No line has {ROW} words in a row from the ledger; quotations aside.",
    why="The ledger is a record, the story is told. A line that recites the record has not been written yet.",
    example=Example(
        (
            scene(
                "id: a, reported: The engineer who wrote the account is Calvin French-Owen., "
                "cites: [author-calvin-french-owen]"
            ),
        )
    ),
)
def recites_the_ledger(galley: Galley) -> Iterator[Problem]:
    """Texts that repeat an entry of the ledger."""
    yield from _repeated(galley, _ledger(galley), "the ledger’s '{}'")


@rule(
    code="copies-a-text",
    about=f"No line has {ROW} words in a row from the texts given with --against; quotations aside.",
    why="The articles are other people’s work. What is taken from them word for word is quoted, and short.",
    example=Example(
        (scene("id: a, imagined: The lift is out of order and the kettle is not yet on."),),
        texts={"lift.txt": "Today the lift is out of order and the kettle is not yet on, they wrote."},
    ),
)
def copies_a_text(galley: Galley) -> Iterator[Problem]:
    """Texts that repeat what somebody else has written."""
    rows = {row: name for name, text in galley.texts.items() for row in rows_of(text)}
    yield from _repeated(galley, rows, "{}")


def _repeated(galley: Galley, rows: dict[Row, str], called: str) -> Iterator[Problem]:
    for shown in galley.shown:
        for row in rows_of(shown.text):
            if row in rows:
                what = f"“{' '.join(row)}” stands word for word in {called.format(rows[row])}"
                yield shown.problem(f"{what}; say it in your own words")
                break


RULES: Final = (recites_the_ledger, copies_a_text)
