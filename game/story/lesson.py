"""A lesson: what somebody who leads a class through a scene has to know of it. No player ever reads it."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from game.story.calendar import Cut
from game.story.step import Id, Text


class Slip(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that pupils are likely to get wrong: ``says`` is what they say; ``answer`` is what to say to it.

    ``cuts`` are the versions of the story in which it is likely; every one that plays the scene when left out.
    """

    says: Text
    answer: Text
    cuts: tuple[Cut, ...] = ()


class Talk(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question that is voted on twice, with a talk between the votes.

    ``about`` is the id of the question, one of this scene; ``prompt`` is what neighbours talk about; ``minutes``
    are how long. ``cuts`` are the versions of the story in which there is this talk; every one that asks the
    question when left out.
    """

    about: Id
    prompt: Text
    minutes: Annotated[float, Meta(ge=0.5, le=10)] = 1
    cuts: tuple[Cut, ...] = ()


class Lesson(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A scene as it is taught.

    ``teaches`` is what the scene is for; ``note`` is what to say or do; ``slips`` are what pupils are likely to
    get wrong. ``aloud`` are the ids of questions that are not voted on: somebody calls out, and that is pressed.
    ``talks`` are the questions that are voted on twice. ``minutes`` are what the scene takes in a class beyond
    what is reckoned. ``apart`` is true where a scene is not part of the lesson, but for minutes that
    are left, or another day.
    """

    teaches: Text
    note: Text | None = None
    slips: tuple[Slip, ...] = ()
    aloud: tuple[Id, ...] = ()
    talks: tuple[Talk, ...] = ()
    minutes: Annotated[float, Meta(ge=0, le=30)] = 0
    apart: bool = False

    def talk(self, question: str, cut: Cut) -> Talk | None:
        """The talk about a question in a cut, if there is one."""
        return next((talk for talk in self.talks if talk.about == question and cut in (talk.cuts or (cut,))), None)
