"""What the YAML parser says, put in words for a writer and at the place where a writer would look.

The two parsers, libyaml and the one in Python, word the same mistake differently; both are understood here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import yaml

from game.story.problems import Said
from game.story.rulebook import writing
from game.story.rulebook.rule import Slip

if TYPE_CHECKING:
    from game.story.node import Node


_OTHERS: Final = re.compile(r"\n\s*(- |[\w-]+:\s)")
"""A line that is none of a text."""

_QUOTED: Final = re.compile(r""" "[^"]*" | '[^']*' """, re.X)


class _Said(NamedTuple):
    """A mistake: how a parser words it, and the rule that it breaks.

    ``begins`` puts it where the thing that could not be finished begins, not where the parser gave up; ``back_to``
    puts it at the last such character before that.
    """

    pattern: re.Pattern[str]
    slip: Slip
    begins: bool = False
    back_to: str = ""


_SAID: Final = (
    _Said(re.compile("could not find expected ':'"), writing.COLON_MISSING, begins=True),
    _Said(re.compile("found unexpected end of stream"), writing.QUOTE_OPEN, begins=True),
    _Said(re.compile("(scanning|parsing) an? (alias|anchor|tag)"), writing.FIRST_CHARACTER, begins=True),
    _Said(re.compile("undefined tag handle"), writing.FIRST_CHARACTER, begins=True),
    _Said(re.compile("cannot start any token|mapping keys are not allowed"), writing.FIRST_CHARACTER),
    _Said(re.compile("sequence entries are not allowed"), writing.INLINE_LIST),
    _Said(re.compile("escape|hexd?ecimal"), writing.BACKSLASH, back_to="\\"),
    _Said(re.compile("comment or a? ?line break|indentation indicator"), writing.BLOCK_TEXT),
    _Said(re.compile("directive|YAML document|document start"), writing.DIRECTIVE, back_to="%"),
)


def in_words(error: yaml.MarkedYAMLError, text: str, last: Node | None) -> tuple[int, int, Said]:
    """Line, column and meaning of what a parser says about this text, after the last value in it that it knew."""
    lines = text.splitlines()
    line, column = _place(error.problem_mark or error.context_mark)
    if last is not None and _runs_on(last, line):
        return last.line, last.column, writing.QUOTE_RUNS_ON(line=line)
    said = lines[line - 1] if line <= len(lines) else ""
    tab = said.find("\t")
    if tab >= 0 and (tab == column - 1 or not said[:tab].strip()):
        return line, tab + 1, writing.TAB()
    wording = f"{error.context or ''} {error.problem or ''}"
    if "mapping values are not allowed" in wording:
        return _colon(line, said[: column - 1])
    if closing := re.search("expected ',' or '([\\]}])'", wording):
        return _unclosed(error, closing[1], lines)
    for mistake in _SAID:
        if mistake.pattern.search(wording):
            if mistake.begins and error.context_mark:
                line, column = _place(error.context_mark)
            if mistake.back_to:
                line, column = _back_to(mistake.back_to, lines, line, column)
            return line, column, mistake.slip(character=_at(lines, line, column))
    return line, column, _left_over(said[: column - 1], _at(lines, line, column))


def _runs_on(last: Node, line: int) -> bool:
    """Whether a text in quotes that ends on this line has swallowed the lines of others."""
    quoted = last.written[:1] in {"'", '"'} and _OTHERS.search(last.written)
    return bool(quoted) and last.line + last.written.count("\n") == line


def _place(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _back_to(character: str, lines: list[str], line: int, column: int) -> tuple[int, int]:
    """The last place up to here where a character stands."""
    before = [*lines[: line - 1], *(each[:column] for each in lines[line - 1 : line])]
    found = next((number for number in range(len(before), 0, -1) if character in before[number - 1]), 0)
    return (found, before[found - 1].rfind(character) + 1) if found else (line, column)


def _at(lines: list[str], line: int, column: int) -> str:
    return lines[line - 1][column - 1 : column] if line <= len(lines) else ""


def _colon(line: int, before: str) -> tuple[int, int, Said]:
    if key := re.fullmatch(r"([\s-]*)[\w-]+", before):
        said = writing.NO_KEY() if key.end(1) == 0 else writing.INDENTED_DEEPER()
        return line, key.end(1) + 1, said
    return line, len(before) + 1, writing.COLON_INSIDE()


def _unclosed(error: yaml.MarkedYAMLError, closing: str, lines: list[str]) -> tuple[int, int, Said]:
    line, column = _place(error.problem_mark)
    opened, character = _place(error.context_mark), _at(lines, line, column)
    if character == "?":
        return line, column, writing.QUESTION_MARK()
    if opened[0] < line:
        if remark := _remark(lines[opened[0] - 1], opened[1], closing):
            return opened[0], remark, writing.REMARK_INSIDE(closing=closing)
        return *opened, writing.BRACKET_OPEN(closing=closing)
    if character.isalnum() and _at(lines, line, column - 1) in ("'", '"'):
        return line, column, writing.QUOTE_EARLY()
    return line, column, writing.COMMA_MISSING(closing=closing)


def _remark(line: str, opened: int, closing: str) -> int:
    """The column of a remark that has the bracket in it that should close what is opened here; 0 without one."""
    bare = _QUOTED.sub(lambda quoted: "_" * len(quoted[0]), line)
    remark = bare.find(" #", opened)
    return remark + 2 if remark >= 0 and closing in bare[remark:] else 0


def _left_over(before: str, character: str) -> Said:
    """What stands where the parser expects nothing more."""
    if before.rstrip().endswith(("'", '"')):
        return writing.QUOTE_EARLY()
    if character and character in "]},":
        return writing.BRACKET_ALONE(character=character)
    if character == ":":
        return writing.VALUE_MISSING() if before[-1:].isalnum() else writing.COLON_ALONE()
    if character == "-" and before.strip():
        return writing.INLINE_LIST()
    return writing.OUT_OF_LINE()
