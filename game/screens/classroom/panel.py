"""The panel: under the story, what is asked, talked about or shown. Never a tally before the reveal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from game.classroom.poll import Poll, Step
from game.classroom.results import Earlier, answer_above
from game.classroom.view import View
from game.run import Run
from game.screens.classroom.drawing import Column, asked, bars, minutes
from game.screens.classroom.hands import AIRY
from game.screens.glyphs import Glyphs
from game.screens.lettering import large
from game.screens.widgets.drawn import EMPTY, Drawn, Lines, flowing, inked
from game.screens.widgets.page import MARGIN, beat_lines, indented
from game.story.beat import Explained, Imagined

MEASURE: Final = 62
"""The widest that a question gets at the front of a room."""
FEW_OPTIONS: Final = 5
"""Options up to which there is air between their bars."""
AGAIN: Final = "The votes on this were lost when the class was broken off. Please vote once more."
SECOND: Final = "The second vote, after talking."
TITLES: Final = ("first vote", "second vote")
AFTER: Final = "Enter shows what it came to. q ends the class and writes down what the room has said, counted."
EARLIER: Final = "earlier"


class Panel(Drawn):
    """Shows a view of the class. ``hands`` leaves the answers out: they stand in the count of hands."""

    DEFAULT_CSS = """
    Panel { margin-bottom: 1; }
    """

    def __init__(self, glyphs: Glyphs, earlier: Earlier) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._earlier = earlier
        self._view: View | None = None
        self._run: Run | None = None
        self._left = ""
        self._hands = False

    def show(self, view: View, run: Run, *, left: str = "", hands: bool = False) -> None:
        """Show how the class stands; ``left`` is what a countdown says."""
        self._view, self._run, self._left, self._hands = view, run, left, hands
        self.refresh(layout=True)

    def paint(self, width: int) -> Lines:
        view, run = self._view, self._run
        if view is None or run is None:
            return ()
        width = min(width, MEASURE) - MARGIN
        if view.moment.question is None:
            return _ended(run, width)
        if view.poll is None:
            return indented(flowing(view.moment.question.text, width, "title"))
        return indented(list(self._poll(view, view.poll, width)))

    @property
    def counts_down(self) -> bool:
        """Whether a countdown stands here, large."""
        poll = self._view.poll if self._view else None
        if poll is None or not self._left or not self.display:
            return False
        return poll.step is Step.TALK or (poll.open and not self._hands and self._airy)

    @property
    def _airy(self) -> bool:
        return self.app.size.height >= AIRY

    def _poll(self, view: View, poll: Poll, width: int) -> Lines:
        question = [*flowing(poll.form.text, width, "title"), EMPTY]
        answers = () if self._hands else asked(poll.form, width, airy=self._airy)
        match poll.step:
            case Step.TALK:
                return [*question, *self._talk(view, width)]
            case Step.SHOWN:
                return [*question, *self._shown(poll, width)]
            case Step.FIRST | Step.SECOND:
                notes = [AGAIN] if view.board.again else [SECOND] if poll.second else []
                told = [line for note in notes for line in (*flowing(note, width, "today"), EMPTY)]
                return [*told, *question, *answers, *self._countdown()]
            case _:
                return [*question, *answers]

    def _talk(self, view: View, width: int) -> Lines:
        talk = flowing(view.notes.prompt, width, "ink", first=inked("Talk: ", "key"))
        return [*talk, EMPTY, *self._countdown()]

    def _countdown(self) -> Lines:
        return [inked(line, "title") for line in large(self._left, self._glyphs)] if self.counts_down else []

    def _shown(self, poll: Poll, width: int) -> Lines:
        results = [result for result in poll.results() if result.votes]
        if not results:
            return flowing("Nobody has voted.", width, "muted")
        titles = TITLES if len(results) > 1 else ("this class",)
        columns = [
            Column(titles[min(at, len(titles) - 1)], result.votes, result.bars)
            for at, result in enumerate(results)
        ]
        name = poll.question.id
        if earlier := self._earlier.counted(name, [bar.text for bar in poll.bars()]):
            columns.append(Column(EARLIER, self._earlier.votes(name), earlier))
        came = flowing(answer_above(results[-1]), width, "title", first=inked("The room: ", "muted"))
        airy = self._airy and len(poll.bars()) <= FEW_OPTIONS
        return [*bars(_ordered(columns), width, self._glyphs, airy=airy), EMPTY, *came]


def _ordered(columns: Sequence[Column]) -> list[Column]:
    """The same options in every row, in the order of the last round: an order of the class may have changed."""
    last = next((column for column in reversed(columns) if column.bars), None)
    if last is None:
        return list(columns)
    places = {bar.text: place for place, bar in enumerate(last.bars)}
    return [
        column._replace(bars=tuple(sorted(column.bars, key=lambda bar: places.get(bar.text, len(places)))))
        for column in columns
    ]


def _ended(run: Run, width: int) -> Lines:
    """How it ended, and what is left to do."""
    from game.after.card import ending_of_run  # noqa: PLC0415 - only the end needs it

    ending, kind = ending_of_run(run), Explained if run.facts_only else Imagined
    lines: list[Content] = [*flowing(ending.title if ending else "That is all there is.", width, "title"), EMPTY]
    last = flowing(AFTER, width, "muted")
    told = beat_lines(kind(id=ending.id, text=ending.text), width + MARGIN) if ending else ()
    return [*indented(lines), *told, EMPTY, *indented(last)]


def countdown(view: View, now: float) -> str:
    """What a countdown says at this second; empty where none runs."""
    if view.paused:
        return minutes(view.left)
    return minutes(view.until - now) if view.until else ""
