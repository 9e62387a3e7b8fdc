"""The lab's figures in words: numbers as they are told, and whether dice and formula agree."""

from __future__ import annotations

from typing import Final

from game.tower.odds import Estimate

_SIGNS: Final = {
    "ⁿ": "^n",
    "²": "^2",
    "log₂b": "log2(b)",
    "⌈": "ceil(",
    "⌉": ")",
    "−": "-",
    "±": "+/-",
    "·": "*",
    "×": "x",
    "…": "...",
}


def in_plain_signs(text: str) -> str:
    """A formula in characters that every keyboard has: *p^n*, *ceil(n/b)*."""
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, plain)
    return text


def figure(value: float) -> str:
    """A number with as many digits as say something: *1,132*, *269.5*, *61.1*, *0.06*."""
    size = abs(value)
    decimals = 0 if size >= 1_000 or abs(value - round(value)) < 1e-9 else 1 if size >= 1 else 2
    return f"{value:,.{decimals}f}"


def estimated(estimate: Estimate, times: float = 1) -> tuple[str, str]:
    """The mean and its standard error, both told in ``times`` the unit and with the same decimals."""
    mean, error = estimate.mean * times, estimate.error * times
    decimals = 0 if error >= 10 else 1 if error >= 0.1 else 2
    small = 0 < error < 0.005
    return f"{mean:,.{decimals}f}", "under 0.01" if small else f"{error:,.{decimals}f}"


def agreement(on_paper: float, estimate: Estimate) -> str:
    """How far the dice are from the formula, measured by what chance alone does."""
    off = abs(estimate.mean - on_paper)
    if off <= 1e-9 * max(1.0, abs(on_paper)):
        return "agrees exactly"
    if off <= estimate.error:
        return "agrees within its error"
    if off <= 2 * estimate.error:
        return "within twice its error"
    if off <= 4 * estimate.error:
        return "2 to 4 errors off: rare"
    return "disagrees: over 4 errors"


def beside(estimate: Estimate, known: float, name: str) -> str:
    """How a mean that no formula knows lies to a number that is known: *66 more than A*."""
    off = estimate.mean - known
    if abs(off) <= max(0.5, 2 * estimate.error):
        return f"about like {name}"
    return f"{abs(off):,.0f} {'more' if off > 0 else 'less'} than {name}"
