"""The recall in lines: each question, the answer given, what is on record, and how many were remembered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TextIO

from game.after import recall as recalling
from game.library import Library
from game.plain.questions import PROMPTS, Asked, More, Unclear
from game.plain.spoken import piece_in_words
from game.plain.talk import Talk
from game.run import Refused, Run
from game.story.fold import Moment
from game.telling import Told, telling
from game.words import capital, sentence


def recall(library: Library, name: str, out: TextIO, lines: Iterable[str], *, today: dt.date | None = None) -> int:
    """Ask the recall of a play, and keep what came of it. Returns the exit code.

    Raises ``Refused`` when the story has no recall.
    """
    run, path = recalling.recall_of(library.story), library.recalls(name)
    talk = Talk(out, lines)
    talk.farewell = lambda: ["You left before the last question, so nothing was written down."]

    def goes_on() -> None:
        talk.say(f"{sentence(library.story.spine.title)} {capital(recalling.label_of(library.story))} about it.")
        talk.say("A guess is as good as a blank. The word quit leaves.")
        while run.now().question is not None:
            _tell(run.now(), run, talk)
            _ask(run, talk)
        _tell(run.now(), run, talk)
        came_of_it = recalling.summed_up(run, recalling.sittings(path))
        said = [*came_of_it, recalling.keep(path, run, today or dt.date.today())]
        talk.farewell = lambda: said

    return talk.lead(goes_on)


def _tell(moment: Moment, run: Run, talk: Talk) -> None:
    past = run.past()
    for piece in telling(run.story, moment, past[-1][0] if past else None):
        if isinstance(piece, Told):
            talk.say(*piece_in_words(piece, run.story))


def _ask(run: Run, talk: Talk) -> None:
    """Ask one question until there is an answer."""
    moment = run.now()
    question = moment.question
    assert question is not None
    prompt, asked = PROMPTS[question.kind], Asked.at(moment, run.seed, scripted=not talk.typed)
    talk.pause()
    talk.say(f"Question {len(recalling.recalled(run)) + 1}: {prompt.title(question)}")
    talk.say(*prompt.listing(question, asked), prompt.brief(question, asked))
    half = ""
    while True:
        line = talk.hear()
        whole = line if " " in line else f"{half} {line}".strip()
        try:
            run.answer(prompt.read(whole, question, asked))
        except More as more:
            half = whole
            talk.say(str(more))
        except (Unclear, Refused) as unclear:
            talk.say(str(unclear))
        else:
            return
