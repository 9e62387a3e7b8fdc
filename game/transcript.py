"""The transcript: a whole play as Markdown, with the marks of its lines, its answers and its sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from game.run import Run
from game.sources import FOUND_AT, Line, SourceNote, articles_of, sources_of
from game.story.beat import PROVENANCE, AnyBeat
from game.story.calendar import week_of
from game.story.fold import Moment
from game.story.glossary import terms_of
from game.story.ledger import Ledger
from game.story.questions import Answer, AnyQuestion, Tally
from game.story.week import week_ledger
from game.telling import Aside, Piece, SceneOpens, Told, WeekOpens, exchanges, telling
from game.words import (
    bare,
    capital,
    counted,
    envelope,
    gauges_in_full,
    scene_heading,
    sentence,
    tally,
    tower,
    week_heading,
)

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>~|&$#])")
_STARTS: Final = re.compile(r"^(\d{1,9})([.)])|^([-+=])", re.MULTILINE)
_ADDRESS: Final = re.compile(r"https?://[^\s<>()]+")


def transcript(run: Run) -> str:
    """A whole run as Markdown."""
    return _Transcript(run).markdown()


def escaped(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    text = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _STARTS.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", text)


class _Transcript:
    """Gathers a play's paragraphs, counting its lines and numbering its sources as they come."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.told: Counter[str] = Counter()
        self.notes: dict[str, SourceNote] = {}
        self.texts: list[str] = []

    @property
    def ledger(self) -> Ledger:
        return self.run.story.ledger

    def markdown(self) -> str:
        play = list(self._play())
        return "\n\n".join([*self._head(), *play, *self._ending(), *self._notes(), *self._words()]) + "\n"

    def _head(self) -> Iterator[str]:
        spine = self.run.story.spine
        yield f"# {escaped(spine.title)}"
        yield f"*{escaped(spine.tagline)}*"
        over = "played to its end" if self.run.now().question is None else "not played to its end yet"
        forked = self.run.journal.header.forked_from
        facts = ", facts only" if self.run.facts_only else ""
        begun = f", begun from {escaped(forked)}" if forked else ""
        yield f"Run **{escaped(self.run.name)}**{begun}, cut *{self.run.cut}*{facts}, {over}."
        rows = [
            f"| {escaped(each.mark)} | {kind} | {self.told[kind]} | {escaped(each.meaning)} |"
            for kind, each in PROVENANCE.items()
        ]
        yield "\n".join(["| mark | kind | lines here | what it promises |", "|---|---|---:|---|", *rows])

    def _play(self) -> Iterator[str]:
        before: Moment | None = None
        for moment, answers in exchanges(self.run.past()):
            yield from self._moment(moment, before)
            yield from self._answered(moment, answers)
            before = moment
        yield from self._moment(self.run.now(), before)
        if question := self.run.now().question:
            yield self._asked(question)
            yield "*Not answered yet.*"

    def _moment(self, moment: Moment, before: Moment | None) -> Iterator[str]:
        for piece in telling(self.run.story, moment, before):
            yield self._piece(piece)

    def _piece(self, piece: Piece) -> str:
        match piece:
            case WeekOpens(week):
                return f"## {escaped(week_heading(self.run.story, week))}"
            case SceneOpens(scene, clock):
                level = "##" if scene.day is None else "###"
                return f"{level} {escaped(bare(scene_heading(scene, clock, with_week=False, dated=True)))}"
            case Told(beat, opened):
                line = self._line(beat)
                return f"{line}\n\n> {escaped(envelope(opened))}" if opened else line
            case Aside(text):
                return f"*{escaped(text)}*"

    def _line(self, beat: AnyBeat) -> str:
        self.told[beat.kind] += 1
        self.texts.append(beat.text)
        numbers = [f"[{self._number(note)}]" for note in sources_of(beat, self.ledger)]
        return " ".join([escaped(PROVENANCE[beat.kind].mark), f"*{beat.kind}*:", escaped(beat.text), *numbers])

    def _number(self, note: SourceNote) -> int:
        self.notes.setdefault(note.id, note)
        return list(self.notes).index(note.id) + 1

    def _answered(self, moment: Moment, answers: Sequence[Answer]) -> Iterator[str]:
        question = moment.question
        if question is None:
            return
        if isinstance(question, Tally):
            lines = tally(week_ledger(moment.state, week_of(max(moment.state.day, 1))))
            yield self._asked(question)
            yield "\n".join(f"- {escaped(line)}" for line in lines)
        elif said := question.recount(answers, moment.state):
            yield self._asked(question)
            self.texts += said
            yield from (f"> {escaped(each)}" for each in said)

    def _asked(self, question: AnyQuestion) -> str:
        self.texts.append(question.text)
        return f"**{escaped(question.text)}**"

    def _ending(self) -> Iterator[str]:
        state = self.run.now().state
        yield "## Where it stands"
        if not self.run.facts_only:
            yield escaped(gauges_in_full(state.gauges))
        yield "\n".join(f"- {escaped(line)}" for line in tower(self.run.story, state))

    def _notes(self) -> Iterator[str]:
        if not self.notes:
            return
        yield "## Sources"
        used = f"{capital(counted(len(self.notes), 'source'))} stood behind the lines of this play."
        yield f"{used} The numbers are those in square brackets."
        if articles := articles_of(self.ledger):
            yield "\n".join(f"- {linked(article)}" for article in articles)
        yield "\n".join(f"{number}. {self._noted(note)}" for number, note in enumerate(self.notes.values(), 1))

    def _words(self) -> Iterator[str]:
        """The words of the trade that stand in what was told, asked and answered."""
        glossary = self.run.story.glossary
        terms = set(terms_of(self.texts, glossary))
        if terms:
            yield "## Words"
            yield "\n".join(
                f"- **{escaped(term.term)}**: {escaped(term.means)}" for term in glossary.listed if term in terms
            )

    def _noted(self, note: SourceNote) -> str:
        """A note in one paragraph. The articles' own addresses stand above all notes, once."""
        known = {article.address for article in self.ledger.articles.values()}
        first, *rest = note.lines
        parts = [f"**{capital(first.label)}:** {escaped(first.text)}"]
        parts += [f"*{capital(line.label)}:* {_value(line)}" for line in rest if line.text not in known]
        return " ".join(parts)


def _value(line: Line) -> str:
    return sentence(linked(line.text)) if line.label == FOUND_AT else escaped(line.text)


def linked(text: str) -> str:
    """A text in which addresses can be followed."""
    parts, end = [], 0
    for found in _ADDRESS.finditer(text):
        parts += [escaped(text[end : found.start()]), f"<{found[0]}>"]
        end = found.end()
    return " ".join(filter(None, [*parts, escaped(text[end:])]))
