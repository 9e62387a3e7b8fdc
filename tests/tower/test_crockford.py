"""Base 32 and its check character, with the proof that every single wrong character is noticed."""

from __future__ import annotations

from random import Random

import pytest

from game.tower import crockford
from game.tower.crockford import ALPHABET, check, folded, strangers, value, written


def test_the_alphabet_is_crockfords():
    assert ALPHABET == "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.mark.parametrize("text", ["1-7x7-m-k7q2m-4", " 1 7X7 M K7Q2M 4 ", "I–7x7–M–K7Q2M–4", "l 7x7\tm\nk7q2m4"])
def test_what_one_types_is_read_as_it_is_meant(text):
    assert folded(text) == "17X7MK7Q2M4"


def test_look_alikes_are_folded():
    assert folded("oOiIlL") == "001111"


def test_what_is_written_can_be_read():
    assert written(0, 5) == "00000"
    assert written(2**25 - 1, 5) == "ZZZZZ"
    assert all(value(written(number, 5)) == number for number in range(0, 2**25, 99_991))


def test_strangers_are_named_once():
    assert strangers("17X7*U*") == "*U"


def weights(length: int) -> list[list[int]]:
    """For each place, how the check changes when its symbol changes by each of the 31 differences."""
    zero = ALPHABET.index(check("0" * length))
    tables = []
    for place in range(length):
        changed = ("0" * place + symbol + "0" * (length - place - 1) for symbol in ALPHABET[1:])
        tables.append([ALPHABET.index(check(symbols)) ^ zero for symbols in changed])
    return tables


@pytest.mark.parametrize("length", [10, 11, 38])
def test_every_single_wrong_character_is_noticed(length):
    """The proof. The check is linear: texts that differ in one place differ in their checks by what the difference
    weighs there (first part, on random texts). And no difference weighs nothing, anywhere (second part).
    """
    tables, rng = weights(length), Random(length)
    for _ in range(300):
        symbols = [rng.choice(ALPHABET) for _ in range(length)]
        place, wrong = rng.randrange(length), rng.choice(ALPHABET)
        other = [*symbols[:place], wrong, *symbols[place + 1 :]]
        difference = ALPHABET.index(wrong) ^ ALPHABET.index(symbols[place])
        weighs = tables[place][difference - 1] if difference else 0
        checks = [ALPHABET.index(check("".join(text))) for text in (symbols, other)]
        assert checks[0] ^ checks[1] == weighs
    assert all(sorted(table) == [*range(1, 32)] for table in tables)


def test_neighbours_changed_about_are_noticed_too():
    rng = Random(2)
    for _ in range(500):
        symbols = [rng.choice(ALPHABET) for _ in range(10)]
        place = rng.randrange(9)
        other = symbols.copy()
        other[place], other[place + 1] = other[place + 1], other[place]
        assert other == symbols or check("".join(other)) != check("".join(symbols))


def test_zeros_in_front_count():
    assert len({check("0" * length) for length in range(1, 20)}) > 10
    assert crockford.check("17X7MK7Q2M") == "4"
