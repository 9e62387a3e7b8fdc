"""The themes: every ink in each of them, legible, and no colour where none is wanted."""

from __future__ import annotations

import ast
import os
import pty
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from textual.color import Color

from game.screens import themes
from game.screens.palettes import INKS
from game.screens.themes import CONTRAST, DAY, MONO, NIGHT, THEMES, ansi_color
from game.screens.widgets.tower import TowerView
from tests.screens.stage import LATE, Stage, played

WORDS = (
    "ink", "title", "muted", "key", "struck", "label", "pointer", "today", "lit", "corner",
    *(ink for ink in INKS if ink.startswith("mark-")),
)  # fmt: skip
"""Inks that words are written in, or that carry a meaning of their own."""


def brightness(colour: str) -> float:
    """Relative luminance, as the Web Content Accessibility Guidelines reckon it."""
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_theme_has_every_ink_and_its_style():
    wanted = {name for ink in INKS for name in (ink, f"{ink}-style")}
    for theme in THEMES.values():
        assert wanted <= set(theme.variables), theme.name
        assert set(theme.variables) - set(NIGHT.variables) <= {"ansi-background", "ansi-foreground"}


@pytest.mark.parametrize(
    ("theme", "least"), [(NIGHT, 4.5), (DAY, 4.5), (CONTRAST, 7.0)], ids=["night", "day", "contrast"]
)
def test_words_are_legible(theme, least):
    for ink in WORDS:
        wanted = 3.0 if ink in ("lit", "corner") and least < 7 else least
        assert contrast(theme.variables[ink], theme.background) >= wanted, ink
    for ground in ("cursor", "bar"):
        assert contrast(theme.variables[f"{ground}-text"], theme.variables[ground]) >= least, ground


def test_mono_is_made_of_the_terminal_s_own_colours():
    variables = {**MONO.to_color_system().generate(), **MONO.variables}
    colours = {value for name, value in variables.items() if "style" not in name}
    assert colours <= {"ansi_default", "ansi_default 50%", "transparent"}


def test_no_color_wins_over_any_theme():
    assert ansi_color({"NO_COLOR": "1"}) is True
    assert ansi_color({}) is None


@pytest.mark.parametrize("theme", THEMES)
async def test_a_tower_can_be_painted_in_every_theme(theme: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    stage = Stage(TowerView(played(LATE)), theme=theme)
    async with stage.run_test(size=(18, 11)) as pilot:
        assert stage.theme == theme
        stage.theme = "mono" if theme == "night" else "night"
        await pilot.pause()
        assert "1┃ ▆ ∙" in stage.seen


ACT = """
from game.screens.map import MapScreen
from game.screens.title import TitleScreen
from tests.screens.stage import CORNER, LATE, Stage, played

class Act(Stage):
    def on_mount(self):
        self.call_after_refresh(self.set_timer, 0.15, self.show_map)

    async def show_map(self):
        await self.push_screen(MapScreen(played(LATE, CORNER), {1: "One", 2: "Two"}))
        self.call_after_refresh(self.set_timer, 0.15, self.exit)

Act(TitleScreen([("new", "1", "A new play")], tagline="A tagline"), theme="contrast", moving=True).run()
"""


def bytes_on_a_terminal(**environ: str) -> str:
    """What a terminal is sent while the title and the map are shown."""
    ours, theirs = pty.openpty()
    env = {**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, "TERM": "xterm-256color", **environ}
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", ACT], cwd=root, env=env, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
    )
    os.close(theirs)
    sent = b""
    try:
        while chunk := os.read(ours, 65536):
            sent += chunk
    except OSError:
        pass  # Linux tells the end of a terminal so
    os.close(ours)
    assert process.wait() == 0, sent.decode(errors="replace")
    return sent.decode()


def colours_in(sent: str) -> set[str]:
    """Every code among the sent ones that sets a colour other than the terminal's own."""
    codes = {code for style in re.findall(r"\x1b\[([\d;:]*)m", sent) for code in re.split("[;:]", style)}
    return {
        code for code in codes if code.isdigit() and int(code) in (*range(30, 39), *range(40, 49), *range(90, 108))
    }


def test_no_style_is_meant_for_two_widgets():
    """Textual finds the styles of a class by its name, and those of another of that name as well."""
    sources = Path(themes.__file__).parent.rglob("*.py")
    classes = [
        each for path in sources for each in ast.parse(path.read_text()).body if isinstance(each, ast.ClassDef)
    ]
    widgets = [each for each in classes if "NamedTuple" not in map(ast.unparse, each.bases)]
    named = Counter(each.name for each in widgets)
    styled = {each.name for each in widgets if any("DEFAULT_CSS" in ast.unparse(line)[:11] for line in each.body)}
    assert [name for name in sorted(styled) if named[name] > 1] == []


def test_with_no_color_not_one_colour_is_sent():
    sent = bytes_on_a_terminal(NO_COLOR="1")
    assert "A new play" in sent
    assert "not yet" in sent
    assert colours_in(sent) == set()
    assert re.search(r"\x1b\[1;7;39;49m", sent), "the band under the chosen entry is bold and reversed"
