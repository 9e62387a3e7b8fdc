"""A night under work: what the screen shows of it, and what comes of the lines that are said to the table."""

from __future__ import annotations

from textual.app import ComposeResult

from game.run import Refused
from game.screens.tower.asking import Asking, question
from game.screens.tower.bar import WorkBar, offers
from game.screens.tower.face import TowerFace
from game.screens.tower.keys import FOOT, FOOT_WITH_CHANCES
from game.screens.tower.pointing import places_of, places_of_move
from game.screens.tower.side import HintView
from game.screens.tower.table import Table
from game.screens.tower.views import corners_of
from game.screens.widgets.bars import Footing
from game.tower.moves import Move
from game.tower.saying import LATE
from game.tower.sitting import Sitting
from game.tower.spoken import Unclear, words_of


class WorkScreen(TowerFace[Sitting]):
    """A night at a table, without its keys."""

    def __init__(self, table: Table) -> None:
        super().__init__(table.sitting)
        self.table = table
        self.asking: Asking | None = None
        self._note = ""

    def _below(self) -> ComposeResult:
        yield WorkBar()

    def on_mount(self) -> None:
        """Show how the night stands."""
        self._bar, self._hint = self.query_one(WorkBar), self.query_one(HintView)
        likelier = corners_of(self.sitting.night.building)
        self.query_one(Footing).show(FOOT_WITH_CHANCES if likelier else FOOT)
        self._show()

    @property
    def sitting(self) -> Sitting:
        """How the night stands."""
        return self.table.sitting

    @property
    def depth(self) -> int:
        """How far the hint is told: as far as it was asked for, or as the crew offers it."""
        return max(self.sitting.pressed, self.table.offers)

    @property
    def kept(self) -> bool:
        return self.table.kept or self.table.over or not self.sitting.night.log

    # showing

    def _show(self) -> None:
        sitting = self.sitting
        self.board.sitting = sitting
        self.show_side(sitting, self.table.title)
        self._hint.tell(sitting, 0 if self.table.over else self.depth)
        self.set_class(self._hint.depth > 0, "-hinted")
        self._show_bar()

    def _show_bar(self) -> None:
        self._point()
        if self.table.over:
            self._bar.show((), "Any key goes on.", asks=True)
            self.query_one(Footing).show(())
            return
        note = self.asking.question if self.asking else self._note
        self._bar.show(offers(self.sitting, self.board.cursor), note, asks=self.asking is not None)

    def _say(self, note: str) -> None:
        self._note = note
        self._show_bar()

    def _point(self) -> None:
        """Make out on the board what is asked about, or else where the hint says to look."""
        if self.asking:
            self.board.pointed = places_of_move(self.asking.move)
        else:
            self.board.pointed = places_of(self.sitting.hint) if self._hint.depth else ()

    def _ask(self, asking: Asking | None) -> None:
        self.asking = asking
        self._show_bar()

    # doing

    def _do(self, *lines: str) -> None:
        """Say lines to the table, and show what comes of them."""
        before = self.sitting.night
        self.asking, self._note = None, ""
        self.board.settle()
        try:
            for words in lines:
                self.table.do(words)
        except (Unclear, Refused) as no:
            self._note = str(no)
        now, is_late = self.sitting.night, self.sitting.timing.is_late
        if is_late(now.minute) and not is_late(before.minute) and not now.lit:
            self._note = LATE
        self._show()

    def _make(self, move: Move) -> None:
        """Make a move; ask first where it may be a mistake."""
        if (self.asking and self.asking.move == move) or not (why := self._question(move)):
            self._do(words_of(self.sitting.night.building, move))
        else:
            self._ask(Asking(move, why))

    def _question(self, move: Move) -> str:
        """What to ask before a key makes this move, if anything."""
        return question(self.sitting, move)
