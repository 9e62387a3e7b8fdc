"""Face: a run told in lines. The loop that says a moment, asks its question and hears the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from game.library import Library
from game.plain import commands
from game.plain.commands import Turned
from game.plain.ear import INTERRUPTED, Ear, Silence, Voice
from game.plain.questions import PROMPTS, Asked, Later, More, Prompt, Shown, Unclear
from game.plain.spoken import piece_in_words
from game.plain.talk import Left
from game.run import Refused, Run
from game.story.beat import AnyBeat
from game.story.fold import Moment
from game.story.questions import Answer, AnyQuestion
from game.telling import SceneOpens, WeekOpens, telling
from game.words import gauges, scene_heading, sentence


def play(library: Library, run: Run, out: TextIO, lines: Iterable[str]) -> int:
    """Play a run in lines until its player leaves or no more lines come. Returns the exit code."""
    return Face(library, run, Voice(out), Ear(lines)).play()


class Face:
    """One sitting. ``run`` is what is played; going to a day puts another in its place."""

    def __init__(self, library: Library, run: Run, voice: Voice, ear: Ear) -> None:
        self.library = library
        self.run = run
        self.last_told: tuple[AnyBeat, ...] = ()
        self._voice = voice
        self._ear = ear
        self._explained: set[str] = set()
        self._noted: set[str] = set()
        self._retold = False

    def say(self, line: str) -> None:
        """Say one line, if there is anything to say."""
        self._voice.say(line)

    def say_all(self, lines: Iterable[str]) -> None:
        """Say lines, one after another."""
        for line in lines:
            self.say(line)

    def play(self) -> int:
        """From the greeting to the farewell."""
        code = 0
        try:
            self._greet()
            while True:
                self._turn()
        except Left:
            pass
        except (Silence, KeyboardInterrupt) as ended:
            code = INTERRUPTED if isinstance(ended, KeyboardInterrupt) else 0
            if self._ear.terminal:
                self._voice.pause()
        self.say_all(self._farewell())
        self._voice.flush()
        return code

    def _greet(self) -> None:
        spine = self.run.story.spine
        moment, begun = self.run.now(), bool(self.run.past())
        self.say(f"{sentence(spine.title)} {sentence(spine.tagline)}")
        self.say(f"{'You go on with' if begun else 'This is'} play {self.run.name}. Type help at any time.")
        if not begun:
            self.say("The word in brackets before a line says what it rests on.")
        self._note()
        self._retold = begun
        if begun and not moment.begins:
            self._voice.pause()
            self.say(scene_heading(moment.scene, moment.clock))
        self._tell(moment, self._before())

    def _farewell(self) -> Iterator[str]:
        path = self.run.journal.path
        if self.run.trouble:
            yield _unsaved(self.run)
        if path is None:
            yield "Nothing of this play is kept."
        elif path.exists():
            yield f"Play {self.run.name} is kept in {self.library.folder}."
            yield f"To go on, type: {self.library.command(f'--plain --run {self.run.name}')}"
        elif not self.run.trouble:
            yield "Nothing was answered, so there is nothing to keep."

    def _before(self) -> Moment | None:
        """The moment that led to the one on the table."""
        past = self.run.past()
        return past[-1][0] if past else None

    def _tell(self, moment: Moment, before: Moment | None) -> None:
        self._note()
        for piece in telling(self.run.story, moment, before):
            if isinstance(piece, WeekOpens) or (isinstance(piece, SceneOpens) and not piece.first):
                self._voice.pause()
            self.say_all(piece_in_words(piece, self.run.story))
        self.last_told = moment.beats or self.last_told

    def _note(self) -> None:
        """Say what must be known of the run, each thing once."""
        trouble = self.run.trouble and _unsaved(self.run)
        for note in (self.run.notice, trouble):
            if note and note not in self._noted:
                self._noted.add(note)
                self.say(f"Note: {sentence(note)}")

    def _turn(self) -> None:
        """Ask one question and tell what follows; or tell the moment to which a command has led."""
        moment = self.run.now()
        try:
            following = self._ask(moment, moment.question) if moment.question else self._over()
        except Turned:
            self._retold = True
            self._tell(self.run.now(), self._before())
        else:
            self._retold = False
            self._tell(following, moment)

    def _ask(self, moment: Moment, question: AnyQuestion) -> Moment:
        """Ask until there is an answer that the question takes."""
        prompt = PROMPTS[question.kind]
        asked = Asked.at(moment, self.run.seed, scripted=not self._ear.terminal)
        self._put(prompt, question, asked)
        half, wanted = "", prompt.brief(question, asked)
        while True:
            line = self._hear()
            if half and line.lower() == "back":
                half, wanted = "", prompt.brief(question, asked)
                self.say(wanted)
            elif self._obeyed(line):
                self.say(f"Still asked: {prompt.title(question)} {wanted}")
            else:
                whole = line if " " in line else f"{half} {line}".strip()
                try:
                    answer = self._read(prompt, whole, question, asked)
                    following = self.run.answer(answer)
                except More as more:
                    half, wanted = whole, str(more)
                    self.say(wanted)
                except Shown as shown:
                    self.say_all(shown.lines)
                except (Unclear, Refused) as unclear:
                    self.say(str(unclear))
                else:
                    self.say(prompt.heard(question, answer, asked))
                    return following

    def _put(self, prompt: Prompt[Any], question: AnyQuestion, asked: Asked) -> None:
        """Put a question: whole, or in short when the same one has had a move made in it just now."""
        if self._retold or not asked.again:
            self.say(prompt.title(question))
            self.say_all(prompt.listing(question, asked))
        else:
            self.say_all(prompt.standing(question, asked))
        known = question.kind in self._explained and not self._retold
        self._explained.add(question.kind)
        self.say(prompt.brief(question, asked) if known else prompt.hint(question, asked))

    def _read(self, prompt: Prompt[Any], typed: str, question: AnyQuestion, asked: Asked) -> Answer:
        try:
            return prompt.read(typed, question, asked)
        except Later as later:
            self._ear.keep(typed)
            return later.answer

    def _hear(self) -> str:
        if self._ear.terminal:
            self._voice.prompt()
        self._voice.flush()
        return self._ear.line()

    def _obeyed(self, line: str) -> bool:
        """Do what a line commands, if it does."""
        found = commands.find(line)
        if found is None:
            return False
        command, rest = found
        try:
            command.does(self, rest)
        except Refused as refused:
            self.say(str(refused))
        return True

    def _over(self) -> Moment:
        """Nothing more is asked: only words are obeyed, until the player leaves or goes elsewhere."""
        if self.run.story.spine.endings:
            from game.plain.ending import over_in_words  # noqa: PLC0415 - only the end needs it

            self.say_all(over_in_words(self.run, self.library))
        else:
            stand = "" if self.run.facts_only else gauges(self.run.now().state.gauges)
            self.say(f"That is all there is. {stand}")
        self.say("An empty line leaves. log, sources, tower, back, and day with a number, work as before.")
        while True:
            line = self._hear()
            if not line or (not self._obeyed(line) and not self._ear.terminal):
                raise Left
            self.say("Nothing more is asked. An empty line leaves.")


def _unsaved(run: Run) -> str:
    return sentence(f"This play is not being saved just now: {run.trouble}")
