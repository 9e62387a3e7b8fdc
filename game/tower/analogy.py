"""Where the analogy breaks: what a tower hides about software. Said wherever the tower is used to explain it."""

from __future__ import annotations

from typing import Final

BREAKS: Final = (
    ("Real tests lie.", "Here every reading is true. A real test may pass on a fault, or fail without one."),
    (
        "Real faults interact.",
        "Here each flat is faulty on its own. Real faults hide one another, or show only in pairs.",
    ),
    (
        "A tower cannot be copied. Software can.",
        "Show a new version to a few users first (a canary), keep the old one running beside it (blue-green), or "
        "ship it switched off (a flag): a monolith, too, can fail small.",
    ),
    (
        "Separate breakers are not free.",
        "Parts that deploy alone talk over a network, need contracts between them, and need watching.",
    ),
    (
        "What is shared stays shared.",
        "Cut the tower into flats and they may still hang on one pipe: a database schema, a login, a clock.",
    ),
)
"""Each as a sentence and what is behind it."""
