"""Beats: the lines that are told. Each says by its kind where it comes from."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from game.story.step import Id, Step


class Beat(Step, frozen=True, kw_only=True):
    """A line of the story.

    ``cites`` are the ids of the ledger entries it rests on; ``opens`` is the id of the envelope (a predict)
    whose record it tells.
    """

    cites: tuple[Id, ...] = ()
    opens: Id | None = None


class Quoted(Beat, frozen=True, kw_only=True, tag="quoted"):
    """Holds the author's own words, as the ledger has them, between “ and ”."""


class Reported(Beat, frozen=True, kw_only=True, tag="reported"):
    """Says in our words what the articles say."""


class Worked(Beat, frozen=True, kw_only=True, tag="worked"):
    """Arithmetic on the ledger's figures."""


class Outside(Beat, frozen=True, kw_only=True, tag="outside"):
    """Known, but from beyond the two articles."""


class Explained(Beat, frozen=True, kw_only=True, tag="explained"):
    """General knowledge that we explain; no claim about the sprint."""


Lights = Literal["all", "sound"]
"""The windows that a line lights: every one there is, or those of days on which no corner was cut."""


class Imagined(Beat, frozen=True, kw_only=True, tag="imagined"):
    """Everything else: the invented engineer, the invented crew, the building.

    ``lights`` are the windows of the tower beside it that are lit while the line is on the screen: all of them, or
    the sound ones, where no corner was cut.
    """

    lights: Lights | None = None


AnyBeat = Quoted | Reported | Worked | Outside | Explained | Imagined


class Provenance(msgspec.Struct, frozen=True):
    """How a kind of beat is marked and what the mark promises."""

    mark: str
    ascii: str
    meaning: str


PROVENANCE: Final[dict[str, Provenance]] = {
    "quoted": Provenance("❝", '"', "his own words, at most eight at a time"),
    "reported": Provenance("■", "#", "what the articles say, in our words"),
    "worked": Provenance("∑", "=", "arithmetic on figures the articles give"),
    "outside": Provenance("▲", "^", "known, but from beyond the two articles"),
    "explained": Provenance("?", "?", "explained by us: general knowledge, or how this game works"),
    "imagined": Provenance("◇", "~", "made up, by us"),
}
"""The marks in the margin, in the order in which they are explained."""
