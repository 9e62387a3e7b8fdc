"""Palettes, as data: what there is to draw with, and the colour and text style that each of it has.

Everything drawn names an *ink*; nothing else in the game names a colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

INKS: Final = (
    # words
    "ink", "title", "muted", "faint", "key", "struck",
    # the tower
    "lit", "unlit", "corner", "today", "empty", "wall", "antenna", "label", "pointer",
    # the night's floor plan
    "fog", "sound", "faulty", "fixed", "pencil", "water", "band",
    # the sky behind it
    "star", "skyline", "glimmer",
    # the gauges
    "rest", "home", "craft", "track", "gain", "loss",
    # where a beat comes from
    "mark-quoted", "mark-reported", "mark-worked", "mark-outside", "mark-explained", "mark-imagined",
    # the band under the chosen line, and the bands at the top and the foot of a screen
    "cursor", "bar",
)  # fmt: skip
"""What there is to draw with.

``skyline``, ``band``, ``cursor`` and ``bar`` are grounds; the last two have a ``-text``.
"""

Palette = Mapping[str, str]

NIGHT: Final[Palette] = {
    "background": "#0b1020",
    "ink": "#e8e3d5",
    "title": "#f2b84b",
    "muted": "#8d97ab",
    "faint": "#59647f",
    "key": "#f2b84b",
    "struck": "#7d879c",
    "lit": "#f2b84b",
    "unlit": "#4b587a",
    "corner": "#d0708a",
    "today": "#ffd88a",
    "empty": "#36415f",
    "wall": "#7d879c",
    "antenna": "#59647f",
    "label": "#7d879c",
    "pointer": "#ffffff",
    "fog": "#56648a",
    "sound": "#5b7752",
    "faulty": "#ec7f9b",
    "fixed": "#b9dc92",
    "pencil": "#f5f0e2",
    "water": "#7fb4d6",
    "band": "#1d2742",
    "star": "#4a5574",
    "skyline": "#141b31",
    "glimmer": "#5d5540",
    "rest": "#7fb4d6",
    "home": "#d9a5c7",
    "craft": "#a8c686",
    "track": "#2a3450",
    "gain": "#a8c686",
    "loss": "#d0708a",
    "mark-quoted": "#f2b84b",
    "mark-reported": "#7fb4d6",
    "mark-worked": "#a8c686",
    "mark-outside": "#d9a5c7",
    "mark-explained": "#b9b3e0",
    "mark-imagined": "#8d97ab",
    "cursor": "#f2b84b",
    "cursor-text": "#0b1020",
    "bar": "#131a2e",
    "bar-text": "#8d97ab",
}

DAY: Final[Palette] = {
    "background": "#f8f3e8",
    "ink": "#1c2130",
    "title": "#8f4a00",
    "muted": "#555b6b",
    "faint": "#8d8f98",
    "key": "#8f4a00",
    "struck": "#686d7a",
    "lit": "#c97200",
    "unlit": "#7b859e",
    "corner": "#b02a55",
    "today": "#8f4a00",
    "empty": "#aaa695",
    "wall": "#4a5063",
    "antenna": "#7b7f8c",
    "label": "#555b6b",
    "pointer": "#000000",
    "fog": "#a39f90",
    "sound": "#93ad78",
    "faulty": "#b02a55",
    "fixed": "#34600f",
    "pencil": "#1c2130",
    "water": "#1f6a9a",
    "band": "#e9dcbb",
    "star": "#d3ccb8",
    "skyline": "#e9e1cd",
    "glimmer": "#cdbb8e",
    "rest": "#1f6a9a",
    "home": "#9a3d7b",
    "craft": "#4a7320",
    "track": "#cfc7b3",
    "gain": "#4a7320",
    "loss": "#b02a55",
    "mark-quoted": "#8f4a00",
    "mark-reported": "#1f6a9a",
    "mark-worked": "#4a7320",
    "mark-outside": "#9a3d7b",
    "mark-explained": "#5a4fa0",
    "mark-imagined": "#555b6b",
    "cursor": "#f0b03c",
    "cursor-text": "#1c2130",
    "bar": "#ece4d1",
    "bar-text": "#555b6b",
}

CONTRAST: Final[Palette] = {
    "background": "#000000",
    "ink": "#ffffff",
    "title": "#ffdf4d",
    "muted": "#d6d6d6",
    "faint": "#a8a8a8",
    "key": "#ffdf4d",
    "struck": "#c0c0c0",
    "lit": "#ffdf4d",
    "unlit": "#8aa0d0",
    "corner": "#ff86b0",
    "today": "#ffffff",
    "empty": "#a8a8a8",
    "wall": "#ffffff",
    "antenna": "#ffffff",
    "label": "#ffffff",
    "pointer": "#ffffff",
    "fog": "#8a8a8a",
    "sound": "#7fb552",
    "faulty": "#ff86b0",
    "fixed": "#c8ff8c",
    "pencil": "#ffffff",
    "water": "#7fd0ff",
    "band": "#303a5a",
    "star": "#787878",
    "skyline": "#1c1c1c",
    "glimmer": "#787878",
    "rest": "#7fd0ff",
    "home": "#ffb0e6",
    "craft": "#b4f070",
    "track": "#6c6c6c",
    "gain": "#b4f070",
    "loss": "#ff86b0",
    "mark-quoted": "#ffdf4d",
    "mark-reported": "#7fd0ff",
    "mark-worked": "#b4f070",
    "mark-outside": "#ffb0e6",
    "mark-explained": "#d0c8ff",
    "mark-imagined": "#e0e0e0",
    "cursor": "#ffdf4d",
    "cursor-text": "#000000",
    "bar": "#1c1c1c",
    "bar-text": "#ffffff",
}

MONO_STYLES: Final[Palette] = {
    "title": "bold",
    "muted": "dim",
    "faint": "dim",
    "key": "bold",
    "struck": "strike dim",
    "lit": "bold",
    "unlit": "dim",
    "today": "bold",
    "empty": "dim",
    "antenna": "dim",
    "label": "dim",
    "pointer": "bold",
    "fog": "dim",
    "faulty": "bold",
    "fixed": "bold",
    "band": "underline",
    "star": "dim",
    "skyline": "dim",
    "glimmer": "dim",
    "track": "dim",
    "gain": "bold",
    "loss": "bold",
    "cursor": "bold reverse",
    "bar": "bold",
    **{ink: "bold" for ink in INKS if ink.startswith("mark-")},
}
"""What stands in for colour where there is none. Inks not named are plain."""

COLOUR_STYLES: Final[Palette] = {"title": "bold", "key": "bold", "struck": "strike", "cursor": "bold"}
