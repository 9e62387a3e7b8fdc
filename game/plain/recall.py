"""The recall in lines: each question, the answer given, what is on record, and how many were remembered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, TextIO

from game.after import recall as recalling
from game.library import Library
from game.plain.ear import Ear, Silence, Voice
from game.plain.questions import PROMPTS, Asked, More, Unclear
from game.plain.spoken import piece_in_words
from game.run import Refused, Run
from game.story.fold import Moment
from game.telling import Told, telling
from game.words import capital, sentence

QUIT: Final = "quit"


class _Left(Exception):  # noqa: N818 - a wish, not an error
    """The player leaves."""


def recall(library: Library, name: str, out: TextIO, lines: Iterable[str], *, today: dt.date | None = None) -> int:
    """Ask the recall of a play, and keep what came of it. Returns the exit code.

    Raises ``Refused`` when the story has no recall.
    """
    run, path = recalling.recall_of(library.story), library.recalls(name)
    before = recalling.sittings(path)
    voice, ear = Voice(out), Ear(lines)
    voice.say(f"{sentence(library.story.spine.title)} {capital(recalling.label_of(library.story))} about it.")
    voice.say(f"A guess is as good as a blank. The word {QUIT} leaves.")
    try:
        while run.now().question is not None:
            _tell(run.now(), run, voice)
            _ask(run, voice, ear)
        _tell(run.now(), run, voice)
    except (_Left, Silence, KeyboardInterrupt):
        voice.say("You left before the last question, so nothing was written down.")
        voice.flush()
        return 0
    for said in recalling.summed_up(run, before):
        voice.say(said)
    voice.say(recalling.keep(path, run, today or dt.date.today()))
    voice.flush()
    return 0


def _tell(moment: Moment, run: Run, voice: Voice) -> None:
    past = run.past()
    for piece in telling(run.story, moment, past[-1][0] if past else None):
        if isinstance(piece, Told):
            for line in piece_in_words(piece, run.story):
                voice.say(line)


def _ask(run: Run, voice: Voice, ear: Ear) -> None:
    """Ask one question until there is an answer."""
    moment = run.now()
    question = moment.question
    assert question is not None
    prompt, asked = PROMPTS[question.kind], Asked.at(moment, run.seed, scripted=not ear.terminal)
    voice.pause()
    voice.say(f"Question {len(recalling.recalled(run)) + 1}: {prompt.title(question)}")
    for line in prompt.listing(question, asked):
        voice.say(line)
    voice.say(prompt.brief(question, asked))
    half = ""
    while True:
        line = _heard(voice, ear)
        whole = line if " " in line else f"{half} {line}".strip()
        try:
            run.answer(prompt.read(whole, question, asked))
        except More as more:
            half = whole
            voice.say(str(more))
        except (Unclear, Refused) as unclear:
            voice.say(str(unclear))
        else:
            return


def _heard(voice: Voice, ear: Ear) -> str:
    if ear.terminal:
        voice.prompt()
    voice.flush()
    line = ear.line()
    if line.lower() == QUIT:
        raise _Left
    return line
