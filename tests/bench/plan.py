"""One description of a long story, told twice: as a script of ours and as a story in ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from game.script import script_at
from game.story import manifest
from game.story.folder import Script
from game.story.whole import read_whole

GAUGES: Final = ("rest", "home", "craft")
FLAGS: Final = tuple(f"flag_{number}" for number in range(12))
_WORDS: Final = (
    "a the kettle lift door lamp wire fuse wall landing window ladder hinge pipe tap stair cable porch night "
    "morning team week line light floor roof paint dust key note switch is was stays waits opens closes hums "
    "leans turns under over beside behind again still warm cold late early quiet slow"
).split()


class Line(NamedTuple):
    """Something told, perhaps only where a gauge is low or a flag is up."""

    text: str
    gauge: str = ""
    below: int = 0
    flag: str = ""


class Way(NamedTuple):
    """An option: what it changes, and the gauge it needs, if any."""

    text: str
    then: str
    changes: tuple[tuple[str, int], ...]
    flag: str = ""
    needs: tuple[str, int] | None = None


class Asked(NamedTuple):
    """What is told, and then what can be chosen. Without ways one only goes on."""

    told: tuple[Line, ...]
    ways: tuple[Way, ...]


Day = tuple[Asked, ...]


def plan(days: int, seed: int = 1) -> list[Day]:
    """So many days in the shape of the real ones: three questions a day, five lines before each at most."""
    rng = Random(seed)
    return [tuple(_asked(rng, choice) for choice in (True, True, False)) for _ in range(days)]


def _asked(rng: Random, choice: bool) -> Asked:
    told = [Line(_sentence(rng)), Line(_sentence(rng))]
    if rng.random() < 0.5:
        told.append(Line(_sentence(rng), gauge=rng.choice(GAUGES), below=rng.randint(2, 6)))
    if rng.random() < 0.5:
        told.append(Line(_sentence(rng), flag=rng.choice(FLAGS)))
    return Asked(tuple(told), tuple(_ways(rng)) if choice else ())


def _ways(rng: Random) -> Iterator[Way]:
    for place in range(3):
        up, down = rng.sample(GAUGES, 2)
        yield Way(
            text=_sentence(rng, 5),
            then=_sentence(rng, 9),
            changes=((up, 1), (down, -1)),
            flag=rng.choice(FLAGS) if rng.random() < 0.4 else "",
            needs=(rng.choice(GAUGES), rng.randint(2, 5)) if place == 2 else None,
        )


def _sentence(rng: Random, words: int = 14) -> str:
    return " ".join(rng.choice(_WORDS) for _ in range(words)).capitalize() + "."


# ---- As a script


def write_script(days: Sequence[Day], folder: Path) -> Script:
    """The plan as a script, released: with its manifest beside it."""
    scenes = folder / "scenes"
    (scenes / "days").mkdir(parents=True)
    (folder / "assets").mkdir()
    (folder / "assets" / "facts.yaml").write_text("articles: {}\nfacts: []\n")
    (scenes / "story.yaml").write_text("\n".join(_spine()))
    for number, day in enumerate(days, 1):
        (scenes / "days" / f"day-{number:05}.yaml").write_text("\n".join(_scene(number, day)))
    script = script_at(scenes)
    (scenes / manifest.NAME).write_bytes(manifest.manifest_of(script, read_whole(script), released=True))
    return script


def _spine() -> Iterator[str]:
    yield "title: A long story"
    yield "tagline: As long as one likes."
    yield "parts: [days]"
    yield "start: {rest: 7, home: 7, craft: 4}"
    yield "flags:"
    for flag in FLAGS:
        yield f"  - {{name: {flag}, means: Something happened.}}"


def _scene(number: int, day: Day) -> Iterator[str]:
    yield f"id: day-{number}"
    yield f"title: Day {number}"
    if number <= 49:
        yield f"day: {number}"
    yield "beats:"
    for question, asked in enumerate(day):
        name = f"d{number}-q{question}"
        for at, line in enumerate(asked.told):
            yield f"  - id: {name}-{at}"
            if line.gauge or line.flag:
                yield f"    when: {line.flag or f'{line.gauge} < {line.below}'}"
            yield f"    imagined: {line.text}"
        yield f"  - id: {name}"
        yield from _choice(name, asked.ways) if asked.ways else ["    go: Go on"]
    yield ""


def _choice(name: str, ways: Sequence[Way]) -> Iterator[str]:
    yield "    choose: What now?"
    yield "    options:"
    for at, way in enumerate(ways):
        yield f"      - id: way-{at}"
        yield f"        text: {way.text}"
        if way.needs:
            yield f"        needs: {way.needs[0]} >= {way.needs[1]}"
        effects = [f"{gauge}: {step}" for gauge, step in way.changes]
        yield f"        effects: {{{', '.join([*effects, *([f'set: [{way.flag}]'] if way.flag else [])])}}}"
        yield "        then:"
        yield f"          - {{id: {name}-then-{at}, imagined: {way.then}}}"


# ---- In ink


def ink(days: Sequence[Day]) -> str:
    """The plan as an ink story. Its gauges have no ends to stop at, which spares it some work."""
    return "\n".join(_ink(days))


def _ink(days: Sequence[Day]) -> Iterator[str]:
    yield "VAR rest = 7\nVAR home = 7\nVAR craft = 4"
    for flag in FLAGS:
        yield f"VAR {flag} = false"
    yield "-> day_1"
    for number, day in enumerate(days, 1):
        yield f"=== day_{number} ==="
        for asked in day:
            for line in asked.told:
                condition = line.flag or (f"{line.gauge} < {line.below}" if line.gauge else "")
                yield f"{{{condition}: {line.text}}}" if condition else line.text
            yield from _ink_choice(asked.ways) if asked.ways else ["+ [Go on]"]
            yield "-"
        yield f"-> day_{number + 1}" if number < len(days) else "-> END"


def _ink_choice(ways: Sequence[Way]) -> Iterator[str]:
    yield "What now?"
    for way in ways:
        needs = f"{{{way.needs[0]} >= {way.needs[1]}}} " if way.needs else ""
        yield f"+ {needs}[{way.text}]"
        for gauge, step in way.changes:
            yield f"  ~ {gauge} = {gauge} {'+' if step > 0 else '-'} {abs(step)}"
        if way.flag:
            yield f"  ~ {way.flag} = true"
        yield f"  {way.then}"
