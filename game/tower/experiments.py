"""Experiments of the lab, as data: what to predict, what to turn, what is plotted, and what it takes for granted.

The arithmetic is in :mod:`game.tower.odds`; the crews that are played are in :mod:`game.tower.lab_crews`.
"""

from __future__ import annotations

from math import floor, log
from typing import Final

from msgspec.structs import replace

from game.tower import lab_crews, odds
from game.tower.crew import FIXED_ORDERS, in_order, reference
from game.tower.curves import OnPaper, PlayedOut
from game.tower.dials import (
    BATCH,
    COUPLING,
    PARTS,
    REGRESSION,
    RELIABILITY,
    Setting,
    choice,
    hundredths,
    number,
    of_100,
)
from game.tower.experiment import Experiment, Question
from game.tower.lab_words import figure

_INDEPENDENT: Final = "Parts are sound or faulty each on its own: one says nothing about another."
_ALIKE: Final = "All parts have the same chance of being sound."
_MINUTES: Final = (
    "A throw takes 5 minutes. A failed one leaves the tower dark for 60. A fix takes 20. "
    "These minutes are the game's own."
)


def _even(setting: Setting) -> str:
    p = setting.reliability
    if p >= 1:
        return "With parts that never fail, any number of them is safe."
    most = floor(log(0.5) / log(p))
    return f"With {of_100(p)} sound, the chance falls below one half after {most:,} part{'s' * (most != 1)}."


P_TO_THE_N: Final = Experiment(
    name="p to the n",
    question=Question(
        "A tower has 49 parts. Each is sound 99 times in 100. It lights only if all are sound. "
        "How often does it light at the first throw?",
        number(0, 100, says=lambda value: f"{figure(value)} in 100"),
        truth=100 * odds.all_sound(odds.Parts(49, 0.99)).on_paper,
        spot=lambda guess: (49, guess / 100),
    ),
    dials=(PARTS, replace(RELIABILITY, stops=hundredths(900, 1000, of=1000))),
    start=Setting(parts=49, reliability=0.99),
    across=PARTS,
    curves=(OnPaper("P", "lights at once", lambda at: odds.all_sound(at.made)),),
    unit="times in 100",
    times=100,
    top=1,
    formula="pⁿ",
    in_words="Every one of n parts must be sound: p times itself, n times over.",
    note=_even,
    task="Keep the chance above 90 in 100 while n grows. How good must a part be?",
    assumptions=(
        _INDEPENDENT,
        _ALIKE,
        "One faulty part is enough: the whole tower stays dark.",
        "Nobody has looked before the throw.",
        "That chances multiply in a chain is Robert Lusser's law of reliability, from the 1950s.",
    ),
)


def _break_even(setting: Setting) -> str:
    above = 100 * odds.break_even(int(setting.parts))
    return f"With {setting.parts:.0f} flats, W is quicker than A only above {above:.1f} of 100."


THREE_CREWS: Final = Experiment(
    name="three crews",
    question=Question(
        "A tower of 49 flats. One crew throws the switch, mends what failed, and throws again. Another goes flat "
        "by flat. From how many sound flats in 100 on is the first crew quicker?",
        number(80, 100, says=lambda value: f"{figure(value)} of 100"),
        truth=100 * odds.break_even(49),
        spot=lambda guess: (guess / 100, None),
    ),
    dials=(replace(PARTS, label="flats", stops=tuple(map(float, lab_crews.TOWERS))), RELIABILITY),
    start=Setting(parts=49, reliability=0.9),
    across=RELIABILITY,
    curves=(
        OnPaper("W", "throws unread", lambda at: odds.whole(at.made)),
        OnPaper("A", "flat by flat", lambda at: odds.apart(at.made)),
        PlayedOut("S", "reads, simply", lambda _: in_order(*FIXED_ORDERS["floors first"])),
        PlayedOut("C", "reads, carefully", lambda _: reference),
    ),
    unit="minutes",
    formula="W = 5 + 115nq    A = 3n + 25nq    q = 1 − p",
    in_words="Each fault costs W 115 minutes. It costs A 25; but every flat costs A 3.",
    note=_break_even,
    task="Stop at a few values of p. Each leaves the reading crews' marks on the plot. Where do they cross A?",
    assumptions=(
        _INDEPENDENT,
        _ALIKE,
        _MINUTES,
        "W: each failed throw shows one fault, and 30 minutes find it in the dark tower: 5 + 60 + 30 + 20.",
        "A: 3 minutes to switch a flat on; a faulty one is dark for 2, fixed in 20, and takes 3 more.",
        "S and C have no formula. They play whole nights on new towers, with every reading true: S surveys "
        "floors, then fills risers, then closes breakers; C takes the reading that tells most a minute.",
        "S and C know the chance p, and a number of faults that hardly any night goes beyond.",
    ),
)


def _square(setting: Setting) -> str:
    whole_tower, flats = (
        odds.darkness(setting.made, minutes, c).on_paper for minutes, c in ((odds.DARK, 1), (odds.FLAT_DARK, 0))
    )
    reached = odds.reach(int(setting.parts), setting.coupling)
    times = f"W is {whole_tower / flats:,.0f} times as dark as A. " if flats else ""
    return f"{times}With this c, a fault darkens {figure(reached)} flat{'s' * (reached != 1)}."


_TIMES: Final = (1, 2, 3, 4, 8)

DAMAGE: Final = Experiment(
    name="damage",
    question=Question(
        "A tower of 40 flats is thrown as a whole: each fault darkens all of it for an hour. Now build it twice "
        "as tall, with flats no better and no worse. How much more darkness is there?",
        choice("as much", "twice as much", "three times", "four times", "eight times"),
        truth=3,
        spot=lambda guess: (80, _TIMES[int(guess)] * odds.darkness(odds.Parts(40, 0.9), odds.DARK, 1).on_paper),
    ),
    dials=(replace(PARTS, label="flats"), RELIABILITY, COUPLING),
    start=Setting(parts=80, reliability=0.9, coupling=0.3),
    across=replace(PARTS, ticks="flats"),
    curves=(
        OnPaper("W", "as a whole", lambda at: odds.darkness(at.made, odds.DARK, 1)),
        OnPaper("K", "coupled", lambda at: odds.darkness(at.made, odds.DARK, at.coupling)),
        OnPaper("A", "flat by flat", lambda at: odds.darkness(at.made, odds.FLAT_DARK, 0)),
    ),
    unit="flat-minutes dark",
    formula="W = 60n·nq    K = 60(1 + c(n − 1))·nq    A = 2·nq    q = 1 − p",
    in_words="Faults × flats each one darkens × minutes: W is a square, A a line.",
    note=_square,
    task="Turn c down until K is a line like A. How little coupling is little enough?",
    assumptions=(
        _INDEPENDENT,
        _ALIKE,
        "W: each fault darkens all n flats for 60 minutes.",
        "K: it darkens itself and a share c of all others, for 60 minutes.",
        "A: it darkens itself, for 2 minutes.",
        "One flat dark for one minute is one flat-minute. No flat matters more than another.",
    ),
)


def _lowest(setting: Setting) -> str:
    best = odds.best_batch(setting.made)
    fewest = odds.batches(setting.made, best).on_paper
    return f"The lowest point: batches of {best}, {figure(fewest)} minutes."


THE_BEST_BATCH: Final = Experiment(
    name="the best batch",
    question=Question(
        "49 flats, 90 of 100 sound. You switch on a batch at a time. A fault darkens its batch, and halving the "
        "batch with breakers finds it. How many flats a batch take the fewest minutes?",
        number(1, 49, says=lambda value: f"batches of {value:.0f}"),
        truth=odds.best_batch(odds.Parts(49, 0.9)),
        spot=lambda guess: (guess, None),
    ),
    dials=(BATCH, replace(PARTS, label="flats"), RELIABILITY),
    start=Setting(parts=49, reliability=0.9, batch=7),
    across=BATCH,
    curves=(OnPaper("T", "in batches", lambda at: odds.batches(at.made, at.size)),),
    unit="minutes",
    formula="T = 3⌈n/b⌉ + nq(max(2, 60b/n) + 5⌈log₂b⌉ + 23)    q = 1 − p",
    in_words="Small batches: many switches. Large ones: long in the dark, long to search.",
    note=_lowest,
    task="Make the flats better, then worse. Which way does the lowest point go?",
    assumptions=(
        _INDEPENDENT,
        _ALIKE,
        "Each batch takes 3 minutes to switch on, and 3 again once a fault is fixed.",
        "A fault darkens its batch for its share of an hour, 60b/n minutes, and at least 2.",
        "Breakers halve the batch until the fault is found, 5 minutes each; a fix takes 20.",
        "That small batches win is Don Reinertsen's point (The Principles of Product Development Flow, 2009).",
    ),
)


def _repaired(setting: Setting) -> str:
    made = (replace(setting.made, g=0), setting.made)
    thrown, apart = (" to ".join(figure(of(parts).on_paper) for parts in made) for of in (odds.whole, odds.apart))
    return f"What g does to the minutes: W goes from {thrown}, A from {apart}."


FIXES_THAT_BREAK: Final = Experiment(
    name="fixes that break things",
    question=Question(
        "Ten of 100 parts are faulty. Every second fix breaks another part, which must be fixed as well. "
        "How many fixes does it take until all are sound, on average?",
        number(10, 50, says=lambda value: f"{figure(value)} fixes"),
        truth=odds.Parts(100, 0.9, 0.5).faults,
        spot=lambda guess: (0.5, guess),
    ),
    dials=(REGRESSION, PARTS, RELIABILITY),
    start=Setting(parts=100, reliability=0.9, regression=0.5),
    across=REGRESSION,
    curves=(
        OnPaper("F", "fixes", lambda at: odds.repairs(at.made)),
        OnPaper("N", "faults at first", lambda at: odds.repairs(replace(at.made, g=0))),
    ),
    unit="fixes",
    formula="F = nq / (1 − g)    N = nq    q = 1 − p",
    in_words="Each fix brings g new faults, and those g more: 1 + g + g² + … = 1/(1 − g).",
    note=_repaired,
    task="Double the fixes, then double them again. How far did g have to go each time?",
    assumptions=(
        _INDEPENDENT,
        _ALIKE,
        "A fix always mends its part, and breaks one other with chance g.",
        "A part broken by a fix must be fixed like any other.",
        "Whatever a fault costs is paid once for each fix: the fault terms of W, A and T are divided by 1 − g.",
    ),
)


def _throws(setting: Setting) -> str:
    throws = 1 / odds.all_sound(setting.made).on_paper
    return f"R needs {figure(throws)} throws on average, though nothing is broken."


_NEARLY_SOUND: Final = replace(
    RELIABILITY, label="work", stops=hundredths(900, 1000, 2, of=1000), ticks="parts of 100 work"
)

FLAKY_PARTS: Final = Experiment(
    name="flaky parts",
    question=Question(
        "49 parts, none broken. But at each throw each part works only 9 times in 10, anew. A throw takes 5 "
        "minutes, and an hour of dark if it fails. How long until the tower lights, on average?",
        choice("1 or 2 hours", "one night", "2 or 3 days", "over a week"),
        truth=3,
        spot=lambda _: (None, None),
    ),
    dials=(replace(PARTS, stops=PARTS.stops[:60]), _NEARLY_SOUND),
    start=Setting(parts=49, reliability=0.9),
    across=_NEARLY_SOUND,
    curves=(
        OnPaper("R", "flaky, anew each throw", lambda at: odds.flaky(at.made)),
        OnPaper("S", "broken, seen at once", lambda at: odds.seen_at_once(at.made)),
    ),
    unit="minutes",
    top=1_440,
    formula="R = 5/pⁿ + 60(1/pⁿ − 1)    S = 5 + 65(1 − pⁿ) + 50nq",
    in_words="R throws until chance is kind. S sees all that is broken and mends it.",
    note=_throws,
    task="Find the p at which flaky parts cost no more than broken ones.",
    assumptions=(
        _INDEPENDENT,
        _ALIKE,
        _MINUTES,
        "R: nothing is broken and nothing is mended. Each part works or not anew at each throw.",
        "S: one failed throw shows all faults; each takes 30 minutes to find and 20 to fix.",
        "The plot ends at a day, 1,440 minutes: R goes on far above it.",
    ),
)

EXPERIMENTS: Final = (P_TO_THE_N, THREE_CREWS, DAMAGE, THE_BEST_BATCH, FIXES_THAT_BREAK, FLAKY_PARTS)
"""In the order in which they are shown."""
