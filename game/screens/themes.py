"""The four ways the game looks: ``night``, ``day`` for a projector, ``contrast``, and ``mono`` without colour.

Everything drawn names an *ink*, and every theme says, once, what colour and text style each ink has. In style
sheets an ink is ``$lit`` with ``$lit-style``; nothing else in the game names a colour.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from textual.theme import Theme

if TYPE_CHECKING:
    from textual.app import App

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

_NIGHT: Final[Palette] = {
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

_DAY: Final[Palette] = {
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

_CONTRAST: Final[Palette] = {
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

_MONO_STYLES: Final[Palette] = {
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

_COLOUR_STYLES: Final[Palette] = {"title": "bold", "key": "bold", "struck": "strike", "cursor": "bold"}


def _variables(palette: Palette, styles: Palette) -> dict[str, str]:
    return {
        **{name: colour for name, colour in palette.items() if name != "background"},
        **{f"{ink}-style": styles.get(ink, "none") for ink in INKS},
        "text-muted": palette["muted"],
        "text-disabled": palette["struck"],
        "foreground-muted": palette["muted"],
        "border": palette["wall"],
        "border-blurred": palette["faint"],
        "block-cursor-background": palette["cursor"],
        "block-cursor-foreground": palette["cursor-text"],
        "block-cursor-text-style": styles["cursor"],
        "block-cursor-blurred-background": palette["bar"],
        "block-cursor-blurred-foreground": palette["ink"],
        "block-cursor-blurred-text-style": styles.get("bar", "none"),
        "block-hover-background": palette["bar"],
        "input-cursor-background": palette["ink"],
        "input-cursor-foreground": palette["background"],
        "input-cursor-text-style": styles.get("input", "none"),
        "input-selection-background": palette["cursor"],
        "input-selection-foreground": palette["cursor-text"],
        "screen-selection-background": palette["cursor"],
        "screen-selection-foreground": palette["cursor-text"],
        "footer-background": palette["bar"],
        "footer-foreground": palette["bar-text"],
        "footer-item-background": palette["bar"],
        "footer-key-background": palette["bar"],
        "footer-key-foreground": palette["key"],
        "footer-description-background": palette["bar"],
        "footer-description-foreground": palette["bar-text"],
        "scrollbar": palette["wall"],
        "scrollbar-hover": palette["wall"],
        "scrollbar-active": palette["lit"],
        "scrollbar-background": palette["background"],
        "scrollbar-background-hover": palette["background"],
        "scrollbar-background-active": palette["background"],
        "scrollbar-corner-color": palette["background"],
        "link-color": palette["ink"],
        "link-color-hover": palette["cursor-text"],
        "link-background-hover": palette["cursor"],
        **{f"markdown-h{level}-color": palette["title"] for level in range(1, 7)},
    }


def _theme(name: str, palette: Palette, *, dark: bool) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=palette["lit"],
        secondary=palette["rest"],
        accent=palette["key"],
        warning=palette["lit"],
        error=palette["corner"],
        success=palette["craft"],
        foreground=palette["ink"],
        background=palette["background"],
        surface=palette["background"],
        panel=palette["bar"],
        variables=_variables(palette, _COLOUR_STYLES),
    )


def _mono() -> Theme:
    plain = "ansi_default"
    variables = _variables(dict.fromkeys(_NIGHT, plain), {**_MONO_STYLES, "input": "reverse"})
    return Theme(
        name="mono",
        ansi=True,
        primary=plain,
        secondary=plain,
        accent=plain,
        warning=plain,
        error=plain,
        success=plain,
        foreground=plain,
        background=plain,
        surface=plain,
        panel=plain,
        boost=plain,
        variables={**variables, "ansi-background": plain, "ansi-foreground": plain},
    )


NIGHT: Final = _theme("night", _NIGHT, dark=True)
DAY: Final = _theme("day", _DAY, dark=False)
CONTRAST: Final = _theme("contrast", _CONTRAST, dark=True)
MONO: Final = _mono()

THEMES: Final = {theme.name: theme for theme in (NIGHT, DAY, CONTRAST, MONO)}
"""Every theme by its name, the default first."""

DEFAULTS: Final = dict(NIGHT.variables)
"""For ``App.get_theme_variable_defaults``: Textual reads style sheets once before a theme is chosen."""


def no_colour(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the player has asked every program for no colour. Present is enough, as Textual reads it too."""
    return "NO_COLOR" in environ


def ansi_color(environ: Mapping[str, str] = os.environ) -> bool | None:
    """What to give to ``App(ansi_color=…)``.

    Left to itself, Textual answers NO_COLOR with 24-bit greys: it decides before a theme is chosen. Told that the
    terminal's own colours are wanted, it takes every colour out instead, whatever the theme.
    """
    return True if no_colour(environ) else None


def dress(app: App[object], wanted: str = NIGHT.name, environ: Mapping[str, str] = os.environ) -> None:
    """Give an app our themes in place of Textual's, and put one on. NO_COLOR wins over what is wanted."""
    for name in list(app.available_themes):
        if name not in THEMES:
            app.unregister_theme(name)
    for theme in THEMES.values():
        app.register_theme(theme)
    app.theme = MONO.name if no_colour(environ) else wanted
