"""What many plays come to: counts that add up, shown in lines and as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.structs import replace

from game.proof.bots.bot import Bot
from game.proof.bots.gathered import ALL, ENOUGH, Gathered, as_json, gather
from game.proof.bots.nights import sampled
from game.proof.bots.players import BOTS, bots_named
from game.proof.bots.shown import shown
from game.story.condition import Condition
from game.story.model import Ending
from game.story.story import Story
from tests.stories import evenings

ENDINGS = (
    Ending(id="hasty", title="Hasty", text="It is quick.", when=Condition("corners >= 2")),
    Ending(id="never", title="Never", text="It cannot be.", when=Condition("rest > 99")),
    Ending(id="home", title="Home", text="There is soup."),
)


def six_evenings() -> Story:
    of = evenings(6)
    return Story.of(replace(of.spine, endings=ENDINGS), [of.scene(index) for index in range(len(of))])


def gathered(*names: str, plays: int = 40, **more: Any) -> Gathered:
    return gather(bots_named(names), six_evenings(), "full", plays=plays, first=more.get("first", 1))


def test_plays_are_dealt_out_evenly_and_all_of_them_counted():
    found = gathered(plays=12)
    assert {name: group.plays for name, group in found.groups.items()} == {
        "random": 3,
        "least-used": 3,
        "tired": 2,
        "careful": 2,
        "speed-reader": 2,
        ALL: 12,
    }


def test_every_play_has_an_ending_and_a_place_on_every_gauge():
    found = gathered()
    for group in found.groups.values():
        assert sum(group.endings.values()) == group.plays
        assert all(sum(counts) == group.plays for counts in group.gauges.values())
        for gauge, (least, most) in group.reached.items():
            assert all(least <= at <= most for at, count in enumerate(group.gauges[gauge]) if count)
        assert group.words.least <= group.words.median <= group.words.most
        assert group.asked.least == group.asked.most == 6


def test_every_line_and_every_answer_is_counted_also_at_zero():
    found = gathered("tired", plays=5)
    assert found.lines["dawn-1"] == 5
    assert found.lines["over"] == 5
    assert found.answers["evening-1: late"] == 5
    assert found.answers["evening-1: home"] == 0


def test_of_the_same_seeds_comes_the_same():
    assert gathered() == gathered()
    assert gathered() != gathered(first=2)


def test_an_ending_that_nobody_meets_matters_once_enough_have_played_at_random():
    few = gathered("random", plays=ENOUGH - 1)
    assert few.unmet == ["never"]
    assert few.sound
    many = gathered("random", plays=ENOUGH)
    assert not many.sound
    assert replace(many, cut="demo").sound
    assert gathered("careful", plays=ENOUGH).sound


def broken(*_: object) -> tuple[float, ...]:
    raise ValueError("the kettle\nis empty")


def test_a_play_that_fails_is_named_and_the_others_are_counted():
    breaker = Bot("breaker", "breaks", broken, sampled)
    found = gather((BOTS["tired"], breaker), six_evenings(), "full", plays=3, first=7)
    assert found.groups[ALL].plays == 2
    assert not found.sound
    lines = shown(found).splitlines()
    assert "failed: breaker:7 at evening-1: ValueError: the kettle is empty" in lines
    assert lines[-1].startswith("2 plays came to their end; 1 did not; nobody met the ending ")


def test_where_every_play_fails_there_is_still_a_report():
    found = gather((Bot("breaker", "breaks", broken, sampled),), six_evenings(), "full", plays=2, first=1)
    assert shown(found).endswith("0 plays came to their end; 2 did not.")


@pytest.mark.parametrize("ascii_only", [False, True])
def test_the_report_fits_a_terminal(ascii_only):
    report = shown(gathered(), ascii_only=ascii_only)
    assert max(map(len, report.splitlines())) <= 79
    assert any(bar in report for bar in "▁▂▃▄▅▆▇█") != ascii_only


def test_the_report_names_seeds_rare_lines_and_what_nobody_met():
    report = shown(gathered("tired", plays=5, first=30))
    assert report.startswith("A small story, full cut. The seeds of each bot: 30, 31, 32 and on.\n")
    assert "never made: evening-1: home, " in report
    assert "Rarest        " in report
    assert "nobody met the ending " in report


def test_a_bar_is_as_high_as_its_share_of_the_fullest():
    group = gathered("tired", plays=4).groups["tired"]
    full = replace(group, gauges={"rest": (8, 4, 1, 0, 0, 0, 0, 0, 0, 0, 0)})
    found = replace(gathered("tired", plays=4), groups={"tired": full, ALL: full})
    row = next(line for line in shown(found, ascii_only=True).splitlines() if line.split()[:2] == ["tired", "8"])
    assert row.split()[:4] == ["tired", "8", "4", "1"]


def test_as_json_it_has_the_keys_that_are_promised():
    found = json.loads(as_json(gathered(plays=10)))
    assert list(found) == "format title cut facts_only first_seed groups lines answers failed".split()
    assert list(found["groups"]["all"]) == "plays words minutes asked answers endings gauges reached".split()
    assert list(found["groups"]["all"]["words"]) == ["least", "median", "most"]
    assert len(found["groups"]["all"]["gauges"]["rest"]) == 11


def test_with_facts_only_there_are_no_endings_and_no_gauges():
    found = gather(bots_named(["random"]), six_evenings().without_fiction("full"), "full", plays=2, first=1)
    assert found.groups[ALL].endings == {}
    assert found.groups[ALL].gauges == {}
    assert "Endings" not in shown(found)
