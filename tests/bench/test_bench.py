"""The benchmarks' own parts: the table they print, and the plan they measure on."""

import platform
from importlib.metadata import version
from random import Random

from game.script import open_story
from tests.bench.page import CLASS, GAME, machine, with_section
from tests.bench.plan import ink, plan, write_script
from tests.bench.table import Row, as_markdown, as_text
from tests.stories import unkept, walk

WELL = Row("a key", 6, "ms", 4, "a bare screen", most=1.5)
OVER = Row("a start", 700, "ms", 400, "a bare screen", most=1.6)


def test_a_ratio_keeps_to_its_bound_or_does_not():
    assert (WELL.ratio, WELL.verdict) == (1.5, "PASS")
    assert (OVER.ratio, OVER.verdict) == (1.75, "over")
    assert Row("answers", 50, "/s", 100, "another", least=1).verdict == "under"
    assert Row("a replay", 1, "ms").verdict == "for information"


def test_a_bound_may_be_one_of_ours_itself_and_a_gate_fails():
    back = Row("back", 98, "%", 100, "a bare echo", least=99, itself=True)
    assert (back.bound, back.verdict) == ("at least 99 %", "under")
    assert Row("a seat", 900, "ms", 2, "a bare echo", most=1000, itself=True).verdict == "PASS"
    lost = Row("votes lost", 0, "votes", most=0, itself=True, gate=True)
    assert (lost.verdict, lost._replace(ours=1).verdict) == ("PASS", "FAIL")


def test_a_row_that_could_not_be_measured_says_why():
    assert Row("answers", least=1, why="node is not on this machine").verdict.startswith("not measured: node")


def test_the_table_is_printed_in_columns_or_as_markdown():
    assert as_text([WELL]).splitlines() == [
        "what   ours     beside                  ratio  bound        verdict",
        "─────  ───────  ──────────────────────  ─────  ───────────  ───────",
        "a key  6.00 ms  4.00 ms, a bare screen  1.50   at most 1.5  PASS",
    ]
    assert as_markdown([OVER]).splitlines()[-1] == (
        "| a start | 700 ms | 400 ms, a bare screen | 1.75 | at most 1.6 | over |"
    )


def test_a_plan_is_a_sound_script_and_the_same_story_in_ink(tmp_path):
    days = plan(3)
    story = open_story(write_script(days, tmp_path))
    run = walk(unkept(story), 100, seed=Random(1).randrange(100))
    assert (len(story), len(run.past())) == (3, 9)
    told = ink(days)
    assert told.count("\n+ ") == 3 * (3 + 3 + 1)
    assert all(line.text in told for day in days for asked in day for line in asked.told)


def test_the_page_says_on_what_machine_it_was_measured():
    page = with_section("", GAME, [WELL, OVER], machine())
    assert f"Python {platform.python_version()}, Textual {version('textual')}" in page
    assert page.startswith("# ")
    assert page.endswith(as_markdown([WELL, OVER]) + "\n")


def test_each_benchmark_writes_its_own_section_and_leaves_the_other_as_it_is():
    game = with_section("", GAME, [WELL], "one machine")
    both = with_section(game, CLASS, [OVER], "another")
    assert both == with_section(with_section("", CLASS, [OVER], "another"), GAME, [WELL], "one machine")
    assert both.startswith(game)
    again = with_section(both, GAME, [OVER], "one machine")
    assert [again.count(as_markdown([row])) for row in (WELL, OVER)] == [0, 2]
    assert with_section(again, GAME, [WELL], "one machine") == both
