"""Examples: small scripts, each of which breaks one rule."""

from __future__ import annotations

from typing import Final

import msgspec

SPINE: Final = """\
title: An example
tagline: It breaks one rule.
parts: [example]
start: {rest: 7, home: 5, craft: 5}
"""
FACTS: Final = "assets/facts.yaml"
WORDS: Final = "assets/glossary.yaml"
LEDGER: Final = """\
articles:
  pt: {name: the first article, language: Portuguese}
  vi: {name: the second article, language: Vietnamese}
facts:
  - id: seven-weeks
    statement: The work took seven weeks.
    kind: figure
    said_by: article
    sources: [{article: pt, paragraph: 2}]
    agreement: only-pt
    quoted_phrase: seven weeks in all
  - id: author-calvin-french-owen
    statement: The engineer who wrote the account is Calvin French-Owen.
    kind: background
    said_by: article
    sources: [{article: pt, paragraph: 1}]
    agreement: only-pt
derived:
  - {id: d-days, statement: Seven weeks are 49 days., formula: 7 * 7 = 49, inputs: [seven-weeks]}
"""
GLOSSARY: Final = """\
terms:
  - {id: merge, term: merge, means: To put a change in with all the others.}
"""


class Example(msgspec.Struct, frozen=True):
    """A small script that breaks a rule: its scenes, and what stands in its spine besides the usual.

    ``texts`` are other people's, by name, when the rule compares with such. ``others`` are files beside the folder
    of scenes, or in place of one that would be there; None is one that is left out.
    """

    scenes: tuple[str, ...] = ()
    spine: str = ""
    texts: dict[str, str] = {}
    others: dict[str, str | None] = {}

    def files(self) -> dict[str, str]:
        """The files of the script, by their names from the folder that holds the scenes."""
        scenes = {f"scenes/example/{number:02}.yaml": scene for number, scene in enumerate(self.scenes, 1)}
        usual = {"scenes/story.yaml": SPINE + self.spine, FACTS: LEDGER, WORDS: GLOSSARY}
        files = {**usual, **scenes, **self.others}
        return {name: text for name, text in files.items() if text is not None}


def scene(*steps: str, name: str = "example", day: int | None = None) -> str:
    """A scene of an example. The steps are as they stand in a script, between { and }."""
    head = [f"id: {name}", "title: An example", *([f"day: {day}"] if day is not None else []), "beats:"]
    return "\n".join([*head, *(f"  - {{{step}}}" for step in steps), ""])


def small(*scenes: str, spine: str = "", others: dict[str, str | None] | None = None) -> Example:
    """An example of these scenes, or of one with nothing wrong in it."""
    return Example(scenes or (scene("id: a, imagined: The kettle is on."),), spine, others=others or {})


def steps(*lines: str, day: int | None = None) -> Example:
    """An example of one scene with these steps."""
    return small(scene(*lines, day=day))
