"""The play on paper: Markdown and one HTML page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from msgspec.structs import replace

from game.after.html import html
from game.after.markdown import markdown
from game.after.summary import summary
from game.run import Run
from game.story.model import Ending
from game.story.story import Story
from game.transcript import escaped
from tests.afterwards import RECALL, ended, play
from tests.ledgers import LEDGER
from tests.stories import unkept

NASTY = "<img src=x onerror=alert(1)> & \"quotes\" 'and' | *stars* [a](b) `c`"


class Page(HTMLParser):
    """What a browser would make of a page: its tags, their attributes, its words."""

    VOID = frozenset(("meta", "img", "br"))

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


def nasty() -> Run:
    """A play of a story whose every word tries to be something else."""
    of = ended()
    endings = (Ending(id="x", title=NASTY, text=NASTY),)
    record = tuple(replace(beat, text=NASTY) for beat in of.spine.record)
    spine = replace(of.spine, title=NASTY, endings=endings, record=record)
    beats = tuple(replace(step, text=NASTY) for step in RECALL.beats)
    scenes = [of.scene(index) for index in range(len(of))]
    return play(unkept(Story.of(spine, scenes, LEDGER, replace(RECALL, title=NASTY, beats=beats))))


def test_the_markdown_tells_the_whole_play():
    text = markdown(summary(play()))
    for part in (
        "# A small story: The lamp in the hall",
        "- ■ They were up until 4.",
        "| −6 | week 1, The first week | 8 | 0 | −7 | 0 | \\+5 |",
        "|  | what is left | 2 | 0 | 0 | 5 | 10 |",
        "| What was the hard part? | One part of it | 2 | All of it at once | miss |",
        "- The Vietnamese article: <https://example.org/vi>",
        "a) One part of it · b) All of it at once",
    ):
        assert part in text


def test_the_answers_come_after_all_the_questions_and_after_a_break():
    text = markdown(summary(play()))
    questions, answers = text.split("## The answers")
    assert "**2\\. What was the hard part?**" in questions
    assert "1. 4 o’clock. ■ They were up until 4." in answers
    assert "They were up until 4." not in questions.split("A small story: Recall")[1]
    assert questions.rstrip().endswith("---")


def test_the_html_is_one_page_that_fetches_and_runs_nothing():
    page = Page(html(summary(play()), title="A play"))
    assert {"h1", "table", "svg", "section"} <= set(page.tags)
    assert not {"script", "link", "img", "iframe", "object", "a"} & set(page.tags)
    for name, value in page.attributes:
        assert not name.startswith("on")
        assert name not in ("src", "href", "style")
        assert name == "xmlns" or "http" not in (value or "")


def test_the_html_turns_the_answers_round_on_the_second_sheet():
    text = html(summary(play()), title="A play")
    assert text.count("<section") == 3
    assert re.search(r"<section class=next>.*<section class=turned>\s*<h2>The answers", text, re.S)


def test_a_line_to_write_on_stands_under_a_question_without_answers_to_choose_from():
    assert html(summary(play()), title="A play").count("<div class=room>") == 1


def test_no_word_of_a_story_becomes_html():
    page = Page(html(summary(nasty()), title=NASTY))
    assert "img" not in page.tags
    assert page.words.count(NASTY) > 5


def test_no_word_of_a_story_becomes_markdown():
    text = markdown(summary(nasty()))
    outside_the_drawing = [line for line in text.splitlines() if not line.startswith("    ")]
    assert NASTY not in "\n".join(outside_the_drawing)
    assert text.count(escaped(NASTY)) > 5


def test_a_play_under_way_can_be_printed_too():
    run = unkept(ended())
    run.answer(2)
    assert "# A small story: as far as day 1" in markdown(summary(run))


def test_a_story_without_a_recall_has_one_sheet():
    of = ended()
    alone = Story.of(of.spine, [of.scene(index) for index in range(len(of))], LEDGER)
    assert html(summary(play(unkept(alone))), title="A play").count("<section") == 1
