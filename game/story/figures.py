"""Numbers, clock times and names in a sentence, brought to one form so that two sentences can be compared."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS: Final = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS: Final = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: value * 10 for value, word in enumerate(_TENS) if word != "_"},
    "dozen": 12,
}
_SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_NUMBER_WORD: Final = "|".join((*_WORDS, *_SCALES))

_CLOCK: Final = re.compile(r"\b(\d{1,2}):(\d{2})\b")
_HOUR: Final = re.compile(r"\b(\d{1,2})\s?(?:a\.?m\b\.?|p\.?m\b\.?|a\b|p\b|o[’']clock)")
_PAST: Final = re.compile(rf"\b(half past|quarter past|quarter to) ({_NUMBER_WORD}|\d{{1,2}})\b")
_DIGITS: Final = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")
_WORD_RUN: Final = re.compile(rf"\b(?:{_NUMBER_WORD})(?:(?:[ -]|\sand\s)(?:{_NUMBER_WORD}))*\b")
_NAME: Final = re.compile(r"[A-Z][A-Za-z’']*(?:-[A-Z][A-Za-z]+)*")
_SENTENCE_END: Final = re.compile(r"(?:^|[.!?:]\s+|[“\"(]\s*)$")

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
        return [f"{n:,g}" if n >= 10_000 else f"{n:g}" for n in sorted(numbers)] + [
            f"{time // 60 or 12}:{time % 60:02}" for time in sorted(times)
        ]


def figures(sentence: str) -> Figures:
    """The numbers and clock times of a sentence, in digits or in words."""
    text = sentence.lower()
    times: set[int] = set()

    def keep_time(hour: int, minute: int) -> str:
        times.add((hour % 12 * 60 + minute) % 720)
        return " "

    text = _CLOCK.sub(lambda m: keep_time(int(m[1]), int(m[2])), text)
    text = _PAST.sub(lambda m: keep_time(_value(m[2]), _PAST_MINUTES[m[1]]), text)
    text = _HOUR.sub(lambda m: keep_time(int(m[1]), 0), text)
    text = re.sub(r"\bmidnight\b", lambda _: keep_time(0, 0), text)
    text = re.sub(r"\bnoon\b", lambda _: keep_time(0, 0), text)
    numbers = {float(m[0].replace(",", "").rstrip(".")) for m in _DIGITS.finditer(text)}
    numbers |= {float(_run(m[0])) for m in _WORD_RUN.finditer(text)}
    return Figures(frozenset(n for n in numbers if n >= 2), frozenset(times))


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.get(word, 0)


def _run(words: str) -> int:
    """The value of number words in a row: *six hundred and thirty thousand*."""
    total = part = 0
    for word in re.split(r"[ -]|\sand\s", words):
        if word in ("", "and"):
            continue
        if word in _SCALES:
            scale = _SCALES[word]
            part = max(part, 1) * scale
            if scale >= 1_000:
                total, part = total + part, 0
        else:
            part += _WORDS[word]
    return total + part


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
