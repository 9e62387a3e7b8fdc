"""The lab's screen: one experiment at a time. First the guess, then the dials; dice are thrown beside them."""

# ruff: noqa: PLC0415 - a screen is imported when it is opened

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.worker import Worker, get_current_worker

from game.screens import keys
from game.screens.keys import Group
from game.screens.lab import hands
from game.screens.lab.aside import Aside, Top
from game.screens.lab.bench import Bench
from game.screens.lab.plot import Plot
from game.screens.lab.sliders import LOW, Sliders
from game.screens.lab.table import Table
from game.screens.tower.inside import Inside
from game.screens.tower.keys import LEAVE
from game.screens.widgets.bars import Footing, Heading
from game.screens.widgets.notice import Notice
from game.tower.curves import Told, simulation
from game.tower.dials import Setting
from game.tower.experiments import EXPERIMENTS

HEIGHTS: Final = [(0, "-low"), (LOW, "-high")]


class LabScreen(Inside[None]):
    """The experiments, one after another. Each stays as it was left until the lab is left."""

    DEFAULT_CSS = """
    LabScreen #bench { height: 1fr; padding: 1 2 0 2; }
    LabScreen #plotted { height: 1fr; margin-top: 1; }
    LabScreen.-low #bench { padding: 0 2; }
    LabScreen #side { width: 23; margin-left: 2; height: 1fr; }
    LabScreen.-medium #bench { padding: 1 3; }
    LabScreen.-medium #plotted { margin: 1 0; }
    LabScreen.-medium #side { width: 28; margin-left: 3; }
    LabScreen.-large #bench { padding: 2 8; }
    LabScreen.-large #plotted { margin: 2 0; }
    LabScreen.-large #side { width: 38; margin-left: 6; }
    """
    BINDINGS = keys.bindings(hands.LAB.keys)
    VERTICAL_BREAKPOINTS = HEIGHTS

    class Dice(Message):
        """What dice say by now, of dials that stood so when they were thrown."""

        def __init__(self, bench: Bench, setting: Setting, told: Told) -> None:
            super().__init__()
            self.bench, self.setting, self.told = bench, setting, told

    def __init__(self) -> None:
        super().__init__()
        self.benches = [Bench(experiment) for experiment in EXPERIMENTS]
        self.bench = self.benches[0]
        self.chosen = 0
        self.dice: Worker[None] | None = None
        self._seed = 1

    def compose(self) -> ComposeResult:
        yield Heading()
        with Vertical(id="bench"):
            yield Top()
            with Horizontal(id="plotted"):
                yield Plot()
                with Vertical(id="side"):
                    yield Sliders()
                    yield Aside()
            yield Table()
        yield Notice()
        yield Footing()

    def on_mount(self) -> None:
        """Open on the first experiment."""
        self._open()

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._show()

    def helps(self) -> Sequence[Group]:
        return [hands.LAB, keys.READING]

    # showing

    def _open(self) -> None:
        """Show the experiment on the bench, with its guess open or everything shown."""
        bench, self.chosen = self.bench, 0
        place = self.benches.index(bench) + 1
        enter = [hands.NEXT, hands.AGAIN] if bench.locked else [hands.LOCK]
        self._say("")
        self.query_one(Heading).show(f"the lab · {bench.experiment.name}", f"{place} of {len(self.benches)}")
        self.query_one(Footing).show([*enter, hands.ASSUME, hands.BREAK, keys.KEYS, LEAVE])
        self.query_one(Top).show(bench.experiment, shown=bench.locked)
        self.query_one(Table).display = bench.locked
        self._throw()
        self._show()

    def _show(self) -> None:
        """Show how everything stands."""
        bench = self.bench
        self.query_one(Top).refresh(layout=True)
        self.query_one(Sliders).show(bench.dials, self.chosen)
        self.query_one(Aside).show(bench.experiment, bench.guess, shown=bench.locked)
        self.query_one(Plot).show(bench.view())
        self.query_one(Table).show(bench)

    def _say(self, text: str) -> None:
        self.query_one(Notice).say(text)

    # dice

    def _throw(self) -> None:
        """Throw dice for the dials as they stand, in place of any that still roll."""
        self._stop()
        bench = self.bench
        if not bench.locked or bench.found:
            return
        bench.begin()
        roll = partial(self._roll, bench, bench.setting, self._seed)
        self.dice = self.run_worker(roll, thread=True, group="dice", exclusive=True)

    def _roll(self, bench: Bench, setting: Setting, seed: int) -> None:
        """On a thread of its own, until all is told or it is cancelled."""
        worker = get_current_worker()
        for told in simulation(bench.experiment.curves, setting, seed):
            if worker.is_cancelled:
                return
            self.post_message(self.Dice(bench, setting, told))

    def _stop(self) -> None:
        if self.dice is not None:
            self.dice.cancel()
            self.dice = None
        for bench in self.benches:
            bench.stop()

    def on_lab_screen_dice(self, message: Dice) -> None:
        """Take in what dice say; of dials that were turned on since, let it go."""
        bench = self.bench
        if self.dice is None or message.bench is not bench or message.setting != bench.setting:
            return
        if bench.take(message.told):
            self.query_one(Plot).show(bench.view())
        self.query_one(Table).show(bench)

    # keys and clicks

    def on_sliders_turned(self, message: Sliders.Turned) -> None:
        """A track was clicked or dragged, or an answer clicked."""
        self.chosen = message.place
        self._turn_to(message.value)

    def action_turn(self, by: int) -> None:
        """Left, right and their like."""
        dial, value = self.bench.dials[self.chosen]
        self._turn_to(dial.moved(value, by))

    def action_choose(self, by: int) -> None:
        """Up and down: the dial above or below; among answers, the answer; a guessed number goes by ten."""
        dials = self.bench.dials
        if self.bench.locked:
            self.chosen = (self.chosen + by) % len(dials)
            self._show()
        else:
            dial, value = dials[0]
            self._turn_to(dial.moved(value, by if dial.answers else -by * hands.TEN))

    def _turn_to(self, value: float) -> None:
        self._say("")
        if self.bench.turn(self.chosen, value):
            self._throw()
        self._show()

    def action_go_on(self) -> None:
        """Enter: lock the guess in, or on to the next experiment."""
        if self.bench.locked:
            self.action_go(self.benches.index(self.bench) + 2)
        else:
            self.bench.locked = True
            self._open()

    def action_go(self, place: int) -> None:
        """To an experiment, by its number; after the last comes the first."""
        self._stop()
        self.bench = self.benches[(place - 1) % len(self.benches)]
        self._open()

    def action_again(self) -> None:
        """New dice for the same dials."""
        if not self.bench.locked:
            self._say("First your guess. Enter locks it in.")
            return
        self._seed += 1
        self.bench.begin()
        self._throw()
        self._show()

    def action_assumptions(self) -> None:
        """What the formula takes for granted; not before the guess, for it tells too much."""
        from game.screens.lab.notes import Assumptions

        if self.bench.locked:
            self.app.push_screen(Assumptions(self.bench.experiment))
        else:
            self._say("First your guess: this page would tell too much. Enter locks it in.")

    def action_breaks(self) -> None:
        """Where the tower stops being like software."""
        from game.screens.tower.endpages import BreaksScreen

        self.app.push_screen(BreaksScreen())

    def action_leave(self) -> None:
        """Leave the lab; the dice stop."""
        self._stop()
        self.dismiss(None)
