"""A night of free play in lines: the words that work at its table, and what is said to them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from game.crowd import Crowd
from game.freeplay import FreePlay, any_code
from game.plain.talk import Command, Talk
from game.plain.tower.asks import WORDS, answer, help_lines
from game.plain.tower.ending import ending_in_words, replay_in_words, shared_in_words
from game.plain.tower.plan import tower_in_words
from game.plain.tower.words import heard
from game.tower.analogy import in_lines
from game.tower.codes import Code
from game.tower.grades import Grade
from game.tower.longform import Drawing
from game.tower.moves import Switch
from game.tower.saying import meter
from game.tower.sitting import MARKING
from game.tower.spoken import Unclear, move_of, told
from game.words import capital, sentence

START: Final = (
    "It is 23:00. Type plan to hear the tower, card for the rules, hint when you are stuck, help for the rest."
)
WHAT_NOW: Final = (
    "What now? again, the same night anew; new, another board; replay, this night with its faults;"
    " share; breaks, where the tower stops being like software; or quit."
)
AGAIN: Final = "All that you know of this night would be gone. Type again once more to begin it anew."
NEW: Final = "This night would be given up. Type new once more for another."


class NightInLines:
    """A player at a table of free play; *new* puts another board on it. To make one draws its board."""

    def __init__(self, talk: Talk, wanted: Code | Drawing) -> None:
        self._talk = talk
        self._warned, self._warning = "", ""
        self._open(wanted)
        talk.farewell = self._farewell

    def go_on(self) -> None:
        """Hear lines until the player leaves."""
        while True:
            line = self._talk.hear()
            self._warned, self._warning = self._warning, ""
            try:
                self._obey(line)
            except Unclear as unclear:
                self._talk.say(str(unclear), *([WHAT_NOW] if self.play.over else []))

    def again(self) -> None:
        """Begin the same night anew."""
        if self._sure("again", AGAIN, risky=self._under_way):
            self.play.again()
            self._greet()

    def new(self) -> None:
        """Go to another board of this size and grade."""
        if self._sure("new", NEW, risky=self._under_way):
            self._crowd.close()
            self._open(any_code(self.play.size, self.play.grade or Grade.MEDIUM))

    def code(self) -> None:
        """Say the board's code."""
        self._talk.say(f"This board is {self.play.code}")

    def share(self) -> None:
        """Say the night in a few lines, to send on."""
        self._only_at_the_end("share")
        self._talk.say(*shared_in_words(self.play))

    def replay(self) -> None:
        """Tell the night once more, with its faults."""
        self._only_at_the_end("replay")
        self._talk.say(*replay_in_words(self.play))

    def breaks(self) -> None:
        """Say where the tower stops being like software."""
        self._talk.say(*in_lines())

    def help(self) -> None:
        """Say every word."""
        self._talk.say(*help_lines(), "And about the night itself:")
        self._talk.say(*(f"{command.word}: {command.means}." for command in COMMANDS), "quit: leave.")

    @property
    def _under_way(self) -> bool:
        return bool(self.play.sitting.night.log) and not self.play.over

    def _open(self, wanted: Code | Drawing) -> None:
        self._talk.say("Drawing a tower.")
        self._talk.flush()
        self.play = FreePlay(wanted)
        self._crowd = Crowd(self.play.code)
        self._greet()

    def _greet(self) -> None:
        play = self.play
        names = [play.title, *([play.grade.name.lower()] if play.grade else []), f"attempt {play.attempt}"]
        self._talk.say(f"{', '.join(names)}. Code {play.code}", tower_in_words(play.night.building))
        if play.free:
            self._talk.say(f"Counted for you: {' '.join(told(play.night.building, event) for event in play.free)}")
        self._talk.say(START)

    def _farewell(self) -> Iterator[str]:
        self._crowd.close()
        if self._under_way:
            yield "This night is not kept."
        yield f"To play this board again, type: seven-weeks tower --plain --code {self.play.code}"

    def _obey(self, line: str) -> None:
        word, _, rest = line.lower().rstrip(".").partition(" ")
        command = next((command for command in COMMANDS if command.word == word), None)
        if command:
            if rest:
                raise Unclear(f"Say {word}, and no more.")
            command.does(self)
        elif (lines := answer(self.play.sitting, line)) is not None:
            self._talk.say(*lines)
        else:
            self._play(line)

    def _play(self, line: str) -> None:
        sitting = self.play.sitting
        if line.split(maxsplit=1)[0].lower() not in MARKING:
            move = move_of(sitting.night.building, line, _OTHERS)
            if isinstance(move, Switch) and not self._sure("switch", _risk(sitting.go), risky=sitting.go < 1):
                return
            self._crowd.start()
        for words in sitting.next_words() if line.lower() == "hint" and not self.play.over else (line,):
            before = self.play.sitting
            self._talk.say(*heard(before, self.play.do(words)))
        if self.play.over and not sitting.night.lit:
            self._talk.say(*ending_in_words(self.play, self._crowd.poll()), WHAT_NOW)

    def _sure(self, word: str, warning: str, *, risky: bool) -> bool:
        """Whether to do what cannot be undone. A person is warned, and has to say the word twice in a row."""
        if not risky or not self._talk.typed or self._warned == word:
            return True
        self._warning = word
        self._talk.say(warning)
        return False

    def _only_at_the_end(self, word: str) -> None:
        if not self.play.over:
            raise Unclear(f"{word.capitalize()} is for when the tower is lit. It is still dark.")


def _risk(go: Fraction) -> str:
    dark = "A dark hour if not." if go else "It would be a dark hour for nothing."
    return f"{sentence(capital(meter(go)))} {dark} Type switch again to throw it."


COMMANDS: Final = (
    Command("again", "the same night anew", NightInLines.again),
    Command("new", "another board of this size", NightInLines.new),
    Command("code", "the code of this board", NightInLines.code),
    Command("share", "at the end, the night in a few lines to send on", NightInLines.share),
    Command("replay", "at the end, the night once more, with its faults", NightInLines.replay),
    Command("breaks", "where the tower stops being like software", NightInLines.breaks),
    Command("help", "this list", NightInLines.help),
)
_OTHERS: Final = (*MARKING, *WORDS, *(command.word for command in COMMANDS), "quit")
"""The words that are no moves; one that is nearly one of them is told so."""
