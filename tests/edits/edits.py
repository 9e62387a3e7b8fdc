"""Edits of the small script as a writer makes them: in the text of its files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from game.script import open_story, script_at
from game.story.story import Story
from tests.edits.script import SCRIPT, Edit, laid_out


def closed(day: int, question: str, refusal: str, answer: str = "") -> str:
    named = f" '{answer}'" if answer else ""
    return f"day {day} has changed, and your answer{named} to “{question}” is no longer open. {refusal}"


def asked_first(where: str, question: str) -> str:
    return f"{where} has changed, and “{question}” now comes before what you have played"


def unasked(day: int, question: str) -> str:
    return f"day {day} has changed, and '{question}', which you answered, is no longer asked there"


def _file(name: str) -> str:
    return SCRIPT[f"scenes/{name}"]


_FIRST = _file("day-1.yaml")[
    _file("day-1.yaml").index("  - id: first") : _file("day-1.yaml").index("  - {id: first-on")
]
_HOUR = "  - {id: hour, predict: How late was it?, lowest: 0, highest: 12, right: 4, unit: hours}\n"
_HOURS, _UP, _ORDER = (
    _file("day-2.yaml")[_file("day-2.yaml").index(begin) : _file("day-2.yaml").index(end)]
    for begin, end in (
        ("  - id: hours", "  - {id: up"),
        ("  - {id: up", "  - id: order"),
        ("  - id: order", "  - {id: down"),
    )
)
_CABLES = _file("day-3.yaml")[
    _file("day-3.yaml").index("  - id: cables") : _file("day-3.yaml").index("  - {id: night")
]
_WORTH = "  - {id: worth, tell: Was it worth it?, ends: [never, always], as: worth}\n"
_WAY = """\
  - id: way
    choose: How shall it be told?
    unasked: whole
    options:
      - {id: whole, text: As it comes., effects: {home: 1}}
      - {id: gently, text: "Gently, please."}
"""
_LIT = "  - {id: lit, tell: How bright is it?, ends: [dark, bright], as: light}\n"

_EDITS = (
    # ---- Every answer is kept
    Edit(
        "reword", (("day-1.yaml", "What comes first?", "Where do you begin?"), ("day-1.yaml", "Tea.", "Some tea."))
    ),
    Edit("change effects", (("day-1.yaml", "effects: {rest: 1}", "effects: {rest: -3, home: 2}"),)),
    Edit("insert a line", (("day-2.yaml", "beats:\n", "beats:\n  - {id: rain, imagined: It rains.}\n"),)),
    Edit("insert a door", (("day-1.yaml", _FIRST, "  - {id: in, go: Go in}\n" + _FIRST),)),
    Edit("remove a door", (("day-2.yaml", _UP, ""),)),
    Edit("rename a door", (("day-3.yaml", "id: night", "id: good-night"),)),
    Edit("reorder a day", (("day-2.yaml", _HOURS + _UP + _ORDER, _ORDER + _UP + _HOURS),)),
    Edit(
        "swap two days",
        (
            ("story.yaml", "day-1, day-2", "day-2, day-1"),
            ("day-1.yaml", "day: 1", "day: 2"),
            ("day-2.yaml", "day: 2", "day: 1"),
        ),
    ),
    Edit(
        "move a day",
        (
            ("story.yaml", "day-4, end", "end"),
            ("story.yaml", "[day-1", "[day-4, day-1"),
            ("day-4.yaml", "day: 4\n", ""),
        ),
    ),
    Edit(
        "split a day",
        (
            ("day-1.yaml", _HOUR, ""),
            ("day-1b.yaml", "", "id: day-1b\ntitle: Later\nbeats:\n" + _HOUR),
            ("story.yaml", "[day-1,", "[day-1, day-1b,"),
        ),
    ),
    Edit(
        "merge two days",
        (
            ("day-3.yaml", "  - {id: night, go: Good night}\n", _WORTH + "  - {id: night, go: Good night}\n"),
            ("day-4.yaml", _file("day-4.yaml"), ""),
            ("story.yaml", "day-4, ", ""),
        ),
    ),
    Edit(
        "rename a file",
        (
            ("day-2.yaml", _file("day-2.yaml"), ""),
            ("second.yaml", "", _file("day-2.yaml")),
            ("story.yaml", "day-2", "second"),
        ),
    ),
    Edit("rename a scene", (("day-3.yaml", "id: day-3\n", "id: dark-day\nwas: [day-3]\n"),)),
    Edit("rename a scene in silence", (("day-3.yaml", "id: day-3\n", "id: dark-day\n"),)),
    Edit(
        "rename a question",
        (("day-3.yaml", "id: cables", "id: wires\n    was: [cords, cables]"),),
        now={"cables": "wires"},
    ),
    Edit(
        "rename an envelope",
        (
            ("day-1.yaml", "{id: hour,", "{id: how-late, was: [hour],"),
            ("end.yaml", "opens: hour", "opens: how-late"),
        ),
        now={"hour": "how-late"},
    ),
    Edit(
        "rename an option",
        (("day-3.yaml", "{id: label,", "{id: labels, was: [label],"),),
        now={"cables/label": "labels"},
    ),
    Edit("rename a use", (("day-2.yaml", "{id: desk,", "{id: table, was: [desk],"),), now={"hours/desk": "table"}),
    Edit(
        "rename an item",
        (("day-2.yaml", "{id: review,", "{id: read, was: [review],"),),
        now={"order/review": "read"},
    ),
    Edit(
        "rename a reading",
        (("day-3.yaml", "{id: meter,", "{id: gauge, was: [meter],"),),
        now={"dark/meter": "gauge"},
    ),
    Edit(
        "add an option",
        (("day-3.yaml", "      - {id: close", "      - {id: leave, text: Leave it open.}\n      - {id: close"),),
    ),
    Edit(
        "remove a question",
        (("day-4.yaml", _WORTH, ""), ("story.yaml", "flags:", "removed: [worth]\nflags:")),
        gone=frozenset({"worth"}),
    ),
    Edit(
        "remove a day",
        (
            ("day-4.yaml", _file("day-4.yaml"), ""),
            ("story.yaml", "day-4, ", ""),
            ("story.yaml", "flags:", "removed: [day-4, worth]\nflags:"),
        ),
        gone=frozenset({"worth"}),
    ),
    Edit(
        "add a flag",
        (
            ("story.yaml", "flags:\n", "flags:\n  - {name: tired, means: There was tea.}\n"),
            ("day-1.yaml", "effects: {rest: 1}", "effects: {rest: 1, set: [tired]}"),
            ("day-2.yaml", "beats:\n", "beats:\n  - {id: yawn, when: tired, imagined: You yawn.}\n"),
        ),
    ),
    Edit("add a cut", (("day-4.yaml", "cuts: [full, class]", "cuts: [full, class, short]"),)),
    Edit("widen a guess", (("day-1.yaml", "highest: 12", "highest: 24"),)),
    Edit(
        "insert a question and say what counts",
        (("day-2.yaml", _UP, _WAY + _UP),),
        new={"way": "whole"},
        told="Day 2 now asks “How shall it be told?”, and you count as having said “As it comes”.",
    ),
    # ---- A whole play stops
    Edit(
        "insert a question and let count what is closed",
        (("day-2.yaml", _UP, _WAY.replace("comes.,", "comes., needs: rest > 9, why: You are too tired.,") + _UP),),
        stops=("hours", asked_first("day 2", "How shall it be told?")),
    ),
    Edit(
        "insert a question",
        (("day-2.yaml", _UP, _LIT + _UP),),
        stops=("hours", asked_first("day 2", "How bright is it?")),
    ),
    Edit(
        "insert a day",
        (
            ("day-1b.yaml", "", "id: day-1b\ntitle: Between\nbeats:\n" + _LIT),
            ("story.yaml", "[day-1,", "[day-1, day-1b,"),
        ),
        stops=("lit", asked_first("“Between”", "How bright is it?")),
    ),
    Edit(
        "remove a question in silence",
        (("day-3.yaml", _CABLES, ""),),
        stops=("dark", unasked(3, "cables")),
    ),
    Edit(
        "remove a day in silence",
        (("day-2.yaml", _file("day-2.yaml"), ""), ("story.yaml", "day-2, ", "")),
        stops=("dark", "a scene that you played, 'day-2', is no longer told"),
    ),
    Edit(
        "rename a question in silence",
        (("day-3.yaml", "id: cables", "id: wires"),),
        stops=("dark", asked_first("day 3", "What about the cables?")),
    ),
    Edit(
        "remove an option",
        (("day-1.yaml", "id: hello", "id: note"),),
        stops=(
            "first",
            closed(1, "What comes first?", "That is not on the list", "hello"),
        ),
    ),
    Edit(
        "strike out an option",
        (("day-3.yaml", "them all.,", "them all., needs: rest > 9, why: You are too tired.,"),),
        stops=(
            "dark",
            closed(3, "What about the cables?", "You are too tired", "label"),
        ),
    ),
    Edit(
        "hide an option",
        (("day-3.yaml", "them all.,", "them all., when: not wrote,"),),
        stops=(
            "dark",
            closed(3, "What about the cables?", "That is not on the list", "label"),
        ),
    ),
    Edit(
        "change a kind",
        (("day-4.yaml", _WORTH, "  - {id: worth, go: Was it worth it?}\n"),),
        stops=(
            "worth",
            closed(4, "Was it worth it?", "There is nothing to choose here; go on"),
        ),
    ),
    Edit(
        "make a door a question",
        (("day-2.yaml", "{id: up, go: Go up}", "{id: up, tell: How high?, ends: [low, high], as: height}"),),
        stops=("hours", asked_first("day 2", "How high?")),
    ),
    Edit(
        "change a total",
        (("day-2.yaml", "total: 3", "total: 4"),),
        stops=(
            "hours",
            closed(2, "Three hours are left.", "3 of 4 spent; all of it goes somewhere"),
        ),
    ),
    Edit(
        "add an item",
        (("day-2.yaml", "      - {id: review", "      - {id: merge, text: Merge}\n      - {id: review"),),
        stops=(
            "hours",
            closed(2, "In which order?", "Put every one of them in the row once"),
        ),
    ),
    Edit(
        "move the fault",
        (("day-3.yaml", "fault: fuse", "fault: wire"),),
        stops=("dark", asked_first("day 3", "There is no light.")),
    ),
    Edit(
        "narrow a guess",
        (("day-1.yaml", "highest: 12", "highest: 4"),),
        stops=(
            "first",
            closed(1, "How late was it?", "Guess a number from 0 to 4"),
        ),
    ),
    Edit(
        "take out of a cut",
        (("day-4.yaml", "cuts: [full, class]", "cuts: [class]"),),
        stops=("last", unasked(4, "worth")),
    ),
    Edit(
        "ask only sometimes",
        (("day-4.yaml", "{id: worth,", "{id: worth, when: not wrote,"),),
        stops=("out", unasked(4, "worth")),
    ),
    Edit(
        "move a question to a later day",
        (("day-1.yaml", _FIRST, ""), ("day-4.yaml", "  - {id: out", _FIRST + "  - {id: out")),
    ),
)

EDITS = {edit.name: edit for edit in _EDITS}


@cache
def story(*names: str) -> Story:
    """The script after the edits of these names. Raises what laying it out or reading it raises."""
    return open_story(script_at(laid_out(Path(mkdtemp()), *(EDITS[name] for name in names))))
