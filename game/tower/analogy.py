"""Where the analogy breaks: what a tower hides about software. Said wherever the tower is used to explain it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple


class Point(NamedTuple):
    """Where the analogy breaks: in a word, and in two or three sentences."""

    title: str
    text: str


WHERE_IT_BREAKS: Final = (
    Point(
        "Tests lie",
        "Every reading here is true. Real tests sometimes pass what is broken, and sometimes fail what is fine.",
    ),
    Point(
        "Faults meet",
        "Every fault here keeps to itself. In software two changes can be fine alone and broken together.",
    ),
    Point(
        "A tower cannot be copied",
        "Software can. Let a few people try the new version first (a canary), keep the old one running beside it"
        " (blue-green), or ship the new part switched off (behind a flag). Then even one big switch need not leave"
        " everybody in the dark.",
    ),
    Point(
        "Breakers cost",
        "A breaker for each flat comes free here. Parts that run apart must talk over a network, keep promises to"
        " each other, and be watched one by one.",
    ),
    Point(
        "Some things stay shared",
        "Flats with breakers of their own still stand on one foundation. Parts that read one database share it,"
        " and when its shape changes, it changes for all of them.",
    ),
)


def in_lines() -> Iterator[str]:
    """The same, a line a point."""
    return (f"{point.title}. {point.text}" for point in WHERE_IT_BREAKS)
