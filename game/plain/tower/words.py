"""What happens at a sitting and how it stands, in words; the same for free play and for a story's night."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.plain.tower.naming import flats_in_words
from game.plain.tower.plan import known_of, suspects_in_words
from game.tower.deduction.saying import are
from game.tower.hints import Hint
from game.tower.moves import Closed, Event, Filled, Surveyed
from game.tower.saying import LATE, meter, outlook, says
from game.tower.sitting import Sitting
from game.tower.spoken import told, words_of
from game.words import capital, sentence

SHOWN_HOW: Final = 2
"""So many hints say how to hear the reason. Then it is known."""


def status(sitting: Sitting) -> str:
    """The time, what is found and fixed of how many, and the meter."""
    minute, timing = sitting.night.minute, sitting.timing
    if sitting.night.lit:
        return f"The tower is {timing.lit(minute)}."
    return " ".join(map(sentence, (timing.in_words(minute), outlook(sitting.known), capital(meter(sitting.go)))))


def heard(before: Sitting, after: Sitting) -> Iterator[str]:
    """What one line of words led to: a move and what it showed, marks that changed, or a hint."""
    if len(after.night.log) > len(before.night.log):
        yield from _moved(before, after)
    elif after.marks != before.marks:
        yield from _marked(before, after)
    elif after.pressed or after.hints > before.hints:
        yield hint_in_words(after)
    else:
        yield "Nothing changes: it stood so already."


def hint_in_words(sitting: Sitting) -> str:
    """The hint on show, as far as it has been told, and what asking once more will do."""
    match sitting.pressed:
        case 0:
            return "Type hint to be told where to look."
        case 1:
            how = " Type hint again to hear why." if sitting.hints <= SHOWN_HOW else ""
            return offered(sitting.hint, 1) + how
        case _:
            return f"{offered(sitting.hint, 2)} Type hint again to do it: {sentence(sitting.hint.then)}"


def offered(hint: Hint, step: int) -> str:
    """A step of a hint, with who says it: 1 where to look, 2 why, 3 what to do."""
    return f"{says(hint.voice)}: {sentence((hint.where, hint.why, hint.then)[step - 1])}"


def marks_in_words(sitting: Sitting) -> Iterator[str]:
    """What the player has marked."""
    building, marks = sitting.night.building, sitting.marks
    if not marks.sound | marks.faulty:
        yield "You have marked nothing. What a reading shows marks itself."
    for what, flats in (("sound", marks.sound), ("faulty", marks.faulty)):
        if flats:
            yield f"Marked {what}: {flats_in_words(building, flats)}."


def log_in_words(sitting: Sitting) -> Iterator[str]:
    """The night so far, a line a move: when it began, what was done, and what it showed."""
    night, timing = sitting.night, sitting.timing
    for free in sitting.free:
        yield f"{timing.at(0)}, given: {told(night.building, free)}"
    for start, event in zip(night.starts, night.log, strict=True):
        yield f"{timing.at(start)}, {words_of(night.building, event)}: {told(night.building, event)}"
    if not night.log:
        yield "Nothing has been done yet."


def _moved(before: Sitting, after: Sitting) -> Iterator[str]:
    night, event, timing = after.night, after.night.log[-1], after.timing
    parts = [f"{timing.at(night.minute)}. {told(night.building, event)}", *_shows(before, after, event)]
    if not night.lit and after.go != before.go:
        parts.append(sentence(capital(meter(after.go))))
    yield " ".join(parts)
    yield from _belied(before, after)
    if timing.is_late(night.minute) and not timing.is_late(before.night.minute) and not night.lit:
        yield LATE


def _shows(before: Sitting, after: Sitting, event: Event) -> Iterator[str]:
    """What a reading settles by itself, and what it leaves open."""
    building, known = after.night.building, after.known
    match event:
        case Surveyed(floor=floor, result=count) if count and building.floors[floor] & ~known.unknown:
            yield f"On it: {known_of(after, building.floors[floor])}"
        case Closed(circuit=circuit, result="trips"):
            yield sentence(capital(suspects_in_words(after, circuit)))
        case Surveyed() | Closed() | Filled():
            if fresh := known.sound & ~before.known.sound:
                yield f"Sound now: {flats_in_words(building, fresh)}."
        case _:
            pass


def _belied(before: Sitting, after: Sitting) -> Iterator[str]:
    """The player's own marks that a reading has just shown to be wrong."""
    building, known, marks = after.night.building, after.known, after.marks
    fresh = before.known.unknown & ~known.unknown
    for wrong, what in ((known.faulty & marks.sound, "sound"), (known.sound & marks.faulty, "faulty")):
        if wrong & fresh:
            yield f"You had marked {flats_in_words(building, wrong & fresh)} {what}."


def _marked(before: Sitting, after: Sitting) -> Iterator[str]:
    building, known, old, new = after.night.building, after.known, before.marks, after.marks
    changes = (
        ("Marked sound", new.sound & ~old.sound),
        ("Marked faulty", new.faulty & ~old.faulty),
        ("No longer marked", (old.sound | old.faulty) & ~(new.sound | new.faulty)),
    )
    for what, flats in changes:
        if flats:
            yield f"{what}: {flats_in_words(building, flats)}."
    for wrong, what in (
        (new.sound & ~old.sound & known.faulty, "faulty"),
        (new.faulty & ~old.faulty & known.sound, "sound"),
    ):
        if wrong:
            yield f"The readings say otherwise: {are(building, wrong, what)}."
