"""Rules of YAML: how a file is written, whatever it says."""

from __future__ import annotations

from typing import Final

from game.story.rulebook.example import small, steps
from game.story.rulebook.rule import Slip

_HEAD: Final = "id: example\ntitle: An example\nbeats:\n"

TAB: Final = Slip(
    code="yaml-tab",
    says="a tab; indent with spaces",
    about="Lines are indented with spaces.",
    why="YAML takes no tab there: no two editors agree how wide one is.",
    example=small("id: example\ntitle: An example\nbeats:\n\t- {id: a, imagined: The kettle is on.}\n"),
)
OUT_OF_LINE: Final = Slip(
    code="yaml-out-of-line",
    says="this line is not lined up with the ones above it; check its indentation",
    about="What belongs together begins in the same column.",
    why="In YAML the indentation is what says where a list or a group ends.",
    example=small(_HEAD + "    - {id: a, imagined: The kettle is on.}\n  - {id: b, go: Go on}\n"),
)
TOO_DEEP: Final = Slip(
    code="yaml-too-deep",
    says="nested deeper than {deepest} levels",
    about="Lists and groups are nested at most 24 deep.",
    why="No scene needs a third of that. It is a slip, or a file made to do harm.",
    example=small("id: " + "[" * 25 + "]" * 25 + "\n"),
)
SECOND_DOCUMENT: Final = Slip(
    code="yaml-second-document",
    says="a second document starts here; one file holds one",
    about="A file is one document.",
    why="What comes after a line '---' would never be read.",
    example=small(_HEAD + "  - {id: a, imagined: The kettle is on.}\n---\nid: another\n"),
)
ALIAS: Final = Slip(
    code="yaml-alias",
    says="'*{name}' is an alias, and has no use here; put the text in quotes",
    about="No text begins with a bare '*'.",
    why="YAML would look for a text of that name and put it there.",
    example=small(_HEAD + "  - id: a\n    imagined: *softly\n"),
)
ANCHOR: Final = Slip(
    code="yaml-anchor",
    says="anchors are not used here; take '&{name}' out, or put the text in quotes",
    about="No text begins with a bare '&'.",
    why="YAML takes it for a name of the text, and leaves it out.",
    example=steps("id: a, imagined: &so they say."),
)
TAG: Final = Slip(
    code="yaml-tag",
    says="tags are not used here; take '{name}' out, or put the text in quotes",
    about="No text begins with a bare '!'.",
    why="YAML takes it for the type of the text, and some readers run code for one.",
    example=steps("id: a, imagined: !Stop they say."),
)
KEY_NOT_A_WORD: Final = Slip(
    code="yaml-key-not-a-word",
    says="a key is a word, not a list or a group; put a text that begins with a bracket in quotes",
    about="A key is a word.",
    why="A list or a group in its place is mostly a text that begins with a bracket.",
    example=small("[An example]: example\n"),
)
REPEATED_KEY: Final = Slip(
    code="yaml-repeated-key",
    says="'{key}' stands here a second time; the first is on line {line}",
    about="A key stands once in one place.",
    why="YAML keeps one of the two without saying which, and the other is lost.",
    example=steps("id: a, go: Go on, go: Go up"),
)
TRUTH: Final = Slip(
    code="yaml-truth",
    says="YAML reads '{text}' as true or false; write \"{text}\" in quotes, or true, or false",
    about="Words such as yes, no, on and off stand in quotes.",
    why="YAML 1.1 reads them as true or false, so that the answer 'no' would come out as false.",
    example=steps("id: a, go: No"),
)
NOTHING: Final = Slip(
    code="yaml-null",
    says='YAML may read {text} as nothing; write "{text}" in quotes',
    about="The words Null and NULL stand in quotes.",
    why="YAML reads them as nothing at all.",
    example=steps("id: a, go: NULL"),
)
CLOCK: Final = Slip(
    code="yaml-clock",
    says='YAML may read {text} as a number in base 60; write "{text}" in quotes',
    about="Clock times stand in quotes.",
    why="YAML 1.1 reads 12:00 as 720, as 12 times 60.",
    example=steps("id: a, go: Go on, clock: 12:00"),
)
DATE: Final = Slip(
    code="yaml-date",
    says='YAML may read {text} as a date; write "{text}" in quotes',
    about="Dates stand in quotes.",
    why="YAML makes a date of the text, and the way you wrote it is lost.",
    example=steps("id: a, go: 2025-05-16"),
)
NUMBER: Final = Slip(
    code="yaml-number",
    says='YAML may read {text} as another number; write it in plain digits, or "{text}" for a text',
    about="Numbers are written in plain digits.",
    why="YAML 1.1 reads 010 as 8, 0x10 as 16 and 1_000 as 1000; other readers do not.",
    example=steps("id: a, go: 010"),
)
COLON_MISSING: Final = Slip(
    code="yaml-colon-missing",
    says="expected 'key: value' here; the ':' is missing, or the space after it",
    about="A line in a group is a key, a colon, a space and a value.",
    why="Without the colon YAML does not know where the key ends.",
    example=small("id: example\ntitle An example\nbeats: []\n"),
)
COLON_INSIDE: Final = Slip(
    code="yaml-colon-inside",
    says="a ':' inside a text; put the whole text in quotes",
    about="A text with a colon and a space in it stands in quotes.",
    why="YAML takes what stands before the colon for a key.",
    example=small("id: example\ntitle: An example: a short one\nbeats: []\n"),
)
COLON_ALONE: Final = Slip(
    code="yaml-colon-alone",
    says="there is no key before this ':'",
    about="Before a colon stands its key.",
    why="A value without a key belongs nowhere.",
    example=small("id: example\ntitle: An example\nbeats:\n  - : The kettle is on.\n    : The lift is out.\n"),
)
VALUE_MISSING: Final = Slip(
    code="yaml-value-missing",
    says="nothing follows this ':'; write a space after it, and what belongs there",
    about="Between { and }, something follows every colon.",
    why="One of the two parsers gives up there, and the other reads nothing.",
    example=None,
)
NO_KEY: Final = Slip(
    code="yaml-no-key",
    says="the line above is no 'key: value'; give it a key, or make it a remark with '#'",
    about="Every line of a group has a key; a remark begins with '#'.",
    why="YAML would run the line into the next one.",
    example=small("a remark\nid: example\n"),
)
INDENTED_DEEPER: Final = Slip(
    code="yaml-indented-deeper",
    says="this line is indented deeper than the text above it; line it up, or put that text in quotes",
    about="The keys of a group begin in the same column.",
    why="A line further in belongs to the value above it, and that is a text.",
    example=small("id: example\n  title: An example\nbeats: []\n"),
)
QUOTE_OPEN: Final = Slip(
    code="yaml-quote-open",
    says="this quotation mark is never closed",
    about="What opens with a quotation mark closes with one.",
    why="Everything up to the end of the file would be part of the text.",
    example=small('id: example\ntitle: "An example\nbeats: []\n'),
)
QUOTE_RUNS_ON: Final = Slip(
    code="yaml-quote-runs-on",
    says="this quotation mark is closed only on line {line}; close it where the text ends",
    about="A quotation mark is closed where its text ends.",
    why="Up to the next one, every line would be part of the text.",
    example=small('id: example\ntitle: "An example\nbeats:\n  - {id: a, imagined: "The kettle is on."}\n'),
)
QUOTE_EARLY: Final = Slip(
    code="yaml-quote-early",
    says="the text goes on after its closing quotation mark; put all of it in double quotes",
    about="Quotation marks stand around the whole text.",
    why="YAML ends the text where they close.",
    example=small('id: example\ntitle: "An" example\nbeats: []\n'),
)
FIRST_CHARACTER: Final = Slip(
    code="yaml-first-character",
    says="a text cannot begin with '{character}'; put it in quotes",
    about="A text that begins with a sign of YAML's own stands in quotes.",
    why="Signs such as @, `, %, *, & and ! mean something at the beginning of a value.",
    example=steps("id: a, imagined: @home the kettle is on."),
)
INLINE_LIST: Final = Slip(
    code="yaml-inline-list",
    says="a list cannot begin here; put each '- ' on its own line",
    about="Every '- ' of a list stands on a line of its own.",
    why="On the line of the key YAML takes it for part of a text.",
    example=small("id: example\ntitle: An example\nbeats: - id: a\n"),
)
BACKSLASH: Final = Slip(
    code="yaml-backslash",
    says=r"between double quotes a '\' has a meaning of its own; write '\\' for one",
    about=r"Between double quotes a backslash is written '\\'.",
    why=r"There '\n' is a line break and '\d' is nothing at all.",
    example=steps(r'id: a, imagined: "The kettle is on \drive."'),
)
ESCAPE: Final = Slip(
    code="yaml-escape",
    says=r"an escape such as \UFFFFFFFF stands for no character; take it out",
    about="An escape stands for a character.",
    why="Beyond U+10FFFF there is none.",
    example=None,
)
BLOCK_TEXT: Final = Slip(
    code="yaml-block-text",
    says="after '|' or '>' the text begins on the next line",
    about="A text after '|' or '>' begins on the line below.",
    why="On their own line only signs for the text's line breaks may stand.",
    example=small("id: example\ntitle: >An example\nbeats: []\n"),
)
DIRECTIVE: Final = Slip(
    code="yaml-directive",
    says="a line cannot begin with '%'; take it out",
    about="No line begins with '%'.",
    why="There YAML expects a remark on its own version.",
    example=small("%example\nid: example\n"),
)
QUESTION_MARK: Final = Slip(
    code="yaml-question-mark",
    says="between brackets, a text with a '?' needs quotes",
    about="Between { and }, or [ and ], a text with a question mark stands in quotes.",
    why="One of the two parsers takes it for the sign of a key there.",
    example=None,
)
BRACKET_OPEN: Final = Slip(
    code="yaml-bracket-open",
    says="what opens here is never closed; a '{closing}' is missing",
    about="Every bracket that opens is closed.",
    why="Until then the lines below belong to it.",
    example=small(_HEAD + "  - {id: a, imagined: The kettle is on.\n  - {id: b, go: Go on}\n"),
)
REMARK_INSIDE: Final = Slip(
    code="yaml-remark-inside",
    says="from this '#' on, the line is a remark, its '{closing}' too; put the text in quotes",
    about="Between brackets, a text with a '#' after a space stands in quotes.",
    why="What follows the '#' is not read, so the bracket stays open.",
    example=steps("id: a, imagined: The kettle is on stove #2."),
)
COMMA_MISSING: Final = Slip(
    code="yaml-comma-missing",
    says="a ',' or the closing '{closing}' is missing before this",
    about="Between brackets, commas stand between the entries.",
    why="Without one, two entries run into each other.",
    example=small(_HEAD + '  - {id: "a" go: Go on}\n'),
)
BRACKET_ALONE: Final = Slip(
    code="yaml-bracket-alone",
    says="this '{character}' closes nothing; take it out, or put the text in quotes",
    about="A closing bracket closes one that is open.",
    why="One too many means that something else was closed too early.",
    example=small(_HEAD + "  - {id: a, go: Go on}}\n"),
)
GUESSES: Final = {"truth": TRUTH, "null": NOTHING, "clock": CLOCK, "date": DATE, "number": NUMBER}
"""What YAML would make of a plain word, and the rule against it."""
