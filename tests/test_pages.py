"""The pages that people read first: whatever they name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game import cli

ROOT = Path(__file__).parent.parent
PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "scenes/README.md"]


def code_on(page: str) -> list[str]:
    """What a page has between backticks, be it in a line or a block."""
    return re.findall(r"```.*?```|`[^`]+`", (ROOT / page).read_text("utf-8"), re.DOTALL)


def named(pattern: str, *pages: str) -> set[str]:
    return {found for page in pages for code in code_on(page) for found in re.findall(pattern, code)}


@pytest.mark.parametrize("page", PAGES)
def test_a_command_that_is_named_is_one(page):
    _, commands, tower = cli._parser()
    assert named(r"seven-weeks ([a-z]+)", page) <= commands
    assert named(r"seven-weeks tower ([a-z]+)", page) <= tower


def test_every_command_is_named_where_people_look_first():
    _, commands, _ = cli._parser()
    assert commands - named(r"seven-weeks ([a-z]+)", "README.md") == set()


def test_every_target_is_explained_and_is_there():
    made = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", made, re.MULTILINE))
    head, _, _ = made.partition("\n\n")
    assert set(re.findall(r"make ([a-z-]+)", head)) == targets
    assert named(r"\bmake ([a-z-]+)", *PAGES) <= targets


def test_a_file_that_is_named_is_there():
    paths = named(r"\b(?:game|tests|scenes|assets)/[\w./-]*\w", *PAGES[:3])
    paths |= {f"game/{path}" for path in named(r"(?<![\w/])(?:story|proof|classroom)/[\w/]+\.py", *PAGES[:3])}
    real = (path for path in sorted(paths) if not re.search("KIND|-N", path))
    assert [path for path in real if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_link_leads_somewhere(page):
    folder = (ROOT / page).parent
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", (ROOT / page).read_text("utf-8"))
    assert [link for link in links if not (folder / link).exists()] == []
