"""The plan on paper and in a terminal."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from game.after.html import html
from game.after.markdown import markdown
from game.classroom.plan import plan_of
from game.classroom.plan_page import page, title
from game.classroom.plan_text import WIDTH, text
from game.classroom.plan_words import clock, minutes, offered, sources
from game.cli import main
from game.story.beat import Reported
from game.story.calendar import Cut
from game.story.lesson import Lesson, Slip, Talk
from game.story.story import Story
from tests.afterwards import CAUSE, RECALL
from tests.ledgers import LEDGER
from tests.stories import arrange, choose, find, go, number, option, scene, spend, story, tell, told

LESSON = Lesson(
    teaches="What is in a cup.",
    note="Pour first.",
    slips=(Slip(says="It is coffee.", answer="It is not."),),
    aloud=("first-tea", "tea"),
    talks=(Talk(about="cups", prompt="Count with your neighbour."),),
)
TEA = choose("tea", option("green"), option("black"))


def afternoon() -> Story:
    """Tea, and where it is on record."""
    lines = [
        Reported(id="r-four", text="They were up until four.", cites=("four",)),
        Reported(
            id="r-hard", text="He had not worked so hard for many a year.", cites=("twice", "gap", "preview")
        ),
    ]
    first = scene("day-1", *lines, replace(TEA, id="first-tea"), TEA, number("cups"), tell("nice", "nice"), day=1)
    apart = replace(scene("hall", told("a"), go("b")), lesson=Lesson(teaches="Another day.", apart=True))
    of = story(replace(first, lesson=LESSON), apart, scene("end", told("over")))
    return Story.of(replace(of.spine, discussion=("And you?",)), [of.scene(n) for n in range(3)], LEDGER, RECALL)


def blocks(cut: Cut = "class") -> list:
    of = afternoon()
    return list(page(of, plan_of(of, cut)))


def test_in_a_terminal_it_is_aligned():
    written = text(blocks())
    entry = written.partition("\n2:00")[2].partition("\n\n")[0]
    assert entry.splitlines() == [
        "–5:00    Day 1, Friday. Day-1",
        "             Teaches  What is in a cup.",
        "             Do       Pour first.",
        "             Aloud    What now? · What now?",
        "             VOTE     How many? – 0 to 24 [5 hours]",
        "             TALK     Count with your neighbour. 1 minute; then vote again.",
        "             VOTE     Was it worth it? – 1, no, to 5, yes",
        "             Heard    It is coffee. → It is not.",
        "             Sources  Portuguese 1, 4 and 7; Vietnamese 3 and 9; they differ at",
        "                      ‘He had not worked…’; 1 worked out; 1 from elsewhere.",
    ]


@pytest.mark.parametrize("cut", ["demo", "class", "full"])
def test_no_line_of_it_is_wider_than_eighty_columns(cut):
    assert max(map(len, text(blocks(cut)).splitlines())) <= WIDTH


def test_it_closes_with_a_talk_then_what_is_apart_then_what_is_asked_days_later():
    written = text(blocks())
    order = [written.index(words) for words in ("Ask      And you?", "another day:", "Another day.", "Days later")]
    assert order == sorted(order)
    assert "2. What was the hard part? – One part of it · [All of it at once]" in written


def test_as_markdown_a_stop_is_bold():
    written = markdown(blocks())
    assert "### 2:00–5:00 Day 1, Friday" in written
    assert "- *Teaches:* What is in a cup.\n" in written
    assert "- **Talk:** Count with your neighbour. 1 minute; then vote again.\n" in written


def test_as_a_page_it_fetches_nothing_and_escapes_everything():
    nasty = replace(LESSON, teaches="<img src=x>")
    of = story(replace(scene("day-1", TEA, day=1), lesson=replace(nasty, aloud=(), talks=())))
    plan = plan_of(of, "class")
    written = html(page(of, plan), title=title(of, plan))
    assert "&lt;img src=x&gt;" in written
    assert not re.search(r"<(img|script|link)|src=\"|url\(|http", written)


@pytest.mark.parametrize(
    ("question", "told_of_it"),
    [
        (TEA, "What now? – Do green · Do black"),
        (choose("q", option("a"), option("b", if_="rest > 3")), "What now? – Do a · …"),
        (CAUSE, "What was the hard part? – One part of it · [All of it at once]"),
        (number("cups"), "How many? – 0 to 24 [5 hours]"),
        (arrange("order"), "In which order? – [Branch · Review · Merge]"),
        (find("light"), "No light. – The lamp · [The fuse] · The wire"),
        (spend("hours"), "Four hours – The desk · The sofa · Home"),
        (tell("nice", "nice"), "Was it worth it? – 1, no, to 5, yes"),
    ],
    ids=lambda each: getattr(each, "kind", ""),
)
def test_a_question_comes_with_what_it_offers_and_what_is_right(question, told_of_it):
    assert offered(question) == told_of_it


def test_a_headline_is_no_paragraph():
    line = Reported(id="r-title", text="It is called a diary.", cites=("title",))
    of = story(scene("day-1", line, go("on"), day=1))
    (part,) = plan_of(of, "class").parts
    assert sources(part, "class", LEDGER) == "Portuguese headline; Vietnamese headline"


@pytest.mark.parametrize(
    ("seconds", "said"), [(30, "½ minute"), (60, "1 minute"), (90, "1½ minutes"), (1500, "25 minutes")]
)
def test_minutes_are_said_to_the_half(seconds, said):
    assert minutes(seconds) == said


def test_a_clock_goes_in_tens():
    assert [clock(seconds) for seconds in (0, 124, 126, 2699)] == ["0:00", "2:00", "2:10", "45:00"]


@pytest.mark.parametrize(("form", "begins"), [("", "Seven "), ("--markdown", "# Seven"), ("--html", "<!DOCTYPE")])
def test_the_command_prints_it(form, begins, capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("game.commands.open_story", lambda *_: afternoon())
    assert main(["plan", "--minutes", "12", *([form] if form else [])]) == 0
    out = capsys.readouterr().out
    assert out.startswith(begins.replace("Seven", afternoon().spine.title.split()[0]))
    assert "12 minutes" in out
