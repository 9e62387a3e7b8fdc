"""Numbers, clock times and names in a sentence, brought to one form so that two sentences can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS: Final = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS: Final = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: value * 10 for value, word in enumerate(_TENS) if word != "_"},
}
_SCALES: Final = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_SCALE: Final = "|".join(_SCALES)
_NUMBER_WORD: Final = "|".join((*_WORDS, *_SCALES))

_CLOCK: Final = re.compile(r"\b([01]?\d|2[0-4]):([0-5]\d)\b")
_HOUR: Final = re.compile(r"\b(0?[1-9]|1[0-2])(?:\s?(?:a\.?m\b\.?|p\.?m\b\.?|o[’']clock)|[ap]\b)")
_PAST: Final = re.compile(rf"\b(half past|quarter past|quarter to) ({_NUMBER_WORD}|\d{{1,2}})\b")
_DIGITS: Final = re.compile(rf"(?<![\w.])(\d[\d,]{{0,20}}(?:\.\d+)?)(?:[ -]({_SCALE})\b)?")
_WORD_RUN: Final = re.compile(rf"\b(?:{_NUMBER_WORD})(?:(?:[ -]|\sand\s)(?:{_NUMBER_WORD}))*\b")
_NAME: Final = re.compile(r"[A-Z][A-Za-z’']*(?:-[A-Z][A-Za-z]+)*")
_SENTENCE_END: Final = re.compile(r"(?:^|[.!?:][”’\")]*\s+|[“‘\"(]\s*)$")

_PAST_MINUTES: Final = {"half past": 30, "quarter past": 15, "quarter to": -15}

CALENDAR_NAMES: Final = frozenset(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


class Figures(NamedTuple):
    """The numbers, from two up, and the clock times, in minutes of half a day, that a sentence holds."""

    numbers: frozenset[float]
    times: frozenset[int]

    def lacking_in(self, other: Figures) -> list[str]:
        """The figures here that the other does not support, as one would say them.

        A bare number supports the full hour of that name, and the other way round: *eleven* is 23:00.
        """
        hours = {time // 60 for time in other.times if time % 60 == 0}
        numbers = {
            n for n in self.numbers if n not in other.numbers and not (n == int(n) and n <= 24 and n % 12 in hours)
        }
        stated = {int(n) % 12 * 60 for n in other.numbers if n == int(n) and n <= 24}
        times = {time for time in self.times if time not in other.times and time not in stated}
        return [_said(number) for number in sorted(numbers)] + [
            f"{time // 60 or 12}:{time % 60:02}" for time in sorted(times)
        ]


def _said(number: float) -> str:
    return f"{number:,.12g}" if number >= 10_000 else f"{number:.12g}"


def figures(sentence: str) -> Figures:
    """The numbers and clock times of a sentence, in digits or in words."""
    text = sentence.lower()
    times: set[int] = set()

    numbers: set[float] = set()

    def keep_time(hour: int, minute: int) -> str:
        times.add((hour % 12 * 60 + minute) % 720)
        return " "

    def keep_number(digits: str, scale: str | None) -> str:
        numbers.add(float(digits.replace(",", "")) * (_SCALES[scale] if scale else 1))
        return " "

    text = _CLOCK.sub(lambda m: keep_time(int(m[1]), int(m[2])), text)
    text = _PAST.sub(lambda m: keep_time(_value(m[2]), _PAST_MINUTES[m[1]]), text)
    text = _HOUR.sub(lambda m: keep_time(int(m[1]), 0), text)
    text = re.sub(r"\bmidnight\b", lambda _: keep_time(0, 0), text)
    text = re.sub(r"\bnoon\b", lambda _: keep_time(0, 0), text)
    text = _DIGITS.sub(lambda m: keep_number(m[1], m[2]), text)
    numbers.update(number for m in _WORD_RUN.finditer(text) for number in _counted(m[0]))
    return Figures(frozenset(n for n in numbers if n >= 2), frozenset(times))


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.get(word, 0)


def _counted(words: str) -> Iterator[float]:
    """The numbers in a row of number words: *six hundred and thirty thousand* is one, *four and five* are two."""
    total = part = 0
    before = ""
    for word in words.replace("-", " ").split():
        if word in _WORDS:
            joins = not before or part % 100 == 0 or (before in _TENS and 0 < _WORDS[word] < 10)
            if not joins:
                yield total + part
                total = part = 0
            part += _WORDS[word]
        elif word != "and":
            scale = _SCALES[word]
            if scale < 1_000 and part >= 100:  # two hundreds: the second begins another number
                yield total + part // 100 * 100
                total, part = 0, part % 100
            elif scale >= 1_000 and total % (scale * 1_000):
                yield total
                total = 0
            part = max(part, 1) * scale
            if scale >= 1_000:
                total, part = total + part, 0
        before = word
    yield total + part


def names(sentence: str, known: frozenset[str]) -> set[str]:
    """The names in a sentence: capitalised words, and where a sentence starts only those that are ``known``."""
    found = set()
    for match in _NAME.finditer(sentence):
        word = _bare(match[0])
        starts = _SENTENCE_END.search(sentence[: match.start()]) is not None
        if word in known or not (starts or word == "I"):
            found.add(word)
    return found


def capitalised(text: str) -> set[str]:
    """Every word with a capital, wherever it stands."""
    return {_bare(match[0]) for match in _NAME.finditer(text)}


def _bare(word: str) -> str:
    """A word without its possessive or contraction."""
    return re.sub(r"[’'].*$", "", word)
