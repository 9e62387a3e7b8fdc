"""What the YAML parser says, put in words for a writer and at the place where a writer would look.

The two parsers, libyaml and the one in Python, word the same mistake differently; both are understood here.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import yaml

UNREADABLE: Final = re.compile(
    "[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Characters that YAML refuses, or takes for a line break where an editor shows none."""

_OUT_OF_LINE: Final = "this line is not lined up with the ones above it; check its indentation"


class _Said(NamedTuple):
    """A mistake: how a parser words it, and how we do. ``{}`` is the character at the place.

    ``begins`` puts it where the thing that could not be finished begins, not where the parser gave up; ``back_to``
    puts it at the last such character before that.
    """

    pattern: re.Pattern[str]
    words: str
    begins: bool = False
    back_to: str = ""


_SAID: Final = (
    _Said(
        re.compile("could not find expected ':'"), "expected 'key: value' here; the ':' is missing", begins=True
    ),
    _Said(re.compile("found unexpected end of stream"), "this quotation mark is never closed", begins=True),
    _Said(
        re.compile("(scanning|parsing) an? (alias|anchor|tag)"),
        "a text cannot begin with '{}'; put it in quotes",
        begins=True,
    ),
    _Said(re.compile("undefined tag handle"), "a text cannot begin with '{}'; put it in quotes", begins=True),
    _Said(re.compile("cannot start any token"), "a text cannot begin with '{}'; put it in quotes"),
    _Said(re.compile("mapping keys are not allowed"), "a text cannot begin with '? '; put it in quotes"),
    _Said(
        re.compile("sequence entries are not allowed"), "a list cannot begin here; put each '- ' on its own line"
    ),
    _Said(
        re.compile("escape|hexd?ecimal"),
        r"between double quotes a '\' has a meaning of its own; write '\\' for one",
        back_to="\\",
    ),
    _Said(
        re.compile("comment or line break|indentation indicator"),
        "after '|' or '>' the text begins on the next line",
    ),
    _Said(re.compile("directive|YAML document"), "a line cannot begin with '%'; take it out", begins=True),
)


def in_words(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str]:
    """Line, column and meaning of what a parser says about this text."""
    lines = text.splitlines()
    line, column = _place(error.problem_mark or error.context_mark)
    said = lines[line - 1] if line <= len(lines) else ""
    tab = said.find("\t")
    if tab >= 0 and (tab == column - 1 or not said[:tab].strip()):
        return line, tab + 1, "a tab; indent with spaces"
    wording = f"{error.context or ''} {error.problem or ''}"
    if "mapping values are not allowed" in wording:
        return _colon(line, said[: column - 1])
    if closing := re.search("expected ',' or '([\\]}])'", wording):
        return _unclosed(error, closing[1], _at(lines, line, column))
    for mistake in _SAID:
        if mistake.pattern.search(wording):
            if mistake.begins and error.context_mark:
                line, column = _place(error.context_mark)
            if mistake.back_to:
                column = said.rfind(mistake.back_to, 0, column) + 1
            return line, column, mistake.words.format(_at(lines, line, column))
    return line, column, _left_over(said[: column - 1], _at(lines, line, column))


def _place(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _at(lines: list[str], line: int, column: int) -> str:
    return lines[line - 1][column - 1 : column] if line <= len(lines) else ""


def _colon(line: int, before: str) -> tuple[int, int, str]:
    if key := re.fullmatch(r"([\s-]*)[\w-]+", before):
        what = "this line is indented deeper than the text above it; line it up, or put that text in quotes"
        if key.end(1) == 0:
            what = "the line above is no 'key: value'; give it a key, or make it a remark with '#'"
        return line, key.end(1) + 1, what
    return line, len(before) + 1, "a ':' inside a text; put the whole text in quotes"


def _unclosed(error: yaml.MarkedYAMLError, closing: str, character: str) -> tuple[int, int, str]:
    line, column = _place(error.problem_mark)
    opened = _place(error.context_mark)
    if character == "?":
        return line, column, "between brackets, a text with a '?' needs quotes"
    if opened[0] < line:
        return *opened, f"what opens here is never closed; a '{closing}' is missing"
    return line, column, f"a ',' or the closing '{closing}' is missing before this"


def _left_over(before: str, character: str) -> str:
    """What stands where the parser expects nothing more."""
    if before.rstrip().endswith(("'", '"')):
        return "the text goes on after its closing quotation mark; put all of it in double quotes"
    if character and character in "]},":
        return f"this '{character}' closes nothing; take it out, or put the text in quotes"
    if character == ":":
        return "there is no key before this ':'"
    return _OUT_OF_LINE
