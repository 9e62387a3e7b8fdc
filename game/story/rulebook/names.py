"""Rules of names: ids, flags, and what conditions may speak of."""

from __future__ import annotations

from typing import Final

from game.story.rulebook.example import scene, small, steps
from game.story.rulebook.rule import Slip

_TWO: Final = "id: a, choose: And now, options: [{id: b, text: Yes., effects: {set: [test]}}, {id: c, text: No.}]"

ID_TAKEN: Final = Slip(
    code="id-taken",
    says="the {what} '{name}' is taken ({by}); give this its own",
    about="Every step has an id that no other has, and so has every scene.",
    why="A play remembers by ids what was answered; two of one name would be mixed up.",
    example=steps("id: a, imagined: The kettle is on.", "id: a, go: Go on"),
)
ID_TWICE: Final = Slip(
    code="id-twice",
    says="the id '{name}' stands twice in {where}",
    about="Within a list every id stands once.",
    why="An answer is kept as the id of an option; two of one name could not be told apart.",
    example=steps("id: a, choose: And now, options: [{id: b, text: Yes.}, {id: b, text: No.}]"),
)
WEEK_LINE_ID: Final = Slip(
    code="week-line-id",
    says="'{name}' is the id of the line of a week in story.yaml; give this its own",
    about="No step has the id that the line of a week has by itself.",
    why="The line of week 1 is called week-1-montage in every play.",
    example=small(
        scene("id: week-1-montage, imagined: The kettle is on."),
        spine="weeks: [{number: 1, title: Tea, montage: A floor is built.}]\n",
    ),
)
NAME_TAKEN: Final = Slip(
    code="name-taken",
    says="'{name}' {means}; take another name",
    about="A flag, or a number that is kept, has a name that means nothing else.",
    why="A condition that names it would speak of two things.",
    example=small(spine="flags: [{name: rest, means: They slept.}]\n"),
)
FLAG_TWICE: Final = Slip(
    code="flag-twice",
    says="the flag '{name}' stands here a second time",
    about="A flag is declared once.",
    why="The second is a slip, or a flag that needs a name of its own.",
    example=small(spine="flags: [{name: tea, means: There is tea.}, {name: tea, means: It is hot.}]\n"),
)
UNKNOWN_FLAG: Final = Slip(
    code="unknown-flag",
    says="unknown flag '{name}'{advice}",
    about="Every flag that is set or cleared is declared in story.yaml.",
    why="A slip in a flag would be set, and never asked for.",
    example=small(scene(_TWO), spine="flags: [{name: tests, means: There are tests.}]\n"),
)
UNKNOWN_NAME: Final = Slip(
    code="unknown-name",
    says="unknown name '{name}' in a condition{advice}",
    points_at="name",
    about="A condition speaks of gauges, counts, declared flags, and numbers that a 'tell' keeps.",
    why="A name that nobody sets is never met, and what hangs on it is never seen.",
    example=steps("id: a, imagined: The kettle is on., when: rset < 3", "id: b, go: Go on"),
)
FORMER_ID_LIVES: Final = Slip(
    code="former-id-lives",
    says="'{name}' is the id of {what} ({by}); give here what nothing is called now",
    about="What something was called once is nobody's name today.",
    why="A play finds its answers by these ids; an answer could be taken for that of another question.",
    example=steps("id: a, was: [b], go: Go on", "id: b, go: Go up"),
)
FORMER_ID_TWICE: Final = Slip(
    code="former-id-twice",
    says="'{name}' {claimed} already; say it once",
    about="What something was called once is claimed once.",
    why="An old answer can belong to one question only.",
    example=small(
        scene("id: a, was: [tea], go: Go on", "id: b, was: [tea], go: Go on"),
    ),
)
