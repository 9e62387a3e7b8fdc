"""What is told, as lines to be heard: words instead of marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from game.sources import FORMULA, FOUND_AT, Line, SourceNote, sources_of
from game.story.beat import AnyBeat
from game.story.ledger import Ledger
from game.story.story import Story
from game.telling import Aside, Piece, SceneOpens, Told, WeekOpens
from game.words import capital, envelope, listed, scene_heading, sentence, week_heading

_SIGNS: Final = {" - ": " minus ", " + ": " plus ", " / ": " divided by ", " = ": " is ", " > ": " is more than "}
_PLAIN_ENOUGH: Final = ("where", "compared")
"""What is clear without its label."""
_FIRST_WORDS: Final = 6


def piece_in_words(piece: Piece, story: Story) -> Iterator[str]:
    """A piece of the telling in lines."""
    match piece:
        case WeekOpens(week):
            yield sentence(week_heading(story, week))
        case SceneOpens(scene, clock, first):
            yield scene_heading(scene, clock, with_week=not first)
        case Told(beat, opened):
            yield f"[{beat.kind}] {beat.text}"
            if opened:
                yield envelope(opened)
        case Aside(text):
            yield text


def sources_in_words(beats: Sequence[AnyBeat], ledger: Ledger) -> Iterator[str]:
    """What lines rest on: for each its first words, and everything the ledger says of it."""
    cited = [beat for beat in beats if beat.cites]
    known: dict[str, SourceNote] = {}
    for beat in cited:
        yield f"{capital(beat.kind)}: {_beginning(beat.text)}"
        notes = {note.id: note for note in sources_of(beat, ledger)}
        fresh = [note for name, note in notes.items() if name not in known]
        known |= notes
        for note in fresh:
            yield " ".join(_spoken(line) for line in note.lines if line.label != FOUND_AT)
        if len(fresh) < len(notes):
            yield "And as above." if fresh else "As above."
    for address in dict.fromkeys(address for note in known.values() for address in note.addresses):
        yield f"{capital(FOUND_AT)}: {address}"
    if kinds := dict.fromkeys(beat.kind for beat in beats if not beat.cites):
        yield f"{'The other' if cited else 'These'} lines are {listed(list(kinds))}: nothing to look up."


def _spoken(line: Line) -> str:
    text = _without_signs(line.text) if line.label == FORMULA else line.text
    return sentence(text if line.label in _PLAIN_ENOUGH else f"{capital(line.label)}: {text}")


def _without_signs(formula: str) -> str:
    """A formula that can be read aloud, where signs would be passed over."""
    for sign, word in _SIGNS.items():
        formula = formula.replace(sign, word)
    return formula


def _beginning(text: str) -> str:
    words = text.split()
    return text if len(words) <= _FIRST_WORDS + 2 else " ".join(words[:_FIRST_WORDS]) + " …"
