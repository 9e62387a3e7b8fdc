"""Rules of form: which keys and values a file may hold, and where."""

from __future__ import annotations

from typing import Final

from game.story.rulebook.example import small, steps
from game.story.rulebook.rule import Slip

NO_KIND: Final = Slip(
    code="no-kind",
    says="this step has no kind; kinds are {kinds}",
    about="Every step opens with its kind, such as 'imagined: The kettle is on.'",
    why="The kind says where a line comes from, or how a question is answered.",
    example=steps("id: a, cites: [seven-weeks]"),
)
UNKNOWN_KIND: Final = Slip(
    code="unknown-kind",
    says="unknown kind '{name}'{advice}; kinds are {kinds}",
    about="The kind of a step is one that there is.",
    why="A slip in it would leave the step out.",
    example=steps("id: a, imagind: The kettle is on."),
)
TWO_KINDS: Final = Slip(
    code="two-kinds",
    says="a step has one kind; this one is already '{kind}'",
    about="A step has one kind.",
    why="A line is either on record or made up.",
    example=steps("id: a, imagined: The kettle is on., go: Go on"),
)
KIND_AND_TEXT: Final = Slip(
    code="kind-and-text",
    says="take '{key}' out; a step is written like '{kind}: the words'",
    about="A step is written as 'kind: the words'.",
    why="One way of writing it is enough, and this one shows the kind first.",
    example=steps("id: a, kind: imagined, text: The kettle is on."),
)
MISSING_KEY: Final = Slip(
    code="missing-key",
    says="'{key}' is missing",
    about="Every key that is needed is there.",
    why="Without it there is nothing to show, or no way to refer to it later.",
    example=steps("imagined: The kettle is on."),
)
UNKNOWN_KEY: Final = Slip(
    code="unknown-key",
    says="unknown key '{key}'{advice}",
    about="Every key is one that there is in this place.",
    why="A slip in a key would switch something off without a word.",
    example=steps("id: a, imagined: The kettle is on., clok: '09:10'"),
)
UNKNOWN_WORD: Final = Slip(
    code="unknown-word",
    says="unknown word '{word}'{advice}; known are {known}",
    about="Where the game knows a list of words, a value is one of them.",
    why="A slip in it would mean nothing.",
    example=steps("id: a, imagined: The kettle is on., cuts: [shorts]"),
)
QUESTION_MISPLACED: Final = Slip(
    code="question-misplaced",
    says="a question ('{kind}') cannot stand here; only beats can: {beats}",
    about="In the answers to a question, and where days are passed, stand only lines.",
    why="A question within a question has nowhere to be asked.",
    example=small("id: example\ntitle: An example\nmontage: [{id: a, go: Go on}]\nbeats: [{id: b, go: Go on}]\n"),
)
WRONG_TYPE: Final = Slip(
    code="wrong-type",
    says="expected {expected}, got {got}{advice}",
    about="A value is of the sort that its key asks for.",
    why="A number is not a text, and a text is not a list.",
    example=steps("id: a, imagined: 7"),
)
BAD_FORM: Final = Slip(
    code="bad-form",
    says="'{value}' is not {meaning}",
    about="Ids, names, clock times and the words of the glossary keep to their form.",
    why="An id is typed, compared and kept in plays; in one form no two look alike and differ.",
    example=steps("id: The_Kettle, imagined: The kettle is on."),
)
EMPTY: Final = Slip(
    code="empty",
    says="the {what} is empty{advice}",
    about="A text or a list that is there has something in it.",
    why="An empty one is something that was meant to be written.",
    example=steps('id: a, imagined: ""'),
)
TOO_FEW: Final = Slip(
    code="too-few",
    says="{count}; at least {limit} needed",
    about="A list has at least as many entries as it needs.",
    why="A choice of one is none.",
    example=steps("id: a, choose: And now, options: [{id: b, text: Yes.}]"),
)
TOO_MANY: Final = Slip(
    code="too-many",
    says="{count}; at most {limit} allowed",
    about="Texts and lists have at most as many characters or entries as there is room for.",
    why="A title of two lines, or a choice of ten, does not fit a terminal of 80 by 24.",
    example=steps(f"id: a, imagined: {'Tea. ' * 121}"),
)
TOO_SMALL: Final = Slip(
    code="too-small",
    says="{value} is too small; the least is {limit}",
    about="A number is at least the least that makes sense.",
    why="There is no day 0, and a gauge begins at 0.",
    example=steps("id: a, imagined: The kettle is on.", day=0),
)
TOO_LARGE: Final = Slip(
    code="too-large",
    says="{value} is too large; the most is {limit}",
    about="A number is at most the most that makes sense.",
    why="There are 49 days, and a gauge ends at 10.",
    example=steps("id: a, imagined: The kettle is on.", day=50),
)
BAD_CONDITION: Final = Slip(
    code="bad-condition",
    says="{wrong}",
    about="A condition compares names and whole numbers: rest < 3 and wrote_tests.",
    why="It is no program: a script can ask, and never act.",
    example=steps("id: a, imagined: The kettle is on., when: rest = 3"),
)
STRANGE_CHARACTER: Final = Slip(
    code="strange-character",
    says="the character {shown}({code}) is not one that every terminal shows; take another",
    points_at="character",
    about="Texts hold letters from a to z, digits, everyday punctuation, “ ” ‘ ’ – · × → ½ and é.",
    why="Anything else is a box on some terminal, or is measured wrongly and shifts the line.",
    example=steps("id: a, imagined: The kettle is on ☕"),
)
LINE_BREAK: Final = Slip(
    code="line-break",
    says="a line break or a tab inside a text; fold it with '>-' or write it on one line",
    about="A text is one line, however long.",
    why="The game breaks lines itself, at whatever width it is played in.",
    example=small(
        "id: example\ntitle: An example\nbeats:\n  - id: a\n    imagined: |-\n      The kettle\n      is on.\n"
    ),
)
TOO_MANY_WORDS: Final = Slip(
    code="too-many-words",
    says="{words} words; {what} at most {most}",
    about="An ending has at most 60 words, the line of a week 8, an explanation in the glossary 40.",
    why="They are read in passing, and each has its place on the screen.",
    example=small(
        spine="weeks: [{number: 1, title: Tea, montage: A floor is built and somebody puts the kettle on.}]\n"
    ),
)
