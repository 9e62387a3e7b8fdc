"""A small ledger, built in code, and a story that rests on it."""

from __future__ import annotations

from game.story.beat import Quoted, Reported
from game.story.ledger import Article, Derived, Fact, Ledger, Outside, Place, Retelling
from game.story.story import Story
from tests.stories import go, scene, story, told


def fact(name: str, statement: str, *places: Place, agreement: str = "same", **more: str) -> Fact:
    more.setdefault("said_by", "article (its own voice)")
    return Fact(id=name, statement=statement, kind="event", sources=places, agreement=agreement, **more)


def pt(paragraph: int, part: str = "") -> Place:
    return Place(article="pt", paragraph=paragraph, part=part)


def vi(paragraph: int, part: str = "") -> Place:
    return Place(article="vi", paragraph=paragraph, part=part)


LEDGER = Ledger(
    articles={
        "pt": Article(name="the Portuguese article", language="Portuguese"),
        "vi": Article(name="the Vietnamese article", language="Vietnamese", address="https://example.org/vi"),
    },
    facts=(
        fact("four", "They were up until 4.", pt(7), vi(9)),
        fact("eight", "It was announced at 8.", pt(7), agreement="only-pt"),
        fact("dark", "The VI article calls it dark.", vi(1), agreement="only-vi"),
        fact(
            "twice",
            "He had not worked so hard for years.",
            pt(1),
            pt(4),
            vi(3),
            agreement="differs",
            differs_how="PT gives it twice; VI once.",
            said_by="French-Owen, quoted",
            quoted_phrase="hardest I've worked",
        ),
        fact("title", "It is called a diary.", pt(0, "headline"), vi(0, "headline"), said_by="headline"),
        fact("worth", "It is asked what it was worth.", pt(8, "subheading above"), agreement="only-pt"),
    ),
    derived=(
        Derived(
            id="gap", statement="That is four hours.", formula="08:00 - 04:00 = 4:00", inputs=("four", "eight")
        ),
        Derived(
            id="twice-gap", statement="Twice that is eight.", formula="4:00 + 4:00 = 8:00", inputs=("gap", "four")
        ),
    ),
    outside=(
        Outside(id="preview", statement="It began as a preview.", sources=("https://example.org/a", "a log")),
    ),
    retellings=(
        Retelling(
            id="coffee",
            address="https://example.org/c",
            it_says="adds coffee",
            evidence="none is known",
            error="invented",
        ),
    ),
)


def cited() -> Story:
    """A day whose lines cite the ledger, and an end."""
    reported = Reported(id="r1", text="Up until 4.", cites=("four",))
    quoted = Quoted(id="q1", text="It was “hardest I've worked”.", cites=("twice", "four"))
    of = story(scene("day-1", reported, quoted, go("on"), day=1), scene("end", told("over")))
    return Story.of(of.spine, [of.scene(index) for index in range(len(of))], LEDGER)
