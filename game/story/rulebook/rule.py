"""A rule as data: what it is called, what it asks for, why, and a small script that breaks it."""

from __future__ import annotations

import msgspec

from game.story.problems import Said, Severity
from game.story.rulebook.example import Example


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One rule.

    ``code`` is what it is called, and never changes; ``about`` is what it asks for, in a line; ``why`` is its
    reason, for a writer who doubts it. ``example`` breaks it; None where it is no script that does.
    """

    code: str
    about: str
    why: str
    example: Example | None
    severity: Severity = "error"


class Slip(Rule, frozen=True, kw_only=True):
    """A rule that the reader applies. ``says`` is its message, with the names of its fields between { and }.

    ``points_at`` is the field with the word that it is about, where that stands in a longer text. A problem is
    made from its rule: ``UNKNOWN_FLAG(name="tests", advice="")`` is what it says of one place.
    """

    says: str
    points_at: str = ""

    def __call__(self, **fields: object) -> Said:
        """The message with its fields filled in."""
        word = str(fields[self.points_at]) if self.points_at else ""
        return Said(self.says.format_map(fields), self.code, self.severity, word)
