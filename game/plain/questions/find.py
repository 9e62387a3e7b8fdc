"""Find: type the number of a reading, or of a part to open, until the fault is found."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from game.plain.questions.base import Asked, Prompt, Unclear, either, numbered, picked
from game.story.questions import Answer, Find
from game.words import bare, counted


class FindPrompt(Prompt[Find]):
    """Readings first, then parts. What has been done keeps its number and says what it showed."""

    def listing(self, question: Find, asked: Asked) -> Iterator[str]:
        known = {move.id: bare(move.shows) for move in question.moves(asked.state)}
        readings = [f"{bare(each.text)}, {counted(each.minutes, 'minute')}." for each in question.readings]
        parts = [f"{bare(each.text)}." for each in question.parts]
        pairs = zip(question.ids, [*readings, *parts], strict=True)
        lines = list(numbered(f"(done: {known[name]}) {line}" if name in known else line for name, line in pairs))
        yield f"{bare(question.readings_title)}:"
        yield from lines[: len(readings)]
        yield f"{bare(question.parts_title)}, {counted(question.minutes, 'minute')} each:"
        yield from lines[len(readings) :]

    def hint(self, question: Find, asked: Asked) -> str:
        return f"Type the number of what to do. It takes its minutes. {self.brief(question, asked)}"

    def brief(self, question: Find, asked: Asked) -> str:
        left = (number for number, name in enumerate(question.ids, 1) if name not in asked.state.table)
        return f"{either(left)}."

    def read(self, typed: str, question: Find, asked: Asked) -> Answer:
        move = question.ids[picked(typed, len(question.ids))]
        if refusal := question.refusal(move, asked.state):
            raise Unclear(refusal)
        return move

    def heard(self, question: Find, answer: Answer, asked: Asked) -> str:
        spent = question.spent(replace(asked.state, table=(*asked.state.table, answer)))
        until = "in all" if answer == question.fault else "so far"
        if spent > question.within:
            return f"{question.said(answer)} {spent} minutes {until}, {spent - question.within} over."
        return f"{question.said(answer)} {spent} of {question.within} minutes {until}."
