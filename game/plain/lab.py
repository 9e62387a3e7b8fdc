"""The lab in lines: the same experiments as on the screen. First a guess, then words that turn the dials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TextIO

from game.plain.questions.base import numbered
from game.plain.talk import Command, Left, Talk
from game.tower.analogy import in_lines
from game.tower.curves import Curve, simulation
from game.tower.dials import Dial, Setting
from game.tower.experiments import EXPERIMENTS
from game.tower.lab_words import agreement, beside, estimated, figure, in_plain_signs
from game.tower.odds import Estimate
from game.words import listed, sentence

FRACTION: Final = 0.01
"""What one stands for on a dial whose values are told of 100."""


def lab(out: TextIO, lines: Iterable[str]) -> int:
    """Run the lab in lines until its visitor leaves or no more lines come. Returns the exit code."""
    talk = Talk(out, lines)
    talk.farewell = lambda: ["You leave the lab."]
    return talk.lead(_Lab(talk).go_on)


class _Unclear(Exception):  # noqa: N818 - said to a visitor
    """What was typed cannot be done. The message says why, and what can."""


class _Lab:
    """One visit. A guess stays what it was; dials stay as they were left."""

    def __init__(self, talk: Talk) -> None:
        self._talk, self._say = talk, talk.say
        self._experiment = EXPERIMENTS[0]
        self._settings = {each.name: each.start for each in EXPERIMENTS}
        self._guesses: dict[str, float] = {}
        self._seed = 0

    def go_on(self) -> None:
        """Hear lines until the visitor leaves."""
        self._say(f"The lab. {len(EXPERIMENTS)} experiments: predict first, then turn the dials.")
        self._say("Type help at any time.")
        self._tell()
        while True:
            self._hear()

    # saying

    def _tell(self) -> None:
        """Tell the experiment on the bench, up to what is wanted next."""
        experiment = self._experiment
        self._talk.pause()
        self._say(f"Experiment {EXPERIMENTS.index(experiment) + 1} of {len(EXPERIMENTS)}: {experiment.name}.")
        if self._guess is not None:
            self._show()
            return
        dial = experiment.question.dial
        self._say(experiment.question.text, *numbered(map(sentence, dial.answers)), _wanted(dial))

    def _show(self) -> None:
        """Guess, truth, formula, and what can be turned."""
        experiment, guess = self._experiment, self._guess
        assert guess is not None
        question = experiment.question
        said, true = question.in_words(guess), question.in_words(question.truth)
        self._say(f"You said {said}. It is {true}. {question.verdict(guess)}")
        formulas = "; ".join(experiment.formula.split("    "))
        self._say(*map(in_plain_signs, (f"Formula: {formulas}.", experiment.in_words)))
        self._stand()
        words = listed([dial.word for dial in experiment.dials], "or")
        self._say(f"To turn a dial, type {words}, and a number. Type simulate, assumptions, breaks or next.")

    def _stand(self) -> None:
        """How the dials stand, and what the formula says then."""
        experiment, setting = self._experiment, self._setting
        stand = listed([f"{dial.word} {dial.says(setting.at(dial.word))}" for dial in experiment.dials])
        self._say(f"{stand[0].upper()}{stand[1:]}:")
        for curve in experiment.curves:
            on_paper = curve.on_paper(setting)
            if on_paper is None:
                self._say(f"{curve.sign} ({curve.name}): no formula; type simulate to let it play.")
            else:
                told = figure(on_paper * experiment.times)
                self._say(f"{curve.sign} ({curve.name}): {told} {experiment.unit}.")
        self._say(experiment.note(setting))

    # hearing

    @property
    def _guess(self) -> float | None:
        return self._guesses.get(self._experiment.name)

    @property
    def _setting(self) -> Setting:
        return self._settings[self._experiment.name]

    def _hear(self) -> None:
        """Hear one line and do what it says."""
        word, _, rest = self._talk.hear().lower().rstrip(".").partition(" ")
        command = next((each for each in COMMANDS if each.word == word), None)
        try:
            if command is not None:
                command.does(self)
            elif self._guess is None:
                self._guessed(word)
            else:
                self._turned(word, rest.strip())
        except _Unclear as unclear:
            self._say(str(unclear))

    def _guessed(self, typed: str) -> None:
        dial = self._experiment.question.dial
        value = _number(typed)
        if value is not None and dial.answers:
            value -= 1
        if value is None or not dial.stops[0] <= value <= dial.stops[-1]:
            raise _Unclear(f"Not understood. {_wanted(dial)} Then the dials open.")
        self._guesses[self._experiment.name] = dial.nearest(value)
        self._show()

    def _turned(self, word: str, typed: str) -> None:
        dials = {dial.word: dial for dial in self._experiment.dials}
        if word not in dials:
            raise _Unclear(f"Not understood. Dials here: {listed(list(dials))}. Other words: help.")
        self._settings[self._experiment.name] = self._setting.turned(word, _stop(dials[word], typed))
        self._stand()

    # what the words do

    def simulate(self) -> None:
        """Throw the dice for the dials as they stand; each time new ones."""
        self._first_a_guess()
        experiment = self._experiment
        self._seed += 1
        most = max(curve.runs for curve in experiment.curves)
        self._say(f"Up to {most:,} runs a line. This can take some seconds.")
        self._talk.flush()
        for told in simulation(experiment.curves, self._setting, self._seed):
            if told.estimate.runs == told.curve.runs:
                self._say(self._by_dice(told.curve, told.estimate))

    def _by_dice(self, curve: Curve, estimate: Estimate) -> str:
        mean, error = estimated(estimate, self._experiment.times)
        on_paper = curve.on_paper(self._setting)
        if on_paper is None:
            sign, known = next(self._known())
            said = beside(estimate, known, sign)
        else:
            said = agreement(on_paper, estimate)
        return (
            f"{curve.sign} ({curve.name}), {estimate.runs:,} {curve.played}: {mean}, give or take {error}: {said}."
        )

    def _known(self) -> Iterator[tuple[str, float]]:
        """What a formula knows, the last first."""
        for curve in reversed(self._experiment.curves):
            on_paper = curve.on_paper(self._setting)
            if on_paper is not None:
                yield curve.sign, on_paper

    def assume(self) -> None:
        """What the formula takes for granted, and something to try."""
        self._first_a_guess()
        self._say("What is taken for granted:", *map(in_plain_signs, self._experiment.assumptions))
        self._say(*(f"{dial.word} ({dial.sign}): {dial.means}." for dial in self._experiment.dials))
        self._say(f"To try: {self._experiment.task}")

    def breaks(self) -> None:
        """Where the tower stops being like software."""
        self._say("Where the tower stops being like software:", *in_lines())

    def again(self) -> None:
        """Tell the experiment once more."""
        self._tell()

    def next(self) -> None:
        """On to the next experiment; after the last comes the first."""
        self._experiment = EXPERIMENTS[(EXPERIMENTS.index(self._experiment) + 1) % len(EXPERIMENTS)]
        self._tell()

    def help(self) -> None:
        """Say which words there are."""
        self._say(*(f"{each.word}: {each.means}." for each in COMMANDS))
        self._say(*(f"{dial.word} and a number: {dial.means}." for dial in self._experiment.dials))

    def quit(self) -> None:
        """Leave."""
        raise Left

    def _first_a_guess(self) -> None:
        if self._guess is None:
            raise _Unclear(f"First your guess. {_wanted(self._experiment.question.dial)}")


COMMANDS: Final = (
    Command("simulate", "throw the dice, or play nights, for the dials as they stand", _Lab.simulate),
    Command("assumptions", "what the formula takes for granted, and something to try", _Lab.assume),
    Command("breaks", "where the tower stops being like software", _Lab.breaks),
    Command("again", "this experiment once more", _Lab.again),
    Command("next", "the next experiment", _Lab.next),
    Command("help", "this list", _Lab.help),
    Command("quit", "leave the lab", _Lab.quit),
)
"""The words that work at any time."""


def _wanted(dial: Dial) -> str:
    """What a guess may be."""
    if dial.answers:
        return f"Type a number from 1 to {len(dial.answers)}."
    return f"Guess a number from {dial.stops[0]:.0f} to {dial.stops[-1]:.0f}."


def _number(typed: str) -> float | None:
    """A number that was typed: *49*, *0.99*, *99%*."""
    bare = typed.replace(",", "").removesuffix("%")
    try:
        value = float(bare) if bare.replace(".", "", 1).isdecimal() else None
    except ValueError:
        return None
    return value


def _stop(dial: Dial, typed: str) -> float:
    """The stop of a dial that is meant. Shares may be typed as *0.99*, *99* or *99%*."""
    value = _number(typed)
    share = dial.per == FRACTION
    if value is not None and share and (typed.endswith("%") or value > 1):
        value /= 100
    if value is None or not dial.stops[0] <= value <= dial.stops[-1]:
        low, high = dial.says(dial.stops[0]), dial.says(dial.stops[-1])
        like = f"{dial.word} {dial.stops[len(dial.stops) // 2]:g}"
        raise _Unclear(f"The dial {dial.word} goes from {low} to {high}. Type it like this: {like}.")
    return dial.nearest(value)
