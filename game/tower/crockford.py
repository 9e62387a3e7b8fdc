"""Crockford's base 32, and a check character by which every single wrong character is noticed.

Letters and digits that nobody confuses: https://www.crockford.com/base32.html. The check is our own, for his can
be one of five characters beyond these 32. It takes the symbols for the digits of one number to the base α, in the
field of 32 elements, where α³¹ = 1. A wrong symbol changes that number by (wrong - right) · αⁱ: neither is 0, so
their product is not.
"""

from __future__ import annotations

from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES: Final = {symbol: value for value, symbol in enumerate(ALPHABET)}
_FOLDED: Final = str.maketrans("OIL", "011", "-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}")
_FIELD: Final = 0b100101
"""α⁵ = α² + 1: addition is xor, and multiplying by α is a shift."""
_START: Final = 29
"""So that a symbol 0 at the front counts, and that the code ``1-7x7-M-K7Q2M-4`` of every example is a good one."""


def folded(text: str) -> str:
    """A text as it is meant: capital letters, O read as 0, I and L as 1, no spaces and no hyphens."""
    return "".join(text.upper().split()).translate(_FOLDED)


def written(number: int, length: int) -> str:
    """A number as so many symbols."""
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))


def value(symbols: str) -> int:
    """The number that folded symbols stand for; a :class:`KeyError` for what is no symbol."""
    number = 0
    for symbol in symbols:
        number = number << 5 | _VALUES[symbol]
    return number


def check(symbols: str) -> str:
    """The check character of folded symbols."""
    total = _START
    for symbol in symbols:
        total = total << 1 ^ (_FIELD if total & 16 else 0) ^ _VALUES[symbol]
    return ALPHABET[total]


def strangers(text: str) -> str:
    """The characters of a folded text that are no symbols, each once."""
    return "".join(dict.fromkeys(character for character in text if character not in _VALUES))
