"""Numbers, clock times and names in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.story.figures import capitalised, figures, names


def numbers(sentence: str) -> list[float]:
    return sorted(figures(sentence).numbers)


def times(sentence: str) -> list[str]:
    return [f"{time // 60}:{time % 60:02}" for time in sorted(figures(sentence).times)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It took seven weeks.", [7]),
        ("It took 7 weeks.", [7]),
        ("The seven-week sprint.", [7]),
        ("About 630,000 requests, or 78k each.", [78, 630_000]),
        ("Some six hundred and thirty thousand of them.", [630_000]),
        ("630 thousand of them; 1.5 million at most.", [630_000, 1_500_000]),
        ("Twenty-five, twenty six or two dozen.", [24, 25, 26]),
        ("Between four and five of them.", [4, 5]),
        ("One hundred and two hundred.", [100, 200]),
        ("One thousand two hundred, and a million.", [1_200, 1_000_000]),
        ("Two thousand and three thousand.", [2_000, 3_000]),
        ("A day, one week, zero doubts.", []),
        ("30 a day, 5 a piece.", [5, 30]),
        ("On the 16th, in version 3.5.", [3.5, 16]),
        ("Someone often weighed a ninth of it.", []),
    ],
)
def test_numbers_in_digits_and_in_words(sentence: str, found: list[float]):
    assert numbers(sentence) == found
    assert times(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("At 5:30 and again at 17:30.", ["5:30"]),
        ("At half past five.", ["5:30"]),
        ("At quarter to eight, or quarter past 9.", ["7:45", "9:15"]),
        ("Until 4a, or 4 a.m., or 4 o’clock.", ["4:00"]),
        ("At 7 am and at 7pm.", ["7:00"]),
        ("Until midnight; from noon.", ["0:00"]),
        ("At 11 p.m.", ["11:00"]),
    ],
)
def test_clock_times_stand_on_a_dial_of_twelve_hours(sentence: str, found: list[str]):
    assert times(sentence) == found
    assert numbers(sentence) == []


@pytest.mark.parametrize("sentence", ["25:00", "13:75", "77 a.m.", "0 a.m."])
def test_what_no_clock_shows_is_no_time(sentence: str):
    assert times(sentence) == []


@pytest.mark.parametrize(
    ("line", "facts", "lacking"),
    [
        ("Up until four.", "Awake at 04:00.", []),
        ("Up until 4 a.m.", "Five people were up until four.", []),
        ("At half past four.", "Up until four.", ["4:30"]),
        ("Eight weeks and 12,000 cups.", "Seven weeks.", ["8", "12,000"]),
        ("From eleven to midnight.", "Between 23:00 and 00:00.", []),
        ("Half of 7.5 hours.", "7 hours.", ["7.5"]),
        ("At midnight.", "At 11.", ["12:00"]),
    ],
)
def test_what_a_line_says_beyond_its_facts(line: str, facts: str, lacking: list[str]):
    assert figures(line).lacking_in(figures(facts)) == lacking


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
)
SMALL += "seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    """A whole number below a thousand million as one says it."""
    for scale, word in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_words(number // scale)} {word}{joint + in_words(rest) if rest else ''}"
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@given(number=st.one_of(st.integers(2, 1_200), st.integers(2, 999_999_999)))
@example(number=630_000)
def test_a_number_in_words_equals_its_digits(number: int):
    digits = f"It took {number:,} of them."
    assert (
        figures(f"It took {in_words(number)} of them.") == figures(digits) == figures(f"It took {number} of them.")
    )


@given(one=st.integers(2, 99), other=st.integers(2, 99))
def test_two_numbers_and_a_word_between_are_two_numbers(one: int, other: int):
    assert figures(f"{in_words(one)} and {in_words(other)}").numbers == {one, other}


@settings(deadline=None)
@given(sentence=st.text("0129:.,- aefnotuvxyz½“”’ABé٣½²", max_size=80))
@example(sentence="9" * 600)
@example(sentence="1" + ",1" * 300)
def test_no_sentence_whatever_makes_it_raise(sentence: str):
    found = figures(sentence)
    assert found.lacking_in(found) == []
    found.lacking_in(figures(""))
    names(sentence, frozenset())


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("He joined OpenAI in May.", {"OpenAI", "May"}),
        ("Codex is real. Segment is too.", set()),
        ("What Calvin French-Owen’s post says.", {"Calvin", "French-Owen"}),
        ("Then I’ll go; I do.", set()),
        ("He called it “Done.” Then it was.", set()),
        ("‘Done,’ says the agent. (Nobody looks.)", set()),
    ],
)
def test_names_are_words_with_a_capital_within_a_sentence(sentence: str, found: set[str]):
    assert names(sentence, frozenset()) == found


def test_where_a_sentence_begins_only_what_is_known_is_a_name():
    assert names("Google waits. Nobody else does.", frozenset({"Google"})) == {"Google"}


def test_every_capital_counts_in_what_a_fact_supports():
    assert capitalised("Google’s rival is Anthropic.") == {"Google", "Anthropic"}
