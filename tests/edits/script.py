"""A small script, and what an edit of it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

SCRIPT = {
    "assets/facts.yaml": "articles: {}\nfacts: []\n",
    "assets/glossary.yaml": "terms: []\n",
    "scenes/story.yaml": """\
title: A small story
tagline: Made to be edited.
parts: [day-1, day-2, day-3, day-4, end]
start: {rest: 5, home: 5, craft: 5}
flags:
  - {name: wrote, means: Something was written.}
""",
    "scenes/day-1.yaml": """\
id: day-1
title: The first
day: 1
beats:
  - {id: kettle, imagined: The kettle is on.}
  - id: first
    choose: What comes first?
    options:
      - {id: hello, text: A line that says hello., effects: {craft: 1, set: [wrote]}}
      - {id: tea, text: Tea., effects: {rest: 1}}
  - {id: first-on, go: Go on}
  - {id: hour, predict: How late was it?, lowest: 0, highest: 12, right: 4, unit: hours}
""",
    "scenes/day-2.yaml": """\
id: day-2
title: The second
day: 2
beats:
  - id: hours
    spend: Three hours are left.
    total: 3
    unit: hours
    on:
      - {id: desk, text: The desk, each: {craft: 1}}
      - {id: sofa, text: The sofa, each: {rest: 1}}
  - {id: up, go: Go up}
  - id: order
    arrange: In which order?
    items:
      - {id: branch, text: Branch}
      - {id: review, text: Review}
  - {id: down, go: Go down}
""",
    "scenes/day-3.yaml": """\
id: day-3
title: The third
day: 3
beats:
  - id: dark
    find: There is no light.
    parts:
      - {id: lamp, text: The lamp}
      - {id: fuse, text: The fuse}
      - {id: wire, text: The wire}
    readings:
      - {id: meter, text: The meter, covers: [fuse, wire], minutes: 5}
    fault: fuse
  - id: cables
    choose: What about the cables?
    options:
      - {id: label, text: Label them all., effects: {rest: -1}}
      - {id: close, text: Close the wall., effects: {corner: true}}
  - {id: night, go: Good night}
""",
    "scenes/day-4.yaml": """\
id: day-4
title: The fourth
day: 4
cuts: [full, class]
beats:
  - {id: worth, tell: Was it worth it?, ends: [never, always], as: worth}
  - {id: out, go: Go home}
""",
    "scenes/end.yaml": """\
id: end
title: The end
beats:
  - {id: record, explained: It was late., opens: hour}
  - {id: last, go: Close the door}
  - {id: over, imagined: It is over.}
""",
}


class Edit(NamedTuple):
    """What a writer does.

    ``changes`` are a file, what stands there, and what shall. ``now`` are ids that are others after it, ``gone``
    are questions that it takes away and says so; ``new`` are those it brings and what a play counts as having
    said. ``stops`` is where a whole play stops then, and why; ``told`` is what is said of one that goes on.
    """

    name: str
    changes: tuple[tuple[str, str, str], ...]
    now: Mapping[str, str] = MappingProxyType({})
    gone: frozenset[str] = frozenset()
    new: Mapping[str, str] = MappingProxyType({})
    told: str = ""
    stops: tuple[str, str] | None = None


def files(*edits: Edit) -> dict[str, str]:
    """The script after some edits; a file without text is none. Raises ``KeyError`` where an edit does not fit."""
    edited = dict(SCRIPT)
    for edit in edits:
        for name, old, new in edit.changes:
            text = edited.get(f"scenes/{name}", "")
            if text.count(old) != 1 and (old or text):
                raise KeyError(f"{edit.name}: {old!r} in {name}")
            edited[f"scenes/{name}"] = text.replace(old, new) if old else new
    return {name: text for name, text in edited.items() if text}


def laid_out(root: Path, *edits: Edit) -> Path:
    """The script after some edits, as a folder of scenes."""
    for name, text in files(*edits).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root / "scenes"
