"""Standing: how a class stands, as lines for whoever leads it."""

from __future__ import annotations

from collections.abc import Iterable
from time import time
from typing import Final

from textual.content import Content

from game.classroom.digits import lines_of
from game.classroom.forms import Guess, Order, Scale, Share
from game.classroom.poll import Step
from game.classroom.stand import Stand
from game.screens.classroom.drawing import Column, bars, minutes
from game.screens.glyphs import Glyphs
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing, inked
from game.words import counted, listed

MOST_LINES: Final = 4
"""Lines of the story that are shown: the presenter sees all of them at the front."""
TELLING: Final = ("", "ready")
"""The steps at which the front tells the story: later it is about the votes."""


class Left(Drawn):
    """What to say, and what the room says."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs
        self.stand: Stand | None = None

    def paint(self, width: int) -> Lines:
        stand = self.stand
        if stand is None:
            return flowing("Looking for the class.", width, "muted")
        told = [*_told("for", stand.teaches, width, "muted"), *_told("say", stand.note, width, "ink")]
        slips: list[Content] = []
        for slip in stand.slips:
            slips += flowing(slip, width, "muted", first=inked("slip  ", "loss"))
        parts = [told, _story(stand, width), self._asked(stand, width), slips]
        if stand.step not in TELLING:
            parts = [self._asked(stand, width), told, slips]
        return _apart(parts)

    def _asked(self, stand: Stand, width: int) -> Lines:
        """The question, and how it stands with the answers."""
        lines: list[Content] = [*flowing(stand.question, width, "title")]
        if not stand.tally and not any(result.bars for result in stand.results):
            moves = lines_of(stand.form)
            lines += [EMPTY] if moves else []
            for number, move in enumerate(moves, 1):
                lines += _move(number, move.text, move.struck, width)
            lines += flowing(_how(stand), width, "muted") if stand.step in TELLING else []
        return [*lines, *self._votes(stand, width)]

    def _votes(self, stand: Stand, width: int) -> Lines:
        lines: list[Content] = []
        if stand.step in ("first", "second"):
            lines += [EMPTY, *_so_far(stand, width, self._glyphs)]
        elif results := [result for result in stand.results if result.votes]:
            titles = ("first", "second") if len(results) > 1 else ("the vote",)
            columns = [
                Column(titles[min(at, len(titles) - 1)], result.votes, result.bars)
                for at, result in enumerate(results)
            ]
            lines += [EMPTY, *bars(columns, width, self._glyphs)]
        elif stand.results:
            lines += [EMPTY, *flowing("Nobody has voted.", width, "ink")]
        lines += _told("the room", stand.comes_to, width, "title")
        talk = _told("talk about", stand.prompt, width, "ink") if stand.step != Step.SHOWN else []
        return [*lines, EMPTY, *talk] if talk else lines


class Right(Drawn):
    """The clock, the room, and who is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.stand: Stand | None = None
        self.heard = 0.0

    def paint(self, width: int) -> Lines:
        stand = self.stand
        if stand is None:
            return ()
        lines = [*_clock(stand, stand.elapsed + max(0, int(time() - self.heard)), width)]
        if left := minutes(stand.left) if stand.left else minutes(stand.until - time()) if stand.until else "":
            held = " held" if stand.left else ""
            lines += [inked(f"countdown {left}{held}", "key")]
        if stand.by_hand:
            lines += [EMPTY, inked("Enter at the front:", "muted"), inked(stand.button, "title")]
        else:
            lines += [EMPTY, inked(" Enter  ", "cursor") + inked(f"{stand.button} ", "cursor")]
        lines += [EMPTY, *_told("then", stand.next_scene, width, "muted")]
        if stand.blank:
            lines += [EMPTY, inked("The front is dark.", "loss")]
        return lines if stand.by_hand else [*lines, EMPTY, *_seated(stand, width)]


def _clock(stand: Stand, elapsed: int, width: int) -> Lines:
    """The time in class, against the plan; or what is left, where that says more."""
    shown = inked(minutes(elapsed), "title")
    if stand.remains and not stand.waits:
        return [shown, *flowing(_to_play(stand), width, "muted")]
    return [shown + inked(f"   {'not begun' if stand.waits else _against(stand)}", "muted")]


def _so_far(stand: Stand, width: int, glyphs: Glyphs) -> Lines:
    if stand.by_hand:
        return flowing("Hands are up. They are counted at the front.", width, "ink")
    votes = f"{stand.answered} of {stand.present} have answered; only you see this"
    return [inked(votes, "ink"), *bars([Column("so far", stand.answered, stand.tally)], width, glyphs)]


def _seated(stand: Stand, width: int) -> Lines:
    """The door, and who has come in."""
    lines = [inked(f"{counted(stand.present, 'seats')}{', door locked' if stand.locked else ''}", "ink")]
    lines += [*flowing(f"{stand.code}, {listed(stand.pictures)}", width, "muted"), EMPTY]
    if stand.present > len(stand.seats):
        lines += flowing(f"The last {len(stand.seats)} who came:", width, "muted")
    for number, seat in enumerate(stand.seats, 1):
        lines += flowing(seat.name, width, "muted", first=inked(f"{number:>3} ", "muted"))
    return lines


def _apart(parts: Iterable[Lines]) -> Lines:
    """Parts with a line of air between them."""
    lines: list[Content] = []
    for part in filter(None, parts):
        lines += [EMPTY, *part] if lines else part
    return lines


def _story(stand: Stand, width: int) -> Lines:
    lines: list[Content] = []
    for line in stand.lines[-MOST_LINES:]:
        lines += flowing(line.text, width, "muted", first=inked(f"{line.mark} ", "muted"))
    return lines


def _told(label: str, text: str, width: int, ink: str) -> list[Content]:
    return flowing(text, width, ink, first=inked(f"{label}: ", "key")) if text else []


def _how(stand: Stand) -> str:
    """How an answer for the room is given that is no line of a list."""
    match stand.form:
        case Scale(ends=(least, most)):
            return f"1, {least}, to 5, {most}: a digit answers for the room."
        case Order() | Share() | Guess(choices=()):
            return "o at the front answers for the room."
    return ""


def _move(number: int, text: str, struck: str, width: int) -> Lines:
    words = f"{text} ({struck})" if struck else text
    return flowing(words, width, "struck" if struck else "ink", first=inked(f"{number}  ", "key"))


def _against(stand: Stand) -> str:
    """The clock against the plan. Where a scene has no time in it, nothing is said."""
    if stand.ahead == -stand.elapsed:
        return ""
    if abs(stand.ahead) < 60:
        return "on time"
    return f"{abs(stand.ahead) // 60} min {'ahead' if stand.ahead > 0 else 'behind'}"


def _to_play(stand: Stand) -> str:
    """What is left of the story and of the lesson: after a jump the plan's clock would compare two other days."""
    left = stand.to_go // 60
    return f"{-(-stand.rest // 60)} min to play, {left} left" if stand.rest else f"{left} min left"
