"""The replay: the answers of a journal, told again by a script that may have changed since they were given.

An answer belongs to the id of its question, and to nothing else. So words, effects and conditions may change, and
scenes may be renamed, moved, split and merged. Then:

- Whatever is asked takes its own answer, wherever that stands in the journal. Where a question or an option says
  what it ``was`` called, it takes the answers under that.
- A door holds no answer. A new one is passed on the way to an answer; one that is gone is left out. Passed in the
  same way is a new choice whose writer says which option counts for those it was never put to, and this is said.
- An answer to a question that the spine lists as ``removed`` is left out.
- Every other answer is kept, or the play stops at the beginning of a scene and says why: there something new is
  asked before what was played, or an answer is no longer open, or something answered is no longer asked.

No answer is ever given to another question, and none is made up here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import NamedTuple

from msgspec.structs import replace

from game.journal import Entry
from game.story.calendar import Cut
from game.story.fold import Moment, next_moment
from game.story.questions import Answer
from game.story.state import Guess
from game.story.story import Place, Story

Firsts = tuple[tuple[str, Guess], ...]
"""First guesses, each under the id of its envelope."""


class Stop(NamedTuple):
    """Where a replay came to an end before its journal did: how many answers hold, and why no more do."""

    kept: int
    why: str


class Retold(NamedTuple):
    """What became of a journal: the moments come to, the answers between them, and where they stop too early.

    ``news`` are sentences on what the play now counts as having answered.
    """

    moments: list[Moment]
    answers: list[Answer]
    stop: Stop | None
    news: str


def retold(story: Story, cut: Cut, moment: Moment, entries: Iterable[Entry]) -> Retold:
    """What the answers of a journal come to, from this moment on."""
    replay = _Replay(story, cut, moment, named_as_now(story, entries))
    stop = replay.told()
    return Retold(replay.moments, replay.answers, stop, " ".join(replay.news()))


def named_as_now(story: Story, entries: Iterable[Entry]) -> list[Entry]:
    """Entries under the ids that their scenes and questions have now, without those that are removed."""
    now, gone = story.renamed, story.spine.removed
    return [
        replace(entry, scene=now.get(entry.scene, entry.scene), question=now.get(entry.question, entry.question))
        for entry in entries
        if entry.question not in gone
    ]


def firsts_as_now(story: Story, firsts: Firsts) -> Firsts:
    """Guesses whose seals are broken, under the ids that their envelopes and answers have now."""
    now = story.renamed if firsts else {}
    found: dict[str, Guess] = {}
    for old, guess in firsts:
        name = now.get(old, old)
        found[name] = replace(guess, guess=now.get(f"{name}/{guess.guess}", guess.guess))
    return tuple(found.items())


class _Replay:
    """One retelling. ``taken`` says for every answer which entry it is; None is for what was passed by."""

    def __init__(self, story: Story, cut: Cut, moment: Moment, held: list[Entry]) -> None:
        self.story = story
        self.cut = cut
        self.held = held
        self.waiting: dict[str, deque[int]] = {}
        for at, entry in enumerate(held):
            self.waiting.setdefault(entry.question, deque()).append(at)
        self.moments = [moment]
        self.answers: list[Answer] = []
        self.taken: list[int | None] = []

    def told(self) -> Stop | None:
        """Take every answer that there is a question for, then cut off what does not hold."""
        left, refusal = len(self.held), ""
        while left and (question := self.moments[-1].question) is not None:
            own, state = self.waiting.get(question.id), self.moments[-1].state
            if own and (question.is_door or self.held[own[0]].answer is not None):
                answer = question.as_now(self.held[own[0]].answer)
                if refusal := question.refusal(answer, state):
                    break
                self._go(answer, own.popleft())
                left -= 1
            elif question.is_door or (question.counts_as and not question.refusal(question.counts_as, state)):
                self._go(question.counts_as, None)
            else:
                break
        stop = self._stopped(refusal)
        self._cut_to(stop.kept if stop else self._last_taken())
        return stop

    def _go(self, answer: Answer, entry: int | None) -> None:
        self.moments.append(next_moment(self.story, self.cut, self.moments[-1], answer))
        self.answers.append(answer)
        self.taken.append(entry)

    def _cut_to(self, count: int) -> None:
        del self.moments[count + 1 :], self.answers[count:], self.taken[count:]

    def _last_taken(self) -> int:
        """How many answers there are up to the last one from the journal: what was tried in vain is not passed."""
        count = len(self.taken)
        while count and self.taken[count - 1] is None:
            count -= 1
        return count

    def _stopped(self, refusal: str) -> Stop | None:
        """Where the first scene begins from which an answer is lost, or that has told what was younger than it."""
        oldest = min(filter(self._lost, {*range(len(self.held))}.difference(self.taken)), default=None)
        if oldest is None:
            return None
        lost = self.held[oldest]
        from_here = (
            at
            for at, entry in enumerate(self.taken)
            if entry is not None and (entry > oldest or self.held[entry].scene == lost.scene)
        )
        kept = next(from_here, self._last_taken())
        while kept and not self.moments[kept].begins:
            kept -= 1
        return Stop(kept, self._why(lost, refusal, self.moments[kept]))

    def news(self) -> Iterator[str]:
        """What was never put to this play, and what it counts as having answered."""
        for moment, answer, entry in zip(self.moments, self.answers, self.taken, strict=False):
            if entry is None and moment.question is not None and not moment.question.is_door:
                where, said = _where(self.story.places[moment.index]), moment.question.said(answer).rstrip(".")
                asked = f"{where[0].upper()}{where[1:]} now asks “{moment.question.text}”"
                yield f"{asked}, and you count as having said “{said}”."

    def _lost(self, entry: int) -> bool:
        """Whether something is lost with an entry: an answer, or the way to a scene that was played already."""
        held = self.held[entry]
        if held.answer is not None:
            return True
        places = self.story.places
        return any(places[at].id == held.scene for at in range(self.moments[-1].index + 1, len(places)))

    def _why(self, lost: Entry, refusal: str, stop: Moment) -> str:
        """Why it stops: by the question on the table where that is what is in the way, else by what was lost."""
        last = self.moments[-1]
        asked = last.question
        place = next((place for place in self.story.places if place.id == lost.scene), None)
        if asked is not None:
            where = f"{_where(self.story.places[last.index])} has changed"
            words = shorten(asked.text, 80, placeholder=" …")
            if refusal and asked.id == lost.question:
                named = f" '{lost.answer}'" if isinstance(lost.answer, str) else ""
                return f"{where}, and your answer{named} to “{words}” is no longer open. {refusal.rstrip('.')}"
            if not refusal and place and last.scene.id in (lost.scene, stop.scene.id):
                return f"{where}, and “{words}” now comes before what you have played"
        if place is None:
            return f"a scene that you played, '{lost.scene}', is no longer told"
        return f"{_where(place)} has changed, and '{lost.question}', which you answered, is no longer asked there"


def _where(place: Place) -> str:
    return f"“{place.title}”" if place.day is None else f"day {place.day}"
