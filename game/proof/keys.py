"""The rule of keys: every text has one of its own, so that a translation can say the same elsewhere.

A translation is a list of keys and texts. The key of a text is the id of what it belongs to, and the way from
there: ``d01-first.options.kettle.text``. Whatever is moved or reworded keeps its key. An item of a list is named
by its own id where it has one. A step begins a key, for its id is its own in the whole story; so do a scene and
an ending.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from game.proof.galley import Galley, Shown
from game.proof.rule import Example, rule, scene
from game.story.after_rules import SpineSheet
from game.story.beat import Beat
from game.story.model import Ending, Scene, Spine, Week
from game.story.problems import Problem
from game.story.questions import Question


def key_of(shown: Shown) -> str:
    """The key of a text."""
    node: Any = shown.sheet.spine if isinstance(shown.sheet, SpineSheet) else shown.sheet.scene
    key = [_own_name(node)]
    for step in shown.path:
        node = node[step] if isinstance(step, int) else _under(node, step)
        own = _own_name(node)
        key = [own] if own else [*key, str(getattr(node, "id", step))]
    return ".".join(key)


def _own_name(node: object) -> str:
    """What is called by a name that nothing else in the story has; empty for what is not."""
    match node:
        case Scene() | Ending() | Beat() | Question():
            return node.id
        case Week():
            return f"week-{node.number}"
        case Spine():
            return "story"
    return ""


def _under(node: Any, key: str) -> Any:
    """What a struct holds under a key of the script."""
    return getattr(node, node.__struct_fields__[node.__struct_encode_fields__.index(key)])


@rule(
    code="key-taken",
    about="No two texts have the same key: the id of what they belong to, and the way from there.",
    why="A translation finds a text by its key. Where two share one, both would be told in the same words.",
    example=Example(
        (scene("id: tea, imagined: The kettle is on."),),
        "endings: [{id: tea, title: Tea, text: There is tea.}]\n",
    ),
)
def key_taken(galley: Galley) -> Iterator[Problem]:
    """Texts whose key another text has."""
    taken: dict[str, Shown] = {}
    for shown in galley.shown:
        key = key_of(shown)
        if (first := taken.setdefault(key, shown)) is not shown:
            place = first.problem("")
            what = f"the key of this text, '{key}', is taken ({place.file}:{place.line})"
            yield shown.problem(f"{what}; give one of the two another id")


RULES: Final = (key_taken,)
