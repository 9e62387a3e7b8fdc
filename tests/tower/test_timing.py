"""How time is told: by the clock until 8:00, or in the minutes that have gone."""

import pytest

from game.tower.timing import EVENING, NIGHT, duration, span


@pytest.mark.parametrize(
    ("minute", "beside", "words"),
    [
        (0, ("9 h", "until 8:00"), "23:00, 9 hours until 8:00"),
        (280, ("4 h 20 min", "until 8:00"), "3:40, 4 hours 20 minutes until 8:00"),
        (540, ("0 min", "until 8:00"), "8:00, no time until 8:00"),
        (545, ("5 min", "past 8:00"), "8:05, 5 minutes past 8:00"),
    ],
)
def test_a_night_is_told_by_the_clock(minute, beside, words):
    assert NIGHT.beside(minute) == beside
    assert NIGHT.in_words(minute) == words
    assert words.startswith(NIGHT.figures(minute))
    assert NIGHT.is_late(minute) == ("past" in words)


def test_a_lit_night_says_how_long_it_took():
    assert NIGHT.beside(280, lit=True) == ("lit after", "280 min")
    assert NIGHT.lit(280) == "lit at 3:40"


@pytest.mark.parametrize("minute", [0, 95, 545, 2000])
def test_an_evening_counts_minutes_and_is_never_late(minute):
    assert not EVENING.is_late(minute)
    said = [
        EVENING.figures(minute),
        EVENING.at(minute),
        EVENING.now(minute),
        EVENING.lit(minute),
        EVENING.in_words(minute),
        *EVENING.beside(minute),
        *EVENING.beside(minute, lit=True),
        EVENING.by_when,
    ]
    assert not any(":" in each for each in said)
    assert EVENING.in_words(minute) == f"{minute} minutes so far"


@pytest.mark.parametrize(
    ("minutes", "short", "long"),
    [
        (0, "0 min", "no time"),
        (1, "1 min", "1 minute"),
        (60, "1 h", "1 hour"),
        (125, "2 h 5 min", "2 hours 5 minutes"),
    ],
)
def test_spans_of_time(minutes, short, long):
    assert duration(minutes) == short
    assert span(minutes) == long
