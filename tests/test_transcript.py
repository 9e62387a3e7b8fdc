"""A play as Markdown."""

from __future__ import annotations

import re
from random import Random

import pytest

from game.library import Library
from game.story.beat import Explained
from game.story.calendar import CUTS
from game.story.model import AnyStep
from game.story.questions import Tally
from game.story.story import Story
from game.transcript import escaped, transcript
from tests.glossaries import explained_story
from tests.ledgers import cited
from tests.stories import (
    choose,
    evenings,
    every_kind,
    go,
    number,
    opening,
    option,
    scene,
    shipped_story,
    story,
    told,
    unkept,
    walk,
)


def one_day(*steps: AnyStep) -> Story:
    return story(scene("day-1", *steps, day=1), scene("end", told("over")))


def test_it_begins_with_title_run_and_cut():
    text = transcript(unkept(every_kind(), name="brass-kettle"))
    assert text.startswith(
        "# A small story\n\n*For trying things out.*\n\nRun **brass-kettle**, cut *full*, not played"
    )


def test_a_play_that_is_over_says_so():
    assert "played to its end." in transcript(walk(unkept(every_kind()), 99))


def test_days_and_weeks_are_headings():
    text = transcript(walk(unkept(evenings(8)), 99))
    assert re.findall("^##+ .*", text, re.MULTILINE)[:3] == [
        "## Week 1",
        "### Day 1, Friday 28 March 2025 (reconstructed). Day-1",
        "### Day 2, Saturday 29 March 2025 (reconstructed). Day-2",
    ]
    assert text.index("## Week 2") < text.index("### Day 8, Friday 4 April 2025")
    assert "\n## End\n" in text


def test_lines_carry_mark_and_kind():
    assert "\n◇ *imagined*: The a is told.\n" in transcript(unkept(every_kind()))


def test_questions_stand_with_their_answers():
    run = unkept(evenings(2))
    run.answer("late")
    text = transcript(run)
    assert "**What now?**\n\n> Do late\n\n◇ *imagined*: The late-1 is told." in text
    assert text.index("> Do late") < text.index("*Rest 5 (was 7), Home 5, Craft 6 (was 5).*")
    assert "*Not answered yet.*" in text


def test_going_on_leaves_no_trace():
    assert "Go on" not in transcript(walk(unkept(every_kind()), 99))


def test_an_opened_envelope_shows_guess_and_record():
    run = unkept(one_day(number("hour"), opening("record", "hour"), go("on")))
    run.answer({"guess": 9, "sure": 4})
    assert "> You guessed: 9 hours, sure 4 of 5. The record: 5 hours. Not close." in transcript(run)


def test_the_puzzle_is_asked_once_and_each_move_stands():
    run = unkept(every_kind())
    while run.now().question.id != "light":
        run.answer(run.now().question.sample(run.now().state, Random(1)))
    run.answer("meter")
    run.answer("fuse")
    text = transcript(run)
    assert text.count("**No light.**") == 1
    assert "> Measure: Bad: the fault is among them.\n\n> The fuse: Found." in text


def test_the_week_s_ledger_is_written_line_by_line():
    days = [scene("day-1", choose("c", option("late", rest=-2, late=True), option("home")), day=1)]
    days.append(scene("day-2", told("x"), Tally(id="t", text="Thursday night."), day=2))
    run = unkept(story(*days, scene("end", told("over"))))
    run.answer("late")
    run.answer(None)
    assert "**Thursday night.**\n\n- Week 1 had 2 evenings.\n- Less 1 worked late: 1 of them yours." in transcript(
        run
    )


def test_sources_are_numbered_as_they_come_and_noted_once():
    text = transcript(unkept(cited()))
    assert "■ *reported*: Up until 4. [1]" in text
    assert "“hardest I've worked”. [2] [1]" in text
    notes = text[text.index("## Sources") :]
    assert re.findall(r"^(\d)\. \*\*Ledger:\*\* (\w+)", notes, re.MULTILINE) == [("1", "They"), ("2", "He")]
    assert notes.count("<https://example.org/vi>") == 1


def test_the_legend_counts_the_lines_that_were_told():
    text = transcript(unkept(cited()))
    assert "| ■ | reported | 1 |" in text
    assert "| ❝ | quoted | 1 |" in text
    assert "| ◇ | imagined | 0 |" in text


def test_it_ends_with_where_the_play_stands():
    text = transcript(walk(unkept(evenings(3)), 99))
    assert "## Where it stands\n\nRest " in text
    assert "3 of 49 days built." in text


def test_what_markdown_would_read_is_shown_as_it_is():
    assert escaped("*a* _b_ `c` [d](e) <f> ~g~ h|i &amp; $j$ #k \\l") == (
        r"\*a\* \_b\_ \`c\` \[d\](e) \<f\> \~g\~ h\|i \&amp; \$j\$ \#k \\l"
    )
    assert escaped("1. One") == r"1\. One"
    assert escaped("- One") == r"\- One"
    assert escaped("one\n# two") == r"one \# two"


def test_no_line_of_a_story_can_write_markdown():
    nasty = "# <b>&lt;</b> | *x* [y](z) `q`"
    line = Explained(id="n", text=nasty)
    text = transcript(unkept(one_day(line, go("on"))))
    assert f"? *explained*: {escaped(nasty)}" in text
    assert nasty not in text


@pytest.mark.parametrize("cut", CUTS)
def test_any_play_of_the_shipped_story_can_be_written(cut: str):
    library = Library(shipped_story(), None)
    for seed in range(3):
        run = walk(library.new("brass-kettle", cut=cut, seed=seed), 999, seed)
        text = transcript(run)
        cited = {int(n) for n in re.findall(r"(?<=\[)\d+(?=\])", text)}
        assert cited == set(range(1, len(cited) + 1))
        assert text.count("\n\n\n") == 0


def test_it_ends_with_the_words_of_the_trade_that_were_used():
    run = unkept(explained_story())
    run.answer("you")
    text = transcript(run)
    words = text[text.index("## Words") :]
    assert words.startswith(
        "## Words\n\n- **merge**: To put a change in with everybody else’s.\n"
        "- **pull request**: A change, handed in with a question.\n"
        "- **review**: Somebody else reads a change first.\n"
    )
    assert "canary" not in words


def test_words_of_an_answer_count_as_used():
    run = unkept(explained_story())
    run.answer("bird")
    assert "- **canary**: A few who get a change before everybody does." in transcript(run)


def test_a_play_without_such_words_has_no_list_of_them():
    assert "## Words" not in transcript(walk(unkept(every_kind()), 99))
