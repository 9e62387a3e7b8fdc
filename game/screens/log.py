"""The log: everything said so far, the player's answers included. It opens at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from game.run import Run
from game.screens.keys import Key, bindings
from game.screens.reading import ReadingScreen
from game.screens.widgets.drawn import EMPTY, Lines, flowing, inked
from game.screens.widgets.envelope import broken
from game.screens.widgets.page import MARGIN, beat_lines, indented
from game.story.fold import Moment
from game.story.questions import Answer
from game.telling import Aside, Piece, SceneOpens, Told, WeekOpens, exchanges, telling
from game.words import bare, scene_heading, week_heading


class LogScreen(ReadingScreen):
    """The whole play, from its beginning to the question on the table."""

    TITLE = "what was said"
    BINDINGS = bindings([Key("l", "l", "back to the day", "close")])
    FROM_THE_END = True

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._run = run

    def paint(self, width: int) -> Lines:
        lines: list[Content] = []
        before: Moment | None = None
        for moment, answers in exchanges(self._run.past()):
            lines += self._told(moment, before, width)
            lines += _answered(moment, answers, width)
            before = moment
        moment = self._run.now()
        lines += self._told(moment, before, width)
        if moment.question is not None:
            lines += [*indented(flowing(moment.question.text, width - MARGIN, "title")), EMPTY]
        return lines

    def _told(self, moment: Moment, before: Moment | None, width: int) -> Iterator[Content]:
        for piece in telling(self._run.story, moment, before):
            yield from self._piece(piece, width)
            yield EMPTY

    def _piece(self, piece: Piece, width: int) -> Lines:
        match piece:
            case WeekOpens(week):
                return flowing(week_heading(self._run.story, week), width, "title")
            case SceneOpens(scene, clock):
                heading = bare(scene_heading(scene, clock, with_week=False))
                return flowing(heading, width, "key")
            case Told(beat, opened):
                envelope = indented(broken(opened, width - MARGIN)) if opened else ()
                return [*beat_lines(beat, width), *envelope]
            case Aside(text):
                return indented(flowing(text, width - MARGIN, "muted"))


def _answered(moment: Moment, answers: Sequence[Answer], width: int) -> Iterator[Content]:
    """The prompt, and what the player said to it."""
    question = moment.question
    said = question.recount(answers, moment.state) if question else []
    if question is None or not said:
        return
    yield from indented(flowing(question.text, width - MARGIN, "title"))
    for each in said:
        yield from indented(flowing(each, width - MARGIN, "ink", first=inked("> ", "key")))
        yield EMPTY
