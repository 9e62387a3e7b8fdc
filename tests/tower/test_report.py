"""The end card: figures, stars, both ways side by side, and what is sent to a friend."""

from __future__ import annotations

import re
from fractions import Fraction
from random import Random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.tower.analogy import WHERE_IT_BREAKS
from game.tower.boards import LAUNCH, SIZES
from game.tower.codes import Code, long_code
from game.tower.contrast import Contrast
from game.tower.crew import at_random, par, play
from game.tower.flat_by_flat import Walk, flat_by_flat
from game.tower.generator import board, drawn
from game.tower.grades import Grade
from game.tower.histogram import Histogram
from game.tower.longform import Drawing
from game.tower.moves import Breaker, Costs, Fix, Switch
from game.tower.night import Night
from game.tower.report import Mode, Report, Row
from game.tower.share import share_text
from tests.tower.boards import TOWER, faults_of, played, small
from tests.tower.throwers import throwing

CODE = "1-4x3-M-K7Q2M-Y"


def start(faults: str = "2B 4A") -> Night:
    return Night(TOWER, TOWER.mask(faults))


def quick(faults: str = "2B 4A") -> Night:
    """Who knows where the faults are fixes them and throws."""
    return start(faults).after([*(Fix(TOWER.flat(name)) for name in faults.split()), Switch()])


def slow(minutes: int, failed: int = 0) -> Night:
    """A night of so many minutes, most of them spent at one breaker."""
    fixes = [Fix(TOWER.flat("2B")), Fix(TOWER.flat("4A"))]
    left = minutes - 45 - 65 * failed
    night = start().after([*[Switch()] * failed, *[Breaker(0)] * (left // 5), *fixes, Switch()])
    assert night.minute == minutes
    return night


@st.composite
def over(draw):
    """Any night that is over: lit at some time, or dark at 8:00."""
    rng = Random(draw(st.integers(0, 2**32)))
    building = small(rng)
    night = played(rng, Night(building, faults_of(rng, building)), draw(st.integers(0, 30)))
    if not night.lit and draw(st.booleans()):
        night = night.after(Fix(flat) for flat in range(building.size) if night.left >> flat & 1).do(Switch())
    while not night.lit and night.minute < 540:
        night = night.do(Breaker(0))
    return night


def test_the_card_of_a_night():
    report = Report(night=slow(220, failed=1), par=200, hints=2, attempt=3)
    assert report.rows() == (
        Row("The tower", "lit at 2:40, after 220 minutes"),
        Row("Par", "200 minutes, and you took 20 more"),
        Row("Stars", "2 of 3"),
        Row("Failed throws", "1"),
        Row("Dark flat-minutes", "720"),
        Row("Light before 8:00", "64 flat-hours"),
        Row("Hints", "2"),
        Row("Attempt", "3"),
    )


def test_in_a_story_nothing_is_said_of_par():
    report = Report(night=slow(220), mode=Mode.STORY)
    assert report.stars is None
    assert report.over_par is None
    assert not {"Par", "Stars"} & {row.label for row in report.rows()}
    assert "par" not in share_text(report)
    with pytest.raises(ValueError, match="no par"):
        Report(night=slow(220), mode=Mode.STORY, par=200)


@pytest.mark.parametrize(
    ("minutes", "stars", "beside"),
    [
        (195, 3, "you took 5 fewer"),
        (200, 3, "you took as many"),
        (205, 2, "you took 5 more"),
        (250, 2, "you took 50 more"),
        (255, 1, "you took 55 more"),
        (540, 1, "you took 340 more"),
        (545, 0, "you took 345 more"),
    ],
)
def test_stars_are_given_by_par_and_by_eight(minutes, stars, beside):
    report = Report(night=slow(minutes), par=200)
    assert report.stars == stars
    assert dict(report.rows())["Par"] == f"200 minutes, and {beside}"


def test_a_night_after_eight_has_no_star_however_high_its_par():
    assert Report(night=slow(600), par=600).stars == 0


def test_hints_and_attempts_cost_no_stars():
    assert Report(night=slow(200), par=200, hints=9, attempt=4).stars == 3


@pytest.mark.parametrize(
    ("night", "outcome"),
    [
        (slow(540), "lit at 8:00, after 540 minutes"),
        (slow(560), "lit at 8:20, 20 minutes late"),
        (start().after([Breaker(0)] * 108), "not lit by 8:00"),
    ],
)
def test_how_it_ended(night, outcome):
    report = Report(night=night, par=200)
    assert report.outcome == outcome
    assert report.rows()[0] == Row("The tower", outcome)


def test_a_tower_that_stays_dark_has_no_stars_and_is_nowhere_beside_par():
    report = Report(night=start().after([Breaker(0)] * 108), par=200)
    assert report.stars == 0
    assert report.over_par is None
    assert dict(report.rows())["Par"] == "200 minutes"
    assert report.contrast.rows()[0][1:] == ("not lit", "86")
    assert report.contrast.said()[0] == "Flat by flat, the last window is lit after 86 minutes."


def test_a_night_that_is_not_over_has_no_card():
    with pytest.raises(ValueError, match="At 23:05 the tower is dark and the night is not over"):
        Report(night=start().do(Breaker(0)), par=200)


def test_a_night_among_the_crowd():
    crews = (180, 200, 220, 260)
    assert Report(night=slow(220), par=200).among(crews) == Histogram(crews, 220, 200)
    dark = start().after([Breaker(0)] * 108)
    assert Report(night=dark, par=200).among(crews).yours is None
    with pytest.raises(ValueError, match="Without par"):
        Report(night=slow(220), mode=Mode.STORY).among(crews)


def test_both_ways_side_by_side():
    contrast = Report(night=slow(220, failed=2), par=200).contrast
    assert [(row.whole, row.apart) for row in contrast.rows()] == [("220", "86"), ("1440", "4"), ("64", "100")]


def test_the_players_own_walk_is_set_beside_the_night():
    walk = Walk(start()).after("on 4A").rest()
    contrast = Report(night=slow(220), round=walk.round).contrast
    assert contrast.apart == walk.round != flat_by_flat(start())


@pytest.mark.parametrize(
    ("night", "said"),
    [
        (slow(80), "The minutes are about the same: 80 for the whole tower at once, 86 flat by flat."),
        (slow(95), "The minutes are about the same: 95 for the whole tower at once, 86 flat by flat."),
        (slow(100), "Flat by flat is quicker here: 86 minutes, against 100 for the whole tower at once."),
        (slow(45), "Flat by flat takes longer here: 86 minutes, against 45 for the whole tower at once."),
    ],
)
def test_minutes_are_told_as_they_were(night, said):
    assert Report(night=night).contrast.said()[0] == said


def test_darkness_is_told_as_it_was():
    each = "Flat by flat, a fault darkens one flat for 2 minutes: 4 flat-minutes in all."
    said = [Report(night=slow(220, failed)).contrast.said()[1] for failed in range(3)]
    assert said == [
        f"No throw failed tonight. {each} But one failed throw would have come to 720.",
        f"One failed throw came to 720 dark flat-minutes. {each}",
        f"2 failed throws came to 1440 dark flat-minutes. {each}",
    ]


def test_light_is_told_as_it_was():
    [at_once, on_the_way] = (Report(night=night).contrast.said()[2] for night in (quick("1A 1B"), slow(220)))
    assert at_once == "At once gave more light before 8:00 this time: 99 flat-hours, against 95 flat by flat."
    assert on_the_way == "Flat by flat, windows light up on the way: 100 flat-hours before 8:00, against 64."
    dark = Night(TOWER, TOWER.mask("2B 4A"), Costs(fix=600)).after([Fix(0)])
    same = Contrast(dark, replace(flat_by_flat(dark), lit_at=(600,) * 12)).said()[2]
    assert same == "The light before 8:00 is the same both ways: 0 flat-hours."


@given(over())
def test_what_is_said_never_goes_against_the_figures(night):
    contrast = Report(night=night).contrast
    minutes, darkness, light = contrast.said()
    whole, apart = night.minute, contrast.apart.minute
    assert ("quicker" in minutes) <= (apart < whole)
    assert ("longer" in minutes) <= (apart > whole)
    assert ("about the same" in minutes) <= (abs(apart - whole) <= 0.1 * max(apart, whole))
    assert ("No throw failed" in darkness) == (night.failed_throws == 0)
    assert ("on the way" in light) <= (contrast.apart.light > night.light)
    assert ("At once gave more" in light) <= (contrast.apart.light < night.light)


def test_where_the_analogy_breaks_is_told_in_five_short_points():
    assert len(WHERE_IT_BREAKS) == 5
    for point in WHERE_IT_BREAKS:
        assert len(point.text.split()) <= 45


def test_a_night_to_be_sent():
    night = par(board(Code(LAUNCH, Grade.MEDIUM, 20_175_956)).night)
    report = Report(night=night, code="1-7x7-M-K7Q2M-4", mode=Mode.DAILY, par=260, hints=1)
    assert share_text(report).splitlines() == [
        "Seven Weeks, board of the day, 1-7x7-M-K7Q2M-4",
        "lit at 3:20, after 260 minutes, par 260, 3 of 3 stars",
        "no failed throw, 1 hint, attempt 1",
        "▓░▓░█",
        "░░▓░▓░",
        "░░░░░░",
        "░░░░░░",
        "from the ground up:  ░ read  ▓ fix  ╳ dark  █ lit",
    ]
    assert share_text(report, ascii_only=True).splitlines()[3:] == [
        "o.o.#",
        "..o.o.",
        "......",
        "......",
        "from the ground up:  . read  o fix  x dark  # lit",
    ]


def test_a_short_night_is_a_low_tower():
    [*_, tower, _] = share_text(Report(night=quick()), ascii_only=True).splitlines()
    assert tower == "o#"


def test_a_failed_throw_can_be_seen():
    assert share_text(Report(night=slow(220, failed=2)), ascii_only=True).splitlines()[-2].startswith("xx...")


@given(over(), st.booleans())
def test_what_is_sent_is_eight_lines_and_tells_no_faults(night, ascii_only):
    report = Report(night=night, code=CODE, par=200)
    text = share_text(report, ascii_only=ascii_only)
    lines = text.splitlines()
    assert len(lines) <= 8
    assert max(map(len, lines)) <= 80
    assert text.isascii() or not ascii_only
    assert not re.search(r"\b\d+[A-Z]\b", text.replace(CODE, ""))
    assert "\t" not in text


def test_how_many_flats_were_fixed_in_a_row_is_not_told():
    one, two = quick("2B"), quick("2B 4A")
    towers = {share_text(Report(night=night)).splitlines()[3] for night in (one, two)}
    assert len(towers) == 1


def test_a_very_long_night_is_still_eight_short_lines():
    night = slow(3000)
    lines = share_text(Report(night=night, par=200)).splitlines()
    assert len(lines) == 8
    assert max(map(len, lines)) <= 80
    assert lines[3].endswith("█")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_a_long_code_fits_in_its_line(size):
    night = drawn(size, 1, 0).night
    code = long_code(Drawing(size, night.building.circuits, night.faults))
    [first, *_] = share_text(Report(night=par(night), code=code, mode=Mode.DAILY)).splitlines()
    assert first.endswith(code)
    assert len(first) <= 90


def test_a_crew_that_throws_without_reading():
    """It pays in darkness, and the card says so."""
    night = play(drawn(LAUNCH, 3, 0).night, throwing)
    report = Report(night=night, par=200)
    assert night.failed_throws > 1
    assert f"{night.failed_throws} failed throws came to" in report.contrast.said()[1]
    assert report.contrast.apart.light > night.light


@pytest.mark.prove
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_how_many_stars_the_crowd_earns(size):
    """Three stars are rare and two are for good nights, but for easy boards: they give floors away."""
    for grade in Grade:
        stars = []
        for seed in range(20):
            each = board(Code(size, grade, seed))
            nights = [play(each.night, at_random(number), each.free) for number in range(10)]
            stars += [Report(night=night, par=each.path.minutes).stars for night in nights]
        shares = [mean(each == count for each in stars) for count in range(4)]
        print(f"{size.name}-{grade}: 0 to 3 stars " + ", ".join(f"{share:.1%}" for share in shares))
        assert shares[0] < 0.01
        if size is LAUNCH and grade is not Grade.EASY:
            assert shares[3] < 0.1
            assert 0.25 < shares[2] < 0.6


def test_light_is_a_fraction_until_it_is_shown():
    assert Report(night=slow(220)).contrast.whole.light == Fraction(320 * 12, 60)
