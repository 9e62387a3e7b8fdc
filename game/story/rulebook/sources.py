"""Rules of sources: every line says where it comes from, and says no more than that."""

from __future__ import annotations

from typing import Final

from game.story.rulebook.example import FACTS, LEDGER, small, steps
from game.story.rulebook.rule import Slip

UNKNOWN_FACT: Final = Slip(
    code="unknown-fact",
    says="unknown fact '{name}'{advice}",
    about="What a line cites stands in the ledger.",
    why="A source that is not there is none.",
    example=steps("id: a, reported: It took seven weeks., cites: [seven-weaks]"),
)
CITES_NOTHING: Final = Slip(
    code="cites-nothing",
    says="a line that is {kind} cites nothing; leave 'cites' out, or report what the articles say",
    about="What is imagined or explained by us cites nothing.",
    why="A source under a line that is made up would make it look true.",
    example=steps("id: a, imagined: It took seven weeks., cites: [seven-weeks]"),
)
CITES_WRONG_KIND: Final = Slip(
    code="cites-wrong-kind",
    says="'{name}' is {what}; a line that is {kind} cites {allowed}",
    about="A line cites the kind of entry that its own kind promises.",
    why="What the articles say, what is worked out and what comes from elsewhere are marked apart.",
    example=steps("id: a, reported: Seven weeks are 49 days., cites: [d-days]"),
)
NO_CITES: Final = Slip(
    code="no-cites",
    says="a line that is {kind} says what it rests on: add 'cites'",
    about="A line that is quoted, reported, worked or from outside cites the ledger.",
    why="One key opens the source of every line; this one has none.",
    example=steps("id: a, reported: It took seven weeks."),
)
WORKED_WITHOUT_FIGURE: Final = Slip(
    code="worked-without-figure",
    says="a worked line cites a worked figure (an entry under 'derived')",
    about="A worked line cites a worked figure.",
    why="The arithmetic behind it can be opened, and so it has to be there.",
    example=steps("id: a, worked: It took seven weeks., cites: [seven-weeks]"),
)
FIGURE_NOT_CITED: Final = Slip(
    code="figure-not-cited",
    says="the figure {figure} is in nothing this line cites; cite what has it, or leave it out",
    points_at="written",
    about="Every figure and time in a line is in what it cites.",
    why="A number is what readers take away; a wrong one stays wrong.",
    example=steps("id: a, reported: It took nine weeks., cites: [seven-weeks]"),
)
NAME_NOT_CITED: Final = Slip(
    code="name-not-cited",
    says="the name '{name}' is in nothing this line cites; cite what has it, or leave it out",
    points_at="name",
    about="Every name in a line on record is in what it cites.",
    why="What is said of somebody has to be known of them.",
    example=steps("id: a, reported: It took French-Owen seven weeks., cites: [seven-weeks]"),
)
QUOTATION_MISSING: Final = Slip(
    code="quotation-missing",
    says="a quoted line holds the quotation between “ and ”",
    about="A quoted line has the quotation between “ and ”.",
    why="Only so can a reader tell the author's words from ours.",
    example=steps("id: a, quoted: It took seven weeks., cites: [seven-weeks]"),
)
QUOTATION_WRONG: Final = Slip(
    code="quotation-wrong",
    says="“{quotation}” is not word for word the 'quoted_phrase' of a fact this line cites",
    points_at="quotation",
    about="A quotation is word for word what the ledger quotes.",
    why="Between quotation marks stands what somebody said, and nothing else.",
    example=steps("id: a, quoted: It took “seven long weeks”., cites: [seven-weeks]"),
)
REAL_PERSON: Final = Slip(
    code="real-person",
    says="'{name}' is a real person, and nothing is made up about real people; leave the name out",
    points_at="name",
    about="No imagined line names a real person.",
    why="Nobody asked to be in this story.",
    example=steps("id: a, imagined: French-Owen puts the kettle on."),
)
QUOTED_TOO_LONG: Final = Slip(
    code="quoted-too-long",
    says="a quoted phrase has at most eight words",
    about="The ledger quotes at most eight words at a time.",
    why="The articles are other people's work.",
    example=small(
        others={FACTS: LEDGER.replace("seven weeks in all", "it took all of us seven very long weeks in all")}
    ),
)
UNKNOWN_ENTRY: Final = Slip(
    code="unknown-entry",
    says="unknown entry '{name}'{advice}",
    about="What a worked figure is worked out from stands in the ledger.",
    why="Arithmetic on a figure that nobody gave proves nothing.",
    example=small(others={FACTS: LEDGER.replace("inputs: [seven-weeks]", "inputs: [seven-weaks]")}),
)
RESTS_ON_ITSELF: Final = Slip(
    code="rests-on-itself",
    says="'{name}' rests on itself by way of '{other}'",
    about="No worked figure rests on itself.",
    why="What is its own reason is none.",
    example=small(others={FACTS: LEDGER.replace("inputs: [seven-weeks]", "inputs: [seven-weeks, d-days]")}),
)
