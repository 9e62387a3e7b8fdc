"""Asked: what every question on the screen has. It says what was answered; the run decides what that means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Final

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from game.run import Run
from game.screens.glyphs import Glyphs
from game.screens.keys import Key
from game.screens.widgets.drawn import EMPTY, MEASURE, Drawn, Lines, flowing, inked
from game.screens.widgets.page import MARGIN, indented
from game.screens.widgets.terms import marked
from game.story.fold import Moment
from game.story.glossary import Span
from game.story.questions import Answer, AnyQuestion

POINT: Final = "▸"


class Asked(Drawn, can_focus=True):
    """A question on the screen.

    A kind paints its :meth:`panel`, moves on its own keys, and answers in :meth:`confirm`. What it paints can be
    clicked where it is made a :func:`target`; ``enter_word`` is what Enter does just now, for the footer.
    ``spans`` are the terms to be marked in the prompt.
    """

    DEFAULT_CSS = """
    Asked { margin-bottom: 1; pointer: default; }
    """
    KEYS: ClassVar[tuple[Key, ...]] = ()
    """The keys of the kind, for the page of keys."""
    HINT: ClassVar[str] = ""
    """How to answer, in one short line."""

    enter_word: reactive[str] = reactive("answer", repaint=False)

    class Answered(Message):
        """The player has given an answer."""

        def __init__(self, asked: Asked, value: Answer) -> None:
            super().__init__()
            self.asked = asked
            self.value = value

    class Elsewhere(Message):
        """The question is answered on a screen of its own, which ``screen`` makes for the run."""

        def __init__(self, asked: Asked, screen: Callable[[Run], Screen[Any]]) -> None:
            super().__init__()
            self.asked = asked
            self.screen = screen

    def __init__(self, question: AnyQuestion | None, moment: Moment, seed: int, glyphs: Glyphs) -> None:
        super().__init__()
        self.moment = moment
        self.seed = seed
        self.glyphs = glyphs
        self.said_no = ""
        self.cursor = 0
        self.spans: Sequence[Span] = ()
        if question is not None:
            self.ask(question)

    def ask(self, question: AnyQuestion) -> None:
        """Take in the question."""

    def panel(self, width: int) -> Lines:
        """What stands under the prompt."""
        raise NotImplementedError

    def confirm(self) -> None:
        """Enter was pressed."""
        raise NotImplementedError

    def touched(self, name: str) -> None:
        """A target of this name was clicked."""
        if name == "confirm":
            self.confirm()

    def take_back(self) -> bool:
        """Backspace was pressed: undo something within the question. False when there is nothing to undo."""
        return False

    def renew(self, moment: Moment) -> None:
        """The same question goes on after a move."""
        self.moment = moment
        self.changed()

    @classmethod
    def echo(cls, question: AnyQuestion, answer: Answer, width: int) -> Lines:
        """The answer as it stands on the next page."""
        said = question.said(answer)
        return flowing(said, width, "muted", first=inked("> ", "muted")) if said else ()

    @property
    def prompt(self) -> str:
        """What is asked."""
        return "" if self.moment.question is None else self.moment.question.text

    def answer(self, value: Answer) -> None:
        """Give an answer."""
        self.post_message(self.Answered(self, value))

    def go_elsewhere(self, screen: Callable[[Run], Screen[Any]]) -> None:
        """Have the question answered on a screen of its own."""
        self.post_message(self.Elsewhere(self, screen))

    def refuse(self, why: str) -> None:
        """Say why something cannot be, in sight: it is the last that stands here."""
        self.said_no = why
        self.refresh(layout=True)
        if isinstance(self.parent, Widget):
            self.call_after_refresh(self.parent.scroll_end, animate=False)

    def changed(self) -> None:
        """Paint anew after the player has done something, with what is chosen in sight."""
        self.said_no = ""
        self.refresh(layout=True)
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """Scroll so that the chosen line can be seen, and all below it where there is room for both."""
        column = self.parent
        if not isinstance(column, Widget):
            return
        lines = self.render().at(self.content_size.width)
        rows = [y for y, line in enumerate(lines) if POINT in line.plain]
        if rows:
            below = len(lines) - rows[0]
            height = below if below <= column.scrollable_content_region.height else 1
            chosen = Region(0, self.virtual_region.y + rows[0], 1, height)
            column.scroll_to_region(chosen, animate=False, force=True)

    def paint(self, width: int) -> Lines:
        """Prompt, panel, and a line that helps."""
        width = min(width, MEASURE + MARGIN) - MARGIN
        prompt = marked(flowing(self.prompt, width, "title"), self.prompt, self.spans)
        lines = [*prompt, EMPTY] if self.prompt else []
        lines += self.panel(width)
        if self.said_no:
            lines += [EMPTY, *flowing(self.said_no, width, "loss", first=inked("! ", "loss"))]
        elif self.HINT:
            lines += [EMPTY, *flowing(self.HINT, width, "faint")]
        return indented(lines)

    def on_click(self, event: events.Click) -> None:
        """Hand a click on a target on."""
        name = event.style.meta.get("target")
        if name is not None:
            event.stop()
            self.touched(name)


def enter(what: str) -> Content:
    """The line that says what Enter does, to click as well."""
    return target(inked("Enter  ", "key") + inked(what, "ink"), "confirm")


def target(line: Content, name: str) -> Content:
    """A line, or a piece of one, that can be clicked. Smaller targets inside it stay what they are."""
    return line.stylize_before(Style.from_meta({"target": name}))


def row(
    label: str, text: str, width: int, *, chosen: bool = False, name: str = "", ink: str = "ink", after: str = ""
) -> Lines:
    """A line to choose: its label, and its text on a band when it is chosen. ``after`` is said beside it."""
    first = inked(f"{label} ", "struck" if ink == "struck" else "key")
    indent = " " * first.cell_length
    room = width - first.cell_length - 2
    pieces = flowing(text, room, ink)
    lines = []
    widest = max(piece.cell_length for piece in pieces)
    for at, piece in enumerate(pieces):
        point = " " if at else POINT
        padded = piece.plain + " " * (widest - piece.cell_length)
        band = inked(f"{point}{padded} ", "cursor") if chosen else Content(" ") + piece
        lines.append((first if at == 0 else Content(indent)) + band)
    if after:
        lines = _beside(lines, after, width, indent, gap=1 if chosen else 2)
    return [target(line, name) for line in lines] if name else lines


def _beside(lines: list[Content], after: str, width: int, indent: str, *, gap: int) -> list[Content]:
    """A remark ``gap`` cells after the last line, or on a line of its own when there is no room."""
    remark = inked(after, "muted")
    if lines[-1].cell_length + gap + remark.cell_length <= width:
        return [*lines[:-1], Content.assemble(lines[-1], " " * gap, remark)]
    return [*lines, *flowing(after, width, "muted", first=Content(f"{indent} "))]
