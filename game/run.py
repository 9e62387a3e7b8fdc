"""Run: one play. The one door of every face: ``now``, ``answer``, ``back``, ``go``."""

from __future__ import annotations

from msgspec.structs import replace

from game.errors import ForPeople
from game.journal import Entry, Journal
from game.replay import Stop, firsts_as_now, retold
from game.story.calendar import Cut
from game.story.condition import PLAYED_BEFORE
from game.story.fold import Moment, first_moment, next_moment
from game.story.minutes import Left, minutes_left, minutes_of_weeks
from game.story.questions import Answer
from game.story.state import Guess
from game.story.story import Story


class Refused(ForPeople):
    """What was asked for cannot be done now. The message says why, for the player."""


class Run:
    """One play of a story, kept in a journal.

    A run is its answers: everything else is folded from them. ``notice`` is something the player must be told.
    """

    def __init__(self, story: Story, journal: Journal) -> None:
        header = journal.header
        self.story = story.without_fiction(header.cut) if header.facts_only else story
        self.journal = journal
        self.notice = ""
        flags = frozenset({PLAYED_BEFORE} if header.played_before else ())
        firsts = firsts_as_now(self.story, header.firsts)
        self._moments = [first_moment(self.story, header.cut, firsts, flags)]
        self._answers: list[Answer] = []

    @property
    def name(self) -> str:
        """The name under which the run is kept."""
        return self.journal.header.name

    @property
    def seed(self) -> int:
        """What every random draw of the run comes from."""
        return self.journal.header.seed

    @property
    def cut(self) -> Cut:
        """The version of the story that is played."""
        return self.journal.header.cut

    @property
    def facts_only(self) -> bool:
        """Whether what is made up is left out: then there are no gauges either."""
        return self.story.facts_only

    @property
    def minutes_left(self) -> Left:
        """About how many minutes there are to the end: 0 only when it is over."""
        moment = self.now()
        return minutes_left(self.story, self.cut, moment.index, moment.step)

    @property
    def minutes_of_weeks(self) -> dict[int, Left]:
        """About how many minutes every week takes that is played at all."""
        return minutes_of_weeks(self.story, self.cut)

    @property
    def trouble(self) -> str:
        """Why the run is not being saved just now; empty while it is."""
        return self.journal.trouble

    def now(self) -> Moment:
        """What is on the table."""
        return self._moments[-1]

    def past(self) -> list[tuple[Moment, Answer]]:
        """Everything answered so far, oldest first."""
        return list(zip(self._moments, self._answers, strict=False))

    def answer(self, value: Answer) -> Moment:
        """Answer the question on the table, write it down, and come to the next moment.

        Raises ``Refused`` when the question does not take this answer; nothing has changed then.
        """
        moment = self.now()
        if moment.question is None:
            raise Refused("The story is over.")
        if refusal := moment.question.refusal(value, moment.state):
            raise Refused(refusal)
        following = self._advance(value)
        self.journal.append(Entry(scene=moment.scene.id, question=moment.question.id, answer=value))
        return following

    def _advance(self, value: Answer) -> Moment:
        following = next_moment(self.story, self.cut, self._moments[-1], value)
        self._moments.append(following)
        self._answers.append(value)
        return following

    @property
    def can_go_back(self) -> str:
        """Why one cannot go back from here; empty when one can."""
        if not self._answers:
            return "This is where it begins."
        if self.now().sealed:
            return "What you have just seen cannot be unseen. To play a day again, choose it on the tower."
        return ""

    def back(self) -> Moment:
        """Take the last answer back, and write that down. Raises ``Refused`` where going back stops."""
        if refusal := self.can_go_back:
            raise Refused(refusal)
        self._moments.pop()
        self._answers.pop()
        self.journal.append(Entry(back=1))
        return self.now()

    def days(self) -> list[int]:
        """The days that can be gone to, the one being played included."""
        return sorted(self._beginnings())

    def _beginnings(self) -> dict[int, int]:
        """For every day played, how many answers came before it."""
        return {
            moment.scene.day: count
            for count, moment in enumerate(self._moments)
            if moment.begins and moment.scene.day is not None
        }

    def go(self, day: int) -> Run:
        """A new run that begins where this one came to a day. This one stays as it is.

        Guesses whose seals are broken stay the record. Raises ``Refused`` for a day not played yet.
        """
        count = self._beginnings().get(day)
        if count is None:
            raise Refused(f"Day {day} has not been played yet.")
        return self.forked(count)

    def forked(self, count: int) -> Run:
        """A new run from the first ``count`` answers."""
        state = self.now().state
        opened: list[tuple[str, Guess]] = [pair for pair in state.guesses if pair[0] in state.opened]
        header = self.journal.header
        known = dict(header.firsts) | dict(opened)
        forked = replace(header, name=self.journal.free_name(), firsts=tuple(known.items()), forked_from=self.name)
        entries = self.entries[:count]
        run = Run(self.story, self.journal.fork(forked, entries))
        for entry in entries:
            run._advance(entry.answer)
        return run

    @property
    def entries(self) -> list[Entry]:
        """The answers so far, as a journal holds them."""
        return [
            Entry(scene=moment.scene.id, question=moment.question.id, answer=answer)
            for moment, answer in self.past()
            if moment.question is not None
        ]

    def replay(self, entries: list[Entry]) -> Stop | None:
        """Fold answers that the journal holds already. Tells where and why it had to stop, if it had to.

        What holds of answers that were given to an older script, ``game.replay`` says. A notice says what the play
        counts as having answered though it was never asked.
        """
        before = len(self._answers)
        told = retold(self.story, self.cut, self.now(), entries)
        self._moments[before:] = told.moments
        self._answers[before:] = told.answers
        self.notice = told.news
        return told.stop
