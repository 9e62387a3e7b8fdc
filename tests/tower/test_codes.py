"""Codes: what one copies off a friend's screen."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random
from string import printable

import pytest

from game.tower.boards import LAUNCH, SIZES
from game.tower.codes import EXAMPLE, BadCode, Code, daily, long_code, read
from game.tower.crockford import ALPHABET, check, folded
from game.tower.generator import drawn
from game.tower.grades import Grade
from game.tower.longform import Drawing


def random_code(rng: Random) -> Code:
    return Code(rng.choice(SIZES), rng.choice([*Grade]), rng.randrange(2**25))


def long(size, seed=1) -> Drawing:
    night = drawn(size, seed, 0).night
    return Drawing(size, night.building.circuits, night.faults)


def test_the_example_of_every_message_is_a_good_code():
    code = read(EXAMPLE)
    assert code == Code(LAUNCH, Grade.MEDIUM, 0b10011_00111_10111_00010_10100)
    assert str(code) == EXAMPLE == "1-7x7-M-K7Q2M-4"


@pytest.mark.parametrize("text", ["1 7x7 m k7q2m 4", "17X7MK7Q2M4", "l-7X7-m-K7Q2M-4 ", "i—7x7—M—k7q2m—4"])
def test_case_spaces_hyphens_and_look_alikes_do_not_matter(text):
    assert str(read(text)) == EXAMPLE


def test_every_code_is_read_as_it_was_written():
    rng = Random(1)
    for _ in range(300):
        code = random_code(rng)
        assert read(str(code)) == code
    assert read(str(Code(SIZES[3], Grade.HARD, 2**25 - 1))).seed == 2**25 - 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "nothing to read"),
        ("   - ", "nothing to read"),
        ("1-7x7-M-K7Q2M-5", "one character of this code is wrong"),
        ("1-7x7-M-K7O2M-4", "one character of this code is wrong"),
        ("1-7x7-H-K7Q2M-4", "one character of this code is wrong"),
        ("1-7x7-M-K7Q2-4", "1 character too few: after 1-7x7 and the letter come 5"),
        ("1-7x7-M-K7Q2MZZ-4", "2 characters too many"),
        ("2-7x7-M-K7Q2M-4", "version 2, and only version 1"),
        ("1-7x9-M-K7Q2M-4", "no tower of size 7x9. The sizes are 4x3, 6x4, 7x7, 12x5"),
        ("1-7x7-M-K7U2M-4", "No code has U in it"),
        ("1-7x7-M-K7$2M-4!", "No code has $ or ! in it"),
        ("hello", "not a code"),
        ("https://example.org", "No code has : or / or . in it"),
        ("1-7x7", "not a code"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(text, says):
    with pytest.raises(BadCode) as caught:
        read(text)
    assert says in str(caught.value)


def test_a_grade_that_there_is_not():
    symbols = "17X7K" + "K7Q2M"
    with pytest.raises(BadCode, match="no grade K"):
        read(symbols + check(symbols))


def test_a_seed_has_twenty_five_bits():
    with pytest.raises(ValueError, match="from 0 to 33554431, not 33554432"):
        Code(LAUNCH, Grade.EASY, 2**25)


def means(text: str) -> object:
    try:
        return read(text)
    except BadCode:
        return None


def every_slip(code: str, alphabet: str) -> None:
    """Any character of a code, replaced by any other: refused, unless it means the same."""
    right = read(code)
    for place, character in enumerate(code):
        for wrong in alphabet:
            slip = code[:place] + wrong + code[place + 1 :]
            if folded(slip) != folded(code):
                assert means(slip) is None, (code, slip)
            else:
                assert means(slip) == right, (code, slip, character)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("grade", Grade)
def test_every_single_wrong_character_is_noticed(size, grade):
    every_slip(str(Code(size, grade, 12_345_678)), printable)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_every_single_wrong_character_of_a_long_code_is_noticed(size):
    every_slip(long_code(long(size)), ALPHABET)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_a_long_code_is_the_board_itself(size):
    for seed in range(10):
        board = long(size, seed)
        code = long_code(board)
        assert read(code) == read(code.lower().replace("-", " ")) == board
    assert code.startswith(f"1-{size.name}-B-")


def test_a_long_code_whose_board_cannot_be():
    code = long_code(long(SIZES[0]))
    broken = folded(code)[:5] + "000000"
    with pytest.raises(BadCode, match="no slip in it, but its board cannot be"):
        read(broken + check(broken))


def test_each_day_has_its_board():
    assert str(daily(date(2024, 5, 20))) == "1-7x7-M-Q2V60-A"
    days = [daily(date(2026, 1, 1) + timedelta(days)) for days in range(365)]
    assert len({code.seed for code in days}) == 365
    assert {(code.size, code.grade) for code in days} == {(LAUNCH, Grade.MEDIUM)}


@pytest.mark.prove
def test_ten_thousand_codes():
    """Each is read as written; a thousand of them with every slip; check characters are evenly spread."""
    rng, checks = Random(2), Counter()
    for number in range(10_000):
        code = random_code(rng)
        text = str(code)
        assert read(text) == code
        checks[text[-1]] += 1
        if number < 1_000:
            every_slip(text, ALPHABET)
    print(
        f"10,000 codes read again; a check character stands {min(checks.values())} to {max(checks.values())} times"
    )
