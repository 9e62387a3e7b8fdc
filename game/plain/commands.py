"""Commands: the words that work at any prompt, as data. Help is made from here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from game.plain.questions import PROMPTS, Asked
from game.plain.spoken import piece_in_words, sources_in_words
from game.plain.talk import Left, last_of
from game.story.beat import PROVENANCE
from game.story.problems import did_you_mean
from game.telling import telling
from game.terms import explained, see_also, terms_shown
from game.words import gauges_in_full, minutes_left, span, tower

if TYPE_CHECKING:
    from game.plain.face import Face

_SCRIPTS: Final = (
    "Answers may come from a file or a program, one a line. The empty lines that go on may be left out then: "
    "an answer that comes early goes on by itself until its question is asked."
)


class Turned(Exception):  # noqa: N818 - the play stands somewhere else now, and is to be told from there
    """The moment that was being asked about is no longer the one on the table, or is to be told again."""


class Command(NamedTuple):
    """A word, what may stand behind it, what it does in words, and what it does."""

    word: str
    takes: str
    means: str
    does: Callable[[Face, str], None]


def find(typed: str) -> tuple[Command, str] | None:
    """The command in a typed line and what stands behind it, if the line begins with a command."""
    word, _, rest = typed.strip().partition(" ")
    command = next((each for each in COMMANDS if each.word == word.lower().rstrip(".")), None)
    rest = rest.strip()
    return (command, rest) if command and (not rest or command.takes) else None


def _back(face: Face, _: str) -> None:
    face.run.back()
    face.say("Back.")
    raise Turned


def _again(_face: Face, _: str) -> None:
    raise Turned


def _quit(_face: Face, _: str) -> None:
    raise Left


def _sources(face: Face, _: str) -> None:
    face.say_all(sources_in_words(face.last_told, face.run.story.ledger))


def _word(face: Face, typed: str) -> None:
    glossary = face.run.story.glossary
    term = glossary.find(typed)
    if term is not None:
        face.say(f"{explained(term)} {see_also(term, glossary)}")
    elif typed:
        known = [each.term for each in glossary.terms]
        face.say(f"“{typed}” is not among the words explained here{did_you_mean(typed, known)}. words lists them.")
    else:
        face.say("Say which word, as in: word merge. words lists them all.")


def _words(face: Face, _: str) -> None:
    glossary = face.run.story.glossary
    here = terms_shown(face.last_told, face.run.now().question, glossary)
    face.say_all(map(explained, here))
    others = [term.term for term in glossary.listed if term not in here]
    if others:
        face.say(f"{'Others' if here else 'None of these lines has one. There'} are: {', '.join(others)}.")
        face.say("Type word and one of them.")
    elif not here:
        face.say("There are no words here to explain.")


def _log(face: Face, last: str) -> None:
    face.say_all(last_of(list(_everything(face)), last))


def _everything(face: Face) -> Iterator[str]:
    """Everything told so far with the answers given."""
    run = face.run
    past = run.past()
    moments = [None, *(moment for moment, _ in past), run.now()]
    answers = [*past, (None, None)]
    for (before, moment), (_, answer) in zip(pairwise(moments), answers, strict=True):
        assert moment is not None
        for piece in telling(run.story, moment, before):
            yield from piece_in_words(piece, run.story)
        if moment.question and moment is not run.now():
            prompt = PROMPTS[moment.question.kind]
            yield from prompt.recalled(moment.question, answer, Asked.at(moment, run.seed))


def _tower(face: Face, _: str) -> None:
    face.say_all(tower(face.run.story, face.run.now().state))
    face.say(minutes_left(face.run.minutes_left))
    if face.run.days():
        face.say(f"{_reach(face)} plays on from there.")


def _gauges(face: Face, _: str) -> None:
    state = face.run.now().state
    none = "Gauges are made up, and this play tells only facts."
    face.say(none if face.run.facts_only else gauges_in_full(state.gauges))


def _day(face: Face, number: str) -> None:
    if not number.isdecimal():
        face.say(f"Say which day. {_reach(face)}." if face.run.days() else "No day has begun yet.")
        return
    old = face.run.name
    face.run = face.run.go(int(number[:6]))
    face.say(f"From here on you play {face.run.name}. {old} stays as it is.")
    raise Turned


def _reach(face: Face) -> str:
    return f"day {span(face.run.days())}".capitalize()


def _help(face: Face, _: str) -> None:
    face.say("Answer as each question says. These words work at any time.")
    face.say_all(f"{' '.join(filter(None, (each.word, each.takes)))}: {each.means}." for each in COMMANDS)
    face.say("The word in brackets before a line says what it rests on.")
    face.say_all(f"{kind}: {each.meaning}." for kind, each in PROVENANCE.items())
    face.say(_SCRIPTS)


COMMANDS: Final = (
    Command("again", "", "all of this moment once more", _again),
    Command("back", "", "take the last answer back, as far as seals allow", _back),
    Command("sources", "", "what the lines just told rest on", _sources),
    Command("words", "", "words of the trade in the lines just told, and which others are explained", _words),
    Command("word", "[term]", "what a word of the trade means", _word),
    Command("log", "[how many lines]", "everything said so far, or only the last lines of it", _log),
    Command("tower", "", "the building, floor by floor", _tower),
    Command("gauges", "", "Rest, Home and Craft", _gauges),
    Command("day", "[number]", "play on from a day you have played, in a play of its own", _day),
    Command("help", "", "this list", _help),
    Command("quit", "", "leave; every answer is kept when it is given", _quit),
)
