"""A small glossary, built in code, and a story that uses its words."""

from __future__ import annotations

from game.story.beat import Explained, Imagined, Quoted
from game.story.glossary import Glossary, Term
from game.story.questions import Choose
from game.story.questions.choose import Option
from game.story.story import Story
from tests.stories import go, scene, story, told

MERGE = Term(
    id="merge",
    term="merge",
    forms=("merged",),
    means="To put a change in with everybody else’s.",
    see=("pull-request", "review"),
)
REQUEST = Term(
    id="pull-request",
    term="pull request",
    forms=("pull requests",),
    means="A change, handed in with a question.",
    see=("review",),
)
REVIEW = Term(id="review", term="review", means="Somebody else reads a change first.")
CANARY = Term(id="canary", term="canary", means="A few who get a change before everybody does.")
GLOSSARY = Glossary(terms=(REVIEW, MERGE, REQUEST, CANARY), trade=("commit",))

LINES = (
    Explained(id="in", text="You merge a pull request. Merged, it is everybody’s."),
    Quoted(id="said", text="He called it “a review”.", cites=("a-fact",)),
    Imagined(id="again", text="The framer reads your pull request."),
)
ASKED = Choose(
    id="what",
    text="After that pull request, who does the review?",
    options=(Option(id="you", text="You do."), Option(id="bird", text="The canary does.")),
)


def explained_story() -> Story:
    """A day with three of the four words in its lines and its question, the fourth in an answer; and an end."""
    of = story(
        scene("day-1", *LINES, ASKED, day=1),
        scene("day-2", told("next"), go("on"), day=2),
        scene("end", told("over")),
    )
    return Story.of(of.spine, [of.scene(index) for index in range(len(of))], glossary=GLOSSARY)
