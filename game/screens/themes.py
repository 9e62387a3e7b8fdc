"""The four ways the game looks: ``night``, ``day`` for a projector, ``contrast``, and ``mono`` without colour.

In style sheets an ink is ``$lit`` with ``$lit-style``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from textual.theme import Theme

from game.screens import palettes
from game.screens.palettes import INKS, Palette

if TYPE_CHECKING:
    from textual.app import App


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
        variables=_variables(palette, palettes.COLOUR_STYLES),
    )


def _mono() -> Theme:
    plain = "ansi_default"
    variables = _variables(dict.fromkeys(palettes.NIGHT, plain), {**palettes.MONO_STYLES, "input": "reverse"})
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


NIGHT: Final = _theme("night", palettes.NIGHT, dark=True)
DAY: Final = _theme("day", palettes.DAY, dark=False)
CONTRAST: Final = _theme("contrast", palettes.CONTRAST, dark=True)
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
