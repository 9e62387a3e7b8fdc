"""Steps: what a scene is made of. A step is a beat, which is told, or a question, which is asked."""

from __future__ import annotations

from typing import Annotated, Final

import msgspec
from msgspec import Meta

from game.story.calendar import Cut
from game.story.condition import Condition

ID: Final = "[a-z0-9]+(-[a-z0-9]+)*"
"""How an id is written."""
Id = Annotated[str, Meta(pattern=f"^{ID}$", max_length=60)]
Released = Annotated[str, Meta(pattern=f"^{ID}(/{ID})?$", max_length=121)]
"""The id of a scene or a question, or that of a question and, after a slash, of one of its answers."""
Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Text = Annotated[str, Meta(min_length=1, max_length=600)]
Label = Annotated[str, Meta(min_length=1, max_length=90)]
Clock = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class Step(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What every step has.

    ``id`` is given by its author, once in the whole story, and stays when the words change. ``text`` are its
    words. ``when`` is a condition: unless it is met, the step is passed over. ``cuts`` are the versions of
    the story that have it; all of them when left out. ``clock`` is the player's own time from here on.
    ``facts`` says whether it is there when only facts are told; its kind decides when left out.
    """

    id: Id
    text: Text
    when: Condition | None = None
    cuts: tuple[Cut, ...] = ()
    clock: Clock | None = None
    facts: bool | None = None

    @property
    def kind(self) -> str:
        """The word that opens the step in the script."""
        return str(self.__struct_config__.tag)

    def is_in(self, cut: Cut) -> bool:
        """Whether a cut has it."""
        return not self.cuts or cut in self.cuts
