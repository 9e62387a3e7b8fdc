"""The walls of the house: what may know what, seen from outside in a fresh process."""

import subprocess
import sys

import pytest

CORE = [
    "game.story.reader",
    "game.story.fold",
    "game.journal",
    "game.run",
    "game.library",
    "game.script",
    "game.stroll",
]


def modules_after(statement: str) -> set[str]:
    """The top-level packages that a fresh interpreter holds after a statement."""
    code = f"{statement}\nimport sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", CORE)
def test_the_core_knows_no_screen(module):
    assert not modules_after(f"import {module}") & {"textual", "rich", "asyncio"}


def test_the_line_face_needs_no_screen_either():
    assert not modules_after("import game.plain") & {"textual", "rich", "asyncio"}


def modules_of_the_tower(statement: str) -> set[str]:
    """What a fresh interpreter holds of the tower after a statement."""
    code = f"{statement}\nimport sys; print(*(name for name in sys.modules if name.startswith('game.tower')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split()) - {"game.tower_command", "game.tower_command.words"}


@pytest.mark.parametrize("module", [*CORE, "game.plain", "game.screens.app", "game.screens.day"])
def test_the_first_line_of_a_story_does_not_wait_for_the_tower(module):
    assert modules_of_the_tower(f"import {module}") == set()


def test_a_scene_with_a_tower_in_it_is_read_without_the_tower():
    read = (
        "from game.script import open_story, shipped\nfrom game.story.model import parts_of\n"
        "from game.story import manifest, reader, shaping, yamltree\n"
        "path = shipped().scenes / 'week-7' / 'day-49.yaml'\n"
        "tree, problems = yamltree.parse(path.read_bytes(), 'day-49')\n"
        "scene, _, problems = shaping.shape(tree, reader.Scene, 'day-49')\n"
        "assert any(part.__class__.__name__ == 'Night' for _, part in parts_of(scene)) and not problems"
    )
    assert modules_of_the_tower(read) == set()


def test_a_sound_scene_is_read_without_the_rules():
    """Their words, reasons and examples are for who breaks one; whoever plays does not wait for them."""
    code = (
        "import game.screens.day, game.plain\n"
        "from game.script import shipped\nfrom game.story import reader, shaping, yamltree\nimport sys\n"
        "path = shipped().scenes / 'week-7' / 'day-49.yaml'\n"
        "tree, problems = yamltree.parse(path.read_bytes(), 'day-49')\n"
        "assert shaping.shape(tree, reader.Scene, 'day-49')[0] and not problems\n"
        "print(*(name for name in sys.modules if name.startswith('game.story.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "game.story.rulebook" in loaded
    assert not [name for name in loaded if name.startswith("game.story.rulebook.")]
    assert not loaded & {"game.story.report", "game.story.excerpt", "game.story.rules", "game.story.whole"}


def test_asking_for_help_loads_nothing_heavy():
    loaded = modules_after("import game.cli")
    assert not loaded & {"textual", "rich", "asyncio", "platformdirs"}


def test_the_script_is_never_evaluated_as_code():
    """``eval`` and ``exec`` of a script's words would let a downloaded story act on the reader's machine."""
    code = (
        "import builtins\n"
        "from game.story.condition import Condition\n"
        "builtins.eval = builtins.exec = None\n"
        "print(Condition('rest < 3 and wrote_tests').text)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "rest < 3 and wrote_tests"


def test_nothing_is_served_but_to_phones(tmp_path):
    """An ordinary start and a class that raises its hands, up to where the screen would open."""
    code = (
        f"import os; os.environ['SEVEN_WEEKS_HOME'] = {str(tmp_path)!r}\n"
        "from game import cli\nfrom game.commands import prepare\n"
        "parser, *_ = cli._parser()\n"
        "for words in (['play', '--new'], ['class', '--solo', '--new']): prepare(parser.parse_args(words))\n"
        "import game.screens.day, game.screens.classroom.front, game.screens.classroom.tower"
    )
    assert not modules_after(code) & {"aiohttp", "segno", "redis"}


def test_a_script_that_is_known_to_be_sound_is_played_without_reading_yaml(tmp_path):
    code = (
        "from pathlib import Path\nfrom game.library import Library\nfrom game.script import open_story, shipped\n"
        f"story = open_story(shipped(), Path({str(tmp_path)!r}))\n"
        "assert story.scene(0) and Library(story, None).new().now().question"
    )
    assert "yaml" in modules_after(code)
    assert "yaml" not in modules_after(code)
